import type {FeedElement} from './feed-element.ts'
import {type FeedFacts, rawContent} from './feed-facts.ts'
import {hasHtmlTags} from './html-detection.ts'
import {htmlFaults} from './html-faults.ts'
import {type Complaint, type ContentModel, complaint, type ElementCheck, fine, type Value} from './rule-table.ts'
import {isMediaType} from './value-numbers.ts'
import {htmlComplaints} from './value-texts.ts'

/** How the type says the text is to be read. https://www.rfc-editor.org/rfc/rfc4287#section-4.1.3.3 */
type Form = 'text' | 'html' | 'html-document' | 'xhtml' | 'xhtml-document' | 'xml' | 'base64'

function formOf(element: FeedElement): Form {
  const type = (element.attributes.get('type') ?? 'text').trim().toLowerCase()
  if (type === 'html' || type === 'xhtml' || type === 'text') return type
  if (type === 'text/html') return 'html-document'
  if (type === 'application/xhtml+xml') return 'xhtml-document'
  if (/[+/]xml$/.test(type)) return 'xml'
  return type.startsWith('text/') || !isMediaType(type) ? 'text' : 'base64'
}

export function constructContent(element: FeedElement): ContentModel {
  const form = formOf(element)
  if (element.attributes.has('src')) return 'rows'
  if (form === 'xhtml') return 'markup'
  return form === 'xml' || form === 'xhtml-document' ? 'any' : 'rows'
}

function subjectOf({name}: FeedElement): string {
  return name.replace(/^atom:/, '')
}

/** Texts of Atom other than `content` know three types. https://www.rfc-editor.org/rfc/rfc4287#section-3.1 */
const threeTypes: ElementCheck = (element) => {
  const type = element.attributes.get('type')
  if (type === undefined || ['text', 'html', 'xhtml'].includes(type)) return fine
  return [onType(element, typeComplaint(element, type, isMediaType(type)))]
}

/** Made of parts that only mail takes apart. https://www.rfc-editor.org/rfc/rfc4287#section-4.1.3.1 */
const composite = /^(?:multipart|message)\//i

const contentType: ElementCheck = (element) => {
  const type = element.attributes.get('type')
  const remote = element.attributes.has('src')
  if (type === undefined) {
    return remote
      ? [complaint('feed-content-type-missing', 'content has src and no type, so readers cannot know what it is')]
      : fine
  }
  const short = ['text', 'html', 'xhtml'].includes(type) && !remote
  return short || (isMediaType(type) && !composite.test(type))
    ? fine
    : [onType(element, typeComplaint(element, type, false))]
}

function typeComplaint(element: FeedElement, type: string, isMedia: boolean): Complaint {
  const subject = `type of ${subjectOf(element)}`
  if (type.trim() === '') return complaint('feed-attribute-blank', `${subject} is empty`)
  return isMedia
    ? complaint('feed-text-type-invalid', `${subject} is ${type}; a text is "text", "html" or "xhtml"`)
    : complaint('feed-media-type-invalid', `${subject} is ${JSON.stringify(type.slice(0, 60))}, which is no type`)
}

function onType(element: FeedElement, found: Complaint): Complaint {
  return {...found, element, attribute: 'type'}
}

/** `mode="escaped"` is Atom 0.3: who writes it means the text to be escaped. */
const escaped: ElementCheck = (element) =>
  element.attributes.get('mode') === 'escaped' && element.childCounts.size > 0
    ? [complaint('feed-html-not-escaped', `${subjectOf(element)} says its HTML is escaped, and it is not`)]
    : fine

type FormCheck = (element: FeedElement, value: Value) => readonly Complaint[]

const formChecks: Readonly<Record<Form, FormCheck>> = {
  text: (element) =>
    hasHtmlTags(element.text)
      ? [
          complaint(
            'feed-html-undeclared',
            `${subjectOf(element)} has HTML in it, and does not say so`,
            'Add type="html"',
          ),
        ]
      : fine,
  html: (_, value) => htmlComplaints(value, htmlFaults(value.text)),
  'html-document': (element, value) => [...htmlComplaints(value, htmlFaults(value.text)), ...fragment(element, false)],
  xhtml: (element, {facts}) => [...divComplaints(element), ...inlineComplaints(element, facts)],
  'xhtml-document': (element) => fragment(element, true),
  xml: () => fine,
  base64: (element, value) => base64Complaints(element, value),
}

