import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {inspect} from 'node:util'
import {afterAll, describe, expect, it} from 'vitest'
import type {Episode} from '../../src/model/episode.ts'
import {hasErrors, type Problem} from '../../src/model/problem.ts'
import {openShow, readEpisode, unknownKeyProblems} from '../../src/read/read.ts'

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
    let differences = 0
    let transcripts = 0
    for (const files of opened.value.episodes) {
      const reading = await readEpisode(opened.value, files)
      problems.push(...reading.problems)
      const answer = expected.get(files.file)
      if (!reading.ok || answer === undefined) {
        differences += 1
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
      if (JSON.stringify(facts) === JSON.stringify(wanted)) continue
      differences += 1
      say(files.file, facts, wanted)
    }
    const counts = new Map<string, number>()
    for (const {code} of [...problems, ...unknownKeyProblems(opened.value)])
      counts.set(code, (counts.get(code) ?? 0) + 1)
    say(
      `${name}: ${answers.length} episodes, ${differences} differences, ${transcripts} transcripts`,
      Object.fromEntries(counts),
    )
    if (process.env.CASTWRIGHT_VERBOSE) say([...problems, ...unknownKeyProblems(opened.value)].slice(0, 60))
    expect(answers.length).toBeGreaterThan(100)
    expect(differences).toBe(0)
    expect(hasErrors(problems)).toBe(false)
  })
})
