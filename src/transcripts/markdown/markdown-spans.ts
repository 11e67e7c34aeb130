import type {MarkedToken, Token} from 'marked'
import {present} from '../../model/present.ts'
import type {Span} from '../../model/transcript.ts'
import {joinLines} from '../../text/markdown/block-text.ts'
import {hasMarkup} from '../../text/markdown/inline-markdown.ts'
import type {Markdown} from '../../text/markdown/markdown.ts'
import {decodeCharacterReferences} from '../../text/markup/character-references.ts'
import {scanHtml} from '../../text/markup/html-tokens.ts'
import {parseSpans} from '../spans.ts'

type Speech = Extract<Span, {kind: 'speech'}>
type Emphasis = NonNullable<Speech['emphasis']>

/**
 * Text with one look. `marked` cuts text apart (`\[laughs\]` gives five tokens); here it is whole again, so that brackets can be
 * read.
 */
type Run = {text: string; readonly href: string | undefined; readonly emphasis: Emphasis | undefined}

/**
 * The spans of a piece of Markdown. Links keep their address, `[laughs]` becomes an event, and `[inaudible 1:07]` becomes a gap.
 * Markup and pictures are removed.
 */
export function spansOfMarkdown(text: string, inline: Markdown['inline']): Span[] {
  if (!hasMarkup(text)) return plainSpans(joinLines(text).trim())
  const runs: Run[] = []
  collectRuns(inline(text), runs, {href: undefined, emphasis: undefined})
  const spans: Span[] = []
  for (const run of runs) for (const span of spansOfRun(run, run === runs[0], run === runs.at(-1))) spans.push(span)
  return trimSpans(spans)
}

/** Most paragraphs of a transcript are nothing but words. */
function plainSpans(text: string): Span[] {
  if (text === '') return []
  return text.includes('(') ? parseSpans(text) : [{kind: 'speech', text}]
}

type Style = {readonly href: string | undefined; readonly emphasis: Emphasis | undefined}

function collectRuns(tokens: readonly Token[], runs: Run[], outer: Style): void {
  let style = outer
  for (const token of tokens as readonly MarkedToken[]) {
    if (token.type === 'em' || token.type === 'strong' || token.type === 'del' || token.type === 'link') {
      collectRuns(token.tokens, runs, styleInside(token, style, runs))
    } else if (token.type === 'html') {
      style = styleAfterTag(token.raw, style, outer)
      if (/^<br\b/i.test(token.raw)) addRun(runs, ' ', style)
    } else addRun(runs, textOf(token), token.type === 'codespan' ? {...style, emphasis: 'code'} : style)
  }
}

function textOf(token: MarkedToken): string {
  if (token.type === 'br') return ' '
  if (token.type === 'codespan') return joinLines(token.text)
  return token.type === 'text' || token.type === 'escape' ? joinLines(decodeCharacterReferences(token.text)) : ''
}

function styleInside(
  token: {readonly type: string; readonly href?: string},
  style: Style,
  runs: readonly Run[],
): Style {
  // A link to nothing is what remains of a Liquid address.
  if (token.type === 'link') return {...style, href: token.href || undefined}
  // `(_unintelligible 12:30_)` is one mark, not brackets around emphasised speech.
  if (token.type === 'del' || /[([]$/.test(runs.at(-1)?.text ?? '')) return style
  return {...style, emphasis: token.type === 'strong' ? 'strong' : 'em'}
}

/** People write `<a href>` within Markdown; other tags only change the look. */
function styleAfterTag(html: string, style: Style, outer: Style): Style {
  const tag = scanHtml(html)[0]
  if (tag === undefined || tag.kind === 'text' || tag.name !== 'a') return style
  return tag.kind === 'open' ? {...style, href: tag.attributes.get('href') || undefined} : {...style, href: outer.href}
}

function addRun(runs: Run[], text: string, style: Style): void {
  if (text === '') return
  const last = runs.at(-1)
  if (last !== undefined && last.href === style.href && last.emphasis === style.emphasis) last.text += text
  else runs.push({text, ...style})
}

function spansOfRun(run: Run, first: boolean, last: boolean): Span[] {
  if (run.emphasis === 'code') return [styled({kind: 'speech', text: run.text}, run)]
  const spans = spansOfText(run.text, {first, last})
  return run.href === undefined && run.emphasis === undefined ? spans : spans.map((span) => styled(span, run))
}

function styled(span: Span, {href, emphasis}: Run): Span {
  if (span.kind !== 'speech') return span
  return {kind: 'speech', text: span.text, ...present({href, emphasis})}
}

const insert = /\[([^[\]\n]{3,200})\]/g

/**
 * `parseSpans` knows sounds. In an edited text, a bracket of several words can stand as a sentence of its own. It then tells what
 * was seen or what the editor added (`[holds up the book] Do you know it?`). Within a sentence (`[the point is that] they …`) it is
 * read as speech.
 */
function spansOfText(text: string, ends: {readonly first: boolean; readonly last: boolean}): Span[] {
  if (!text.includes('[')) return plainSpans(text)
  const spans: Span[] = []
  let from = 0
  for (const match of text.matchAll(insert)) {
    if (!standsAlone(text, match, ends)) continue
    if (match.index > from) spans.push(...parseSpans(text.slice(from, match.index)))
    spans.push({kind: 'event', text: (match[1] ?? '').trim()})
    from = match.index + match[0].length
  }
  if (from < text.length) spans.push(...parseSpans(text.slice(from)))
  return spans
}

function standsAlone(text: string, match: RegExpExecArray, {first, last}: {first: boolean; last: boolean}): boolean {
  const inside = match[1] ?? ''
  if (!/\S\s+\S/.test(inside) || /^(?:inaudible|unintelligible|indecipherable|indiscernible)\b/i.test(inside))
    return false
  const before = text.slice(Math.max(0, match.index - 40), match.index).trimEnd()
  const after = text.slice(match.index + match[0].length).trimStart()
  const opens = before === '' ? first || match.index > 40 : /[.?!…:;”"’')\]—]$/.test(before)
  return opens && (after === '' ? last : /^["“‘'(]?\p{Lu}/u.test(after))
}

/** Removes the blanks of speech at the edges of a cue, and removes empty pieces. */
function trimSpans(spans: Span[]): Span[] {
  trimAt(spans, 0, (text) => text.trimStart())
  trimAt(spans, spans.length - 1, (text) => text.trimEnd())
  return spans.some(({text}) => text === '') ? spans.filter(({text}) => text !== '') : spans
}

function trimAt(spans: Span[], index: number, trim: (text: string) => string): void {
  const span = spans[index]
  if (span?.kind !== 'speech') return
  const text = trim(span.text)
  if (text !== span.text) spans[index] = {...span, text}
}
