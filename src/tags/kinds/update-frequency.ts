import {present} from '../../model/present.ts'
import {xml} from '../../text/markup/xml.ts'
import {formatRfc3339} from '../../text/time/date-formats.ts'
import {specOf} from '../podcast/podcast-spec.ts'
import {type Tag, tagKey} from '../tag.ts'
import {parseRecurrenceRule} from './recurrence-rule.ts'
import type {Reading, ValueKind} from './value-kind.ts'
import {booleanKind, quotedAuthored, scalarKind, text} from './value-kinds.ts'
import {dateTime} from './value-numbers.ts'
import {checked, eitherOf, objectOf} from './value-shapes.ts'

type Frequency = {
  readonly text?: string
  readonly rrule?: string
  /** A day or an instant, in the form of `UNTIL`. */
  readonly dtstart?: string
  readonly complete?: boolean
}

/** The rule in words, for people. */
const words: ReadonlyMap<string, string> = new Map([
  ['daily', 'FREQ=DAILY'],
  ['weekdays', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ['weekly', 'FREQ=WEEKLY'],
  ['biweekly', 'FREQ=WEEKLY;INTERVAL=2'],
  ['fortnightly', 'FREQ=WEEKLY;INTERVAL=2'],
  ['every two weeks', 'FREQ=WEEKLY;INTERVAL=2'],
  ['every other week', 'FREQ=WEEKLY;INTERVAL=2'],
  ['monthly', 'FREQ=MONTHLY'],
  ['bimonthly', 'FREQ=MONTHLY;INTERVAL=2'],
  ['quarterly', 'FREQ=MONTHLY;INTERVAL=3'],
  ['yearly', 'FREQ=YEARLY'],
])

const word: ValueKind<Frequency> = scalarKind('how often', {type: 'string', examples: [...words.keys()]}, (value) => {
  const rrule = words.get(value.toLowerCase().replaceAll('-', ' '))
  if (rrule !== undefined) return {value: {text: `${value[0]?.toUpperCase()}${value.slice(1).toLowerCase()}`, rrule}}
  if (/=/.test(value)) return rule.read(value, {timeZone: 'UTC'})
  const hint = `Write ${[...words.keys()].slice(0, 4).join(', ')}, or a rule such as FREQ=WEEKLY;BYDAY=MO`
  return {wrong: `is ${quotedAuthored(value)}, which says nothing to apps`, hint}
})

const ruleText = scalarKind('rule of RFC 5545', {type: 'string', examples: ['FREQ=WEEKLY;BYDAY=MO']}, (value) => {
  const parsed = parseRecurrenceRule(words.get(value.toLowerCase()) ?? value)
  return 'wrong' in parsed ? parsed : {value: parsed}
})

const rule = checked(ruleText, ({text: rrule, parts}): Reading<Frequency> => {
  if (!parts.has('COUNT')) return {value: {rrule}}
  const hint = `Write {rrule: "${rrule}", dtstart: 2026-01-05}`
  return {wrong: 'has COUNT, which counts from a `dtstart`, and there is none', hint}
})

const start: ValueKind<string> = scalarKind('date', {type: 'string'}, (value, timeZone) => {
  const reading = dateTime.read(value, {timeZone})
  if (!('value' in reading)) return reading
  return {value: /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : formatRfc3339(reading.value)}
})

const map = checked(
  objectOf({
    rrule: {kind: ruleText, aliases: ['rule']},
    text: {kind: text({maxCharacters: 128}), aliases: ['label', 'title']},
    dtstart: {kind: start, aliases: ['start']},
    complete: {kind: booleanKind},
  }),
  ({rrule, dtstart, ...rest}): Reading<Frequency> => {
    const until = rrule?.parts.get('UNTIL')
    if (rrule?.parts.has('COUNT') && dtstart === undefined) {
      return {wrong: 'has COUNT, which counts from a `dtstart`, and there is none', hint: 'Write dtstart: 2026-01-05'}
    }
    if (until !== undefined && dtstart !== undefined && until.includes('T') !== dtstart.includes('T')) {
      const hint = until.includes('T') ? 'Write dtstart: 2026-01-05T00:00:00Z' : 'Write dtstart: 2026-01-05'
      return {
        wrong: `has UNTIL=${until} and dtstart ${dtstart}: both must be days, or both times`,
        hint,
        at: ['dtstart'],
      }
    }
    return {value: present({...rest, dtstart, rrule: rrule?.text})}
  },
)

const frequencyKey = tagKey<Frequency>({
  key: 'update_frequency',
  aliases: ['release_schedule'],
  level: 'show',
  kind: eitherOf(word, map),
  meaning:
    'How often a new episode comes: in words, or as a rule of RFC 5545. `complete: true` says that no more will come.',
  example: 'update_frequency: {text: Every Monday, rrule: "FREQ=WEEKLY;BYDAY=MO"}',
})

export const updateFrequency: Tag = {
  name: 'podcast:updateFrequency',
  spec: specOf('update-frequency'),
  summary: '`update_frequency`: when new episodes come: `weekly`, or a rule of RFC 5545. `complete: true` ends it.',
  authored: frequencyKey,
  member: {name: 'update_frequency'},
  channel: ({channel}) => {
    const frequency = frequencyKey.of(channel)
    if (frequency === undefined) return []
    const {text: label, rrule, dtstart, complete = channel.complete} = frequency
    const attributes = {rrule, dtstart, complete: complete || undefined}
    return [
      label === undefined
        ? xml('podcast:updateFrequency', attributes)
        : xml('podcast:updateFrequency', attributes, label),
    ]
  },
}
