import {setTimeout as sleep} from 'node:timers/promises'
import {type DueTimes, dueAsCalendar, dueAsCron, dueAsText, nextDue} from '../../index.ts'
import {type Arguments, exitCodes} from '../command.ts'
import {problemLines} from '../print/print-problems.ts'
import {refuseTime, refuseUsage} from '../print/refuse-usage.ts'
import {clock, showFolder} from '../show-folder.ts'

const formats: Readonly<Record<string, (due: DueTimes) => string>> = {
  text: dueAsText,
  json: ({title, waiting}) => `${JSON.stringify({title, next: waiting[0] ?? null, waiting}, null, 2)}\n`,
  cron: dueAsCron,
  ics: dueAsCalendar,
}

/** A job of CI is killed after some hours, and pays for each minute. */
const longestWaitInSeconds = 3600

function secondsOf(wait: string | boolean | undefined): number | undefined {
  if (wait === undefined) return 0
  const seconds = /^\d{1,5}$/.test(String(wait)) ? Number(wait) : Number.NaN
  return seconds <= longestWaitInSeconds ? seconds : undefined
}

export async function runNext({positionals, values}: Arguments): Promise<number> {
  const now = clock(values.now)
  if (now === undefined) return refuseTime(values.now)
  const wait = secondsOf(values.wait)
  if (wait === undefined)
    return refuseUsage(`--wait ${values.wait} is no number of seconds up to ${longestWaitInSeconds}`, '--wait 600')
  const folder = showFolder(positionals[0])
  const outcome = await nextDue(folder, {now})
  const errors = outcome.problems.filter(({severity}) => severity === 'error')
  for (const line of problemLines(errors, {folder})) console.error(line)
  if (!outcome.ok) return exitCodes.problems
  const {value: due} = outcome
  const [next] = due.waiting
  process.stdout.write(formats[String(values.format ?? 'text')]?.(due) ?? '')
  // With an error anywhere nothing is published, whatever is due.
  if (errors.length > 0) return exitCodes.problems
  if (values.wait === undefined) return next === undefined ? exitCodes.nothing : exitCodes.clean
  const pauseInMilliseconds = next === undefined ? 0 : next.getTime() - now.getTime()
  if (pauseInMilliseconds > 0 && pauseInMilliseconds <= wait * 1000) await sleep(pauseInMilliseconds)
  return exitCodes.clean
}
