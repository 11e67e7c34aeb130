import type {AbsoluteUrl} from './absolute-url.ts'
import type {CheckSettings} from './check-settings.ts'
import type {FeedSettings, ProbedFeedSettings} from './feed-settings.ts'
import type {ImageFacts, PictureReference, ProbedPicture} from './media.ts'
import type {Person} from './person.ts'
import type {Place} from './problem.ts'
import type {HostName} from './serving.ts'
import type {ThemeSettings} from './theme.ts'

/** A category of Apple's list, `category > subcategory`. */
export type Category = {readonly name: string; readonly subcategory?: string}

/** How a show is published by schedulers, which are never on time. */
export type Schedule = {
  /** How long before its date an episode may be published: 0 where the date is exact. */
  readonly earlyInSeconds: number
  /** Whether episodes that are not due yet have lines in the lock. */
  readonly inLock: boolean
}

/**
 * The show as its author wrote it in `show.yaml`, checked and with defaults filled in.
 * What only one tag needs (licence, funding, location, ...) is in `tagValues`, owned by that tag's row.
 */
export type Show = {
  /** Its name in the show folder: `show.yaml`, or another that a show file may have. */
  readonly file: string
  readonly title: string
  readonly subtitle?: string
  readonly description: string
  /** Ends with `/`. May have a path: every link holds below it. */
  readonly siteUrl: AbsoluteUrl
  readonly language: string
  readonly author: string
  readonly owner?: {readonly name?: string; readonly email: string}
  readonly copyright?: string
  readonly categories: readonly Category[]
  readonly explicit: boolean
  /** Cover art: below the show folder, or an absolute URL. */
  readonly image?: string
  readonly pictures?: readonly PictureReference[]
  readonly type: 'episodic' | 'serial'
  readonly complete: boolean
  readonly blocked: boolean
  /** IANA name; dates without a zone are in it. */
  readonly timeZone: string
  readonly schedule: Schedule
  readonly people: readonly Person[]
  /** `podcast:guid`: the show's own, or derived from the feed address until the author writes it down. */
  readonly guid: string
  /** Where the media are served from, with a final `/`, if not from the site itself. */
  readonly mediaUrl?: AbsoluteUrl
  /** Where the feeds for members are published, with a final `/`, if not below the site. */
  readonly membersUrl?: AbsoluteUrl
  /** The main feed first. Their paths are the subscribers' addresses: free for a show that moved here. */
  readonly feeds: readonly FeedSettings[]
  /** Whether RSS names a film beside the sound of its episode. */
  readonly alternateVideo: boolean
  readonly newFeedUrl?: AbsoluteUrl
  /** Addresses that the main feed once had, on this site or elsewhere. */
  readonly oldFeedUrls: readonly AbsoluteUrl[]
  /** Services that count downloads, the outermost first: names of `text/analytics-prefixes.ts`, or addresses. */
  readonly prefixes: readonly string[]
  /** WebSub hubs (https://www.w3.org/TR/websub/) that are told of new episodes. */
  readonly hubs: readonly AbsoluteUrl[]
  /** Pages of the show in directories, by the name of the app (`model/app-links.ts`); `none` for one that is not to be offered. */
  readonly appLinks: ReadonlyMap<string, AbsoluteUrl | 'none'>
  /** Pages of the same show in other languages, by language tag. */
  readonly translations?: ReadonlyMap<string, AbsoluteUrl>
  /** Where the files of the show are edited in the browser: before their paths (`text/addresses/edit-address.ts`). */
  readonly editBase?: string
  /** Whether the links of a transcript are listed below the show notes, for apps that show no transcript. */
  readonly transcriptLinks: boolean
  /** The hosts that the output is made ready for. */
  readonly hosting: readonly HostName[]
  /** Whether pages are written; else another generator makes the site. */
  readonly hasPages: boolean
  /** Whether everything is written as JSON, for other generators. */
  readonly hasData: boolean
  /** Whether other sites may have the player in pages of theirs. */
  readonly hasEmbed: boolean
  /** Which Markdown files are pages of the author's own, and no episodes. */
  readonly ownPageGlobs: readonly string[]
  readonly theme?: ThemeSettings
  /** Whether texts get compressed copies beside them. */
  readonly precompressed: boolean
  /** Not of the author: whether this build can publish pictures in smaller sizes as well. */
  readonly resizesPictures?: true
  /** Where to look for episode files, below the folder of `show.yaml`. */
  readonly episodeGlobs: readonly string[]
  /** Canonical field name -> the key this show uses for it. */
  readonly fieldNames: ReadonlyMap<string, string>
  readonly strict: boolean
  /** Hosts that are not on the public internet and may be asked nevertheless, with or without a port. */
  readonly probeHosts: readonly string[]
  /** What the show makes of kinds of problems. */
  readonly checks: CheckSettings
  /** Values of the tags that own a key (`tags/`), by the key. Only the tag's own row looks inside. */
  readonly tagValues: ReadonlyMap<string, unknown>
  /** Where a fact was written, for problems found later: field name -> line and column in `file`. */
  readonly places: ReadonlyMap<string, Place>
}

export type ProbedShow = Omit<Show, 'feeds' | 'pictures'> & {
  readonly imageFacts?: ImageFacts
  readonly feeds: readonly ProbedFeedSettings[]
  readonly pictures?: readonly ProbedPicture[]
}
