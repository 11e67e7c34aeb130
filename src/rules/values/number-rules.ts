import type {Value, ValueCheck} from '../element-table.ts'
import {feedRules, quoted} from '../rule.ts'
import {everyone, specs, validator} from '../rule-sources.ts'
import {degrees, formUnder, matching, oneOfExactly} from './value-forms.ts'

const mediaType = /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+(?:\s*;\s*[a-z0-9!#$&^_.+-]+=(?:"[^"]*"|[^\s;"]+))*$/i

/** Whether a text is a media type: `type/subtype`, with parameters or without. https://www.rfc-editor.org/rfc/rfc6838#section-4.2 */
export function isMediaType(text: string): boolean {
  return mediaType.test(text)
}

function notMediaType({trimmed, subject}: Value): string | undefined {
  return isMediaType(trimmed) ? undefined : `${subject} is no media type: ${quoted(trimmed)}`
}

/** Rules for numbers, and for words that stand for a few states. */
export const numberRules = feedRules({
  'feed-number-not-positive': {
    severity: 'error',
    w3c: 'InvalidPositiveInteger',
    spec: specs.rss,
    profiles: validator,
    why: 'The value is a whole number above 0.',
    check: matching(/^0*[1-9]\d*$/, 'a whole number above 0'),
    in: 'feed.xml on disk',
    bad: '<ttl>1.5</ttl>',
    good: '<ttl>60</ttl>',
  },
  'feed-number-negative': {
    severity: 'error',
    w3c: 'InvalidNonNegativeInteger',
    spec: specs.atom,
    profiles: validator,
    why: 'The value is a whole number of 0 or more.',
    check: matching(/^\d+$/, 'a whole number of 0 or more'),
    in: 'entry',
    bad: '<link length="-1" href="..."/>',
    good: '<link length="1000" href="..."/>',
  },
  'feed-number-not-decimal': {
    severity: 'error',
    w3c: 'InvalidFloat',
    spec: specs.mediaRss,
    profiles: validator,
    why: 'The value is a number, with a point if need be and no unit.',
    check: matching(/^(?:\d+(?:\.\d*)?|\.\d+)$/, 'a number of 0 or more'),
    in: 'item',
    bad: '<media:content url="https://example.com/1.mp4" bitrate="128kbps"/>',
    good: '<media:content url="https://example.com/1.mp4" bitrate="128"/>',
  },
  'feed-number-not-integer': {
    severity: 'error',
    w3c: 'InvalidInteger',
    spec: specs.opml,
    profiles: validator,
    why: 'The value is a whole number.',
    check: matching(/^[-+]?\d+$/, 'a whole number'),
    in: 'head of OPML',
    bad: '<windowTop>half</windowTop>',
    good: '<windowTop>105</windowTop>',
  },
  'feed-attribute-not-integer': {
    severity: 'error',
    w3c: 'InvalidIntegerAttribute',
    spec: specs.rss,
    profiles: everyone,
    why: 'The attribute is a whole number. Apps that cannot read the size of an enclosure skip it.',
    check: matching(/^-?\d+$/, 'a whole number'),
    in: 'item',
    bad: '<enclosure length="1.5 MB" url="..." type="audio/mpeg"/>',
    good: '<enclosure length="1572864" url="..." type="audio/mpeg"/>',
  },
  'feed-enclosure-length-negative': {
    severity: 'error',
    w3c: 'UseZeroForUnknown',
    spec: specs.rssProfile,
    profiles: validator,
    why: 'A file has no negative size. A size nobody knows is 0.',
    check: ({trimmed, subject}: Value) =>
      /^-\d+$/.test(trimmed) ? `${subject} is ${trimmed}; an unknown size is 0` : undefined,
    hint: 'Write length="0", or better the size of the file in bytes',
    in: 'item',
    bad: '<enclosure length="-1" url="..." type="audio/mpeg"/>',
    good: '<enclosure length="0" url="..." type="audio/mpeg"/>',
  },
  'feed-not-true-or-false': {
    severity: 'error',
    w3c: 'InvalidTrueFalse',
    spec: specs.mediaRss,
    profiles: validator,
    why: 'The value is true or false, in lower case.',
    check: oneOfExactly(['true', 'false']),
    in: 'item',
    bad: '<media:content url="https://example.com/1.mp4" isDefault="yes"/>',
    good: '<media:content url="https://example.com/1.mp4" isDefault="true"/>',
  },
  'feed-media-type-invalid': {
    severity: 'error',
    w3c: 'InvalidMIMEType',
    spec: specs.mediaTypes,
    profiles: validator,
    why: 'A media type is two words with a slash.',
    check: notMediaType,
    hint: 'Write audio/mpeg',
    in: 'entry',
    bad: '<link type="mp3" href="..."/>',
    good: '<link type="audio/mpeg" href="..."/>',
  },
  'feed-media-type-attribute-invalid': {
    severity: 'error',
    w3c: 'InvalidMIMEAttribute',
    spec: specs.mediaTypes,
    profiles: everyone,
    why: 'A media type is two words with a slash. Apps that cannot read it do not play the file.',
    check: notMediaType,
    hint: 'Write audio/mpeg',
    in: 'item',
    bad: '<enclosure url="https://example.com/1.mp3" length="1000" type="mp3"/>',
    good: '<enclosure url="https://example.com/1.mp3" length="1000" type="audio/mpeg"/>',
  },
  'feed-latitude-invalid': {
    severity: 'error',
    w3c: 'InvalidLatitude',
    spec: specs.geo,
    profiles: validator,
    why: 'Latitudes are -90 to 90 degrees.',
    check: degrees(90),
    in: 'feed.xml on disk',
    bad: '<geo:lat>91.2</geo:lat>',
    good: '<geo:lat>51.5</geo:lat>',
  },
  'feed-longitude-invalid': {
    severity: 'error',
    w3c: 'InvalidLongitude',
    spec: specs.geo,
    profiles: validator,
    why: 'Longitudes are -180 to 180 degrees.',
    check: degrees(180),
    in: 'feed.xml on disk',
    bad: '<geo:long>-188</geo:long>',
    good: '<geo:long>-0.1</geo:long>',
  },
})

export const positiveInteger = numberRules['feed-number-not-positive'].judge
export const nonNegativeInteger = numberRules['feed-number-negative'].judge
export const decimalNumber = numberRules['feed-number-not-decimal'].judge
export const anyInteger = numberRules['feed-number-not-integer'].judge
export const trueOrFalse = numberRules['feed-not-true-or-false'].judge
export const linkType = numberRules['feed-media-type-invalid'].judge
export const mediaTypeAttribute = numberRules['feed-media-type-attribute-invalid'].judge
export const latitude = numberRules['feed-latitude-invalid'].judge
export const longitude = numberRules['feed-longitude-invalid'].judge

/** The port number of a server: a whole number, not below 0. */
export const portNumber: ValueCheck = formUnder(
  numberRules['feed-attribute-not-integer'],
  matching(/^\d+$/, 'the number of a port'),
)

/** The `length` of an enclosure: bytes, or 0 if nobody knows it. https://www.rssboard.org/rss-profile#element-channel-item-enclosure */
export const enclosureLength: ValueCheck = (value) => {
  const negative = numberRules['feed-enclosure-length-negative'].judge(value)
  return negative.length > 0 ? negative : numberRules['feed-attribute-not-integer'].judge(value)
}
