import {isCountry} from '../text/country-codes.ts'
import {hasHtmlTags} from './html-detection.ts'
import {htmlFaults} from './html-faults.ts'
import {complaint, type ElementCheck, fine, type ValueCheck} from './rule-table.ts'

import {htmlComplaints, readableCharacters} from './value-texts.ts'
import {fullUri} from './value-uris.ts'

/** Text or HTML, as `type` says. */
export const textOfType: ValueCheck = (value) => {
  if (value.element.attributes.get('type') === 'html') return htmlComplaints(value, htmlFaults(value.text))
  return hasHtmlTags(value.text)
    ? [complaint('feed-html-undeclared', `${value.subject} has HTML in it, and does not say so`, 'Add type="html"')]
    : readableCharacters(value)
}

/** A scheme of Media RSS is a word after `urn:`, or an address. */
export const schemeName: ValueCheck = (value) => (/^urn:[a-z0-9-]+$/.test(value.trimmed) ? fine : fullUri(value))

/** The words of the boards whose schemes Media RSS names. */
const ratings: ReadonlyMap<string, RegExp> = new Map([
  ['urn:simple', /^(?:adult|nonadult)$/],
  ['urn:mpaa', /^(?:g|pg|pg-13|r|nc-17)$/],
  ['urn:v-chip', /^(?:tv-y|tv-y7|tv-y7-fv|tv-g|tv-pg|tv-14|tv-ma|all|7\+|13\+|14\+|18\+|g|pg|14a|18a|r|e)$/],
  ['urn:icra', /^r \((?:[clnov][a-z] [01](?: (?!\))|(?=\))))+\)$/],
])

export const rating: ValueCheck = ({trimmed, subject, element}) => {
  const scheme = element.attributes.get('scheme') ?? 'urn:simple'
  const words = ratings.get(scheme)
  return words === undefined || words.test(trimmed)
    ? fine
    : [
        complaint(
          'feed-media-rating-invalid',
          `${subject} is ${JSON.stringify(trimmed.slice(0, 40))}, which is no rating of ${scheme}`,
        ),
      ]
}

export const adult: ValueCheck = ({trimmed, subject}) => {
  const outdated = complaint(
    'feed-media-adult',
    `${subject} was replaced by media:rating`,
    'Write <media:rating>adult</media:rating>',
  )
  return trimmed === 'true' || trimmed === 'false'
    ? [outdated]
    : [outdated, complaint('feed-not-true-or-false', `${subject} is not true or false`)]
}

const hashes: ReadonlyMap<string, RegExp> = new Map([
  ['md5', /^[0-9a-f]{32}$/i],
  ['sha-1', /^[0-9a-f]{40}$/i],
])

export const hash: ValueCheck = ({trimmed, subject, element}) => {
  const algorithm = element.attributes.get('algo') ?? 'md5'
  return hashes.get(algorithm)?.test(trimmed)
    ? fine
    : [
        complaint(
          'feed-media-hash-invalid',
          `${subject} is no ${algorithm} in hexadecimal digits`,
          'Write algo="md5" or algo="sha-1"',
        ),
      ]
}

/** The list Media RSS takes over from the EBU, and two words that makers of films add. */
const ebuRoles: ReadonlySet<string> = new Set([
  'actor',
  'anchor person',
  'artist',
  'author',
  'choreographer',
  'composer',
  'conductor',
  'director',
  'distribution company',
  'editor',
  'graphic designer',
  'grip',
  'illustrator',
  'lyricist',
  'music arranger',
  'music group',
  'musician',
  'orchestra',
  'owner',
  'performer',
  'photographer',
  'producer',
  'production company',
  'reporter',
  'vocalist',
])

/** Other schemes have roles of their own, in lower case all the same. */
export const creditRole: ValueCheck = ({text, subject, element}) =>
  text === text.toLowerCase() && (ebuRoles.has(text) || (element.attributes.get('scheme') ?? 'urn:ebu') !== 'urn:ebu')
    ? fine
    : [
        complaint(
          'feed-media-credit-role-invalid',
          `${subject} is no role of the list, in lower case: ${JSON.stringify(text.slice(0, 40))}`,
        ),
      ]

/** Countries, addresses, or all or none. */
export const restriction: ValueCheck = (value) => {
  const type = value.element.attributes.get('type')
  const words = value.trimmed === '' ? [] : value.trimmed.split(/\s+/).slice(0, 500)
  if (type === 'country') {
    return words
      .filter((code) => !isCountry(code))
      .map((code) =>
        complaint(
          'feed-country-invalid',
          `${value.subject} names ${JSON.stringify(code.slice(0, 20))}, which is no country of ISO 3166`,
        ),
      )
  }
  if (type === 'uri') return words.flatMap((word) => fullUri({...value, text: word, trimmed: word}))
  if (type !== undefined || words.length === 0 || /^(?:all|none)$/.test(value.trimmed)) return fine
  return [complaint('feed-media-restriction-invalid', `${value.subject} without a type is "all" or "none"`)]
}

/** A group is one work in several files. */
export const groupOfSeveral: ElementCheck = (group) =>
  (group.childCounts.get('media:content') ?? 0) > 1
    ? fine
    : [
        complaint(
          'feed-media-group-of-one',
          'media:group holds fewer than two files, so there is nothing to choose from',
        ),
      ]

/** The file itself, or a page that plays it. */
export const somethingToPlay: ElementCheck = (content) =>
  content.attributes.has('url') || content.childCounts.has('media:player')
    ? fine
    : [
        complaint(
          'feed-attribute-missing',
          'media:content has neither url nor media:player, so there is nothing to play',
        ),
      ]
