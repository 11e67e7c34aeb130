import {disabledAlone, oneContent, onlyRemoteItems, publisherItem} from './podcast-structure.ts'
import {atMost, blockSlug, geoUri, osmId, postUri, rrule, serviceSlug, transcriptType, uuid} from './podcast-values.ts'
import {type AttributeRule, all, type ElementRule, type RequiredChild} from './rule-table.ts'
import {rfc822Date, w3cDateWithOptionalZone} from './value-dates.ts'
import {country, language} from './value-languages.ts'
import {decimal, linkType, matching, nonNegativeInteger, oneOf, positiveInteger, trueOrFalse} from './value-numbers.ts'
import {anyText, notBlank} from './value-texts.ts'
import {fullUri, webUrlAttribute} from './value-uris.ts'

const channel = ['channel']
const item = ['item']
const both = ['channel', 'item']
const invalid = 'feed-podcast-value-invalid'

const needed: AttributeRule = {required: 'feed-attribute-missing'}
const url: AttributeRule = {...needed, check: webUrlAttribute}
const seconds: AttributeRule = {...needed, check: decimal}
const instant: AttributeRule = {check: w3cDateWithOptionalZone}
const yesOrNo = oneOf(['yes', 'no'], invalid)
const name = all(notBlank, atMost(128))

function requires(child: string): readonly RequiredChild[] {
  return [{name: `podcast:${child}`, code: 'feed-element-missing'}]
}

/** What an episode is made of and linked to. */
const episodeRules: readonly ElementRule[] = [
  {
    name: 'podcast:transcript',
    in: item,
    many: true,
    attributes: {
      url,
      type: {...needed, check: transcriptType},
      language: {check: language},
      rel: {check: oneOf(['captions'], invalid)},
    },
  },
  {name: 'podcast:chapters', in: item, attributes: {url, type: {...needed, check: linkType}}},
  {
    name: 'podcast:soundbite',
    in: item,
    many: true,
    attributes: {startTime: seconds, duration: seconds},
    text: atMost(128),
  },
  {name: 'podcast:season', in: item, attributes: {name: {check: atMost(128)}}, text: nonNegativeInteger},
  {name: 'podcast:episode', in: item, attributes: {display: {check: atMost(32)}}, text: decimal},
  {
    name: 'podcast:alternateEnclosure',
    in: item,
    many: true,
    attributes: {
      type: {...needed, check: linkType},
      length: {check: nonNegativeInteger},
      bitrate: {check: decimal},
      height: {check: positiveInteger},
      lang: {check: language},
      title: {check: atMost(32)},
      rel: {check: atMost(32)},
      codecs: {},
      default: {check: trueOrFalse},
    },
    requires: requires('source'),
  },
  {
    name: 'podcast:source',
    in: ['podcast:alternateEnclosure'],
    many: true,
    attributes: {uri: {...needed, check: fullUri}, contentType: {check: linkType}},
  },
  {
    name: 'podcast:integrity',
    in: ['podcast:alternateEnclosure'],
    attributes: {type: {...needed, check: oneOf(['sri', 'pgp-signature'], invalid)}, value: needed},
  },
  {name: 'podcast:contentLink', in: item, many: true, attributes: {href: url}, text: anyText},
  {
    name: 'podcast:liveItem',
    in: channel,
    many: true,
    attributes: {
      status: {...needed, check: oneOf(['pending', 'live', 'ended'], invalid)},
      start: {...needed, ...instant},
      end: instant,
    },
    requires: requires('contentLink'),
  },
]

