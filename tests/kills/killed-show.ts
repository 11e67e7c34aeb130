import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Files} from '../files-on-disk.ts'
import {media, showFile} from '../temporary-show.ts'

export const site = 'https://trial.example/'
export const now = '2026-06-01T00:00:00Z'
export const secret = '5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a'

/** What changes between the two states of the show, so what its author has accepted. */
export const accepted: readonly string[] = [
  'episode-removed',
  'address-gone',
  'feed-moved',
  'feed-episodes-gone',
  'media-bytes-changed',
  'feed-enclosures-moved',
]

const cover = readFileSync(join(import.meta.dirname, '../../episodes/cover.jpg'))
const captions = (word: string) => `WEBVTT\n\n00:00.000 --> 00:00.300\n<v Kim>${word}.\n`

/**
 * The show in one of two states: of every file that is built another text. The second has fewer episodes, media, feeds and members, and
 * other archives; back to the first, all of it comes again.
 */
export function showIn(state: 'first' | 'second'): Files {
  const isFirst = state === 'first'
  const numbers = Array.from({length: isFirst ? 22 : 17}, (_, index) => index + 10)
  const episodes = numbers.flatMap((number): readonly (readonly [string, string | Buffer])[] => {
    const head = [
      '---',
      `title: ${state} ${number}`,
      `date: 2026-01-${number}`,
      ...(number % 3 === 0 ? ['tags: [best]'] : []),
    ]
    const isRecorded = number % 3 === 1
    return [
      [`${number}.md`, [...head, '---', `${state} words. `.repeat(40), ''].join('\n')],
      ...(isRecorded
        ? ([[`${number}.mp3`, Buffer.concat([media.mp3, Buffer.alloc(isFirst ? 64 : 128)])]] as const)
        : []),
      ...(isRecorded ? ([[`${number}.vtt`, captions(state)]] as const) : []),
      ...(number % 6 === 1 && isFirst
        ? ([[`${number}.chapters.txt`, '00:00:00 Start\n00:00:00.400 Middle\n']] as const)
        : []),
    ]
  })
  const feeds = [
    'feeds:',
    `  main: {items_per_feed: ${isFirst ? 10 : 12}}`,
    ...(isFirst ? ['  best: {tag: best}'] : []),
    '  newest: {latest: 3}',
    '  supporters: {members: members.txt}',
  ]
  return {
    'show.yaml': showFile('image: cover.jpg', `description: The ${state} state.`, 'hosting: netlify', feeds.join('\n')),
    'members.txt': isFirst ? 'kim@trial.example\njo\n' : 'kim@trial.example\n',
    'cover.jpg': cover,
    ...Object.fromEntries(episodes),
  }
}
