/** Lines of a text, and how large their letters are. */
export type FittedLines = {readonly lines: readonly string[]; readonly size: number}

type Space = {readonly width: number; readonly height: number}
/** How wide a line is, in parts of the size of its letters. */
type Measure = (line: string) => number

/** The sizes that are tried, from large to small. */
const sizes: readonly number[] = [88, 80, 72, 66, 60, 54, 49, 45]
const smallest = 45
export const lineHeight = 1.18

/**
 * The largest letters with which all words have room, in lines of about the same length. What has no room in the smallest ends with an
 * ellipsis; a word that is wider than a line goes on in the next one.
 */
export function fitLines(given: readonly string[], {width, height}: Space, measure: Measure): FittedLines {
  const words = given.flatMap((word) => partsOf(word, width / smallest, measure))
  for (const size of sizes) {
    const lines = brokenInto(words, width / size, measure)
    const hasRoom = lines.length * size * lineHeight <= height && lines.every((line) => measure(line) * size <= width)
    if (hasRoom) return {lines: balanced(words, lines.length, width / size, measure), size}
  }
  const most = Math.floor(height / (smallest * lineHeight))
  const lines = brokenInto(words, width / smallest, measure)
  const last = lines.slice(most - 1).join(' ')
  return {lines: [...lines.slice(0, most - 1), shortened(last, width / smallest, measure)], size: smallest}
}

/** A line as far as there is room for it. */
export function shortened(line: string, width: number, measure: Measure): string {
  if (measure(line) <= width) return line
  const letters = [...line]
  while (letters.length > 0 && measure(`${letters.join('').trimEnd()}…`) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** The lines have about the same length, so that no word stands alone. */
function partsOf(word: string, width: number, measure: Measure): readonly string[] {
  if (measure(word) <= width) return [word]
  const letters = [...word]
  const count = Math.ceil(measure(word) / (width - measure('-')))
  const length = Math.ceil(letters.length / count)
  return Array.from({length: Math.ceil(letters.length / length)}, (_, index) => {
    const part = letters.slice(index * length, (index + 1) * length).join('')
    return (index + 1) * length < letters.length ? `${part}-` : part
  })
}

function brokenInto(words: readonly string[], width: number, measure: Measure): readonly string[] {
  const lines: string[] = []
  for (const word of words) {
    const longer = `${lines.at(-1) ?? ''} ${word}`
    if (lines.length > 0 && measure(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** The narrowest width at which the words need only this number of lines. */
function balanced(words: readonly string[], count: number, width: number, measure: Measure): readonly string[] {
  let [narrow, wide] = [0, width]
  for (let step = 0; step < 12; step += 1) {
    const middle = (narrow + wide) / 2
    if (brokenInto(words, middle, measure).length > count) narrow = middle
    else wide = middle
  }
  return brokenInto(words, wide, measure)
}
