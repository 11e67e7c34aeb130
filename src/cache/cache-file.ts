import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import {dirname, join} from 'node:path'
import {deserialize, serialize} from 'node:v8'
import {crc32} from 'node:zlib'
import {type ReadBytes, readAhead} from './read-ahead.ts'

/** Where an entry lies in its file. */
export type EntrySpan = {readonly at: number; readonly length: number}

/**
 * Values of an earlier build, one after another, each with its length and checksum. Nothing depends on the file. If it is
 * damaged, it counts as absent, and each entry that can still be read saves the work of making it.
 */
export type StoredEntry = {readonly value: unknown; readonly span: EntrySpan}

const headInBytes = 8
/** No episode is nearly so large. A damaged length must not ask for gigabytes. */
const largestEntryInBytes = 64_000_000
const writtenAtOnceInBytes = 1 << 20

/** The entries that were stored under `key`, read one by one. */
export function* readEntries(path: string, key: string): Generator<StoredEntry> {
  const file = opened(path)
  if (file === undefined) return
  const read = readAhead(file)
  try {
    let at = 0
    for (let index = 0; ; index += 1) {
      const payload = payloadAt(read, at)
      if (payload === undefined) return
      const value = deserialised(payload)
      if (index === 0 && value !== key) return
      const length = payload.length + headInBytes
      if (index > 0 && value !== undefined) yield {value, span: {at, length}}
      at += length
    }
  } finally {
    closeSync(file)
  }
}

function opened(path: string): number | undefined {
  try {
    const file = openSync(path, 'r')
    if (fstatSync(file).isFile()) return file
    closeSync(file)
  } catch {
    // There is none, or it is not ours to read.
  }
  return undefined
}

function payloadAt(read: ReadBytes, at: number): Buffer | undefined {
  const head = read(at, headInBytes)
  const length = head?.readUInt32LE(0) ?? 0
  if (head === undefined || length > largestEntryInBytes) return undefined
  const payload = read(at + headInBytes, length)
  return payload !== undefined && crc32(payload) === head.readUInt32LE(4) ? payload : undefined
}

/** Another version of Node may have written it in a newer form. */
function deserialised(payload: Buffer): unknown {
  try {
    return deserialize(payload)
  } catch {
    return undefined
  }
}

/** A new value (perhaps already encoded by `node:v8`), or an entry of the file that is replaced. */
export type EntryToWrite = {readonly value: unknown} | {readonly serialised: Uint8Array} | {readonly span: EntrySpan}

const asideEnding = '.new'
let filesBegun = 0

/** A file that will replace the one at `path`. */
export type CacheWriter = {
  readonly add: (entry: EntryToWrite) => void
  /** Replaces the file at that path. */
  readonly finish: () => void
  /** Leaves no trace. To be called where `finish` is not. */
  readonly discard: () => void
}

/**
 * Begins a file of entries under `key`. The entries are written as they come, because those of a large show would fill the
 * memory. The file only helps: if it cannot be written, the next build takes longer.
 */
export function openWriter(path: string, key: string): CacheWriter {
  filesBegun += 1
  const aside = `${path}.${process.pid}-${filesBegun}${asideEnding}`
  let begun: BegunFile | undefined
  let isBroken = false
  const attempt = (step: () => void) => {
    if (isBroken) return
    try {
      step()
    } catch {
      isBroken = true
      discard()
    }
  }
  const discard = () => {
    const given = begun
    begun = undefined
    given?.close()
    removeLeftover(aside)
    if (given?.madeFolder === true) removeFolder(dirname(path))
  }
  const add = (entry: EntryToWrite) => {
    attempt(() => {
      begun ??= beginFile(path, aside, key)
      begun.add(entry)
    })
  }
  const finish = () => {
    attempt(() => {
      begun ??= beginFile(path, aside, key)
      begun.flush()
      const written = begun
      // It is closed only once, also if the rename fails: afterwards its number may belong to another file.
      begun = undefined
      written.close()
      renameSync(aside, path)
    })
  }
  return {add, finish, discard}
}

