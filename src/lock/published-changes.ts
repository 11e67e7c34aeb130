import {type LockedEpisode, type LockedMedia, type LockedShow, lockFileName, type SitePart} from '../model/lock.ts'
import type {Place, Problem} from '../model/problem.ts'
import {servedFile, sitePaths} from '../model/site-paths.ts'
import {isSameMedia} from '../text/addresses/analytics-prefixes.ts'
import {insertingHost} from '../text/addresses/inserting-hosts.ts'
import {formatInZone} from '../text/time/date-formats.ts'
import {problem, type publishedProblems} from './lock-problems.ts'

/** Something that subscribers would notice. */
export type Change = {
  readonly code: ChangeCode
  /** The name by which the change is accepted; empty for the show. */
  readonly slug: string
  readonly problem: Problem
  /** The slug that an episode had before. */
  readonly was?: string
  /** What leads nowhere after the change: a path below the site, or an address. */
  readonly lost?: string
}

/** An episode that this build publishes, with what the lock has to know of it. */
export type EpisodeToRecord = LockedEpisode & {
  /** Whether the author wrote the guid. A derived guid is replaced by the one in the lock. */
  readonly hasOwnGuid: boolean
  readonly place: Place & {readonly file: string}
  /** Where its date is written. */
  readonly datePlace?: Place
  /** The old slugs whose pages lead on to this episode. */
  readonly oldSlugs: readonly string[]
  /** Whether an old address of its media still leads to one of its files, on every host of the show. */
  readonly leadsOn: (url: string) => boolean
}

/** What the words of a change are made from. */
export type LockingBuild = {
  readonly showFile: string
  /** That of the show: days are told in it. */
  readonly timeZone: string
  readonly now: Date
}

type Shows = {readonly before: LockedShow; readonly now: LockedShow; readonly timeZone: string}

export type ChangeCode = keyof typeof publishedProblems

const dayInMilliseconds = 24 * 60 * 60 * 1000

/** Whether two dates are within a day of each other. A corrected time zone moves no episode in any list. */
export function isSameDay(one: string, other: string): boolean {
  return Math.abs(Date.parse(one) - Date.parse(other)) <= dayInMilliseconds
}

/** `line` is what the author can write instead. Without it, the change can only be accepted. */
export function change(
  code: ChangeCode,
  slug: string,
  place: Place,
  message: string,
  line?: string,
  command = 'build',
): Change {
  const accept = `castwright ${command} --accept ${slug === '' ? code : `${code}:${slug}`}`
  const hint = line === undefined ? `If it is meant: ${accept}` : `${line}; or, if it is meant: ${accept}`
  return {code, slug, problem: problem(code, place, message, hint)}
}

/** `CODE:SLUG`, or `CODE` for all of that kind. */
export function isAccepted({code, slug}: Pick<Change, 'code' | 'slug'>, accepted: ReadonlySet<string>): boolean {
  return accepted.has(code) || accepted.has(`${code}:${slug}`)
}

/** Where the show's file says what would change, or where it should say it. */
export type ShowPlaces = (field: 'guid' | 'site_url') => Place

export function changesOfShow(before: LockedShow, now: LockedShow, placeOf: ShowPlaces): readonly Change[] {
  const changes: Change[] = []
  if (before.guid !== now.guid) {
    const message = `The podcast guid was ${before.guid} and would be ${now.guid}: to directories it would be another show`
    changes.push(change('podcast-guid-changed', '', placeOf('guid'), message, `Write guid: ${before.guid}`))
  }
  if (before.site !== now.site) {
    const message = `The site moves from ${before.site} to ${now.site}: apps and links follow only if every address of the old one redirects`
    const line = `Let the old site redirect (301), each address to the same path of ${now.site}`
    changes.push(change('site-moved', '', placeOf('site_url'), message, line))
  }
  return changes
}

/** The parts of the site that were made and would not be made any more. */
export function partsGone(before: LockedShow, now: LockedShow, place: Place): readonly Change[] {
  const {left: known = []} = before
  return (now.left ?? []).filter((part) => !known.includes(part)).map((part) => partGone(part, place))
}

