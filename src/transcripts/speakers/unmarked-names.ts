import {readLeadingMark, readTimeMark, type TimeMark} from '../../text/time/clock-times.ts'
import {looksLikeName} from './speaker-labels.ts'
import {isRoleLabel} from './speakers.ts'

/*
 * Names that no colon marks. Premiere and Resolve export text with the range of a turn on a line of its own, and the speaker on the next
 * one: `Speaker 1`, or the name that was given to that speaker. Trint, Happy Scribe and Podium write both on one line, and the speech below
 * it: `[00:00:03] Mara`, `0:00:03 - Mara`. Such a line can also be speech.
 */

/** The head of a turn, and the speech below it. `lines`: how many lines the head has. */
export type TurnHead = {
  readonly startInSeconds: number
  readonly endInSeconds?: number
  readonly name: string
  readonly lines: 1 | 2
  readonly rest: string
}

const toTheHour = /^\d{1,3}[:;]\d{2}[:;]\d{2}/
const longestHeadInCharacters = 100

/** A line that is a time and what may be a name: `[00:00:03] - Mara`. A time without brackets has hours, or is a range. */
export function readTimedName(line: string): {readonly mark: TimeMark; readonly name: string} | undefined {
  if (line.length > longestHeadInCharacters) return undefined
  const found = readLeadingMark(line)
  if (found === undefined || !(found.isBracketed || found.endInSeconds !== undefined || toTheHour.test(line)))
    return undefined
  const {rest, ...mark} = found
  const name = rest.replace(/^[\s\u00a0]*(?:[-–—|][ \t]+)?/, '').trim()
  return name === '' ? undefined : {mark, name}
}

/** Reads a text of two lines or more that may begin with such a head. */
export function readTurnHead(text: string): TurnHead | undefined {
  const first = text.indexOf('\n')
  // Asked of every paragraph: most begin with no figure, and a head is short.
  if (first < 4 || first > longestHeadInCharacters || !/^\\?[[({<]?\d/.test(text)) return undefined
  const head = text.slice(0, first).trim()
  const timed = readTimedName(head)
  if (timed !== undefined) return headOf(timed.mark, timed.name, 1, text.slice(first + 1))
  const mark = readTimeMark(head)
  const second = text.indexOf('\n', first + 1)
  if (mark?.endInSeconds === undefined || second === -1) return undefined
  return headOf(mark, text.slice(first + 1, second), 2, text.slice(second + 1))
}

function headOf(mark: TimeMark, name: string, lines: 1 | 2, speech: string): TurnHead | undefined {
  const {isBracketed: _bracketed, ...times} = mark
  const rest = speech.trim()
  return rest === '' ? undefined : {...times, name: name.trim(), lines, rest}
}

/**
 * Says which of the words in such places are names; `places` has the words of each place in the text, `undefined` where no speech follows
 * them. Roles are names. Others are if something like a name stands in every place, and if one of them returns or is a role: then they
 * cannot be speech.
 */
export function namesAmong(places: readonly (string | undefined)[]): (words: string) => boolean {
  const names = places.filter((words) => words !== undefined && looksLikeName(words.trim()))
  const areDifferent = new Set(names).size === names.length
  const areAll =
    places.length >= 2 &&
    names.length === places.length &&
    (names.length === 2 || !areDifferent || names.some((name) => isRoleLabel(name?.trim() ?? '')))
  return (words) => looksLikeName(words) && (areAll || isRoleLabel(words))
}
