import type {Findings} from '../findings.ts'
import {
  type CaptionLine,
  captionBlocks,
  type LineBlock,
  orderJudge,
  type Report,
  readTiming,
  reportTo,
  type Timing,
} from './caption-lines.ts'
import {captionRules} from './caption-rules.ts'
import {judgePayload} from './webvtt-payload-grammar.ts'

const strictTime = /^(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}$/
const percent = String.raw`\d{1,3}(?:\.\d+)?%`
const alignment = 'start|center|end|left|right'
const settings: Readonly<Record<string, RegExp>> = {
  vertical: /^(?:rl|lr)$/,
  line: new RegExp(String.raw`^(?:-?\d+|${percent})(?:,(?:start|center|end))?$`),
  position: new RegExp(`^${percent}(?:,(?:line-left|center|line-right))?$`),
  size: new RegExp(`^${percent}$`),
  align: new RegExp(`^(?:${alignment})$`),
  region: /^\S+$/,
}

/** Judges WebVTT by its grammar, as players read it. https://www.w3.org/TR/webvtt1/#file-structure */
export function checkWebVtt(text: string, findings: Findings): void {
  const report = reportTo(findings)
  const [head, ...blocks] = captionBlocks(text)
  if (head === undefined || !/^WEBVTT(?:[ \t]|$)/.test(head[0].text)) {
    report(captionRules['caption-header-invalid'].judge('no header'), 0)
  } else judgeHeader(head, report)
  const judge = cueJudge(report)
  for (const block of head !== undefined && !head[0].text.startsWith('WEBVTT') ? [head, ...blocks] : blocks)
    judge(block)
}

/** Programs write lines such as `Kind: captions` in the header, and players skip them. So players also skip a caption there. */
function judgeHeader([, ...lines]: LineBlock, report: Report): void {
  for (const {text, offset} of lines) {
    if (readTiming(text) === undefined) continue
    report(captionRules['caption-header-invalid'].judge('no empty line'), offset)
    return
  }
}

function cueJudge(report: Report): (block: LineBlock) => void {
  const judgeOrder = orderJudge(report)
  const names = new Set<string>()
  let cues = 0
  return (block) => {
    const [first, second] = block
    if (/^NOTE(?:[ \t]|$)/.test(first.text)) return
    if (/^(?:STYLE|REGION)[ \t]*$/.test(first.text)) {
      if (cues > 0) report(captionRules['caption-block-stray'].judge(first.text.trim()), first.offset)
      return
    }
    const isNamed = readTiming(first.text) === undefined
    const line = isNamed ? second : first
    const timing = line === undefined ? undefined : readTiming(line.text)
    if (line === undefined || timing === undefined) {
      report(captionRules['caption-block-stray'].judge(), first.offset)
      return
    }
    cues += 1
    if (isNamed) judgeName(first, names, report)
    judgeTiming(timing, line, report)
    judgeOrder(timing, line)
    judgePayload(block.slice(isNamed ? 2 : 1), line, timing, report)
  }
}

function judgeName({text, offset}: CaptionLine, names: Set<string>, report: Report): void {
  if (names.has(text)) report(captionRules['caption-name-twice'].judge(text), offset)
  names.add(text)
}

function judgeTiming(
  {start, end, hasSpaces, settings: written, settingsColumn}: Timing,
  line: CaptionLine,
  report: Report,
): void {
  const {judge} = captionRules['caption-time-invalid']
  for (const each of [start, end]) {
    if (strictTime.test(each)) continue
    report(judge('WebVTT', each), line.offset + Math.max(line.text.indexOf(each), 0))
  }
  if (!hasSpaces) report(judge('WebVTT', 'the arrow'), line.offset)
  let offset = line.offset + settingsColumn
  for (const setting of written.split(/[ \t]+/).filter((each) => each !== '')) {
    const colon = setting.indexOf(':')
    const allowed = Object.hasOwn(settings, setting.slice(0, Math.max(colon, 0)))
      ? settings[setting.slice(0, colon)]
      : undefined
    if (allowed?.test(setting.slice(colon + 1)) !== true) {
      report(captionRules['caption-setting-invalid'].judge('WebVTT', setting), offset)
    }
    offset += setting.length + 1
  }
}
