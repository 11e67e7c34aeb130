import {closeSync, openSync, readSync} from 'node:fs'

/** Where a text lies in a file, in bytes. */
export type TextSpan = {readonly at: number; readonly length: number}

/** So many files stay open: a network has hundreds of shows, and a process may have a thousand files. */
const mostOpenFiles = 256

/** Reads texts (UTF-8) that lie in files, when they are asked for: all those of a large network would fill the memory. */
export type TextStore = {
  readonly textAt: (path: string, span: TextSpan) => string
  readonly close: () => void
}

export function openTexts(): TextStore {
  const open = new Map<string, number>()
  let last: {readonly path: string; readonly at: number; readonly text: string} | undefined

  function fileAt(path: string): number {
    const known = open.get(path)
    // The one that was asked for last is the last that is closed.
    open.delete(path)
    const file = known ?? openSync(path, 'r')
    open.set(path, file)
    for (const [other, each] of open) {
      if (open.size <= mostOpenFiles) break
      closeSync(each)
      open.delete(other)
    }
    return file
  }

  function textAt(path: string, {at, length}: TextSpan): string {
    if (last?.path === path && last.at === at) return last.text
    const bytes = Buffer.allocUnsafe(length)
    if (readSync(fileAt(path), bytes, 0, length, at) !== length)
      throw new Error(`${path} is shorter than it was written`)
    const text = bytes.toString('utf8')
    last = {path, at, text}
    return text
  }

  return {
    textAt,
    close: () => {
      for (const file of open.values()) closeSync(file)
      open.clear()
    },
  }
}
