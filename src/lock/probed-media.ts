import type {Lock, LockedMedia} from '../model/lock.ts'
import type {Place, Problem} from '../model/problem.ts'
import {changesOfFile} from './published-changes.ts'

/** Files on servers whose bytes were looked at, by their addresses, whether their episodes are published or not. */
export function probedMedia({episodes, awaiting = []}: Lock): ReadonlyMap<string, LockedMedia> {
  const published = episodes.flatMap(({media}) => media).filter(({probed}) => probed !== undefined)
  return new Map([...awaiting, ...published].map((each) => [each.url, each]))
}

/** `lock` with those of `media` that no episode in it has published. */
export function withAwaiting({show, episodes}: Lock, media: readonly LockedMedia[]): Lock {
  const published = new Set(episodes.flatMap((episode) => episode.media.map(({url}) => url)))
  const awaiting = media.filter(({url}) => !published.has(url))
  return awaiting.length === 0 ? {show, episodes} : {show, episodes, awaiting}
}

type Probes = {
  /** What was found out, by address. */
  readonly found: ReadonlyMap<string, LockedMedia>
  /** Where episodes of the show name files on servers. What none of them names any more is forgotten, if it never was published. */
  readonly named: ReadonlyMap<string, Place>
  /** `CODE:SLUG`, or `CODE` for all of that kind. */
  readonly accepted: ReadonlySet<string>
}

/**
 * `lock` with what a probe found out. A published file that is another one now is a problem, and keeps its facts until that is
 * accepted: subscribers have the old bytes.
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
        ({slug, problem: {code}}) => !accepted.has(code) && !accepted.has(`${code}:${slug}`),
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
