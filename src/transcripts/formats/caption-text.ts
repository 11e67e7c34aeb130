/** Scripts that put no blank between words. Hangul is not among them, because Korean has blanks. */
const unspaced = /[\u2e80-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff65]/
/** Marks that close something stay with what they close (Japanese and Chinese line breaking rules). */
const closing = /[、。，．：；！？）」』】〉》〕ー]/
const otherWhiteSpace = /[\t\n\r\f\v\u0085\u2028\u2029]/
const whiteSpaceRun = /[ \t\n\r\f\v\u0085\u2028\u2029]+/g

/**
 * One expression for all of it would be twice as slow, and this is asked of every text. `includes('  ')` would be as slow, because
 * it stops at every blank.
 */
function isUntidy(text: string): boolean {
  return otherWhiteSpace.test(text) || / {2}/.test(text) || text.startsWith(' ') || text.endsWith(' ')
}

function isUnspacedPair(before: string, after: string): boolean {
  return unspaced.test(before) && unspaced.test(after)
}

/**
 * The text on one line. Every run of white space becomes one blank, except that lines of Chinese and Japanese are joined without a
 * blank. No-break spaces are kept, because somebody meant them.
 */
export function joinCaptionLines(text: string): string {
  // Most texts are one line already, and a look costs a fraction of a replacement.
  if (!isUntidy(text)) return text
  const joined = text.replace(whiteSpaceRun, (run, offset: number) => {
    const isLineBreak = /[^ \t]/.test(run)
    return isLineBreak && isUnspacedPair(text.charAt(offset - 1), text.charAt(offset + run.length)) ? '' : ' '
  })
  return joined.slice(joined.startsWith(' ') ? 1 : 0, joined.endsWith(' ') ? -1 : undefined)
}

/** Two pieces of running text as one, with a blank between them where the script has blanks. */
export function joinTexts(before: string, after: string): string {
  if (before === '' || after === '') return before + after
  return isUnspacedPair(before.slice(-1), after.charAt(0)) ? before + after : `${before} ${after}`
}

/**
 * Breaks one line of text at words into lines of at most `width` UTF-16 units. A word that is longer stays whole.
 * `joinLines` gives back exactly the same text.
 */
export function wrapLine(text: string, width: number): string[] {
  // Three of four captions fit on a line, and in most scripts a line ends only at a blank.
  if (text.length <= width) return [text]
  return unspaced.test(text) ? wrapAnywhere(text, width) : wrapAtBlanks(text, width)
}

function wrapAtBlanks(text: string, width: number): string[] {
  const lines: string[] = []
  let lineFrom = 0
  while (text.length - lineFrom > width) {
    const last = text.lastIndexOf(' ', lineFrom + width)
    const blank = last > lineFrom ? last : text.indexOf(' ', lineFrom + width + 1)
    if (blank === -1) break
    lines.push(text.slice(lineFrom, blank))
    lineFrom = blank + 1
  }
  lines.push(text.slice(lineFrom))
  return lines
}

function wrapAnywhere(text: string, width: number): string[] {
  const lines: string[] = []
  let lineFrom = 0
  let breakAt = -1
  for (let index = 1; index <= text.length; index += 1) {
    if (index - lineFrom > width && breakAt > lineFrom) {
      lines.push(text.slice(lineFrom, breakAt))
      lineFrom = text[breakAt] === ' ' ? breakAt + 1 : breakAt
    }
    if (isBreakable(text, index)) breakAt = index
  }
  lines.push(text.slice(lineFrom))
  return lines
}

/** Whether a line may end before `index`. A blank between two ideographs may not be removed: nobody could tell that it was there. */
function isBreakable(text: string, index: number): boolean {
  const before = text.charAt(index - 1)
  const here = text.charAt(index)
  if (here === ' ') return !isUnspacedPair(before, text.charAt(index + 1))
  return isUnspacedPair(before, here) && !closing.test(here)
}

/** The lines of a file, whatever ends them. The byte order mark is removed, and so are NULs, which mean nothing in any text format. */
export function splitLines(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '')
    .split(/\r\n|\n|\r/)
}
