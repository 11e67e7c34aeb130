import {itunesCategory, itunesSubcategory, keywords, longest} from './itunes-values.ts'
import {all, complaint, type ElementRule, first, type ValueCheck} from './rule-table.ts'
import {contactAddress} from './value-mail.ts'
import {matching, oneOf, positiveInteger} from './value-numbers.ts'
import {anyPlainText, anyText, notBlank, plainText} from './value-texts.ts'
import {fullUri, webUrlAttribute} from './value-uris.ts'

const head = ['channel', 'atom:feed']
const item = ['item', 'atom:entry']
const both = [...head, ...item]

/** Only `Yes` has an effect; the other words are known to be harmless. */
const yesOrNothing = matching(
  /^(?:yes|no|clean)$/i,
  'feed-itunes-yes-no-invalid',
  'yes or no',
  'Write Yes, or leave the element out',
)
/** With white space around, Apple does not know the word. */
const explicit: ValueCheck = (value) => {
  const {text, subject} = value
  if (!/^(?:yes|no|clean|explicit)$/i.test(text)) return trueOrFalseHere({...value, trimmed: text})
  const hint = `Write ${/^(?:yes|explicit)$/i.test(text) ? 'true' : 'false'}`
  return [complaint('feed-itunes-explicit-outdated', `${subject} is "${text}", a word of an older list`, hint)]
}
const trueOrFalseHere = oneOf(['true', 'false'], 'feed-itunes-explicit-invalid')
const duration = matching(
  /^\d+(?::[0-5]\d){0,2}$/,
  'feed-itunes-duration-invalid',
  'a duration',
  'Write seconds (1800) or H:MM:SS; no fractions',
)

/**
 * Apple's elements. https://podcasters.apple.com/support/823-podcast-requirements and the guide
 * https://help.apple.com/itc/podcasts_connect/#/itcb54353390
 */
export const itunesRules: readonly ElementRule[] = [
  {name: 'itunes:author', in: both, text: all(plainText, longest(255))},
  {name: 'itunes:block', in: both, text: yesOrNothing},
  {name: 'itunes:complete', in: head, text: yesOrNothing},
  {name: 'itunes:explicit', in: both, text: explicit},
  {
    name: 'itunes:image',
    in: both,
    attributes: {href: {required: 'feed-attribute-missing', check: webUrlAttribute}, url: {}, rel: {}, type: {}},
  },
  {name: 'itunes:title', in: both, text: plainText},
  {name: 'itunes:subtitle', in: both, text: all(anyPlainText, longest(255))},
  {name: 'itunes:summary', in: both, text: all(anyPlainText, longest(4000))},
  {name: 'itunes:keywords', in: both, text: all(anyPlainText, first(longest(255), keywords))},
  {name: 'itunes:link', in: both, attributes: 'any', text: anyText},
  {
    name: 'itunes:category',
    in: head,
    many: true,
    attributes: {text: {required: 'feed-attribute-missing', check: itunesCategory}},
  },
  {
    name: 'itunes:category',
    in: ['itunes:category'],
    many: true,
    attributes: {text: {required: 'feed-attribute-missing', check: itunesSubcategory}},
  },
  {name: 'itunes:owner', in: head, requires: [{name: 'itunes:email', code: 'feed-itunes-mail-missing'}]},
  {name: 'itunes:name', in: ['itunes:owner'], text: plainText},
  {name: 'itunes:email', in: ['itunes:owner'], text: contactAddress},
  {name: 'itunes:new-feed-url', in: head, text: fullUri},
  {name: 'itunes:type', in: head, text: oneOf(['episodic', 'serial'], 'feed-itunes-type-invalid')},
  {name: 'itunes:applepodcastsverify', in: head, text: notBlank},
  {name: 'itunes:duration', in: item, text: duration},
  {name: 'itunes:order', in: item, text: positiveInteger},
  {name: 'itunes:isClosedCaptioned', in: item, text: yesOrNothing},
  {name: 'itunes:episode', in: item, text: positiveInteger},
  {name: 'itunes:season', in: item, text: positiveInteger},
  {
    name: 'itunes:episodeType',
    in: item,
    text: oneOf(['full', 'trailer', 'bonus'], 'feed-itunes-episode-type-invalid'),
  },
]
