import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {feedKinds} from '../../src/file-kinds/feed-kinds.ts'
import {buildAsMarkdown, buildNetwork, hostingText, nextDue, type Problem} from '../../src/index.ts'
import {hashesOf, writeFiles} from '../files-on-disk.ts'
import {rowsOfSeries} from '../series.ts'
import {media, showFile, temporaryShow} from '../temporary-show.ts'

const secret = '5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a'

beforeEach(() => vi.stubEnv('CASTWRIGHT_SECRET', secret))
afterEach(() => vi.unstubAllEnvs())

/** What is withheld, each with words of its own in every place where an author may write some. */
type Withheld = {
  readonly word: string
  readonly lines: readonly string[]
  /** From when on everybody has it, and from when on members do. */
  readonly forEverybody?: string
  readonly forMembers?: string
}

const day = '2026-06-10T09:00:00Z'
const withheld: readonly Withheld[] = [
  {word: 'zqdraft', lines: ['date: 2026-01-01', 'draft: true']},
  {word: 'zqleft', lines: ['date: 2026-01-01']},
  {word: 'zqlater', lines: [`date: ${day}`], forEverybody: day, forMembers: '2026-06-07T09:00:00Z'},
  {
    word: 'zqkept',
    lines: [`date: ${day}`, 'not_before: 2026-06-12T09:00:00Z'],
    forEverybody: '2026-06-12T09:00:00Z',
    forMembers: '2026-06-12T09:00:00Z',
  },
]

const clocks = [
  '2026-06-01T00:00:00Z',
  '2026-06-07T08:59:59Z',
  '2026-06-07T09:00:00Z',
  '2026-06-07T09:00:01Z',
  '2026-06-08T12:00:00Z',
  '2026-06-10T08:59:59Z',
  '2026-06-10T09:00:00Z',
  '2026-06-10T09:00:01Z',
  '2026-06-11T12:00:00Z',
  '2026-06-12T08:59:59Z',
  '2026-06-12T09:00:00Z',
  '2026-06-12T09:00:01Z',
  '2027-01-01T00:00:00Z',
] as const

function episodeWith({word, lines}: Pick<Withheld, 'word' | 'lines'>): Record<string, string | Uint8Array> {
  const front = [
    `title: ${word} title`,
    `guid: ${word}-guid`,
    `audio: ${word}-sound.mp3`,
    `guests: [${word} guest]`,
    `tags: [${word} tag]`,
    `chapters: ["0:00 ${word} chapter"]`,
    ...lines,
  ]
  return {
    [`${word}.md`]: `---\n${front.join('\n')}\n---\n${word} notes, and ![${word} picture](${word}-in-text.png).\n`,
    [`${word}-sound.mp3`]: Buffer.concat([media.mp3, Buffer.from(word)]),
    [`${word}-in-text.png`]: picture,
    [`${word}.vtt`]: `WEBVTT\n\n00:00.000 --> 00:00.400\n<v ${word} guest>${word} spoken.\n`,
  }
}

const picture = readFileSync(join(import.meta.dirname, '../fixtures/shows/plain-audio/show/cover.png'))
const site = 'https://trial.example/'

/** A network of an open show, which withholds episodes, and of a blocked one. */
function network(): string {
  const folder = temporaryShow({'network.yaml': showFile(`site_url: ${site}`, 'title: All of it')})
  const all = Object.fromEntries(withheld.flatMap((each) => Object.entries(episodeWith(each))))
  const under = (name: string, files: Record<string, string | Uint8Array>) =>
    Object.fromEntries(Object.entries(files).map(([path, content]) => [`${name}/${path}`, content]))
  writeFiles(folder, {
    ...under('open', {
      ...episodeWith({word: 'known', lines: ['date: 2026-01-02']}),
      ...all,
      'show.yaml': showFile(
        `site_url: ${site}open/`,
        'leave_out: {zqleft.md: not ours}',
        'feeds: {supporters: {members: members.txt, early: 3 days}}',
      ),
      'members.txt': 'zqmember\n',
    }),
    ...under('inner', {
      ...episodeWith({word: 'zqinner', lines: ['date: 2026-01-03']}),
      'show.yaml': showFile(`site_url: ${site}inner/`, 'title: zqinner show', 'block: true'),
    }),
  })
  return folder
}

const everyWord = [...withheld.map(({word}) => word), 'zqinner', 'zqmember', secret]

const feedEndings = feedKinds.map(({mainPath}) => mainPath.slice(mainPath.lastIndexOf('.') + 1))

/**
 * What may be in each kind of document: of an episode only once everybody has it (`due`), what members have (`early`), the blocked show
 * (`blocked`). A document that is in no row fails the test: a new kind gets its row.
 */
