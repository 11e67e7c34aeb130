/**
 * Times and ranges as they stand in texts: the one file that knows their forms, for captions, transcripts in Markdown and plain
 * text, and chapters. A duration in a field of its own is another thing (`durations.ts`): it may be a bare number of seconds.
 */

/** A time, or a range of two, that stands in a text. */
export type TimeMark = {
  readonly startInSeconds: number
  readonly endInSeconds?: number
  /** Without brackets, a time may also be an hour of the day or a verse. The caller must know more. */
  readonly isBracketed: boolean
}

/** The text before or after a mark, without the mark. */
export type MarkedText = TimeMark & {readonly rest: string}

/** Transcribers make slips: `00:12: 33.10`, `00:12**:**33.10`. Japanese and Chinese keyboards write the wide colon. */
const colon = '(?:[*]{2})?[:：](?:[*]{2})? ?'
/** Time codes of film (SMPTE): the last two digits count frames. `00;00;00;04` is what Premiere writes for 29.97 frames a second. */
const timeCode = String.raw`\d{2}(?::\d{2}){2}[:;]\d{2}(?![\d:;])|\d{2}(?:;\d{2}){3}(?![\d:;])`
const milliseconds = String.raw`\d{1,3}:\d{2}:\d{2}:\d{3}(?![\d:;])`
/** At least minutes and seconds, so that "10 ways" holds no time. No groups, so that it fits into any expression. */
export const clockTime = String.raw`(?:${timeCode}|${milliseconds}|\d{1,6}(?:${colon}\d{1,2}){1,2}(?:[.,]\d{1,9})?)`

const plainArrow = '(?:-{1,2}|=|–|—)>|→|⇒'
const arrow = `${plainArrow}|(?:-{1,2}|=|–|—)&gt;`
/** What joins two times to a range; blanks around it are the caller's. */
const joint = `(?:${arrow}|-{1,2}|[–—~～〜]|to|until|till|bis)`
const opening = String.raw`\\?[[({<【（［]`
const closing = String.raw`\\?[\])}>】）］]`
const blank = String.raw`[ \t\u00a0]`

const range = `[@e]?(${clockTime})(?:${blank}{0,3}(?:${closing}${blank}{0,3})?${joint}${blank}{0,3}(?:${opening}${blank}?)?(${clockTime}))?`
const bracketedMark = `${opening}${blank}?${range}${blank}?${closing}`
/** What follows must not continue the time: `12:30pm`, `1:2:3:4`, `3:16-17`. */
const endOfTime = String.raw`(?![\p{L}\d]|[.:;：-]\d)`

const leading = new RegExp(`^(?:${bracketedMark}|${range}${endOfTime})`, 'u')
const trailing = new RegExp(`(?:${bracketedMark}|(?:^|(?<=[\\s–—|-]))${range})$`, 'u')
const whole = new RegExp(`^(?:${bracketedMark}|${range})$`, 'u')

/** Frames are not times. Thirty a second is right for `;`, and late by less than a fifth of a second for any other film. */
const framesPerSecond = 30
const inFrames = /^(\d{2})[:;](\d{2})[:;](\d{2})[:;](\d{2})$/
const clock = /^(?:(\d{1,6}):)?(\d{1,6}):(\d{1,2})(?:[.,](\d{1,9})|:(\d{3}))?$/

/**
 * A time as the forms above write it, in seconds; `undefined` if it is none. Only the leading field may overflow (`71:31`): in `1:75:00`
 * one figure is a slip, and a guess which would move the time.
 */
export function parseClockTime(text: string): number | undefined {
  const bare = text.trim().replace(/\*| /g, '').replaceAll('：', ':')
  const film = inFrames.exec(bare)
  if (film) {
    const [, hours, minutes, seconds, frames] = film.map(Number)
    return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0) + milli((frames ?? 0) / framesPerSecond)
  }
  const match = clock.exec(bare)
  if (!match) return undefined
  const [, hours, minutes = '0', seconds = '0', fraction = match[5]] = match
  if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return undefined
  return secondsOfFields(hours, minutes, seconds, fraction)
}

function milli(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}

/** This goes through text, so that 0.1 of a second is the same number wherever it stands. */
export function secondsOfFields(hours = '0', minutes = '0', seconds = '0', fraction = '0'): number {
  return Number(`${Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)}.${fraction}`)
}

function markOf(match: RegExpExecArray | null): TimeMark | undefined {
  if (!match) return undefined
  const startInSeconds = parseClockTime(match[1] ?? match[3] ?? '')
  const written = match[2] ?? match[4]
  const endInSeconds = written === undefined ? undefined : parseClockTime(written)
  if (startInSeconds === undefined || (written !== undefined && endInSeconds === undefined)) return undefined
  const isBracketed = match[1] !== undefined
  return endInSeconds === undefined ? {startInSeconds, isBracketed} : {startInSeconds, endInSeconds, isBracketed}
}

/** `[08:15]`, `\[00:04:01.06\]`, `(0:04 - 0:09)`, `[00:00.000 --> 00:04.000]`, `03:09`: a text that is a time and nothing else. */
export function readTimeMark(text: string): TimeMark | undefined {
  return markOf(whole.exec(text.trim()))
}

