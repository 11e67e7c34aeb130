import {deserialize, serialize} from 'node:v8'
import {
  type BriefItem,
  divided,
  type HeldMember,
  type ItemHold,
  type LongMember,
  latestOf,
  longMembers,
  placeOf,
  withHeld,
} from '../../engine/memory/held-items.ts'
import type {TextSpan, TextStore} from '../../engine/memory/text-store.ts'
import type {FeedItem, ItemChannel} from '../../model/feed.ts'
import {type FeedFormatName, feedFormatNames} from '../../model/feed-settings.ts'
import {type BriefColumns, briefColumns, briefItem} from './brief-columns.ts'
import type {CopiedKind} from './copied-items.ts'
import {type DigestMarks, markInCharacters} from './show-digest.ts'
import type {StoredText} from './written-items.ts'

/** What is in the file of texts for each item, in the order in which `places` has it. */
const parts = ['rest', ...longMembers, ...feedFormatNames] as const
type Part = (typeof parts)[number]

/** What many items have in common. */
type ItemKind = Pick<StoredText, 'prefixes' | 'isSound'> & {readonly members: readonly HeldMember[]}

/**
 * The items of a show as its digest has them. A network has a hundred thousand, and all of them are in memory at once: so of each there is
 * only what every pass asks for, and bytes instead of objects.
 */
export type PackedItems = {
  readonly brief: BriefColumns
  readonly kinds: readonly ItemKind[]
  /** By item: the index of its kind. */
  readonly kindOf: Uint32Array
  /** By item, and in it by part: where it begins and its length, in bytes. Where there is none, the length is negative. */
  readonly places: Float64Array
  /** By item: in as many bytes as a mark has characters. */
  readonly marks: {readonly [M in keyof DigestMarks]: Uint8Array}
}

type AddPart = (part: string | Uint8Array) => TextSpan

/** Hands the parts of each item to `add`, and gives the rest. `marks` are those of the items. */
export function packItems(
  written: Iterable<StoredText & {readonly item: FeedItem}>,
  marks: readonly DigestMarks[],
  add: AddPart,
): PackedItems {
  const brief: Omit<BriefItem, 'source'>[] = []
  const kinds = new Map<string, {readonly index: number; readonly kind: ItemKind}>()
  const kindOf: number[] = []
  const places: number[] = []
  for (const {item, pieces, prefixes, isSound} of written) {
    const {brief: all, rest, texts, members} = divided(item)
    const {source: _source, ...kept} = all
    brief.push(kept)
    const kind = {members, prefixes, isSound}
    const key = JSON.stringify(kind)
    const known = kinds.get(key) ?? {index: kinds.size, kind}
    kinds.set(key, known)
    kindOf.push(known.index)
    const spanOf = (part: string | undefined) => (part === undefined ? undefined : add(part))
    const spans = [
      add(serialize(rest)),
      ...longMembers.map((member) => spanOf(texts[member])),
      ...feedFormatNames.map((format) => pieces[format]),
    ]
    for (const {at, length} of spans.map((span) => span ?? {at: 0, length: -1})) places.push(at, length)
  }
  return {
    brief: briefColumns(brief),
    kinds: [...kinds.values()].map(({kind}) => kind),
    kindOf: Uint32Array.from(kindOf),
    places: Float64Array.from(places),
    marks: {listed: bytesOf(marks.map(({listed}) => listed)), item: bytesOf(marks.map(({item}) => item))},
  }
}

function bytesOf(marks: readonly string[]): Uint8Array {
  return Buffer.from(marks.join(''), 'latin1')
}

function markIn(bytes: Buffer, index: number): string {
  return bytes.toString('latin1', index * markInCharacters, (index + 1) * markInCharacters)
}

/** The items of a digest that was read, and what the digest knows of them beside. */
export type OpenItems = {
  readonly items: readonly FeedItem[]
  /** Where the items say that they are held (`placeOf`). */
  readonly hold: ItemHold
  readonly marksAt: (index: number) => DigestMarks
  readonly copiedAt: (index: number) => CopiedKind
  /** The text of an item in feeds. */
  readonly copyAt: (index: number, format: FeedFormatName) => Uint8Array | undefined
}

type Opening = {
  readonly store: TextStore
  /** The file of texts. */
  readonly path: string
  readonly fileOf: (slug: string) => string
  /** What the items are written with. */
  readonly channel: ItemChannel
  /** Whether they were judged at this clock, or at an earlier one. */
  readonly isJudged: boolean
}

