import {booleanKind, text} from '../../tags/kinds/value-kinds.ts'
import {listOf} from '../../tags/kinds/value-shapes.ts'
import {webUrl} from '../../tags/kinds/value-texts.ts'
import {checkSettings} from './check-kinds.ts'
import {fileAdditions, fileCorrections, leftOutFiles} from './correction-kinds.ts'
import {feedMap, feedSizeFields} from './feed-fields.ts'
import {type FieldTable, row} from './field-table.ts'
import {networkLists} from './network-kinds.ts'
import {feedPath, folderUrl, keyNames} from './show-kinds.ts'

/** Where the media, the feeds and the episodes of a show are, and how its files are read. */
export const showFolderFields = {
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
    isDecisive: true,
    summary: 'The address of the folder with the media files, if they are not on the site. They are then not copied.',
    example: 'media_url: https://media.example.org/night-trains/',
  }),
  members_url: row({
    keys: ['members_url'],
    kind: folderUrl,
    isDecisive: true,
    summary:
      'Where the feeds for members are published, if not below the site. `castwright build --for members` makes them.',
    example: 'members_url: https://members.example.org/night-trains/',
  }),
  feeds: row({
    keys: ['feeds', 'feed_paths'],
    kind: feedMap,
    isDecisive: true,
    summary:
      '`rss`, `atom` and `json` are the paths of the main feed, for a show whose subscribers know other paths. `main` holds other settings of the main feed. Any other name is a further feed. See below.',
    example: 'feeds: {rss: podcast.xml, video: {media: video}}',
    default: 'one feed: feed.xml, atom.xml, feed.json',
  }),
  feed_path: row({
    keys: ['feed_path', 'rss_path'],
    kind: feedPath,
    isDecisive: true,
    summary: 'The path of the RSS feed, the same as `rss` in `feeds`.',
    example: 'feed_path: podcast.xml',
  }),
  ...feedSizeFields,
  old_feed_urls: row({
    keys: ['old_feed_urls', 'old_feed_url', 'moved_from', 'old_feeds'],
    kind: listOf(webUrl),
    isDecisive: true,
    joins: true,
    summary:
      'Addresses that the feed had before. If one of them is on this site, the feed also stays there, with a redirect to the new address.',
    example: 'old_feed_urls: [https://example.org/podcast.rss]',
  }),
  alternate_video: row({
    keys: ['alternate_video', 'mix_media'],
    kind: booleanKind,
    summary:
      '`true` names the film of an episode in RSS, in addition to its sound (`podcast:alternateEnclosure`). Apple’s web player then shows a black screen. A separate feed of films does not have this fault: `feeds: {video: {media: video}}`.',
    example: 'alternate_video: true',
    default: 'false',
  }),
  new_feed_url: row({
    keys: ['new_feed_url'],
    kind: webUrl,
    isDecisive: true,
    summary: 'The new address of the feed, if the show moves to another site.',
    example: 'new_feed_url: https://example.com/feed.xml',
  }),
  episodes: row({
    keys: ['episodes', 'episode_files'],
    kind: listOf(text()),
    isDecisive: true,
    joins: true,
    summary: 'Where the episodes are: folders or globs, below the folder of `show.yaml`.',
    example: 'episodes: _episodes/**/*.md',
    default: 'that folder and all folders below it',
  }),
  transcripts_from: row({
    keys: ['transcripts_from'],
    kind: text(),
    isDecisive: true,
    summary:
      'A folder outside the show that has transcripts, for example a checkout of another repository. Castwright only reads it. A transcript belongs to the episode that has the same name or number, or to the one that the transcript’s own front matter names (`episode: …`).',
    example: 'transcripts_from: ../transcripts/podcast',
  }),
  leave_out: row({
    keys: ['leave_out'],
    kind: leftOutFiles,
    isDecisive: true,
    summary:
      'Files that are not published, each with a reason. An episode that was published before is left out only with `--accept`.',
    example: 'leave_out: {"0259.md": no media yet}',
  }),
  corrections: row({
    keys: ['corrections'],
    kind: fileCorrections,
    isDecisive: true,
    summary:
      'Other values for fields of files that must not be edited, each file with a reason. The value here counts, not the one in the file. `null` removes the field.',
    example: 'corrections: {"0259.md": {video: null, reason: dead link}}',
  }),
  additions: row({
    keys: ['additions'],
    kind: fileAdditions,
    isDecisive: true,
    summary:
      'Fields that files lack. What a file says itself counts; addresses in `aliases` join those of the file. `adopt` writes here what only the live feed knows.',
    example: 'additions: {"0259.md": {aliases: [/2019/first-light.html]}}',
  }),
  fields: row({
    keys: ['fields'],
    kind: keyNames,
    isDecisive: true,
    summary:
      'The keys that episodes of this show use for fields of Castwright: first the name of the field, then the key.',
    example: 'fields: {audio.url: podcast_file, number: episode}',
  }),
  other_keys: row({
    keys: ['other_keys'],
    kind: listOf(text()),
    joins: true,
    summary: 'Keys in episodes that only other tools read. Castwright does not report them as unknown.',
    example: 'other_keys: [mood]',
  }),
  probe_hosts: row({
    keys: ['probe_hosts'],
    kind: listOf(text()),
    joins: true,
    summary: 'Hosts of a private network that `castwright probe` may ask.',
    example: 'probe_hosts: [media.internal, "localhost:8080"]',
  }),
  shows: row({
    keys: ['shows'],
    kind: listOf(text()),
    isDecisive: true,
    summary: 'In `network.yaml` only: the folders of the shows of a network.',
    example: 'shows: [night-trains, day-boats]',
    default: 'every folder beside it that has a show.yaml',
  }),
  lists: row({
    keys: ['lists'],
    kind: networkLists,
    isDecisive: true,
    summary:
      'In `network.yaml` only: where the network lists each show. `feed`: the feeds and the page of the network have the episodes of the show. `index`: the page links to the feed of the show. `opml`: `shows.opml` and `publisher.xml` list the show.',
    example: 'lists: {inner-circle: none, night-trains: [feed, index, opml]}',
    default: 'all three, and none for a show with `block: true`',
  }),
  checks: row({
    keys: ['checks'],
    kind: checkSettings,
    summary:
      'Problems to which this show gives another severity. To ignore a problem, write a reason. Errors cannot be ignored.',
    example:
      'checks: {image-format: {severity: ignore, reason: The cover is made by another tool}, alt-missing: error}',
  }),
  strict: row({
    keys: ['strict'],
    kind: booleanKind,
    summary: '`true` makes every unknown key an error.',
    example: 'strict: true',
    default: 'false',
  }),
} as const satisfies FieldTable
