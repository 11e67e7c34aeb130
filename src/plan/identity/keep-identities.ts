import type {Change, EpisodeToRecord} from '../../lock/published-changes.ts'
import {reconcile, type UnpublishedEpisode} from '../../lock/reconcile.ts'
import type {Lock} from '../../model/lock.ts'
import {present} from '../../model/present.ts'
import type {Place} from '../../model/problem.ts'
import {redirectsEverywhere} from '../../model/serving.ts'
import type {Show} from '../../model/show.ts'
import {sitePaths} from '../../model/site-paths.ts'
import {oldSlugs} from '../../render/render.ts'
import {oldSitePath} from '../../text/addresses/site-path.ts'
import type {EpisodeResult, HeldBackEpisode, PublishedEpisode} from '../episode-result.ts'
import type {ReadyShow} from '../ready-show.ts'

export type KeptIdentities = {
  /** With the guids that were published, whatever the files are called now. */
  readonly results: readonly EpisodeResult[]
  readonly lock: Lock
  /** What subscribers would notice of episodes and of the show, accepted or not. */
  readonly changes: readonly Change[]
}

/** Compares planned episodes with the lock. No guid changes by itself, and what subscribers would notice is said. */
export function keepIdentities(
  {opened: {show, showFile}, stored: {lock: before}}: ReadyShow,
  results: readonly EpisodeResult[],
  now: Date,
): KeptIdentities {
  const toRecord = results.flatMap((result) => (result.kind === 'published' ? [episodeToRecord(result, show)] : []))
  const waiting = results.filter((result) => result.kind === 'held-back')
  const heldBack = results.flatMap((result): readonly UnpublishedEpisode[] => {
    if (result.kind === 'left-out') return [{...result.leftOut, isLeftOut: true}]
    return result.kind === 'held-back' ? [{...result.identity, ...present({place: heldBackAt(result)})}] : []
  })
  const ahead = waiting.flatMap(({lockedAhead}) => lockedAhead ?? [])
  const lockedShow = {guid: show.guid, site: show.siteUrl, ...(show.complete ? {isComplete: true as const} : {})}
  const {guids, lock, changes} = reconcile(before, {
    show: lockedShow,
    showFile,
    timeZone: show.timeZone,
    placeInShow: (field) => ({file: showFile, line: 1, ...show.places.get(field)}),
    now,
    toRecord,
    heldBack,
    ahead,
  })
  return {results: guids.size === 0 ? results : results.map((result) => withGuid(result, guids)), lock, changes}
}

function heldBackAt({heldBack, written: {file, places}}: HeldBackEpisode): Place | undefined {
  const place = heldBack.state === 'draft' ? places.draft : places.date
  return place && {file, ...place}
}

function episodeToRecord({item, identity, lockFacts, written}: PublishedEpisode, show: Show): EpisodeToRecord {
  const {slug, guid, publishedAt, source, filesAt} = item
  return {
    slug,
    guid,
    published: publishedAt.toISOString(),
    ...lockFacts,
    hasOwnGuid: identity.hasOwnGuid,
    place: {file: source.file, line: identity.line ?? 1},
    oldSlugs: oldSlugs(show.siteUrl, item.aliases),
    leadsOn: mediaLeadOn(show, item.aliases),
    ...present({files: filesAt, datePlace: written.places.date && {file: source.file, ...written.places.date}}),
  }
}

/** Whether the old addresses of an episode's media redirect to its new ones. The author names the old addresses. */
function mediaLeadOn({siteUrl, hosting}: Show, aliases: readonly string[]): (url: string) => boolean {
  if (!redirectsEverywhere(hosting)) return () => false
  const paths = aliases.flatMap((alias) => oldSitePath(siteUrl, alias) ?? [])
  const urls = new Set(paths.map((path) => new URL(encodeURI(path), siteUrl).href))
  const starts = oldSlugs(siteUrl, aliases).map((slug) => `${siteUrl}${sitePaths.media(slug, '', '.')}`)
  return (url) => urls.has(url) || starts.some((start) => url.startsWith(start))
}

function withGuid(result: EpisodeResult, guids: ReturnType<typeof reconcile>['guids']): EpisodeResult {
  if (result.kind !== 'published') return result
  const {identity, item} = result
  const guid = guids.get(item.slug)
  return guid === undefined ? result : {...result, item: {...item, guid}, identity: {...identity, guid}}
}
