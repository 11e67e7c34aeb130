import {formatPodcastChapters} from '../chapters/podcast-json.ts'
import {formatWebvttChapters} from '../chapters/webvtt.ts'
import type {Channel, Feed, FeedItem} from '../model/feed.ts'
import type {OutputFile} from '../model/output.ts'
import {present} from '../model/present.ts'
import type {FileCopy, RenderedEpisode, RenderedTranscript} from '../model/rendered-episode.ts'
import {publishedFormats} from '../transcripts/all-formats.ts'
import {formatAtom} from './atom.ts'
import {formatJsonFeed} from './json-feed.ts'
import {pageAssets} from './pages/assets.ts'
import {episodePage} from './pages/episode-page.ts'
import {indexPage} from './pages/index-page.ts'
import {formatRss} from './rss.ts'

export {atomId} from './atom.ts'

/** A feed format: where it goes and how it is written. A new one is a file and its row. */
export type FeedFormat = {
  readonly name: 'rss' | 'atom' | 'json'
  readonly title: string
  readonly mimeType: string
  readonly format: (feed: Feed) => Iterable<string>
}

export const feedFormats: readonly FeedFormat[] = [
  {name: 'rss', title: 'RSS 2.0, for podcast apps', mimeType: 'application/rss+xml', format: formatRss},
  {name: 'atom', title: 'Atom 1.0', mimeType: 'application/atom+xml', format: formatAtom},
  {name: 'json', title: 'JSON Feed 1.1', mimeType: 'application/feed+json', format: formatJsonFeed},
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
  yield {path, mimeType: 'text/html', rank: 'referred', source, pieces: [episodePage(channel, episode)]}
}

/** What is published of the show as a whole: the cover, the index page with its assets, and the feeds. */
export function* serialiseFeed(feed: Feed, copies: readonly FileCopy[], source: string): Generator<OutputFile> {
  for (const copy of copies) yield copyOf(copy, source)
  for (const {path, mimeType, text} of pageAssets) yield {path, mimeType, rank: 'referred', source, pieces: [text]}
  yield {path: 'index.html', mimeType: 'text/html', rank: 'feed', source, pieces: indexPage(feed)}
  for (const {name, mimeType, format} of feedFormats) {
    const path = pathOf(feed.channel.feedUrls[name], feed.channel)
    // An object with an iterator of its own: a feed may be read more than once, a generator only once.
    yield {path, mimeType, rank: 'feed', source, pieces: {[Symbol.iterator]: () => format(feed)[Symbol.iterator]()}}
  }
}
