import {descriptionBlock} from '../chapters/description-block.ts'
import type {Chapter} from '../model/chapter.ts'
import type {Channel, FeedItem} from '../model/feed.ts'
import {present} from '../model/present.ts'
import {byteLength} from '../text/cut/byte-length.ts'
import {type AppName, apps} from './all-apps.ts'
import type {App, Limit} from './app.ts'
import {appNotes} from './app-notes.ts'

/** What one app shows of an episode. */
export type AppView = {
  readonly app: AppName
  readonly appTitle: string
  readonly show: string
  readonly title: string
  /** Why the app leaves the episode out. */
  readonly hiddenBecause?: string
  /** `html` with the elements that the app keeps; `text` as a person reads it. */
  readonly notes: {readonly from: App['notesFrom']; readonly html: string; readonly text: string}
  readonly chapters: {
    readonly from?: App['chaptersFrom'][number]
    readonly list: readonly {readonly startInSeconds: number; readonly title: string}[]
    /** Why there are no chapters. */
    readonly reason?: string
  }
  readonly artwork?: {
    readonly url: string
    readonly isOfEpisode: boolean
    readonly widthInPixels?: number
    readonly heightInPixels?: number
  }
  readonly limits: readonly CountedLimit[]
}

/** Something that the app limits: the limit, and what the episode has. `isKept` says that it is within the limit. */
export type CountedLimit = {
  readonly what: string
  readonly count: number
  readonly limit: number
  readonly unit: Limit['unit'] | 'pixels'
  readonly isKept: boolean
}

export type ShownEpisode = {
  readonly item: FeedItem
  readonly channel: Channel
  /** Chapters within the media file itself. */
  readonly mediaChapters: readonly Chapter[]
}

/** An episode as the app `name` shows it, from what the feed tells it. */
export function appView(name: AppName, episode: ShownEpisode): AppView {
  const {item, channel} = episode
  const app: App = apps[name]
  const source = app.notesFrom === 'description' ? (item.descriptionHtml ?? item.notesHtml) : item.notesHtml
  const notes = {from: app.notesFrom, ...appNotes(source, app)}
  const chapters = chaptersFor(app, episode)
  const artwork = item.image ?? channel.image
  return {
    app: name,
    appTitle: app.title,
    show: channel.title,
    title: item.title,
    notes,
    chapters,
    limits: limitsFor(app, {title: item.title, notes, chapters}, artwork?.facts),
    ...present({
      hiddenBecause: hiddenBecause(item),
      artwork: artwork && {
        url: artwork.url,
        isOfEpisode: item.image !== undefined,
        ...present({
          widthInPixels: artwork.facts?.widthInPixels,
          heightInPixels: artwork.facts?.heightInPixels,
        }),
      },
    }),
  }
}

function hiddenBecause({enclosure, blocked}: FeedItem): string | undefined {
  if (enclosure === undefined) return 'it has no media file, and podcast apps leave such an item out'
  return blocked ? 'it is blocked' : undefined
}

function chaptersFor(app: App, {item, mediaChapters}: ShownEpisode): AppView['chapters'] {
  const reasons: string[] = []
  for (const from of app.chaptersFrom) {
    const block = from === 'lines of the notes' ? descriptionBlock(item.chapters) : undefined
    if (block !== undefined && !('text' in block)) {
      if (item.chapters.length > 0) reasons.push(block.reason)
      continue
    }
    const source = from === 'media file' ? mediaChapters : item.chapters
    const list = source
      .filter(({hidden}) => hidden !== true)
      .map(({startInSeconds, title}) => ({startInSeconds, title}))
    if (list.length > 0) return {from, list}
  }
  if (item.chapters.length === 0 && mediaChapters.length === 0) return {list: [], reason: 'the episode has none'}
  return {list: [], reason: reasons[0] ?? `${app.title} reads them from the media file, which has none`}
}

function limitsFor(
  app: App,
  shown: Pick<AppView, 'title' | 'notes' | 'chapters'>,
  sides: Sides,
): readonly CountedLimit[] {
  const {title, notes, chapterTitle} = app.limits
  const longest = [...shown.chapters.list].sort((a, b) => b.title.length - a.title.length)[0]?.title
  const refused = app.refusedInNotes === undefined ? [] : [...shown.notes.html.matchAll(app.refusedInNotes)]
  return [
    ...counted('title', shown.title, title),
    ...counted('notes', shown.notes.html, notes),
    ...(longest === undefined ? [] : counted('longest chapter title', longest, chapterTitle)),
    ...(refused.length === 0 ? [] : counted('refused in notes', refused.join(''), {size: 0, unit: 'characters'})),
    ...sidesOf(app, sides),
  ]
}

type Sides = {readonly widthInPixels: number} | undefined

function sidesOf({artwork}: App, sides: Sides): readonly CountedLimit[] {
  if (artwork === undefined || sides === undefined) return []
  const {smallestInPixels, largestInPixels: limit} = artwork
  const count = sides.widthInPixels
  return [{what: 'artwork', count, limit, unit: 'pixels', isKept: count >= smallestInPixels && count <= limit}]
}

function counted(what: string, text: string, limit: Limit | undefined): readonly CountedLimit[] {
  if (limit === undefined) return []
  const {size, unit} = limit
  const count = unit === 'bytes' ? byteLength(text) : [...text].length
  return [{what, count, limit: size, unit, isKept: count <= size}]
}
