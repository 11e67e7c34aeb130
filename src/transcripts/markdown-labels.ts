import {parseDuration} from '../text/durations.ts'

/** A speaker label at the start of a text, as its author wrote it. */
export type Label = {
  /** Without markup; empty for `**:**`. `undefined` where the file says "the same speaker goes on" (`(00:01:21):`). */
  readonly name: string | undefined
  /** `bold` and `italic` by their markup; `line`: alone on its line or with a time; `plain`: `Name: text`, which prose can be, too. */
  readonly form: 'bold' | 'italic' | 'line' | 'plain'
  readonly startInSeconds?: number
  /** What follows the label, still Markdown. */
  readonly rest: string
}

/** `[08:15]`, `\[00:04:01.06\]`, and the slips `00:12: 33.10`, `00:12**:**33.10`, `e00:04:01`. */
const timestamp = String.raw`\\?\[e?(\d{1,3}(?:\*\*)?:(?:\*\*)? ?\d{2}(?:(?:\*\*)?:(?:\*\*)? ?\d{2})?(?:\.\d{1,3})?)\\?\]`
const leadingTimestamp = new RegExp(`^(?:to\\s+)?${timestamp}[\\s\\u00a0]*`)
const roundTime = String.raw`\((\d{1,2}:\d{2}(?::\d{2})?)\)`

// Bounded, like every repetition below: these run at the start of each paragraph of files nobody has checked.
const gap = String.raw`[ \t\u00a0]{0,3}`
/** What ends a name may stand in it behind a backslash: `SPEAKER\_00`. */
const name = String.raw`((?:\\[*_:[\]()<>|~]|[^\n*_:[\]()<>|]){0,60}?)`
/** `**Name:** text`, `**Name**: text`, `__Name__: text`, `**Name (00:01:02):** text`; a slip doubles or loses a star. */
const bold = new RegExp(
  String.raw`^(?:\*{2,3}|__)${gap}${name}${gap}(?:${roundTime})?${gap}(?:(?::${gap}${name}${gap})?:${gap}(?:\*{1,3}|__)|(?:\*\*|__)${gap}:)`,
)
const brokenBold = new RegExp(String.raw`^\*${gap}${name}${gap}(?::${gap}\*\*|\*\*${gap}:)`)
const italic = new RegExp(`^[*_]${gap}${name}${gap}(?::${gap}[*_]|[*_]${gap}:)`)
/** `**Name** text`, which prose writes more often than transcripts: only ever for a known speaker. */
const boldWithoutColon = /^\*\*([^\n*:]{1,60})\*\*(?=\s)/
/** Lenny's `Name (00:01:02):` and `(00:01:02):`; Otter's `Name  53:54`; diarisers' `[Speaker 1 00:00]`; `Name:` alone. */
const timedLine = new RegExp(String.raw`^(?:\*\*)?${name}${gap}${roundTime}${gap}:(?:\*\*)?[ \t]*(?:\n|$)`)
const otterLine = /^([^\n:*_[\]()]{1,60}?)[ \t]{2,}(\d{1,2}:\d{2}(?::\d{2})?)[ \t]*(?:\n|$)/
const bracketLine = /^\\?\[([^\n\][:]{1,60}?)[ \t]+(\d{1,2}:\d{2}(?::\d{2})?)\\?\][ \t]*(?:\n|$)/
const nameLine = /^([^\n:*_[\]()]{1,60}):[ \t]*(?:\n|$)/
const plain = /^([^\n:*_[\]()]{1,60}):[ \t\u00a0]+(?=\S)/

const boldForms: readonly RegExp[] = [bold, brokenBold]

/** A time at the start of a text (`[00:01:00] And …`), and the text after it. */
export function readLeadingTimestamp(
  text: string,
): {readonly startInSeconds: number; readonly rest: string} | undefined {
  // Asked of every paragraph: a look at the first character answers nearly always.
  if (!'[\\t'.includes(text[0] ?? ' ')) return undefined
  const match = leadingTimestamp.exec(text)
  if (!match) return undefined
  const seconds = parseDuration((match[1] ?? '').replace(/\*| /g, ''))
  return seconds === undefined ? undefined : {startInSeconds: seconds, rest: text.slice(match[0].length)}
}

/**
 * The label a text begins with. Whether a `plain` or `bold` one is a speaker is for the caller to say, who knows the names;
 * `isKnown` is asked only for `**Name** text`, which is nothing at all if the name is unknown.
 */
export function readLabel(text: string, isKnown: (name: string) => boolean): Label | undefined {
  const stamp = readLeadingTimestamp(text)
  const label = labelAt(stamp?.rest ?? text, isKnown)
  if (label === undefined) return undefined
  const after = readLeadingTimestamp(label.rest)
  const startInSeconds = stamp?.startInSeconds ?? label.startInSeconds ?? after?.startInSeconds
  return {...label, rest: after?.rest ?? label.rest, ...(startInSeconds === undefined ? {} : {startInSeconds})}
}

function labelAt(text: string, isKnown: (name: string) => boolean): Label | undefined {
  const first = text[0]
  if (first === '*' || first === '_') return markedLabel(text, isKnown)
  // Every form without markup has a colon near its start (also inside its time); most paragraphs have none.
  const colon = text.indexOf(':')
  if (colon === -1 || colon > 90) return undefined
  return lineLabel(text) ?? label(plain.exec(text), text, 'plain')
}

function markedLabel(text: string, isKnown: (name: string) => boolean): Label | undefined {
  for (const form of boldForms) {
    const found = label(form.exec(text), text, 'bold')
    if (found !== undefined) return found
  }
  const withoutColon = label(boldWithoutColon.exec(text), text, 'bold')
  if (withoutColon?.name !== undefined && isKnown(withoutColon.name)) return withoutColon
  return label(italic.exec(text), text, 'italic')
}

function lineLabel(text: string): Label | undefined {
  if (text.length === 0) return undefined
  const timed = timedLine.exec(text)
  if (timed) {
    const found = label(timed, text, 'line')
    return found === undefined ? undefined : {...found, name: found.name === '' ? undefined : found.name}
  }
  return label(otterLine.exec(text) ?? bracketLine.exec(text) ?? nameLine.exec(text), text, 'line')
}

function label(match: RegExpExecArray | null, text: string, form: Label['form']): Label | undefined {
  if (!match) return undefined
  const seconds = match[2] === undefined ? undefined : parseDuration(match[2])
  return {
    // `Johnny Boursiquot: Johnny Boursiquot`: the second half of a doubled label says it as well.
    name: cleanName(match[1] ?? match[3] ?? ''),
    form,
    rest: text.slice(match[0].length).replace(/^[\s\u00a0]+/, ''),
    ...(seconds === undefined ? {} : {startInSeconds: seconds}),
  }
}

function cleanName(name: string): string {
  return name.replace(/\\/g, '').replace(/\s+/g, ' ').trim()
}
