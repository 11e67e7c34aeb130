import type {FeedItem} from '../../model/feed.ts'

/** Members of an item that are as long as a page. Each of them is read for itself. */
export const longMembers = ['notesHtml', 'descriptionHtml', 'transcriptHtml'] as const

/** Members that say nothing of its identity, its order and its media. Most passes over all items ask for none of them: they are read together. */
const restMembers = [
  'chapters',
  'chaptersUrl',
  'externalUrl',
  'hostedVideo',
  'image',
  'language',
  'people',
  'pictures',
  'seasonName',
  'shortCode',
  'subtitle',
  'summary',
  'tags',
  'tagValues',
  'transcripts',
  'translations',
] as const

export type LongMember = (typeof longMembers)[number]
type RestMember = (typeof restMembers)[number]
export type HeldMember = LongMember | RestMember

/** What stays in memory of an item. */
export type BriefItem = Omit<FeedItem, HeldMember>
export type RestOfItem = Partial<Pick<FeedItem, RestMember>>
export type LongTexts = {readonly [M in LongMember]?: string}

type DividedItem = {
  readonly brief: BriefItem
  readonly rest: RestOfItem
  readonly texts: LongTexts
  /** The members that are in `rest` and `texts`. */
  readonly members: readonly HeldMember[]
}

/** An item in its parts, for somebody who puts `rest` and `texts` elsewhere. */
export function divided(item: FeedItem): DividedItem {
  const [brief, rest, texts]: [Members, Members, Members] = [{}, {}, {}]
  const members: HeldMember[] = []
  for (const [name, value] of Object.entries(item)) {
    if (value === undefined) continue
    if (isOf(longMembers, name)) texts[name] = value
    else if (isOf(restMembers, name)) rest[name] = value
    else brief[name] = value
    if (isOf(longMembers, name) || isOf(restMembers, name)) members.push(name)
  }
  // Each member of the item is in the part that has it by its type.
  return {brief: brief as BriefItem, rest, texts, members}
}

type Members = Record<string, unknown>

function isOf<T extends string>(names: readonly T[], name: string): name is T {
  return (names as readonly string[]).includes(name)
}

/** Where the held members of many items are. */
export type ItemHold = {
  readonly restAt: (index: number) => RestOfItem
  readonly textAt: (index: number, member: LongMember) => string
}

const heldIn = Symbol('where the other members of an item are')
type HeldPlace = {readonly hold: ItemHold; readonly index: number}
type HeldItem = {readonly [heldIn]?: HeldPlace}

/**
 * The item, whose other members are read when they are asked for. They are members of its own, so that a copy of the item has them. All
 * items share these functions, and with them what V8 knows of their shape. `brief` is changed.
 */
export function withHeld(brief: BriefItem, members: readonly HeldMember[], place: HeldPlace): FeedItem {
  Object.defineProperty(brief, heldIn, {value: place})
  for (const member of members) Object.defineProperty(brief, member, readers[member])
  // All that the type asks for is there now.
  return brief as FeedItem
}

/** Where the members of an item are held. A copy of an item is held nowhere, since it may say something else. */
export function placeOf(item: FeedItem): HeldPlace | undefined {
  return (item as HeldItem)[heldIn]
}

type Reader = PropertyDescriptor & ThisType<HeldItem>

// A row for each held member.
const readers = Object.fromEntries([
  ...longMembers.map((member) => [member, readerOfText(member)] as const),
  ...restMembers.map((member) => [member, readerOfRest(member)] as const),
]) as Readonly<Record<HeldMember, Reader>>

function readerOfText(member: LongMember): Reader {
  return {
    enumerable: true,
    get() {
      const place = this[heldIn]
      return place?.hold.textAt(place.index, member)
    },
  }
}

function readerOfRest(member: RestMember): Reader {
  return {
    enumerable: true,
    get() {
      const place = this[heldIn]
      return place?.hold.restAt(place.index)[member]
    },
  }
}

/** `read`, which keeps what it read last: whoever reads an item asks for several of its members, and for one member several times. */
export function latestOf<K, T>(read: (key: K) => T): (key: K) => T {
  let latest: {readonly key: K; readonly value: T} | undefined
  return (key) => {
    if (latest?.key !== key) latest = {key, value: read(key)}
    return latest.value
  }
}
