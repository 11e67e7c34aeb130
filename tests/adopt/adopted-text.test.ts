import {describe, expect, it} from 'vitest'
import type {AdoptedShow} from '../../src/adopt/adopted-show.ts'
import {adoptedText, completedText, type Missing} from '../../src/adopt/adopted-text.ts'

const show: AdoptedShow = {
  folder: '',
  facts: {title: {value: 'Night: Trains', from: 'site.yml, title'}, language: {value: 'de_DE', from: 'site.yml, lang'}},
  glob: {value: 'content/*.md', from: '2 pages with media'},
  episodeCount: 2,
  others: ['content/about us.md'],
  mapped: [],
}
const missing: readonly Missing[] = [
  {
    field: 'description',
    why: 'No file says it.',
    example: 'What it is about.',
    option: 'description',
    question: 'What?',
  },
]

describe('show.yaml of an adopted show', () => {
  it('says of each line where it was found, and asks for what is missing', () => {
    expect(
      adoptedText({show, identity: {}, missing}),
    ).toBe(`# Written by \`castwright adopt\`. Each line says where it was found; change whatever is wrong.

# site.yml, title
title: "Night: Trains"
# site.yml, lang
language: de-DE
# description: No file says it.
# description: What it is about.

# 2 pages with media
episodes: "content/*.md"
# Pages beside the episodes that are none: no media, and no number.
leave_out:
  content/about us.md: a page, not an episode
`)
  })

  it.each([
    ['Night Trains', 'Night Trains'],
    ['https://n.test/a?b=1', 'https://n.test/a?b=1'],
    ['no', 'no'],
    ['Off', '"Off"'],
    ['007', '"007"'],
    ['One # two', '"One # two"'],
    ['Say "hi"', '"Say \\"hi\\""'],
    ['two\nlines', '"two\\nlines"'],
    ['東京', '"東京"'],
  ])('has %s as a text that YAML reads as it was', (value, written) => {
    const facts = {title: {value, from: 'x'}}
    expect(adoptedText({show: {...show, facts}, identity: {}, missing: []})).toContain(`\ntitle: ${written}\n`)
  })

  it('quotes between brackets what a comma would divide', () => {
    const feedPath = {value: 'feeds/a,b.xml', from: 'x'}
    expect(adoptedText({show, identity: {feedPath}, missing: []})).toContain('\nfeeds: {rss: "feeds/a,b.xml"}\n')
  })

  it('has what subscribers know the show by, and what their feed has of episodes', () => {
    const identity = {
      guid: {value: 'g-1', from: 'the live feed'},
      feedPath: {value: 'podcast.xml', from: 'the live feed'},
      oldFeedUrl: {value: 'https://old.test/feed', from: 'the live feed'},
    }
    const live = {
      additions: new Map([['1.md', {aliases: ['/old/1.html'], audio: {url: 'https://m.test/1.mp3', size: 5}}]]),
      corrections: new Map([['2.md', {guid: 'two', reason: 'subscribers have it so'}]]),
      prefix: 'https://op3.dev/e/',
    }
    const text = adoptedText({show, identity, missing: [], live})
    expect(text).toContain('# What subscribers know the show by. Never change it.\n# the live feed\nguid: g-1\n')
    expect(text).toContain('\nfeeds: {rss: podcast.xml}\n')
    expect(text).toContain('\nold_feed_urls: [https://old.test/feed]\n')
    expect(text).toContain('\nprefixes: [https://op3.dev/e/]\n')
    expect(text).toContain(
      '\nadditions:\n  "1.md": {aliases: ["/old/1.html"], audio: {url: "https://m.test/1.mp3", size: 5}}\n',
    )
    expect(text).toContain('\ncorrections:\n  "2.md": {guid: "two", reason: "subscribers have it so"}\n')
  })

  it('names the keys that episodes use for fields, each with what speaks for it', () => {
    const mapped = [{field: 'audio', key: {value: 'media.sound', from: '2 of 2 episodes have it'}}]
    expect(adoptedText({show: {...show, mapped}, identity: {}, missing: []})).toContain(
      'fields:\n  # 2 of 2 episodes have it\n  audio: media.sound\n',
    )
  })
})

describe('a show.yaml of the author’s', () => {
  const identity = {guid: {value: 'g-1', from: 'the live feed'}}

  it('gets what no show can be without behind it, and keeps its own lines', () => {
    const text = completedText('title: Mine   \n\n\n', {show, identity, missing}, (field) => field === 'title')
    expect(text).toBe(
      'title: Mine\n\n# Added by `castwright adopt`.\n# What subscribers know the show by. Never change it.\n# the live feed\nguid: g-1\n',
    )
  })

  it('stays to the byte where it lacks nothing', () => {
    const text = 'title: Mine  \r\nguid: g-1'
    expect(completedText(text, {show, identity, missing}, () => true)).toBe(text)
  })
})
