import {feedKinds} from '../../file-kinds/feed-kinds.ts'
import {type FeedFormatName, feedFormatNames} from '../../model/feed-settings.ts'
import type {Authored, ValueKind} from '../../tags/kinds/value-kind.ts'
import {booleanKind, integer, isAbsent, oneOf, quotedAuthored, text} from '../../tags/kinds/value-kinds.ts'
import {sizeInBytes} from '../../tags/kinds/value-numbers.ts'
import {listOf, mapped} from '../../tags/kinds/value-shapes.ts'
import {languageTag, uuid} from '../../tags/kinds/value-texts.ts'
import {isAuthoredMap} from '../data/authored-data.ts'
import type {AuthoredMap} from '../data/data-syntaxes.ts'
import {type FieldRow, type FieldsOf, type FieldTable, row} from './field-table.ts'
import {picture} from './media-kinds.ts'
import {analyticsPrefix, feedPath, noPrefix, timeAhead} from './show-kinds.ts'

/** A budget is a round number, so no remark is needed on what `1 MB` means exactly. */
const budget: ValueKind<number> = {
  ...sizeInBytes,
  read: (authored, context) => {
    const reading = sizeInBytes.read(authored, context)
    if ('wrong' in reading)
      return {...reading, wrong: `is ${quotedAuthored(authored)}, but must be ${budgetForm}`, hint: budgetHint}
    return 'value' in reading ? {value: reading.value} : reading
  },
}

const budgetForm = 'a size in bytes that a feed can have, 2 kB or more'
const budgetHint = 'Write the number with its unit: feed_budget: 500 kB'

/** A document must hold at least this many items: archives of one or two items would be thousands of files. */
const fewestItems = 10

/** Fields that the feeds of a show may have in common, so the show may have them as well. */
export const feedSizeFields = {
  items_per_feed: row({
    keys: ['items_per_feed', 'items', 'feed_limit'],
    kind: integer({min: fewestItems}),
    summary:
      'Keeps a feed small. The feed has at least this many of the newest episodes, and fewer than twice as many. Older episodes are in archives of this many each (RFC 5005). Apple Podcasts and Spotify read no archives.',
    example: 'items_per_feed: 300',
    default: 'all episodes are in the feed',
  }),
  feed_budget: row({
    keys: ['feed_budget', 'budget'],
    kind: budget,
    summary: 'If a feed has more bytes than this, a warning says so.',
    example: 'feed_budget: 500 kB',
    default: '2 MB',
  }),
} as const satisfies FieldTable

type OtherFormat = Exclude<FeedFormatName, 'rss'>

/** The paths of a feed in those formats that it has only if its author asks for them. */
function otherPaths(): Readonly<Record<OtherFormat, FieldRow<string>>> {
  const rows = feedKinds.flatMap(({name, label, extensions: [extension]}) => {
    if (name === 'rss') return []
    const fields = row({
      keys: [name],
      kind: feedPath,
      summary: `Its path as ${label}. This form is written only if this field or \`formats\` asks for it.`,
      example: `${name}: video${extension}`,
      default: `the name of the feed with \`${extension}\``,
    })
    return [[name, fields] as const]
  })
  return Object.fromEntries(rows) as Record<OtherFormat, FieldRow<string>>
}

