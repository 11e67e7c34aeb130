import {isCountry} from '../text/country-codes.ts'
import {xml} from '../text/markup/xml.ts'
import {integer, quotedAuthored, scalarKind} from './kinds/value-kinds.ts'
import {listOf, mapped} from './kinds/value-shapes.ts'
import {attributesOf, authored, type Namespace, textOf} from './tag.ts'

const spec = 'https://podcasters.spotify.com/terms/podcast-delivery-specification'

const country = scalarKind('country code', {type: 'string', pattern: '^[A-Za-z]{2}$'}, (value) =>
  isCountry(value)
    ? {value: value.toLowerCase()}
    : {wrong: `is ${quotedAuthored(value)}, but must be a country of ISO 3166`, hint: 'Write SE, or [SE, NO]'},
)

/** What Spotify reads and nobody else does. */
export const spotify: Namespace = {
  prefix: 'spotify',
  uri: 'http://www.spotify.com/ns/rss',
  tags: [
    authored<number>({
      name: 'spotify:limit',
      spec,
      summary: '`spotify_limit`: how many of the newest episodes Spotify lists.',
      key: 'spotify_limit',
      level: 'show',
      kind: integer({min: 1}),
      meaning: 'How many of the newest episodes Spotify lists.',
      example: 'spotify_limit: 100',
      fromFeed: ([element]) => (element === undefined ? undefined : attributesOf(element).recentCount),
      write: (recentCount) => [xml('spotify:limit', {recentCount})],
    }),
    authored<readonly string[]>({
      name: 'spotify:countryOfOrigin',
      spec,
      summary:
        '`country_of_origin`: the countries that the show is made for. It ranks higher there in charts and in search.',
      key: 'country_of_origin',
      aliases: ['spotify_country_of_origin', 'countries'],
      level: 'show',
      kind: mapped(listOf(country), (codes) => [...new Set(codes)]),
      meaning: 'The countries that the show is made for. There, Spotify ranks it higher in charts and in search.',
      example: 'country_of_origin: [SE, NO]',
      fromFeed: ([element]) => (element === undefined ? undefined : textOf(element).split(/\s+/)),
      write: (codes) => [xml('spotify:countryOfOrigin', {}, codes.join(' '))],
    }),
  ],
}
