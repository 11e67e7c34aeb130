import type {ContentModel} from '../element-table.ts'
import type {FeedElement} from '../feed-element.ts'
import {isMediaType} from '../values/number-rules.ts'

/** The form in which the text must be read, as `type` says it. https://www.rfc-editor.org/rfc/rfc4287#section-4.1.3.3 */
export type Form = 'text' | 'html' | 'html-document' | 'xhtml' | 'xhtml-document' | 'xml' | 'base64'

export function formOf(element: FeedElement): Form {
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

export function subjectOf({name}: FeedElement): string {
  return name.replace(/^atom:/, '')
}

/** Content that feed readers cannot show as text needs a summary. https://www.rfc-editor.org/rfc/rfc4287#section-4.1.2 */
export function needsSummary(content: FeedElement): boolean {
  if (content.attributes.has('src')) return true
  return formOf(content) === 'base64' && !/html/.test(content.attributes.get('type') ?? '')
}
