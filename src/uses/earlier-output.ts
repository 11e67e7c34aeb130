import {existsSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {feedKinds, isJudgedType} from '../file-kinds/feed-kinds.ts'
import {hostFilePaths} from '../hosting/hosts.ts'
import {parseLock} from '../lock/parse-lock.ts'
import type {Lock, LockedEpisode} from '../model/lock.ts'
import type {Problem} from '../model/problem.ts'
import {isList} from '../model/site-paths.ts'
import {holdsLock, writeLockText} from '../plan/identity/lock-bytes.ts'
import type {Delivered, DeliveredFeed} from '../witness/delivered.ts'
import {filesByLock} from '../witness/delivered-by-lock.ts'
import {scanFeed} from '../witness/scan-feed.ts'
import {problem} from './use-problems.ts'

type OutputToRead = Pick<Files, 'site' | 'isUnchanged'> & {
  readonly output: string
  /** The paths that its manifest names. */
  readonly entries: Iterable<string>
}

/** Published files, at whatever place they lie. */
type Files = {
  /** The paths as manifests have them. */
  readonly entries: readonly string[]
  readonly textAt: (path: string) => Promise<string>
  /** The address that the show had when the files were published. */
  readonly site: string
  /** Says which files are unchanged. A feed that stays the same byte for byte is not read. */
  readonly isUnchanged?: (path: string) => boolean
}

/**
 * What an earlier build published, according to its files. `undefined` if there was no build, or only trials of a show that is not
 * ready.
 */
export async function deliveredIn({
  output,
  isUnchanged = () => false,
  ...rest
}: OutputToRead): Promise<Delivered | undefined> {
  const entries = [...rest.entries]
  if (entries.length === 0 || existsSync(join(output, trialMark))) return undefined
  // The manifest of a killed build also names files that were not made yet, and files that were already deleted.
  const isThere = (entry: string) => isHidden(entry) || isUnchanged(entry) || existsSync(join(output, entry))
  const textAt = (path: string) => readFile(join(output, path), 'utf8').catch(() => '')
  const delivered = await deliveredBy({...rest, entries: entries.filter(isThere), isUnchanged, textAt})
  return {...delivered, mediaHashes: () => mediaHashesIn(output)}
}

/** What the copy of the lock beside an output says of its media. */
function mediaHashesIn(output: string): ReadonlyMap<string, string> {
  const path = join(output, lockCopy)
  const lock = existsSync(path) ? parseLock(readFileSync(path, 'utf8')) : undefined
  return new Map(lock?.ok === true ? filesByLock(lock.value).map(({path: at, sha256}) => [at, sha256]) : [])
}

/** What was published, according to the files themselves. */
export async function deliveredBy({entries, site, isUnchanged = () => false, textAt}: Files): Promise<Delivered> {
  const hidden = new Set(entries.filter(isHidden).map((entry) => entry.slice(0, entry.indexOf('/'))))
  const paths = entries.filter((entry) => !isHidden(entry) && isAddress(entry, hidden))
  const feeds = new Map<string, DeliveredFeed>()
  for (const path of paths.filter(mayBeFeed)) {
    const feed = isUnchanged(path)
      ? {name: path, paths: [path], archived: [], isWindow: false, isUnchanged: true as const}
      : feedOf(path, await textAt(path), site)
    if (feed !== undefined) feeds.set(path, feed)
  }
  const addresses = new Map(paths.filter((path) => !feeds.has(path)).map((path) => [path, ownerOf(path)]))
  // All that is known about feeds for members is that there are some.
  const forMembers = [...hidden].map((name) => ({name, paths: [], archived: [], isWindow: false}))
  const isOfNetwork = entries.includes(listOfShows)
  return {feeds: [...withArchives(feeds), ...forMembers], addresses, ...(isOfNetwork ? {isOfNetwork} : {})}
}

/** What only a network has at the root of its output: the list of its shows, to subscribe to (OPML). */
export const listOfShows = 'shows.opml'

function isHidden(entry: string): boolean {
  return entry.includes('/…#')
}

/**
 * This file lies in an output that was made while the show had placeholders. Nobody has had that output, so nothing in it has to
 * stay.
 */
const trialMark = '.castwright/trial'

/** Whether nobody has had what lies in `output`, since its show has placeholders. */
export function isTrialOutput(output: string): boolean {
  return existsSync(join(output, trialMark))
}

/** Leaves beside the output what later builds and deploys ask of it. Problem: `output-incomplete`. */
export function markOutput(output: string, lock: Lock, isTrial: boolean, what = 'show'): readonly Problem[] {
  try {
    markTrial(output, isTrial)
    keepLockCopy(output, lock)
    return []
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `The ${what} is published, but the copy of its lock in ${output} could not be written: ${reason}`
    return [problem('output-incomplete', {}, message, 'Build again before you deploy')]
  }
}

/**
 * Marks whether an output is a trial. What was published before is none, whatever the show says today: a placeholder that comes back
 * after the lock was deleted would silence the second witness.
 */
function markTrial(output: string, isTrial: boolean): void {
  const path = join(output, trialMark)
  if (isTrial && !existsSync(join(output, lockCopy))) writeFileSync(path, '')
  else if (isTrial) return
  else rmSync(path, {force: true})
}

/**
 * A copy of the lock, as it was then, lies beside what was published. It is for whoever carries the output elsewhere, without the
 * show.
 */
export const lockCopy = '.castwright/lock.json'

/**
 * Writes the copy by rename, and leaves it untouched if it holds the same. Some hosts serve dot-prefixed folders. So the copy has
 * nothing about future episodes or members, and no name of a file of the author's.
 */
function keepLockCopy(output: string, {awaiting: _awaiting, members: _members, ...lock}: Lock): void {
  const due = lock.episodes.filter(({ahead}) => ahead === undefined)
  const copy = {...lock, episodes: due.map(withoutFiles)}
  const path = join(output, lockCopy)
  if (existsSync(path) && holdsLock(path, copy)) return
  writeLockText(`${path}.new`, copy)
  renameSync(`${path}.new`, path)
}

function withoutFiles({source: _source, text: _text, media, ...episode}: LockedEpisode): LockedEpisode {
  return {media: media.map(({file: _file, ...each}) => each), ...episode}
}

/**
 * Whether somebody may keep the address of a file. Nobody keeps addresses of files for hosts, for pages of the same build, or for
 * members.
 */
function isAddress(path: string, hidden: ReadonlySet<string>): boolean {
  if (isForOtherSites(path)) return false
  if (hostFilePaths.has(path) || isList(path) || /^assets\/|^theme\/|^images\/people\/|\.(?:gz|br)$/.test(path))
    return false
  return !(path.endsWith('/index.html') && hidden.has(path.slice(0, -'/index.html'.length)))
}

/** What `embed: true` adds. Frames of other sites are no subscribers, and `embed: false` says what is meant. */
function isForOtherSites(path: string): boolean {
  return /^episodes\/[^/]+\/(?:embed\/index\.html|oembed\.json|episode\.json)$/.test(path)
}

function mayBeFeed(path: string): boolean {
  return !/^(?:episodes|media|images|theme)\/|\.(?:html|css|js|opml)$/.test(path)
}

function feedOf(path: string, text: string, site: string): DeliveredFeed | undefined {
  const known = {name: path, paths: [path], archived: []}
  const found = scanFeed(text, site)
  // A feed in another form has the items of the others, and those are read.
  if (found === undefined)
    return text.includes('<feed ') || isOfUnreadForm(path) ? {...known, isWindow: false} : undefined
  const {items, guid, isComplete} = found
  return {...known, items, isWindow: isComplete, ...(guid === undefined ? {} : {guid})}
}

/** A form that no rule is about is known by its ending alone. */
function isOfUnreadForm(path: string): boolean {
  return feedKinds.some(({mimeType, extensions: [ending]}) => !isJudgedType(mimeType) && path.endsWith(ending))
}

/** The feed that a document is an archive of. */
function mainPath(path: string, feeds: ReadonlyMap<string, DeliveredFeed>): string | undefined {
  const main = path.replace(/-archive-\d+(?=(?:\.[a-z0-9]+)*$)/i, '')
  return main === path || !feeds.has(main) ? undefined : main
}

function withArchives(feeds: ReadonlyMap<string, DeliveredFeed>): readonly DeliveredFeed[] {
  const archived = new Map<string, DeliveredFeed['archived']>()
  for (const [path, {items = []}] of feeds) {
    const main = mainPath(path, feeds)
    if (main !== undefined) archived.set(main, [...(archived.get(main) ?? []), ...items])
  }
  return [...feeds]
    .filter(([path]) => mainPath(path, feeds) === undefined)
    .map(([path, feed]) => ({...feed, archived: archived.get(path) ?? []}))
}

/** Finds the episode of a file by the path of the file. For an episode that was renamed, the lock knows better. */
function ownerOf(path: string): string {
  return (
    /^episodes\/([^/]+)\//.exec(path)?.[1] ??
    /^(?:media|images)\/([\w~.-]+?)(?:-\d+)?(?:\.[a-z0-9]+$|\/)/i.exec(path)?.[1] ??
    'show'
  )
}
