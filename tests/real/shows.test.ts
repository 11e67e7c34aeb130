import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {inspect, isDeepStrictEqual} from 'node:util'
import {afterAll, describe, expect, it} from 'vitest'
import type {Episode} from '../../src/model/episode.ts'
import {hasErrors, type Problem} from '../../src/model/problem.ts'
import {openShow, readEpisode, unknownKeyProblems} from '../../src/read/read.ts'
import {planInMemory} from '../plan-in-memory.ts'

function say(...values: readonly unknown[]): void {
  process.stdout.write(`${values.map((each) => (typeof each === 'string' ? each : inspect(each))).join(' ')}\n`)
}

/** Whole shows of other people with the answers of an independent script; they are not part of this repository. */
const material = resolve(process.env.CASTWRIGHT_MATERIAL ?? '../shared', 'real')
const isThere = existsSync(join(material, 'expect.json'))
if (!isThere) say(`skipped: no real shows in ${material} (set CASTWRIGHT_MATERIAL)`)

type Answer = {
  readonly file: string
  readonly title: string
  readonly date_utc: string
  readonly media: string
  readonly seconds: number | null
  readonly bytes: number | null
  readonly guid: string | null
  readonly episode: number | null
}

type RealShow = {readonly name: string; readonly folder: string; readonly showYaml: string; readonly mediaUrl: string}

const mediaUrl = 'https://media.example.org/files/'
const shows: readonly RealShow[] = [
  {
    name: 'rustacean-station',
    folder: 'rustacean-station',
    mediaUrl: '',
    showYaml:
      'title: One\ndescription: A show.\nsite_url: https://example.org/\nlanguage: en\nepisodes: _episodes/**/*.md\n',
  },
  {
    name: 'arrested-devops',
    folder: 'arresteddevops',
    mediaUrl,
    showYaml: `title: Two\ndescription: A show.\nsite_url: https://example.org/\nlanguage: en\nepisodes: content/episode/*.md\nmedia_url: ${mediaUrl}\n`,
  },
]

const scratch: string[] = []
afterAll(() => {
  for (const folder of scratch) rmSync(folder, {recursive: true})
})

function factsOf({title, publication, media, guid, number}: Episode) {
  const [first] = media
  return {
    title,
    date: publication.state === 'published' ? publication.at.toISOString() : 'draft',
    media: first?.location,
    seconds: first?.durationInSeconds ?? null,
    bytes: first?.sizeInBytes ?? null,
    guid: guid as string,
    episode: number ?? null,
  }
}

type JsonItem = {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly date_published: string
  readonly attachments?: readonly {
    readonly url: string
    readonly size_in_bytes?: number
    readonly duration_in_seconds?: number
  }[]
  readonly _podcast?: {readonly episode?: number}
}

/** The items of the JSON Feed that a build would publish, by the name of the episode's page; older documents of it included. */
async function publishedItems(root: string): Promise<ReadonlyMap<string, JsonItem>> {
  const {files} = await planInMemory(root, new Date('2100-01-01T00:00:00Z'))
  const items: JsonItem[] = []
  for (let path: string | undefined = 'feed.json'; path !== undefined; ) {
    const document = JSON.parse(files.get(path) ?? '{"items": []}')
    items.push(...document.items)
    path = document.next_url?.replace('https://example.org/', '')
  }
  return new Map(items.map((item) => [item.url, item]))
}

/** The facts of `factsOf`, read back from an item. Feeds have whole seconds. */
function factsInFeed({id, title, date_published, attachments = [], _podcast}: JsonItem) {
  const [first] = attachments
  return {
    title,
    date: new Date(date_published).toISOString(),
    media: first?.url,
    seconds: first?.duration_in_seconds ?? null,
    bytes: first?.size_in_bytes ?? null,
    guid: id,
    episode: _podcast?.episode ?? null,
  }
}

describe.skipIf(!isThere)('real shows build with a show.yaml of a few lines and nothing else', () => {
  it.each(shows)('$name', async ({name, folder, showYaml, mediaUrl: prefix}) => {
    const root = mkdtempSync(join(tmpdir(), 'castwright-real-'))
    scratch.push(root)
    cpSync(join(material, folder), root, {recursive: true})
    writeFileSync(join(root, 'show.yaml'), showYaml)
    const answers = (
      JSON.parse(readFileSync(join(material, 'expect.json'), 'utf8'))[name].episodes as readonly Answer[]
    ).map((answer) => [answer.file.slice(folder.length + 1), answer] as const)
    const opened = await openShow(root)
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
    expect(opened.value.episodes.map(({file}) => file).sort()).toEqual(answers.map(([file]) => file).sort())
    const expected = new Map(answers)
    const problems: Problem[] = [...opened.problems]
    const items = await publishedItems(root)
    let differences = 0
    let differencesInFeed = 0
    let transcripts = 0
    for (const files of opened.value.episodes) {
      const reading = await readEpisode(opened.value, files)
      problems.push(...reading.problems)
      const answer = expected.get(files.file)
      if (!reading.ok || answer === undefined) {
        differences += 1
        differencesInFeed += 1
        say('not read', files.file, reading.problems)
        continue
      }
      transcripts += reading.value.transcripts.length
      const facts = factsOf(reading.value)
      const wanted = {
        title: answer.title,
        date: new Date(answer.date_utc).toISOString(),
        media: prefix + answer.media,
        seconds: answer.seconds,
        bytes: answer.bytes,
        guid: answer.guid ?? facts.guid,
        episode: answer.episode,
      }
      const item = items.get(`https://example.org/episodes/${reading.value.slug}/`)
      const inFeed = item && factsInFeed(item)
      const wantedInFeed = {...wanted, seconds: wanted.seconds === null ? null : Math.round(wanted.seconds)}
      if (!isDeepStrictEqual(inFeed, wantedInFeed)) {
        differencesInFeed += 1
        say('in the feed', files.file, inFeed, wantedInFeed)
      }
      if (JSON.stringify(facts) === JSON.stringify(wanted)) continue
      differences += 1
      say(files.file, facts, wanted)
    }
    const counts = new Map<string, number>()
    for (const {code} of [...problems, ...unknownKeyProblems(opened.value)])
      counts.set(code, (counts.get(code) ?? 0) + 1)
    say(
      `${name}: ${answers.length} episodes, ${differences} differences as read, ${differencesInFeed} in the JSON Feed of ${items.size}, ${transcripts} transcripts`,
      Object.fromEntries(counts),
    )
    if (process.env.CASTWRIGHT_VERBOSE) say([...problems, ...unknownKeyProblems(opened.value)].slice(0, 60))
    expect(answers.length).toBeGreaterThan(100)
    expect(differences).toBe(0)
    expect(differencesInFeed).toBe(0)
    expect(items.size).toBe(answers.length)
    expect(hasErrors(problems)).toBe(false)
  })
})
