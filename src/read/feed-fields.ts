import {feedFormatNames} from '../model/feed-plan.ts'
import type {Authored, ValueKind} from '../tags/value-kind.ts'
import {booleanKind, integer, isAbsent, oneOf, text} from '../tags/value-kinds.ts'
import {sizeInBytes} from '../tags/value-numbers.ts'
import {listOf, mapped} from '../tags/value-shapes.ts'
import {languageTag, uuid} from '../tags/value-texts.ts'
import {isAuthoredMap} from './authored-data.ts'
import type {AuthoredMap} from './data-syntaxes.ts'
import {type FieldsOf, type FieldTable, row} from './fields.ts'
import {picture} from './media-kinds.ts'
import {analyticsPrefix, feedPath, noPrefix, timeAhead} from './show-kinds.ts'

/** A budget is a round number, so what `1 MB` means exactly needs no remark. */
const budget: ValueKind<number> = {
  ...sizeInBytes,
  read: (authored, context) => {
    const reading = sizeInBytes.read(authored, context)
    return 'value' in reading ? {value: reading.value} : reading
  },
}

/** So many items at least: archives of one or two would be thousands of files. */
const fewestItems = 10

/** What feeds of a show may have in common, so the show may say it as well. */
export const feedSizeFields = {
  items_per_feed: row({
    keys: ['items_per_feed', 'items', 'feed_limit'],
    kind: integer({min: fewestItems}),
    summary:
      'Keeps a feed small: it holds so many of the newest episodes, and up to twice as many until the next archive is full; older ones are in archives of so many each (RFC 5005). Apple Podcasts and Spotify read no archives.',
    example: 'items_per_feed: 300',
    default: 'all episodes are in the feed',
  }),
  feed_budget: row({
    keys: ['feed_budget', 'budget'],
    kind: budget,
    summary: 'A feed with more bytes than this is reported.',
    example: 'feed_budget: 500 kB',
    default: '2 MB',
  }),
} as const satisfies FieldTable

