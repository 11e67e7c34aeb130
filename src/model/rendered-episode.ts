import type {AbsoluteUrl} from './absolute-url.ts'
import type {FeedItem, ImageLink} from './feed.ts'
import type {ImageFacts} from './media.ts'
import type {PictureRecipe} from './pictures-of-pages.ts'
import type {Problem} from './problem.ts'
import type {Transcript} from './transcript.ts'

/** A file of the show folder that is published as it is, or what is made of a picture, and where. */
export type FileCopy = {
  readonly from: string
  readonly path: string
  readonly mimeType: string
  readonly recipe?: PictureRecipe
}

export type RenderedTranscript = {
  /** For reading: whole paragraphs. */
  readonly transcript: Transcript
  /** The author's file that it was read from. */
  readonly source: string
  /** For players: the same text in captions, each with a real time. Absent where there are none. */
  readonly captions?: Transcript
  readonly language: string
  /** In every form that is published, in the order in which apps should see them. */
  readonly files: readonly TranscriptFile[]
}

/** A form of a transcript, and where it is. Its link and its file are both made from this, so that they cannot differ. */
export type TranscriptFile = {
  readonly path: string
  readonly mimeType: string
  /** Whether players show it while they play. */
  readonly captions: boolean
  readonly text: () => string
}

/** An episode that is held back, as feeds for members may have it before everybody. It is in nothing that is public. */
export type EarlyEpisode = {
  /** Without links to what is published of it later. Copies still have the addresses that they will have then. */
  readonly item: FeedItem
  readonly copies: readonly FileCopy[]
  /** As in `RenderedEpisode`. */
  readonly mediaUrls: readonly AbsoluteUrl[]
  /** What a build must not publish, for members neither. */
  readonly errors: readonly Problem[]
}

/** One published episode with everything of its own that is written to disk. It is released from memory once it is written. */
export type RenderedEpisode = {
  readonly item: FeedItem
  /** Show notes for the page: a wider allow-list than the feed's. */
  readonly pageNotesHtml: string
  /** How large the pictures in them are, by their addresses. */
  readonly notesPictures?: ReadonlyMap<string, ImageFacts>
  readonly transcripts: readonly RenderedTranscript[]
  readonly copies: readonly FileCopy[]
  /** Pictures that other episodes may have as well, such as those of people. They are published with the show. */
  readonly portraits: readonly FileCopy[]
  /** Where its media are, in the order in which `probe` found them. */
  readonly mediaUrls: readonly AbsoluteUrl[]
  /** What other sites show of its page. */
  readonly card?: ImageLink
  /** Where the media player finds captions (`<track>`), if there are any. */
  readonly captionsUrl?: AbsoluteUrl
}