/** Replaces the file by rename. */
export function writeEntries(path: string, key: string, entries: Iterable<EntryToWrite>): void {
  const writer = openWriter(path, key)
  for (const entry of entries) writer.add(entry)
  writer.finish()
}

/** No build takes so long. */
const leftoverAgeInMilliseconds = 24 * 60 * 60 * 1000

/** Files that killed builds have left. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const age = name.endsWith(asideEnding) ? Date.now() - statSync(path).mtimeMs : 0
    if (age > leftoverAgeInMilliseconds) removeLeftover(path)
  }
}

function removeLeftover(aside: string): void {
  try {
    rmSync(aside, {force: true})
  } catch {
    // What cannot be written cannot be removed either.
  }
}

/** A folder that holds nothing but the file that keeps it out of git. */
function removeFolder(folder: string): void {
  try {
    if (readdirSync(folder).join() === ignoreFile) rmSync(folder, {recursive: true})
  } catch {
    // As above.
  }
}

const ignoreFile = '.gitignore'

type BegunFile = {
  readonly madeFolder: boolean
  readonly add: (entry: EntryToWrite) => void
  readonly flush: () => void
  readonly close: () => void
}

function beginFile(path: string, aside: string, key: string): BegunFile {
  const folder = dirname(path)
  const madeFolder = mkdirSync(folder, {recursive: true}) !== undefined
  // The folder keeps itself out of git, whatever the author's own ignore file says.
  writeFileSync(join(folder, ignoreFile), '*\n')
  removeLeftovers(folder)
  const file = openSync(aside, 'w')
  const old = opened(path)
  let pending: Buffer[] = []
  let pendingInBytes = 0
  /** Entries that stay, one after another. */
  let staying: EntrySpan = {at: 0, length: 0}
  const flush = () => {
    writeFully(file, Buffer.concat(pending))
    pending = []
    pendingInBytes = 0
    if (old !== undefined) copy(old, staying, file)
    staying = {at: 0, length: 0}
  }
  const add = (entry: EntryToWrite) => {
    if ('span' in entry) {
      const {at, length} = entry.span
      const follows = staying.length > 0 && at === staying.at + staying.length
      if (!follows) flush()
      staying = follows ? {at: staying.at, length: staying.length + length} : entry.span
      return
    }
    const bytes = framed('value' in entry ? serialize(entry.value) : entry.serialised)
    if (staying.length > 0) flush()
    pending.push(bytes)
    pendingInBytes += bytes.length
    if (pendingInBytes >= writtenAtOnceInBytes) flush()
  }
  add({value: key})
  const close = () => {
    closeSync(file)
    if (old !== undefined) closeSync(old)
  }
  return {madeFolder, add, flush, close}
}

/**
 * Copies entries that stay, as they lie in the file. If another build has replaced the file, either the checksum is wrong, or the bytes are
 * a whole entry.
 */
function copy(from: number, {at, length}: EntrySpan, to: number): void {
  const buffer = Buffer.allocUnsafeSlow(Math.min(length, writtenAtOnceInBytes))
  for (let copied = 0; copied < length; ) {
    const read = readSync(from, buffer, 0, Math.min(length - copied, buffer.length), at + copied)
    if (read === 0) return
    writeFully(to, buffer.subarray(0, read))
    copied += read
  }
}

function writeFully(file: number, bytes: Buffer): void {
  for (let offset = 0; offset < bytes.length; ) offset += writeSync(file, bytes, offset)
}

function framed(payload: Uint8Array): Buffer {
  const head = Buffer.allocUnsafe(headInBytes)
  head.writeUInt32LE(payload.length, 0)
  head.writeUInt32LE(crc32(payload), 4)
  return Buffer.concat([head, payload])
}
