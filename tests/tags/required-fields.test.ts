import {describe, expect, it} from 'vitest'
import {planFiles} from '../temporary-show.ts'

type Lines = Readonly<Record<string, string>>

const show: Lines = {
  title: 'Night Trains',
  description: 'Sleeper trains and the people who run them.',
  site_url: 'https://trains.example/',
  language: 'en',
  author: 'Mara Winter',
  owner: 'Mara Winter <post@trains.example>',
  categories: '[Leisure > Hobbies]',
  explicit: 'false',
  image: 'https://trains.example/cover.jpg',
  type: 'serial',
  guid: '0d5a3d0e-5b69-5e0c-8f2c-6d1b8a7f9e21',
}

const audio = {
  url: 'https://media.example/one',
  type: 'audio/mpeg',
  size: '5000000',
  duration: '10:00',
}

const episode: Lines = {
  title: 'First light',
  date: '2026-01-31 08:00',
  episode: '1',
  audio: flowMap(audio),
}

function flowMap(lines: Lines): string {
  return `{${Object.entries(lines)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')}}`
}

function without(lines: Lines, ...keys: readonly string[]): Lines {
  return Object.fromEntries(Object.entries(lines).filter(([key]) => !keys.includes(key)))
}

function text(lines: Lines): string {
  return Object.entries(lines)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')
}

async function problemsOf(ofShow: Lines, ofEpisode: Lines) {
  const files = {'show.yaml': text(ofShow), 'one.md': `---\n${text(ofEpisode)}---\nHello there.\n`}
  const {problems, files: planned} = await planFiles(files)
  return {
    feed: planned.get('feed.xml') ?? '',
    found: problems.map(({code, file, line, hint}) => ({code, file, line, hint})),
  }
}

/** The line to write, as the hint has it. */
function naming(line: string) {
  return expect.stringContaining(line)
}

describe('what a feed requires', () => {
  it('is said nothing of where it is all there', async () => {
    expect((await problemsOf(show, episode)).found).toEqual([])
  })

  it.each([
    ['title', 'field-missing', 'Write: title: Night Trains'],
    ['description', 'field-missing', 'Write: description: Sleeper trains'],
    ['site_url', 'field-missing', 'Write: site_url: https://'],
    ['language', 'field-defaulted', 'Write: language: en'],
    ['guid', 'show-guid-derived', 'Write: guid: b0737cb1-6bd7-5049-bfd4-f835a2959f7b'],
    ['categories', 'category-missing', 'Write: categories: [Technology]'],
    ['image', 'cover-missing', 'Write: image: cover.jpg'],
    ['explicit', 'field-left-out', 'Write: explicit: false'],
    ['owner', 'field-left-out', 'Write: owner: {name: Mara Winter, email: mara@example.org}'],
  ])('a show without %s has the problem %s, with the line to write', async (key, code, line) => {
    const {found} = await problemsOf(without(show, key), episode)
    // Without an address of the site, no picture on a server is the show's own.
    const others = found.filter((each) => each.code !== 'picture-elsewhere')
    expect(others).toEqual([{code, file: 'show.yaml', line: 1, hint: naming(line)}])
    expect(found.length - others.length).toBe(key === 'site_url' ? 1 : 0)
  })

  it('an author is somebody whom the show names, or the line to write is said', async () => {
    for (const other of [{}, {hosts: '[Mara Winter]', owner: 'post@trains.example'}]) {
      const {found, feed} = await problemsOf({...without(show, 'author'), ...other}, episode)
      expect(found).toEqual([])
      expect(feed).toContain('<itunes:author>Mara Winter</itunes:author>')
    }
    const {found, feed} = await problemsOf({...without(show, 'author'), owner: 'none'}, episode)
    expect(found).toEqual([
      {code: 'field-left-out', file: 'show.yaml', line: 1, hint: naming('Write: author: Mara Winter')},
    ])
    expect(feed).toContain('<itunes:author>Night Trains</itunes:author>')
  })

  it('an owner is nobody if the author says so', async () => {
    const {found, feed} = await problemsOf({...show, owner: 'none'}, episode)
    expect(found).toEqual([])
    expect(feed).not.toContain('<itunes:owner>')
  })

  it('an owner has an address', async () => {
    const {found} = await problemsOf({...show, owner: '{name: Mara Winter}'}, episode)
    expect(found).toEqual([{code: 'value-invalid', file: 'show.yaml', line: 6, hint: naming('{email: …}')}])
  })

  it.each([
    ['title', 'fact-inferred', 'title: One'],
    ['date', 'field-missing', 'Write: date: 2024-01-31'],
    ['episode', 'number-missing', 'Write: episode: 1'],
    ['audio', 'episode-without-media', 'write: audio: https://'],
  ])('an episode without %s has the problem %s, with the line to write', async (key, code, line) => {
    const {found} = await problemsOf(show, without(episode, key))
    expect(found).toEqual([{code, file: 'one.md', line: 1, hint: naming(line)}])
  })

  it.each([
    ['url', 'value-invalid', '{url: https://'],
    ['type', 'media-type-unknown', '`type: audio/mpeg`'],
    ['size', 'media-size-unknown', '`size: 28311552`'],
    ['duration', 'media-duration-unknown', '`duration: 31:07`'],
  ])('a media file without %s has the problem %s, with what to write', async (key, code, line) => {
    const {found} = await problemsOf(show, {...episode, audio: flowMap(without(audio, key))})
    expect(found).toEqual([{code, file: 'one.md', line: 5, hint: naming(line)}])
  })

  it('an episode has an identity without a word of its author, and the same one in every build', async () => {
    const [one, two] = [await problemsOf(show, episode), await problemsOf(show, episode)]
    expect(one.feed).toMatch(/<guid isPermaLink="false">[\da-f-]{36}<\/guid>/)
    expect(two.feed).toBe(one.feed)
  })
})
