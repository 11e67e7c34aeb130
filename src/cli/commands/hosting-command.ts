import {hostingText, hostNames} from '../../index.ts'
import {type Arguments, type Command, exitCodes} from '../command.ts'
import {problemLines} from '../print/print-problems.ts'
import {refuseTime, refuseUsage} from '../print/print-result.ts'
import {audienceOf, audienceOption, refuseAudience} from './audience-option.ts'
import {clock, showFolder} from './show-folder.ts'

async function run({positionals: [named, folderNamed], values}: Arguments): Promise<number> {
  const host = hostNames.find((name) => name === named)
  if (host === undefined) {
    const hint = `Write castwright hosting with one of ${hostNames.join(', ')}`
    return refuseUsage(named === undefined ? 'hosting needs a HOST' : `the host ${named} is not known`, hint)
  }
  const now = clock(values.now)
  if (now === undefined) return refuseTime(values.now)
  const folder = showFolder(folderNamed)
  const audience = audienceOf(values.for)
  if (audience === 'unknown') return refuseAudience(values.for)
  const outcome = await hostingText(folder, host, {now, ...(audience === undefined ? {} : {audience})})
  if (outcome.ok) {
    process.stdout.write(outcome.value)
    return exitCodes.clean
  }
  // On standard error: standard output goes into the server's configuration.
  for (const line of problemLines(outcome.problems, {folder})) console.error(line)
  return exitCodes.problems
}

export const hostingCommand: Command = {
  name: 'hosting',
  aliases: [],
  usage: 'HOST [FOLDER]',
  summary: `Prints the configuration that a web server needs: content types, caching, CORS, redirects. HOST is one of ${hostNames.filter((name) => name !== 'none').join(', ')}.`,
  examples: [['castwright hosting nginx', 'the configuration for nginx']],
  topic: 'hosting',
  maxPositionals: 2,
  options: {
    for: {...audienceOption, summary: 'print it for the site of members (`members_url`)', value: 'members'},
    now: {type: 'string', value: 'TIME', summary: 'print it for what is due at TIME instead of now'},
  },
  run,
}
