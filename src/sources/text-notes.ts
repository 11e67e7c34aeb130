import {escapeHtml} from '../text/markup/html.ts'

/**
 * Notes that are plain text, as HTML. Apps show an empty line as the end of a paragraph, a line end as one, and addresses as links; HTML has
 * elements for that.
 */
export function textHtml(text: string): string {
  return linesHtml(escapeHtml(text))
}

/** Notes of a feed that are called HTML, and are the text of a form: SoundCloud and others take them as they were typed. */
export function typedNotesHtml(html: string): string {
  const isTyped = html.includes('\n') && !/<[a-z!/]/i.test(html)
  return isTyped ? linesHtml(html) : html
}

function linesHtml(html: string): string {
  const paragraphs = html.split(/\n[ \t\r]*\n/).filter((each) => each.trim() !== '')
  return paragraphs.map((each) => `<p>${withLinks(linesOf(each))}</p>`).join('\n')
}

/** Lines of this length were broken by a program, not by a person. */
const brokenLine = {fewestCharacters: 55, mostCharacters: 100}

function linesOf(paragraph: string): string {
  const lines = paragraph.trim().split(/[ \t]*\r?\n/)
  const [, ...others] = lines
  const isIndented = others.every((line) => /^[ \t]{2}/.test(line))
  const full = lines.slice(0, -1)
  const isBroken =
    full.length > 1 &&
    full.every(({length}) => length >= brokenLine.fewestCharacters && length <= brokenLine.mostCharacters)
  return lines.map((line) => line.trim()).join(isIndented || isBroken ? ' ' : '<br>')
}

function withLinks(html: string): string {
  return html.replace(address, (found) => {
    const url = found.slice(0, endOfAddress(found))
    return `<a href="${url}">${url}</a>${found.slice(url.length)}`
  })
}

const address = /https?:\/\/(?:[^\s<>"&]|&(?!(?:quot|gt|lt|#39);)){1,2000}/gi

/** The sentence around an address has marks of its own: `(see https://trains.example/map).` */
function endOfAddress(found: string): number {
  const marks = found.includes('(') ? ".,:;!?]'" : ".,:;!?])'"
  let end = found.length
  while (end > 0 && marks.includes(found.charAt(end - 1))) end -= 1
  return end
}
