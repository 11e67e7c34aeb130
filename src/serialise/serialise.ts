import {formatPodcastChapters} from '../chapters/podcast-json.ts'
import {formatWebvttChapters} from '../chapters/webvtt.ts'
import {chapterKinds} from '../file-kinds/text-kinds.ts'
import type {Feed, FeedItem, KnownItems} from '../model/feed.ts'
import type {FeedFormatName} from '../model/feed-settings.ts'
import type {OutputFile} from '../model/output.ts'
import {present} from '../model/present.ts'
import type {FileCopy, RenderedEpisode} from '../model/rendered-episode.ts'
import type {PageSource, RenderedFeed, RenderedShow} from '../model/rendered-show.ts'
import {fileStemOf, sitePaths, themeStylePath} from '../model/site-paths.ts'
import type {SiteChannel} from '../model/templates.ts'
import type {OwnPage} from '../model/theme.ts'
import {pageAssets} from '../pages/assets.ts'
import {movedPage} from '../pages/moved-page.ts'
import {ownPage} from '../pages/own-pages.ts'
import {
  type EpisodePageKind,
  episodePageKinds,
  type Page,
  type ShowPageKind,
  showPageKinds,
  wantedKinds,
} from '../pages/page-kinds.ts'
import {feedFormats, type WrittenFeedFormat} from './feed-formats.ts'
import {feedStylesheet, feedStylesheetPath} from './feed-stylesheet.ts'

export {addressesOfPictures, picturesElsewhere} from '../pages/pictures-elsewhere.ts'
export {atomId} from './atom.ts'
export {feedFormats, type WrittenFeedFormat} from './feed-formats.ts'
export {prefixesOf} from './rss.ts'

function copyOf({from, path, mimeType, recipe}: FileCopy, source: string): OutputFile {
  return {path, mimeType, rank: 'referred', source, copyFrom: from, ...present({recipe})}
}

type PageFile = Pick<OutputFile, 'rank' | 'source'> & {readonly mimeType: string | undefined}

/** The second value is what all pages of a kind have in common. */
function pageFile({path, pieces, mimeType}: Page, {rank, source, mimeType: usual = 'text/html'}: PageFile): OutputFile {
  return {path, mimeType: mimeType ?? usual, rank, source, pieces}
}

/** JSON for podcast apps, and WebVTT for the browser's own player. Both are made from one list, so they cannot differ. */
function* chapterFiles(item: FeedItem): Generator<OutputFile> {
  const file = {rank: 'referred', source: item.source.file} as const
  const {mimeType} = chapterKinds.json
  const vtt = formatWebvttChapters(item.chapters, present({durationInSeconds: item.enclosure?.facts.durationInSeconds}))
  yield {path: sitePaths.chapters(fileStemOf(item)), mimeType, ...file, pieces: [formatPodcastChapters(item.chapters)]}
  yield {path: sitePaths.chapterTrack(fileStemOf(item)), mimeType: chapterKinds.vtt.mimeType, ...file, pieces: [vtt]}
}

/** Everything that is published of one episode beside the feeds: page, transcripts, chapters, media. */
export function* serialiseEpisode(
  channel: SiteChannel,
  episode: RenderedEpisode,
  pageKinds: readonly EpisodePageKind[] = episodePageKinds,
): Generator<OutputFile> {
  const {item, transcripts, copies} = episode
  const source = item.source.file
  for (const copy of copies) yield copyOf(copy, source)
  for (const {path, mimeType, text} of transcripts.flatMap(({files}) => files))
    yield {path, mimeType, rank: 'referred', source, pieces: [text()]}
  if (item.chaptersUrl !== undefined) yield* chapterFiles(item)
  for (const {pages, mimeType} of wantedKinds(channel, pageKinds))
    for (const page of pages(channel, episode)) yield pageFile(page, {rank: 'referred', source, mimeType})
}

/** A file of the show as a whole, with what it is made of; of a file of the author's, that is absent. */
export type FileOfShow = OutputFile & {readonly madeOf?: PageSource}

/** Nothing but what the file of the show says. */
const ofNoEpisode: PageSource = {items: [], hasWords: false}

/** What is published of the show beside its feeds: the cover, and the index page with its assets. */
export function* serialiseShow(
  show: RenderedShow,
  copies: readonly FileCopy[],
  source: string,
  pageKinds: readonly ShowPageKind[] = showPageKinds,
): Generator<FileOfShow> {
  for (const copy of copies) yield copyOf(copy, source)
  const common = {rank: 'referred', source, madeOf: ofNoEpisode} as const
  if (show.channel.leavesOutPages !== true)
    for (const {path, mimeType, text} of pageAssets) yield {...common, path, mimeType, pieces: [text]}
  yield {...common, path: feedStylesheetPath, mimeType: 'text/css', pieces: [feedStylesheet(show.channel)]}
  yield* serialiseLists(show, source, pageKinds)
}

