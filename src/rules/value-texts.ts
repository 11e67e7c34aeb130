import {inherited} from './feed-element.ts'
import {rawContent} from './feed-facts.ts'
import {hasHtmlReferences, hasHtmlTags, textDecodedTwice} from './html-detection.ts'
import {type HtmlFaults, htmlFaults} from './html-faults.ts'
import {type Complaint, complaint, fine, first, type Value, type ValueCheck} from './rule-table.ts'

/** C1 controls are windows-1252 that was taken for Latin-1; `Ã©` is UTF-8 that was. */
const misdecoded = /[\x80-\x9f\ufffd]|[\xc2\xc3][\x80-\xbf]|\u00e2\u20ac/

export const readableCharacters: ValueCheck = ({text, subject}) => {
  const [found] = misdecoded.exec(text) ?? []
  if (found === undefined) return fine
  const message = `${subject} was read in the wrong encoding once, and now holds ${JSON.stringify(found)}`
  return [complaint('feed-characters-misdecoded', message, 'Save as UTF-8, and say so in the XML declaration')]
}

export const notBlank: ValueCheck = ({trimmed, subject}) =>
  trimmed === ''
    ? [complaint('feed-value-blank', `${subject} is empty`, 'Write a value, or leave the element out')]
    : fine

export const attributeNotBlank: ValueCheck = ({trimmed, subject}) =>
  trimmed === '' ? [complaint('feed-attribute-blank', `${subject} is empty`, 'Write a value, or leave it out')] : fine

/** Text in which readers may or may not read HTML; the RSS specification leaves it open. */
function withoutHtml(value: Value): readonly Complaint[] {
  const {subject, element, attribute} = value
  const seen = attribute === undefined ? textDecodedTwice(rawContent(element, value.facts)) : value.text
  if (hasHtmlTags(seen) || hasHtmlReferences(seen)) {
    return [
      complaint(
        'feed-html-in-plain-text',
        `${subject} looks like HTML, which some apps show as tags and others obey`,
        'Write plain text; an ampersand is &#x26; and a less-than sign &#x3C;',
      ),
    ]
  }
  if (attribute === undefined && /<[A-Za-z/?!]/.test(seen)) {
    return [
      complaint(
        'feed-text-ambiguous',
        `${subject} has a "<" that some apps take for the start of a tag`,
        'Write &#x3C;',
      ),
    ]
  }
  return fine
}

/** Text that no reader takes for HTML, and that has tags all the same. */
export const withoutTags: ValueCheck = ({text, subject}) =>
  hasHtmlTags(text)
    ? [complaint('feed-html-in-plain-text', `${subject} has HTML tags, which everybody shows as they stand`)]
    : fine

/** Text of RSS that has no markup: titles, names, categories. */
export const plainText: ValueCheck = first(notBlank, readableCharacters, withoutHtml)

/** The same where an empty value does no harm. */
export const anyPlainText: ValueCheck = first(readableCharacters, withoutHtml)

/** Text nobody judges. */
export const anyText: ValueCheck = () => fine

/** HTML in an element whose text may be HTML. */
export const html: ValueCheck = (value) => [
  ...readableCharacters(value),
  ...htmlComplaints(value, htmlFaults(value.text)),
]

export const htmlNotBlank: ValueCheck = (value) => [...notBlank(value), ...html(value)]

export function htmlComplaints(
  {subject, element, facts}: Pick<Value, 'subject' | 'element' | 'facts'>,
  faults: HtmlFaults,
): readonly Complaint[] {
  const found: Complaint[] = []
  if (faults.malformed !== undefined) {
    found.push(complaint('feed-html-malformed', `${subject} is not clean HTML: ${faults.malformed}`))
  }
  if (faults.riskyElement !== undefined) {
    found.push(
      complaint(
        'feed-html-risky-element',
        `${subject} has <${faults.riskyElement}>, which apps remove, often with what is in it`,
      ),
    )
  }
  if (faults.riskyAttribute !== undefined) {
    found.push(
      complaint(
        'feed-html-risky-attribute',
        `${subject} has the attribute ${faults.riskyAttribute}, which would run code`,
      ),
    )
  }
  if (faults.scriptUrl !== undefined) {
    found.push(complaint('feed-html-script-url', `${subject} has an address that runs code: ${faults.scriptUrl}`))
  }
  if (faults.dangerousStyle !== undefined) {
    found.push(
      complaint(
        'feed-html-dangerous-style',
        `${subject} has a style that could reach beyond the article: ${faults.dangerousStyle}`,
      ),
    )
  }
  // Atom resolves references by xml:base and the address of the feed; RSS has no rule at all.
  if (faults.relativeUrl !== undefined && facts.format !== 'atom' && inherited(element, 'xml:base') === undefined) {
    const hint = 'Write the full address: https://example.com/page'
    found.push(complaint('feed-html-relative-url', `${subject} has a relative address: ${faults.relativeUrl}`, hint))
  }
  return found
}
