import {categories} from '../../tags/kinds/value-categories.ts'
import {booleanKind, oneOf, text} from '../../tags/kinds/value-kinds.ts'
import {eitherOf, listOf, mapped, objectOf} from '../../tags/kinds/value-shapes.ts'
import {email, languageTag, prose, titleText, uuid} from '../../tags/kinds/value-texts.ts'
import {type FieldsOf, type FieldTable, row} from './field-table.ts'
import {picture} from './media-kinds.ts'
import {personList} from './person-kinds.ts'
import {pictureList} from './picture-kinds.ts'
import {showFolderFields} from './show-folder-fields.ts'
import {earliness, folderUrl, ownerLine, timeZone} from './show-kinds.ts'
import {showPublishingFields} from './show-publishing-fields.ts'

/** The fields of `show.yaml`. */
export const showFields = {
  title: row({
    keys: ['title', 'name', 'podcast_title', 'podcast_name', 'show_title'],
    kind: titleText,
    isDecisive: true,
    summary: 'The name of the show.',
    example: 'title: Night Trains',
  }),
  subtitle: row({
    keys: ['subtitle', 'tagline'],
    kind: prose,
    summary: 'A short line below the title.',
    example: 'subtitle: Sleeper trains and their people',
  }),
  description: row({
    keys: ['description', 'summary', 'podcast_description'],
    kind: prose,
    isDecisive: true,
    mayDiffer: ['summary'],
    summary: 'What the show is about. Apple Podcasts takes 4000 bytes.',
    example: 'description: Sleeper trains and the people who run them.',
  }),
  site_url: row({
    keys: ['site_url', 'site', 'link', 'url', 'website', 'base_url', 'homepage'],
    kind: folderUrl,
    isDecisive: true,
    summary: 'The address at which the output is published. It may have a path.',
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
    summary: 'Who makes the show: the name that apps show.',
    example: 'author: Mara Winter',
    default: 'the hosts, else the title',
  }),
  owner: row({
    keys: ['owner'],
    kind: eitherOf(
      ownerLine,
      objectOf({name: {kind: text()}, email: {kind: email, required: true, aliases: ['mail']}}),
    ),
    summary:
      'The name and the address that directories write to. Everybody can read them in the feed. `none` leaves them out.',
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
    mayDiffer: true,
    summary: 'Cover art: square, 1400 to 3000 pixels, JPEG or PNG.',
    example: 'image: cover.jpg',
  }),
  images: row({
    keys: ['images', 'pictures'],
    kind: pictureList,
    joins: true,
    summary:
      'Further pictures. Each has a `purpose` (`banner`, `social`, `canvas`) and an `alt` text, which says what the picture shows.',
    example: 'images: [{url: banner.jpg, purpose: banner, alt: A train in snow}]',
  }),
  type: row({
    keys: ['type', 'show_type'],
    kind: oneOf(['episodic', 'serial']),
    summary: '`serial`: apps play the show from its first episode on.',
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
    isDecisive: true,
    summary: '`true` keeps the show out of Apple Podcasts.',
    example: 'block: true',
    default: 'false',
  }),
  timezone: row({
    keys: ['timezone', 'time_zone', 'tz'],
    kind: timeZone,
    isDecisive: true,
    summary: 'The time zone of every date that names no zone.',
    example: 'timezone: Europe/Berlin',
    default: 'UTC',
  }),
  schedule: row({
    keys: ['schedule'],
    kind: objectOf({early: {kind: earliness}, in_lock: {kind: booleanKind}}),
    isDecisive: true,
    summary:
      '`early`: a build that runs a little too soon may publish an episode, up to this long before its date. `in_lock`: whether the lock lists episodes before they are due. CI needs that if the media are not in the repository.',
    example: 'schedule: {early: 10 minutes}',
    default: 'never early, not in the lock',
  }),
  hosts: row({
    keys: ['hosts', 'host', 'people'],
    kind: personList,
    joins: true,
    summary: 'The hosts of every episode that names no hosts of its own.',
    example: 'hosts: [{name: Mara Winter, url: https://example.org/mara}]',
  }),
  guid: row({
    keys: ['guid', 'podcast_guid'],
    kind: uuid,
    isDecisive: true,
    summary: 'The identity of the show. It stays the same when the show moves.',
    example: 'guid: 9b024349-ccf0-5f69-a609-6b82873eab3c',
  }),
  ...showFolderFields,
  ...showPublishingFields,
} as const satisfies FieldTable

export type ShowFields = FieldsOf<typeof showFields>
