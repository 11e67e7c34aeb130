import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {authoredTags} from '../../src/tags/all-tags.ts'
import type {Files} from '../files-on-disk.ts'

/** A stream of numbers below 1 that is the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const texts = [
  'First light',
  'Tea & trains',
  'Über “Nacht”: Züge',
  '夜汽車の話',
  '1 < 2 > 0',
  'yes',
  '12',
  "It's 5 o'clock",
  '#1 of all',
  '- a dash: and a colon',
  'Emoji 🚂 in the middle',
  // Not `&amp;` in so many letters: many hosts escape twice, so an import takes it for `&`.
  'He said & left',
]

const notes = [
  'Plain words.\n',
  'A **bold** start, and [a link](https://example.org/a?b=1&c=2).\n\n- one\n- two\n\nThe end.\n',
  '## A heading\n\nText with `code` and *emphasis*.\n\n> A quote\n',
  '1. first\n2. second\n\n<p align="right">html & more</p>\n',
  'A line  \nbroken, with ünïcödé, “quotes” & an <b>html</b> word.\n\n00:30 A time that is a chapter?\n',
]

const cover = readFileSync(join(import.meta.dirname, '../fixtures/shows/every-tag/show/cover.png'))

/** The tags of this key need something that a show without files of its own has not, or say where something else is. */
const elsewhere = new Set(['alternate_enclosures'])

/** A show for `site` with tags, texts and fields of the tables at random: the same for the same seed. */
export function generatedShow(seed: number, site: string): Files {
  const random = randomFrom(seed)
  const pick = <T>(list: readonly [T, ...T[]] | readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const text = () => JSON.stringify(`${pick(texts)}${random() < 0.3 ? ` ${pick(texts)}` : ''}`)
  const some = (lines: readonly string[]) => lines.filter(() => random() < 0.7)
  const tagLines = (level: 'show' | 'episode') =>
    authoredTags
      .filter((tag) => (tag.level === level || tag.level === 'both') && !elsewhere.has(tag.key))
      .map(({example}) => example)
  const showLines = [
    `title: ${text()}`,
    `description: ${text()}`,
    `site_url: ${site}`,
    'guid: 6f1d2d0e-4c3b-5a69-9f0e-7a1b2c3d4e5f',
    'image: cover.png',
    // Whom a locked feed asks for.
    'owner: {name: Isla Brannoch, email: post@fog.example}',
    ...some([
      `subtitle: ${text()}`,
      `author: ${text()}`,
      `copyright: ${text()}`,
      `language: ${pick(['en', 'de-AT', 'ja'])}`,
      `explicit: ${pick(['true', 'false'])}`,
      'type: serial',
      'complete: true',
      'categories: [Society & Culture > Documentary, History]',
      'hosts: [{name: Isla Brannoch, url: https://fog.example/isla}]',
      ...tagLines('show'),
    ]),
  ]
  const count = 1 + Math.floor(random() * 4)
  const files: Record<string, string | Buffer> = {'show.yaml': `${showLines.join('\n')}\n`, 'cover.png': cover}
  for (let number = 1; number <= count; number += 1) {
    const lines = [
      `title: ${text()}`,
      `date: 2026-0${number}-1${number} 0${number}:30`,
      `guid: ${JSON.stringify(pick([`fog-${number}`, `https://fog.example/?p=${number}`, ` odd&"${number}`.trim()]))}`,
      `audio: {url: "https://media.example/${number}.mp3?a=1&b=${number}", size: ${5_000_000 + number}, duration: ${600 + number}}`,
      ...some([
        `subtitle: ${text()}`,
        `summary: ${text()}`,
        `short_title: ${text()}`,
        `season: ${pick(['1', '2'])}`,
        `episode: ${number}`,
        `type: ${pick(['bonus', 'trailer', 'full'])}`,
        `explicit: ${pick(['true', 'false'])}`,
        'block: true',
        'updated: 2026-06-01 10:00',
        'tags: [horns, "weather & sea"]',
        'hosts: [{name: Ewan Doyle, url: https://doyle.example/}]',
        'guests: [Una Rae]',
        'people: [{name: Wren Adeyemi, role: audio editor}]',
        'chapters: ["0:00 The horn", "1:40 The silence"]',
        ...tagLines('episode'),
      ]),
    ]
    files[`${String(number).padStart(3, '0')}.md`] = `---\n${lines.join('\n')}\n---\n\n${pick(notes)}`
  }
  return files
}
