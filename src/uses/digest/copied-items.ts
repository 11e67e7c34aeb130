import type {ItemChannel} from '../../model/feed.ts'

/** What a digest says of the texts of many items in feeds: one object for all of them. */
export type CopiedKind = {
  /** What they were written with. */
  readonly channel: ItemChannel
  readonly prefixes: readonly string[]
  /** Whether they were judged at this clock or before, and have no error. */
  readonly isSound: boolean
}

/** Whether items are written in one channel as they are in the other. */
export function areSameForItems(one: ItemChannel, other: ItemChannel): boolean {
  if (one === other) return true
  // The guid is in nothing but the addresses that `prefixes` make.
  const isSameGuid = one.guid === other.guid || one.prefixes.length === 0
  const arePrefixesSame = one.prefixes.join(' ') === other.prefixes.join(' ')
  return isSameGuid && arePrefixesSame && one.author === other.author && one.language === other.language
}
