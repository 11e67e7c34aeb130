/**
 * What other site generators get of a show (`data: true`): one `data.json` of the show, and one of each episode. Members are
 * added and never renamed. A form that would break a reader gets another `version`. The JSON Schemas in `schema/` are made from
 * these types.
 */

/** `data.json` of the show. */
export type ShowData = {
  readonly version: 1
  readonly title: string
  readonly subtitle?: string
  /** Plain text; an empty line is between paragraphs. */
  readonly description: string
  /** Where the site is, with a final `/`. */
  readonly url: string
  /** BCP 47. */
  readonly language: string
  readonly author: string
  readonly copyright?: string
  readonly image?: string
  readonly type: 'episodic' | 'serial'
  readonly people: readonly PersonData[]
  readonly feeds: readonly FeedData[]
  /** Published episodes, the newest first. */
  readonly episodes: readonly EpisodeLink[]
}

/** The addresses of a feed, in each format that it is written in. */
export type FeedData = {
  readonly title: string
  readonly rss?: string
  readonly atom?: string
  readonly json?: string
}

/** What a list of episodes needs. */
export type EpisodeLink = {
  readonly slug: string
  readonly title: string
  readonly subtitle?: string
  readonly url: string
  /** ISO 8601, in UTC. */
  readonly date: string
  /** Plain text, one paragraph; may be empty. */
  readonly summary: string
  readonly durationInSeconds?: number
  readonly season?: number
  readonly number?: number
  readonly image?: string
  /** The address of its `data.json`. */
  readonly data: string
}

/** `data.json` of an episode. */
export type EpisodeData = {
  readonly version: 1
  readonly slug: string
  /** Its identity in feeds. */
  readonly guid: string
  readonly title: string
  readonly subtitle?: string
  readonly url: string
  /** ISO 8601, in UTC. */
  readonly date: string
  /** When it was last changed, in the same form. */
  readonly updated: string
  /** Plain text, one paragraph; may be empty. */
  readonly summary: string
  /** The show notes as HTML. Only allow-listed elements are in it, so it may stand on a page as it is. */
  readonly notesHtml: string
  /** BCP 47. */
  readonly language: string
  readonly type: 'full' | 'trailer' | 'bonus'
  readonly season?: number
  readonly seasonName?: string
  readonly number?: number
  readonly isExplicit: boolean
  readonly tags: readonly string[]
  readonly image?: string
  readonly durationInSeconds?: number
  /** The files to play, the best first. */
  readonly media: readonly MediaData[]
  /** Its page at a video service, where it is there. */
  readonly hostedVideo?: string
  readonly people: readonly PersonData[]
  readonly chapters: readonly ChapterData[]
  readonly transcripts: readonly TranscriptData[]
}

/** A media file. */
export type MediaData = {
  readonly url: string
  readonly kind: 'audio' | 'video'
  readonly mimeType: string
  readonly sizeInBytes: number
  readonly durationInSeconds?: number
}

/** Somebody who takes part; role and group as in the podcast namespace. */
export type PersonData = {
  readonly name: string
  readonly role: string
  readonly group: string
  readonly url?: string
  readonly image?: string
}

/** A chapter. */
export type ChapterData = {
  readonly startInSeconds: number
  readonly endInSeconds?: number
  readonly title: string
  readonly url?: string
  readonly image?: string
  /** Whether players leave it out of their lists. */
  readonly isHidden: boolean
}

/** A transcript: its text, and the files that players and apps read. */
export type TranscriptData = {
  /** BCP 47. */
  readonly language: string
  readonly parts: readonly TranscriptPart[]
  readonly files: readonly {readonly url: string; readonly mimeType: string; readonly isCaptions: boolean}[]
}

/** What one speaker says (`turn`), a heading (`section`), or words of the editor (`note`). */
export type TranscriptPart = {
  readonly kind: 'turn' | 'section' | 'note'
  /** Who speaks, in a turn where that is known. */
  readonly speaker?: string
  /** Of a section or a note. */
  readonly text?: string
  readonly startInSeconds?: number
  /** Of a turn. */
  readonly cues?: readonly CueData[]
}

/** A paragraph or a caption. */
export type CueData = {
  readonly text: string
  readonly startInSeconds?: number
  readonly endInSeconds?: number
  /** Whether the times are estimated from the length of the text. */
  readonly isEstimated: boolean
}
