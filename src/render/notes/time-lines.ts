import {readLeadingTime, readTrailingTime} from '../../chapters/timestamp-line.ts'
import {htmlText} from '../../text/markup/html-tokens.ts'

/** An editor wraps no line that is shorter than this: the author ended it. */
const shortestWrappedLine = 60

/**
 * To its author, a paragraph of lines that begin or end with times is a list (`00:00 Intro`, and below it `05:20 Middle`). HTML
 * takes a line break for a blank, so each line gets a break. Other paragraphs stay as they are.
 */
export function withTimeLines(html: string): string {
  if (!html.includes('\n') || !/\d:\d\d/.test(html)) return html
  const lines = html.split('\n')
  const texts = lines.map((line) => htmlText(line).trim())
  const leading = texts.map((text) => readLeadingTime(text) !== undefined)
  const trailing = texts.map((text) => readTrailingTime(text) !== undefined)
  const isTimed = count(leading) >= count(trailing) ? leading : trailing
  if (count(isTimed) < 2) return html
  const isBroken = (index: number) => {
    const isWrapped = !isTimed[index] && (texts[index - 1]?.length ?? 0) >= shortestWrappedLine
    return isWrapped || lines[index - 1]?.endsWith('<br>') === true
  }
  return lines.map((line, index) => (index === 0 ? line : `${isBroken(index) ? '' : '<br>'}\n${line}`)).join('')
}

function count(flags: readonly boolean[]): number {
  return flags.filter(Boolean).length
}
