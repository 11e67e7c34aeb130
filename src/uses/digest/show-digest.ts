import {hash} from 'node:crypto'
import {stableText} from '../../engine/memory/stable-text.ts'
import type {Channel, FeedItem} from '../../model/feed.ts'
import {present} from '../../model/present.ts'
import type {ServedSite} from '../../model/serving.ts'
import type {Plan} from '../../plan/plan.ts'
import {addressesOfPictures} from '../../serialise/serialise.ts'

/** A show of a network as the lists and feeds of the network have it: nothing of it is planned a second time for them. */
export type ShowDigest = {
  readonly name: string
  /** What its lock has taken back. */
  readonly takenBack: readonly string[]
  readonly isBlocked: boolean
  readonly channel: Channel
  /** The published episodes, in the order of the show's files. */
  readonly items: readonly FeedItem[]
  /** The addresses of their covers and portraits. */
  readonly pictures: readonly string[]
  readonly site: ServedSite
  /** The site of its members, if they have one of their own. */
  readonly membersSite?: ServedSite
}

/** What the network needs of a show that was built. Held-back episodes are not in it, as they are in nothing that others can read. */
export function digestOf(name: string, {channel, items, served, servedForMembers, show, lock}: Plan): ShowDigest {
  return {
    name,
    takenBack: lock.lock.takenBack ?? [],
    isBlocked: show.blocked || channel.blocked,
    channel,
    items: items.map((item) => inNetwork(item, name)),
    pictures: addressesOfPictures(items),
    site: served,
    ...present({membersSite: servedForMembers}),
  }
}

/** An episode in the feed of the network. Its old addresses lead on only in the feed of its own show. */
function inNetwork({aliasesPlace: _place, ...item}: FeedItem, name: string): FeedItem {
  return {...item, aliases: [], source: {...item.source, file: `${name}/${item.source.file}`}}
}

/** Marks that tell one state of an episode from another: whatever lists may have of it, and whatever a feed may have. */
export type DigestMarks = {readonly listed: string; readonly item: string}

export function marksOfItem({
  source: _source,
  notesHtml,
  descriptionHtml,
  transcriptHtml,
  ...listed
}: FeedItem): DigestMarks {
  const mark = shortMark(listed)
  return {listed: mark, item: shortMark([mark, notesHtml, descriptionHtml, transcriptHtml])}
}

/** Of ASCII. */
export const markInCharacters = 16

function shortMark(value: unknown): string {
  return markOf(value).slice(0, markInCharacters)
}

export function markOf(value: unknown): string {
  return hash('sha1', stableText(value), 'base64')
}