/** Who the show is, and how it is found again. */
const showRules: readonly ElementRule[] = [
  {name: 'podcast:guid', in: channel, text: uuid},
  {name: 'podcast:locked', in: channel, attributes: {owner: {}}, text: yesOrNo},
  {name: 'podcast:block', in: channel, many: true, attributes: {id: {check: blockSlug}}, text: yesOrNo},
  {
    name: 'podcast:medium',
    in: channel,
    text: matching(
      /^(?:(?:podcast|music|video|film|audiobook|newsletter|blog|publisher|course)L?|mixed)$/,
      invalid,
      'a medium of the list',
    ),
  },
  {
    name: 'podcast:trailer',
    in: channel,
    many: true,
    attributes: {
      url,
      pubdate: {...needed, check: rfc822Date},
      length: {check: nonNegativeInteger},
      type: {check: linkType},
      season: {check: nonNegativeInteger},
    },
    text: name,
  },
  {
    name: 'podcast:updateFrequency',
    in: channel,
    attributes: {rrule: {check: rrule}, dtstart: instant, complete: {check: trueOrFalse}},
    text: atMost(128),
  },
  {name: 'podcast:podping', in: channel, attributes: {usesPodping: {check: trueOrFalse}}},
  {name: 'podcast:podroll', in: channel, requires: requires('remoteItem'), whole: [onlyRemoteItems]},
  {name: 'podcast:publisher', in: channel, requires: requires('remoteItem'), whole: [publisherItem]},
  {
    name: 'podcast:remoteItem',
    in: ['channel', 'podcast:podroll', 'podcast:publisher', 'podcast:valueTimeSplit'],
    many: true,
    attributes: {
      feedGuid: {...needed, check: uuid},
      feedUrl: {check: fullUri},
      itemGuid: {},
      medium: {},
      title: {},
    },
  },
]

/** People, places, money and talk: of a show or of an episode. */
const sharedRules: readonly ElementRule[] = [
  {name: 'podcast:funding', in: both, many: true, attributes: {url: {...needed, check: fullUri}}, text: atMost(128)},
  {
    name: 'podcast:person',
    in: both,
    many: true,
    attributes: {role: {}, group: {}, img: {check: fullUri}, href: {check: fullUri}},
    text: name,
  },
  {
    name: 'podcast:location',
    in: both,
    many: true,
    attributes: {
      rel: {check: oneOf(['subject', 'creator'], invalid)},
      geo: {check: geoUri},
      osm: {check: osmId},
      country: {check: country},
    },
    text: name,
  },
  {name: 'podcast:license', in: both, attributes: {url: {check: fullUri}}, text: name},
  {name: 'podcast:txt', in: both, many: true, attributes: {purpose: {check: atMost(128)}}, text: atMost(4000)},
  {
    name: 'podcast:socialInteract',
    in: both,
    many: true,
    attributes: {
      protocol: {...needed, check: serviceSlug},
      uri: {check: postUri},
      accountId: {},
      accountUrl: {check: fullUri},
      priority: {check: nonNegativeInteger},
    },
    whole: [disabledAlone],
  },
  {
    name: 'podcast:chat',
    in: both,
    attributes: {
      server: needed,
      protocol: {...needed, check: oneOf(['irc', 'xmpp', 'nostr', 'matrix'], invalid)},
      accountId: {},
      space: {},
    },
  },
  {
    name: 'podcast:image',
    in: both,
    many: true,
    attributes: {
      href: url,
      alt: {},
      'aspect-ratio': {check: matching(/^\d+(?:\.\d+)?(?:\s*\/\s*\d+(?:\.\d+)?)?$/, invalid, 'a ratio such as 16/9')},
      width: {check: positiveInteger},
      height: {check: positiveInteger},
      type: {check: linkType},
      purpose: {check: atMost(128)},
    },
  },
  {name: 'podcast:images', in: both, attributes: {srcset: needed}},
  {
    name: 'podcast:value',
    in: both,
    many: true,
    attributes: {type: needed, method: needed, suggested: {check: decimal}},
    requires: requires('valueRecipient'),
  },
  {
    name: 'podcast:valueRecipient',
    in: ['podcast:value', 'podcast:valueTimeSplit'],
    many: true,
    attributes: {
      type: needed,
      address: needed,
      split: {...needed, check: nonNegativeInteger},
      name: {},
      customKey: {},
      customValue: {},
      fee: {check: trueOrFalse},
    },
  },
  {
    name: 'podcast:valueTimeSplit',
    in: ['podcast:value'],
    many: true,
    attributes: {
      startTime: seconds,
      duration: seconds,
      remoteStartTime: {check: decimal},
      remotePercentage: {check: decimal},
    },
    whole: [oneContent],
  },
]

/** The podcast namespace, a row a tag. https://podcasting2.org/podcast-namespace */
export const podcastRules: readonly ElementRule[] = [...episodeRules, ...showRules, ...sharedRules]
