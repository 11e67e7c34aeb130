import {type Complaint, feedRules, type Rule} from '../rule.ts'
import {podcast2, specs} from '../rule-sources.ts'

/** The W3C validator and Apple do not judge this namespace. So complaints of the shared checks about it go to other profiles. */
export const podcastRules = feedRules({
  'feed-podcast-element-unknown': {
    severity: 'warning',
    spec: specs.podcastNamespace,
    profiles: podcast2,
    why: 'The namespace has no such element here, so no app reads it. Names are case-sensitive.',
    check: inOtherWords,
    in: 'item',
    bad: '<podcast:transcripts url="https://example.com/1.vtt" type="text/vtt"/>',
    good: '<podcast:transcript url="https://example.com/1.vtt" type="text/vtt"/>',
  },
  'feed-podcast-element-twice': {
    severity: 'error',
    spec: specs.podcastNamespace,
    profiles: podcast2,
    why: 'The namespace allows only one such element here. With two, each app takes a different one.',
    check: inOtherWords,
    in: 'channel',
    bad: '<podcast:guid>9b024349-ccf0-5f69-a609-6b82873eab3c</podcast:guid>\n<podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>',
    good: '<podcast:guid>9b024349-ccf0-5f69-a609-6b82873eab3c</podcast:guid>',
  },
  'feed-podcast-element-missing': {
    severity: 'error',
    spec: specs.podcastNamespace,
    profiles: podcast2,
    why: 'The namespace requires another element inside this one, and it is missing.',
    check: inOtherWords,
    in: 'item',
    bad: '<podcast:alternateEnclosure type="video/mp4"/>',
    good: '<podcast:alternateEnclosure type="video/mp4"><podcast:source uri="https://example.com/1.mp4"/></podcast:alternateEnclosure>',
  },
  'feed-podcast-attribute-missing': {
    severity: 'error',
    spec: specs.podcastNamespace,
    profiles: podcast2,
    why: 'The namespace requires an attribute that is missing. So apps skip the element.',
    check: inOtherWords,
    in: 'item',
    bad: '<podcast:transcript url="https://example.com/1.vtt"/>',
    good: '<podcast:transcript url="https://example.com/1.vtt" type="text/vtt"/>',
  },
  'feed-podcast-attribute-unknown': {
    severity: 'warning',
    spec: specs.podcastNamespace,
    profiles: podcast2,
    why: 'The namespace has no such attribute on this element, so no app reads it.',
    check: inOtherWords,
    in: 'item',
    bad: '<podcast:person name="Ada">Ada</podcast:person>',
    good: '<podcast:person>Ada</podcast:person>',
  },
  'feed-podcast-value-invalid': {
    severity: 'warning',
    spec: specs.podcastNamespace,
    profiles: podcast2,
    why: 'The value does not have the form that the namespace describes. So apps skip the element, or show something wrong.',
    check: inOtherWords,
    in: 'feed.xml on disk',
    bad: '<podcast:guid>my-show</podcast:guid>',
    good: '<podcast:guid>9b024349-ccf0-5f69-a609-6b82873eab3c</podcast:guid>',
  },
})

/** Shared checks find the fault, and their message is kept. */
function inOtherWords(message: string): string {
  return message
}

/** From the codes of shared rules to the codes of this namespace. */
const ownCodes: ReadonlyMap<string, keyof typeof podcastRules> = new Map([
  ['feed-element-twice', 'feed-podcast-element-twice'],
  ['feed-element-missing', 'feed-podcast-element-missing'],
  ['feed-element-undefined', 'feed-podcast-element-unknown'],
  ['feed-attribute-missing', 'feed-podcast-attribute-missing'],
  ['feed-attribute-unexpected', 'feed-podcast-attribute-unknown'],
])

export function asPodcastComplaint(found: Complaint): Complaint {
  const rule: Rule = podcastRules[ownCodes.get(found.rule.code) ?? 'feed-podcast-value-invalid']
  return {...found, rule}
}
