import {describe, expect, it} from 'vitest'
import {episodeFields} from '../../src/read/fields/episode-fields.ts'
import {authoredTags} from '../../src/tags/all-tags.ts'
import type {Files} from '../files-on-disk.ts'
import {episodeFile, media, planFiles} from '../temporary-show.ts'

const jpeg = Buffer.from(
  `ffd8ffe000104a46494600010100000100010000ffc00011080578057803012200021101031101ffda000c03010002110311003f00${'12'.repeat(99)}ffd9`,
  'hex',
)

/** What the examples name. */
const files: Files = {
  'card.jpg': jpeg,
  '001-first-light.mp3': media.mp3,
  '001-first-light.mp4': media.mp4,
  'words.vtt': 'WEBVTT\n\n00:00.000 --> 00:04.000\nHello.\n',
  '001-first-light.jpg': jpeg,
}

/** Where the example needs something beside it, or is about another time or file than those of the test. */
const given: Readonly<Record<string, {readonly line: string; readonly beside?: string}>> = {
  not_before: {line: 'not_before: 2099-01-01'},
  updated: {line: 'updated: 2026-02-02'},
  season_name: {line: 'season_name: North', beside: 'season: 2'},
  episode_name: {line: 'episode_name: Chapter three', beside: 'episode: 3'},
  transcript: {line: 'transcript: words.vtt'},
  published: {line: 'published: false'},
  type: {line: 'type: bonus'},
  explicit: {line: 'explicit: true'},
  id: {line: 'id: 0b7c1a52-6f43-4a8e-9d0e-2f6f2f0f7a11'},
}

/** Keys that no output shows by themselves, and why. */
const withoutTrace: ReadonlyMap<string, string> = new Map([
  ['unlisted', 'has no meaning yet, and says so'],
  ['private', 'is an error, unless it says nothing'],
  ['alternate_video', 'is about two files'],
  ['size', 'the media of the test say theirs themselves'],
  ['duration', 'the media of the test say theirs themselves'],
  ['duration_minutes', 'the media of the test say theirs themselves'],
  ['body', 'is about speech in the text'],
])

async function output(lines: readonly string[]) {
  const {files: planned, problems} = await planFiles({...files, 'one.md': episodeFile('one', lines)})
  return {text: JSON.stringify([...planned]), problems}
}

describe('every documented key of an episode', () => {
  const rows = [
    ...Object.entries(episodeFields).map(([name, {example}]) => ({name, example})),
    ...authoredTags.filter(({level}) => level !== 'show').map(({key, example}) => ({name: key, example})),
  ].filter(({name}) => !withoutTrace.has(name))

  it.each(rows.map(({name, example}) => [name, example]))('%s changes what is published', async (name, example) => {
    const {line = example, beside} = given[name] ?? {}
    const others = beside === undefined ? [] : [beside]
    const without = await output(others)
    const {text} = await output([...others, line])
    expect(text).not.toBe(without.text)
  })

  it.each(['link', 'url', 'external_url', 'canonical_url', 'jb_url', 'fireside_url'])(
    '%s is the page about it on another site',
    async (key) => {
      const {files: planned} = await planFiles({'one.md': episodeFile('one', [`${key}: https://b.example/one`])})
      expect(JSON.parse(planned.get('feed.json') ?? '').items[0].external_url).toBe('https://b.example/one')
      expect(planned.get('atom.xml')).toContain('<link rel="related" type="text/html" href="https://b.example/one"/>')
    },
  )

  it.each(['/episodes/one', 'https://trial.example/old/one'])('but a page of our own site is none: %s', async (url) => {
    const {files: planned} = await planFiles({'one.md': episodeFile('one', [`link: ${url}`])})
    expect(JSON.parse(planned.get('feed.json') ?? '').items[0]).not.toHaveProperty('external_url')
  })
})
