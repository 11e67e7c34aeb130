import {bareMediaUrl, isSameMedia} from '../text/addresses/analytics-prefixes.ts'
import type {SubscriberFeed, SubscriberItem} from './subscriber-feed.ts'

/** What becomes of one episode in the apps of subscribers. */
export type EpisodeChange = {
  readonly kind: keyof typeof changeKinds
  readonly title: string
  readonly guid: string
  readonly before?: string
  readonly after?: string
}

/** What subscribers will see of a build. */
export type Comparison = {
  /** Whether somebody would get something twice, or lose something. */
  readonly hurts: boolean
  /** The changes in the feed that is compared. For an output folder, that is its main feed. */
  readonly changes: readonly EpisodeChange[]
  /** What would be lost in all other feeds and at all other addresses of an output folder, as sentences. */
  readonly losses: readonly string[]
}

/** In the order of reports. `hurts`: a listener gets something twice, or loses something. */
export const changeKinds = {
  vanished: {says: 'vanishes from apps', hurts: true},
  'delivered-again': {says: 'is delivered a second time: its guid changes', hurts: true},
  'downloaded-again': {says: 'has its media at another address: apps may download it again', hurts: true},
  resorted: {says: 'moves in the list: its date changes', hurts: false},
  moved: {says: 'has its page at another address', hurts: false},
  renamed: {says: 'gets another title', hurts: false},
  new: {says: 'is new', hurts: false},
} as const

/** What subscribers of `before` will see when the feed becomes `after`. */
export function compareFeeds(before: SubscriberFeed, after: SubscriberFeed): readonly EpisodeChange[] {
  const [oldItems, newItems] = [onceEach(before.items), onceEach(after.items)]
  const pairs = pairItems(oldItems, newItems)
  const known = new Set(pairs.values())
  const changes = [
    ...oldItems.flatMap((old) => {
      const now = pairs.get(old)
      const {title, guid} = old
      return now === undefined ? [{kind: 'vanished', title, guid} as const] : changesOf(old, now)
    }),
    ...newItems.filter((item) => !known.has(item)).map(({title, guid}) => ({kind: 'new', title, guid}) as const),
  ]
  const order = Object.keys(changeKinds)
  return changes.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

/** Whether a listener would get something twice or lose something. */
export function hurtsListeners(changes: readonly EpisodeChange[]): boolean {
  return changes.some(({kind}) => changeKinds[kind].hurts)
}

/** Two items with one guid are one episode to an app. */
function onceEach(items: readonly SubscriberItem[]): readonly SubscriberItem[] {
  const seen = new Set<string>()
  return items.filter(({guid}) => {
    const isFirst = guid === '' || !seen.has(guid)
    seen.add(guid)
    return isFirst
  })
}

/** Items of one episode: by guid as apps do, then by what else only one item has. */
function pairItems(
  before: readonly SubscriberItem[],
  after: readonly SubscriberItem[],
): ReadonlyMap<SubscriberItem, SubscriberItem> {
  const pairs = new Map<SubscriberItem, SubscriberItem>()
  const taken = new Set<SubscriberItem>()
  const marks: readonly ((item: SubscriberItem) => string | undefined)[] = [
    ({guid}) => guid,
    ({enclosureUrl}) => enclosureUrl && bareMediaUrl(enclosureUrl),
    ({link}) => link,
    ({title, publishedAt}) => (publishedAt === undefined ? undefined : `${publishedAt.toISOString()} ${title}`),
  ]
  for (const markOf of marks) {
    const left = new Map(after.filter((item) => !taken.has(item)).map((item) => [markOf(item), item]))
    for (const old of before) {
      const mark = markOf(old)
      const now = mark === undefined || mark === '' ? undefined : left.get(mark)
      if (now === undefined || taken.has(now) || pairs.has(old)) continue
      pairs.set(old, now)
      taken.add(now)
    }
  }
  return pairs
}

function changesOf(old: SubscriberItem, now: SubscriberItem): readonly EpisodeChange[] {
  const facts = [
    ['delivered-again', old.guid, now.guid],
    ['downloaded-again', old.enclosureUrl, now.enclosureUrl],
    ['resorted', old.publishedAt?.toISOString(), now.publishedAt?.toISOString()],
    ['moved', old.link, now.link],
    ['renamed', old.title, now.title],
  ] as const
  return facts
    .filter(([kind, before, after]) => before !== after && !(kind === 'downloaded-again' && isSameFile(before, after)))
    .map(([kind, before, after]) => ({
      kind,
      title: old.title,
      guid: now.guid,
      ...(before === undefined ? {} : {before}),
      ...(after === undefined ? {} : {after}),
    }))
}

/** A service that counts downloads, put before the address or taken away, moves no file: apps keep what they have. */
function isSameFile(before: string | undefined, after: string | undefined): boolean {
  return before !== undefined && after !== undefined && isSameMedia(before, after)
}
