import {hash} from 'node:crypto'
import {feedParts} from '../../engine/judging/feed-parts.ts'
import {openJudging} from '../../engine/judging/judging.ts'
import {openDocumentMemory} from '../../engine/memory/document-memory.ts'
import type {Channel, Feed, FeedItem, ItemChannel, ListedItem} from '../../model/feed.ts'
import {present} from '../../model/present.ts'
import type {ItemTexts, PlannedEpisodes} from '../../plan/engine.ts'
import {judgeFeed} from '../../plan/feeds/judge-feeds.ts'
import type {OutputFolder} from '../../write/write.ts'
import {areSameForItems, type CopiedKind} from '../digest/copied-items.ts'
import type {DigestItems} from '../digest/digest-items.ts'
import type {Network} from './network-shows.ts'

/** Who judges the feeds of a network, and knows which of its texts are published as they are. */
export type NetworkEngine = (
  own: Pick<Network, 'show'> & {readonly channel: Channel},
) => Pick<PlannedEpisodes, 'itemTexts' | 'judge' | 'unchangedSizeInBytes'>

/** A network engine for one build. */
export type OpenNetworkEngine = {
  readonly engine: NetworkEngine
  /** To be called once the network is published: gives the marks of the files that it remembers. */
  readonly save: () => ReadonlyMap<string, string>
}

/** Remembers nothing, and judges each feed whole as soon as it is taken. */
export function plainEngine(now: Date): NetworkEngine {
  return () => ({judge: async (feed) => judgeFeed(feed, now), unchangedSizeInBytes: () => undefined})
}

type EngineUse = {
  readonly folder: string
  readonly output: string
  readonly now: Date
  readonly digests: DigestItems
  readonly opened: Pick<OutputFolder, 'changedFile' | 'sha1Of'>
  /** Whether earlier builds are asked, and later ones may ask this one. */
  readonly remembers: boolean
}

/**
 * Remembers of which episodes each text was made: one whose episodes and whose channel are as they were is not made again. Feeds are
 * judged part by part, as those of shows are.
 */
export function openNetworkEngine(use: EngineUse): OpenNetworkEngine {
  const {folder, output, now, digests} = use
  const {changedFile, sha1Of} = use.opened
  if (!use.remembers) return {engine: plainEngine(now), save: () => new Map()}
  let save: OpenNetworkEngine['save'] = () => new Map()
  const inFeeds = ({source, guid, enclosure}: FeedItem) =>
    `${digests.marksOf(source)?.item} ${guid} ${enclosure?.url}\n`
  const inLists = ({source, guid, enclosure}: ListedItem) =>
    `${digests.marksOf(source)?.listed} ${guid} ${enclosure?.url}\n`
  const engine: NetworkEngine = ({show, channel}) => {
    const memory = openDocumentMemory({folder, output, now, sha1Of}, [show, channel])
    const judgeStaged = openJudging(now, [], memory.verdicts)
    const inDocument = remembered(({items, trailers, ...rest}: Feed) =>
      markOfTexts(items.map(inFeeds), JSON.stringify([rest, trailers.map(inFeeds)])),
    )
    const inList = remembered((items: readonly ListedItem[]) => markOfTexts(items.map(inLists)))
    save = memory.save
    const texts = copiedInto(digests)
    return {
      itemTexts: texts,
      judge: async (feed) => {
        const file = changedFile(feed.file.path)
        if (file === undefined) return []
        const isSound = (item: FeedItem) => texts.of(feed.file.path, item)?.isSound === true
        const parts = feedParts(feed, undefined, isSound)
        return judgeStaged({file, ...present({parts})}, feed.reportedPath, feed.authors)
      },
      unchangedSizeInBytes: (path, madeOf) => {
        const madeFrom = 'channel' in madeOf ? inDocument(madeOf) : inList(madeOf.items)
        return memory.unchangedSizeInBytes(path, madeFrom)
      },
    }
  }
  return {engine, save: () => save()}
}

/** The items that digests have texts of, for each document whose channel says the same of items. */
function copiedInto(
  digests: DigestItems,
): ItemTexts & {readonly of: (path: string, item: FeedItem) => CopiedKind | undefined} {
  /** By path: of the kinds that were asked for, whether their texts are the same in this document. */
  const documents = new Map<string, (kind: CopiedKind) => boolean>()
  const of = (path: string, item: FeedItem) => {
    const kind = digests.copiedOf(item)
    return kind !== undefined && documents.get(path)?.(kind) === true ? kind : undefined
  }
  return {
    of,
    textsIn: (path, {channel}, format) => {
      documents.set(path, whetherSameIn(channel))
      return {
        textOf: (item) => (of(path, item) === undefined ? undefined : digests.copyOf(item, format)),
        prefixesOf: (item) => of(path, item)?.prefixes,
      }
    },
    wrote: () => {},
  }
}

function whetherSameIn(channel: ItemChannel): (kind: CopiedKind) => boolean {
  const known = new Map<CopiedKind, boolean>()
  return (kind) => {
    const isSame = known.get(kind) ?? areSameForItems(kind.channel, channel)
    known.set(kind, isSame)
    return isSame
  }
}

/** Asked for each format of a feed, and for each page of a list. */
function remembered<K extends object>(make: (key: K) => string): (key: K) => string {
  const known = new WeakMap<K, string>()
  return (key) => {
    const mark = known.get(key) ?? make(key)
    known.set(key, mark)
    return mark
  }
}

function markOfTexts(texts: readonly string[], ...more: readonly string[]): string {
  return hash('sha1', [...more, ...texts].join(''), 'base64')
}
