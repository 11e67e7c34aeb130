import {type PublishedEpisode, reconcile} from '../lock/reconcile.ts'
import {publicPaths} from '../model/feed-plan.ts'
import type {Lock, LockedEpisode, LockedShow} from '../model/lock.ts'
import {hasErrors, type Problem} from '../model/problem.ts'
import type {Show} from '../model/show.ts'
import {oldSlugs} from '../render/render.ts'
import {oldSitePath} from '../text/site-path.ts'
import type {EpisodeResult, ReadyShow} from './plan-episode.ts'

export type KeptIdentities = {
  /** With the guids that were published, whatever the files are called now. */
  readonly results: readonly EpisodeResult[]
  readonly lock: Lock
  readonly problems: readonly Problem[]
}

/** Holds planned episodes against the lock: no guid changes by itself, and what subscribers would notice is said. */
export function keepIdentities(
  {opened: {show, showFile}, stored: {lock: before}}: ReadyShow,
  results: readonly EpisodeResult[],
  {now, accept = []}: {readonly now: Date; readonly accept?: readonly string[]},
): KeptIdentities {
  const lockedShow: LockedShow = {
    guid: show.guid,
    site: show.siteUrl,
    feeds: feedsLeft(show),
  }
  const published = results.flatMap(({item, identity, lockFacts}) => {
    if (item === undefined || identity === undefined || lockFacts === undefined) return []
    const {slug, guid, publishedAt, source} = item
    const place = {file: source.file, line: identity.line ?? 1}
    return [
      {
        slug,
        guid,
        published: publishedAt.toISOString(),
        ...lockFacts,
        hasOwnGuid: identity.hasOwnGuid,
        place,
        moved: movedFrom(show, item.aliases),
      },
    ]
  })
  const heldBack = results.flatMap(({heldBack: held, identity}) => (held && identity ? [identity] : []))
  const ahead: readonly LockedEpisode[] = results.flatMap(({lockedAhead}) => lockedAhead ?? [])
  const {guids, lock, problems} = reconcile(before, {
    show: lockedShow,
    showFile,
    now,
    published,
    heldBack,
    ahead,
    accepted: accept,
    oldFeedUrls: show.oldFeedUrls,
  })
  // An episode with an error is not gone.
  const isIncomplete = results.some((result) => hasErrors(result.problems))
  return {
    results: guids.size === 0 ? results : results.map((result) => withGuid(result, guids)),
    lock,
    problems: isIncomplete ? problems.filter(({code}) => code !== 'episode-removed') : problems,
  }
}

/** Paths of the feeds, with those that are left at old addresses: subscribers may still be there. */
function feedsLeft({siteUrl, feeds, oldFeedUrls}: Show): readonly string[] {
  // The lock is committed, so it cannot name the addresses of members; and one that is gone was meant to go.
  return [...new Set([...publicPaths(feeds), ...oldFeedUrls.flatMap((url) => oldSitePath(siteUrl, url) ?? [])])]
}

function movedFrom({siteUrl}: Show, aliases: readonly string[]): PublishedEpisode['moved'] {
  const paths = aliases.flatMap((alias) => oldSitePath(siteUrl, alias) ?? [])
  return {slugs: oldSlugs(siteUrl, aliases), urls: paths.map((path) => new URL(encodeURI(path), siteUrl).href)}
}

function withGuid(result: EpisodeResult, guids: ReturnType<typeof reconcile>['guids']): EpisodeResult {
  const {identity, item} = result
  const guid = item === undefined ? undefined : guids.get(item.slug)
  if (guid === undefined || item === undefined || identity === undefined) return result
  return {...result, item: {...item, guid}, identity: {...identity, guid}}
}
