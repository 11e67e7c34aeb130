import {readLeadingMark, readTimeMark} from '../../text/time/clock-times.ts'
import {cleanLabel, looksLikeName} from '../speakers/speaker-labels.ts'
import {namesAmong, readTimedName} from '../speakers/unmarked-names.ts'

/** A line of a text, without blanks at its end. */
export type Line = {readonly text: string; readonly line: number}

/** Which lines below a range say who speaks. */
export function namesOf(lines: readonly Line[]): (line: string) => boolean {
  const below = lines.flatMap(({text}, index) => {
    if (readTimeMark(text)?.endInSeconds === undefined) return []
    const [name, said = ''] = [lines[index + 1]?.text, lines[index + 2]?.text]
    return [said === '' ? undefined : name]
  })
  return namesAmong(below)
}

/**
 * Which words behind a time, with the speech below them, say who speaks. They do so, too, if another line of the file has them in a form
 * that is certain (`labelOf`): people paste two exports together.
 */
export function timedNamesOf(
  lines: readonly Line[],
  labelOf: (text: string) => string | undefined,
): (words: string) => boolean {
  const places = lines.flatMap(({text}, index) => {
    const found = readTimedName(text)
    return found === undefined ? [] : [isSpeech(lines[index + 1]) ? found.name : undefined]
  })
  const isAmong = namesAmong(places)
  const keyOf = (name: string) => cleanLabel(name).toLowerCase()
  let labels: ReadonlySet<string> | undefined
  return (words) => {
    if (isAmong(words)) return true
    labels ??= new Set(lines.flatMap(({text}) => labelOf(text) ?? []).map(keyOf))
    return looksLikeName(words) && labels.has(keyOf(words))
  }
}

export function isSpeech(line: Line | undefined): boolean {
  return line !== undefined && line.text.trim() !== '' && readLeadingMark(line.text) === undefined
}

/** Which lines begin with the label of somebody: in a paragraph, it is not the one before who goes on. The label returns in the text. */
export function labelsOf(lines: readonly Line[]): (text: string) => boolean {
  const labelAt = (text: string) => {
    const label = /^([^\n:：]{1,69})(?::\s|：)/.exec(text)?.[1]
    return label !== undefined && looksLikeName(label) ? cleanLabel(label) : undefined
  }
  const counts = new Map<string, number>()
  for (const {text} of lines) {
    const label = labelAt(text)
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  // One who speaks once among others who return.
  const areLabels = [...counts.values()].some((count) => count > 1)
  return (text) => {
    const label = labelAt(text)
    return label !== undefined && (areLabels || counts.size > 1)
  }
}
