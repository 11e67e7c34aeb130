import {type AttributeRow, all, type ElementRow} from '../element-table.ts'
import {playTime} from '../values/date-rules.ts'
import {language} from '../values/language-rules.ts'
import {
  decimalNumber,
  mediaTypeAttribute,
  nonNegativeInteger,
  positiveInteger,
  trueOrFalse,
} from '../values/number-rules.ts'
import {anyPlainText, anyText, nonBlankPlainText} from '../values/text-rules.ts'
import {fullUri, uriReference} from '../values/uri-rules.ts'
import {mediaRssRules as rules} from './media-rss-rules.ts'
import {restriction, schemeName, somethingToPlay, textOfType} from './media-rss-values.ts'

const parents = ['channel', 'item', 'atom:feed', 'atom:entry', 'media:group', 'media:content']
const size: Readonly<Record<string, AttributeRow>> = {
  height: {check: positiveInteger},
  width: {check: positiveInteger},
}
const textType: AttributeRow = {check: rules['feed-media-text-type-invalid'].judge}

/** Elements of the later drafts, such as how often people watched or tagged something. Nobody checks them. */
const unjudged =
  `community comments embed responses backLinks status price license subTitle peerLink location rights scenes
  statistics starRating tags`.split(/\s+/)

/** Media RSS 1.5.1. https://www.rssboard.org/media-rss */
export const mediaRssElements: readonly ElementRow[] = [
  {
    name: 'media:content',
    in: ['channel', 'item', 'atom:entry', 'atom:feed', 'media:group'],
    many: true,
    attributes: {
      ...size,
      url: {check: fullUri},
      fileSize: {check: positiveInteger},
      type: {check: mediaTypeAttribute},
      medium: {check: rules['feed-media-medium-invalid'].judge},
      isDefault: {check: trueOrFalse},
      expression: {check: rules['feed-media-expression-invalid'].judge},
      bitrate: {check: decimalNumber},
      framerate: {check: decimalNumber},
      samplingrate: {check: decimalNumber},
      channels: {check: nonNegativeInteger},
      duration: {check: decimalNumber},
      lang: {check: language},
    },
    whole: [somethingToPlay],
  },
  {
    name: 'media:group',
    in: ['item', 'atom:entry', 'channel', 'atom:feed'],
    many: true,
    whole: [rules['feed-media-group-of-one'].judge],
  },
  {name: 'media:title', in: parents, attributes: {type: textType}, text: textOfType},
  {name: 'media:description', in: parents, attributes: {type: textType}, text: textOfType},
  {
    name: 'media:text',
    in: parents,
    many: true,
    attributes: {type: textType, lang: {check: language}, start: {check: playTime}, end: {check: playTime}},
    text: textOfType,
  },
  {
    name: 'media:thumbnail',
    in: parents,
    many: true,
    attributes: {...size, url: {required: true, check: fullUri}, time: {check: playTime}},
  },
  {
    name: 'media:player',
    in: parents,
    attributes: {...size, url: {required: true, check: fullUri}},
  },
  {name: 'media:keywords', in: parents, text: anyPlainText},
  {
    name: 'media:category',
    in: parents,
    many: true,
    attributes: {scheme: {check: fullUri}, label: {check: anyPlainText}},
    text: nonBlankPlainText,
  },
  {name: 'media:copyright', in: parents, attributes: {url: {check: uriReference}}, text: anyPlainText},
  {
    name: 'media:credit',
    in: parents,
    many: true,
    attributes: {role: {check: rules['feed-media-credit-role-invalid'].judge}, scheme: {check: schemeName}},
    text: nonBlankPlainText,
  },
  {
    name: 'media:rating',
    in: parents,
    many: true,
    attributes: {scheme: {check: schemeName}},
    text: rules['feed-media-rating-invalid'].judge,
  },
  {name: 'media:adult', in: parents, text: all(rules['feed-media-adult'].judge, trueOrFalse)},
  {name: 'media:hash', in: parents, many: true, attributes: {algo: {}}, text: rules['feed-media-hash-invalid'].judge},
  {
    name: 'media:restriction',
    in: parents,
    many: true,
    attributes: {
      relationship: {required: true, check: rules['feed-media-relationship-invalid'].judge},
      type: {check: rules['feed-media-restriction-type-invalid'].judge},
    },
    text: restriction,
  },
  ...unjudged.map(
    (name): ElementRow => ({
      name: `media:${name}`,
      in: parents,
      many: true,
      attributes: 'any',
      text: anyText,
      content: 'any',
    }),
  ),
]
