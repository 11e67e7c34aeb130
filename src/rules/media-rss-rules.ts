import {
  adult,
  creditRole,
  groupOfSeveral,
  hash,
  rating,
  restriction,
  schemeName,
  somethingToPlay,
  textOfType,
} from './media-rss-values.ts'
import type {AttributeRule, ElementRule} from './rule-table.ts'
import {playTime} from './value-dates.ts'
import {language} from './value-languages.ts'
import {decimal, mediaTypeAttribute, nonNegativeInteger, oneOf, positiveInteger, trueOrFalse} from './value-numbers.ts'
import {anyPlainText, anyText, plainText} from './value-texts.ts'
import {fullUri, uriReference} from './value-uris.ts'

const places = ['channel', 'item', 'atom:feed', 'atom:entry', 'media:group', 'media:content']
const missing = 'feed-attribute-missing'
const size: Readonly<Record<string, AttributeRule>> = {
  height: {check: positiveInteger},
  width: {check: positiveInteger},
}
const textType: AttributeRule = {check: oneOf(['plain', 'html'], 'feed-media-text-type-invalid')}

/** Elements of the later drafts, which nobody checks: how often people watched and tagged. */
const unjudged =
  `community comments embed responses backLinks status price license subTitle peerLink location rights scenes
  statistics starRating tags`.split(/\s+/)

/** Media RSS 1.5.1. https://www.rssboard.org/media-rss */
export const mediaRssRules: readonly ElementRule[] = [
  {
    name: 'media:content',
    in: ['channel', 'item', 'atom:entry', 'atom:feed', 'media:group'],
    many: true,
    attributes: {
      ...size,
      url: {check: fullUri},
      fileSize: {check: positiveInteger},
      type: {check: mediaTypeAttribute},
      medium: {check: oneOf(['image', 'audio', 'video', 'document', 'executable'], 'feed-media-medium-invalid')},
      isDefault: {check: trueOrFalse},
      expression: {check: oneOf(['full', 'sample', 'nonstop'], 'feed-media-expression-invalid')},
      bitrate: {check: decimal},
      framerate: {check: decimal},
      samplingrate: {check: decimal},
      channels: {check: nonNegativeInteger},
      duration: {check: decimal},
      lang: {check: language},
    },
    whole: [somethingToPlay],
  },
  {name: 'media:group', in: ['item', 'atom:entry', 'channel', 'atom:feed'], many: true, whole: [groupOfSeveral]},
  {name: 'media:title', in: places, attributes: {type: textType}, text: textOfType},
  {name: 'media:description', in: places, attributes: {type: textType}, text: textOfType},
  {
    name: 'media:text',
    in: places,
    many: true,
    attributes: {type: textType, lang: {check: language}, start: {check: playTime}, end: {check: playTime}},
    text: textOfType,
  },
  {
    name: 'media:thumbnail',
    in: places,
    many: true,
    attributes: {...size, url: {required: missing, check: fullUri}, time: {check: playTime}},
  },
  {
    name: 'media:player',
    in: places,
    attributes: {...size, url: {required: missing, check: fullUri}},
  },
  {name: 'media:keywords', in: places, text: anyPlainText},
  {
    name: 'media:category',
    in: places,
    many: true,
    attributes: {scheme: {check: fullUri}, label: {check: anyPlainText}},
    text: plainText,
  },
  {name: 'media:copyright', in: places, attributes: {url: {check: uriReference}}, text: anyPlainText},
  {
    name: 'media:credit',
    in: places,
    many: true,
    attributes: {role: {check: creditRole}, scheme: {check: schemeName}},
    text: plainText,
  },
  {name: 'media:rating', in: places, many: true, attributes: {scheme: {check: schemeName}}, text: rating},
  {name: 'media:adult', in: places, text: adult},
  {name: 'media:hash', in: places, many: true, attributes: {algo: {}}, text: hash},
  {
    name: 'media:restriction',
    in: places,
    many: true,
    attributes: {
      relationship: {required: missing, check: oneOf(['allow', 'deny'], 'feed-media-relationship-invalid')},
      type: {check: oneOf(['country', 'uri', 'sharing'], 'feed-media-restriction-type-invalid')},
    },
    text: restriction,
  },
  ...unjudged.map(
    (name): ElementRule => ({
      name: `media:${name}`,
      in: places,
      many: true,
      attributes: 'any',
      text: anyText,
      content: 'any',
    }),
  ),
]
