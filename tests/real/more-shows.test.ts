import {cpSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {planInMemory} from '../plan-in-memory.ts'
import type {Answer} from './adopted-shows.ts'
import {hasMaterial, materialFolder, readMaterial} from './material.ts'

type NumberedAnswer = Answer & {readonly episode: number | null}

/** The lines that each show needs beside what every show has, and nothing else: no file of it is edited. */
const shows = [
  {
    key: 'aws-francais',
    lines: ['episodes: toucan/contents/episodes/*/index.md', 'media_url: https://francais.podcast.go-aws.com/media/'],
  },
  // `p01` to `p03` and `T-0` to `T-2` are episodes, too, which the answers leave out because they have no number.
  {key: 'jupiter/office-hours', lines: ['episodes: content/show/office-hours/*.md'], further: 3},
  {key: 'jupiter/the-launch', lines: ['episodes: content/show/the-launch/*.md'], further: 3},
  {key: 'jupiter/self-hosted', lines: ['episodes: content/show/self-hosted/*.md']},
  {key: 'terapyon', lines: ['episodes: src/episodes/*.md']},
  {key: 'conduit', lines: ['episodes: transcripts/*.md']},
  {key: 'unusable', lines: ['episodes: podcasts/*.md', 'media_url: https://podcast.theunusable.com/mp3/']},
] as const

const usual = [
  'title: One',
  'description: A show.',
  'site_url: https://example.org/',
  'language: en',
  'author: Kim Vale',
  'owner: none',
  'explicit: false',
  'category: Technology',
]

const scratch: string[] = []
afterAll(() => {
  for (const folder of scratch) rmSync(folder, {recursive: true})
}, 120_000)

type Item = {
  readonly id: string
  readonly title: string
  readonly date_published: string
  readonly attachments?: readonly {url: string; size_in_bytes?: number; duration_in_seconds?: number}[]
  readonly _podcast?: {readonly episode?: number}
}

const isThere = hasMaterial('real2/expect.json')

describe.skipIf(!isThere)('more real shows build with a show.yaml of a few lines and nothing else', () => {
  it.each(shows)('$key', async ({key, lines, ...show}) => {
    const folder = mkdtempSync(join(tmpdir(), 'castwright-real-'))
    scratch.push(folder)
    const [name = ''] = key.split('/')
    cpSync(join(materialFolder, 'real2', name), folder, {recursive: true})
    writeFileSync(join(folder, 'show.yaml'), `${[...usual, ...lines].join('\n')}\n`)
    const answers: readonly NumberedAnswer[] = JSON.parse(readMaterial('real2/expect.json'))[key].episodes
    const {files, problems} = await planInMemory(folder, new Date('2100-01-01T00:00:00Z'))
    expect(problems.filter(({severity}) => severity === 'error')).toEqual([])
    const items: readonly Item[] = JSON.parse(files.get('feed.json') ?? '{"items": []}').items
    expect(items).toHaveLength(answers.length + ('further' in show ? show.further : 0))
    const byTitle = new Map(items.map((item) => [`${item.title} ${Date.parse(item.date_published)}`, item]))
    const differences = answers.flatMap((answer) => {
      const item = byTitle.get(`${answer.title} ${Date.parse(answer.date_utc)}`)
      if (item === undefined) return [`${answer.file}: no item with this title and date`]
      return differencesOf(answer, item)
    })
    expect(differences).toEqual([])
  })
})

/** What is not known (`null`) is not compared. */
function differencesOf({file, media, seconds, bytes, guid, episode}: NumberedAnswer, item: Item): readonly string[] {
  const [enclosure] = item.attachments ?? []
  const said: readonly (readonly [string, unknown, unknown])[] = [
    ['media', media === null ? null : enclosure?.url.endsWith(media) === true ? media : enclosure?.url, media],
    ['seconds', enclosure?.duration_in_seconds, seconds === null ? null : Math.round(seconds)],
    ['bytes', enclosure?.size_in_bytes, bytes],
    ['guid', item.id, guid],
    ['episode', item._podcast?.episode, episode],
  ]
  return said.flatMap(([what, found, wanted]) =>
    wanted === null || found === wanted ? [] : [`${file}: ${what} is ${String(found)}, not ${String(wanted)}`],
  )
}
