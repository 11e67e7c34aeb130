import type {Lock, LockedMedia} from '../model/lock.ts'

/** What the lock knows of media, by their published URL. */
export function knownMedia({episodes}: Lock): ReadonlyMap<string, LockedMedia> {
  return new Map(episodes.flatMap(({media}) => media.map((each) => [each.url, each] as const)))
}

/** `lock` with newer facts of the media that it lists, by URL; what it does not list is not published, and left out. */
export function withMedia(lock: Lock, facts: ReadonlyMap<string, Partial<LockedMedia>>): Lock {
  const episodes = lock.episodes.map((episode) => ({
    ...episode,
    media: episode.media.map((each) => ({...each, ...facts.get(each.url), url: each.url})),
  }))
  return {...lock, episodes}
}