const mayLead = /^[\d@\\[({<【（［]/

/** The time a text begins with. `rest` begins with whatever follows it, blanks too. */
export function readLeadingMark(text: string): MarkedText | undefined {
  // This is asked of every paragraph. A look at the first character nearly always gives the answer.
  if (!mayLead.test(text)) return undefined
  const match = leading.exec(text)
  const mark = markOf(match)
  return match && mark ? {...mark, rest: text.slice(match[0].length)} : undefined
}

/** A mark at the end of a line is short. To look for it from every character of a long line would take time. */
const longestMarkInCharacters = 80

/** The time a line ends with: `Nora (00:04)`, `Nora  53:54`. `rest` ends with whatever stands before it, blanks too. */
export function readTrailingMark(text: string): MarkedText | undefined {
  const from = Math.max(0, text.length - longestMarkInCharacters)
  const match = trailing.exec(text.slice(from))
  const mark = markOf(match)
  return match && mark ? {...mark, rest: text.slice(0, from + match.index)} : undefined
}

export type TimeRange = {readonly startInSeconds: number; readonly endInSeconds: number}
/** A line of captions. `text` is what is said on the line itself, as nobody should write it. */
export type TimesLine = TimeRange & {readonly text?: string}

const field = String.raw`(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:[.,:]\s?(\d{1,9}))?`
/**
 * Without blanks, with a comma or a full stop, with a short arrow, without hours: all of it is in files that players accept. `--&gt;` is
 * none there: captions write it for an arrow that somebody speaks of.
 */
const arrowLine = new RegExp(String.raw`^\s*${field}\s*(?:${plainArrow})\s*${field}(?=\s|$)`)
const filmLine = new RegExp(String.raw`^\s*(${timeCode})\s*(?:${plainArrow})\s*(${timeCode})(?=\s|$)`)
/** Word processors make a dash of an arrow. Only two times with fractions, alone on a line, are surely no text. */
const exact = String.raw`(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})[.,](\d{1,9})`
const dashLine = new RegExp(String.raw`^\s*${exact}\s*[-–—]{1,3}\s*${exact}\s*$`)
/** For screens: `align:start position:0%` of WebVTT, with slips, and `X1:40 X2:600 …` of SubRip. */
const settings = /^(?:(?:align|position|line|size|vertical|region)\s*:.*|(?:[\w-]+:\S+\s*)+)$/i

/**
 * `00:01:02,500 --> 00:01:04,000`, as SubRip and WebVTT have it; what follows (position, alignment) is for screens. Players are lenient
 * with the figures, and so is this.
 */
export function readArrowTimes(line: string): TimesLine | undefined {
  if (!/[>→–—-]/.test(line)) return undefined
  const film = filmLine.exec(line)
  const match = film ?? arrowLine.exec(line) ?? dashLine.exec(line)
  if (match === null) return undefined
  const startInSeconds = film ? parseClockTime(film[1] ?? '') : secondsAt(match, 1)
  const endInSeconds = film ? parseClockTime(film[2] ?? '') : secondsAt(match, 5)
  if (startInSeconds === undefined || endInSeconds === undefined) return undefined
  const text = line.slice(match[0].length).trim()
  return text === '' || settings.test(text) ? {startInSeconds, endInSeconds} : {startInSeconds, endInSeconds, text}
}

function secondsAt(match: RegExpExecArray, from: number): number {
  return secondsOfFields(match[from], match[from + 1], match[from + 2], match[from + 3])
}

export function looksLikeArrowTimes(line: string): boolean {
  return /\d/.test(line) && (line.includes('->') || line.includes('→'))
}

/*
 * Lines of begin, end and label with tabs between them: the tracks of labels that Audacity exports
 * (https://manual.audacityteam.org/man/importing_and_exporting_labels.html) in seconds, and Whisper's TSV in milliseconds.
 */

/** For a label on a point, `end` is equal to `start`. Both are in the unit of the file. */
export type TrackLabel = {readonly start: number; readonly end: number; readonly text: string; readonly line: number}

const labelRow = /^(\d{1,9}(?:[.,]\d{1,9})?)\t(\d{1,9}(?:[.,]\d{1,9})?)(?:\t(.*))?$/
/** Audacity adds a line with the frequencies of a label on a spectral selection. */
const frequencies = /^\\\t/

/** The labels; `undefined` if a line is none. `isHead` tells a line at the top that is not one. */
export function readLabelTrack(
  text: string,
  isHead: (line: string) => boolean = () => false,
): readonly TrackLabel[] | undefined {
  const labels: TrackLabel[] = []
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || frequencies.test(line) || (index === 0 && isHead(line))) continue
    const match = labelRow.exec(line)
    if (!match) return undefined
    const [start, end] = [match[1], match[2]].map((each) => Number(each?.replace(',', '.')))
    labels.push({start: start ?? 0, end: end ?? 0, text: (match[3] ?? '').trim(), line: index + 1})
  }
  return labels.length === 0 ? undefined : labels
}

/** Whether the first lines are those of a track in seconds: Audacity always writes a fraction. */
export function looksLikeLabelTrack(text: string): boolean {
  return /^\uFEFF?(?:\s*\n)?\d{1,9}[.,]\d{1,9}\t\d{1,9}[.,]\d{1,9}(?:\t|\r?\n|\r|$)/.test(text)
}
