import {closeSync, constants, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync} from 'node:fs'
import {chmod, copyFile, open, stat, utimes} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {type KeptFiles, keptFiles} from '../cache/kept-files.ts'
import type {BuildFolders, OutputFile, StagedContent} from '../model/output.ts'
import type {PictureRecipe} from '../model/pictures-of-pages.ts'
import {makePicture} from '../pictures/make-picture.ts'
import {type Encoding, type Staging, stageCompressed} from './compressed-copies.ts'
import {encodeNext} from './encode-text.ts'
import {thereAt} from './obstacles.ts'

type StagedPath = Pick<OutputFile, 'path' | 'rank'>

/** Makes the files of one build beside the output. A file that the output already has is not made. */
export type FileMaker = {
  readonly text: (file: StagedPath & {readonly pieces: Iterable<string>}) => StagedContent | Promise<StagedContent>
  readonly copy: (
    file: StagedPath & {readonly copyFrom: string; readonly recipe?: PictureRecipe},
  ) => Promise<StagedContent>
  /** `file` as the compressed copy of the text at `original`, in the stage or published. */
  readonly compressed: (file: StagedPath, encoding: Encoding, original: string) => Promise<StagedContent>
}

const mostFoldersRemembered = 100

/** Where the file that `maker` made waits to be published. */
export function stagedAt(stage: string, {path, rank}: StagedPath, maker: string): string {
  return join(stage, rank, maker, path)
}

/**
 * Files lie in the stage as they will be published. So a new folder is moved whole, and no folder gets thousands of files, which would
 * be slow. `maker` keeps threads apart: if two episodes want one path, they must not overwrite each other before that is noticed.
 */
export function openStage({output, stage, isNew = false, kept}: BuildFolders, maker: string): FileMaker {
  const keptPictures = kept === undefined ? undefined : keptFiles(kept)
  const folders = new Set<string>()
  const stagedPath = (file: StagedPath): string => {
    const staged = stagedAt(stage, file, maker)
    const parent = dirname(staged)
    if (!folders.has(parent)) mkdirSync(parent, {recursive: true})
    // The folders of the latest episodes are asked for again.
    if (folders.size > mostFoldersRemembered) folders.clear()
    folders.add(parent)
    return staged
  }
  // All files share this object, because a show has tens of thousands of files.
  const here = {maker}
  const contentOf = (outcome: Staging): StagedContent => (outcome === 'made' ? here : outcome)
  // If the folder did not exist, it need not be asked for each file.
  const textAt = (path: string) => (isNew ? undefined : join(output, path))
  return {
    text: (file) => {
      const outcome = stageText(file.pieces, () => stagedPath(file), textAt(file.path))
      return typeof outcome === 'string' ? contentOf(outcome) : outcome.then(contentOf)
    },
    copy: async (file) => {
      const {copyFrom, recipe} = file
      const [staged, target] = [() => stagedPath(file), join(output, file.path)] as const
      return contentOf(
        await (recipe === undefined
          ? stageCopy(copyFrom, staged, target)
          : stagePicture({from: copyFrom, recipe, kept: keptPictures}, staged, target)),
      )
    },
    compressed: async (file, encoding, original) =>
      contentOf(await stageCompressed(encoding, original, () => stagedPath(file), join(output, file.path))),
  }
}

function holds(path: string, bytes: Buffer): boolean {
  try {
    const there = thereAt(path)
    return there?.isFile() === true && there.size === bytes.length && readFileSync(path).equals(bytes)
  } catch {
    return false
  }
}

async function sameFiles(one: string, other: string): Promise<boolean> {
  const [first, second] = [await stat(one), thereAt(other)]
  if (second?.isFile() !== true || first.size !== second.size) return false
  const handles = await Promise.all([open(one), open(other)])
  try {
    const chunks = [Buffer.alloc(1 << 16), Buffer.alloc(1 << 16)] as const
    for (let position = 0; position < first.size; position += chunks[0].length) {
      const [a, b] = await Promise.all([
        handles[0].read(chunks[0], 0, chunks[0].length, position),
        handles[1].read(chunks[1], 0, chunks[1].length, position),
      ])
      if (!chunks[0].subarray(0, a.bytesRead).equals(chunks[1].subarray(0, b.bytesRead))) return false
    }
    return true
  } finally {
    await Promise.all(handles.map((handle) => handle.close()))
  }
}

