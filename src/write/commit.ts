import {existsSync, mkdirSync, renameSync, rmdirSync, rmSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {inOrderOfRank, type OutputFile, type StagedContent, type WriteReport} from '../model/output.ts'
import type {Problem} from '../model/problem.ts'
import {type KnownFile, writeManifest, writeManifestUnderWay} from './manifest.ts'
import {moveStaged} from './move-staged.ts'
import {obstacles, thereAt} from './obstacles.ts'
import {entryOf, pathsOf, reportedEntry} from './private-entries.ts'
import {stagedAt} from './stage.ts'
import {unwritable} from './unwritable.ts'
import {problem} from './write-problems.ts'

export type Named = Pick<OutputFile, 'path' | 'mimeType' | 'rank' | 'source' | 'isPrivate'>
export type StagedFile = Named & {readonly content: StagedContent}

export type Committed =
  | {readonly ok: true; readonly report: WriteReport}
  | {readonly ok: false; readonly problems: readonly Problem[]}

type CommitFolders = {
  readonly folder: string
  readonly stage: string
  /** Whether the folder did not exist before this build. Then nothing can be in the way. */
  readonly isNew: boolean
}

type ChangedFile = StagedFile & {readonly content: Exclude<StagedContent, 'unchanged'>}

/**
 * Moves the staged files to where they are published. The manifest names old and new paths before the first rename, so the next build
 * knows whatever a kill leaves behind. What a feed names is there before the feed, and stays until no feed names it any more.
 */
export async function commitFiles(
  {folder, stage, isNew}: CommitFolders,
  files: readonly StagedFile[],
  before: ReadonlyMap<string, KnownFile>,
  isLeft: (entry: string) => boolean = () => false,
): Promise<Committed> {
  const made = new Set(files.map(entryOf))
  const left = [...before].filter(([entry]) => !made.has(entry) && isLeft(entry))
  const entries = new Set([...made, ...left.map(([entry]) => entry)])
  const changed = inOrderOfRank(files.filter((file): file is ChangedFile => file.content !== 'unchanged'))
  const gone = [...before].filter(([entry]) => !entries.has(entry)).map(([entry, known]) => ({entry, ...known}))
  const stale = await stalePaths(folder, gone)
  const touched = {written: changed.map(({path}) => path), deleted: stale.map(({path}) => path)}
  const inTheWay = isNew ? [] : obstacles(folder, stage, touched)
  if (inTheWay.length > 0) return {ok: false, problems: inTheWay}
  try {
    if (changed.length > 0 || gone.length > 0) await writeManifestUnderWay(folder, before, files)
  } catch (error) {
    return {ok: false, problems: [unwritable(folder, error)]}
  }
  try {
    moveStaged(join(stage, 'referred'), folder)
    for (const file of changed) if (file.rank !== 'referred') moveFile(folder, stage, file)
    for (const {path} of stale) removeFile(folder, path)
    await writeManifest(folder, files, new Map(left))
  } catch (error) {
    return {ok: false, problems: [halfDone({folder, stage}, changed, stale, error)]}
  }
  const unchanged = files.filter(({content}) => content === 'unchanged')
  return {
    ok: true,
    report: {
      written: changed.map(reportedPath).toSorted(),
      unchanged: unchanged.map(reportedPath).toSorted(),
      deleted: gone.map(({entry}) => reportedEntry(entry)).toSorted(),
    },
  }
}

type StalePath = {readonly entry: string; readonly path: string}

/** What is to be deleted, in order: a file goes before the files that it names. */
async function stalePaths(
  folder: string,
  gone: readonly (KnownFile & {readonly entry: string})[],
): Promise<readonly StalePath[]> {
  const inOrder = inOrderOfRank(gone.toSorted((one, other) => (one.entry < other.entry ? 1 : -1)))
  const entries = inOrder.map(({entry}) => entry).toReversed()
  const paths = await pathsOf(folder, entries)
  return entries.flatMap((entry) => {
    const path = paths.get(entry)
    return path === undefined ? [] : [{entry, path}]
  })
}

/** Without private names, because everybody can read the logs of public jobs. */
function reportedPath(file: StagedFile): string {
  return reportedEntry(entryOf(file))
}

function moveFile(folder: string, stage: string, file: ChangedFile): void {
  const target = join(folder, file.path)
  mkdirSync(dirname(target), {recursive: true})
  renameSync(stagedAt(stage, file, file.content.maker), target)
}

/** Deletes a file that Castwright wrote, and the folders that are empty then. A folder in place of the file is somebody else's. */
function removeFile(folder: string, path: string): void {
  if (thereAt(join(folder, path))?.isDirectory() !== false) return
  rmSync(join(folder, path), {force: true})
  for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
    try {
      rmdirSync(join(folder, parent))
    } catch {
      return
    }
  }
}

/** What stopped the commit, and everything that has changed by then. What is not in the stage any more was moved. */
function halfDone(
  {folder, stage}: Pick<CommitFolders, 'folder' | 'stage'>,
  changed: readonly ChangedFile[],
  stale: readonly StalePath[],
  error: unknown,
): Problem {
  const reason = error instanceof Error ? error.message : String(error)
  const moved = changed.filter((file) => !existsSync(stagedAt(stage, file, file.content.maker)))
  const deleted = stale.filter(({path}) => !existsSync(join(folder, path)))
  const done = [
    ...listed('New are', moved.map(reportedPath)),
    ...listed(
      'Deleted are',
      deleted.map(({entry}) => reportedEntry(entry)),
    ),
  ]
  const message = `The build stopped while it replaced files in ${folder}: ${reason}. ${done.join('')}All others are as they were`
  const hint = 'Take away what stopped it and build again: that build does the rest. Until then do not deploy'
  return problem('output-incomplete', {}, message, hint)
}

const mostNamed = 20

function listed(words: string, paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return []
  const inOrder = paths.toSorted()
  const others = inOrder.slice(mostNamed)
  const folders = new Set(others.map((path) => (path.includes('/') ? `${path.split('/')[0]}/` : path)))
  const more = others.length === 0 ? '' : ` and ${others.length} more in ${[...folders].join(', ')}`
  return [`${words}: ${inOrder.slice(0, mostNamed).join(', ')}${more}. `]
}
