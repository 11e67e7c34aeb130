import type {Enclosure, FeedItem} from '../../model/feed.ts'
import {isStream} from '../../model/media.ts'
import {present} from '../../model/present.ts'

export type ItemMedia = Pick<FeedItem, 'enclosure' | 'alternates' | 'otherMedia'>

/** All media of an item, in the order of its author. */
export function allMedia({enclosure, alternates, otherMedia}: ItemMedia): readonly Enclosure[] {
  return [...(enclosure === undefined ? [] : [enclosure]), ...alternates, ...otherMedia]
}

/**
 * Decides which of an episode's media is the enclosure (the file that podcast apps download), and which may stand beside it.
 * Without `kind`, sound comes first. RSS names a file beside an enclosure of the other kind only if `mixes` allows it.
 */
export function divideMedia(
  media: readonly Enclosure[],
  {kind, mixes}: {readonly kind?: Enclosure['kind'] | undefined; readonly mixes: boolean},
): ItemMedia {
  const files = media.filter(({facts}) => !isStream(facts))
  const isOf = (wanted: Enclosure['kind']) => files.find((each) => each.kind === wanted)
  const enclosure = kind === undefined ? (isOf('audio') ?? isOf('video')) : isOf(kind)
  const others = media.filter((each) => each !== enclosure)
  // The namespace requires an enclosure if there are alternates.
  const mayStandBeside = (each: Enclosure) => enclosure !== undefined && (mixes || each.kind === enclosure.kind)
  return {
    alternates: others.filter(mayStandBeside),
    otherMedia: others.filter((each) => !mayStandBeside(each)),
    ...present({enclosure}),
  }
}
