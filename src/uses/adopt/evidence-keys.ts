import type {Vocabulary} from '../../adopt/adopted-show.ts'
import type {EvidenceKeys} from '../../adopt/episode-evidence.ts'
import type {KnownFields} from '../../adopt/mapped-fields.ts'
import {episodeFields} from '../../read/fields/episode-fields.ts'
import type {FieldTable} from '../../read/fields/field-table.ts'
import {comparableKey, keyOwners, ownerOf} from '../../read/fields/key-owners.ts'
import {authoredTags} from '../../tags/all-tags.ts'

/** The names of front matter fields, preferred or not. A build reads the same names. */
export const evidenceKeys: EvidenceKeys = {
  media: [...episodeFields.audio.keys, ...episodeFields.video.keys, ...episodeFields.youtube.keys],
  number: episodeFields.episode.keys,
  date: episodeFields.date.keys,
  length: episodeFields.duration.keys,
}

const table: FieldTable = episodeFields

const fields: KnownFields = Object.fromEntries(
  Object.entries(table).map(([field, {keys, kind}]) => [
    field,
    {
      // A build takes `published: 2024-01-31` for the date, and `published: false` for a draft.
      keys: field === 'date' ? [...keys, ...episodeFields.published.keys] : keys,
      takes: (value) => 'value' in kind.read(value, {timeZone: 'UTC'}),
    },
  ]),
)

const owners = keyOwners({
  table,
  tags: authoredTags.filter(({level}) => level !== 'show'),
  fieldNames: new Map(),
  otherKeys: [],
})

/** What a build knows of front matter, as `adopt` asks for it. */
export const vocabulary: Vocabulary = {
  keys: evidenceKeys,
  fields,
  ownerOf: (key) => ownerOf(owners, comparableKey(key))?.name,
}
