import type {AbsoluteUrl} from './absolute-url.ts'
import type {Chapter} from './chapter.ts'
import type {HostedVideo, ImageFacts, MediaAsset, MediaReference, PictureReference, ProbedPicture} from './media.ts'
import type {Person} from './person.ts'
import type {Place} from './problem.ts'
import type {Transcript} from './transcript.ts'

declare const guid: unique symbol
/**
 * The identity of an episode in every subscriber's app. A changed guid delivers the episode a second time to everybody and loses
 * play positions. So only the author's own value, or the derivation in `read/episode/identity.ts`, may make one.
 */
export type Guid = string & {readonly [guid]: true}

/** A draft has no date to be late for; everything else is published at its instant, which may lie ahead. */
export type Publication = {readonly state: 'draft'} | {readonly state: 'published'; readonly at: Date}

export type EpisodeType = 'full' | 'trailer' | 'bonus'

/** A transcript beside an episode: its parts, and the file it came from. Without a file, it is in the body of the episode itself. */
export type SourceTranscript = {
  readonly transcript: Transcript
  /** Below the show folder; absent for the body. */
  readonly file?: string
  readonly language?: string
}

/** A transcript that is published elsewhere already: linked, not read. */
export type LinkedTranscript = {
  readonly url: string
  readonly mimeType: string
  readonly language?: string
  readonly captions: boolean
}

/** A block of show notes, as the reader of Markdown made it, and the line it starts on. */
export type NotesBlock = {readonly token: MarkdownToken; readonly line: number}

/** What all tokens of Markdown have. The others of their members are known where notes are read and rendered (`text/markdown/markdown.ts`). */
export type MarkdownToken = {readonly type: string; readonly raw: string}

/**
 * A picture that the notes or the chapters name, with its place in the show folder if it is there. Pictures on servers are not in
 * this list.
 */
export type TextPicture = {
  readonly written: string
  readonly location?: string
  readonly place: Place
  /** Known when its file was read. */
  readonly facts?: ImageFacts
}

/** An episode as its author wrote it, checked. Nothing of it is rendered and no media file was opened. */
export type Episode = {
  /** The Markdown file, below the show folder with `/`. */
  readonly file: string
  readonly slug: string
  /** The slug under which its files were first published, if it is another one: the files stay there. */
  readonly filesAt?: string
  /** Set once and for all; see `Guid`. */
  readonly guid: Guid
  readonly title: string
  readonly subtitle?: string
  /** Pages of the same episode in other languages, by language tag. */
  readonly translations?: ReadonlyMap<string, AbsoluteUrl>
  readonly summary?: string
  readonly publication: Publication
  /** Held back until then, whatever its date says and however early the show may publish. */
  readonly notBefore?: Date
  readonly updatedAt?: Date
  readonly season?: number
  readonly seasonName?: string
  /** `podcast:episode` may be a decimal (100.5); `itunes:episode` is written only for whole numbers. */
  readonly number?: number
  /** What the author calls it, if that is no number: `V001`, `T-0`. */
  readonly shortCode?: string
  readonly type: EpisodeType
  readonly explicit?: boolean
  readonly blocked: boolean
  /** First is the enclosure; the others are alternates. May be empty. */
  readonly media: readonly MediaReference[]
  readonly hostedVideo?: HostedVideo
  /** Whether RSS names the film beside the sound. If absent, the show decides. */
  readonly alternateVideo?: boolean
  /** Below the show folder, or an absolute URL. */
  readonly image?: string
  readonly pictures?: readonly PictureReference[]
  /** Those of its pictures that other episodes name as well, each with the name under which it is published once. */
  readonly sharedPictures?: ReadonlyMap<string, string>
  readonly people: readonly Person[]
  readonly tags: readonly string[]
  readonly link?: string
  /** Addresses that its page once had, below the site. */
  readonly aliases: readonly string[]
  readonly language?: string
  /** Show notes, without the transcript and without everything that became a fact. */
  readonly notes: readonly NotesBlock[]
  /**
   * Links of the notes to files of episodes: from the link as it is written to the slug of the episode. `undefined` if that
   * episode is not published.
   */
  readonly episodeLinks?: ReadonlyMap<string, string | undefined>
  readonly notesPictures?: readonly TextPicture[]
  readonly chapterPictures?: readonly TextPicture[]
  readonly transcripts: readonly SourceTranscript[]
  readonly linkedTranscripts: readonly LinkedTranscript[]
  readonly chapters: readonly Chapter[]
  /** The file `chapters` stand in, and whether lines of the show notes list chapters already. Absent without chapters. */
  readonly chapterSource?: {readonly file: string; readonly inNotes: boolean}
  /** Where a fact was written, for problems found later: field name -> line and column in `file`. */
  readonly places: ReadonlyMap<string, Place>
  readonly tagValues: ReadonlyMap<string, unknown>
}

/** After `probe`: every media file has its facts, so nothing unprobed can reach a serialiser. */
export type ProbedEpisode = Omit<Episode, 'media' | 'pictures'> & {
  readonly media: readonly MediaAsset[]
  readonly pictures?: readonly ProbedPicture[]
  readonly imageFacts?: ImageFacts
}
