import type {FileKind} from './file-kind.ts'

/** A form in which a feed is written. */
export type FeedKind = FileKind & {
  /** What links to it are called. */
  readonly label: string
  /** Whom it is for, in a few words. */
  readonly purpose: string
  /**
   * Where the main feed is, unless its author says otherwise. The path of a further feed is its name with the first of
   * `extensions`.
   */
  readonly mainPath: string
  /**
   * A pattern that knows the form by the path of an old feed. If several fit, the last counts. A path that none fits is taken for
   * RSS, which subscribers have.
   */
  readonly named?: RegExp | undefined
  /** No rule of `src/rules/` is about this form, so nobody judges such a feed before it is published. */
  readonly isUnjudged?: true
}

const written = {aliases: [], role: 'output', named: undefined} as const

/** The forms of a feed, the one that podcast apps read first. How each is written is a row of `src/serialise/feed-formats.ts`. */
export const feedKinds = [
  {
    ...written,
    name: 'rss',
    label: 'RSS',
    title: 'RSS 2.0, for podcast apps',
    purpose: 'for podcast apps',
    extensions: ['.xml'],
    mimeType: 'application/rss+xml',
    form: 'text',
    mainPath: 'feed.xml',
  },
  {
    ...written,
    name: 'atom',
    label: 'Atom',
    title: 'Atom 1.0',
    purpose: 'for feed readers',
    extensions: ['.atom.xml'],
    mimeType: 'application/atom+xml',
    form: 'text',
    mainPath: 'atom.xml',
    named: /atom/i,
  },
  {
    ...written,
    name: 'json',
    label: 'JSON Feed',
    title: 'JSON Feed 1.1',
    purpose: 'for feed readers',
    extensions: ['.json'],
    mimeType: 'application/feed+json',
    form: 'data',
    mainPath: 'feed.json',
    named: /\.json$/,
  },
] as const satisfies readonly FeedKind[]

/** Whether there are rules for a feed of this type. */
export function isJudgedType(mimeType: string, kinds: readonly FeedKind[] = feedKinds): boolean {
  return !kinds.some((kind) => kind.mimeType === mimeType && kind.isUnjudged === true)
}

/** A list of feeds, which a network publishes. */
export const feedList: FileKind = {
  name: 'opml',
  title: 'OPML',
  extensions: ['.opml'],
  mimeType: 'text/x-opml',
  aliases: [],
  role: 'output',
  form: 'text',
}
