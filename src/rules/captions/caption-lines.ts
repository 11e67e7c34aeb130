import type {Findings} from '../findings.ts'
import type {Complaint} from '../rule.ts'
import {captionRules} from './caption-rules.ts'

/** A line of a caption file, and the offset where it begins in the text. */
export type CaptionLine = {readonly text: string; readonly offset: number}

/** The lines between two blank lines. */
export type LineBlock = readonly [CaptionLine, ...CaptionLine[]]

/** Reports complaints at an offset of the file. */
export type Report = (found: readonly Complaint[], offset: number) => void

export function reportTo(findings: Findings): Report {
  return (found, offset) => {
    for (const each of found) if (findings.admits(each.rule)) findings.add({...each, offset})
  }
}

export function captionBlocks(text: string): readonly LineBlock[] {
  const blocks: LineBlock[] = []
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

/** A time as people write it in any format: hours may be missing, and the fraction may have any form. */
const loose = String.raw`(?:(\d{1,6}):)?(\d{1,3}):(\d{1,2})(?:[.,:](\d{1,9}))?`
const arrow = /^\s*(\S+?)?(\s*)--?>(\s*)(\S+)?(.*)$/
const time = new RegExp(`^${loose}$`)

/** The parts of the line with the times of a caption. A line without an arrow has none. */
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

/** The seconds of a time in any form; `undefined` if the text is no time. */
export function looseSeconds(written: string): number | undefined {
  const match = time.exec(written)
  if (!match) return undefined
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = match
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(`${seconds}.${fraction}`)
}

/** Judges the order of captions: the two times of each caption, and its start against the latest start before it. */
export function orderJudge(report: Report): (timing: Timing, line: CaptionLine) => void {
  let latest = 0
  return ({start, end}, line) => {
    const [from, to] = [looseSeconds(start), looseSeconds(end)]
    if (from === undefined || to === undefined) return
    const {judge} = captionRules['caption-times-disordered']
    if (to <= from) report(judge('ends early', end, start), line.offset)
    if (from < latest) report(judge('starts early', start), line.offset)
    latest = Math.max(latest, from)
  }
}
