import {childOf, type FeedElement} from '../feed-element.ts'
import {type FeedFacts, rawContent} from '../feed-facts.ts'
import {feedRules} from '../rule.ts'
import {specs, validator} from '../rule-sources.ts'
import {hasHtmlTags} from '../values/html-detection.ts'
import {textAsShown} from './text-as-shown.ts'
import {needsSummary, subjectOf} from './text-forms.ts'

const base64 = /^[A-Za-z0-9+/]*={0,2}$/

/** Rules for texts in the three forms of Atom, and for content of any type. https://www.rfc-editor.org/rfc/rfc4287#section-3.1 */
export const textConstructRules = feedRules({
  'feed-text-type-invalid': {
    severity: 'error',
    w3c: 'InvalidTextType',
    spec: specs.atom,
    profiles: validator,
    why: 'The type of a text in Atom is "text", "html" or "xhtml". Only content may have a media type.',
    check: (element: FeedElement, type: string) => onType(element, `is ${type}; a text is "text", "html" or "xhtml"`),
    in: 'entry',
    bad: '<title type="text/plain">One</title>',
    good: '<title type="html">One</title>',
  },
  'feed-content-type-missing': {
    severity: 'warning',
    w3c: 'MissingTypeAttr',
    spec: specs.atom,
    profiles: validator,
    why: 'Content at another address should have a type, so that readers need not fetch it to know what it is.',
    check: ({attributes}: FeedElement) =>
      attributes.has('src') && !attributes.has('type')
        ? 'content has src and no type, so readers cannot know what it is'
        : undefined,
    in: 'entry',
    bad: '<content src="https://example.com/1.mp3"/>',
    good: '<content type="audio/mpeg" src="https://example.com/1.mp3"/>',
  },
  'feed-content-not-base64': {
    severity: 'error',
    w3c: 'NotBase64',
    spec: specs.atom,
    profiles: validator,
    why: 'Content that is no text is written in base64.',
    check: (element: FeedElement) => {
      const text = element.text.replace(/\s+/g, '')
      return base64.test(text) && text.length % 4 === 0
        ? undefined
        : `${subjectOf(element)} is of a type that must be written in base64`
    },
    in: 'entry',
    bad: '<content type="image/png">a photograph</content>',
    good: '<content type="image/png">iVBORw0KGgo=</content>',
  },
  'feed-summary-missing': {
    severity: 'error',
    w3c: 'MissingSummary',
    spec: specs.atom,
    profiles: validator,
    why: 'Content that is no text, or lies elsewhere, needs a summary for readers that cannot show it.',
    check: (entry: FeedElement) => {
      const content = childOf(entry, 'atom:content')
      return content && !entry.childCounts.has('atom:summary') && needsSummary(content)
        ? 'The content is no text or lies elsewhere, and the entry has no summary'
        : undefined
    },
    in: 'entry',
    bad: '<!-- no summary -->\n<content type="image/png">iVBORw0KGgo=</content>',
    good: '<summary>A picture of the studio</summary>\n<content type="image/png">iVBORw0KGgo=</content>',
  },
  'feed-html-not-escaped': {
    severity: 'error',
    w3c: 'NotEscaped',
    spec: specs.atom,
    profiles: validator,
    why: 'The element says that its HTML is escaped, but it holds real elements.',
    // mode="escaped" comes from Atom 0.3. An author who writes it wants to say that the text is escaped.
    check: (element: FeedElement) =>
      element.attributes.get('mode') === 'escaped' && element.childCounts.size > 0
        ? `${subjectOf(element)} says its HTML is escaped, and it is not`
        : undefined,
    in: 'entry',
    bad: '<content type="application/xml" mode="escaped"><p>One</p></content>',
    good: '<content type="html">&lt;p&gt;One&lt;/p&gt;</content>',
    also: ['feed-attribute-unexpected'],
  },
  'feed-html-fragment': {
    severity: 'warning',
    w3c: 'HtmlFragment',
    spec: specs.atom,
    profiles: validator,
    why: 'text/html means a whole document. A piece of HTML has type="html".',
    // text/html is a whole page from <html> to </html>. A part of a page has type="html".
    check: (element: FeedElement) => {
      const isDocument = /^\s*(?:<!doctype|<html)/i.test(element.text) || element.childCounts.has('xhtml:html')
      return isDocument ? undefined : `${subjectOf(element)} is a piece of HTML and calls itself a whole document`
    },
    hint: 'Write type="html"',
    in: 'entry',
    bad: '<content type="text/html">&lt;p&gt;One&lt;/p&gt;</content>',
    good: '<content type="html">&lt;p&gt;One&lt;/p&gt;</content>',
  },
  'feed-xhtml-div-missing': {
    severity: 'error',
    w3c: 'MissingXhtmlDiv',
    spec: specs.atom,
    profiles: validator,
    why: 'XHTML in Atom is one div. The div is not part of the text itself.',
    check: (element: FeedElement) => {
      const divs = element.childCounts.get('xhtml:div') ?? 0
      return divs === 1 && element.childCounts.size === 1 && element.text.trim() === ''
        ? undefined
        : `${subjectOf(element)} is XHTML and is not one div`
    },
    hint: 'Write <div xmlns="http://www.w3.org/1999/xhtml">...</div>',
    in: 'entry',
    bad: '<content type="xhtml">One</content>',
    good: '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One</div></content>',
  },
  'feed-xhtml-escaped': {
    severity: 'warning',
    w3c: 'NotInline',
    spec: specs.atom,
    profiles: validator,
    why: 'The element says that it is XHTML, but its tags are escaped. So readers show the tags as text.',
    // Readers show tags that were escaped or put into CDATA as text: &lt;b&gt; as <b>.
    check: (element: FeedElement, facts: FeedFacts) => {
      if ([...element.childCounts.keys()].some((name) => !name.startsWith('xhtml:'))) return undefined
      const shown = textAsShown(rawContent(element, facts))
      return hasHtmlTags(shown) ? `${subjectOf(element)} says it is XHTML, and its tags are escaped` : undefined
    },
    hint: 'Write type="html"',
    in: 'entry',
    bad: '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">&lt;p&gt;One&lt;/p&gt;</div></content>',
    good: '<content type="html">&lt;p&gt;One&lt;/p&gt;</content>',
  },
})

/** A fault at the attribute `type`, which says how the text must be read. */
export function onType(element: FeedElement, what: string) {
  return {message: `type of ${subjectOf(element)} ${what}`, element, attribute: 'type'}
}