/** `text/html` is a page from `<html>` to `</html>`; a piece of one is `type="html"`. */
function fragment(element: FeedElement, needsChildren: boolean): readonly Complaint[] {
  const isDocument = /^\s*(?:<!doctype|<html)/i.test(element.text) || element.childCounts.has('xhtml:html')
  if (isDocument || (needsChildren && element.childCounts.size === 0)) return fine
  return [
    complaint(
      'feed-html-fragment',
      `${subjectOf(element)} is a piece of HTML and calls itself a whole document`,
      'Write type="html"',
    ),
  ]
}

function divComplaints(element: FeedElement): readonly Complaint[] {
  const divs = element.childCounts.get('xhtml:div') ?? 0
  return divs === 1 && element.childCounts.size === 1 && element.text.trim() === ''
    ? fine
    : [
        complaint(
          'feed-xhtml-div-missing',
          `${subjectOf(element)} is XHTML and is not one div`,
          'Write <div xmlns="http://www.w3.org/1999/xhtml">...</div>',
        ),
      ]
}

/** Tags that were escaped, or put into CDATA, show as they stand: `&lt;b&gt;` as `<b>`. */
function inlineComplaints(element: FeedElement, facts: FeedFacts): readonly Complaint[] {
  if ([...element.childCounts.keys()].some((name) => !name.startsWith('xhtml:'))) return fine
  const [first = '', ...sections] = rawContent(element, facts).split('<![CDATA[')
  const shown = [shownText(first), ...sections.map(shownSection)].join('')
  return hasHtmlTags(shown)
    ? [
        complaint(
          'feed-xhtml-escaped',
          `${subjectOf(element)} says it is XHTML, and its tags are escaped`,
          'Write type="html"',
        ),
      ]
    : fine
}

function shownSection(part: string): string {
  const end = part.indexOf(']]>')
  return part.slice(0, end) + shownText(part.slice(end + 3))
}

function shownText(markup: string): string {
  if (!markup.includes('&lt;')) return ''
  return markup
    .replace(/<[^<>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
}

const base64 = /^[A-Za-z0-9+/]*={0,2}$/

function base64Complaints(element: FeedElement, value: Value): readonly Complaint[] {
  const text = element.text.replace(/\s+/g, '')
  if (!base64.test(text) || text.length % 4 !== 0) {
    return [complaint('feed-content-not-base64', `${subjectOf(element)} is of a type that must be written in base64`)]
  }
  return /html/.test(element.attributes.get('type') ?? '') ? htmlComplaints(value, htmlFaults(atob(text))) : fine
}

function byForm(element: FeedElement, facts: FeedFacts): readonly Complaint[] {
  if (element.attributes.has('src')) return fine
  const value = {text: element.text, trimmed: element.text.trim(), subject: subjectOf(element), element, facts}
  return formChecks[formOf(element)](element, value)
}

/** What is blank in a type that readers do not know is no news. */
function blank(element: FeedElement): readonly Complaint[] {
  const type = element.attributes.get('type') ?? 'text'
  if (type !== 'text' && type !== 'html' && formOf(element) !== 'base64') return fine
  const empty = element.text.trim() === '' && element.childCounts.size === 0 && !element.attributes.has('src')
  return empty ? [complaint('feed-value-blank', `${subjectOf(element)} is empty`)] : fine
}

export const textConstructChecks: readonly ElementCheck[] = [threeTypes, blank, escaped, byForm]
export const contentChecks: readonly ElementCheck[] = [contentType, blank, escaped, byForm]

/** Content that text readers cannot show needs a summary. https://www.rfc-editor.org/rfc/rfc4287#section-4.1.2 */
export function needsSummary(content: FeedElement): boolean {
  return (
    content.attributes.has('src') ||
    (formOf(content) === 'base64' && !/html/.test(content.attributes.get('type') ?? ''))
  )
}
