import {codeFence, codeSpan} from './template-syntax.ts'

const definition = /^ {0,3}\[\^([^\]\s]{1,80})\]:[ \t]*(.*)$/
const marks = new RegExp(`${codeFence}|${codeSpan}|\\[\\^([^\\]\\s]{1,80})\\](?!:)`, 'gm')

/** The beginning of the ids that we put on pages. No other id of the page begins so, and no author can take one over. */
export const ownIdPrefix = 'notes-'

/**
 * Footnotes as GitHub has them: the mark is a raised number that leads to the note, and the note leads back. Notes stay where they are written,
 * as a numbered list, so that every line keeps its number. A mark without a note stays as it is.
 */
export function readFootnotes(markdown: string): string {
  if (!markdown.includes('[^')) return markdown
  const lines = markdown.split('\n')
  const defined = new Set(lines.flatMap((line) => definition.exec(line)?.[1] ?? []))
  if (defined.size === 0) return markdown
  const numbers = new Map<string, number>()
  const linked = markdown.replace(marks, (match, _fence: unknown, id: string | undefined) => {
    if (id === undefined || !defined.has(id)) return match
    const isFirst = !numbers.has(id)
    const number = numbers.get(id) ?? numbers.size + 1
    numbers.set(id, number)
    const own = isFirst ? ` id="${ownIdPrefix}fnref-${number}"` : ''
    return `<sup><a${own} href="#${ownIdPrefix}fn-${number}">[${number}]</a></sup>`
  })
  return withNotes(linked.split('\n'), numbers)
}

/** Neighbours are sorted by their numbers; what goes on in indented lines goes along. */
function withNotes(lines: readonly string[], numbers: Map<string, number>): string {
  const written: string[] = []
  let group: {readonly number: number; readonly lines: string[]}[] = []
  const flush = () => {
    const blanks: string[] = []
    const last = group.at(-1)
    while (last?.lines.at(-1)?.trim() === '') blanks.push(last.lines.pop() ?? '')
    written.push(...group.sort((one, other) => one.number - other.number).flatMap((each) => each.lines), ...blanks)
    group = []
  }
  for (const line of lines) {
    const [, id, text = ''] = definition.exec(line) ?? []
    if (id !== undefined) {
      const isReferred = numbers.has(id)
      const number = numbers.get(id) ?? numbers.size + 1
      numbers.set(id, number)
      const back = isReferred ? ` <a id="${ownIdPrefix}fn-${number}" href="#${ownIdPrefix}fnref-${number}">↩</a>` : ''
      group.push({number, lines: [`${number}. ${text}${back}`]})
    } else if (group.length > 0 && /^(?:[ \t]{2,}\S|[ \t]*$)/.test(line)) group.at(-1)?.lines.push(line)
    else {
      flush()
      written.push(line)
    }
  }
  flush()
  return written.join('\n')
}
