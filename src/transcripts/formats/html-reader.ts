import type {Span} from '../../model/transcript.ts'
import type {HtmlToken} from '../../text/markup/html-tokens.ts'
import {scanHtml} from '../../text/markup/html-tokens.ts'
import {readTimeMark} from '../../text/time/clock-times.ts'
import {parseDuration} from '../../text/time/durations.ts'
import type {CueDraft, DraftPart} from '../cue-drafts.ts'
import {transcriptOf} from '../cue-drafts.ts'
import {parseSpans} from '../spans.ts'
import {joinCaptionLines} from './caption-text.ts'
import {readPlainText} from './plain-text.ts'
import type {ReadTranscript} from './transcript-format.ts'

const unread = new Set(['head', 'style', 'script', 'template', 'noscript', 'svg', 'nav', 'button'])
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
/** Elements whose text is not speech. */
const asides = new Set(['cite', 'time', ...headings])
const blocks = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'blockquote',
  'pre',
  'section',
  'article',
  'main',
  'body',
  'html',
  'br',
  'hr',
  'table',
  'tr',
  'td',
  'dl',
  'dt',
  'dd',
  ...headings,
])
const forms: ReadonlyMap<string, Exclude<CueDraft['form'], undefined>> = new Map([
  ['li', 'list-item'],
  ['blockquote', 'quote'],
  ['pre', 'code'],
])
const emphases: ReadonlyMap<string, 'em' | 'strong' | 'code'> = new Map([
  ['em', 'em'],
  ['i', 'em'],
  ['strong', 'strong'],
  ['b', 'strong'],
  ['code', 'code'],
])

/** What is open at a place in the document, and the paragraph that is being gathered. */
type Scan = {
  readonly parts: DraftPart[]
  readonly open: Map<string, number>
  spans: Span[]
  aside: string
  speaker: string | undefined
  startsTurn: boolean
  startInSeconds: number | undefined
  href: string | undefined
}

/**
 * Reads `<cite>Name:</cite> <time>0:00</time> <p>…</p>`. HTML without these elements is a page that somebody made. Its text is read
 * block by block as plain text, because the plain text reader knows more ways to write a speaker.
 */
export function readHtml(text: string): ReadTranscript {
  const tokens = scanHtml(text.replace(/^\uFEFF/, '').replaceAll('\0', ''))
  const isMarkedUp = tokens.some((token) => token.kind === 'open' && (token.name === 'cite' || token.name === 'time'))
  if (!isMarkedUp) return readPlainText(blockTexts(tokens).join('\n\n'))
  const scan: Scan = {
    parts: [],
    open: new Map(),
    spans: [],
    aside: '',
    speaker: undefined,
    startsTurn: false,
    startInSeconds: undefined,
    href: undefined,
  }
  for (const token of tokens) readToken(token, scan)
  endParagraph(scan)
  return {transcript: transcriptOf(scan.parts), problems: []}
}

function isOpen(scan: Scan, name: string): boolean {
  return (scan.open.get(name) ?? 0) > 0
}

function isOpenAmong(scan: Scan, names: Iterable<string>): boolean {
  for (const name of names) if (isOpen(scan, name)) return true
  return false
}

function readToken(token: HtmlToken, scan: Scan): void {
  if (token.kind === 'text') readText(token.text, scan)
  else if (token.kind === 'open') openElement(token.name, token.attributes, scan)
  else closeElement(token.name, scan)
}

function readText(text: string, scan: Scan): void {
  if (isOpenAmong(scan, unread)) return
  if (isOpenAmong(scan, asides)) scan.aside += text
  else scan.spans.push(...styledSpans(text, scan))
}

function styledSpans(text: string, scan: Scan): Span[] {
  const tag = [...emphases.keys()].find((name) => isOpen(scan, name))
  const emphasis = tag === undefined ? undefined : emphases.get(tag)
  const line = isOpen(scan, 'pre') ? text : text.replace(/\s+/g, ' ')
  return parseSpans(line).map((span) =>
    span.kind === 'speech'
      ? {...span, ...(scan.href === undefined ? {} : {href: scan.href}), ...(emphasis === undefined ? {} : {emphasis})}
      : span,
  )
}

