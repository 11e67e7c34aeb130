import type {EpisodeType} from '../model/episode.ts'
import type {ValueKind} from '../tags/value-kind.ts'
import {booleanKind, decimal, integer, oneOf, scalarKind, text} from '../tags/value-kinds.ts'
import {dateTime} from '../tags/value-numbers.ts'
import {eitherOf, listOf, mapped} from '../tags/value-shapes.ts'
import {languageTag, prose, urlOrPath} from '../tags/value-texts.ts'
import {episodeMediaFields} from './episode-media-fields.ts'
import {type FieldsOf, type FieldTable, row} from './fields.ts'
import {linkList} from './link-kinds.ts'
import {personList} from './person-kinds.ts'

/** Site generators use `type` for the template of the page; those words say nothing about the episode. */
const templateTypes = new Set([
  'episode',
  'episodes',
  'podcast',
  'podcasts',
  'post',
  'posts',
  'page',
  'show',
  'audio',
  'video',
  'normal',
])
const episodeTypes = oneOf(['full', 'trailer', 'bonus'])
const episodeType: ValueKind<EpisodeType> = {
  ...episodeTypes,
  read: (authored, context) =>
    typeof authored === 'string' && templateTypes.has(authored.trim().toLowerCase())
      ? {absent: true}
      : episodeTypes.read(authored, context),
}

/** `tags: "one, two"` is a list as well. */
const words = mapped(listOf(text()), (list) =>
  list.length === 1 ? (list[0] ?? '').split(/\s*,\s*/).filter((each) => each !== '') : list,
)

const id = scalarKind('text', {type: ['string', 'number']}, (value) => ({value}))

