import type {Findings} from '../findings.ts'
import {captionBlocks, type LineBlock, orderJudge, type Report, readTiming, reportTo} from './caption-lines.ts'
import {captionRules} from './caption-rules.ts'

const strictTime = /^\d{2,}:[0-5]\d:[0-5]\d,\d{3}$/
const coordinates = /^(?:[XY][12]:\d+\s*){4}$/i

/** Judges SubRip by the form that every player reads. There is no standard for it. https://wiki.videolan.org/SubRip/ */
export function checkSubRip(text: string, findings: Findings): void {
  const report = reportTo(findings)
  const judgeOrder = orderJudge(report)
  let expected = 1
  for (const block of captionBlocks(text)) {
    const at = block.findIndex((line) => readTiming(line.text) !== undefined)
    const line = block[at]
    const timing = line === undefined ? undefined : readTiming(line.text)
    if (line === undefined || timing === undefined || at > 1) {
      report(captionRules['caption-block-stray'].judge(), block[0].offset)
      continue
    }
    expected = judgeCounter(block, at, expected, report)
    const {judge} = captionRules['caption-time-invalid']
    for (const each of [timing.start, timing.end]) {
      if (strictTime.test(each)) continue
      report(judge('SubRip', each), line.offset + Math.max(line.text.indexOf(each), 0))
    }
    if (timing.settings !== '' && !coordinates.test(timing.settings)) {
      const found = captionRules['caption-setting-invalid'].judge('SubRip', timing.settings)
      report(found, line.offset + timing.settingsColumn)
    }
    if (!timing.hasSpaces) report(judge('SubRip', 'the arrow'), line.offset)
    judgeOrder(timing, line)
    if (block.length === at + 1) report(captionRules['caption-text-missing'].judge(), line.offset)
  }
}

/** Judges the number of a caption. Returns the number that the next caption should have. */
function judgeCounter(block: LineBlock, at: number, expected: number, report: Report): number {
  const [first] = block
  const written = at === 0 ? undefined : first.text
  report(captionRules['caption-counter-invalid'].judge(written, expected), first.offset)
  return (written !== undefined && /^\s*\d{1,9}\s*$/.test(written) ? Number(written) : expected) + 1
}
