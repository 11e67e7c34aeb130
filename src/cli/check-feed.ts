import {checkFeed, type FeedCheck, feedProfiles} from '../index.ts'
import {exitCodes} from './command.ts'
import {countProblems, printProblems} from './print-problems.ts'
import {refuseUsage} from './print-result.ts'
import {readInput} from './read-input.ts'

type Profile = (typeof feedProfiles)[number]

/** `apple,w3c` as profiles; `undefined` where one of them is not known. */
function profilesOf(list: string | boolean | undefined): readonly Profile[] | undefined {
  if (typeof list !== 'string') return feedProfiles
  const names = list.split(',').map((name) => name.trim())
  const found = names.flatMap((name) => feedProfiles.filter((profile) => profile === name))
  return found.length === names.length ? found : undefined
}

function print({format, problems}: FeedCheck, asJson: boolean): void {
  if (asJson) {
    console.log(JSON.stringify({format, problems}, null, 2))
    return
  }
  printProblems(problems, '.')
  console.log(countProblems(problems) || 'No problems')
}

/** Judges one feed, ours or another tool's: a file, or `-` for standard input. Nothing is fetched. */
export async function checkFeedFile(
  file: string,
  profile: string | boolean | undefined,
  asJson: boolean,
  now: Date,
): Promise<number> {
  const profiles = profilesOf(profile)
  if (profiles === undefined)
    return refuseUsage(`--profile ${profile} is not known`, `Known: ${feedProfiles.join(', ')}`)
  const input = await readInput(file)
  if (input === undefined) return refuseUsage(`${file} cannot be read`)
  const result = checkFeed(input.bytes, {profiles, now, ...(input.name === '' ? {} : {file: input.name})})
  print(result, asJson)
  const failed = result.format === undefined || result.problems.some(({severity}) => severity === 'error')
  return failed ? exitCodes.problems : exitCodes.clean
}
