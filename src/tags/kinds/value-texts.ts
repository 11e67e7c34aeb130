import {type AbsoluteUrl, absoluteUrl} from '../../model/absolute-url.ts'
import {canonicalTag, tagOfLanguageName} from '../../text/languages.ts'
import {htmlText} from '../../text/markup/html-tokens.ts'
import type {ValueKind} from './value-kind.ts'
import {isWordForNothing, quotedAuthored, scalarKind, text} from './value-kinds.ts'

/** An absolute http(s) URL, in the ASCII form that feeds carry. */
export const webUrl: ValueKind<AbsoluteUrl> = scalarKind('web address', {type: 'string', format: 'uri'}, (value) => {
  if (isWordForNothing(value)) return {absent: true}
  const url = absoluteUrl(value)
  if (url !== undefined) return {value: url}
  // An address that was copied out of a browser often has no scheme.
  const guess = /^[\w-]+(?:\.[\w-]+)+(?:[/?#:]|$)/.test(value) ? absoluteUrl(`https://${value}`) : undefined
  return {
    wrong: `is ${quotedAuthored(value)}, but must be a web address that starts with https://`,
    hint: `Write ${guess ?? 'https://example.org/page'}`,
  }
})

/** An absolute web address, or a path: below the show folder for a file, below the site for a page. */
export const urlOrPath: ValueKind<string> = scalarKind('web address or path', {type: 'string'}, (value) => {
  if (isWordForNothing(value)) return {absent: true}
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(value)?.[1]?.toLowerCase()
  if (scheme === undefined || (/^https?$/.test(scheme) && absoluteUrl(value) !== undefined)) return {value}
  return {wrong: `is ${quotedAuthored(value)}, but only https:// and http:// addresses and paths can be published`}
})

export const email: ValueKind<string> = scalarKind('e-mail address', {type: 'string', format: 'email'}, (value) => {
  if (value.length <= 254 && /^[^\s@<>"(),;:]+@[^\s@<>"(),;:.]+(?:\.[^\s@<>"(),;:.]+)+$/.test(value)) return {value}
  return {
    wrong: `is ${quotedAuthored(value)}, but must be an e-mail address`,
    hint: 'Write only the address: me@example.org',
  }
})

/** More than any list shows: apps cut a title after one line or two. */
const longestTitleInCharacters = 200

/**
 * Letters that nobody sees, or that turn what follows around: left by web pages and chats that a title was copied from. Marks of
 * direction and joiners (U+200C to U+200F, isolates) are part of the spelling in some scripts.
 */
const unseen = /[\u200b\u2060\ufeff\u202a-\u202e]/u

/** A title of the show or of an episode: any text, with a warning for what people would see otherwise than the author does. */
export const titleText: ValueKind<string> = {
  ...text(),
  read: (authored, context) => {
    const reading = text().read(authored, context)
    if (!('value' in reading)) return reading
    const {value} = reading
    const letter = unseen.exec(value)?.[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
    if (letter !== undefined) {
      const what = `has a letter that nobody sees (U+${letter}), as text from web pages often does: apps search for it and may show the title otherwise. Type the title again`
      return {value, remark: what, isDoubtful: true}
    }
    const count = [...value].length
    if (count <= longestTitleInCharacters) return reading
    const remark = `has ${count} characters. Apps cut a title after one line or two, so what comes late is not seen. Write a short title, and the rest into summary`
    return {value, remark, isDoubtful: true}
  },
}

/** A media type, as servers and feeds write it: `audio/mpeg`. */
export const mimeType: ValueKind<string> = scalarKind(
  'media type',
  {type: 'string', pattern: '^[\\w.+-]+/[\\w.+-]+$'},
  (value) =>
    /^[\w.+-]+\/[\w.+-]+$/.test(value)
      ? {value}
      : {
          wrong: `is ${quotedAuthored(value)}, but must be a media type`,
          hint: 'Write audio/mpeg, video/mp4 or application/x-mpegURL',
        },
)

const uuidForm = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i

/** A UUID in its canonical spelling. A UUID of zeros means "none yet". */
export const uuid: ValueKind<string> = scalarKind('UUID', {type: 'string', pattern: uuidForm.source}, (value) => {
  if (!uuidForm.test(value)) {
    return {
      wrong: `is ${quotedAuthored(value)}, but must be a UUID`,
      hint: 'It has the form 9b024349-ccf0-5f69-a609-6b82873eab3c',
    }
  }
  return /^[0-]*$/.test(value) ? {absent: true} : {value: value.toLowerCase()}
})

/** A language tag of BCP 47 in its canonical case. `en_us`, as locale files write it, becomes `en-US`. */
export const languageTag: ValueKind<string> = scalarKind('language tag', {type: 'string'}, (value) => {
  if (isWordForNothing(value)) return {absent: true}
  const tag = canonicalTag(value.replaceAll('_', '-'))
  if (tag !== undefined) return {value: tag}
  const hint = `Write ${tagOfLanguageName(value) ?? 'en, de, pt-BR, ...'}`
  return {wrong: `is ${quotedAuthored(value)}, but must be a language tag`, hint}
})

/** Whether the text has a tag with its end, or a line break. `Vec<T>` and "a < b" are only words. Takes linear time. */
function hasMarkup(value: string): boolean {
  if (!value.includes('<')) return false
  if (/<br\s{0,9}\/?>/i.test(value)) return true
  const lastEnds = new Map<string, number>()
  for (const {
    0: {length},
    1: name = '',
    index,
  } of value.matchAll(/<\/([a-z][a-z0-9]*)\s{0,9}>/gi))
    lastEnds.set(name.toLowerCase(), index + length)
  if (lastEnds.size === 0) return false
  let close = -1
  for (const {1: name = '', index} of value.matchAll(/<([a-z][a-z0-9]*)\b/gi)) {
    if (close < index) close = value.indexOf('>', index)
    if (close === -1) return false
    if ((lastEnds.get(name.toLowerCase()) ?? 0) > close + 1) return true
  }
  return false
}

/** Words that people read. Other tools keep HTML in such fields. Apps would show its tags, so only its text is taken. */
export const prose: ValueKind<string> = {
  ...text(),
  read: (authored, context) => {
    const reading = text().read(authored, context)
    if (!('value' in reading) || !hasMarkup(reading.value)) return reading
    const value = htmlText(reading.value)
    return value === '' ? {absent: true} : {value}
  },
}
