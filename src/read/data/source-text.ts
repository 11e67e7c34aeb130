import {isUtf8} from 'node:buffer'
import {readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {present} from '../../model/present.ts'
import {type Outcome, type Problem, withSeverity} from '../../model/problem.ts'
import {type DecodedText, decodeText, remarkOnLoss} from '../../text/encoding.ts'
import {conflictProblems} from './conflict-marks.ts'
import {problem} from './data-problems.ts'

/** The longest text of any real show is under a megabyte. A film with a wrong extension would fill the memory. */
const largestTextInBytes = 32_000_000

/** Reads a text file of the show folder. Problems: `file-unreadable`, `text-decoded`, `conflict-unresolved`. */
export async function readText(folder: string, file: string): Promise<Outcome<string>> {
  try {
    const path = join(folder, file)
    // This is synchronous: one trip to the disk cache is shorter than five trips through the thread pool.
    const {size} = statSync(path)
    if (size > largestTextInBytes) {
      const message = `The file has ${size} bytes, which is too much for a text`
      return {ok: false, problems: [problem('file-unreadable', {file}, message)]}
    }
    const bytes = readFileSync(path)
    if (bytes.subarray(0, 24).equals(lfsPointer)) return {ok: false, problems: [notFetched(file)]}
    const decoded = decode(bytes)
    if (isNoText(bytes, decoded)) return {ok: false, problems: [noText(file)]}
    const value = withLineFeeds(decoded.text)
    return {ok: true, value, problems: [...decodingProblems(decoded, file), ...conflictProblems(value, file)]}
  } catch (error) {
    const message = `The file could not be read, so it is not published: ${String(error)}`
    return {ok: false, problems: [problem('file-unreadable', {file}, message, 'Check that it exists and may be read')]}
  }
}

/** Nearly every file is plain UTF-8. Node checks this much faster than a decoder that throws. */
function decode(bytes: Buffer): DecodedText {
  const isPlain = isUtf8(bytes) && !bytes.subarray(0, 1024).includes(0)
  if (!isPlain) return decodeText(bytes)
  const text = bytes.toString('utf8')
  // ASCII has as many letters as bytes, and nothing was lost of it.
  return {text, encoding: 'utf-8', ...(text.length === bytes.length ? {} : remarkOnLoss(text))}
}

/** Sound, pictures and archives have zero bytes, and bytes that are no letters in any encoding. */
function isNoText(bytes: Buffer, {encoding, isDamaged = false}: DecodedText): boolean {
  return encoding === 'windows-1252' && isDamaged && bytes.subarray(0, 1024).includes(0)
}

function noText(file: string): Problem {
  const message = 'The file is no text, so nothing of it is published'
  return problem('file-unreadable', {file}, message, 'Its name says that it is one: export it again, or rename it')
}

/** Reports what was guessed about the bytes of a file, so that wrong letters are not published in silence. */
export function decodingProblems({remark, line, isDamaged}: DecodedText, file: string): readonly Problem[] {
  if (remark === undefined) return []
  const found = problem('text-decoded', {file, ...present({line})}, `The text ${remark}`)
  return [isDamaged ? withSeverity(found, 'warning') : found]
}

/** Old programs for the Mac end lines with a carriage return alone. It counts as a line end where the text has no other. */
function withLineFeeds(text: string): string {
  return text.includes('\r') && !text.includes('\n') ? text.replaceAll('\r', '\n') : text
}

const lfsPointer = Buffer.from('version https://git-lfs.')

function notFetched(file: string): Problem {
  const message = 'The file is a pointer of Git LFS, and the text itself is not here, so nothing of it is published'
  return problem('file-unreadable', {file}, message, 'Fetch the files: git lfs pull')
}
