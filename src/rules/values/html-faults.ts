import {decodeCharacterReferences} from '../../text/markup/character-references.ts'
import {dangerousDeclaration} from './css-safety.ts'
import {entityNames, riskyElements, safeElements, urlAttributes} from './html-vocabulary.ts'

/** The faults in a piece of HTML. Each member names the first fault of its kind; it is `undefined` or empty if there is none. */
export type HtmlFaults = {
  malformed?: string
  riskyElement?: string
  riskyAttribute?: string
  dangerousStyle?: string
  relativeUrl?: string
  scriptUrl?: string
}

const tagStart = /<\/?([A-Za-z][^\s/>]*)/y
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/y
const betweenAttributes = /[\s/]*/y
const reference = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));/g
const withScheme = /^[a-z][a-z0-9+.-]*:/i
const scriptScheme = /^(?:javascript|vbscript|livescript|mocha):/i

/**
 * Reads HTML as feed readers do before they show it, and returns what they would refuse or repair: code, frames, styles that
 * reach out of the article, addresses without a base, and text that only looks like a tag. It takes one linear pass.
 */
export function htmlFaults(html: string): HtmlFaults {
  const faults: HtmlFaults = {}
  let position = 0
  while (position < html.length) {
    const start = html.indexOf('<', position)
    if (start === -1) break
    position = passMarkup(html, start, faults)
  }
  judgeReferences(html, faults)
  return faults
}

/** The offset after the markup that begins with `<` at `start`. */
function passMarkup(html: string, start: number, faults: HtmlFaults): number {
  if (html.startsWith('<!--', start)) return passUntil(html, start + 4, '-->', faults, 'a comment is not closed')
  if (html[start + 1] === '!' || html[start + 1] === '?')
    return passUntil(html, start, '>', faults, 'a declaration is not closed')
  tagStart.lastIndex = start
  const tag = tagStart.exec(html)
  if (!tag) return start + 1
  const name = (tag[1] ?? '').toLowerCase()
  judgeElement(name, faults)
  const end = passAttributes(html, tagStart.lastIndex, name, faults)
  const raw = (name === 'script' || name === 'style') && html[start + 1] !== '/'
  return raw ? passUntil(html, end, `</${name}`, faults) : end
}

function passUntil(html: string, from: number, mark: string, faults: HtmlFaults, fault?: string): number {
  const end = html.indexOf(mark, from)
  if (end !== -1) return mark.startsWith('</') ? end : end + mark.length
  if (fault !== undefined) faults.malformed ??= fault
  return html.length
}

function judgeElement(name: string, faults: HtmlFaults): void {
  if (safeElements.has(name)) return
  if (riskyElements.has(name)) faults.riskyElement ??= name
  else faults.malformed ??= `<${name.slice(0, 40)}> is no element of HTML`
}

function passAttributes(html: string, from: number, element: string, faults: HtmlFaults): number {
  let position = from
  for (;;) {
    // The blanks have their own pattern. In one pattern with the attribute, a megabyte of blanks would be read again from each blank.
    betweenAttributes.lastIndex = position
    betweenAttributes.test(html)
    position = betweenAttributes.lastIndex
    if (html[position] === '>') return position + 1
    attribute.lastIndex = position
    const match = attribute.exec(html)
    if (match) {
      judgeAttribute((match[1] ?? '').toLowerCase(), match[2] ?? match[3] ?? match[4] ?? '', faults)
      position = attribute.lastIndex
    } else if (position < html.length && html[position] !== '<') {
      position += 1
    } else {
      faults.malformed ??= `the tag <${element.slice(0, 40)} is not closed`
      return Math.max(position, from)
    }
  }
}

/** Judges `style` and `on...` by name, and addresses by their value. XHTML uses it too; there the parser has read the attributes. */
export function judgeAttribute(name: string, value: string, faults: HtmlFaults): void {
  if (/^on[a-z]{2}/.test(name)) faults.riskyAttribute ??= name
  if (name === 'style') {
    const dangerous = dangerousDeclaration(decodeBasics(value))
    if (dangerous !== undefined) faults.dangerousStyle ??= dangerous
  }
  if (!urlAttributes.has(name)) return
  const url = value.trim()
  if (scriptScheme.test(url)) faults.scriptUrl ??= url.slice(0, 60)
  else if (url !== '' && !withScheme.test(url) && !url.startsWith('#')) faults.relativeUrl ??= url.slice(0, 80)
}

/** It decodes only quotes and numbers. That is enough: a style with a rarer name is refused because of its `&`. */
function decodeBasics(text: string): string {
  if (!text.includes('&')) return text
  return text
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&#x([0-9a-f]{1,4});/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

function judgeReferences(html: string, faults: HtmlFaults): void {
  if (faults.malformed !== undefined || !html.includes('&')) return
  const known = new Set<string>()
  for (const [whole, decimal, hex, name] of html.matchAll(reference)) {
    if (known.has(whole)) continue
    if (name === undefined ? isControl(decimal, hex) : !isName(name, whole)) {
      faults.malformed = `${whole} is no character of HTML`
      return
    }
    known.add(whole)
  }
}

/** Whether a reference names a C1 control. Browsers show the character of windows-1252 instead; XML readers show nothing. */
function isControl(decimal: string | undefined, hex: string | undefined): boolean {
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return code >= 0x80 && code <= 0x9f
}

/** The names of HTML 4 are in a set. For the two thousand other names, the decoder is asked once for each. */
function isName(name: string, whole: string): boolean {
  if (entityNames.has(name)) return true
  const decoded = decodeCharacterReferences(whole)
  // If a text begins with a name, only the name is decoded, and the rest stays: `&nothing;` shows as `¬hing;`.
  return decoded !== whole && !decoded.endsWith(';')
}
