import {entityNames, riskyElements, safeElements} from './html-vocabulary.ts'

const tag = /<\/?([a-z][a-z0-9]*)(?:\s[^<>]*|\s*\/?)>/gi
const reference = /&(?:#\d|#[xX][0-9a-fA-F]|([A-Za-z][A-Za-z0-9]*))/g

/** Whether a text that should be plain has tags of HTML in it. `<x>` is no tag, but a word in brackets. */
export function hasHtmlTags(text: string): boolean {
  if (!text.includes('<')) return false
  for (const [, name = ''] of text.matchAll(tag)) {
    if (safeElements.has(name.toLowerCase()) || riskyElements.has(name.toLowerCase())) return true
  }
  return false
}

/** Whether a text has references to characters. `AT&T` has none. `alpha&omega` has one, because readers guess the semicolon. */
export function hasHtmlReferences(text: string): boolean {
  if (!text.includes('&')) return false
  for (const [, name] of text.matchAll(reference)) if (name === undefined || entityNames.has(name)) return true
  return false
}

const closedReference = /&(?:#\d+|#[xX][0-9a-fA-F]+|([A-Za-z][A-Za-z0-9]*));/g

/** The same, but only for references with a semicolon. If a reader shows the characters `&#239;`, the author meant a letter. */
function hasClosedReferences(text: string): boolean {
  if (!text.includes('&')) return false
  for (const [, name] of text.matchAll(closedReference)) if (name === undefined || entityNames.has(name)) return true
  return false
}

/** Whether a text that is marked as plain was written as HTML. Then readers show the characters `<b>` and `&amp;`. */
export function looksLikeHtml(text: string): boolean {
  return hasHtmlTags(text) || hasClosedReferences(text)
}

/**
 * Raw XML text as it looks in a reader that decodes HTML once more: with references resolved and CDATA opened. Characters in
 * hexadecimal survive such readers, and the RSS Profile recommends them, so they are no fault and are left out here.
 * https://www.rssboard.org/rss-profile#data-types-characterdata
 */
export function textDecodedTwice(raw: string): string {
  return raw.includes('<![CDATA[') ? raw.split('<![CDATA[').map(openSection).join('') : decodeEntities(raw)
}

function openSection(part: string, index: number): string {
  if (index === 0) return decodeEntities(part)
  const end = part.indexOf(']]>')
  return end === -1 ? part : part.slice(0, end) + decodeEntities(part.slice(end + 3))
}

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#\w{1,8}|\w{1,8});/g, (_, name: string) => named.get(name) ?? decimalCharacter(name))
}

function decimalCharacter(name: string): string {
  const code = /^#\d+$/.test(name) ? Number(name.slice(1)) : Number.NaN
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
}
