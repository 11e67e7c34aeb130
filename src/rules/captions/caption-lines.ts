import type {ProblemCode} from '../../model/problem.ts'
import type {Findings} from '../findings.ts'

/** A line of a caption file and where it begins in the text. */
export type CaptionLine = {readonly text: string; readonly offset: number}

/** Lines between blank ones. */
export type CaptionBlock = readonly [CaptionLine, ...CaptionLine[]]

export type Report = (code: ProblemCode, offset: number, message: string, hint?: string) => void

export function reportTo(findings: Findings): Report {
  return (code, offset, message, hint) => {
    if (findings.admits(code)) findings.add({code, offset, message, ...(hint === undefined ? {} : {hint})})
  }
}

export function captionBlocks(text: string): readonly CaptionBlock[] {
  const blocks: CaptionBlock[] = []
  let block: CaptionLine[] = []
  const end = () => {
    const [first, ...rest] = block
    if (first !== undefined) blocks.push([first, ...rest])
    block = []
  }
  let offset = text.startsWith('\ufeff') ? 1 : 0
  while (offset < text.length) {
    const lineEnd = endOfLine(text, offset)
    const line = text.slice(offset, lineEnd)
    if (line.trim() === '') end()
    else block.push({text: line, offset})
    offset = lineEnd + (text.startsWith('\r\n', lineEnd) ? 2 : 1)
  }
  end()
  return blocks
}

const lineBreak = /[\r\n]/g

function endOfLine(text: string, from: number): number {
  lineBreak.lastIndex = from
  return lineBreak.exec(text)?.index ?? text.length
}

/** A time as people write one, whatever the format: hours may be missing, the fraction in any form. */
const loose = String.raw`(?:(\d{1,6}):)?(\d{1,3}):(\d{1,2})(?:[.,:](\d{1,9}))?`
const arrow = /^\s*(\S+?)?(\s*)--?>(\s*)(\S+)?(.*)$/
const time = new RegExp(`^${loose}$`)

/** The line with the times of a caption, in its parts; `undefined` for a line without an arrow. */
export type Timing = {
  readonly start: string
  readonly end: string
  readonly hasSpaces: boolean
  readonly settings: string
  readonly settingsColumn: number
}

export function readTiming(line: string): Timing | undefined {
  if (!line.includes('->')) return undefined
  const [, start = '', before = '', after = '', end = '', settings = ''] = arrow.exec(line) ?? []
  const hasSpaces = before !== '' && after !== '' && line.includes('-->')
  return {start, end, hasSpaces, settings: settings.trim(), settingsColumn: line.length - settings.trimStart().length}
}

/** Seconds, however the time is written; `undefined` if it is none. */
export function looseSeconds(written: string): number | undefined {
  const match = time.exec(written)
  if (!match) return undefined
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = match
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(`${seconds}.${fraction}`)
}

/** Judges the order of captions: of each its own times, and its start against the latest before it. */
export function orderJudge(report: Report): (timing: Timing, line: CaptionLine) => void {
  let latest = 0
  return ({start, end}, line) => {
    const [from, to] = [looseSeconds(start), looseSeconds(end)]
    if (from === undefined || to === undefined) return
    if (to <= from) {
      report('caption-times-disordered', line.offset, `The caption ends (${end}) no later than it starts (${start})`)
    }
    if (from < latest) {
      const message = `The caption starts at ${start}, before the one above it`
      report('caption-times-disordered', line.offset, message, 'Put the captions in the order of their starts')
    }
    latest = Math.max(latest, from)
  }
}
