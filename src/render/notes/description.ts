import {readLeadingTime} from '../../chapters/timestamp-line.ts'
import {byteLength} from '../../text/cut/byte-length.ts'
import {cutHtml} from '../../text/cut/cut-html.ts'
import {escapeHtml} from '../../text/markup/html.ts'
import {scanHtml} from '../../text/markup/html-tokens.ts'
import {formatWholeTimestamp} from '../../text/time/durations.ts'

/** Apple's and PSP-1's limit for a description: bytes of UTF-8, markup included. */
export const descriptionLimitInBytes = 4000

export type DescriptionParts = {
  /** HTML of the feed's allow-list, as this program wrote it. */
  readonly notesHtml: string
  /** The part that stays whole when the notes are cut: apps read chapters only if all of them are there. */
  readonly tailHtml: string
  /** The last line of a description that was cut. */
  readonly pageLinkHtml: string
  /** Whole seconds at which chapters begin that the notes list themselves. */
  readonly listedStarts: ReadonlySet<number>
}

export type Description = {readonly html: string; readonly isCut: boolean}

/**
 * Show notes as the two largest apps show them: `p br a ul ol li` with https links, in 4,000 bytes. Apple documents these
 * elements. PSP-1 adds bold and italics, but Apple removes them and Spotify never had them. Apps that show more read
 * `content:encoded`.
 */
export function describe({notesHtml, tailHtml, pageLinkHtml, listedStarts}: DescriptionParts): Description {
  const simple = simplified(notesHtml)
  const notes = listedStarts.size === 0 ? simple : timesAsLines(simple, listedStarts)
  const tail = simplified(tailHtml)
  const whole = joined(notes, tail)
  if (fits(whole)) return {html: whole, isCut: false}
  const end = joined(tail, pageLinkHtml)
  return {html: joined(cutHtml(notes, descriptionLimitInBytes - byteLength(end) - 1), end), isCut: true}
}

function fits(html: string): boolean {
  return html.length * 3 <= descriptionLimitInBytes || byteLength(html) <= descriptionLimitInBytes
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n')
}

const kept: ReadonlySet<string> = new Set(['p', 'ul', 'ol', 'li'])
const toParagraph: ReadonlySet<string> = new Set(['h2', 'h3', 'h4', 'pre'])
/**
 * Finds anything but plain paragraphs, lists and https links. Most notes have nothing else, and a search costs less than
 * rewriting them.
 */
const richer = /<(?!\/?(?:p|ul|ol|li|br)>|a href="https:[^"]*">|\/a>)/

function simplified(html: string): string {
  if (!richer.test(html)) return html
  // The text is taken in pieces: for every link, looking back into one long text costs as much as the text is long.
  const text: string[] = []
  let link: {readonly href: string; readonly from: number} | undefined
  let isPreformatted = false
  for (const token of scanHtml(html)) {
    if (token.kind === 'text') {
      const written = escapeHtml(token.text)
      text.push(isPreformatted ? written.trimEnd().replaceAll('\n', '<br>') : written)
      continue
    }
    const {kind, name} = token
    const isOpen = kind === 'open'
    if (name === 'pre') isPreformatted = isOpen
    if (name === 'br') text.push('<br>')
    else if (kept.has(name)) text.push(isOpen ? `<${name}>` : `</${name}>`)
    else if (toParagraph.has(name)) text.push(isOpen ? '<p>' : '</p>')
    else if (name === 'a' && isOpen) {
      link = {href: token.attributes.get('href') ?? '', from: text.length}
      if (link.href.startsWith('https:')) text.push(`<a href="${escapeHtml(link.href)}">`)
    } else if (name === 'a' && link !== undefined) {
      text.push(link.href.startsWith('https:') ? '</a>' : addressInWords(link.href, text.slice(link.from).join('')))
      link = undefined
    }
  }
  return text.join('').trimEnd()
}

/** Spotify removes every link that is not https. The address can still be read and copied. */
function addressInWords(href: string, textHtml: string): string {
  const address = href.replace(/^mailto:/i, '')
  const isSaid =
    textHtml.includes(escapeHtml(address)) || textHtml === escapeHtml(address.replace(/^http:\/\/|\/$/g, ''))
  return isSaid ? '' : ` (${escapeHtml(address)})`
}

/** A paragraph, or a list without another list in it. The patterns have unrolled loops, so they read a long text only once. */
const flatList = /<([uo]l)>\n?((?:<li>[^<]*(?:<(?!\/?(?:[uo]l|li|p)>)[^<]*)*<\/li>\n?)+)<\/\1>/g
const paragraph = /<p>([^<]*(?:<(?!\/?p>)[^<]*)*)<\/p>/g

/**
 * Lines that begin with the time of a chapter as Apple Podcasts, Spotify and YouTube recognise them: no bullet before the time, no link
 * around it (apps make one themselves, into the player), and all of `HH:MM:SS`.
 */
function timesAsLines(html: string, starts: ReadonlySet<number>): string {
  return html
    .replace(flatList, (list, _name, items: string) => {
      const lines = items.split(/<\/li>\n?/).slice(0, -1)
      const texts = lines.map((line) => line.slice('<li>'.length))
      return paragraphOfTimes(texts, starts) ?? list
    })
    .replace(paragraph, (whole, content: string) => mixedLines(content.split(/<br>\n?/), starts) ?? whole)
}

const leadingTime = /^(?:<a [^>]*>([^<]*)<\/a>|([[(]?@?\d[\d:;]*(?:[.,]\d{1,9})?[\])]?))/

/** In a list all items must be times. A paragraph may begin and end with a line of words. */
function paragraphOfTimes(lines: readonly string[], starts: ReadonlySet<number>): string | undefined {
  const rewritten = lines.map((line) => timeFirst(line, starts))
  return rewritten.includes(undefined) ? undefined : `<p>${rewritten.join('<br>')}</p>`
}

function mixedLines(lines: readonly string[], starts: ReadonlySet<number>): string | undefined {
  const rewritten = lines.map((line) => timeFirst(line, starts))
  if (rewritten.every((line) => line === undefined)) return undefined
  return `<p>${rewritten.map((line, index) => line ?? lines[index]?.trim()).join('<br>')}</p>`
}

function timeFirst(written: string, starts: ReadonlySet<number>): string | undefined {
  const line = written.trim()
  const match = leadingTime.exec(line)
  const time = readLeadingTime(match?.[1] ?? match?.[2] ?? '')
  if (match === null || time === undefined || time.rest !== '') return undefined
  if (!starts.has(Math.floor(time.startInSeconds))) return undefined
  const title = line.slice(match[0].length).replace(/^[\s:–—|-]+/, '')
  return `${formatWholeTimestamp(time.startInSeconds)} ${title}`
}
