import {closeSync, openSync, readSync} from 'node:fs'

/** Where a text lies in a file, in bytes. */
export type TextSpan = {readonly at: number; readonly length: number}

/** So many files stay open: a network has hundreds of shows, and a process may have a thousand files. */
const mostOpenFiles = 256
/** What is asked for next mostly lies beside something that was asked for lately: the same text in three formats is at three places. */
const blockInBytes = 1 << 14
const blocksOfFile = 4

/** Reads texts (UTF-8) that lie in files, when they are asked for: all those of a large network would fill the memory. */
export type TextStore = {
  readonly textAt: (path: string, span: TextSpan) => string
  /** The bytes are there until the next call. */
  readonly bytesAt: (path: string, span: TextSpan) => Buffer
  readonly close: () => void
}

type Block = {readonly number: number; readonly bytes: Buffer; readonly filledInBytes: number}
/** The latest block is the last. */
type OpenFile = {readonly file: number; readonly blocks: Block[]}

export function openTexts(): TextStore {
  const open = new Map<string, OpenFile>()
  let last: {readonly path: string; readonly at: number; readonly text: string} | undefined

  function fileAt(path: string): OpenFile {
    const known = open.get(path)
    // The one that was asked for last is the last that is closed.
    if (known !== undefined) open.delete(path)
    const file = known ?? {file: openSync(path, 'r'), blocks: []}
    open.set(path, file)
    for (const [other, each] of open) {
      if (open.size <= mostOpenFiles) break
      closeSync(each.file)
      open.delete(other)
    }
    return file
  }

  function bytesAt(path: string, {at, length}: TextSpan): Buffer {
    const {file, blocks} = fileAt(path)
    const number = Math.floor(at / blockInBytes)
    const start = at - number * blockInBytes
    if (start + length > blockInBytes) {
      const bytes = Buffer.allocUnsafe(length)
      if (readSync(file, bytes, 0, length, at) !== length) throw shorter(path)
      return bytes
    }
    const {bytes, filledInBytes} = blocks.find((each) => each.number === number) ?? nextBlock(file, blocks, number)
    if (start + length > filledInBytes) throw shorter(path)
    return bytes.subarray(start, start + length)
  }

  function textAt(path: string, span: TextSpan): string {
    if (last?.path === path && last.at === span.at) return last.text
    const text = bytesAt(path, span).toString('utf8')
    last = {path, at: span.at, text}
    return text
  }

  return {
    textAt,
    bytesAt,
    close: () => {
      for (const {file} of open.values()) closeSync(file)
      open.clear()
    },
  }
}

/** Reads a block in place of the oldest one. */
function nextBlock(file: number, blocks: Block[], number: number): Block {
  const bytes =
    (blocks.length < blocksOfFile ? undefined : blocks.shift()?.bytes) ?? Buffer.allocUnsafeSlow(blockInBytes)
  const block = {number, bytes, filledInBytes: readSync(file, bytes, 0, blockInBytes, number * blockInBytes)}
  blocks.push(block)
  return block
}

function shorter(path: string): Error {
  return new Error(`${path} is shorter than it was written`)
}
