import {type AttributeRow, all, type ElementRow, type RequiredChild} from '../element-table.ts'
import {rfc822Date, w3cDateWithOptionalZone} from '../values/date-rules.ts'
import {country, language} from '../values/language-rules.ts'
import {decimalNumber, linkType, nonNegativeInteger, positiveInteger, trueOrFalse} from '../values/number-rules.ts'
import {anyText, notBlank} from '../values/text-rules.ts'
import {fullUri, webUrlAttribute} from '../values/uri-rules.ts'
import {matching, oneOfExactly} from '../values/value-forms.ts'
import {disabledAlone, oneContent, onlyRemoteItems, publisherItem} from './podcast-structure.ts'
import {
  atMost,
  blockSlug,
  geoUri,
  osmId,
  postUri,
  rrule,
  serviceSlug,
  transcriptType,
  uuidText,
  valid,
} from './podcast-values.ts'

const channel = ['channel']
const item = ['item']
const both = ['channel', 'item']

const needed: AttributeRow = {required: true}
const url: AttributeRow = {...needed, check: webUrlAttribute}
const seconds: AttributeRow = {...needed, check: decimalNumber}
const instant: AttributeRow = {check: w3cDateWithOptionalZone}
const yesOrNo = valid(oneOfExactly(['yes', 'no']))
const name = all(notBlank, atMost(128))

function requires(child: string): readonly RequiredChild[] {
  return [{name: `podcast:${child}`}]
}

/** Elements for the parts and links of an episode. */
const episodeElements: readonly ElementRow[] = [
  {
    name: 'podcast:transcript',
    in: item,
    many: true,
    attributes: {
      url,
      type: {...needed, check: transcriptType},
      language: {check: language},
      rel: {check: valid(oneOfExactly(['captions']))},
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
  {name: 'podcast:episode', in: item, attributes: {display: {check: atMost(32)}}, text: decimalNumber},
  {
    name: 'podcast:alternateEnclosure',
    in: item,
    many: true,
    attributes: {
      type: {...needed, check: linkType},
      length: {check: nonNegativeInteger},
      bitrate: {check: decimalNumber},
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
    attributes: {type: {...needed, check: valid(oneOfExactly(['sri', 'pgp-signature']))}, value: needed},
  },
  {name: 'podcast:contentLink', in: item, many: true, attributes: {href: url}, text: anyText},
  {
    name: 'podcast:liveItem',
    in: channel,
    many: true,
    attributes: {
      status: {...needed, check: valid(oneOfExactly(['pending', 'live', 'ended']))},
      start: {...needed, ...instant},
      end: instant,
    },
    requires: requires('contentLink'),
  },
]

/** Elements that say who the show is, and how apps find it again. */
const showElements: readonly ElementRow[] = [
  {name: 'podcast:guid', in: channel, text: uuidText},
  {name: 'podcast:locked', in: channel, attributes: {owner: {}}, text: yesOrNo},
  {name: 'podcast:block', in: channel, many: true, attributes: {id: {check: blockSlug}}, text: yesOrNo},
  {
    name: 'podcast:medium',
    in: channel,
    text: valid(
      matching(
        /^(?:(?:podcast|music|video|film|audiobook|newsletter|blog|publisher|course)L?|mixed)$/,
        'a medium of the list',
      ),
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
      feedGuid: {...needed, check: uuidText},
      feedUrl: {check: fullUri},
      itemGuid: {},
      medium: {},
      title: {},
    },
  },
]

/** Elements for people, locations, money and comments, of a show or of an episode. */
const sharedElements: readonly ElementRow[] = [
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
      rel: {check: valid(oneOfExactly(['subject', 'creator']))},
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
      protocol: {...needed, check: valid(oneOfExactly(['irc', 'xmpp', 'nostr', 'matrix']))},
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
      'aspect-ratio': {check: valid(matching(/^\d+(?:\.\d+)?(?:\s*\/\s*\d+(?:\.\d+)?)?$/, 'a ratio such as 16/9'))},
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
    attributes: {type: needed, method: needed, suggested: {check: decimalNumber}},
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
      remoteStartTime: {check: decimalNumber},
      remotePercentage: {check: decimalNumber},
    },
    whole: [oneContent],
  },
]

/** The podcast namespace, one row for each tag. https://podcasting2.org/podcast-namespace */
export const podcastElements: readonly ElementRow[] = [...episodeElements, ...showElements, ...sharedElements]
