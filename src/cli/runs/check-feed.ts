import {checkFeed, feedProfiles, fetchFeed, type Problem} from '../../index.ts'
import type {Arguments} from '../command.ts'
import {refuseUsage} from '../print/refuse-usage.ts'
import {reportProblems} from '../print/report-problems.ts'
import {linesOf} from '../print/source-lines.ts'
import {readInput} from '../read-input.ts'

type Profile = (typeof feedProfiles)[number]

/** `apple,w3c` as profiles; `undefined` where one of them is not known. */
function profilesOf(list: string | boolean | undefined): readonly Profile[] | undefined {
  if (typeof list !== 'string') return feedProfiles
  const names = list.split(',').map((name) => name.trim())
  const found = names.flatMap((name) => feedProfiles.filter((profile) => profile === name))
  return found.length === names.length ? found : undefined
}

/** Whether a feed is named by its address: only then is anything fetched. */
export function isFeedAddress(named: string): boolean {
  return /^https?:\/\//i.test(named)
}

/**
 * Judges one feed, ours or another tool's: a file, an address, or `-` for standard input. Returns its problems, or the exit code of a
 * refusal.
 */
export async function checkFeedFile(
  file: string,
  {values}: Arguments,
  now: Date,
): Promise<readonly Problem[] | number> {
  const profiles = profilesOf(values.profile)
  if (profiles === undefined)
    return refuseUsage(`--profile ${values.profile} is not known`, `Known: ${feedProfiles.join(', ')}`)
  const input = isFeedAddress(file)
    ? await fetchFeed(file, {allowPrivate: values['allow-private'] === true})
    : await read(file)
  if (input === undefined) return refuseUsage(`${file} cannot be read`)
  if (!input.ok) {
    reportProblems(input.problems, {folder: '.'}, values.format, {problems: input.problems})
    return input.problems
  }
  const {bytes, ...origin} = input.value
  if (!isFeedAddress(file) && isNoFeed(bytes))
    return refuseUsage(
      `${file} is no feed`,
      'castwright check checks the show in this folder, castwright probe FILE looks into a recording',
    )
  const {format, problems} = checkFeed(bytes, {profiles, now, file, ...origin})
  const lines = file === '-' || isFeedAddress(file) ? {lineAt: linesOf(new TextDecoder().decode(bytes))} : {}
  const {isForPrograms} = reportProblems(problems, {folder: '.', ...lines}, values.format, {format, problems})
  if (!isForPrograms && problems.length === 0) console.log('No problems')
  return problems
}

/**
 * Whether bytes are of something else than a document with marks: a picture, a recording, Markdown. What is damaged, or has a text before
 * its first mark, is still judged.
 */
function isNoFeed(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  // In UTF-16 every other byte is 0, also of a `<`.
  const isBinary = start.includes('\0') && !/^.{0,3}</s.test(start)
  return bytes.length > 0 && (isBinary || !/<\0?[?!a-z]|^\W{0,3}\s*[{[]/i.test(start))
}

async function read(file: string) {
  const input = await readInput(file)
  return input === undefined ? undefined : {ok: true as const, value: {bytes: input.bytes}}
}
