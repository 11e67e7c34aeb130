import {hostingText, hostNames} from '../../index.ts'
import {type Arguments, exitCodes} from '../command.ts'
import {problemLines} from '../print/print-problems.ts'
import {refuseTime, refuseUsage} from '../print/refuse-usage.ts'
import {clock, showFolder} from '../show-folder.ts'
import {audienceOf, refuseAudience} from './audience.ts'

export async function runHosting({positionals: [named, folderNamed], values}: Arguments): Promise<number> {
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
