import type {Lock, LockedMedia} from '../model/lock.ts'
import type {Place, Problem} from '../model/problem.ts'
import {changesOfFile, isAccepted} from './published-changes.ts'

/** Files on servers whose bytes were looked at, by their addresses. Their episodes may be published or not. */
export function probedMedia({episodes, awaiting = []}: Lock): ReadonlyMap<string, LockedMedia> {
  const published = episodes.flatMap(({media}) => media).filter(({probed}) => probed !== undefined)
  return new Map([...awaiting, ...published].map((each) => [each.url, each]))
}

/** `lock` with those of `media` that belong to no episode in the lock. */
export function withAwaiting({awaiting: _before, ...lock}: Lock, media: readonly LockedMedia[]): Lock {
  const published = new Set(lock.episodes.flatMap((episode) => episode.media.map(({url}) => url)))
  const awaiting = media.filter(({url}) => !published.has(url))
  return awaiting.length === 0 ? lock : {...lock, awaiting}
}

type Probes = {
  /** What was found out, by address. */
  readonly found: ReadonlyMap<string, LockedMedia>
  /**
   * The addresses of files on servers that episodes of the show name, and where. A file that no episode names any more is
   * forgotten, if it was never published.
   */
  readonly named: ReadonlyMap<string, Place>
  /** `CODE:SLUG`, or `CODE` for all of that kind. */
  readonly accepted: ReadonlySet<string>
}

/**
 * `lock` with what a probe found out. If a published file has changed, that is a problem. The lock keeps the old facts until the
 * change is accepted, because subscribers have the old bytes.
 */
export function withProbes(
  lock: Lock,
  {found, named, accepted}: Probes,
): {readonly lock: Lock; readonly problems: readonly Problem[]} {
  const problems: Problem[] = []
  const episodes = lock.episodes.map((episode) => {
    const media = episode.media.map((old) => {
      const now = old.file === undefined ? found.get(old.url) : undefined
      if (now === undefined) return old
      const changes = changesOfFile(old, now, episode.slug, named.get(old.url) ?? {}, 'probe').filter(
        (each) => !isAccepted(each, accepted),
      )
      problems.push(...changes.map(({problem}) => problem))
      return changes.length === 0 ? now : old
    })
    return {...episode, media}
  })
  const others = new Map([...(lock.awaiting ?? []).map((each) => [each.url, each] as const), ...found])
  const awaiting = [...others.values()].filter(({url}) => named.has(url))
  return {lock: withAwaiting({...lock, episodes}, awaiting), problems}
}
