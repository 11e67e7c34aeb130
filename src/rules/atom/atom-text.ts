import type {ElementCheck, Value} from '../element-table.ts'
import type {FeedElement} from '../feed-element.ts'
import {type Complaint, complaint, fine, quoted} from '../rule.ts'
import {structureRules} from '../structure-rules.ts'
import {htmlFaults} from '../values/html-faults.ts'
import {htmlComplaints, htmlRules} from '../values/html-rules.ts'
import {isMediaType, numberRules} from '../values/number-rules.ts'
import {onType, textConstructRules} from './text-construct-rules.ts'
import {type Form, formOf, subjectOf} from './text-forms.ts'

function typeComplaints(element: FeedElement, type: string, isMedia: boolean): readonly Complaint[] {
  if (type.trim() === '') {
    const blank = structureRules['feed-attribute-blank'].judge({trimmed: '', subject: `type of ${subjectOf(element)}`})
    return blank.map((each) => ({...each, element, attribute: 'type'}))
  }
  if (isMedia) return textConstructRules['feed-text-type-invalid'].judge(element, type)
  return [complaint(numberRules['feed-media-type-invalid'], onType(element, `is ${quoted(type)}, which is no type`))]
}

/** Texts of Atom other than `content` may have only three types. */
const threeTypes: ElementCheck = (element) => {
  const type = element.attributes.get('type')
  return type === undefined || ['text', 'html', 'xhtml'].includes(type)
    ? fine
    : typeComplaints(element, type, isMediaType(type))
}

/** Types of content in several parts, which only mail programs can separate. https://www.rfc-editor.org/rfc/rfc4287#section-4.1.3.1 */
const composite = /^(?:multipart|message)\//i

const contentType: ElementCheck = (element) => {
  const type = element.attributes.get('type')
  if (type === undefined) return textConstructRules['feed-content-type-missing'].judge(element)
  const isShort = ['text', 'html', 'xhtml'].includes(type) && !element.attributes.has('src')
  return isShort || (isMediaType(type) && !composite.test(type)) ? fine : typeComplaints(element, type, false)
}

/** Tags that every HTML document has, and that no part of a document may have. */
const documentTags = /<\/?(?:html|head|body|title)\b[^<>]*>/gi

type FormCheck = (element: FeedElement, value: Value) => readonly Complaint[]

const fragment = textConstructRules['feed-html-fragment'].judge

const formChecks: Readonly<Record<Form, FormCheck>> = {
  text: (_, value) => htmlRules['feed-html-undeclared'].judge(value),
  html: (_, value) => htmlComplaints(value, htmlFaults(value.text)),
  'html-document': (element, value) => [
    ...htmlComplaints(value, htmlFaults(value.text.replace(documentTags, ''))),
    ...fragment(element),
  ],
  xhtml: (element, {facts}) => [
    ...textConstructRules['feed-xhtml-div-missing'].judge(element),
    ...textConstructRules['feed-xhtml-escaped'].judge(element, facts),
  ],
  'xhtml-document': (element) => (element.childCounts.size === 0 ? fine : fragment(element)),
  xml: () => fine,
  base64: (element, value) => {
    const found = textConstructRules['feed-content-not-base64'].judge(element)
    if (found.length > 0 || !/html/.test(element.attributes.get('type') ?? '')) return found
    return htmlComplaints(value, htmlFaults(atob(element.text.replace(/\s+/g, ''))))
  },
}

const byForm: ElementCheck = (element, facts) => {
  if (element.attributes.has('src')) return fine
  const value = {text: element.text, trimmed: element.text.trim(), subject: subjectOf(element), element, facts}
  return formChecks[formOf(element)](element, value)
}

/** If the content lies at another address (`src`), the element must be empty. https://www.rfc-editor.org/rfc/rfc4287#section-4.1.3.2 */
const emptyBesideSrc: ElementCheck = (element, facts) => {
  const value = {text: element.text, trimmed: element.text.trim(), subject: subjectOf(element), element, facts}
  return element.attributes.has('src') ? structureRules['feed-text-unexpected'].judge(value, false) : fine
}

/** A blank element is reported only for types that readers know. */
const blank: ElementCheck = (element) => {
  const type = element.attributes.get('type') ?? 'text'
  if (type !== 'text' && type !== 'html' && formOf(element) !== 'base64') return fine
  if (element.childCounts.size > 0 || element.attributes.has('src')) return fine
  return structureRules['feed-value-blank'].judge({trimmed: element.text.trim(), subject: subjectOf(element)})
}

const escaped: ElementCheck = textConstructRules['feed-html-not-escaped'].judge

export const textConstructChecks: readonly ElementCheck[] = [threeTypes, blank, escaped, byForm]
export const contentChecks: readonly ElementCheck[] = [contentType, emptyBesideSrc, blank, escaped, byForm]
