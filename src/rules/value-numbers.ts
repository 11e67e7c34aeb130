import type {ProblemCode} from '../model/problem.ts'
import {complaint, fine, type ValueCheck} from './rule-table.ts'

/** A value that matches `pattern`, or the complaint. `what` completes "is not ...". */
export function matching(pattern: RegExp, code: ProblemCode, what: string, hint?: string): ValueCheck {
  return ({trimmed, subject}) =>
    pattern.test(trimmed)
      ? fine
      : [complaint(code, `${subject} is not ${what}: ${JSON.stringify(trimmed.slice(0, 60))}`, hint)]
}

/** One of a few words, spelled exactly so. */
export function oneOf(words: readonly string[], code: ProblemCode): ValueCheck {
  const known = new Set(words)
  return ({trimmed, subject}) =>
    known.has(trimmed)
      ? fine
      : [
          complaint(
            code,
            `${subject} is ${JSON.stringify(trimmed.slice(0, 60))}, which means nothing to any app`,
            `Write ${words.length < 12 ? words.join(' or ') : 'one of the known words'}`,
          ),
        ]
}

/** A whole number between two bounds. */
export function integerBetween(least: number, most: number, code: ProblemCode): ValueCheck {
  return ({trimmed, subject}) =>
    /^\d{1,9}$/.test(trimmed) && Number(trimmed) >= least && Number(trimmed) <= most
      ? fine
      : [
          complaint(
            code,
            `${subject} is not a whole number from ${least} to ${most}: ${JSON.stringify(trimmed.slice(0, 60))}`,
          ),
        ]
}

export const positiveInteger = matching(/^0*[1-9]\d*$/, 'feed-number-not-positive', 'a whole number above 0')
export const nonNegativeInteger = matching(/^\d+$/, 'feed-number-negative', 'a whole number of 0 or more')
export const integerAttribute = matching(/^-?\d+$/, 'feed-attribute-not-integer', 'a whole number')
export const decimal = matching(/^(?:\d+(?:\.\d*)?|\.\d+)$/, 'feed-number-not-decimal', 'a number of 0 or more')

export const latitude: ValueCheck = (value) => degrees(90, 'feed-latitude-invalid')(value)
export const longitude: ValueCheck = (value) => degrees(180, 'feed-longitude-invalid')(value)

function degrees(most: number, code: ProblemCode): ValueCheck {
  return ({trimmed, subject}) =>
    /^[-+]?\d{1,3}(?:\.\d+)?$/.test(trimmed) && Math.abs(Number(trimmed)) <= most
      ? fine
      : [
          complaint(
            code,
            `${subject} is not a number of degrees from -${most} to ${most}: ${JSON.stringify(trimmed.slice(0, 60))}`,
          ),
        ]
}

/** Of a server; whole, and not below 0. */
export const portNumber = matching(/^\d+$/, 'feed-attribute-not-integer', 'the number of a port')
export const integer = matching(/^[-+]?\d+$/, 'feed-number-not-integer', 'a whole number')

/** The `length` of an enclosure: bytes, and 0 where nobody knows. https://www.rssboard.org/rss-profile#element-channel-item-enclosure */
export const enclosureLength: ValueCheck = (value) => {
  if (/^-\d+$/.test(value.trimmed)) {
    const message = `${value.subject} is ${value.trimmed}; an unknown size is 0`
    return [
      complaint('feed-enclosure-length-negative', message, 'Write length="0", or better the size of the file in bytes'),
    ]
  }
  return integerAttribute(value)
}

const mediaType = /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+(?:\s*;\s*[a-z0-9!#$&^_.+-]+=(?:"[^"]*"|[^\s;"]+))*$/i

/** A media type, `type/subtype`, with parameters or without. https://www.rfc-editor.org/rfc/rfc6838#section-4.2 */
export const mediaTypeAttribute: ValueCheck = ({trimmed, subject}) =>
  mediaType.test(trimmed)
    ? fine
    : [
        complaint(
          'feed-media-type-attribute-invalid',
          `${subject} is no media type: ${JSON.stringify(trimmed.slice(0, 60))}`,
          'Write audio/mpeg',
        ),
      ]

export const linkType: ValueCheck = ({trimmed, subject}) =>
  mediaType.test(trimmed)
    ? fine
    : [
        complaint(
          'feed-media-type-invalid',
          `${subject} is no media type: ${JSON.stringify(trimmed.slice(0, 60))}`,
          'Write audio/mpeg',
        ),
      ]

export function isMediaType(text: string): boolean {
  return mediaType.test(text)
}

export const trueOrFalse = oneOf(['true', 'false'], 'feed-not-true-or-false')
