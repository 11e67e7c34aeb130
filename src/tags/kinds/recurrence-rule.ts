import {nearName} from '../../text/near-name.ts'

/** What is wrong with a rule, and what to write. */
export type RuleFault = {readonly wrong: string; readonly hint?: string}

const weekdays = '(?:MO|TU|WE|TH|FR|SA|SU)'
const frequencies = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const

function list(item: string): RegExp {
  return new RegExp(`^${item}(?:,${item})*$`)
}

/** The parts of a rule with the form of their values. https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10 */
const parts: ReadonlyMap<string, RegExp> = new Map([
  ['FREQ', new RegExp(`^(?:${frequencies.join('|')})$`)],
  ['UNTIL', /^\d{8}(?:T\d{6}Z?)?$/],
  ['COUNT', /^[1-9]\d{0,8}$/],
  ['INTERVAL', /^[1-9]\d{0,8}$/],
  ['BYSECOND', list('(?:[0-5]?\\d|60)')],
  ['BYMINUTE', list('[0-5]?\\d')],
  ['BYHOUR', list('(?:1?\\d|2[0-3])')],
  ['BYDAY', list(`(?:[+-]?[1-9]\\d?)?${weekdays}`)],
  ['BYMONTHDAY', list('[+-]?(?:[1-9]|[12]\\d|3[01])')],
  ['BYYEARDAY', list('[+-]?[1-9]\\d{0,2}')],
  ['BYWEEKNO', list('[+-]?(?:[1-9]|[1-4]\\d|5[0-3])')],
  ['BYMONTH', list('(?:[1-9]|1[0-2])')],
  ['BYSETPOS', list('[+-]?[1-9]\\d{0,2}')],
  ['WKST', new RegExp(`^${weekdays}$`)],
])

export type RecurrenceRule = {readonly text: string; readonly parts: ReadonlyMap<string, string>}

/** `FREQ=WEEKLY;BYDAY=MO`, with or without the `RRULE:` of a calendar file in front. */
export function parseRecurrenceRule(written: string): RecurrenceRule | RuleFault {
  const text = written
    .replace(/^RRULE:/i, '')
    .replaceAll(/\s/g, '')
    .toUpperCase()
    .replace(/;$/, '')
  const found = new Map<string, string>()
  for (const part of text.split(';')) {
    const [name = '', value = '', ...rest] = part.split('=')
    const form = parts.get(name)
    if (form === undefined) {
      const near = nearName(name, parts.keys())
      const hint = near === undefined ? 'Write FREQ=WEEKLY;BYDAY=MO' : `Did you mean "${near}"?`
      return {wrong: `has "${name.slice(0, 30)}", which is no part of a rule of RFC 5545`, hint}
    }
    if (found.has(name)) return {wrong: `has ${name} twice`}
    if (rest.length > 0 || !form.test(value)) {
      return {wrong: `has ${name}=${value.slice(0, 30)}, which no calendar understands`, hint: hintOf(name, value)}
    }
    found.set(name, value)
  }
  if (!found.has('FREQ')) return {wrong: 'has no FREQ', hint: 'Write FREQ=WEEKLY;BYDAY=MO'}
  if (found.has('COUNT') && found.has('UNTIL')) return {wrong: 'has COUNT and UNTIL, but a rule ends only once'}
  return {text, parts: found}
}

function hintOf(name: string, value: string): string {
  if (name === 'FREQ') return `Did you mean "FREQ=${nearName(value, frequencies) ?? 'WEEKLY'}"?`
  return {BYDAY: 'Write BYDAY=MO,WE', UNTIL: 'Write UNTIL=20261231'}[name] ?? `Write ${name}=1`
}
