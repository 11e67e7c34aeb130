import {createHash, type Hash} from 'node:crypto'
import {closeSync, constants, mkdirSync, openSync, rmSync, writeFileSync, writeSync} from 'node:fs'
import {chmod, copyFile, stat, utimes} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {BuildFolders, OutputFile, StagedContent} from '../model/output.ts'
import type {TextPiece} from '../text/text-piece.ts'
import {type Encoding, type Staging, stageCompressed} from './compressed-copies.ts'
import {encodeNext} from './encode-text.ts'
import {holds, sameFiles} from './held-files.ts'
import {thereAt} from './obstacles.ts'

type StagedPath = Pick<OutputFile, 'path' | 'rank'>

/** Makes the files of one build beside the output. A file that the output already has is not made. */
export type FileMaker = {
  readonly text: (file: StagedPath & {readonly pieces: Iterable<TextPiece>}) => StagedContent | Promise<StagedContent>
  readonly copy: (file: StagedPath & {readonly copyFrom: string}) => Promise<StagedContent>
  /** Where a file is to be made that somebody else makes. Its folder is there. */
  readonly pathOf: (file: StagedPath) => string
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
export function openStage({output, stage, isNew = false, hashesTexts = false}: BuildFolders, maker: string): FileMaker {
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
      const hashing = hashesTexts ? createHash('sha1') : undefined
      const made = (outcome: Staging): StagedContent =>
        outcome === 'made' && hashing !== undefined ? {maker, sha1: hashing.digest('base64')} : contentOf(outcome)
      const outcome = stageText(file.pieces, () => stagedPath(file), textAt(file.path), hashing)
      return typeof outcome === 'string' ? made(outcome) : outcome.then(made)
    },
    copy: async (file) => contentOf(await stageCopy(file.copyFrom, () => stagedPath(file), join(output, file.path))),
    pathOf: stagedPath,
    compressed: async (file, encoding, original) =>
      contentOf(await stageCompressed(encoding, original, () => stagedPath(file), join(output, file.path))),
  }
}

/** Makes a text file at `stagedPath()`, unless there is a file at `target` with the same bytes. `hashing` gets all bytes that are written. */
function stageText(
  pieces: Iterable<TextPiece>,
  stagedPath: () => string,
  target: string | undefined,
  hashing?: Hash,
): Staging | Promise<Staging> {
  const iterator = pieces[Symbol.iterator]()
  const {bytes, isWhole} = encodeNext(iterator)
  if (!isWhole) return stageLongText(bytes, iterator, stagedPath(), target, hashing)
  if (target !== undefined && holds(target, bytes)) return 'unchanged'
  const staged = stagedPath()
  // It writes synchronously, because three trips through the thread pool cost more than writing a page.
  writeFileSync(staged, bytes)
  hashing?.update(bytes)
  return 'made'
}

async function stageLongText(
  begun: Buffer,
  rest: Iterator<TextPiece>,
  staged: string,
  target: string | undefined,
  hashing: Hash | undefined,
): Promise<Staging> {
  const file = openSync(staged, 'w')
  const write = (bytes: Buffer) => {
    writeFully(file, bytes)
    hashing?.update(bytes)
  }
  try {
    write(begun)
    for (let isWhole = false; !isWhole; ) {
      const next = encodeNext(rest)
      write(next.bytes)
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

const readableByAll = 0o444

/**
 * The mode that every other file gets. If only the author may read a recording (0600, as some editors save it), a server that copies the
 * mode would answer listeners with 403.
 */
function publicMode(): number {
  return 0o666 & ~process.umask()
}
