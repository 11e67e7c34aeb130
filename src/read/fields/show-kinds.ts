import type {AbsoluteUrl} from '../../model/absolute-url.ts'
import type {Authored, ValueKind} from '../../tags/kinds/value-kind.ts'
import {isAbsent, scalarKind} from '../../tags/kinds/value-kinds.ts'
import {mapped} from '../../tags/kinds/value-shapes.ts'
import {email, webUrl} from '../../tags/kinds/value-texts.ts'
import {analyticsServices} from '../../text/addresses/analytics-prefixes.ts'
import {isSitePath, privateFolder} from '../../text/addresses/site-path.ts'
import {nearName} from '../../text/near-name.ts'
import {isTimeZone} from '../../text/time/dates.ts'
import {parseDuration} from '../../text/time/durations.ts'
import {isAuthoredMap} from '../data/authored-data.ts'

/** The address of a folder. Without the final `/`, a relative path would replace the last part of the address. */
export const folderUrl: ValueKind<AbsoluteUrl> = mapped(webUrl, (url) => {
  const {pathname, search} = new URL(url)
  return (pathname.endsWith('/') || search !== '' ? url : `${url.split('#')[0]}/`) as AbsoluteUrl
})

export const timeZone = scalarKind(
  'time zone',
  {type: 'string', examples: ['Europe/Berlin', 'America/New_York']},
  (value) =>
    isTimeZone(value)
      ? {value}
      : {
          wrong: `is "${value.slice(0, 60)}", which is no time zone`,
          hint: 'Write an IANA name: Europe/Berlin, America/New_York, UTC',
        },
)

/** Apps sort an episode with a date in the future to the top, or hide it. An hour is the most that does no harm. */
const mostEarlyInSeconds = 60 * 60

/** How long before its date an episode may be published, in seconds. */
export const earliness: ValueKind<number> = scalarKind('duration', {type: ['string', 'number']}, (value) => {
  const seconds = /^\d+$/.test(value) ? undefined : parseDuration(value)
  if (seconds !== undefined && seconds <= mostEarlyInSeconds) return {value: seconds}
  return {
    wrong: `is "${value.slice(0, 60)}", but must be a duration with its unit, of an hour at most`,
    hint: 'Write 10 minutes',
  }
})

const unitsInSeconds: Readonly<Record<string, number>> = {hour: 3600, day: 86_400, week: 604_800}
const mostAheadInSeconds = 366 * 86_400

/** How long before its date members get an episode, in seconds. A day has 24 hours, even when the clocks change. */
export const timeAhead: ValueKind<number> = scalarKind('duration', {type: 'string'}, (value) => {
  const [, count = '', unit = ''] = /^(\d{1,5}) ?(hour|day|week)s?$/i.exec(value.trim()) ?? []
  const seconds = Number(count) * (unitsInSeconds[unit.toLowerCase()] ?? 0)
  if (seconds > 0 && seconds <= mostAheadInSeconds) return {value: seconds}
  return {
    wrong: `is "${value.slice(0, 60)}", but must be a number of hours, days or weeks, of a year at most`,
    hint: 'Write 3 days',
  }
})

/** Says that a feed has none of the services that its show has. */
export const noPrefix = 'none'

/** A service that counts downloads. The author writes its name, or the address that stands before the address of the file. */
export const analyticsPrefix: ValueKind<string> = scalarKind<string>(
  `one of ${Object.keys(analyticsServices).join(', ')}, or an address`,
  {type: 'string', examples: [...Object.keys(analyticsServices), 'https://pdcn.co/e/']},
  (value, zone) => {
    const name = value.toLowerCase()
    if (name === noPrefix || Object.hasOwn(analyticsServices, name)) return {value: name}
    const reading = webUrl.read(value, {timeZone: zone})
    if ('value' in reading) return reading
    const near = nearName(name, Object.keys(analyticsServices))
    return {
      wrong: `is "${value.slice(0, 60)}", which is no service that is known and no address`,
      hint:
        near === undefined
          ? `Write ${Object.keys(analyticsServices).join(', ')}, or https://…`
          : `Did you mean "${near}"?`,
    }
  },
)

type Owner = {readonly name?: string; readonly email: string}

/** The owner of a show whose author wants no address in its feed, and wants to hear no more of it. */
export const noOwner: Owner = {email: ''}

/** `Mara Winter <mara@example.org>` as in the From line of a mail, or only the address, or `none`. */
export const ownerLine: ValueKind<Owner> = scalarKind('name <address>', {type: 'string'}, (value, zone) => {
  if (/^none$/i.test(value)) return {value: noOwner}
  const match = /^([^<>]{0,200})<([^<>]{1,254})>$/.exec(value)
  const reading = email.read(match?.[2] ?? value, {timeZone: zone})
  if (!('value' in reading)) return reading
  const name = match?.[1]?.trim() ?? ''
  return {value: name === '' ? {email: reading.value} : {name, email: reading.value}}
})

/** A path below the site, without the leading `/`. */
export const feedPath = scalarKind('path of a feed', {type: 'string'}, (value) => {
  const path = value.replace(/^\/+/, '')
  if (path.toLowerCase().startsWith(`${privateFolder}/`))
    return {
      wrong: `is in ${privateFolder}/, where Castwright keeps its own lists and hosts serve nothing`,
      hint: 'Write feed.xml, or podcast/feed.xml',
    }
  if (/^[\w.~-]+(?:\/[\w.~-]+)*$/.test(path) && isSitePath(path)) return {value: path}
  return {
    wrong: `is "${value.slice(0, 60)}", but must be a path below the site`,
    hint: 'Write feed.xml, or podcast/feed.xml',
  }
})

export const keyNames: ValueKind<ReadonlyMap<string, string>> = {
  name: 'map of field names to keys',
  jsonSchema: {type: 'object', additionalProperties: {type: 'string'}},
  read: (authored: Authored) => {
    if (isAbsent(authored)) return {absent: true}
    const entries = isAuthoredMap(authored) ? Object.entries(authored) : []
    const wrong = {
      wrong: 'must be a map from our field names to the keys of this show',
      hint: 'Write {audio.url: podcast_file, number: episode}',
    }
    if (entries.length === 0 || entries.some(([, key]) => typeof key !== 'string')) return wrong
    return {value: new Map(entries.map(([name, key]) => [name, String(key).trim()]))}
  },
}
