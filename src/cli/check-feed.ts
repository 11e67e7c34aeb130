import {checkFeed, feedProfiles, type Problem} from '../index.ts'
import type {Arguments} from './command.ts'
import {refuseUsage} from './print-result.ts'
import {readInput} from './read-input.ts'
import {reportProblems} from './report-problems.ts'
import {linesOf} from './source-lines.ts'

type Profile = (typeof feedProfiles)[number]

/** `apple,w3c` as profiles; `undefined` where one of them is not known. */
function profilesOf(list: string | boolean | undefined): readonly Profile[] | undefined {
  if (typeof list !== 'string') return feedProfiles
  const names = list.split(',').map((name) => name.trim())
  const found = names.flatMap((name) => feedProfiles.filter((profile) => profile === name))
  return found.length === names.length ? found : undefined
}

/** Judges one feed, ours or another tool's: a file, or `-` for standard input. Its problems, or the exit code of a refusal. */
export async function checkFeedFile(
  file: string,
  {values}: Arguments,
  now: Date,
): Promise<readonly Problem[] | number> {
  const profiles = profilesOf(values.profile)
  if (profiles === undefined)
    return refuseUsage(`--profile ${values.profile} is not known`, `Known: ${feedProfiles.join(', ')}`)
  const input = await readInput(file)
  if (input === undefined) return refuseUsage(`${file} cannot be read`)
  const result = checkFeed(input.bytes, {profiles, now, file: input.name === '' ? '-' : input.name})
  const {format, problems} = result
  const source = {folder: '.', ...(input.name === '' ? {lineAt: linesOf(new TextDecoder().decode(input.bytes))} : {})}
  const {isForPrograms} = reportProblems(problems, source, values.format, {format, problems})
  if (!isForPrograms && problems.length === 0) console.log('No problems')
  return problems
}
