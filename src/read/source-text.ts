import {readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {type Outcome, problem} from '../model/problem.ts'

/** The longest text of any real show is under a megabyte; a film with a wrong extension would fill the memory. */
const largestTextInBytes = 32_000_000

/** A text file of the show folder. Problems: `file-unreadable`. */
export async function readText(folder: string, file: string): Promise<Outcome<string>> {
  try {
    const path = join(folder, file)
    // Synchronous: one trip to the disk cache is shorter than five through the thread pool.
    const {size} = statSync(path)
    if (size > largestTextInBytes) {
      const message = `The file has ${size} bytes, which is too much for a text`
      return {ok: false, problems: [problem('file-unreadable', {file}, message)]}
    }
    return {ok: true, value: decoded(readFileSync(path)), problems: []}
  } catch (error) {
    const message = `The file could not be read, so it is not published: ${String(error)}`
    return {ok: false, problems: [problem('file-unreadable', {file}, message, 'Check that it exists and may be read')]}
  }
}

/** UTF-8, or UTF-16 where a byte order mark says so: some caption editors for Windows write nothing else. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2)
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, bytes.length & ~1))
      .swap16()
      .toString('utf16le')
  return bytes.toString('utf8')
}
