import {clockTime, readLeadingMark, readTimeMark, readTrailingMark, type TimeMark} from '../../text/time/clock-times.ts'
import {cleanLabel, type LabelShape, labelShape, looksLikeName} from '../speakers/speaker-labels.ts'

/** A speaker label at the start of a text, as its author wrote it. */
export type Label = {
  /**
   * The name without markup and without anything that is no part of it; empty for `**:**`. It is `undefined` where the file says
   * "the same speaker goes on" (`(00:01:21):`).
   */
  readonly name: string | undefined
  /**
   * `bold` and `italic` have that markup. `line` stands alone on its line or with a time. `plain` is `Name: text`, which prose can
   * be, too.
   */
  readonly form: 'bold' | 'italic' | 'line' | 'plain'
  readonly shape: LabelShape
  /** A line that ends in a time and a colon is a label whatever it contains. */
  readonly isCertain: boolean
  readonly startInSeconds?: number
  readonly endInSeconds?: number
  /** What follows the label, still Markdown. */
  readonly rest: string
}

export type Stamp = {readonly startInSeconds: number; readonly endInSeconds?: number; readonly rest: string}

// All repetitions here are bounded, because these expressions run at the start of each paragraph of files that nobody has checked.
const gap = String.raw`[ \t\u00a0]{0,3}`
const anyColon = '[:：]'
const bracketedTime = String.raw`(\\?[[(（](?:${clockTime})(?:[^()[\]\n]{1,8}${clockTime})?\\?[\])）])`
/** A remark in brackets may follow a name: `**Jo Lund (she/her):**`. */
const remark = String.raw`(?:\([^()\n]{1,40}\)|\\?\[[^[\]\n]{1,40}\\?\](?!\())`
/** A sign that ends a name may stand in it behind a backslash: `SPEAKER\_00`. */
const name = String.raw`((?:\\[*_:[\]()<>|~]|[^\n*:：[\]()<>|]|${remark}){0,60}?)`
/** `**Name:** text`, `**Name**: text`, `__Name__: text`, `**Name (00:01:02):** text`; a slip doubles or loses a star. */
const bold = new RegExp(
  String.raw`^(?:\*{2,3}|__)${gap}${name}${gap}(?:${bracketedTime})?${gap}(?:(?:${anyColon}${gap}${name}${gap})?${anyColon}${gap}(?:\*{1,3}|__)|(?:\*\*|__)${gap}${anyColon})`,
)
/** `**Name** (00:04)`, `**Name:** [00:04 - 00:09]`, `**Name** 00:04` and `**Name** - 00:04` alone on its line. */
const boldThenTime = new RegExp(
  String.raw`^(?:\*\*|__)${gap}${name}${gap}:?(?:\*\*|__)${gap}(?:${bracketedTime}|(?:[-–—|]${gap})?(${clockTime})(?=[ \t]*(?:\n|$)))${gap}:?`,
)
const brokenBold = new RegExp(String.raw`^\*${gap}${name}${gap}(?:${anyColon}${gap}\*\*|\*\*${gap}${anyColon})`)
const italic = new RegExp(`^[*_]${gap}${name}${gap}(?:${anyColon}${gap}[*_]|[*_]${gap}${anyColon})`)
/** `**Name** text` occurs in prose more often than in transcripts, so it counts only for a known speaker. */
const boldWithoutColon = /^\*\*([^\n*:]{1,60})\*\*(?=\s)/
/** Otter's `Name  53:54`; diarisers' `[Speaker 1 00:00]`; `Name:` alone; `Name: text`. */
const otterLine = new RegExp(String.raw`^([^\n:*_[\]()]{1,60}?)[ \t]{2,}(${clockTime})[ \t]*(?:\n|$)`)
const bracketLine = new RegExp(String.raw`^\\?\[([^\n\][:]{1,60}?)[ \t]+(${clockTime})\\?\][ \t]*(?:\n|$)`)
const nameLine = /^([^\n:：*`<]{1,70})[:：][ \t]*(?:\n|$)/
const plain = /^([^\n:：*`<]{1,70})(?::[ \t\u00a0]+|：[ \t\u00a0]*)(?=\S)/
/** `Lenny (00:01:02):` and `(00:01:02):`, with every other sign that a name can hold. */
const timedLine = new RegExp(
  String.raw`^(?:\*\*)?([^\n]{0,80}?)${gap}${bracketedTime}${gap}${anyColon}(?:\*\*)?([ \t]*(?:\n|$))?`,
)

