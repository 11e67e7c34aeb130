import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type InitHostName, init} from '../../src/index.ts'
import {build} from '../../src/uses/build.ts'
import {episodeFile, showFile, temporaryShow} from '../temporary-show.ts'
import {type Event, type Run, runWorkflow} from './run-workflow.ts'
import {git, newWorld, push, type World} from './workflow-world.ts'

export const before = '2026-06-30T00:00:00Z'
/** The second episode is due. */
export const minute = '2026-07-01T07:00:00Z'
export const after = '2026-07-01T08:23:00Z'

export const hourly = {schedule: '23 * * * *'}

const ignored = {'.gitignore': '/output/\n.castwright/\n'}

/** A show in a bare repository, whose workflows run against what `world` holds. */
export type ShowInRepository = {
  readonly world: World
  readonly clone: string
  /** Commits everything in the clone. What runs next is of this commit. */
  readonly push: (branch?: string) => void
  /** The commit that was pushed last. */
  readonly sha: () => string
  readonly run: (file: 'publish' | 'preview', name: Event['name'], now: string, payload?: Event['payload']) => Run
  /** The same of another text than that of a file, or on another branch. */
  readonly runText: (text: string, event: Omit<Event, 'sha'>) => Run
  /** Paths that the host serves, and everything that it serves as one text. */
  readonly live: () => readonly string[]
  readonly liveText: () => string
  readonly lockInRemote: () => string
}

/** Pushes what lies in `clone`. */
export function inRepository(world: World, clone: string): ShowInRepository {
  let sha = push(world, clone)
  const runText = (text: string, event: Omit<Event, 'sha'>) => runWorkflow(world, text, {...event, sha})
  return {
    world,
    clone,
    push: (branch) => {
      sha = push(world, clone, branch)
    },
    sha: () => sha,
    run: (file, name, now, payload = {}) =>
      runText(readFileSync(join(clone, `.github/workflows/${file}.yml`), 'utf8'), {name, now, payload}),
    runText,
    live: () => readdirSync(world.live, {recursive: true}).map(String).sort(),
    liveText: () =>
      readdirSync(world.live, {recursive: true, withFileTypes: true})
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
        .join('\n'),
    lockInRemote: () => git(world.remote, 'show', 'main:castwright.lock.json'),
  }
}

/** A show of `files` with the workflows of `host`, committed. It was never built. */
export async function newShow(
  host: InitHostName,
  world: World,
  files: Readonly<Record<string, string>>,
): Promise<ShowInRepository> {
  const clone = temporaryShow({...ignored, ...files})
  await init(clone, {host, now: new Date(before)})
  return inRepository(world, clone)
}

/** A show of `files` that was built, committed with its lock and the workflows of `host`. By default its second episode is due in summer. */
export async function publishedShow(
  host: InitHostName,
  files: Readonly<Record<string, string>> = {
    'show.yaml': showFile('timezone: Europe/Berlin'),
    '001-dawn.md': episodeFile('dawn', ['date: 2026-01-01']),
    '002-surprise.md': episodeFile('surprise', ['title: The Surprise', 'date: 2026-07-01 09:00']),
  },
): Promise<ShowInRepository> {
  const clone = temporaryShow({...ignored, ...files})
  await init(clone, {host, now: new Date(before)})
  await build(clone, join(clone, 'output'), {now: new Date(before)})
  return inRepository(newWorld(), clone)
}
