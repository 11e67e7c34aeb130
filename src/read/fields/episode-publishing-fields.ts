import type {ValueKind} from '../../tags/kinds/value-kind.ts'
import {booleanKind, quotedAuthored, scalarKind} from '../../tags/kinds/value-kinds.ts'
import {dateTime} from '../../tags/kinds/value-numbers.ts'
import {eitherOf} from '../../tags/kinds/value-shapes.ts'
import {type FieldTable, row} from './field-table.ts'

/** For whom an episode is, by the word that another tool has for it. */
export type StatusAudience = 'nobody' | 'everybody' | 'some'

const audiences: ReadonlyMap<string, StatusAudience> = new Map([
  ...[
    'draft',
    'drafts',
    'pending',
    'scheduled',
    'future',
    'unpublished',
    'wip',
    'in progress',
    'planned',
    'idea',
    'trash',
  ].map((word) => [word, 'nobody'] as const),
  ...[
    'publish',
    'published',
    'public',
    'live',
    'released',
    'complete',
    'completed',
    'done',
    'final',
    'active',
    'listed',
  ].map((word) => [word, 'everybody'] as const),
  ...['private', 'members', 'paid', 'password', 'protected', 'internal', 'restricted'].map(
    (word) => [word, 'some'] as const,
  ),
])

/** Tools have many states of work, and most of them say nothing about publication. */
const status: ValueKind<StatusAudience> = scalarKind('word', {type: 'string'}, (value) => {
  const audience = audiences.get(value.toLowerCase().replace(/[-_]/g, ' '))
  if (audience !== undefined) return {value: audience}
  return {
    value: 'everybody',
    remark: `${quotedAuthored(value)} is not read as a draft. To keep the episode back, write draft: true`,
  }
})

const falsehoods = /^(?:false|no|off|n|0|none|null)$/i
/** A password is as good as the word `true`. */
const restriction: ValueKind<boolean> = scalarKind(
  'true or false',
  {type: ['boolean', 'string', 'number']},
  (value) => ({
    value: !falsehoods.test(value),
  }),
)

/** The fields that say whether, when and for whom an episode is published. */
export const episodePublishingFields = {
  not_before: row({
    keys: ['not_before'],
    kind: dateTime,
    isDecisive: true,
    summary: 'The episode is held back until this time, whatever its date is and whatever `schedule` allows.',
    example: 'not_before: 2024-01-31 09:00',
  }),
  published: row({
    keys: ['published', 'publish', 'is_published', 'dg-publish'],
    kind: eitherOf(booleanKind, dateTime),
    isDecisive: true,
    summary:
      '`false` means a draft. A date means the same as in `date`. If it is later than `date`, the episode is held back until then.',
    example: 'published: false',
  }),
  draft: row({
    keys: ['draft', 'upcoming', 'episode.draft', 'is_draft', 'unpublished', 'wip'],
    kind: booleanKind,
    isDecisive: true,
    summary: '`true` means that the episode is not published, and leaves no trace in what is published.',
    example: 'draft: true',
    default: 'false',
  }),
  status: row({
    keys: ['status', 'state', 'post_status', 'visibility'],
    kind: status,
    summary:
      'For other tools. `draft`, `pending`, `scheduled`, `wip` and the like mean a draft, unless `draft: false` says otherwise. `private` is an error: an episode is published for everybody or for nobody.',
    example: 'status: draft',
  }),
  private: row({
    keys: ['private', 'password', 'members_only'],
    kind: restriction,
    summary: 'An error, if it is not `false`: an episode is published for everybody or for nobody.',
    example: 'private: false',
  }),
  unlisted: row({
    keys: ['unlisted', 'hidden'],
    kind: booleanKind,
    summary: 'Has no effect yet: the episode is published like any other. If it is `true`, a warning says so.',
    example: 'unlisted: false',
  }),
} as const satisfies FieldTable