const rows: readonly (readonly [document: string, path: RegExp, ...may: ('due' | 'early' | 'blocked')[]])[] = [
  ['the files of the show that is blocked', /^(?:public|members)\/inner\//, 'blocked'],
  ['its lock, its report, and what speeds up its builds', /^show\/inner\//, 'blocked'],
  ['feeds and early files of members', /^members\/open\/supporters\//, 'due', 'early'],
  ['what a build for members notes', /^members\/(?:open\/)?\.castwright\//, 'due'],
  ['feeds', new RegExp(`^public/(?:open/)?(?:feed|atom)[^/]*\\.(?:${feedEndings.join('|')})$`), 'due'],
  ['lists of shows', /^public\/(?:shows\.opml|publisher\.xml)$/],
  ['pages', /^public\/(?:open\/)?(?:.*\/)?(?:index|404)\.html$/, 'due'],
  ['transcripts and chapters', /^public\/open\/episodes\//, 'due'],
  ['media and pictures', /^public\/open\/(?:media|images)\//, 'due'],
  ['lists for pages', /^public\/(?:open\/)?(?:episode-list\.json|sitemap\.xml|robots\.txt)$/, 'due'],
  ['search', /^public\/(?:open\/)?search/, 'due'],
  ['style and scripts', /^public\/(?:open\/)?assets\//],
  ['files for hosts', /^public\/(?:open\/)?(?:_headers|_redirects|\.nojekyll)$/],
  ['manifest, copy of the lock', /^public\/(?:open\/)?\.castwright\//, 'due'],
  ['locks', /^show\/(?:open\/)?castwright\.lock\.json$/, 'due'],
  ['caches', /^show\/(?:open\/)?\.castwright\//, 'due'],
  ['reports, for people and for jobs', /^report /, 'due'],
  ['problems, beside the name of the file', /^problems /],
  ['when the next episode is due', /^next$/],
  ['lines for web servers', /^hosting /],
]

/** A problem names the file that it is about, for those who may read it. It tells nothing of what is in the file. */
function withoutFiles(problems: readonly Problem[]): string {
  return JSON.stringify(problems).replaceAll(/\bzq[\w-]+\.(?:md|mp3|png|vtt)\b/g, 'FILE')
}

/** Every document that is made of the network at `clock`, by its path or name. */
async function documents(folder: string, clock: string): Promise<ReadonlyMap<string, string>> {
  const now = new Date(clock)
  const found = new Map<string, string>()
  for (const audience of ['public', 'members'] as const) {
    const outcome = await buildNetwork(folder, join(`${folder}-out`, audience), {now, audience})
    expect(outcome.problems.filter(({severity}) => severity === 'error')).toEqual([])
    const shows = outcome.ok ? outcome.value.shows : []
    found.set(`problems of ${audience}`, withoutFiles(outcome.problems))
    found.set(`report ${audience}`, JSON.stringify(outcome.ok ? outcome.value.network : undefined))
    for (const {name, outcome: built} of shows) {
      const report = name === 'inner' ? `show/inner/${audience}` : `report ${audience} ${name}`
      found.set(report, buildAsMarkdown({...built, problems: []}) + JSON.stringify(built.ok && built.value))
    }
    for (const path of hashesOf(join(`${folder}-out`, audience)).keys())
      found.set(`${audience}/${path}`, readFileSync(join(`${folder}-out`, audience, path), 'latin1'))
  }
  for (const path of hashesOf(folder).keys()) {
    if (/(?:^|\/)(?:castwright\.lock\.json$|\.castwright\/)/.test(path))
      found.set(`show/${path}`, readFileSync(join(folder, path), 'latin1'))
  }
  const next = await nextDue(folder, {now})
  found.set('next', JSON.stringify(next.ok && next.value))
  for (const host of ['nginx', 'caddy', 'netlify', 'apache'] as const) {
    const lines = await hostingText(join(folder, 'open'), host, {now})
    found.set(`hosting ${host}`, String(lines.ok && lines.value))
  }
  return found
}

describe('what is withheld', () => {
  it('is in no document that may not have it, at any time', async () => {
    const folder = network()
    const wrong: string[] = []
    const seen = new Set<string>()
    for (const clock of rowsOfSeries(clocks, 3)) {
      const isOut = (time: string | undefined) => time !== undefined && time <= clock
      for (const [path, content] of await documents(folder, clock)) {
        const row = rows.find(([, pattern]) => pattern.test(path))
        if (row === undefined) wrong.push(`${clock}: ${path} is in no row`)
        const [document = '', , ...allowed] = row ?? []
        const may: readonly string[] = allowed
        seen.add(String(document))
        const text = `${path}\n${content}`
        for (const word of everyWord.filter((each) => text.includes(each))) {
          const {forEverybody, forMembers} = withheld.find((each) => each.word === word) ?? {}
          const isAllowed =
            (may.includes('due') && isOut(forEverybody)) ||
            (may.includes('early') && isOut(forMembers)) ||
            (may.includes('blocked') && word === 'zqinner')
          if (!isAllowed) wrong.push(`${clock}: ${word} in ${path}`)
        }
      }
    }
    expect([...new Set(wrong)]).toEqual([])
    expect(rows.map(([document]) => document).filter((document) => !seen.has(document))).toEqual([])
  })
})
