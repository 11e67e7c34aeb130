import {hash} from 'node:crypto'
import {feedParts} from '../../engine/judging/feed-parts.ts'
import {openJudging} from '../../engine/judging/judging.ts'
import {openDocumentMemory} from '../../engine/memory/document-memory.ts'
import type {Channel, Feed, FeedItem} from '../../model/feed.ts'
import {present} from '../../model/present.ts'
import type {PlannedEpisodes} from '../../plan/engine.ts'
import {judgeFeed} from '../../plan/feeds/judge-feeds.ts'
import type {OutputFolder} from '../../write/write.ts'
import type {Network} from './network-shows.ts'

/** Who judges the feeds of a network, and knows which of its texts are published as they are. */
export type NetworkEngine = (
  own: Pick<Network, 'show'> & {
    readonly channel: Channel
    /** The episodes that its lists have. */
    readonly items: readonly FeedItem[]
  },
) => Pick<PlannedEpisodes, 'judge' | 'unchangedSizeInBytes'>

/** A network engine for one build. */
export type OpenNetworkEngine = {
  readonly engine: NetworkEngine
  /** To be called once the network is published. */
  readonly save: () => void
}

/** Remembers nothing, and judges each feed whole as soon as it is taken. */
export function plainEngine(now: Date): NetworkEngine {
  return () => ({judge: async (feed) => judgeFeed(feed, now), unchangedSizeInBytes: () => undefined})
}

type EngineUse = {
  readonly folder: string
  readonly output: string
  readonly now: Date
  /** The mark of each episode, by its `source`. */
  readonly marks: ReadonlyMap<object, string>
  readonly changedFile: OutputFolder['changedFile']
  /** Whether earlier builds are asked, and later ones may ask this one. */
  readonly remembers: boolean
}

/**
 * Remembers of which episodes each text was made: one whose episodes and whose channel are as they were is not made again. Feeds are
 * judged part by part, as those of shows are.
 */
export function openNetworkEngine(use: EngineUse): OpenNetworkEngine {
  const {folder, output, now, marks, changedFile} = use
  if (!use.remembers) return {engine: plainEngine(now), save: () => {}}
  let save = () => {}
  const markOf = ({source, guid, enclosure}: FeedItem) => `${marks.get(source)} ${guid} ${enclosure?.url}\n`
  const engine: NetworkEngine = ({show, channel, items}) => {
    const memory = openDocumentMemory(folder, output, [show, channel], now)
    const judgeStaged = openJudging(now, [], memory.verdicts)
    let marksOfAll: string | undefined
    const madeFrom = new WeakMap<Feed, string>()
    const inDocument = (document: Feed): string => {
      const {items: own, trailers, ...rest} = document
      const known = madeFrom.get(document) ?? markOfTexts(own.map(markOf), JSON.stringify([rest, trailers.map(markOf)]))
      madeFrom.set(document, known)
      return known
    }
    save = memory.save
    return {
      judge: async (feed) => {
        const file = changedFile(feed.file.path)
        if (file === undefined) return []
        return judgeStaged({file, ...present({parts: feedParts(feed)})}, feed.reportedPath, feed.authors)
      },
      unchangedSizeInBytes: (path, madeOf) => {
        if ('channel' in madeOf) return memory.unchangedSizeInBytes(path, inDocument(madeOf))
        marksOfAll ??= markOfTexts(items.map(markOf))
        return memory.unchangedSizeInBytes(path, marksOfAll)
      },
    }
  }
  return {engine, save: () => save()}
}

function markOfTexts(texts: readonly string[], ...more: readonly string[]): string {
  return hash('sha1', [...more, ...texts].join(''), 'base64')
}
