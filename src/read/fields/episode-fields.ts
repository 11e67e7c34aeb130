import type {EpisodeType} from '../../model/episode.ts'
import type {ValueKind} from '../../tags/kinds/value-kind.ts'
import {booleanKind, integer, oneOf, scalarKind, text} from '../../tags/kinds/value-kinds.ts'
import {dateTime} from '../../tags/kinds/value-numbers.ts'
import {listOf, mapped} from '../../tags/kinds/value-shapes.ts'
import {languageTag, prose, titleText, urlOrPath} from '../../tags/kinds/value-texts.ts'
import {episodeMediaFields} from './episode-media-fields.ts'
import {episodeNumber} from './episode-number.ts'
import {episodePublishingFields} from './episode-publishing-fields.ts'
import {type FieldsOf, type FieldTable, row} from './field-table.ts'
import {linkList, translationMap} from './link-kinds.ts'
import {personList} from './person-kinds.ts'

/** Site generators use `type` for the template of the page. These words say nothing about the episode. */
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

/** Two dates do not contradict each other if only one of them has a time, or if their zones differ. */
function isSameDay(one: unknown, other: unknown): boolean {
  return one instanceof Date && other instanceof Date && Math.abs(one.getTime() - other.getTime()) < 86_400_000
}

const id = scalarKind('text', {type: ['string', 'number']}, (value) => ({value}))

