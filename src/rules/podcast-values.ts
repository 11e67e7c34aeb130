import type {ProblemCode} from '../model/problem.ts'
import {type Complaint, complaint, fine, type ValueCheck} from './rule-table.ts'
import {matching, oneOf} from './value-numbers.ts'

const invalid = 'feed-podcast-value-invalid'

/** The W3C validator does not judge this namespace, nor does Apple; what the shared checks say of it is said to others. */
const ownCodes: ReadonlyMap<ProblemCode, ProblemCode> = new Map([
  ['feed-element-twice', 'feed-podcast-element-twice'],
  ['feed-element-missing', 'feed-podcast-element-missing'],
  ['feed-element-undefined', 'feed-podcast-element-unknown'],
  ['feed-attribute-missing', 'feed-podcast-attribute-missing'],
  ['feed-attribute-unexpected', 'feed-podcast-attribute-unknown'],
])

export function asPodcastComplaint(found: Complaint): Complaint {
  return {...found, code: ownCodes.get(found.code) ?? invalid}
}

/** Characters, as people count them. */
export function atMost(characters: number): ValueCheck {
  return ({trimmed, subject}) => {
    if (trimmed.length <= characters) return fine
    const length = [...trimmed].length
    return length > characters
      ? [complaint(invalid, `${subject} has ${length} characters; apps cut it at ${characters}`)]
      : fine
  }
}

export const uuid = matching(
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  invalid,
  'a UUID',
  'Write 9b024349-ccf0-5f69-a609-6b82873eab3c',
)

/** Apps choose by this word and by nothing else. */
export const transcriptType = oneOf(
  ['text/vtt', 'application/x-subrip', 'application/srt', 'application/json', 'text/html', 'text/plain'],
  invalid,
)

/** RFC 5870 */
export const geoUri = matching(
  /^geo:-?\d{1,2}(?:\.\d+)?,-?\d{1,3}(?:\.\d+)?(?:,-?\d+(?:\.\d+)?)?(?:;[^\s]*)?$/,
  invalid,
  'a geo URI',
  'Write geo:51.5,-0.12',
)
export const osmId = matching(/^[NWR]\d+(?:#\d+)?$/, invalid, 'an id of OpenStreetMap', 'Write R113314')
export const blockSlug = matching(/^[a-z0-9]+$/, invalid, 'the name of a service')
export const serviceSlug = oneOf(
  ['disabled', 'activitypub', 'twitter', 'lightning', 'atproto', 'hive', 'matrix', 'nostr'],
  invalid,
)
/** Posts of some protocols have addresses of their own (`at://…`, `nostr:…`), whose schemes no registry has. */
export const postUri = matching(
  /^[a-z][a-z0-9+.-]*:\S+$/i,
  invalid,
  'an address',
  'Write https://example.social/@me/123',
)
/** RFC 5545, without the `RRULE:` in front. */
export const rrule = matching(
  /^(?:[A-Z]+=[A-Z0-9,+:-]+)(?:;[A-Z]+=[A-Z0-9,+:-]+)*$/i,
  invalid,
  'a rule of RFC 5545',
  'Write FREQ=WEEKLY;BYDAY=MO',
)
