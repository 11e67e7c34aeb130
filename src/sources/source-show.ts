import type {PackedText} from './packed-text.ts'

/** What is written into a file of the show: plain data, as YAML has it. */
export type FieldValue = string | number | boolean | readonly FieldValue[] | {readonly [key: string]: FieldValue}

/** Fields in the order in which they are to stand in a file, by the keys of `show.yaml` or of front matter. */
export type WrittenFields = Readonly<Record<string, FieldValue>>

/** A file on a server that belongs to an episode or a show, beside its media. */
export type LinkedFile = {
  readonly role: 'transcript' | 'chapters' | 'picture'
  readonly url: string
  readonly mimeType?: string
  /** The language of a transcript, where the source says it. */
  readonly language?: string
}

/** A media file as the source names it: its address byte for byte. */
export type LinkedMedia = {
  readonly url: string
  readonly mimeType?: string
  readonly sizeInBytes?: number
  readonly durationInSeconds?: number
}

/** Something in the source that has no field here. It has a name, and is kept as it was. */
export type UnknownElement = {
  /** With its conventional prefix. */
  readonly name: string
  /** As XML or JSON. */
  readonly text: string
}

/** An episode of a source, with the identity that subscribers know it by. */
export type SourceEpisode = {
  /** What apps know it by: its guid or, without one, the address of its media or of its page. */
  readonly guid: string
  readonly title: string
  /** Absent where the source gives none that can be read. */
  readonly publishedAt?: Date
  /** Everything else that is known of the episode: not guid, title, date, media, files and notes. `explicit` is here as well where it is
   * that of the show. */
  readonly fields: WrittenFields
  /** Show notes as the source has them: HTML. */
  readonly notesHtml: PackedText
  /** The page of the episode at the source. */
  readonly pageUrl?: string
  /** First is what apps download. */
  readonly media: readonly LinkedMedia[]
  readonly files: readonly LinkedFile[]
  readonly unknown: readonly UnknownElement[]
}

export type SourceFormat = 'rss' | 'atom' | 'json' | 'wordpress' | 'youtube'

/** Posts of a WordPress export that are no episodes: articles, and recordings that are not published. */
export type LeftPosts = {readonly withoutMedia: number; readonly unpublished: number}

/** A show as it stands somewhere else. */
export type SourceShow = {
  readonly format: SourceFormat
  readonly title: string
  /** Everything that is known of it but its title and its picture. */
  readonly fields: WrittenFields
  readonly siteUrl?: string
  /** The address of the feed as it says itself. */
  readonly feedUrl?: string
  readonly podcastGuid?: string
  readonly imageUrl?: string
  /** Whether its host is asked to refuse an import, and whom one may ask about it. */
  readonly locked?: {readonly isLocked: boolean; readonly owner?: string}
  readonly ownerEmail?: string
  /** Whether the feed hides from directories: its addresses may hold secrets. */
  readonly isPrivate: boolean
  /** Further documents of the same feed, older ones (RFC 5005, JSON Feed `next_url`). */
  readonly olderUrl?: string
  /** Whether the document ends before its first element does, so that something is missing. */
  readonly isCutOff?: boolean
  readonly leftPosts?: LeftPosts
  readonly episodes: readonly SourceEpisode[]
  readonly unknown: readonly UnknownElement[]
}
