import {hasErrors, memberAddresses} from '../../index.ts'
import {type Arguments, exitCodes} from '../command.ts'
import {problemLines} from '../print/print-problems.ts'
import {showFolder} from '../show-folder.ts'

export async function runMembers({positionals}: Arguments): Promise<number> {
  const folder = showFolder(positionals[0])
  const outcome = await memberAddresses(folder)
  const errors = outcome.problems.filter(({severity}) => severity === 'error')
  for (const line of problemLines(errors, {folder})) console.error(line)
  if (!outcome.ok || hasErrors(errors)) return exitCodes.problems
  if (outcome.value.length === 0)
    console.error('No feed is for members, so there is no address: see `members` in the guide')
  for (const {feed, member, address} of outcome.value) console.log([feed, member, address].join('\t'))
  return exitCodes.clean
}
