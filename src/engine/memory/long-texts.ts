import type {FeedItem} from '../../model/feed.ts'
import type {TextSpan} from './text-store.ts'

/** Members of an item that are as long as a page. They are read when somebody asks for them. */
const longMembers = ['notesHtml', 'descriptionHtml', 'transcriptHtml'] as const
type LongMember = (typeof longMembers)[number]

/** Where the long texts of an item are, in a file. */
export type TextSpans = {readonly [M in LongMember]?: TextSpan}
export type WithoutTexts = Omit<FeedItem, LongMember>

const texts = Symbol('where the long texts of an item are')
type Texts = {readonly spans: TextSpans; readonly textAt: (span: TextSpan) => string}

/**
 * The item, whose long texts are read when they are asked for. They are members of its own, so that a copy of the item has them. All items
 * share these functions, and with them what V8 knows of their shape.
 */
export function withTexts(short: WithoutTexts, {spans, textAt}: Texts): FeedItem {
  Object.defineProperty(short, texts, {value: {spans, textAt}})
  for (const member of longMembers)
    if (spans[member] !== undefined) Object.defineProperty(short, member, {enumerable: true, get: readers[member]})
  return short as FeedItem
}

const readers: Readonly<Record<LongMember, (this: {readonly [texts]?: Texts}) => string>> = {
  notesHtml() {
    return textOf(this[texts], 'notesHtml')
  },
  descriptionHtml() {
    return textOf(this[texts], 'descriptionHtml')
  },
  transcriptHtml() {
    return textOf(this[texts], 'transcriptHtml')
  },
}

function textOf(all: Texts | undefined, member: LongMember): string {
  const span = all?.spans[member]
  return all === undefined || span === undefined ? '' : all.textAt(span)
}