function openElement(name: string, attributes: ReadonlyMap<string, string>, scan: Scan): void {
  if (name === 'br') {
    scan.spans.push({kind: 'speech', text: ' '})
    return
  }
  if (blocks.has(name) || asides.has(name)) endAsides(scan)
  if (blocks.has(name) || name === 'cite') endParagraph(scan)
  if (name === 'hr' || name === 'img' || name === 'input') return
  if (name === 'a') scan.href = attributes.get('href')
  if (asides.has(name)) scan.aside = ''
  scan.open.set(name, name === 'p' ? 1 : (scan.open.get(name) ?? 0) + 1)
}

function closeElement(name: string, scan: Scan): void {
  if (!isOpen(scan, name)) return
  if (blocks.has(name)) endParagraph(scan)
  const aside = joinCaptionLines(scan.aside)
  scan.open.set(name, (scan.open.get(name) ?? 1) - 1)
  if (name === 'a') scan.href = undefined
  // `</li>` is optional, so the end of a list closes its items as well.
  if (name === 'ul' || name === 'ol') scan.open.set('li', 0)
  if (name === 'cite') {
    scan.speaker = aside.replace(/\s*:$/, '')
    scan.startsTurn = true
  }
  if (name === 'time') readTime(aside, scan)
  if (headings.has(name) && aside !== '') scan.parts.push({kind: 'section', title: aside})
}

/** If somebody forgot to close the name, the paragraph after it must not become part of the name. */
function endAsides(scan: Scan): void {
  for (const aside of asides) if (isOpen(scan, aside) && scan.aside.trim() !== '') closeElement(aside, scan)
}

function readTime(text: string, scan: Scan): void {
  const startInSeconds = readTimeMark(text)?.startInSeconds ?? parseDuration(text)
  if (startInSeconds === undefined) {
    // A history lesson speaks of times as well: what is no position in the audio is speech.
    scan.spans.push({kind: 'speech', text})
    return
  }
  endParagraph(scan)
  scan.startInSeconds = startInSeconds
}

function endParagraph(scan: Scan): void {
  const spans = trimmedSpans(scan.startsTurn ? withoutColon(scan.spans) : scan.spans)
  scan.spans = []
  if (spans.length === 0) return
  const form = [...forms].find(([name]) => isOpen(scan, name))?.[1]
  scan.parts.push({
    kind: 'cue',
    text: '',
    spans,
    speaker: scan.speaker,
    startsTurn: scan.startsTurn,
    startInSeconds: scan.startInSeconds,
    form,
  })
  scan.startsTurn = false
  scan.startInSeconds = undefined
}

/** In `<cite>Ada</cite>: Hello` the colon belongs to the name. */
function withoutColon([first, ...others]: readonly Span[]): readonly Span[] {
  return first ? [{...first, text: first.text.replace(/^\s*:(?=\s|$)/, '')}, ...others] : []
}

/** White space at the ends of a paragraph is layout. A paragraph that holds only white space is left out. */
function trimmedSpans(spans: readonly Span[]): Span[] {
  const from = spans.findIndex((span) => span.text.trim() !== '')
  const to = spans.findLastIndex((span) => span.text.trim() !== '')
  return spans.slice(Math.max(0, from), to + 1).map((span, index, kept) => {
    const start = index === 0 ? span.text.trimStart() : span.text
    return {...span, text: index === kept.length - 1 ? start.trimEnd() : start}
  })
}

/** The text of every block, in order, for pages without markup for speakers. */
function blockTexts(tokens: readonly HtmlToken[]): string[] {
  const texts: string[] = []
  let text = ''
  let unreadDepth = 0
  for (const token of tokens) {
    if (token.kind !== 'text' && unread.has(token.name))
      unreadDepth = Math.max(0, unreadDepth + (token.kind === 'open' ? 1 : -1))
    if (token.kind === 'text' && unreadDepth === 0) text += token.text
    else if (token.kind !== 'text' && blocks.has(token.name) && token.name !== 'br') {
      texts.push(joinCaptionLines(text))
      text = ''
    }
  }
  return [...texts, joinCaptionLines(text)].filter((each) => each !== '')
}
