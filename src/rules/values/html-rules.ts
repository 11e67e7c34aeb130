import type {Value, ValueCheck} from '../element-table.ts'
import {inherited} from '../feed-element.ts'
import {type Complaint, feedRules} from '../rule.ts'
import {readers, specs, validator} from '../rule-sources.ts'
import {looksLikeHtml} from './html-detection.ts'
import {type HtmlFaults, htmlFaults} from './html-faults.ts'
import {notBlank, readableCharacters} from './text-rules.ts'

/** Rules for HTML, and for text that readers read as HTML. `fault` is the first fault of its kind. */
export const htmlRules = feedRules({
  'feed-html-malformed': {
    severity: 'warning',
    w3c: 'NotHtml',
    spec: specs.html,
    profiles: validator,
    why: 'The HTML has tags that are not closed, unknown tags, or unknown references. Each app repairs them in its own way.',
    check: (subject: string, fault: string | undefined) =>
      fault === undefined ? undefined : `${subject} is not clean HTML: ${fault}`,
    in: 'item',
    bad: '<description>&lt;a href="x</description>',
    good: '<description>&lt;a href="https://example.com/"&gt;x&lt;/a&gt;</description>',
  },
  'feed-html-risky-element': {
    severity: 'warning',
    w3c: 'SecurityRisk',
    spec: specs.html,
    profiles: validator,
    why: 'Scripts, frames, objects and styles are removed by apps, often with everything in them, and some directories refuse the feed.',
    check: (subject: string, element: string | undefined) =>
      element === undefined ? undefined : `${subject} has <${element}>, which apps remove, often with what is in it`,
    in: 'description of an item',
    bad: '&lt;iframe src="https://example.com/player"&gt;',
    good: '&lt;a href="https://example.com/player"&gt;Listen&lt;/a&gt;',
  },
  'feed-html-risky-attribute': {
    severity: 'warning',
    w3c: 'SecurityRiskAttr',
    spec: specs.html,
    profiles: validator,
    why: 'The attribute would run code. All apps remove it.',
    check: (subject: string, attribute: string | undefined) =>
      attribute === undefined ? undefined : `${subject} has the attribute ${attribute}, which would run code`,
    in: 'description of an item',
    bad: '&lt;a onclick="play()"&gt;',
    good: '&lt;a href="https://example.com/1"&gt;',
  },
  'feed-html-script-url': {
    severity: 'warning',
    spec: specs.html,
    profiles: readers,
    why: 'The address would run code. Apps remove it, so the link leads nowhere.',
    check: (subject: string, url: string | undefined) =>
      url === undefined ? undefined : `${subject} has an address that runs code: ${url}`,
    in: 'description of an item',
    bad: '&lt;a href="javascript:play()"&gt;',
    good: '&lt;a href="https://example.com/1"&gt;',
  },
  'feed-html-dangerous-style': {
    severity: 'warning',
    w3c: 'DangerousStyleAttr',
    spec: specs.html,
    profiles: validator,
    why: 'With such a style a post could cover the buttons of the app or load files behind your back, so apps drop it.',
    check: (subject: string, style: string | undefined) =>
      style === undefined ? undefined : `${subject} has a style that could reach beyond the article: ${style}`,
    in: 'description of an item',
    bad: '&lt;p style="position:absolute"&gt;',
    good: '&lt;p style="text-align:center"&gt;',
  },
  'feed-html-relative-url': {
    severity: 'warning',
    w3c: 'ContainsRelRef',
    spec: specs.rssProfile,
    profiles: validator,
    why: 'RSS does not say what a relative address begins from: links and pictures break in most apps.',
    check: (subject: string, url: string | undefined) =>
      url === undefined ? undefined : `${subject} has a relative address: ${url}`,
    hint: 'Write the full address: https://example.com/page',
    in: 'description of an item',
    bad: '&lt;img src="/cover.png"&gt;',
    good: '&lt;img src="https://example.com/cover.png"&gt;',
  },
  'feed-html-undeclared': {
    severity: 'warning',
    w3c: 'ContainsUndeclaredHTML',
    spec: specs.atom,
    profiles: validator,
    why: 'The element says that its text is plain, but the text has tags or references of HTML. Readers show these as they stand.',
    check: ({text, subject}: Pick<Value, 'text' | 'subject'>) =>
      looksLikeHtml(text) ? `${subject} has HTML in it, and does not say so` : undefined,
    hint: 'Add type="html"',
    in: 'entry',
    bad: '<summary>&lt;p&gt;One&lt;/p&gt;</summary>',
    good: '<summary type="html">&lt;p&gt;One&lt;/p&gt;</summary>',
  },
})

export function htmlComplaints(
  {subject, element, facts}: Pick<Value, 'subject' | 'element' | 'facts'>,
  {malformed, riskyElement, riskyAttribute, scriptUrl, dangerousStyle, relativeUrl}: HtmlFaults,
): readonly Complaint[] {
  // Atom resolves references by xml:base and the address of the feed. RSS has no rule for this.
  const isResolved = facts.format === 'atom' || inherited(element, 'xml:base') !== undefined
  return [
    ...htmlRules['feed-html-malformed'].judge(subject, malformed),
    ...htmlRules['feed-html-risky-element'].judge(subject, riskyElement),
    ...htmlRules['feed-html-risky-attribute'].judge(subject, riskyAttribute),
    ...htmlRules['feed-html-script-url'].judge(subject, scriptUrl),
    ...htmlRules['feed-html-dangerous-style'].judge(subject, dangerousStyle),
    ...htmlRules['feed-html-relative-url'].judge(subject, isResolved ? undefined : relativeUrl),
  ]
}

/** HTML in an element whose text may be HTML. */
export const htmlValue: ValueCheck = (value) => [
  ...readableCharacters(value),
  ...htmlComplaints(value, htmlFaults(value.text)),
]

export const htmlNotBlank: ValueCheck = (value) => [...notBlank(value), ...htmlValue(value)]