function partGone(part: SitePart, place: Place): Change {
  if (part === 'pages') {
    const message =
      'The pages would not be written any more: links to them break, unless another program makes a page at each of their addresses'
    return change('site-part-gone', part, place, message, 'Leave out `pages: false`')
  }
  const message =
    'The media would not be written any more, because `media_url` is a place of the site itself: feeds name addresses that lead nowhere, unless another program puts each file there'
  return change(
    'site-part-gone',
    part,
    place,
    message,
    'Leave out `media_url`: the build then copies the files to the same place',
  )
}

/** An episode whose file is gone. */
export function removed({slug, published}: LockedEpisode, timeZone: string): Change {
  const message = `The episode ${slug} of ${dayOf(published, timeZone)} has no file any more: subscribers who have not downloaded it lose it`
  return {...change('episode-removed', slug, {file: lockFileName}, message, 'Restore its file'), was: slug}
}

/** A published episode that is a draft now, or not due. */
export function withdrawn(
  {slug, published}: LockedEpisode,
  place: Place,
  {now, timeZone}: Pick<LockingBuild, 'now' | 'timeZone'>,
): Change {
  if (Date.parse(published) > now.getTime()) {
    const message = `The lock has ${slug} as published on ${published}, but for this build it is ${now.toISOString()}: if it is out, it vanishes from every app`
    const line =
      'Set the clock; or, if a build with --now tried the future, take the lock from git: git checkout castwright.lock.json'
    return {...change('episode-withdrawn', slug, place, message, line), was: slug}
  }
  const message = `The episode ${slug} was published on ${dayOf(published, timeZone)} and would be held back now: it vanishes from every app`
  const line = `Write date: ${dayOf(published, timeZone)} and no draft`
  return {...change('episode-withdrawn', slug, place, message, line), was: slug}
}

/** A published episode that `leave_out` names. */
export function leftOut(
  {slug, published}: LockedEpisode,
  file: string,
  {showFile, timeZone}: Pick<LockingBuild, 'showFile' | 'timeZone'>,
): Change {
  const message = `The episode ${slug} was published on ${dayOf(published, timeZone)}, and \`leave_out\` has ${file}: it vanishes from every app`
  const line = `Take ${file} out of \`leave_out\``
  return {...change('episode-withdrawn', slug, {file: showFile, line: 1}, message, line), was: slug}
}

/** The changes of a published episode. `old` and `now` are the episode as it was and as it would be, each in its show. */
export function changesOfEpisode(old: LockedEpisode, now: EpisodeToRecord, shows: Shows): readonly Change[] {
  return changesIn(old, now, shows).map((each) => ({...each, was: old.slug}))
}

function changesIn(old: LockedEpisode, now: EpisodeToRecord, shows: Shows): readonly Change[] {
  const {slug, place} = now
  const dayIn = (instant: string) => dayOf(instant, shows.timeZone)
  const isReplaced = old.slug === slug && !isSameDay(old.published, now.published) && hasOtherMedia(old, now)
  if (isReplaced) {
    const message = `Another episode stands where ${slug} of ${dayIn(old.published)} stood: apps take it for the old one, so nobody gets it as new`
    return [change('episode-replaced', slug, place, message, 'Give the new episode a file of its own')]
  }
  const changes: Change[] = []
  if (now.hasOwnGuid && old.guid !== now.guid) {
    const message = `The guid was "${old.guid}" and would be "${now.guid}": every subscriber gets the episode a second time`
    changes.push(change('guid-changed', slug, place, message, `Write guid: ${old.guid}`))
  }
  if (old.slug !== slug && !now.oldSlugs.includes(old.slug)) {
    const message = `The slug was "${old.slug}" and would be "${slug}": links to its page break (its guid and its files stay where they are)`
    const line = `Write slug: ${old.slug}, or lead on from the old page: aliases: [/episodes/${old.slug}/]`
    const lost = servedFile(sitePaths.episode(old.slug))
    changes.push({...change('slug-changed', slug, place, message, line), lost})
  }
  if (!isSameDay(old.published, now.published)) {
    const message = `The date was ${dayIn(old.published)} and would be ${dayIn(now.published)}: apps sort the episode elsewhere in their list, and some announce it again`
    changes.push(change('publication-moved', slug, now.datePlace ?? place, message, `Write date: ${old.published}`))
  }
  return [...changes, ...changesOfMedia(old, now, shows)]
}