/** Makes a text file at `stagedPath()`, unless there is a file at `target` with the same bytes. */
function stageText(
  pieces: Iterable<string>,
  stagedPath: () => string,
  target: string | undefined,
): Staging | Promise<Staging> {
  const iterator = pieces[Symbol.iterator]()
  const {bytes, isWhole} = encodeNext(iterator)
  if (!isWhole) return stageLongText(bytes, iterator, stagedPath(), target)
  if (target !== undefined && holds(target, bytes)) return 'unchanged'
  const staged = stagedPath()
  // It writes synchronously, because three trips through the thread pool cost more than writing a page.
  writeFileSync(staged, bytes)
  return 'made'
}

async function stageLongText(
  begun: Buffer,
  rest: Iterator<string>,
  staged: string,
  target: string | undefined,
): Promise<Staging> {
  const file = openSync(staged, 'w')
  try {
    writeFully(file, begun)
    for (let isWhole = false; !isWhole; ) {
      const next = encodeNext(rest)
      writeFully(file, next.bytes)
      isWhole = next.isWhole
    }
  } finally {
    closeSync(file)
  }
  if (target === undefined || !(await sameFiles(staged, target))) return 'made'
  // Everything in the stage gets published, and this text is published already.
  rmSync(staged)
  return 'unchanged'
}

/** `writeSync` may write less than it was given. */
function writeFully(file: number, bytes: Buffer): void {
  for (let offset = 0; offset < bytes.length; ) offset += writeSync(file, bytes, offset)
}

/**
 * Copies a file of the author's to `stagedPath()`, unless `target` has the same size and modification time. Media are too large to be
 * compared, and the copy keeps the time of the original. If the file system has reflinks, the copy is one. It is never a hard link,
 * because an edit in the output must not reach the author's file.
 */
async function stageCopy(from: string, stagedPath: () => string, target: string): Promise<Staging> {
  const source = await stat(from)
  const there = thereAt(target)
  const existing = there?.isFile() === true ? there : undefined
  const sameTime = Math.floor(source.mtimeMs / 1000) === Math.floor((existing?.mtimeMs ?? -1) / 1000)
  const isSame = existing?.size === source.size && (sameTime || (await sameFiles(from, target)))
  if (isSame) {
    // Earlier versions gave a copy the mode of the author's file.
    if ((existing.mode & readableByAll) !== (publicMode() & readableByAll))
      await chmod(target, publicMode()).catch(() => {})
    return 'unchanged'
  }
  const staged = stagedPath()
  await copyFile(from, staged, constants.COPYFILE_FICLONE)
  await chmod(staged, publicMode())
  await utimes(staged, source.atime, source.mtime)
  return 'made'
}

type PictureToMake = {
  readonly from: string
  readonly recipe: PictureRecipe
  readonly kept: KeptFiles | undefined
}

/**
 * A picture in another size has the time of the picture that it was made of, and its name says everything else. So it is made again only if
 * that picture was touched. The names of other pictures do not say everything.
 */
async function stagePicture(
  {from, recipe, kept}: PictureToMake,
  stagedPath: () => string,
  target: string,
): Promise<Staging> {
  const source = await stat(from)
  const there = thereAt(target)
  // Times are compared to the millisecond, because a picture may change twice in a second.
  const isSameTime = Math.round(source.mtimeMs) === Math.round(there?.mtimeMs ?? -1)
  if (recipe.kind === 'resized' && there?.isFile() === true && isSameTime) return 'unchanged'
  const bytes = await makePicture(from, recipe, kept)
  if (holds(target, bytes)) return 'unchanged'
  const staged = stagedPath()
  writeFileSync(staged, bytes)
  await utimes(staged, source.atime, source.mtime)
  return 'made'
}

const readableByAll = 0o444

/**
 * The mode that every other file gets. If only the author may read a recording (0600, as some editors save it), a server that copies the
 * mode would answer listeners with 403.
 */
function publicMode(): number {
  return 0o666 & ~process.umask()
}
