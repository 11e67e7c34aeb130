import type {Findings} from '../findings.ts'
import {
  type CaptionBlock,
  type CaptionLine,
  captionBlocks,
  orderJudge,
  type Report,
  readTiming,
  reportTo,
  type Timing,
} from './caption-lines.ts'
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
    const hint = 'Write WEBVTT on the first line and leave the second one empty'
    report('caption-header-invalid', 0, 'The file does not begin with WEBVTT, so players refuse it', hint)
  } else judgeHeader(head, report)
  const judge = cueJudge(report)
  for (const block of head !== undefined && !head[0].text.startsWith('WEBVTT') ? [head, ...blocks] : blocks)
    judge(block)
}

/** Programs write `Kind: captions` there, which players skip; a caption there is skipped as well. */
function judgeHeader([, ...lines]: CaptionBlock, report: Report): void {
  for (const {text, offset} of lines) {
    if (readTiming(text) === undefined) continue
    const message =
      'The first caption follows WEBVTT without an empty line, so players take it for a part of the header'
    report('caption-header-invalid', offset, message, 'Leave a line empty after WEBVTT')
    return
  }
}

function cueJudge(report: Report): (block: CaptionBlock) => void {
  const judgeOrder = orderJudge(report)
  const names = new Set<string>()
  let cues = 0
  return (block) => {
    const [first, second] = block
    if (/^NOTE(?:[ \t]|$)/.test(first.text)) return
    if (/^(?:STYLE|REGION)[ \t]*$/.test(first.text)) {
      if (cues > 0) report('caption-block-stray', first.offset, `${first.text.trim()} stands after the first caption`)
      return
    }
    const isNamed = readTiming(first.text) === undefined
    const line = isNamed ? second : first
    const timing = line === undefined ? undefined : readTiming(line.text)
    if (line === undefined || timing === undefined) {
      const message = 'A block without times: players show nothing of it'
      report('caption-block-stray', first.offset, message, 'Delete the blank line above it, or give it times')
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
  if (names.has(text))
    report('caption-name-twice', offset, `Another caption is called ${JSON.stringify(text.slice(0, 60))}`)
  names.add(text)
}

function judgeTiming(
  {start, end, hasSpaces, settings: written, settingsColumn}: Timing,
  line: CaptionLine,
  report: Report,
): void {
  for (const each of [start, end]) {
    if (strictTime.test(each)) continue
    const hint = 'Write 00:01.500 or 01:00:01.500: two digits each, a full stop, three digits'
    const at = line.offset + Math.max(line.text.indexOf(each), 0)
    report('caption-time-invalid', at, `${JSON.stringify(each.slice(0, 40))} is no time of WebVTT`, hint)
  }
  if (!hasSpaces) {
    report('caption-time-invalid', line.offset, 'The arrow between the times is "-->" with a blank on each side')
  }
  let offset = line.offset + settingsColumn
  for (const setting of written.split(/[ \t]+/).filter((each) => each !== '')) {
    const colon = setting.indexOf(':')
    const allowed = Object.hasOwn(settings, setting.slice(0, Math.max(colon, 0)))
      ? settings[setting.slice(0, colon)]
      : undefined
    if (allowed?.test(setting.slice(colon + 1)) !== true) {
      report('caption-setting-invalid', offset, `${JSON.stringify(setting.slice(0, 60))} is no setting of a caption`)
    }
    offset += setting.length + 1
  }
}
