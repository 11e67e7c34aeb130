import {all, type ElementRow, first, type ValueCheck} from '../element-table.ts'
import {contactAddress} from '../values/mail-rules.ts'
import {positiveInteger} from '../values/number-rules.ts'
import {anyPlainText, anyText, nonBlankPlainText, notBlank} from '../values/text-rules.ts'
import {fullUri, webUrlAttribute} from '../values/uri-rules.ts'
import {itunesValueRules as values} from './itunes-rules.ts'
import {itunesShowRules} from './itunes-show-rules.ts'

const head = ['channel', 'atom:feed']
const item = ['item', 'atom:entry']
const both = [...head, ...item]

const yesOrNothing = values['feed-itunes-yes-no-invalid'].judge
const explicit = all(values['feed-itunes-explicit-invalid'].judge, values['feed-itunes-explicit-outdated'].judge)
const duration = values['feed-itunes-duration-invalid'].judge
const keywords = values['feed-itunes-keywords-invalid'].judge
const category = all(values['feed-itunes-category-invalid'].judge, values['feed-itunes-category-obsolete'].judge)

function longest(bytes: number): ValueCheck {
  return (value) => values['feed-text-too-long'].judge(value, bytes)
}

/**
 * Apple's elements. https://podcasters.apple.com/support/823-podcast-requirements and the guide
 * https://help.apple.com/itc/podcasts_connect/#/itcb54353390
 */
export const itunesElements: readonly ElementRow[] = [
  {name: 'itunes:author', in: both, text: all(nonBlankPlainText, longest(255))},
  {name: 'itunes:block', in: both, text: yesOrNothing},
  {name: 'itunes:complete', in: head, text: yesOrNothing},
  {name: 'itunes:explicit', in: both, text: explicit},
  {
    name: 'itunes:image',
    in: both,
    attributes: {href: {required: true, check: webUrlAttribute}, url: {}, rel: {}, type: {}},
  },
  {name: 'itunes:title', in: both, text: nonBlankPlainText},
  {name: 'itunes:subtitle', in: both, text: all(anyPlainText, longest(255))},
  {name: 'itunes:summary', in: both, text: all(anyPlainText, longest(4000))},
  {name: 'itunes:keywords', in: both, text: all(anyPlainText, first(longest(255), keywords))},
  {name: 'itunes:link', in: both, attributes: 'any', text: anyText},
  {
    name: 'itunes:category',
    in: head,
    many: true,
    attributes: {text: {required: true, check: category}},
  },
  {
    name: 'itunes:category',
    in: ['itunes:category'],
    many: true,
    attributes: {text: {required: true, check: category}},
  },
  {
    name: 'itunes:owner',
    in: head,
    requires: [{name: 'itunes:email', rule: itunesShowRules['feed-itunes-owner-incomplete']}],
  },
  {name: 'itunes:name', in: ['itunes:owner'], text: nonBlankPlainText},
  {name: 'itunes:email', in: ['itunes:owner'], text: contactAddress},
  {name: 'itunes:new-feed-url', in: head, text: fullUri},
  {name: 'itunes:type', in: head, text: values['feed-itunes-type-invalid'].judge},
  {name: 'itunes:applepodcastsverify', in: head, text: notBlank},
  {name: 'itunes:duration', in: item, text: duration},
  {name: 'itunes:order', in: item, text: positiveInteger},
  {name: 'itunes:isClosedCaptioned', in: item, text: yesOrNothing},
  {name: 'itunes:episode', in: item, text: positiveInteger},
  {name: 'itunes:season', in: item, text: positiveInteger},
  {
    name: 'itunes:episodeType',
    in: item,
    text: values['feed-itunes-episode-type-invalid'].judge,
  },
]
