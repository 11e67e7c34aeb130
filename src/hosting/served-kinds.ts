import {fileKinds} from '../file-kinds/all-kinds.ts'
import {feedKinds, feedList} from '../file-kinds/feed-kinds.ts'
import type {FileForm} from '../file-kinds/file-kind.ts'
import {pageKinds, transcriptKinds} from '../file-kinds/text-kinds.ts'
import type {OutputFile} from '../model/output.ts'
import type {ServedRule} from '../model/serving.ts'

type Served = Pick<OutputFile, 'path' | 'mimeType' | 'isPrivate'>

/** How files of one kind are served. The first row that a file belongs to counts. */
export type ServedKind = {
  readonly name: string
  readonly summary: string
  readonly holds: (file: Served) => boolean
  readonly cacheControl: string
  /** Web players and readers on other sites fetch these by script, which browsers allow only with a CORS header. */
  readonly forOtherSites: boolean
}

export const privateCaching = 'private, max-age=300'

const feedTypes: ReadonlySet<string> = new Set([...feedKinds, feedList].map(({mimeType}) => mimeType))
const pageTypes: ReadonlySet<string> = new Set(Object.values(pageKinds).map(({mimeType}) => mimeType))

const servedKinds: readonly ServedKind[] = [
  {
    name: 'members',
    summary: 'Feeds for members, and their early files',
    holds: ({isPrivate}) => isPrivate === true,
    // A cache that many people share keeps none of it: a member who is taken off the list loses it at once.
    cacheControl: privateCaching,
    forOtherSites: true,
  },
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
    holds: ({mimeType}) => /^(?:audio|video)\//.test(mimeType) || fileKinds.ofType(mimeType)?.role === 'media',
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
      (mimeType === transcriptKinds.html.mimeType && /(?:^|\/)(?:index|404)\.html$/.test(path)) ||
      pageTypes.has(mimeType),
    // Browsers ask for it again each time and get 304. So a page and its style sheet never belong to two builds.
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

/**
 * If a feed has its own type, browsers show its source or save it as a file, and never look at its style sheet. Apps do not need
 * the type: they look at what is in the file. https://mimesniff.spec.whatwg.org/#xml-mime-type
 */
const typeForBrowsers = 'application/xml'
const shownTypes: ReadonlySet<string> = new Set(['application/rss+xml', 'application/atom+xml'])

/** `Content-Type` as it has to be sent for a file of ours; everything that we write is UTF-8. */
export function contentTypeOf(mimeType: string): string {
  if (shownTypes.has(mimeType)) return contentTypeOf(typeForBrowsers)
  return formOf(mimeType) === 'text' ? `${mimeType}; charset=utf-8` : mimeType
}

function formOf(mimeType: string): FileForm {
  return fileKinds.ofType(mimeType)?.form ?? (mimeType.startsWith('text/') ? 'text' : 'bytes')
}

/** Whether a file gets smaller by compression. Media never: Apple reads `length` of the enclosure as its size on the wire. */
export function isCompressible(mimeType: string): boolean {
  return formOf(mimeType) !== 'bytes'
}

/** The types among those of `rules` that a server is to compress, without their parameters. */
export function compressedTypes(rules: readonly ServedRule[]): readonly string[] {
  const types = rules.map(({contentType = ''}) => contentType.replace(/;.*$/, ''))
  return [...new Set(types.filter(isCompressible))].sort()
}