/** What the author adds to the site, which is made anew by each build: pages of their own, and the files of the theme. */
export type AuthoredAdditions = {
  readonly pages: readonly OwnPage[]
  readonly style?: string
  readonly copies: readonly FileCopy[]
}

export function* serialiseAdditions(
  channel: SiteChannel,
  {pages, style, copies}: AuthoredAdditions,
  source: string,
): Generator<OutputFile> {
  if (channel.leavesOutPages === true) return
  for (const copy of copies) yield copyOf(copy, source)
  if (style !== undefined) yield {path: themeStylePath, mimeType: 'text/css', rank: 'referred', source, pieces: [style]}
  for (const page of pages)
    yield pageFile(ownPage(channel, page), {rank: 'referred', source: page.source, mimeType: undefined})
}

/** The pages that list its episodes. */
export function* serialiseLists(
  {channel, items, words}: Pick<RenderedShow, 'channel' | 'items' | 'words'>,
  source: string,
  pageKinds: readonly ShowPageKind[] = showPageKinds,
): Generator<FileOfShow> {
  const show = {channel, items}
  const withWords = {...show, ...present({words})}
  for (const {rank, pages, mimeType, hasWords = false} of wantedKinds(channel, pageKinds))
    for (const page of pages(hasWords ? withWords : show))
      yield {...pageFile(page, {rank, source, mimeType}), madeOf: {items: page.items ?? items, hasWords}}
}

export {formatOpml} from './opml.ts'

/** A document of a feed in one format, whose pieces are as `FeedFormat` says. */
export type DocumentFile = Pick<WrittenFeedFormat, 'separator' | 'isQuick'> & {
  readonly format: FeedFormatName
  readonly file: OutputFile
}

/** A document of a feed, in all the formats that it is written in. */
export type FeedFiles = {
  readonly document: Feed
  readonly isArchive: boolean
  readonly files: readonly DocumentFile[]
}

/** Texts of items that are published in the document at `path` as they would be written. */
type TextsIn = (path: string, document: Feed, format: FeedFormatName) => KnownItems

/** A feed document by document. Archives come before the one that refers to them. */
export function* serialiseFeed(
  {document, paths, archives, isPrivate}: RenderedFeed,
  source: string,
  formats: readonly WrittenFeedFormat[] = feedFormats,
  textsIn?: TextsIn,
): Generator<FeedFiles> {
  const common = {source, ...(isPrivate && {isPrivate}), ...present({textsIn})}
  for (const archive of archives) {
    const files = documentFiles(archive, {...common, rank: 'archive'}, formats)
    yield {document: archive.document, isArchive: true, files}
  }
  yield {document, isArchive: false, files: documentFiles({document, paths}, {...common, rank: 'feed'}, formats)}
}

function documentFiles(
  {document, paths}: Pick<RenderedFeed, 'document' | 'paths'>,
  {textsIn, ...common}: Pick<OutputFile, 'source' | 'rank' | 'isPrivate'> & {readonly textsIn?: TextsIn},
  formats: readonly WrittenFeedFormat[],
): FeedFiles['files'] {
  return formats.flatMap(({name, mimeType, format, separator, isQuick}) => {
    const path = paths[name]
    if (path === undefined) return []
    // This is an object with an iterator of its own, because a feed may be read more than once, and a generator only once.
    const pieces = {[Symbol.iterator]: () => format(document, textsIn?.(path, document, name))[Symbol.iterator]()}
    return [{format: name, separator, ...present({isQuick}), file: {...common, path, mimeType, pieces}}]
  })
}

type Left = {readonly path: string; readonly format: FeedFormatName}
type Moved = {readonly path: string; readonly to: string; readonly title: string; readonly source: string}

/**
 * What remains at old addresses: pages that lead on, and the main feed. The feed names its new address (`itunes:new-feed-url`),
 * so that apps follow on hosts that cannot redirect. It is the same feed byte for byte, so a client that never follows misses
 * nothing.
 */
export function* serialiseMoved(
  {document, paths}: Pick<RenderedFeed, 'document' | 'paths'>,
  moved: {readonly pages: readonly Moved[]; readonly feeds: readonly Left[]},
  source: string,
): Generator<OutputFile> {
  for (const page of moved.pages) {
    const pieces = [movedPage(document.channel, page)]
    yield {path: page.path, mimeType: 'text/html', rank: 'moved', source: page.source, pieces}
  }
  const documents = documentFiles({document, paths}, {source, rank: 'moved'}, feedFormats)
  for (const {path, format} of moved.feeds) {
    const left = documents.find((each) => each.format === format)?.file
    if (left !== undefined) yield {...left, path}
  }
}
