import {formatPodcastChapters} from '../chapters/podcast-json.ts'
import {formatWebvttChapters} from '../chapters/webvtt.ts'
import type {Channel, Feed, FeedItem} from '../model/feed.ts'
import type {FeedFormatName} from '../model/feed-plan.ts'
import type {OutputFile} from '../model/output.ts'
import {present} from '../model/present.ts'
import type {FileCopy, RenderedEpisode, RenderedTranscript} from '../model/rendered-episode.ts'
import type {RenderedFeed, RenderedShow} from '../model/rendered-show.ts'
import {publishedFormats} from '../transcripts/all-formats.ts'
import {formatAtom} from './atom.ts'
import {feedStylesheet, feedStylesheetPath} from './feed-stylesheet.ts'
import {formatJsonFeed} from './json-feed.ts'
import {pageAssets} from './pages/assets.ts'
import {episodePage} from './pages/episode-page.ts'
import {indexPage} from './pages/index-page.ts'
import {movedPage} from './pages/moved-page.ts'
import {formatRss} from './rss.ts'

export {atomId} from './atom.ts'

/** A feed format: where it goes and how it is written. A new one is a file and its row. */
export type FeedFormat = {
  readonly name: FeedFormatName
  readonly title: string
  readonly mimeType: string
  /** In pieces. The last is the end of the document; those before it are the items, a piece each. */
  readonly format: (feed: Feed) => Iterable<string>
  /** What the pieces of all items but the first begin with. */
  readonly separator: string
}

export const feedFormats: readonly FeedFormat[] = [
  {name: 'rss', title: 'RSS 2.0, for podcast apps', mimeType: 'application/rss+xml', format: formatRss, separator: ''},
  {name: 'atom', title: 'Atom 1.0', mimeType: 'application/atom+xml', format: formatAtom, separator: ''},
  {name: 'json', title: 'JSON Feed 1.1', mimeType: 'application/feed+json', format: formatJsonFeed, separator: ','},
]

/** Path of an address of ours below the output folder. */
function pathOf(address: string, {siteUrl}: Channel): string {
  return decodeURIComponent(address.slice(siteUrl.length))
}

function copyOf({from, path, mimeType}: FileCopy, source: string): OutputFile {
  return {path, mimeType, rank: 'referred', source, copyFrom: from}
}

function* transcriptFiles({transcript, captions, basePath}: RenderedTranscript, source: string): Generator<OutputFile> {
  for (const format of publishedFormats) {
    const content = format.captions ? captions : transcript
    if (content === undefined) continue
    const path = `${basePath}${format.extensions[0]}`
    const mimeType = format.mimeTypes[0] ?? 'text/plain'
    yield {path, mimeType, rank: 'referred', source, pieces: [format.write(content)]}
  }
}

/** For podcast apps JSON, for the browser's own player WebVTT: one list, so they cannot disagree. */
function* chapterFiles(item: FeedItem, path: string): Generator<OutputFile> {
  const file = {rank: 'referred', source: item.source.file} as const
  const vtt = formatWebvttChapters(item.chapters, present({durationInSeconds: item.enclosure?.facts.durationInSeconds}))
  yield {...file, path, mimeType: 'application/json+chapters', pieces: [formatPodcastChapters(item.chapters)]}
  yield {...file, path: path.replace(/\.json$/, '.vtt'), mimeType: 'text/vtt', pieces: [vtt]}
}

/** Everything that is published of one episode beside the feeds: page, transcripts, chapters, media. */
export function* serialiseEpisode(channel: Channel, episode: RenderedEpisode): Generator<OutputFile> {
  const {item, transcripts, copies} = episode
  const source = item.source.file
  for (const copy of copies) yield copyOf(copy, source)
  for (const transcript of transcripts) yield* transcriptFiles(transcript, source)
  if (item.chaptersUrl !== undefined) yield* chapterFiles(item, pathOf(item.chaptersUrl, channel))
  const path = `${pathOf(item.url, channel)}index.html`
  yield {path, mimeType: 'text/html', rank: 'referred', source, pieces: episodePage(channel, episode)}
}

/** What is published of the show beside its feeds: the cover, and the index page with its assets. */
export function* serialiseShow(show: RenderedShow, copies: readonly FileCopy[], source: string): Generator<OutputFile> {
  for (const copy of copies) yield copyOf(copy, source)
  for (const {path, mimeType, text} of pageAssets) yield {path, mimeType, rank: 'referred', source, pieces: [text]}
  yield {
    path: feedStylesheetPath,
    mimeType: 'text/css',
    rank: 'referred',
    source,
    pieces: [feedStylesheet(show.channel)],
  }
  yield {path: 'index.html', mimeType: 'text/html', rank: 'feed', source, pieces: indexPage(show)}
}

export {formatOpml} from './opml.ts'

/** A document of a feed in one format, whose pieces are as `FeedFormat` says. */
export type DocumentFile = {readonly format: FeedFormatName; readonly separator: string; readonly file: OutputFile}

/** A document of a feed, in all the formats that it is written in. */
export type FeedFiles = {
  readonly document: Feed
  readonly isArchive: boolean
  readonly files: readonly DocumentFile[]
}

/** A feed document by document. Archives come before the one that refers to them. */
export function* serialiseFeed({document, archives, isPrivate}: RenderedFeed, source: string): Generator<FeedFiles> {
  const common = isPrivate ? ({source, isPrivate} as const) : {source}
  for (const archive of archives) {
    const files = documentFiles(archive.document, {...common, rank: 'referred'})
    yield {document: archive.document, isArchive: true, files}
  }
  yield {document, isArchive: false, files: documentFiles(document, {...common, rank: 'feed'})}
}

function documentFiles(feed: Feed, common: Pick<OutputFile, 'source' | 'rank' | 'isPrivate'>): FeedFiles['files'] {
  return feedFormats.flatMap(({name, mimeType, format, separator}) => {
    const address = feed.channel.feedUrls[name]
    if (address === undefined) return []
    // An object with an iterator of its own: a feed may be read more than once, a generator only once.
    const pieces = {[Symbol.iterator]: () => format(feed)[Symbol.iterator]()}
    return [{format: name, separator, file: {...common, path: pathOf(address, feed.channel), mimeType, pieces}}]
  })
}

type Left = {readonly path: string; readonly format: FeedFormatName}
type Moved = {readonly path: string; readonly to: string; readonly title: string; readonly source: string}

/**
 * What remains at old addresses: pages that lead on, and the main feed, which names its new address (`itunes:new-feed-url`), so that
 * apps follow on hosts that cannot redirect. They are the same bytes: a client that never follows misses nothing.
 */
export function* serialiseMoved(
  document: Feed,
  moved: {readonly pages: readonly Moved[]; readonly feeds: readonly Left[]},
  source: string,
): Generator<OutputFile> {
  for (const page of moved.pages) {
    const pieces = [movedPage(document.channel, page)]
    yield {path: page.path, mimeType: 'text/html', rank: 'referred', source: page.source, pieces}
  }
  const documents = documentFiles(document, {source, rank: 'feed'})
  for (const {path, format} of moved.feeds) {
    const left = documents.find((each) => each.format === format)?.file
    if (left !== undefined) yield {...left, path}
  }
}
