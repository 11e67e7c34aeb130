import {type LockedEpisode, type LockedMedia, type LockedShow, lockFileName} from '../model/lock.ts'
import {type Place, type Problem, problem} from '../model/problem.ts'
import type {publishedProblems} from '../model/problems/lock.ts'
import {isSameMedia} from '../text/analytics-prefixes.ts'

/** Something that subscribers would notice; `slug` names it when it is accepted, and is empty for the show. */
export type Change = {readonly slug: string; readonly problem: Problem}

type Published = LockedEpisode & {
  readonly hasOwnGuid: boolean
  readonly place: Place
  readonly moved: {readonly slugs: readonly string[]; readonly urls: readonly string[]}
}
type ChangeCode = keyof typeof publishedProblems

const dayInMilliseconds = 24 * 60 * 60 * 1000

/** Within a day: a zone that was mended moves nothing in any list. */
export function isSameDay(one: string, other: string): boolean {
  return Math.abs(Date.parse(one) - Date.parse(other)) <= dayInMilliseconds
}

/** `line` is what the author can write instead; without one there is only accepting it. */
function change(
  code: ChangeCode,
  slug: string,
  place: Place,
  message: string,
  line?: string,
  command = 'build',
): Change {
  const accept = `castwright ${command} --accept ${slug === '' ? code : `${code}:${slug}`}`
  const hint = line === undefined ? `If it is meant: ${accept}` : `${line}; or, if it is meant: ${accept}`
  return {slug, problem: problem(code, place, message, hint)}
}

export function changesOfShow(
  before: LockedShow,
  now: LockedShow,
  file: string,
  oldFeedUrls: readonly string[],
): readonly Change[] {
  const changes: Change[] = []
  const place = {file, line: 1}
  if (before.guid !== now.guid) {
    const message = `The podcast guid was ${before.guid} and would be ${now.guid}: to directories it would be another show`
    changes.push(change('podcast-guid-changed', '', place, message, `Write guid: ${before.guid}`))
  }
  const redirects = (path: string) => oldFeedUrls.includes(`${before.site}${path}`)
  const [main = ''] = before.feeds
  if (before.site !== now.site && !redirects(main)) {
    const message = `The site moves from ${before.site} to ${now.site}: subscribers follow only if the old address redirects`
    changes.push(
      change(
        'site-moved',
        '',
        place,
        message,
        `Redirect the old site (301) and write old_feed_urls: [${before.site}${main}]`,
      ),
    )
  }
  const moved = before.feeds.filter((path) => !now.feeds.includes(path) && !redirects(path))
  if (moved.length > 0) {
    const message = `${moved.join(', ')} is a feed that subscribers have, and would not be written any more: they get no new episodes`
    changes.push(
      change(
        'feed-moved',
        '',
        place,
        message,
        `Keep its path, or leave it there: old_feed_urls: [${moved.map((path) => before.site + path).join(', ')}]`,
      ),
    )
  }
  return changes
}

/** An episode whose file is gone. */
export function removed({slug, published}: LockedEpisode): Change {
  const message = `The episode ${slug} of ${dayOf(published)} has no file any more: subscribers who have not downloaded it lose it`
  return change('episode-removed', slug, {file: lockFileName}, message, 'Restore its file')
}

/** A published episode that is a draft now, or not due. */
export function withdrawn({slug, published}: LockedEpisode, file: string, now: Date): Change {
  if (Date.parse(published) > now.getTime()) {
    const message = `The lock has ${slug} as published on ${published}, but for this build it is ${now.toISOString()}: if it is out, it vanishes from every app`
    const line =
      'Set the clock; or, if a build with --now tried the future, take the lock from git: git checkout castwright.lock.json'
    return change('episode-withdrawn', slug, {file, line: 1}, message, line)
  }
  const message = `The episode ${slug} was published on ${dayOf(published)} and would be held back now: it vanishes from every app`
  return change('episode-withdrawn', slug, {file, line: 1}, message, `Write date: ${dayOf(published)} and no draft`)
}

