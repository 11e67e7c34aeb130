import {gzipSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {bucketOf} from '../../src/browser/search/search-terms.ts'
import type {RenderedEpisode} from '../../src/model/rendered-episode.ts'
import type {Transcript} from '../../src/model/transcript.ts'
import {episodeWords} from '../../src/search/episode-words.ts'
import {searchFiles} from '../../src/search/shards.ts'
import {writeWebVtt} from '../../src/transcripts/formats/webvtt.ts'
import {audioEpisode, channel} from '../pages/sample-show.ts'

/** Mulberry32, so that every run speaks the same. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Twenty thousand words, of which the first are said most, as in any language (Zipf). */
const letters = 'etaoinshrdlu'
const vocabulary = Array.from({length: 20_000}, (_, index) => {
  let word = ''
  for (let rest = index + 30; rest > 0; rest = Math.floor(rest / 12)) word += letters[rest % 12]
  return word
})

/** An hour of speech: nine thousand words, in captions of six seconds. */
function hour(seed: number): Transcript {
  const next = random(seed)
  const word = () => vocabulary[Math.floor(vocabulary.length ** next()) - 1] ?? ''
  const cues = Array.from({length: 600}, (_, at) => ({
    spans: [{kind: 'speech' as const, text: Array.from({length: 15}, word).join(' ')}],
    startInSeconds: at * 6,
    endInSeconds: at * 6 + 5.9,
  }))
  return {parts: [{kind: 'turn', speaker: {label: 'Ada'}, cues}]}
}

function episode(index: number): RenderedEpisode {
  const {item} = audioEpisode
  const season = 1 + Math.floor(index / 50)
  return {
    ...audioEpisode,
    item: {...item, slug: `e${index}`, title: `Episode ${index}`, season},
    transcripts: [{transcript: hour(index), source: 'one.vtt', language: 'en', files: []}],
  }
}

const textOf = (files: ReturnType<typeof searchFiles>) =>
  new Map([...files].map(({path, pieces}) => [path, [...pieces].join('')]))

describe('a thousand hours of speech', () => {
  it('give a first result for less than 100 kB, and a new episode changes its season alone', () => {
    const hours = Array.from({length: 1000}, (_, index) => episode(999 - index))
    const searchedAs = (each: RenderedEpisode) => {
      const words = episodeWords(each)
      return {item: each.item, words: () => words}
    }
    const searched = hours.map(searchedAs)
    const files = textOf(searchFiles(channel, searched))
    const sizeOf = (text = '') => gzipSync(text).length
    const shards = [...files].filter(([path]) => path.endsWith('.txt')).map(([, text]) => sizeOf(text))
    const count = Number(JSON.parse(files.get('search/seasons.json') ?? '')[0][1])
    const words = ['handsome', 'rotund', 'tortoise'].map((word) =>
      sizeOf(files.get(`search/season-20/${bucketOf(word) % count}.txt`)),
    )
    const captions = sizeOf(writeWebVtt(hours[0]?.transcripts[0]?.transcript ?? {parts: []}))
    const first = ['search/seasons.json', 'search/season-20/episodes.json'].reduce(
      (sum, path) => sum + sizeOf(files.get(path)),
      0,
    )
    const sum = first + words.reduce((one, other) => one + other, 0) + captions
    const all = shards.reduce((one, other) => one + other, 0)
    process.stdout.write(
      `${shards.length} shards, ${Math.round(all / shards.length)} bytes on average, ${Math.max(...shards)} at most; first result of three words ${sum} bytes, ${captions} of them captions\n`,
    )
    expect(sum).toBeLessThan(100_000)
    expect(Math.max(...shards)).toBeLessThan(60_000)

    const added = episode(1000)
    const newest = {...added, item: {...added.item, season: 20}}
    const after = textOf(searchFiles(channel, [searchedAs(newest), ...searched]))
    const changed = [...after].filter(([path, text]) => files.get(path) !== text).map(([path]) => path)
    expect(changed.length).toBeGreaterThan(2)
    expect(changed.filter((path) => !path.startsWith('search/season-20/'))).toEqual([])
  })
})