/** Opens what `packItems` gave. All but what every pass asks for is read from the file when somebody asks. */
export function openItems(packed: PackedItems, {store, path, fileOf, channel, isJudged}: Opening): OpenItems {
  const {brief, kinds} = packed
  // Node reads arrays of numbers as views: these would keep all bytes of the digest in memory.
  const [kindOf, spans] = [packed.kindOf.slice(), packed.places.slice()]
  const [listed, whole] = [Buffer.from(packed.marks.listed), Buffer.from(packed.marks.item)]
  const spanOf = (index: number, part: Part): TextSpan | undefined => {
    const at = 2 * (index * parts.length + parts.indexOf(part))
    const length = spans[at + 1] ?? -1
    return length < 0 ? undefined : {at: spans[at] ?? 0, length}
  }
  const bytesAt = (index: number, part: Part) => {
    const span = spanOf(index, part)
    return span === undefined ? undefined : store.bytesAt(path, span)
  }
  const textAt = (index: number, part: LongMember) => {
    const span = spanOf(index, part)
    return span === undefined ? undefined : store.textAt(path, span)
  }
  const kindAt = (index: number) => kinds[kindOf[index] ?? 0] ?? noKind
  const rests = latestOf((index: number): ReturnType<ItemHold['restAt']> => {
    const bytes = bytesAt(index, 'rest')
    return bytes === undefined ? {} : deserialize(bytes)
  })
  const hold: DigestHold = {
    restAt: rests,
    textAt: (index, member) => textAt(index, member) ?? '',
    fileAt: (index) => fileOf(brief.slugs[index] ?? ''),
  }
  const copied = kinds.map(({prefixes, isSound}): CopiedKind => ({channel, prefixes, isSound: isSound && isJudged}))
  const places = brief.slugs.map((_, index): DigestPlace => ({hold, index}))
  return {
    items: places.map((place) =>
      withHeld(briefItem(brief, place.index, sourceAt(place)), kindAt(place.index).members, place),
    ),
    hold,
    marksAt: (index) => ({listed: markIn(listed, index), item: markIn(whole, index)}),
    copiedAt: (index) => copied[kindOf[index] ?? 0] ?? {channel, ...noKind},
    copyAt: bytesAt,
  }
}

/** What digests know of the items that were read from them. */
export type DigestItems = {
  /** Of the item itself: a copy of an item may say something else. */
  readonly copiedOf: (item: FeedItem) => CopiedKind | undefined
  readonly copyOf: (item: FeedItem, format: FeedFormatName) => Uint8Array | undefined
  /** By the `source` of an item, which it keeps in every feed. */
  readonly marksOf: (source: FeedItem['source']) => DigestMarks | undefined
}

/** The items of all these digests. */
export function itemsOfDigests(digests: readonly OpenItems[]): DigestItems {
  const byHold = new Map<ItemHold, OpenItems>(digests.map((each) => [each.hold, each]))
  return {
    copiedOf: (item) => {
      const place = placeOf(item)
      return place && byHold.get(place.hold)?.copiedAt(place.index)
    },
    copyOf: (item, format) => {
      const place = placeOf(item)
      return place && byHold.get(place.hold)?.copyAt(place.index, format)
    },
    marksOf: (source) => {
      const place = (source as SourceInDigest)[placeInDigest]
      return place && byHold.get(place.hold)?.marksAt(place.index)
    },
  }
}

const noKind: ItemKind = {members: [], prefixes: [], isSound: false}

type DigestHold = ItemHold & {readonly fileAt: (index: number) => string}
type DigestPlace = {readonly hold: DigestHold; readonly index: number}

const placeInDigest = Symbol('the place of the item whose file this is')
type SourceInDigest = {[placeInDigest]?: DigestPlace}

/** The file is asked for when there is a problem to place: to know those of all episodes takes as long as to read all items. */
function sourceAt(place: DigestPlace): FeedItem['source'] {
  const source: SourceInDigest = {}
  Object.defineProperty(source, placeInDigest, {value: place})
  return Object.defineProperty(source, 'file', fileReader) as SourceInDigest & {readonly file: string}
}

const fileReader: PropertyDescriptor & ThisType<SourceInDigest> = {
  enumerable: true,
  get() {
    const place = this[placeInDigest]
    return place?.hold.fileAt(place.index)
  },
}