/** The fields for what an episode is, what it says and what it is called. */
const ownFields = {
  title: row({
    keys: ['title', 'episode.title', 'name'],
    kind: titleText,
    mayDiffer: true,
    summary: 'The title, without the name of the show and the number.',
    example: 'title: First light',
  }),
  translations: row({
    keys: ['translations', 'hreflang'],
    kind: translationMap,
    summary:
      'The same episode in other languages: the address of its page by language. The page links to it, and tells search engines (`hreflang`). The other episode names this one in the same way, or search engines believe neither.',
    example: 'translations: {de: https://example.org/nachtzuege/episodes/nach-narvik/}',
  }),
  subtitle: row({
    keys: ['subtitle', 'episode.subtitle'],
    kind: prose,
    summary: 'A short line below the title.',
    example: 'subtitle: A night train to Narvik',
  }),
  summary: row({
    keys: ['summary', 'description', 'excerpt', 'episode.description', 'episode.summary'],
    kind: prose,
    mayDiffer: true,
    summary: 'A paragraph for lists and feeds. Without it, the first paragraph of the show notes is taken.',
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
    isDecisive: true,
    // Hugo's `date` says when the file was made. YouTube's `upload_date` says when the film was uploaded.
    mayDiffer: ['date', 'upload_date'],
    isRanked: true,
    agree: isSameDay,
    summary:
      'When the episode is published. A date without a zone is in the time zone of the show. An episode with a date in the future is held back until then.',
    example: 'date: 2024-01-31 09:00',
  }),
  ...episodePublishingFields,
  updated: row({
    keys: ['updated', 'lastmod', 'modified', 'updated_at', 'date_modified', 'last_modified_at'],
    kind: dateTime,
    mayDiffer: true,
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
    kind: episodeNumber,
    joins: true,
    summary:
      'The number of the episode. Pages and JSON Feed show a short code such as `V001`. Apps do not take it for a number.',
    example: 'episode: 12',
  }),
  type: row({
    keys: ['type', 'episode_type', 'episode.type', 'episode.episodeType'],
    kind: episodeType,
    summary: 'The type of the episode: `full`, `trailer` or `bonus`.',
    example: 'type: bonus',
    default: 'full',
  }),
  explicit: row({
    keys: ['explicit', 'episode.explicit'],
    kind: booleanKind,
    summary: 'Whether the episode has strong language.',
    example: 'explicit: true',
    default: 'the value of the show',
  }),
  block: row({
    keys: ['block', 'episode.block', 'blocked'],
    kind: booleanKind,
    isDecisive: true,
    summary: '`true` keeps the episode out of Apple Podcasts.',
    example: 'block: true',
    default: 'false',
  }),
  guid: row({
    keys: ['guid', 'episode_guid', 'episode.guid'],
    kind: text(),
    isDecisive: true,
    summary: 'The identity of the episode in every app. Never change it.',
    example: 'guid: 0b7c1a52-6f43-4a8e-9d0e-2f6f2f0f7a11',
  }),
  id: row({
    keys: ['id'],
    kind: id,
    summary: 'If this is a UUID, it is the guid.',
    example: 'id: 0b7c1a52-6f43-4a8e-9d0e-2f6f2f0f7a11',
  }),
  slug: row({
    keys: ['slug', 'episode.slug'],
    kind: text(),
    isDecisive: true,
    summary: 'The last part of the address of the episode’s page.',
    example: 'slug: first-light',
    default: 'the file name',
  }),
  permalink: row({
    keys: ['permalink'],
    kind: text(),
    isDecisive: true,
    summary: 'If there is no `slug`, the last part of this path is the slug.',
    example: 'permalink: /episodes/first-light/',
  }),
  link: row({
    keys: ['link', 'url', 'jb_url', 'fireside_url', 'external_url', 'canonical_url'],
    kind: mapped(urlOrPath, (url): readonly string[] => [url]),
    joins: true,
    summary:
      'A page about the episode on another site. It is `external_url` in JSON Feed and a related link in Atom. An address that ends like a media file is the media file.',
    example: 'link: https://example.org/first-light',
  }),
  aliases: row({
    keys: ['aliases', 'alias', 'redirect_from', 'old_urls'],
    kind: listOf(text()),
    joins: true,
    summary: 'Addresses below the site that the page had before. Each of them leads to the page.',
    example: 'aliases: [/2019/05/first-light.html]',
  }),
  hosts: row({
    keys: ['hosts', 'host'],
    kind: personList,
    joins: true,
    summary: 'The hosts of the episode, if they are not the hosts of the show.',
    example: 'hosts: [Mara Winter]',
  }),
  guests: row({
    keys: ['guests', 'guest', 'interviewee'],
    kind: personList,
    joins: true,
    summary: 'The guests of the episode.',
    example: 'guests: [{name: Jo Lund, url: https://example.org/jo}]',
  }),
  people: row({
    keys: ['people', 'persons', 'contributors', 'speakers', 'speaker'],
    kind: personList,
    joins: true,
    summary: 'Other people, each with a role.',
    example: 'people: [{name: Ada Berg, role: Audio Editor}]',
  }),
  author: row({
    keys: ['author', 'authors'],
    kind: personList,
    joins: true,
    summary: 'If the episode names no hosts, these are its hosts.',
    example: 'author: Mara Winter',
  }),
  tags: row({
    keys: ['tags', 'keywords', 'categories', 'category', 'topics', 'tag', 'keyword', 'topic'],
    kind: words,
    joins: true,
    summary: 'Words by which people find the episode.',
    example: 'tags: [trains, night]',
  }),
  language: row({
    keys: ['language', 'lang'],
    kind: languageTag,
    summary: 'The language of the episode, if it is not the language of the show.',
    example: 'language: de',
  }),
  links: row({
    keys: ['links', 'show_links'],
    kind: linkList,
    joins: true,
    summary: 'Links that are added to the show notes.',
    example: 'links: [{text: The timetable, url: https://example.org/timetable}]',
  }),
} as const satisfies FieldTable

/**
 * The fields of an episode. Their keys are those that other tools and shows use, so that an existing repository builds without an
 * edit. The order of the keys is their priority (in a Hugo show, `PublishDate` says when it is published, `Date` when it was written).
 */
export const episodeFields = {...ownFields, ...episodeMediaFields} as const satisfies FieldTable

export type EpisodeFields = FieldsOf<typeof episodeFields>