/** The fields of one feed, below `feeds` in `show.yaml`. The first fields say what is in the feed, the others say what the feed is. */
export const feedFields = {
  media: row({
    keys: ['media'],
    kind: oneOf(['audio', 'video', 'all']),
    summary:
      '`audio`: only episodes with sound. `video`: only episodes with a film, and apps download the film. `all`: apps download the sound, or the film where there is no sound.',
    example: 'media: video',
    default: 'all',
  }),
  season: row({
    keys: ['season', 'seasons'],
    kind: listOf(integer({min: 0})),
    summary: 'Only episodes of this season, or of one of these seasons.',
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
    summary: 'Only episodes in this language, which is then the language of the feed. `pt` includes `pt-BR`.',
    example: 'language: de',
  }),
  type: row({
    keys: ['type', 'types', 'episode_type'],
    kind: listOf(oneOf(['full', 'trailer', 'bonus'])),
    summary: 'Only episodes of this type, or of one of these types.',
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
    summary: 'Of the episodes that the fields above choose, only this many of the oldest.',
    example: 'first: 5',
  }),
  latest: row({
    keys: ['latest', 'newest', 'last'],
    kind: integer({min: 1}),
    summary: 'Of the episodes that the fields above choose, only this many of the newest.',
    example: 'latest: 10',
  }),
  order: row({
    keys: ['order', 'sort'],
    kind: oneOf(['newest', 'oldest']),
    summary:
      '`oldest` is for a feed that people hear from its first episode on. It tells apps that the feed is serial.',
    example: 'order: oldest',
    default: 'newest',
  }),
  transcript: row({
    keys: ['transcript', 'transcripts'],
    kind: booleanKind,
    summary: '`true` puts the whole transcript into each item, for people who read episodes.',
    example: 'transcript: true',
    default: 'false',
  }),
  title: row({
    keys: ['title'],
    kind: text(),
    summary: 'The title of the feed.',
    example: 'title: Night Trains (Video)',
    default: 'the title of the show with the name of the feed, as in `Night Trains (Video)`',
  }),
  subtitle: row({
    keys: ['subtitle'],
    kind: text(),
    summary: 'A short line below its title.',
    example: 'subtitle: To be seen',
  }),
  description: row({
    keys: ['description', 'summary'],
    kind: text(),
    summary: 'What the feed is about.',
    example: 'description: The films of the show.',
    default: 'the description of the show',
  }),
  image: row({
    keys: ['image', 'artwork', 'cover'],
    kind: picture,
    summary: 'The cover art of the feed.',
    example: 'image: cover-video.jpg',
    default: 'the cover art of the show',
  }),
  path: row({
    keys: ['path', 'rss'],
    kind: feedPath,
    summary: 'The path of the feed below the site.',
    example: 'path: video.xml',
    default: 'the name of the feed with `.xml`',
  }),
  ...otherPaths(),
  formats: row({
    keys: ['formats', 'format'],
    kind: mapped(listOf(oneOf(feedFormatNames)), (list) => [...new Set(list)]),
    summary: 'The formats in which the feed is written. Podcast apps read RSS.',
    example: 'formats: [rss, atom, json]',
    default: 'RSS; all three for the main feed',
  }),
  guid: row({
    keys: ['guid'],
    kind: uuid,
    summary: 'The identity of the feed. Write it down before the address of the feed changes.',
    example: 'guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810',
    default: 'made from the address of the feed; for the main feed, the guid of the show',
  }),
  item_guids: row({
    keys: ['item_guids', 'item_guid'],
    kind: oneOf(['same', 'own']),
    summary:
      '`own`: episodes have another guid in this feed than in the main feed, so that no app takes the one for the other. This is right if a film differs from the sound.',
    example: 'item_guids: own',
    default: 'same',
  }),
  prefixes: row({
    keys: ['prefixes', 'prefix'],
    kind: mapped(listOf(analyticsPrefix), (list) => list.filter((each) => each !== noPrefix)),
    summary: 'Services that count the downloads of this feed, or `none`.',
    example: 'prefixes: none',
    default: 'the services of the show',
  }),
  ...feedSizeFields,
  members: row({
    keys: ['members'],
    kind: text(),
    summary:
      'A private feed: each member has it at an address that nobody can guess. The names of the members are in a file beside `show.yaml`, one name a line, or in an environment variable (`$MEMBERS`).',
    example: 'members: members.txt',
  }),
  early: row({
    keys: ['early'],
    kind: timeAhead,
    summary:
      'How long before its date members have an episode. Until that date, nobody else knows of it. Only a feed with `members` may have this field. In this feed, the date of each episode is this earlier time, and it stays so. Services that count downloads are left out, unless the feed names them.',
    example: 'early: 3 days',
    default: 'members have episodes when everybody has them',
  }),
  block: row({
    keys: ['block', 'blocked'],
    kind: booleanKind,
    summary: '`true` keeps the feed out of directories, and no page links to it.',
    example: 'block: true',
    default: 'the `block` of the show',
  }),
} as const satisfies FieldTable

export type FeedFields = FieldsOf<typeof feedFields>

const keysOfFeed = Object.entries(feedFields).flatMap(([name, {keys, kind, summary, example}]) => {
  const description = `${summary}\n\n${example}`
  return [name, ...keys].map((key) => [key, {description, ...kind.jsonSchema}] as const)
})

/** `show-feeds.ts` reads this map feed by feed when the rest of the show is known. Here only the shape of the map is judged. */
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
