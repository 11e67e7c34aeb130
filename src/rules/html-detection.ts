import {entityNames, riskyElements, safeElements} from './html-vocabulary.ts'

const tag = /<\/?([a-z][a-z0-9]*)(?:\s[^<>]*|\s*\/?)>/gi
const reference = /&(?:#\d|#[xX][0-9a-fA-F]|([A-Za-z][A-Za-z0-9]*))/g

/** Whether a text that should be plain has tags of HTML in it; `<x>` is a word in brackets. */
export function hasHtmlTags(text: string): boolean {
  if (!text.includes('<')) return false
  for (const [, name = ''] of text.matchAll(tag)) {
    if (safeElements.has(name.toLowerCase()) || riskyElements.has(name.toLowerCase())) return true
  }
  return false
}

/** Whether it has references to characters: `AT&T` has none, `alpha&omega` has one, because readers guess the semicolon. */
export function hasHtmlReferences(text: string): boolean {
  if (!text.includes('&')) return false
  for (const [, name] of text.matchAll(reference)) if (name === undefined || entityNames.has(name)) return true
  return false
}

/**
 * Raw XML text as a reader sees it that decodes HTML once more: named references resolved and CDATA opened. Characters written
 * as numbers survive such readers, and are what the RSS Profile asks for: they count for nothing here.
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
  return text.replace(/&(#\w{1,8}|\w{1,8});/g, (_, name: string) => named.get(name) ?? '\ufffd')
}
