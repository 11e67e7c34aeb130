import type {CaptionBlock} from './caption-blocks.ts'

const innerTime = /<(?:\d+:)?\d{2}:\d{2}\.\d{3}>/
const anyTag = /<[^<>]*>/g

/** If at least this part of the cues repeats a line, the file has rolling captions. */
const leastRepeats = 0.3

function shownLines(block: CaptionBlock): string[] {
  return block.lines.map((line) => line.replace(anyTag, '').trim())
}

/** How many of the first lines of `lines` are the last lines of `previous`. */
function repeatedLines(previous: readonly string[], lines: readonly string[]): number {
  for (let count = Math.min(previous.length, lines.length); count > 0; count -= 1) {
    if (lines.slice(0, count).every((line, index) => line === previous[previous.length - count + index])) return count
  }
  return 0
}

const isShown = (line: string): boolean => line !== ''

/**
 * YouTube's automatic captions roll: every cue shows the line before it once more, and between two cues stands an echo of 10
 * milliseconds. A plain reader would read everything two or three times. So only the new lines are kept. Files without times inside
 * their text are never touched, because there people do say "Yeah." twice.
 */
export function withoutRollingRepeats(blocks: readonly CaptionBlock[]): readonly CaptionBlock[] {
  if (!blocks.some((block) => block.lines.some((line) => innerTime.test(line)))) return blocks
  const shown = blocks.map((block) => shownLines(block).filter(isShown))
  const repeats = shown.map((lines, index) => repeatedLines(shown[index - 1] ?? [], lines))
  if (repeats.filter((count) => count > 0).length < (blocks.length - 1) * leastRepeats) return blocks
  return blocks.flatMap((block, index) => {
    const newLines = block.lines.filter((line) => isShown(line.replace(anyTag, '').trim())).slice(repeats[index])
    return newLines.length === 0 ? [] : [{...block, lines: newLines}]
  })
}
