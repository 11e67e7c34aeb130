import {mkdir, realpath, rm, rmdir, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {type KeptFiles, keptFiles} from '../cache/kept-files.ts'
import type {BuildFolders, OutputFile} from '../model/output.ts'
import type {Problem} from '../model/problem.ts'
import {privateFolder} from '../text/addresses/site-path.ts'
import {addedFiles} from './added-files.ts'
import {type BuildLock, takeBuildLock} from './build-lock.ts'
import {pathKey} from './collisions.ts'
import {type Committed, commitFiles} from './commit.ts'
import {readManifest} from './manifest.ts'
import {notOurs, thereAt} from './obstacles.ts'
import {entryOf, withoutPrivatePaths} from './private-entries.ts'
import {stagedAt} from './stage.ts'
import type {OnPicture} from './stage-pictures.ts'
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
  /** The hash of the added text for `path`, if it was opened with `hashesTexts` and the text is not published already. */
  readonly sha1Of: (path: string) => string | undefined
  /** Whether an entry of an earlier build belongs to another part of the output. Such entries stay as they are. */
  readonly leave: (isLeft: (entry: string) => boolean) => void
  /**
   * Makes the pictures that were added, and replaces what changed. After the problem `output-incomplete` a part of the output is new; after
   * any other it is as it was.
   */
  readonly commit: (onPicture?: OnPicture) => Promise<Committed>
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

export {isOutput, type ManifestFile, outputOf, outputsIn, readOutputFiles, readOutputs} from './manifest.ts'
export {reportedEntry} from './private-entries.ts'

/** For a worker: makes text files in the stage of a build that another thread has open. */
export {openStage} from './stage.ts'
export type {OnPicture} from './stage-pictures.ts'
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
 * made are put there as well. With `hashesTexts` nobody has to read a text again to know its hash.
 */
export async function openOutput(
  given: string,
  {kept, hashesTexts = false}: {readonly kept?: string | undefined; readonly hashesTexts?: boolean} = {},
): Promise<Opened> {
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
      {output: folder, stage, isNew: created, hashesTexts},
      buildLock,
      kept === undefined ? undefined : keptFiles(kept),
    ),
  }
}

async function openedOutput(
  folders: BuildFolders,
  buildLock: BuildLock,
  kept: KeptFiles | undefined,
): Promise<OutputFolder> {
  const {output: folder, stage, isNew = false} = folders
  const before = await readManifest(folder)
  const {staged, add, stagePictures} = addedFiles(folders, before)

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

  function sha1Of(path: string): string | undefined {
    const content = staged.get(pathKey(path))?.content
    return typeof content === 'object' ? content.sha1 : undefined
  }

  async function commit(onPicture?: OnPicture): Promise<Committed> {
    const problems = await stagePictures(kept, onPicture)
    if (problems.length > 0) return {ok: false, problems}
    if (!buildLock.isHeld()) return {ok: false, problems: [takenOver(folder)]}
    const files = [...staged.values()]
    const committed = await commitFiles({folder, stage, isNew}, files, before, isLeft)
    if (committed.ok) return committed
    return {ok: false, problems: withoutPrivatePaths(committed.problems, [...before.keys(), ...files.map(entryOf)])}
  }

  return {folders, entries: new Set(before.keys()), add, changedFile, sha1Of, leave, commit, close}
}
