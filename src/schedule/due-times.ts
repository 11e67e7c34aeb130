import {formatInZone, formatRfc3339} from '../text/time/date-formats.ts'

/** When the waiting episodes of a show are due, the next one first. It tells nothing else of them, because logs are public. */
export type DueTimes = {
  readonly title: string
  readonly siteUrl: string
  /** IANA name. */
  readonly timeZone: string
  readonly waiting: readonly Date[]
}

/**
 * The next time as a line of cron in UTC, to the minute, and never before that time. Empty if nothing waits. Cron knows no year,
 * so the line is only for the next time. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/crontab.html
 */
export function dueAsCron({waiting: [next]}: DueTimes): string {
  if (next === undefined) return ''
  const at = new Date(Math.ceil(next.getTime() / 60_000) * 60_000)
  return `${at.getUTCMinutes()} ${at.getUTCHours()} ${at.getUTCDate()} ${at.getUTCMonth() + 1} *\n`
}

/** For people: the next time in the zone of the show, and how many wait after it. */
export function dueAsText({waiting, timeZone}: DueTimes): string {
  const [next, ...later] = waiting
  if (next === undefined) return 'No episode is waiting for its time\n'
  const more = later.map((each) => `  then ${inZone(each, timeZone)}`)
  return `${[`The next episode is due ${formatRfc3339(next)} (${inZone(next, timeZone)})`, ...more].join('\n')}\n`
}

function inZone(at: Date, timeZone: string): string {
  return `${formatInZone(at, timeZone)} ${timeZone}`
}