/** What an episode is, says and is called. */
const ownFields = {
  title: row({
    keys: ['title', 'episode.title', 'name'],
    kind: text(),
    summary: 'The title, without show name and number.',
    example: 'title: First light',
  }),
  subtitle: row({
    keys: ['subtitle', 'episode.subtitle'],
    kind: prose,
    summary: 'One line more.',
    example: 'subtitle: A night train to Narvik',
  }),
  summary: row({
    keys: ['summary', 'description', 'excerpt', 'episode.description', 'episode.summary'],
    kind: prose,
    summary: 'A paragraph for lists and feeds; without it, the first one of the show notes.',
    example: 'summary: Mara takes the night train.',
  }),
  date: row({
    keys: [
      'publishDate',
      'date',
      'pubDate',
      'published_at',
      'publication_date',
      'publication',
      'release_date',
      'episode.date',
      'datum',
      'upload_date',
    ],
    kind: dateTime,
    summary:
      'When it is published. Without a zone it is in the time zone of the show; ahead of the clock it is scheduled.',
    example: 'date: 2024-01-31 09:00',
  }),
  not_before: row({
    keys: ['not_before'],
    kind: dateTime,
    summary: 'Held back until then, whatever the date says and however early the show may publish.',
    example: 'not_before: 2024-01-31 09:00',
  }),
  published: row({
    keys: ['published'],
    kind: eitherOf(booleanKind, dateTime),
    summary: '`false` is a draft; a date is the date.',
    example: 'published: false',
  }),
  updated: row({
    keys: ['updated', 'lastmod', 'modified', 'updated_at', 'date_modified', 'last_modified_at'],
    kind: dateTime,
    summary: 'When the text was last changed.',
    example: 'updated: 2024-02-02',
  }),
  season: row({
    keys: ['season', 'season_number', 'episode.seasonNumber', 'episode.season'],
    kind: integer({min: 0}),
    summary: 'The number of the season.',
    example: 'season: 2',
  }),
  season_name: row({
    keys: ['season_name', 'seasonTitle'],
    kind: text({maxCharacters: 128}),
    summary: 'The name of the season.',
    example: 'season_name: North',
  }),
  episode: row({
    keys: ['episode', 'number', 'episode_number', 'episode.episodeNumber', 'episode.number', 'episode.episode', 'ep'],
    kind: decimal({min: 0}),
    summary: 'The number of the episode.',
    example: 'episode: 12',
  }),
  type: row({
    keys: ['type', 'episode_type', 'episode.type', 'episode.episodeType'],
    kind: episodeType,
    summary: '`full`, `trailer` or `bonus`.',
    example: 'type: bonus',
    default: 'full',
  }),
  explicit: row({
    keys: ['explicit', 'episode.explicit'],
    kind: booleanKind,
    summary: 'Whether it has strong language.',
    example: 'explicit: true',
    default: 'that of the show',
  }),
  block: row({
    keys: ['block', 'episode.block', 'blocked'],
    kind: booleanKind,
    summary: 'Keeps it out of Apple Podcasts.',
    example: 'block: true',
    default: 'false',
  }),
  draft: row({
    keys: ['draft', 'upcoming', 'unlisted', 'episode.draft'],
    kind: booleanKind,
    summary: 'Leaves no trace in what is published.',
    example: 'draft: true',
    default: 'false',
  }),
  guid: row({
    keys: ['guid', 'episode_guid', 'episode.guid'],
    kind: text(),
    summary: 'The identity of the episode in every app. Never change it.',
    example: 'guid: 0b7c1a52-6f43-4a8e-9d0e-2f6f2f0f7a11',
  }),
  id: row({
    keys: ['id'],
    kind: id,
    summary: 'Taken for the guid if it is a UUID.',
    example: 'id: 0b7c1a52-6f43-4a8e-9d0e-2f6f2f0f7a11',
  }),
  slug: row({
    keys: ['slug', 'episode.slug'],
    kind: text(),
    summary: 'The last part of the address of its page.',
    example: 'slug: first-light',
    default: 'the file name',
  }),
  permalink: row({
    keys: ['permalink'],
    kind: text(),
    summary: 'Its last part is the slug where there is no `slug`.',
    example: 'permalink: /episodes/first-light/',
  }),
  link: row({
    keys: ['link', 'url', 'jb_url', 'fireside_url', 'external_url', 'canonical_url'],
    kind: mapped(urlOrPath, (url): readonly string[] => [url]),
    joins: true,
    summary: 'A page about the episode elsewhere. If it ends like a media file, it is the media file.',
    example: 'link: https://example.org/first-light',
  }),
  aliases: row({
    keys: ['aliases', 'alias', 'redirect_from', 'old_urls'],
    kind: listOf(text()),
    joins: true,
    summary: 'Addresses that the page once had, below the site: each leads to where it is now.',
    example: 'aliases: [/2019/05/first-light.html]',
  }),
  hosts: row({
    keys: ['hosts', 'host'],
    kind: personList,
    summary: 'Who hosts it, if not the hosts of the show.',
    example: 'hosts: [Mara Winter]',
  }),
  guests: row({
    keys: ['guests', 'guest', 'interviewee'],
    kind: personList,
    summary: 'Who is there besides.',
    example: 'guests: [{name: Jo Lund, url: https://example.org/jo}]',
  }),
  people: row({
    keys: ['people', 'persons', 'contributors', 'speakers', 'speaker'],
    kind: personList,
    joins: true,
    summary: 'Others, each with a role.',
    example: 'people: [{name: Ada Berg, role: Audio Editor}]',
  }),
  author: row({
    keys: ['author', 'authors'],
    kind: personList,
    summary: 'Read as the hosts where there are none.',
    example: 'author: Mara Winter',
  }),
  tags: row({
    keys: ['tags', 'keywords', 'categories', 'category', 'topics'],
    kind: words,
    joins: true,
    summary: 'Words to find it by.',
    example: 'tags: [trains, night]',
  }),
  language: row({
    keys: ['language', 'lang'],
    kind: languageTag,
    summary: 'If not that of the show.',
    example: 'language: de',
  }),
  links: row({
    keys: ['links', 'show_links'],
    kind: linkList,
    joins: true,
    summary: 'Added to the show notes.',
    example: 'links: [{text: The timetable, url: https://example.org/timetable}]',
  }),
} as const satisfies FieldTable

/**
 * The fields of an episode. The keys are those of the field's tools and shows, so that an existing repository builds
 * without an edit; the order is the priority (`PublishDate` is when a Hugo show is published, `Date` when it was written).
 */
export const episodeFields = {...ownFields, ...episodeMediaFields} as const satisfies FieldTable

export type EpisodeFields = FieldsOf<typeof episodeFields>