function hasOtherMedia({media: [old]}: LockedEpisode, {media: [now]}: LockedEpisode): boolean {
  if (old === undefined || now === undefined) return false
  return old.sha256 === undefined ? !isSameMedia(old.url, now.url) : old.sha256 !== now.sha256
}

function changesOfMedia(
  before: LockedEpisode,
  {slug, place, media, leadsOn}: EpisodeToRecord,
  shows: {readonly before: LockedShow; readonly now: LockedShow},
): readonly Change[] {
  const [old] = before.media
  const [now] = media
  // The move of the site is already reported. What lies at the new place is another question.
  const onNewSite = (url: string) =>
    url.startsWith(shows.before.site) ? `${shows.now.site}${url.slice(shows.before.site.length)}` : url
  const changes = before.media.flatMap((each) => {
    const same = media.find(({url}) => isSameMedia(each.url, url) || onNewSite(each.url) === url)
    return same === undefined ? [] : changesOfFile(each, same, slug, place)
  })
  if (old === undefined) return changes
  if (now === undefined) {
    const message = `The episode had ${old.url} and would have no media: podcast apps drop it`
    const line =
      old.file === undefined
        ? `Write audio: ${old.url}`
        : `Put ${old.file} back; if it is there, write audio: ${old.file}`
    return [{...change('enclosure-removed', slug, place, message, line), lost: old.url}, ...changes]
  }
  if (isSameMedia(old.url, now.url) || onNewSite(old.url) === now.url || leadsOn(old.url)) return changes
  const message = `The media moves from ${old.url} to ${now.url}: apps that have the old address fail, since it leads nowhere; some download it again`
  return [{...change('enclosure-moved', slug, place, message, 'Keep the old address'), lost: old.url}, ...changes]
}

/**
 * The changes of a file behind an unchanged address, as it was published and as it is now. `command` is the one that accepts a
 * change.
 */
export function changesOfFile(
  old: LockedMedia,
  now: LockedMedia,
  slug: string,
  place: Place,
  command: 'build' | 'probe' = 'build',
): readonly Change[] {
  // This is the first look at a file on a server. What was known before is what somebody typed.
  if (now.probed !== undefined && old.probed === undefined) return []
  const line = 'Publish it under another name'
  if (old.type !== now.type) {
    const message = `${now.url} was ${old.type} and would be ${now.type}: apps and caches keep the type they were told first`
    return [change('enclosure-type-changed', slug, place, message, line, command)]
  }
  if (!hasOtherBytes(old, now)) return []
  const message = `${now.url} holds other bytes than were published (${old.sizeInBytes} then, ${now.sizeInBytes} now): whoever has downloaded it keeps the old ones`
  return [change('media-bytes-changed', slug, place, message, line, command)]
}

function hasOtherBytes(old: LockedMedia, now: LockedMedia): boolean {
  // Each answer of such a host is another one.
  if (now.file === undefined && insertingHost(now.url) !== undefined) return false
  if (old.sha256 !== undefined && now.sha256 !== undefined) return old.sha256 !== now.sha256
  // 0 means "nobody knows". It is no size that another size could differ from.
  return old.sizeInBytes !== 0 && now.sizeInBytes !== 0 && old.sizeInBytes !== now.sizeInBytes
}

/** New episodes with the guid of a published episode that is gone. If both are there, they get `guid-duplicate`. */
export function reusedGuids(
  gone: readonly LockedEpisode[],
  fresh: readonly EpisodeToRecord[],
  timeZone: string,
): readonly Change[] {
  const owners = new Map(gone.map((each) => [each.guid, each]))
  return fresh.flatMap(({guid, slug, place}) => {
    const owner = owners.get(guid)
    if (owner === undefined) return []
    const message = `The guid "${guid}" is that of ${owner.slug}, published ${dayOf(owner.published, timeZone)}: apps show this episode as that one, or not at all`
    return [change('guid-reused', slug, place, message, 'Remove the guid: the episode gets one of its own')]
  })
}

/** The day that the author knows: at night it is another one than in UTC. */
function dayOf(instant: string, timeZone: string): string {
  return formatInZone(new Date(instant), timeZone).slice(0, 10)
}
