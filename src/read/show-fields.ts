import {defaultHosts, hostNames} from '../model/serving.ts'
import {categories} from '../tags/value-categories.ts'
import {booleanKind, oneOf, text} from '../tags/value-kinds.ts'
import {eitherOf, listOf, mapped, objectOf} from '../tags/value-shapes.ts'
import {email, languageTag, prose, uuid, webUrl} from '../tags/value-texts.ts'
import {checkSettings} from './check-kinds.ts'
import {feedMap, feedSizeFields} from './feed-fields.ts'
import {type FieldsOf, type FieldTable, row} from './fields.ts'
import {picture} from './media-kinds.ts'
import {personList} from './person-kinds.ts'
import {pictureList} from './picture-kinds.ts'
import {analyticsPrefix, earliness, feedPath, folderUrl, keyNames, noPrefix, ownerLine, timeZone} from './show-kinds.ts'

/** The fields of `show.yaml`. */
export const showFields = {
  title: row({
    keys: ['title', 'name', 'podcast_title', 'podcast_name', 'show_title'],
    kind: text(),
    summary: 'The name of the show.',
    example: 'title: Night Trains',
  }),
  subtitle: row({
    keys: ['subtitle', 'tagline'],
    kind: prose,
    summary: 'One line more.',
    example: 'subtitle: Sleeper trains and their people',
  }),
  description: row({
    keys: ['description', 'summary', 'podcast_description'],
    kind: prose,
    summary: 'What the show is about. Apple Podcasts takes 4000 bytes.',
    example: 'description: Sleeper trains and the people who run them.',
  }),
  site_url: row({
    keys: ['site_url', 'site', 'link', 'url', 'website', 'base_url', 'homepage'],
    kind: folderUrl,
    summary: 'Where the output is published. May have a path.',
    example: 'site_url: https://example.org/night-trains/',
  }),
  language: row({
    keys: ['language', 'lang', 'language_code', 'locale'],
    kind: languageTag,
    summary: 'The language that is spoken.',
    example: 'language: en',
    default: 'en',
  }),
  author: row({
    keys: ['author', 'authors', 'podcast_author'],
    kind: mapped(listOf(text()), (list) => list.join(', ')),
    summary: 'Who makes the show, as apps print it.',
    example: 'author: Mara Winter',
    default: 'the hosts, else the title',
  }),
  owner: row({
    keys: ['owner'],
    kind: eitherOf(
      ownerLine,
      objectOf({name: {kind: text()}, email: {kind: email, required: true, aliases: ['mail']}}),
    ),
    summary: 'Whom directories write to. Everybody can read it in the feed; `none` leaves it out.',
    example: 'owner: {name: Mara Winter, email: mara@example.org}',
  }),
  owner_name: row({
    keys: ['owner_name'],
    kind: text(),
    summary: 'The name of `owner`.',
    example: 'owner_name: Mara Winter',
  }),
  email: row({
    keys: ['email', 'owner_email'],
    kind: email,
    summary: 'The address of `owner`.',
    example: 'email: mara@example.org',
  }),
  copyright: row({
    keys: ['copyright', 'copyright_notice'],
    kind: text({maxCharacters: 255}),
    summary: 'The copyright line.',
    example: 'copyright: © Mara Winter',
  }),
  categories: row({
    keys: ['categories', 'category'],
    kind: categories,
    summary: 'Categories of Apple’s list, the main one first.',
    example: 'categories: ["Society & Culture > Places & Travel", History]',
  }),
  explicit: row({
    keys: ['explicit'],
    kind: booleanKind,
    summary: 'Whether the show has strong language.',
    example: 'explicit: false',
    default: 'false',
  }),
  image: row({
    keys: ['image', 'artwork', 'cover', 'image_path', 'image_url', 'logo', 'podcast_image'],
    kind: picture,
    summary: 'Cover art: square, 1400 to 3000 pixels, JPEG or PNG.',
    example: 'image: cover.jpg',
  }),
  images: row({
    keys: ['images', 'pictures'],
    kind: pictureList,
    summary: 'Further pictures, each with what it is for (`banner`, `social`, `canvas`) and what is to be seen in it.',
    example: 'images: [{url: banner.jpg, purpose: banner, alt: A train in snow}]',
  }),
  type: row({
    keys: ['type', 'show_type'],
    kind: oneOf(['episodic', 'serial']),
    summary: '`serial` plays from the first episode on.',
    example: 'type: serial',
    default: 'episodic',
  }),
  complete: row({
    keys: ['complete'],
    kind: booleanKind,
    summary: '`true` tells apps that the show has ended.',
    example: 'complete: true',
    default: 'false',
  }),
  block: row({
    keys: ['block', 'blocked', 'private'],
    kind: booleanKind,
    summary: '`true` keeps the show out of Apple Podcasts.',
    example: 'block: true',
    default: 'false',
  }),
  timezone: row({
    keys: ['timezone', 'time_zone', 'tz'],
    kind: timeZone,
    summary: 'Dates without a zone are in it.',
    example: 'timezone: Europe/Berlin',
    default: 'UTC',
  }),
  schedule: row({
    keys: ['schedule'],
    kind: objectOf({early: {kind: earliness}, in_lock: {kind: booleanKind}}),
    summary:
      '`early`: how long before its date an episode may be published by a run that comes too soon. `in_lock`: whether the lock tells of episodes before they are due, which CI needs where the media are not in the repository.',
    example: 'schedule: {early: 10 minutes}',
    default: 'never early, not in the lock',
  }),
  hosts: row({
    keys: ['hosts', 'host', 'people'],
    kind: personList,
    summary: 'Who hosts every episode that names no hosts of its own.',
    example: 'hosts: [{name: Mara Winter, url: https://example.org/mara}]',
  }),
  guid: row({
    keys: ['guid', 'podcast_guid'],
    kind: uuid,
    summary: 'The identity of the show through every move.',
    example: 'guid: 9b024349-ccf0-5f69-a609-6b82873eab3c',
  }),
  media_url: row({
    keys: [
      'media_url',
      'media_prefix',
      'episode_url_base',
      'base_media_url',
      'enclosures_url',
      'audio_bucket_url',
      'download_url',
    ],
    kind: folderUrl,
    summary: 'Where the media files are served from, if not from the site. Nothing is copied then.',
    example: 'media_url: https://media.example.org/night-trains/',
  }),
  feeds: row({
    keys: ['feeds', 'feed_paths'],
    kind: feedMap,
    summary:
      '`rss`, `atom` and `json` are the paths of the main feed, for a show whose subscribers know other ones. Any other name is a further feed, or `main` for what the main feed does otherwise; see below.',
    example: 'feeds: {rss: podcast.xml, video: {media: video}}',
    default: 'one feed: feed.xml, atom.xml, feed.json',
  }),
  feed_path: row({
    keys: ['feed_path', 'rss_path'],
    kind: feedPath,
    summary: 'The path of the RSS feed alone.',
    example: 'feed_path: podcast.xml',
  }),
  ...feedSizeFields,
  old_feed_urls: row({
    keys: ['old_feed_urls', 'old_feed_url', 'moved_from', 'old_feeds'],
    kind: listOf(webUrl),
    summary:
      'Addresses that the feed once had. On this site the feed is left there as well, and redirects to the new address.',
    example: 'old_feed_urls: [https://example.org/podcast.rss]',
  }),
  alternate_video: row({
    keys: ['alternate_video', 'mix_media'],
    kind: booleanKind,
    summary:
      '`true` names the film of an episode beside its sound in RSS (`podcast:alternateEnclosure`). Apple’s web player then shows a black screen; a feed of films is safe: `feeds: {video: {media: video}}`.',
    example: 'alternate_video: true',
    default: 'false',
  }),
  new_feed_url: row({
    keys: ['new_feed_url'],
    kind: webUrl,
    summary: 'The new address of a feed that moves.',
    example: 'new_feed_url: https://example.com/feed.xml',
  }),
  prefixes: row({
    keys: [
      'prefixes',
      'prefix',
      'analytics',
      'analytics_prefix',
      'analytics_prefixes',
      'tracking_prefix',
      'audio_prefix',
    ],
    kind: mapped(listOf(analyticsPrefix), (list) => list.filter((each) => each !== noPrefix)),
    summary:
      'Services that count downloads, the outermost first: `op3`, `podtrac`, `podscribe`, `podsights`, or an address. They stand before enclosures in feeds and nowhere else.',
    example: 'prefixes: [op3, https://pdcn.co/e/]',
  }),
  hubs: row({
    keys: ['hubs', 'hub', 'websub', 'websub_hub', 'pubsubhubbub'],
    kind: listOf(webUrl),
    summary: 'WebSub hubs, for readers that want to be told of new episodes. Tell the hub after you publish.',
    example: 'hubs: [https://pubsubhubbub.appspot.com/]',
  }),
  transcript_links: row({
    keys: ['transcript_links'],
    kind: booleanKind,
    summary: '`true` lists the links of a transcript below the show notes of feeds: few apps show transcripts.',
    example: 'transcript_links: true',
    default: 'false',
  }),
  hosting: row({
    keys: ['hosting'],
    kind: listOf(oneOf(hostNames)),
    summary:
      'Which hosts the output is made ready for: content types, caching and redirects, as each of them reads it.',
    example: 'hosting: apache',
    default: defaultHosts.join(', '),
  }),
  precompress: row({
    keys: ['precompress'],
    kind: booleanKind,
    summary: '`true` puts a `.gz` and a `.br` copy beside each text, for servers that send those.',
    example: 'precompress: true',
    default: 'false',
  }),
  episodes: row({
    keys: ['episodes', 'episode_files'],
    kind: listOf(text()),
    summary: 'Where the episodes are, below the folder of `show.yaml`: globs or folders.',
    example: 'episodes: _episodes/**/*.md',
    default: 'the folder and all below it',
  }),
  fields: row({
    keys: ['fields'],
    kind: keyNames,
    summary: 'The keys that this show uses for our fields.',
    example: 'fields: {audio.url: podcast_file, number: episode}',
  }),
  other_keys: row({
    keys: ['other_keys'],
    kind: listOf(text()),
    summary: 'Keys in episodes that other tools read.',
    example: 'other_keys: [mood]',
  }),
  probe_hosts: row({
    keys: ['probe_hosts'],
    kind: listOf(text()),
    summary: 'Hosts of a private network that `castwright probe` may ask.',
    example: 'probe_hosts: [media.internal, "localhost:8080"]',
  }),
  shows: row({
    keys: ['shows'],
    kind: listOf(text()),
    summary: 'In `network.yaml` only: the folders of the shows of a network.',
    example: 'shows: [night-trains, day-boats]',
    default: 'every folder beside it that has a show.yaml',
  }),
  checks: row({
    keys: ['checks'],
    kind: checkSettings,
    summary:
      'Problems that this show takes for more or less than they are. What is ignored needs a reason; errors cannot be.',
    example:
      'checks: {image-format: {severity: ignore, reason: The cover is made by another tool}, alt-missing: error}',
  }),
  strict: row({
    keys: ['strict'],
    kind: booleanKind,
    summary: '`true` refuses keys that are not known.',
    example: 'strict: true',
    default: 'false',
  }),
} as const satisfies FieldTable

export type ShowFields = FieldsOf<typeof showFields>
