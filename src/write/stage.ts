import {closeSync, constants, openSync, readFileSync, statSync, writeFileSync, writeSync} from 'node:fs'
import {copyFile, open, stat, utimes} from 'node:fs/promises'
import type {StagedContent} from '../model/output.ts'

/** Up to here a file is made in memory and compared; beyond, it is streamed to the stage and compared there. */
const memoryLimitInBytes = 4 * 1024 * 1024

function holds(path: string, bytes: Buffer): boolean {
  try {
    return statSync(path).size === bytes.length && readFileSync(path).equals(bytes)
  } catch {
    return false
  }
}

async function sameFiles(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([stat(one), stat(other).catch(() => undefined)])
  if (second === undefined || first.size !== second.size) return false
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

/** Makes a text file at `staged`, unless `target`, which may be there, holds the same bytes already. */
export async function stageText(
  pieces: Iterable<string>,
  staged: string,
  target: string | undefined,
): Promise<StagedContent> {
  let text = ''
  const iterator = pieces[Symbol.iterator]()
  let next = iterator.next()
  while (next.done !== true && text.length < memoryLimitInBytes) {
    text += next.value
    next = iterator.next()
  }
  if (next.done === true) {
    const bytes = Buffer.from(text)
    if (target !== undefined && holds(target, bytes)) return 'unchanged'
    // Synchronous: three trips through the thread pool cost more than writing a page does.
    writeFileSync(staged, bytes)
    return {place: staged}
  }
  const file = openSync(staged, 'w')
  try {
    writeFully(file, text + next.value)
    let buffered = ''
    for (next = iterator.next(); next.done !== true; next = iterator.next()) {
      buffered += next.value
      if (buffered.length < memoryLimitInBytes) continue
      writeFully(file, buffered)
      buffered = ''
    }
    writeFully(file, buffered)
  } finally {
    closeSync(file)
  }
  return target !== undefined && (await sameFiles(staged, target)) ? 'unchanged' : {place: staged}
}

/** `writeSync` may write less than it was given. */
function writeFully(file: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let offset = 0; offset < bytes.length; ) offset += writeSync(file, bytes, offset)
}

/**
 * Copies a file of the author's to `staged`, unless `target` is the same by size and modification time: media are large,
 * and the copy keeps the original's time. A reflink where the file system has it, never a hard link: an edit in the
 * output must not reach the author's file.
 */
export async function stageCopy(from: string, staged: string, target: string | undefined): Promise<StagedContent> {
  const source = await stat(from)
  const existing = target === undefined ? undefined : await stat(target).catch(() => undefined)
  const sameTime = Math.floor(source.mtimeMs / 1000) === Math.floor((existing?.mtimeMs ?? -1) / 1000)
  if (existing?.size === source.size && sameTime) return 'unchanged'
  if (target !== undefined && existing?.size === source.size && (await sameFiles(from, target))) return 'unchanged'
  await copyFile(from, staged, constants.COPYFILE_FICLONE)
  await utimes(staged, source.atime, source.mtime)
  return {place: staged}
}
