import {lstatSync} from 'node:fs'
import {mkdir, rm, rmdir, stat} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {OutputFile, StagedContent, StagePlaces, WriteReport} from '../model/output.ts'
import {type Problem, problem} from '../model/problem.ts'
import {type BuildLock, takeLock} from './build-lock.ts'
import {collision, pathKey} from './collisions.ts'
import {encodings} from './compressed-copies.ts'
import {privateFolder, readManifest, writeManifest} from './manifest.ts'
import {moveIntoPlace} from './move-into-place.ts'
import {entryOf, pathsOf, reportedEntry} from './private-entries.ts'
import {type FileMaker, openStage, stagedAt} from './stage.ts'

type Named = Pick<OutputFile, 'path' | 'mimeType' | 'rank' | 'source' | 'isPrivate'>
type StagedFile = Named & {readonly content: StagedContent}

/**
 * An output folder that is being built. Files are made aside one by one, so that a show of any size streams through;
 * nothing public changes before `commit`, and `discard` leaves everything as it was.
 */
export type OutputFolder = {
  /** For workers: they make files in the stage and add what came of it. */
  readonly places: StagePlaces
  readonly add: (file: OutputFile) => Promise<readonly Problem[]>
  /** Where what is to be published at `path` lies now, once it was added; `undefined` if it is published already. */
  readonly changedPlace: (path: string) => string | undefined
  readonly commit: () => Promise<{readonly report: WriteReport; readonly problems: readonly Problem[]}>
  readonly discard: () => Promise<void>
}

export type Opened =
  | {readonly ok: true; readonly value: OutputFolder}
  | {readonly ok: false; readonly problems: readonly Problem[]}

/** A file that could not be made or put in its place: the disk is full, or nobody may write there. */
export function unwritable(path: string, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error)
  return problem(
    'output-unwritable',
    {},
    `${path} could not be written: ${reason}`,
    'Check the permissions and the free space, or choose another folder with --out',
  )
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

export {type PublishedFile, readPublished} from './manifest.ts'

/** For a worker: makes text files in the stage of a build that another thread has open. */
export {openStage} from './stage.ts'