/** A published episode as it was and as it would be, `old` and `now`, each in its show. */
export function changesOfEpisode(
  old: LockedEpisode,
  now: Published,
  shows: {readonly before: LockedShow; readonly now: LockedShow},
): readonly Change[] {
  const {slug, place} = now
  const isReplaced = old.slug === slug && !isSameDay(old.published, now.published) && hasOtherMedia(old, now)
  if (isReplaced) {
    const message = `Another episode stands where ${slug} of ${dayOf(old.published)} stood: apps take it for the old one, so nobody gets it as new`
    return [change('episode-replaced', slug, place, message, 'Give the new episode a file of its own')]
  }
  const changes: Change[] = []
  if (now.hasOwnGuid && old.guid !== now.guid) {
    const message = `The guid was "${old.guid}" and would be "${now.guid}": every subscriber gets the episode a second time`
    changes.push(change('guid-changed', slug, place, message, `Write guid: ${old.guid}`))
  }
  if (old.slug !== slug && !now.moved.slugs.includes(old.slug)) {
    const message = `The slug was "${old.slug}" and would be "${slug}": links to the episode and downloads of its old address break (its guid is kept)`
    changes.push(
      change(
        'slug-changed',
        slug,
        place,
        message,
        `Write slug: ${old.slug}, or redirect: aliases: [/episodes/${old.slug}/]`,
      ),
    )
  }
  if (!isSameDay(old.published, now.published)) {
    const message = `The date was ${dayOf(old.published)} and would be ${dayOf(now.published)}: apps sort the episode to another place, and some announce it again`
    changes.push(change('publication-moved', slug, place, message, `Write date: ${old.published}`))
  }
  return [...changes, ...changesOfMedia(old, now, shows)]
}

function hasOtherMedia({media: [old]}: LockedEpisode, {media: [now]}: LockedEpisode): boolean {
  if (old === undefined || now === undefined) return false
  return old.sha256 === undefined ? !isSameMedia(old.url, now.url) : old.sha256 !== now.sha256
}

function changesOfMedia(
  before: LockedEpisode,
  {slug, place, media, moved}: Published,
  shows: {readonly before: LockedShow; readonly now: LockedShow},
): readonly Change[] {
  const [old] = before.media
  const [now] = media
  if (old === undefined) return []
  if (now === undefined) {
    const message = `The episode had ${old.url} and would have no media: podcast apps drop it`
    return [change('enclosure-removed', slug, place, message, `Write audio: ${old.file ?? old.url}`)]
  }
  if (!isSameMedia(old.url, now.url)) {
    // Both follow from another change, which is said already.
    const isOfSlug = before.slug !== slug && old.file !== undefined
    const isOfSite = old.url.replace(shows.before.site, shows.now.site) === now.url
    if (isOfSlug || isOfSite || moved.urls.includes(old.url)) return []
    const message = `The media moves from ${old.url} to ${now.url}: apps that have the old address fail unless it redirects, some download it again`
    return [change('enclosure-moved', slug, place, message, 'Keep the old address')]
  }
  return changesOfFile(old, now, slug, place)
}

/** A file behind an unchanged address, as it was published and as it is now. `command` is the one that accepts a change. */
export function changesOfFile(
  old: LockedMedia,
  now: LockedMedia,
  slug: string,
  place: Place,
  command: 'build' | 'probe' = 'build',
): readonly Change[] {
  // The first look at a file on a server: what was known before is what somebody typed.
  if (now.probed !== undefined && old.probed === undefined) return []
  const line = 'Publish it under another name'
  if (old.type !== now.type) {
    const message = `${now.url} was ${old.type} and would be ${now.type}: apps and caches keep the type they were told first`
    return [change('enclosure-type-changed', slug, place, message, line, command)]
  }
  if (!hasOtherBytes(old, now)) return []
  const message = `${now.url} holds other bytes than were published (${old.sizeInBytes} then, ${now.sizeInBytes} now): who has downloaded it keeps the old ones`
  return [change('media-bytes-changed', slug, place, message, line, command)]
}

function hasOtherBytes(old: LockedMedia, now: LockedMedia): boolean {
  if (old.sha256 !== undefined && now.sha256 !== undefined) return old.sha256 !== now.sha256
  // 0 is "nobody knows", which is no size to differ from.
  return old.sizeInBytes !== 0 && now.sizeInBytes !== 0 && old.sizeInBytes !== now.sizeInBytes
}

/** New episodes under the guid of a published one that is gone; two that are there have `guid-duplicate`. */
export function reusedGuids(gone: readonly LockedEpisode[], fresh: readonly Published[]): readonly Change[] {
  const owners = new Map(gone.map((each) => [each.guid, each]))
  return fresh.flatMap(({guid, slug, place}) => {
    const owner = owners.get(guid)
    if (owner === undefined) return []
    const message = `The guid "${guid}" is that of ${owner.slug}, published ${dayOf(owner.published)}: apps show this episode as that one, or not at all`
    return [change('guid-reused', slug, place, message, 'Remove the guid: the episode gets one of its own')]
  })
}

function dayOf(instant: string): string {
  return instant.slice(0, 10)
}
