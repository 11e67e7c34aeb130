import type {Findings} from '../findings.ts'
import {type CaptionBlock, captionBlocks, orderJudge, type Report, readTiming, reportTo} from './caption-lines.ts'

const strictTime = /^\d{2,}:[0-5]\d:[0-5]\d,\d{3}$/
const coordinates = /^(?:[XY][12]:\d+\s*){4}$/i

/** Judges SubRip by what every player reads; no standard says more. https://wiki.videolan.org/SubRip/ */
export function checkSubRip(text: string, findings: Findings): void {
  const report = reportTo(findings)
  const judgeOrder = orderJudge(report)
  let expected = 1
  for (const block of captionBlocks(text)) {
    const at = block.findIndex((line) => readTiming(line.text) !== undefined)
    const line = block[at]
    const timing = line === undefined ? undefined : readTiming(line.text)
    if (line === undefined || timing === undefined || at > 1) {
      const message = 'A block without times: players show nothing of it'
      report('caption-block-stray', block[0].offset, message, 'Delete the blank line above it, or give it times')
      continue
    }
    expected = judgeCounter(block, at, expected, report)
    for (const each of [timing.start, timing.end]) {
      if (strictTime.test(each)) continue
      const hint = 'Write 00:00:01,500: hours, minutes and seconds of two digits, a comma, three digits'
      const offset = line.offset + Math.max(line.text.indexOf(each), 0)
      report('caption-time-invalid', offset, `${JSON.stringify(each.slice(0, 40))} is no time of SubRip`, hint)
    }
    if (timing.settings !== '' && !coordinates.test(timing.settings)) {
      const message = `SubRip has nothing after the times; players ignore ${JSON.stringify(timing.settings.slice(0, 60))}`
      report('caption-setting-invalid', line.offset + timing.settingsColumn, message)
    }
    if (!timing.hasSpaces) {
      report('caption-time-invalid', line.offset, 'The arrow between the times is "-->" with a blank on each side')
    }
    judgeOrder(timing, line)
    if (block.length === at + 1) report('caption-text-missing', line.offset, 'The caption has no text')
  }
}

/** The number that the next caption should have. */
function judgeCounter(block: CaptionBlock, at: number, expected: number, report: Report): number {
  const [first] = block
  const hint = `Write ${expected} in a line above the times`
  if (at === 0) report('caption-counter-invalid', first.offset, 'The caption has no number', hint)
  else if (!/^\s*\d{1,9}\s*$/.test(first.text)) {
    report('caption-counter-invalid', first.offset, `${JSON.stringify(first.text.slice(0, 40))} is no number`, hint)
  } else if (Number(first.text) !== expected) {
    report(
      'caption-counter-invalid',
      first.offset,
      `The caption has the number ${Number(first.text)}, where ${expected} comes next`,
    )
    return Number(first.text) + 1
  }
  return expected + 1
}
