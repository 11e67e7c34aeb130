import type {AppName} from '../apps/all-apps.ts'
import type {AppView} from '../apps/app-view.ts'
import type {Severity} from '../model/problem-kind.ts'

/** A file of the site: a text that is made when somebody asks for it, or a file of the show as it lies on the disk. */
export type SiteFile = {readonly mimeType: string} & (
  | {readonly text: () => Promise<string>}
  | {readonly onDisk: string}
)

/** A problem as the page shows it: with the line that it is in, and the lines around it. */
export type ShownProblem = {
  readonly severity: Severity
  readonly code: string
  readonly message: string
  readonly hint?: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
  readonly excerpt?: {readonly firstLine: number; readonly lines: readonly string[]}
}

/** An archive may have thousands of problems, and nobody reads them on a page: only the first ones are sent, the worst before the others. */
export type ShownProblems = {
  readonly counts: Readonly<Record<Severity, number>>
  readonly first: readonly ShownProblem[]
}

/** An episode that nobody but the author sees yet. */
export type HeldBackLink = {
  /** Of its page, below the site. */
  readonly path: string
  readonly title: string
  readonly state: 'draft' | 'scheduled'
  /** When a scheduled episode is due, in ISO 8601. */
  readonly at?: string
}

export type ListedEpisode = {readonly slug: string; readonly title: string; readonly date: Date}

export type FeedAddress = {readonly title: string; readonly path: string}

/** What a preview shows of a show. It changes as the show is written. */
export type PreviewedShow = {
  readonly title: () => string
  /** The path of the site's address: `/` or `/night-trains/`. */
  readonly base: () => string
  /** `path` is below the site. */
  readonly file: (path: string) => SiteFile | undefined
  readonly problems: () => Promise<ShownProblems>
  readonly heldBack: () => readonly HeldBackLink[]
  /** Published and held back, the newest first. */
  readonly episodes: () => readonly ListedEpisode[]
  readonly feeds: () => readonly FeedAddress[]
  /** An episode as an app shows it. */
  readonly view: (app: AppName, slug: string) => Promise<AppView | undefined>
}
