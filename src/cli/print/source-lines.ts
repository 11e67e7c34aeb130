import {readFileSync, statSync} from 'node:fs'
import {decodeText} from '../../text/encoding.ts'

/** Larger files are not opened again for the sake of an excerpt. */
const largestInBytes = 64 * 1024 * 1024

/** Gives a line (from 1) of a file that problems are in; `undefined` where there is none. */
export type SourceLines = (path: string, line: number) => string | undefined

/** Lines of the files on disk, of which the last one asked for is kept: problems come by file. */
export function linesOnDisk(): SourceLines {
  let path: string | undefined
  let lines: readonly string[] = []
  return (asked, line) => {
    if (asked !== path) {
      path = asked
      lines = readLines(asked)
    }
    return lines[line - 1]
  }
}

export function linesOf(text: string): SourceLines {
  let lines: readonly string[] | undefined
  return (_path, line) => {
    lines ??= splitLines(text)
    return lines[line - 1]
  }
}

function readLines(path: string): readonly string[] {
  const stat = statSync(path, {throwIfNoEntry: false})
  if (stat?.isFile() !== true || stat.size > largestInBytes) return []
  try {
    return splitLines(decodeText(readFileSync(path)).text)
  } catch {
    // It was readable when the problem was found; an excerpt is not worth a failure.
    return []
  }
}

function splitLines(text: string): readonly string[] {
  return text.split(/\r\n|[\r\n]/)
}