/** Opens `folder` for one build, cleaning up after one that was killed. Only one build at a time may have it. */
export async function openOutput(folder: string): Promise<Opened> {
  const stage = join(folder, privateFolder, 'stage')
  let lock: BuildLock
  const created = !(await exists(folder))
  try {
    await mkdir(join(folder, privateFolder), {recursive: true})
    const taken = await takeLock(join(folder, privateFolder, 'lock'))
    if (taken === 'busy') {
      const hint = 'Wait for it to end. If there is none, delete .castwright/lock in the output folder'
      return {ok: false, problems: [problem('output-busy', {}, `Another build is writing to ${folder}`, hint)]}
    }
    lock = taken
    await rm(stage, {recursive: true, force: true})
    await mkdir(stage)
  } catch (error) {
    return {ok: false, problems: [unwritable(folder, error)]}
  }
  const before = await readManifest(folder)
  /** By `pathKey`. */
  const staged = new Map<string, StagedFile>()
  const places = {output: folder, stage, isNew: created}
  const maker = openStage(places, 'main')

  async function end(): Promise<void> {
    await rm(stage, {recursive: true, force: true})
    await lock.release()
    // A first build that failed leaves no trace: folders go if they are empty, and only then.
    await rmdir(join(folder, privateFolder)).catch(() => undefined)
    if (created) await rmdir(folder).catch(() => undefined)
  }

  async function add(file: OutputFile): Promise<readonly Problem[]> {
    const problems = await addMade(file, () => contentOf(file, maker))
    return file.compressed === true && problems.length === 0 ? addCompressed(file) : problems
  }

  async function addCompressed({path, mimeType, rank, source}: Named): Promise<readonly Problem[]> {
    const content = staged.get(pathKey(path))?.content ?? 'unchanged'
    const original = content === 'unchanged' ? join(folder, path) : stagedAt(stage, {path, rank}, content.maker)
    const copies = encodings.map((encoding) => {
      const copy = {path: `${path}${encoding.ending}`, mimeType, rank, source}
      return addMade(copy, () => maker.compressed(copy, encoding, original))
    })
    return (await Promise.all(copies)).flat()
  }

  async function addMade(
    {path, mimeType, rank, source, isPrivate}: Named,
    make: () => StagedContent | Promise<StagedContent>,
  ): Promise<readonly Problem[]> {
    const key = pathKey(path)
    const collisions = collision(staged.get(key), {path, source})
    if (collisions.length > 0) return collisions
    const record = {
      path,
      mimeType,
      rank,
      source,
      content: 'unchanged',
      ...(isPrivate === true ? {isPrivate} : {}),
    } as const
    staged.set(key, record)
    try {
      const content = await make()
      if (content === 'unchanged') return []
      staged.set(key, {...record, content})
      return created || before.has(entryOf(record)) || !isThere(join(folder, path)) ? [] : [notOurs(path)]
    } catch (error) {
      return [unwritable(path, error)]
    }
  }

  function changedPlace(path: string): string | undefined {
    const file = staged.get(pathKey(path))
    if (file === undefined || file.content === 'unchanged') return undefined
    return stagedAt(stage, file, file.content.maker)
  }

  async function commit() {
    const files = [...staged.values()]
    try {
      const report = await replaceFiles(folder, stage, files, before)
      return {report, problems: []}
    } catch (error) {
      return {report: {written: [], unchanged: [], deleted: []}, problems: [unwritable(folder, error)]}
    } finally {
      await end()
    }
  }

  return {ok: true, value: {places, add, changedPlace, commit, discard: end}}
}

function contentOf(file: OutputFile, maker: FileMaker): StagedContent | Promise<StagedContent> {
  if ('staged' in file) return file.staged
  return 'pieces' in file ? maker.text(file) : maker.copy(file)
}

function isThere(path: string): boolean {
  return lstatSync(path, {throwIfNoEntry: false}) !== undefined
}

function notOurs(path: string): Problem {
  const message = `The output folder has a ${path} that Castwright did not write`
  return problem('output-not-ours', {}, message, 'Move it away, or build to another folder with --out')
}

/**
 * Puts the staged files in place. The manifest names old and new paths before the first rename, so whatever a kill leaves
 * behind is known to the next build; feeds come last, and what no feed names any more goes after them.
 */
async function replaceFiles(
  folder: string,
  stage: string,
  files: readonly StagedFile[],
  before: ReadonlySet<string>,
): Promise<WriteReport> {
  const entries = new Set(files.map(entryOf))
  const changed = files.filter(({content}) => content !== 'unchanged')
  const gone = [...before].filter((entry) => !entries.has(entry)).sort()
  const stale = [...(await pathsOf(folder, gone)).values()]
  if (changed.length > 0 || gone.length > 0) await writeManifest(folder, new Set([...before, ...entries]))
  for (const rank of ['referred', 'feed'] as const) moveIntoPlace(join(stage, rank), folder)
  for (const path of stale) await removeFile(folder, path)
  await writeManifest(folder, entries, files)
  return {
    written: changed.map(reportedPath).sort(),
    unchanged: files
      .filter(({content}) => content === 'unchanged')
      .map(reportedPath)
      .sort(),
    deleted: gone.map(reportedEntry),
  }
}

/** Reports are printed in jobs that everybody can read. */
function reportedPath(file: StagedFile): string {
  return reportedEntry(entryOf(file))
}

/** Deletes a file of ours and the folders it leaves empty. */
async function removeFile(folder: string, path: string): Promise<void> {
  await rm(join(folder, path), {force: true})
  for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
    try {
      await rmdir(join(folder, parent))
    } catch {
      return
    }
  }
}