const boldForms: readonly RegExp[] = [bold, boldThenTime, brokenBold]

/** `[08:15]`, `\[00:04:01.06\]`, `(0:04 - 0:09)`, `**[00:04]**` at the start of a text, and the text after it. */
export function readLeadingTimestamp(text: string): Stamp | undefined {
  // This is asked of every paragraph. A look at the first character nearly always gives the answer.
  if (!'[\\(*_（【［'.includes(text[0] ?? ' ')) return undefined
  const marks = /^(?:\*{1,3}|_{1,3})(?=\\?[[(（【［])/.exec(text)?.[0] ?? ''
  const mark = readLeadingMark(text.slice(marks.length))
  if (!mark?.isBracketed) return undefined
  // `**[00:04] Name:** text` goes on in bold after the time.
  const isClosed = marks === '' || mark.rest.startsWith(marks)
  const rest = mark.rest.slice(isClosed ? marks.length : 0).replace(/^[\s\u00a0]+/, '')
  return stampOf(mark, isClosed ? rest : `${marks}${rest}`)
}

function stampOf({startInSeconds, endInSeconds}: TimeMark, rest: string): Stamp {
  return endInSeconds === undefined ? {startInSeconds, rest} : {startInSeconds, endInSeconds, rest}
}

/** A time without brackets can also be an hour or a verse. It counts only where a label or another time follows. */
function readBareTimestamp(text: string): Stamp | undefined {
  if (!/^\d/.test(text)) return undefined
  const mark = readLeadingMark(text)
  return mark && stampOf(mark, mark.rest.replace(/^[\s\u00a0]*(?:[-–—|][ \t]+)?/, ''))
}

/**
 * The time that a paragraph begins with. It is in brackets, or is a range, or has hours, minutes and seconds, as nobody tells the
 * time of day.
 */
export function readParagraphTimestamp(text: string): Stamp | undefined {
  const inBrackets = readLeadingTimestamp(text)
  if (inBrackets !== undefined) return inBrackets
  const bare = readBareTimestamp(text)
  return bare?.endInSeconds !== undefined || /^\d{1,3}[:;]\d{2}[:;]\d{2}/.test(text) ? bare : undefined
}

/**
 * The label that a text begins with. The caller knows the names, so the caller says whether a `plain` or `bold` label is a speaker.
 * `isKnown` is asked only for `**Name** text`, which is no label at all if the name is unknown.
 */
export function readLabel(text: string, isKnown: (name: string) => boolean): Label | undefined {
  const stamp = readLeadingTimestamp(text) ?? readBareTimestamp(text)
  // `(00:01:21):` is a label itself.
  const label = labelAt(stamp === undefined || /^[:：]/.test(stamp.rest) ? text : stamp.rest, isKnown)
  if (label === undefined) return undefined
  const after = readLeadingTimestamp(label.rest)
  const times = [stamp, label, after].find((each) => each?.startInSeconds !== undefined)
  const {startInSeconds, endInSeconds} = times ?? {}
  return {
    ...label,
    rest: after?.rest ?? label.rest,
    ...(startInSeconds === undefined ? {} : {startInSeconds}),
    ...(endInSeconds === undefined ? {} : {endInSeconds}),
  }
}

/** `### Name (00:04)` is the heading of a turn or of a section. The caller knows the names. */
export function readHeadingLabel(text: string): Label | undefined {
  const bare = text.replace(/^(?:\*\*|__)(.*)(?:\*\*|__)$/, '$1').replace(/[:：]$/, '')
  const mark = readTrailingMark(bare)
  const leading = mark === undefined ? readLeadingMark(bare) : undefined
  const written = (mark ?? leading)?.rest.replace(/^[ \t–—:-]+|[ \t–—:-]+$/g, '') ?? bare
  if (!looksLikeName(written)) return undefined
  const {startInSeconds, endInSeconds} = mark ?? leading ?? {}
  const times = {
    ...(startInSeconds === undefined ? {} : {startInSeconds}),
    ...(endInSeconds === undefined ? {} : {endInSeconds}),
  }
  return {name: cleanLabel(written), form: 'line', shape: 'name', isCertain: false, rest: '', ...times}
}

function labelAt(text: string, isKnown: (name: string) => boolean): Label | undefined {
  const first = text[0]
  if (first === '*' || (first === '_' && /^_{1,2}[^_]/.test(text))) return markedLabel(text, isKnown)
  // Every form without markup has a colon near its start (also inside its time). Most paragraphs have no colon there.
  const colon = text.search(/[:：;]/)
  if (colon === -1 || colon > 90) return undefined
  return lineLabel(text) ?? plainLabel(text)
}

function markedLabel(text: string, isKnown: (name: string) => boolean): Label | undefined {
  for (const form of boldForms) {
    const found = label(form.exec(text), text, 'bold')
    if (found !== undefined) return found
  }
  const withoutColon = label(boldWithoutColon.exec(text), text, 'bold')
  if (withoutColon?.name !== undefined && isKnown(withoutColon.name)) return withoutColon
  return label(italic.exec(text), text, 'italic') ?? (text.startsWith('**') ? timedLabel(text) : undefined)
}

function lineLabel(text: string): Label | undefined {
  if (text.length === 0) return undefined
  const timed =
    timedLabel(text) ?? label(otterLine.exec(text) ?? bracketLine.exec(text) ?? headLine(text), text, 'line')
  if (timed !== undefined) return timed
  const alone = nameLine.exec(text)
  return isPlainName(alone) ? label(alone, text, 'line') : undefined
}

function timedLabel(text: string): Label | undefined {
  const match = timedLine.exec(text)
  const found = label(match, text, 'line')
  if (match === null || found?.startInSeconds === undefined) return undefined
  const isAlone = match[3] !== undefined
  if (found.name === '') return {...found, name: undefined, isCertain: true}
  return isAlone || found.shape !== 'prose' ? {...found, isCertain: isAlone} : undefined
}

/** `Name (00:04)` alone on its line, without a colon. */
function headLine(text: string): RegExpExecArray | null {
  const match = /^([^\n*`<]{1,60}?)[ \t]{1,3}([[(（][^\n()[\]（）]{4,40}[\])）])[ \t]*(?:\n|$)/.exec(text)
  return match && readTimeMark(match[2] ?? '') !== undefined && looksLikeName(match[1] ?? '') ? match : null
}

/** Whether the match is a name, and not prose with brackets or lines in it: a link, emphasis, a remark. */
function isPlainName(match: RegExpExecArray | null): match is RegExpExecArray {
  const written = match?.[1] ?? ''
  return (
    match !== null &&
    (!/[_[\]()]/.test(written) || (labelShape(plainName(written)) !== 'prose' && !written.includes('](')))
  )
}

function plainLabel(text: string): Label | undefined {
  const match = plain.exec(text)
  return isPlainName(match) ? label(match, text, 'plain') : undefined
}

function label(match: RegExpExecArray | null, text: string, form: Label['form']): Label | undefined {
  if (!match) return undefined
  const time = match.slice(2).find((each) => each !== undefined && readTimeMark(each) !== undefined)
  const mark = time === undefined ? undefined : readTimeMark(time)
  // `Johnny Boursiquot: Johnny Boursiquot`: both halves of a doubled label say the same name, so the second half serves as well.
  const written = plainName(match[1] ?? match[3] ?? '')
  return {
    // Signs behind a backslash are meant as they stand. Our own Markdown writes them so.
    name: written === '' || /\\[()[\]<>*]/.test(match[1] ?? '') ? written : cleanLabel(written),
    form,
    shape: labelShape(written),
    isCertain: false,
    rest: text.slice(match[0].length).replace(/^[\s\u00a0]+/, ''),
    ...(mark === undefined ? {} : {startInSeconds: mark.startInSeconds}),
    ...(mark?.endInSeconds === undefined ? {} : {endInSeconds: mark.endInSeconds}),
  }
}

function plainName(name: string): string {
  return name.replace(/\\/g, '').replace(/\*\*/g, '').replace(/\s+/g, ' ').trim()
}
