import {allFileKinds} from '../../file-kinds/all-kinds.ts'
import type {Value, ValueCheck} from '../element-table.ts'
import type {Faults} from '../rule.ts'
import {formUnder, matching, oneOfExactly} from '../values/value-forms.ts'
import {podcastRules} from './podcast-rules.ts'

/** Values with a form that the podcast namespace describes. */
export function valid(form: (value: Value) => Faults): ValueCheck {
  return formUnder(podcastRules['feed-podcast-value-invalid'], form)
}

/** A limit on characters, as people count them. */
export function atMost(characters: number): ValueCheck {
  return valid(({trimmed, subject}) => {
    if (trimmed.length <= characters) return undefined
    const length = [...trimmed].length
    return length > characters ? `${subject} has ${length} characters; apps cut it at ${characters}` : undefined
  })
}

export const uuidText = valid(
  matching(
    /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
    'a UUID',
    'Write 9b024349-ccf0-5f69-a609-6b82873eab3c',
  ),
)

/** Apps choose a transcript only by this word. */
export const transcriptType = valid(
  // Feeds use both names of SubRip.
  oneOfExactly([...allFileKinds.filter(({isWritten}) => isWritten).map(({mimeType}) => mimeType), 'application/srt']),
)

/** A `geo:` URI. RFC 5870 */
export const geoUri = valid(
  matching(
    /^geo:-?\d{1,2}(?:\.\d+)?,-?\d{1,3}(?:\.\d+)?(?:,-?\d+(?:\.\d+)?)?(?:;[^\s]*)?$/,
    'a geo URI',
    'Write geo:51.5,-0.12',
  ),
)
export const osmId = valid(matching(/^[NWR]\d+(?:#\d+)?$/, 'an id of OpenStreetMap', 'Write R113314'))
export const blockSlug = valid(matching(/^[a-z0-9]+$/, 'the name of a service'))
export const serviceSlug = valid(
  oneOfExactly(['disabled', 'activitypub', 'twitter', 'lightning', 'atproto', 'hive', 'matrix', 'nostr']),
)
/** Posts of some protocols have their own addresses (`at://…`, `nostr:…`). No registry has the schemes of these. */
export const postUri = valid(matching(/^[a-z][a-z0-9+.-]*:\S+$/i, 'an address', 'Write https://example.social/@me/123'))
/** A recurrence rule of RFC 5545, without the `RRULE:` at its start. */
export const rrule = valid(
  matching(/^(?:[A-Z]+=[A-Z0-9,+:-]+)(?:;[A-Z]+=[A-Z0-9,+:-]+)*$/i, 'a rule of RFC 5545', 'Write FREQ=WEEKLY;BYDAY=MO'),
)
