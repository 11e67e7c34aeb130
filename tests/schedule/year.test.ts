import {readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/uses/build.ts'
import {nextDue} from '../../src/uses/next-due.ts'
import type {Files} from '../files-on-disk.ts'
import {rowsOfSeries} from '../series.ts'
import {media, showFile, temporaryShow} from '../temporary-show.ts'

type Scheduled = {
  /** As the author writes it, in the zone of the show. */
  readonly date: string
  /** When that is, worked out by hand and not by the code under test. */
  readonly due: string
}

type Year = {readonly zone: string; readonly episodes: readonly Scheduled[]}

const years: readonly Year[] = [
  {
    zone: 'Europe/Berlin',
    episodes: [
      {date: '2026-01-06 09:00', due: '2026-01-06T08:00Z'},
      {date: '2026-01-31', due: '2026-01-30T23:00Z'},
      {date: '2026-03-28 09:00', due: '2026-03-28T08:00Z'},
      // The clocks go forward: 02:30 does not exist, and is as much later as they went.
      {date: '2026-03-29 02:30', due: '2026-03-29T01:30Z'},
      {date: '2026-03-30 09:00', due: '2026-03-30T07:00Z'},
      {date: '2026-06-21 23:59', due: '2026-06-21T21:59Z'},
      // The clocks go back: 02:30 happens twice, and the first is meant.
      {date: '2026-10-25 02:30', due: '2026-10-25T00:30Z'},
      {date: '2026-10-25 09:00', due: '2026-10-25T08:00Z'},
      {date: '2026-12-24 18:00', due: '2026-12-24T17:00Z'},
      {date: '2026-12-31 23:59', due: '2026-12-31T22:59Z'},
    ],
  },
  {
    zone: 'America/New_York',
    episodes: [
      {date: '2026-01-06 09:00', due: '2026-01-06T14:00Z'},
      {date: '2026-01-31', due: '2026-01-31T05:00Z'},
      {date: '2026-03-08 01:59', due: '2026-03-08T06:59Z'},
      {date: '2026-03-08 02:30', due: '2026-03-08T07:30Z'},
      {date: '2026-03-09 09:00', due: '2026-03-09T13:00Z'},
      {date: '2026-07-04 12:00:30', due: '2026-07-04T16:00:30Z'},
      {date: '2026-11-01 01:30', due: '2026-11-01T05:30Z'},
      {date: '2026-11-01 09:00', due: '2026-11-01T14:00Z'},
      // Another zone, written out, is that of this one episode.
      {date: '2026-12-24T18:00:00+01:00', due: '2026-12-24T17:00Z'},
      {date: '2026-12-31 23:59', due: '2027-01-01T04:59Z'},
    ],
  },
]

const minuteInMilliseconds = 60_000

/** What nobody may read before its time: a word of its own for each place that an episode has words in. */
function secretsOf(index: number): Readonly<Record<'slug' | 'title' | 'sound' | 'words' | 'picture' | 'guid', string>> {
  const word = `zq${String.fromCharCode(97 + index)}x`
  return {
    slug: `${word}slug`,
    title: `${word}title`,
    sound: `${word}sound`,
    words: `${word}words`,
    picture: `${word}picture`,
    guid: `${word}guid`,
  }
}

/** All of it but the name of the author's sound file: what is published is called by the slug. */
const publishedOfEach = 5

function filesOf({date}: Scheduled, index: number): Files {
  const {slug, title, sound, words, picture, guid} = secretsOf(index)
  const lines = [
    `title: The ${title}`,
    `date: ${date}`,
    `slug: ${slug}`,
    `guid: ${guid}`,
    `audio: ${sound}.mp3`,
    `image: https://trial.example/${picture}.jpg`,
    `chapters: ["0:00 ${words}"]`,
  ]
  return {
    [`${index}.md`]: `---\n${lines.join('\n')}\n---\nSaid in ${words}.\n`,
    [`${index}.vtt`]: `WEBVTT\n\n00:00.000 --> 00:00.700\n<v Kim Vale>${words} once more\n`,
    [`${sound}.mp3`]: media.mp3,
  }
}

function showOf({zone, episodes}: Year): string {
  const first = '---\ntitle: Here from the start\ndate: 2025-12-01\n---\nHello.\n'
  return temporaryShow({
    'show.yaml': showFile(`timezone: ${zone}`),
    'here.md': first,
    'here.mp3': media.mp3,
    ...Object.assign({}, ...episodes.map(filesOf)),
  })
}

type Published = {readonly text: string; readonly times: readonly string[]}

/** All that can be read of a folder: names and bytes of all its files, hidden ones too; and when each was written. */
function contentOf(folder: string): Published {
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort()
  return {
    text: paths.map((path) => `${path}\n${readFileSync(path, 'latin1')}`).join('\n'),
    times: paths.map((path) => `${path} ${statSync(path).mtimeMs}`),
  }
}

/** Instants at which a scheduler looks in: once a week, and around each episode. */
function instantsOf({episodes}: Year): readonly Date[] {
  const around = episodes.flatMap(({due}) => {
    const at = Date.parse(due)
    return [at - minuteInMilliseconds, at - 1, at]
  })
  const days = Array.from({length: 53}, (_, week) => Date.UTC(2026, 0, 1 + 7 * week, 4))
  return [...new Set([...around, ...days])].sort((a, b) => a - b).map((at) => new Date(at))
}

describe.each(rowsOfSeries(years, 2))('a year in $zone', (year) => {
  it('publishes each episode at its minute, nothing of it before, and writes nothing in between', {
    timeout: 120_000,
  }, async () => {
    const folder = showOf(year)
    const output = join(folder, 'output')
    let before: Published = {text: '', times: []}
    let publishedBefore = -1
    let idle = 0
    for (const now of instantsOf(year)) {
      const outcome = await build(folder, output, {now})
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
      const due = year.episodes.map((each) => Date.parse(each.due) <= now.getTime())
      const published = due.filter(Boolean).length
      const after = contentOf(output)
      const readable = after.text + JSON.stringify(outcome.value)
      for (const [index, isDue] of due.entries()) {
        const seen = Object.values(secretsOf(index)).filter((secret) => readable.includes(secret))
        expect(seen, `${now.toISOString()}: ${year.episodes[index]?.date}`).toHaveLength(isDue ? publishedOfEach : 0)
      }
      const isChanged = published !== publishedBefore
      expect(outcome.value).toMatchObject({published: published + 1, changed: isChanged})
      if (!isChanged) {
        idle += 1
        expect(outcome.value).toMatchObject({written: [], deleted: [], changedFeeds: [], lock: 'unchanged'})
        expect(after.times).toEqual(before.times)
      }
      before = after
      publishedBefore = published
    }
    // At its instant each changed something, and nothing else did.
    expect(idle).toBe(instantsOf(year).length - year.episodes.length - 1)
  })

  it('is told by next, an episode at a time', async () => {
    const folder = showOf(year)
    const times = year.episodes.map(({due}) => new Date(due))
    const outcome = await nextDue(folder, {now: new Date('2026-01-01T00:00Z')})
    expect(outcome).toMatchObject({ok: true, value: {waiting: times}})
    const later = await nextDue(folder, {now: times[3] ?? new Date(0)})
    expect(later).toMatchObject({ok: true, value: {waiting: times.slice(4)}})
  })
})