/** The fields of one feed, below `feeds` in `show.yaml`: first what is in it, then what it is. */
export const feedFields = {
  media: row({
    keys: ['media'],
    kind: oneOf(['audio', 'video', 'all']),
    summary:
      'Only episodes with sound, or with a film, which then is what apps download. `all` takes the sound first, and the film where there is no sound.',
    example: 'media: video',
    default: 'all',
  }),
  season: row({
    keys: ['season', 'seasons'],
    kind: listOf(integer({min: 0})),
    summary: 'Only episodes of this season, or of these.',
    example: 'season: 1',
  }),
  tag: row({
    keys: ['tag', 'tags'],
    kind: listOf(text()),
    summary: 'Only episodes with this tag, or with one of these.',
    example: 'tag: best',
  }),
  language: row({
    keys: ['language', 'languages', 'lang'],
    kind: listOf(languageTag),
    summary: 'Only episodes in this language (`pt` takes `pt-BR` as well), which is then that of the feed.',
    example: 'language: de',
  }),
  type: row({
    keys: ['type', 'types', 'episode_type'],
    kind: listOf(oneOf(['full', 'trailer', 'bonus'])),
    summary: 'Only episodes of this type, or of these.',
    example: 'type: full',
  }),
  person: row({
    keys: ['person', 'people', 'guest', 'host'],
    kind: listOf(text()),
    summary: 'Only episodes with this person, or with one of these.',
    example: 'person: Mara Winter',
  }),
  first: row({
    keys: ['first', 'oldest'],
    kind: integer({min: 1}),
    summary: 'Of those that are left, only so many of the oldest.',
    example: 'first: 5',
  }),
  latest: row({
    keys: ['latest', 'newest', 'last'],
    kind: integer({min: 1}),
    summary: 'Of those that are left, only so many of the newest.',
    example: 'latest: 10',
  }),
  order: row({
    keys: ['order', 'sort'],
    kind: oneOf(['newest', 'oldest']),
    summary: '`oldest` for a feed that is heard from its first episode on: apps are told that it is serial.',
    example: 'order: oldest',
    default: 'newest',
  }),
  transcript: row({
    keys: ['transcript', 'transcripts'],
    kind: booleanKind,
    summary: '`true` puts the whole transcript into every item, for people who read.',
    example: 'transcript: true',
    default: 'false',
  }),
  title: row({
    keys: ['title'],
    kind: text(),
    summary: 'Its title.',
    example: 'title: Night Trains (Video)',
    default: 'the title of the show with the name of the feed, `Night Trains (Video)`',
  }),
  subtitle: row({keys: ['subtitle'], kind: text(), summary: 'One line more.', example: 'subtitle: To be seen'}),
  description: row({
    keys: ['description', 'summary'],
    kind: text(),
    summary: 'What it is about.',
    example: 'description: The films of the show.',
    default: 'that of the show',
  }),
  image: row({
    keys: ['image', 'artwork', 'cover'],
    kind: picture,
    summary: 'Its own cover art.',
    example: 'image: cover-video.jpg',
    default: 'that of the show',
  }),
  path: row({
    keys: ['path', 'rss'],
    kind: feedPath,
    summary: 'Where it is, below the site.',
    example: 'path: video.xml',
    default: 'its name with `.xml`',
  }),
  atom: row({
    keys: ['atom'],
    kind: feedPath,
    summary: 'Where its Atom form is. Written only if this or `formats` asks for it.',
    example: 'atom: video.atom.xml',
    default: 'its name with `.atom.xml`',
  }),
  json: row({
    keys: ['json'],
    kind: feedPath,
    summary: 'Where its JSON Feed is. Written only if this or `formats` asks for it.',
    example: 'json: video.json',
    default: 'its name with `.json`',
  }),
  formats: row({
    keys: ['formats', 'format'],
    kind: mapped(listOf(oneOf(feedFormatNames)), (list) => [...new Set(list)]),
    summary: 'The formats it is written in. Podcast apps read RSS.',
    example: 'formats: [rss, atom, json]',
    default: 'RSS, for the main feed all three',
  }),
  guid: row({
    keys: ['guid'],
    kind: uuid,
    summary: 'Its own identity. Write it down before its address changes.',
    example: 'guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810',
    default: 'follows from its address; for the main feed, that of the show',
  }),
  item_guids: row({
    keys: ['item_guids', 'item_guid'],
    kind: oneOf(['same', 'own']),
    summary:
      '`own` where an app must not take its episodes for those of the main feed, as for a film that differs from the sound.',
    example: 'item_guids: own',
    default: 'same',
  }),
  prefixes: row({
    keys: ['prefixes', 'prefix'],
    kind: mapped(listOf(analyticsPrefix), (list) => list.filter((each) => each !== noPrefix)),
    summary: 'Services that count its downloads, or `none`.',
    example: 'prefixes: none',
    default: 'those of the show',
  }),
  ...feedSizeFields,
  members: row({
    keys: ['members'],
    kind: text(),
    summary:
      'A private feed: each member has it at an address that nobody can guess. The names stand in a file beside `show.yaml`, one a line, or in a variable of the environment (`$MEMBERS`).',
    example: 'members: members.txt',
  }),
  early: row({
    keys: ['early'],
    kind: timeAhead,
    summary:
      'Members have an episode so much before its date, and nobody else knows of it. Only with `members`. In this feed that time is its date, now and later; services that count downloads are left out unless the feed names them.',
    example: 'early: 3 days',
    default: 'members have episodes when everybody has them',
  }),
  block: row({
    keys: ['block', 'blocked'],
    kind: booleanKind,
    summary: '`true` keeps it out of directories, and no page links it.',
    example: 'block: true',
    default: 'that of the show',
  }),
} as const satisfies FieldTable

export type FeedFields = FieldsOf<typeof feedFields>

const keysOfFeed = Object.entries(feedFields).flatMap(([name, {keys, kind, summary, example}]) => {
  const description = `${summary}\n\n${example}`
  return [name, ...keys].map((key) => [key, {description, ...kind.jsonSchema}] as const)
})

/** Read feed by feed, once the rest of the show is known (`show-feeds.ts`); here only its shape is judged. */
export const feedMap: ValueKind<AuthoredMap> = {
  name: 'map: paths of the main feed, and further feeds',
  jsonSchema: {
    type: 'object',
    properties: Object.fromEntries(feedFormatNames.map((format) => [format, feedPath.jsonSchema])),
    additionalProperties: {
      anyOf: [
        {type: 'object', properties: Object.fromEntries(keysOfFeed), additionalProperties: false},
        {type: 'null'},
      ],
    },
  },
  read: (authored: Authored) => {
    if (isAbsent(authored)) return {absent: true}
    if (isAuthoredMap(authored)) return {value: authored}
    return {wrong: 'must be a map of feeds', hint: 'Write feeds: {rss: podcast.xml}, or feeds: {video: {media: video}}'}
  },
}
