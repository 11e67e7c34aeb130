import {mkdir, realpath, rm, rmdir, stat} from 'node:fs/promises'
import {join} from 'node:path'
import type {BuildFolders, OutputFile, StagedContent} from '../model/output.ts'
import type {Problem} from '../model/problem.ts'
import {isSitePath, privateFolder} from '../text/addresses/site-path.ts'
import {type BuildLock, takeBuildLock} from './build-lock.ts'
import {collision, pathKey} from './collisions.ts'
import {type Committed, commitFiles, type Named, type StagedFile} from './commit.ts'
import {encodings} from './compressed-copies.ts'
import {readManifest} from './manifest.ts'
import {notOurs, thereAt} from './obstacles.ts'
import {entryOf, withoutPrivatePaths} from './private-entries.ts'
import {type FileMaker, openStage, stagedAt} from './stage.ts'
import {unwritable} from './unwritable.ts'
import {problem} from './write-problems.ts'

/**
 * An output folder that is being built. Files are made beside it one by one, so that a show of any size streams through. Nothing public
 * changes before `commit`. No other build may have the folder until `close`.
 */
export type OutputFolder = {
  /** For workers, which make files in the stage and add the results. */
  readonly folders: BuildFolders
  /** What the manifest names before the build: paths, and hashes of private paths. */
  readonly entries: ReadonlySet<string>
  readonly add: (file: OutputFile) => Promise<readonly Problem[]>
  /** Where the added file for `path` lies now; `undefined` if it is published already. */
  readonly changedFile: (path: string) => string | undefined
  /** Whether an entry of an earlier build belongs to another part of the output. Such entries stay as they are. */
  readonly leave: (isLeft: (entry: string) => boolean) => void
  /** Replaces what changed. After the problem `output-incomplete` a part of the output is new; after any other it is as it was. */
  readonly commit: () => Promise<Committed>
  /** Must be called once, whatever happened. It removes everything that was not committed. */
  readonly close: () => Promise<void>
}

export type Opened =
  | {readonly ok: true; readonly value: OutputFolder}
  | {readonly ok: false; readonly problems: readonly Problem[]}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

export {isOutput, type ManifestFile, outputsIn, readOutputFiles} from './manifest.ts'

/** For a worker: makes text files in the stage of a build that another thread has open. */
export {openStage} from './stage.ts'
export {unwritable} from './unwritable.ts'

function busy(folder: string, heldBy: string): Problem {
  const hint = `Wait for it to end. If there is none, delete ${privateFolder}/${heldBy} in the output folder`
  return problem('output-busy', {}, `Another build is writing to ${folder}`, hint)
}

function takenOver(folder: string): Problem {
  const message = `This build stood still for more than a minute, and another one has begun to write to ${folder} meanwhile`
  return problem('output-busy', {}, message, 'Build again')
}

/**
 * Opens `given` for one build, and cleans up after a build that was killed. Only one build at a time may have the folder. The folder
 * itself may be a link, because its owner wants that; links in it are not followed. If there is a folder `kept`, the pictures that are
 * made are put there as well.
 */
export async function openOutput(given: string, kept?: string): Promise<Opened> {
  const created = !(await exists(given))
  let buildLock: BuildLock
  let folder: string
  let stage: string
  try {
    await mkdir(given, {recursive: true})
    folder = await realpath(given)
    const own = join(folder, privateFolder)
    stage = join(own, 'stage')
    if (thereAt(own)?.isSymbolicLink() === true) return {ok: false, problems: [notOurs(privateFolder, 'is a link')]}
    const taken = await takeBuildLock(own)
    if ('heldBy' in taken) return {ok: false, problems: [busy(given, taken.heldBy)]}
    buildLock = taken
  } catch (error) {
    return {ok: false, problems: [unwritable(given, error)]}
  }
  try {
    await rm(stage, {recursive: true, force: true})
    await mkdir(stage)
  } catch (error) {
    buildLock.release()
    return {ok: false, problems: [unwritable(given, error)]}
  }
  return {
    ok: true,
    value: await openedOutput(
      {output: folder, stage, isNew: created, ...(kept === undefined ? {} : {kept})},
      buildLock,
    ),
  }
}

async function openedOutput(folders: BuildFolders, buildLock: BuildLock): Promise<OutputFolder> {
  const {output: folder, stage, isNew = false} = folders
  const before = await readManifest(folder)
  const staged: StagedFiles = new Map()

  let isLeft = (_entry: string) => false
  const leave: OutputFolder['leave'] = (given) => {
    isLeft = given
  }

  async function close(): Promise<void> {
    // A build that has taken over the folder also has the stage.
    if (buildLock.isHeld()) await rm(stage, {recursive: true, force: true})
    buildLock.release()
    // A first build that failed leaves no trace. Only empty folders are deleted.
    await rmdir(join(folder, privateFolder)).catch(() => undefined)
    if (isNew) await rmdir(folder).catch(() => undefined)
  }

  function changedFile(path: string): string | undefined {
    const file = staged.get(pathKey(path))
    if (file === undefined || file.content === 'unchanged') return undefined
    return stagedAt(stage, file, file.content.maker)
  }

  async function commit(): Promise<Committed> {
    if (!buildLock.isHeld()) return {ok: false, problems: [takenOver(folder)]}
    const files = [...staged.values()]
    const committed = await commitFiles({folder, stage, isNew}, files, before, isLeft)
    if (committed.ok) return committed
    return {ok: false, problems: withoutPrivatePaths(committed.problems, [...before.keys(), ...files.map(entryOf)])}
  }

  const add = addingTo(staged, folders, openStage(folders, 'main'), before)
  return {folders, entries: new Set(before.keys()), add, changedFile, leave, commit, close}
}

/** The keys are made by `pathKey`. */
type StagedFiles = Map<string, StagedFile>

/** `add` of an output folder: makes a file with `maker`, and puts the result into `staged`. */
function addingTo(
  staged: StagedFiles,
  {output: folder, stage, isNew = false}: BuildFolders,
  maker: FileMaker,
  before: Awaited<ReturnType<typeof readManifest>>,
): OutputFolder['add'] {
  async function add(file: OutputFile): Promise<readonly Problem[]> {
    const found = await addMade(file, () => contentOf(file, maker))
    const problems = file.isPrivate === true ? withoutPrivatePaths(found, [entryOf(file)]) : found
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
    if (!isSitePath(path)) return [notForUs(path, source)]
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
      const isOurs = isNew || before.has(entryOf(record)) || thereAt(join(folder, path)) === undefined
      return isOurs ? [] : [notOurs(path, 'is a file that Castwright did not write')]
    } catch (error) {
      return [unwritable(path, error)]
    }
  }

  return add
}

function notForUs(path: string, source: string): Problem {
  const message = `${source} asks for a file at ${path}, which is no path below the output folder that is free for files of a site`
  return problem(
    'output-path-reserved',
    {file: source},
    message,
    `Choose a path without .. that does not begin with ${privateFolder}/`,
  )
}

function contentOf(file: OutputFile, maker: FileMaker): StagedContent | Promise<StagedContent> {
  if ('staged' in file) return file.staged
  return 'pieces' in file ? maker.text(file) : maker.copy(file)
}
