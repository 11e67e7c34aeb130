import {hasErrors, memberAddresses} from '../../index.ts'
import {type Arguments, type Command, exitCodes} from '../command.ts'
import {problemLines} from '../print/print-problems.ts'
import {showFolder} from './show-folder.ts'

async function run({positionals}: Arguments): Promise<number> {
  const folder = showFolder(positionals[0])
  const outcome = await memberAddresses(folder)
  const errors = outcome.problems.filter(({severity}) => severity === 'error')
  for (const line of problemLines(errors, {folder})) console.error(line)
  if (!outcome.ok || hasErrors(errors)) return exitCodes.problems
  for (const {feed, member, address} of outcome.value) console.log([feed, member, address].join('\t'))
  return exitCodes.clean
}

export const membersCommand: Command = {
  name: 'members',
  aliases: [],
  usage: '[FOLDER]',
  summary:
    'Prints the address that each member of a private feed subscribes to: a line each, with tabs between feed, member and address. Keep it out of logs that others can read.',
  examples: [['castwright members', 'a line for each member']],
  topic: 'feeds-for-members',
  maxPositionals: 1,
  options: {},
  run,
}
