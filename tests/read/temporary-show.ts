import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {onTestFinished} from 'vitest'
import type {Episode} from '../../src/model/episode.ts'
import type {Outcome, Problem} from '../../src/model/problem.ts'
import {openShow, readEpisode, unknownKeyProblems} from '../../src/read/read.ts'

/** What no show can do without, and an identity. */
export const fewestLines = `title: Night Trains
description: Sleeper trains and the people who run them.
site_url: https://example.org/
language: en
guid: 9b024349-ccf0-5f69-a609-6b82873eab3c
`

/** Nothing is said of it. */
export const smallestShow = `${fewestLines}author: Night Trains
owner: none
explicit: false
`

/** A show folder that is gone after the test. Paths are below it; a `show.yaml` of a few lines is added where none is given. */
export function temporaryShow(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-read-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const all = 'show.yaml' in files || 'show.json' in files ? files : {'show.yaml': smallestShow, ...files}
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), text)
  }
  return folder
}

export type ReadShow = {
  readonly outcomes: ReadonlyMap<string, Outcome<Episode>>
  readonly problems: readonly Problem[]
}

/** Opens the show in `folder` and reads every episode of it. */
export async function readShow(folder: string): Promise<ReadShow> {
  const opened = await openShow(folder)
  if (!opened.ok) return {outcomes: new Map(), problems: opened.problems}
  const outcomes = new Map<string, Outcome<Episode>>()
  const problems = [...opened.problems]
  for (const files of opened.value.episodes) {
    const outcome = await readEpisode(opened.value, files)
    outcomes.set(files.file, outcome)
    problems.push(...outcome.problems)
  }
  return {outcomes, problems: [...problems, ...unknownKeyProblems(opened.value)]}
}

/** The one episode with this front matter, in a show of `show` and with `more` files beside it. */
export async function readOne(
  frontMatter: string,
  options: {
    readonly name?: string
    readonly body?: string
    readonly more?: Readonly<Record<string, string>>
    readonly show?: string
  } = {},
): Promise<{readonly episode: Episode | undefined; readonly problems: readonly Problem[]}> {
  const {name = 'one.md', body = 'Show notes.\n', more = {}, show = ''} = options
  const text = frontMatter === '' ? body : `---\n${frontMatter}\n---\n${body}`
  const {outcomes, problems} = await readShow(temporaryShow({'show.yaml': smallestShow + show, [name]: text, ...more}))
  const outcome = outcomes.get(name)
  return {episode: outcome?.ok ? outcome.value : undefined, problems}
}
