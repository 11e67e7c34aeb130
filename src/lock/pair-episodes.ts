import type {LockedEpisode, LockedMedia} from '../model/lock.ts'

/** What an episode is recognised by. Of an episode that is not published yet, only a part of this is known. */
export type Recognisable = Pick<LockedEpisode, 'slug' | 'guid' | 'published' | 'text'> & {
  readonly media: readonly Partial<LockedMedia>[]
}

/**
 * Says for each slug of now which published episode it is: the one with that slug, or else the one with a mark that only these two
 * have.
 */
export function pairEpisodes<T extends Recognisable>(
  before: readonly LockedEpisode[],
  now: readonly T[],
): ReadonlyMap<string, LockedEpisode> {
  const pairs = new Map<string, LockedEpisode>()
  const left = new Map(before.map((each) => [each.slug, each]))
  const take = (episode: T, old: LockedEpisode) => {
    pairs.set(episode.slug, old)
    left.delete(old.slug)
  }
  for (const episode of now) {
    const old = left.get(episode.slug)
    if (old !== undefined) take(episode, old)
  }
  const renamed = now.filter(({slug}) => !pairs.has(slug))
  const marksLeft = unique([...left.values()])
  const marksNew = unique(renamed)
  for (const episode of renamed) {
    const old = marksOf(episode).flatMap((mark) => (marksNew.has(mark) ? (marksLeft.get(mark) ?? []) : []))[0]
    if (old !== undefined && left.has(old.slug)) take(episode, old)
  }
  return pairs
}

/** The marks that an episode is recognised by when its file has another name. */
function marksOf({media: [enclosure], text, guid, published}: Recognisable): readonly string[] {
  // A guid alone is no mark: it may have been copied into another episode with the rest of the front matter.
  return [enclosure?.sha256, enclosure?.url, text, `${guid} ${published}`].filter((mark) => mark !== undefined)
}

/** The marks that only one episode has. A mark of two episodes, as with the same sound, says nothing. */
function unique<T extends Recognisable>(episodes: readonly T[]): ReadonlyMap<string, T> {
  const found = new Map<string, T>()
  const repeated = new Set<string>()
  for (const episode of episodes) {
    for (const mark of marksOf(episode)) {
      if (found.has(mark)) repeated.add(mark)
      found.set(mark, episode)
    }
  }
  for (const mark of repeated) found.delete(mark)
  return found
}
