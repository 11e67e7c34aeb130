import {isCountry} from '../../text/country-codes.ts'
import {xml} from '../../text/markup/xml.ts'
import type {Authored, ValueKind} from '../kinds/value-kind.ts'
import {oneOf, quotedAuthored, scalarKind, text} from '../kinds/value-kinds.ts'
import {eitherOf, listOf, mapped, objectOf} from '../kinds/value-shapes.ts'
import {tagKey, tagOf} from '../tag.ts'
import {specOf} from './podcast-spec.ts'

type Location = {
  readonly name: string
  readonly geo?: string
  readonly osm?: string
  readonly rel?: 'subject' | 'creator'
  readonly country?: string
}

const geoHint = 'Write geo:38.72,-9.14: latitude first, north and east without a sign'

/** A `geo:` URI (RFC 5870). `38.72, -9.14`, as map sites copy it, is one without its scheme. */
const geoText = scalarKind('geo URI', {type: 'string', examples: ['geo:38.72,-9.14']}, (value) => {
  const match =
    /^(?:geo:)?\s*(-?\d{1,3}(?:\.\d{1,15})?)\s*,\s*(-?\d{1,3}(?:\.\d{1,15})?)(,-?\d{1,6}(?:\.\d{1,9})?)?((?:;[\w-]+=[\w.-]+)*)$/i.exec(
      value,
    )
  if (!match) return {wrong: `is ${quotedAuthored(value)}, but must be a geo URI`, hint: geoHint}
  const [, latitude = '', longitude = '', altitude = '', parameters = ''] = match
  if (Math.abs(Number(latitude)) > 90)
    return {wrong: `has the latitude ${latitude}, but there is none beyond 90`, hint: geoHint}
  if (Math.abs(Number(longitude)) > 180)
    return {wrong: `has the longitude ${longitude}, but there is none beyond 180`, hint: geoHint}
  return {value: `geo:${latitude},${longitude}${altitude}${parameters}`}
})

const geo: ValueKind<string> = {
  ...geoText,
  read: (authored: Authored, context) =>
    geoText.read(Array.isArray(authored) && authored.length === 2 ? authored.join(',') : authored, context),
}

/** `R1484268`, `relation/1484268`, or the address of the page on OpenStreetMap. */
const osm = scalarKind('id of OpenStreetMap', {type: 'string', examples: ['R1484268']}, (value) => {
  const match =
    /^(?:https?:\/\/(?:www\.)?openstreetmap\.org\/)?(n(?:ode)?|w(?:ay)?|r(?:elation)?)\/?(\d{1,15})(#\d{1,9})?$/i.exec(
      value,
    )
  if (match) return {value: `${match[1]?.[0]?.toUpperCase()}${match[2]}${match[3] ?? ''}`}
  const hint = 'Write R1484268: N, W or R for node, way or relation, and the number in the address of its page'
  return {wrong: `is ${quotedAuthored(value)}, but must be an id of OpenStreetMap`, hint}
})

const country = scalarKind('country code', {type: 'string', pattern: '^[A-Za-z]{2}$'}, (value) => {
  if (isCountry(value)) return {value: value.toUpperCase()}
  const hint =
    value.toLowerCase() === 'uk' ? 'Write GB: ISO 3166 has no UK' : 'Write two letters of ISO 3166: GB, DE, PT'
  return {wrong: `is ${quotedAuthored(value)}, but must be a country of ISO 3166`, hint}
})

const locationName = text({maxCharacters: 128})

export const locationKey = tagKey<readonly Location[]>({
  key: 'location',
  aliases: ['locations'],
  level: 'both',
  kind: listOf(
    eitherOf(
      mapped(locationName, (name) => ({name})),
      objectOf({
        name: {kind: locationName, required: true},
        geo: {kind: geo},
        osm: {kind: osm},
        rel: {kind: oneOf(['subject', 'creator'])},
        country: {kind: country},
      }),
    ),
  ),
  meaning: 'The place that the show or the episode is about. With `rel: creator`, it is the place of the makers.',
  example: 'location: {name: "Lisbon, Portugal", geo: "geo:38.72,-9.14", country: PT, rel: creator}',
})

export const location = tagOf(locationKey, {
  name: 'podcast:location',
  spec: specOf('location'),
  summary: '`location`: the place that it is about, or the place of the makers (`rel: creator`).',
  member: {name: 'locations', text: 'name', many: true},
  // `rel` is written even if it has the default value, because older apps knew another default (namespace, location 2025).
  write: (locations) =>
    locations.map(({name, rel = 'subject', ...attributes}) => {
      const {geo: where, osm: id, country: code} = attributes
      return xml('podcast:location', {rel, geo: where, osm: id, country: code}, name)
    }),
})
