import {readTimeMark, type TimeRange} from '../../text/time/clock-times.ts'
import {looksLikeName} from './speaker-labels.ts'
import {isRoleLabel} from './speakers.ts'

/*
 * Premiere and Resolve export text with the range of a turn on a line of its own, and the speaker on the next one: `Speaker 1`, or the
 * name that was given to that speaker, without a colon. Such a line can also be speech.
 */

/** What stands below a line with nothing but a range. */
export type BelowRange = TimeRange & {readonly name: string; readonly rest: string}

/** Reads a text of three lines or more: the range, the line that may be a name, and the speech. */
export function readBelowRange(text: string): BelowRange | undefined {
  const first = text.indexOf('\n')
  // Asked of every paragraph: most begin with no figure, and a range is short.
  if (first < 5 || first > 40 || !/^\\?[[({<]?\d/.test(text)) return undefined
  const {startInSeconds, endInSeconds} = readTimeMark(text.slice(0, first)) ?? {}
  const second = text.indexOf('\n', first + 1)
  if (startInSeconds === undefined || endInSeconds === undefined || second === -1) return undefined
  const rest = text.slice(second + 1).trim()
  return rest === '' ? undefined : {startInSeconds, endInSeconds, name: text.slice(first + 1, second).trim(), rest}
}

/**
 * Says which lines below a range are names; `lines` has the line below each range of the text, `undefined` where no speech follows it.
 * Roles are. Others are if something like a name stands below every range, and if one of them returns or is a role: then they cannot be
 * speech.
 */
export function namesBelowRanges(lines: readonly (string | undefined)[]): (line: string) => boolean {
  const names = lines.filter((line) => line !== undefined && looksLikeName(line.trim()))
  const areDifferent = new Set(names).size === names.length
  const areAll =
    lines.length >= 2 &&
    names.length === lines.length &&
    (names.length === 2 || !areDifferent || names.some((name) => isRoleLabel(name?.trim() ?? '')))
  return (line) => looksLikeName(line) && (areAll || isRoleLabel(line))
}
