import {present} from '../model/present.ts'
import {isSameMedia} from '../text/addresses/analytics-prefixes.ts'
import {percentDecoded} from '../text/addresses/percent-decoded.ts'
import type {Delivered, DeliveredFeed, DeliveredItem} from './delivered.ts'

/** One thing that people or apps had before and would not have any more. */
export type Loss = {
  readonly kind: keyof typeof lossKinds
  /** The name of the feed, or the owner of the address. */
  readonly of: string
  /** What is lost: a path, a guid or an address. */
  readonly what: string
  /** The episode, if the loss belongs to one. */
  readonly slug?: string
  /** What would replace it. */
  readonly now?: string
  /** The kind of media that the feed asks for, if it asks for one. */
  readonly asksFor?: 'audio' | 'video'
}

const lossKinds = {
  feed: 'the address of a feed',
  'feed-guid': 'the identity of a feed',
  members: 'the addresses of the members of a feed',
  item: 'an item of a feed',
  again: 'the guid of an item, whose episode is in the feed under another one',
  archived: 'an item that goes from the feed to an archive',
  enclosure: 'the enclosure of an item, whose old address leads nowhere',
  address: 'any other address',
  bytes: 'the bytes of a media file, whose address stays',
} as const

/** What there is after a build, and whether an old path below the site still leads to something. */
export type Served = Delivered & {readonly site: string; readonly leadsOn: (path: string) => boolean}

/** What would be lost if `before` is replaced by `after`. */
export function lossesBetween(before: Delivered, after: Served): readonly Loss[] {
  const addresses = [...before.addresses].flatMap(([path, of]): readonly Loss[] => {
    if (after.addresses.has(path) || after.leadsOn(path)) return []
    return [{kind: 'address', of, what: path, ...(of === 'show' ? {} : {slug: of})}]
  })
  return [...before.feeds.flatMap((feed) => lossesOfFeed(feed, after)), ...addresses]
}

/**
 * The feed that the subscribers of `old` have now: the feed at its address, or for members the feed with its name. A feed that has moved
 * has none, until its old address redirects.
 */
export function successorOf({name, paths}: DeliveredFeed, feeds: readonly DeliveredFeed[]): DeliveredFeed | undefined {
  if (paths.length === 0) return feeds.find((each) => each.name === name && each.paths.length === 0)
  // A feed that moved and was also left at its old address is at both. Its first path is the one that people have.
  return paths.flatMap((path) => feeds.find((each) => each.paths.includes(path)) ?? [])[0]
}

function lossesOfFeed(old: DeliveredFeed, after: Served): readonly Loss[] {
  const now = successorOf(old, after.feeds)
  const paths = old.paths.filter(
    (path) => !after.feeds.some((each) => each.paths.includes(path)) && !after.leadsOn(path),
  )
  const moved = paths.map((what): Loss => ({kind: 'feed', of: old.name, what}))
  if (now === undefined) {
    return old.paths.length === 0
      ? [{kind: 'feed', of: old.name, what: ''}]
      : [...moved, ...lossesBehindMove(old, after)]
  }
  const of = now.name
  const isOtherShow = old.guid !== undefined && now.guid !== undefined && old.guid !== now.guid
  return [
    ...moved,
    ...(isOtherShow ? [{kind: 'feed-guid', of, what: old.guid ?? '', now: now.guid ?? ''} as const] : []),
    ...(old.key !== undefined && now.key !== undefined && old.key !== now.key
      ? [{kind: 'members', of, what: old.key} as const]
      : []),
    ...(old.membersAt !== undefined && now.membersAt !== undefined && old.membersAt !== now.membersAt
      ? [{kind: 'members', of, what: `at ${old.membersAt}`, now: now.membersAt} as const]
      : []),
    ...lossesOfItems(old, now, after),
  ]
}

/** Who says that a feed moves has not said that episodes leave it: whoever follows to its new address would miss them there. */
function lossesBehindMove(old: DeliveredFeed, after: Served): readonly Loss[] {
  const now = after.feeds.find(({name}) => name === old.name)
  if (now === undefined) return []
  return lossesOfItems(old, now, after).filter(({kind}) => kind === 'item' || kind === 'archived')
}

function lossesOfItems(old: DeliveredFeed, now: DeliveredFeed, after: Served): readonly Loss[] {
  if (old.items === undefined || now.items === undefined) return []
  const here = new Map(now.items.map((item) => [item.guid, item]))
  const archived = new Map(now.archived.map((item) => [item.guid, item]))
  const bySlug = new Map([...now.items, ...now.archived].map((item) => [item.slug, item]))
  const keptByDesign = old.kept !== undefined && now.kept !== undefined && now.kept >= old.kept
  const losses: Loss[] = []
  const lose = (kind: Loss['kind'], {guid, slug}: DeliveredItem, other?: string) =>
    losses.push({
      kind,
      of: now.name,
      what: guid,
      ...present({slug, now: other, asksFor: now.media}),
    })
  for (const [item, wasArchived] of itemsOf(old)) {
    const found = here.get(item.guid) ?? archived.get(item.guid)
    const again = item.slug === undefined ? undefined : bySlug.get(item.slug)
    if (found === undefined) {
      if (again !== undefined) lose('again', item, again.guid)
      else if (!(old.isWindow && hasMovedOn(item, old.items, now.items))) lose('item', item)
      continue
    }
    if (!wasArchived && !here.has(item.guid) && !keptByDesign) lose('archived', item)
    if (leadsNowhere(item.enclosure, found.enclosure, after)) {
      const {slug = ''} = item
      losses.push({
        kind: 'enclosure',
        of: now.name,
        what: item.enclosure ?? '',
        slug,
        ...(found.enclosure === undefined ? {} : {now: found.enclosure}),
      })
    }
  }
  return losses
}

function itemsOf({items = [], archived}: DeliveredFeed): readonly (readonly [DeliveredItem, boolean])[] {
  return [...items.map((item) => [item, false] as const), ...archived.map((item) => [item, true] as const)]
}

/** A window has moved on if it is as long as before and no item that is still in it is older than the one that left. */
function hasMovedOn(
  {publishedInMilliseconds: date}: DeliveredItem,
  before: readonly DeliveredItem[],
  now: readonly DeliveredItem[],
): boolean {
  return now.length >= before.length && now.every(({publishedInMilliseconds: other}) => other >= date)
}

function leadsNowhere(old: string | undefined, now: string | undefined, {site, leadsOn}: Served): boolean {
  if (old === undefined || (now !== undefined && isSameMedia(old, now))) return false
  return !(old.startsWith(site) && leadsOn(percentDecoded(old.slice(site.length))))
}
