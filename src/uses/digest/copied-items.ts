import type {ItemChannel} from '../../model/feed.ts'
import type {FeedFormatName} from '../../model/feed-settings.ts'

/** The text of an item in feeds, as its digest has it. */
export type CopiedItem = {
  /** What it was written with. */
  readonly channel: ItemChannel
  readonly prefixes: readonly string[]
  /** Whether it was judged at this clock or before, and has no error. */
  readonly isSound: boolean
  readonly textIn: (format: FeedFormatName) => string | undefined
}

/** Whether items are written in one channel as they are in the other. */
export function areSameForItems(one: ItemChannel, other: ItemChannel): boolean {
  if (one === other) return true
  // The guid is in nothing but the addresses that `prefixes` make.
  const isSameGuid = one.guid === other.guid || one.prefixes.length === 0
  const arePrefixesSame = one.prefixes.join(' ') === other.prefixes.join(' ')
  return isSameGuid && arePrefixesSame && one.author === other.author && one.language === other.language
}
