import type {OutputFile} from '../model/output.ts'
import type {ServedRule} from '../model/serving.ts'

type Served = Pick<OutputFile, 'path' | 'mimeType'>

/** How files of one kind are served. The first row that a file belongs to counts. */
export type ServedKind = {
  readonly name: string
  readonly summary: string
  readonly holds: (file: Served) => boolean
  readonly cacheControl: string
  /** Web players and readers on other sites fetch these by script, which browsers allow only with a CORS header. */
  readonly forOtherSites: boolean
}

const feedTypes = new Set(['application/rss+xml', 'application/atom+xml', 'application/feed+json', 'text/x-opml'])

export const servedKinds: readonly ServedKind[] = [
  {
    name: 'feed',
    summary: 'Feeds and lists of feeds',
    holds: ({mimeType}) => feedTypes.has(mimeType),
    // Hosts of podcasts use 5 to 60 minutes. An hour more is an hour that a new episode is late.
    cacheControl: 'public, max-age=300',
    forOtherSites: true,
  },
  {
    name: 'media',
    summary: 'Audio and video',
    holds: ({mimeType}) => /^(?:audio|video)\/|mpegurl$/i.test(mimeType),
    // A published file keeps its bytes (the lock sees to it), so a day costs nobody a correction.
    cacheControl: 'public, max-age=86400',
    forOtherSites: true,
  },
  {
    name: 'image',
    summary: 'Cover art and pictures',
    holds: ({mimeType}) => mimeType.startsWith('image/'),
    cacheControl: 'public, max-age=86400',
    forOtherSites: true,
  },
  {
    name: 'page',
    summary: 'Pages with their style sheet and script',
    holds: ({path, mimeType}) =>
      (mimeType === 'text/html' && /(?:^|\/)(?:index|404)\.html$/.test(path)) ||
      mimeType === 'text/css' ||
      mimeType === 'text/javascript',
    // Asked for again each time and answered by 304: a page and its style sheet never are of two builds.
    cacheControl: 'public, max-age=0, must-revalidate',
    forOtherSites: false,
  },
  {
    name: 'text',
    summary: 'Transcripts, chapters and other data',
    holds: () => true,
    cacheControl: 'public, max-age=3600',
    forOtherSites: true,
  },
]

/** A file belongs to a kind whatever its path: the last row takes all. */
export function servedKindOf(file: Served): ServedKind {
  const kind = servedKinds.find(({holds}) => holds(file))
  if (kind === undefined) throw new Error(`No kind of output holds ${file.path}`)
  return kind
}

/** Types whose text would be taken for Latin-1, or for what the server is set to, without a charset. JSON is UTF-8 by itself. */
const withCharset = /^text\/|^application\/(?:rss\+xml|atom\+xml|xml|x-subrip)$/

/** `Content-Type` as it has to be sent for a file of ours; everything that we write is UTF-8. */
export function contentTypeOf(mimeType: string): string {
  return withCharset.test(mimeType) ? `${mimeType}; charset=utf-8` : mimeType
}

const compressible = /^text\/|[/+](?:xml|json|javascript|x-subrip)\b|json\+chapters$|^image\/svg/

/** Whether a file gets smaller by compression. Media never: Apple reads `length` of the enclosure as its size on the wire. */
export function isCompressible(mimeType: string): boolean {
  return compressible.test(mimeType)
}

/** The types among those of `rules` that a server is to compress, without their parameters. */
export function compressedTypes(rules: readonly ServedRule[]): readonly string[] {
  const types = rules.map(({contentType = ''}) => contentType.replace(/;.*$/, ''))
  return [...new Set(types.filter(isCompressible))].sort()
}
