import type {CaptionLine, Report, Timing} from './caption-lines.ts'
import {looseSeconds} from './caption-lines.ts'
import {captionRules} from './caption-rules.ts'

const tags: ReadonlySet<string> = new Set(['c', 'i', 'b', 'u', 'ruby', 'rt', 'v', 'lang'])
const reference = /&(?:amp|lt|gt|lrm|rlm|nbsp|[A-Za-z][A-Za-z0-9]{1,30}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});/y
const tag = /<(\/?)([A-Za-z]*)((?:\.[^\s.<>&]+)*)(?:[ \t]+([^<>]*))?>/y
const innerTime = /<((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})>/y

/** Judges the text of a caption: references, tags, and times between its words. */
export function judgePayload(lines: readonly CaptionLine[], times: CaptionLine, timing: Timing, report: Report): void {
  if (lines.length === 0) report(captionRules['caption-text-missing'].judge(), times.offset)
  for (const line of lines) {
    const arrow = line.text.indexOf('-->')
    if (arrow >= 0) {
      report(captionRules['caption-text-unescaped'].judge('-->'), line.offset + arrow)
      continue
    }
    judgeLine(line, timing, report)
  }
}

function judgeLine({text, offset}: CaptionLine, timing: Timing, report: Report): void {
  for (const {index} of text.matchAll(/[&<]/g)) {
    if (text[index] === '&') {
      reference.lastIndex = index
      if (!reference.test(text)) report(captionRules['caption-text-unescaped'].judge('&'), offset + index)
      continue
    }
    judgeTag(text, index, offset, timing, report)
  }
}

function judgeTag(text: string, index: number, offset: number, timing: Timing, report: Report): void {
  innerTime.lastIndex = index
  const inner = innerTime.exec(text)?.[1]
  if (inner !== undefined) {
    const [at, from, to] = [inner, timing.start, timing.end].map((each) => looseSeconds(each) ?? Number.NaN)
    if (at !== undefined && from !== undefined && to !== undefined && (at <= from || at >= to)) {
      report(captionRules['caption-times-disordered'].judge('outside', inner), offset + index)
    }
    return
  }
  tag.lastIndex = index
  const [whole, slash, name = '', , annotation = ''] = tag.exec(text) ?? []
  if (whole === undefined) {
    report(captionRules['caption-text-unescaped'].judge('<'), offset + index)
    return
  }
  if (!tags.has(name)) {
    report(captionRules['caption-tag-invalid'].judge(whole), offset + index)
    return
  }
  if (slash === '' && (name === 'v' || name === 'lang') && annotation.trim() === '') {
    report(captionRules['caption-tag-invalid'].judge(whole, name === 'v' ? 'name' : 'language'), offset + index)
  }
}
