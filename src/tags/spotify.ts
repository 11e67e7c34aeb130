import {isCountry} from '../text/country-codes.ts'
import {xml} from '../text/xml.ts'
import {authored, type Namespace} from './tag.ts'
import {integer, quoted, scalarKind} from './value-kinds.ts'
import {listOf, mapped} from './value-shapes.ts'

const spec = 'https://podcasters.spotify.com/terms/podcast-delivery-specification'

const country = scalarKind('country code', {type: 'string', pattern: '^[A-Za-z]{2}$'}, (value) =>
  isCountry(value)
    ? {value: value.toLowerCase()}
    : {wrong: `is ${quoted(value)}, but must be a country of ISO 3166`, hint: 'Write SE, or [SE, NO]'},
)

/** What Spotify reads and nobody else does. */
export const spotify: Namespace = {
  prefix: 'spotify',
  uri: 'http://www.spotify.com/ns/rss',
  tags: [
    authored<number>({
      name: 'spotify:limit',
      spec,
      summary: '`spotify_limit`: Spotify lists only so many of the newest episodes.',
      key: 'spotify_limit',
      level: 'show',
      kind: integer({min: 1}),
      example: 'spotify_limit: 100',
      write: (recentCount) => [xml('spotify:limit', {recentCount})],
    }),
    authored<readonly string[]>({
      name: 'spotify:countryOfOrigin',
      spec,
      summary: '`country_of_origin`: for whom the show is made; it ranks higher in charts and searches there.',
      key: 'country_of_origin',
      aliases: ['spotify_country_of_origin', 'countries'],
      level: 'show',
      kind: mapped(listOf(country), (codes) => [...new Set(codes)]),
      example: 'country_of_origin: [SE, NO]',
      write: (codes) => [xml('spotify:countryOfOrigin', {}, codes.join(' '))],
    }),
  ],
}
