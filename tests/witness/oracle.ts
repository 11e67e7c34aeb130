import {createHash} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type PublishedFeed, publishedFeed} from './published-feeds.ts'

/** What the author said before the first publication, or of the world outside, and what no file of an output can tell. */
export type Declared = {
  readonly site: string
  /** Whether every host that the output is for follows `_redirects`. */
  readonly redirects: boolean
  /** Feeds of the newest so many, by path: older items leave them by design. */
  readonly windows?: ReadonlyMap<string, number>
  /** Feeds whose subscription document keeps so many, by path: older items go to archives by design. */
  readonly kept?: ReadonlyMap<string, number>
}

type Output = {
  /** Hash of each file by its path. */
  readonly files: ReadonlyMap<string, string>
  readonly feeds: ReadonlyMap<string, PublishedFeed>
  readonly redirects: ReadonlySet<string>
}

/**
 * What listeners lose when `after` is served instead of `before`: the two are output folders. It is the judge of what the program
 * lets pass, so it shares no code with it, and reads what apps read.
 */
export function lossesBetween(before: string, after: string, declared: Declared): readonly string[] {
  const [old, now] = [outputIn(before), outputIn(after)]
  return [
    ...[...old.feeds].flatMap(([path, feed]) => lossesOfFeed(path, feed, now, declared)),
    ...[...old.files].flatMap(([path, hash]) => lossesOfFile(path, hash, old, now, declared)),
    ...[...old.redirects]
      .filter((path) => !now.redirects.has(path) && !isServed(path, now))
      .map((path) => `the redirect of ${path} is gone`),
    ...brokenLinks(now, declared),
  ].sort()
}

function outputIn(folder: string): Output {
  const files = new Map<string, string>()
  const feeds = new Map<string, PublishedFeed>()
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
      .slice(folder.length + 1)
      .replaceAll('\\', '/')
    if (path.startsWith('.castwright/')) continue
    const bytes = readFileSync(join(folder, path))
    files.set(path, createHash('sha256').update(bytes).digest('hex'))
    const feed = /\.(?:xml|json)$/.test(path) ? publishedFeed(bytes.toString('utf8')) : undefined
    if (feed !== undefined) feeds.set(path, feed)
  }
  const lines = files.has('_redirects') ? readFileSync(join(folder, '_redirects'), 'utf8').split('\n') : []
  const froms = lines.flatMap((line) => (line === '' ? [] : [decodeURI(line.split(' ')[0] ?? '').slice(1)]))
  return {files, feeds, redirects: new Set(froms)}
}

function lossesOfFeed(path: string, old: PublishedFeed, after: Output, declared: Declared): readonly string[] {
  const now = after.feeds.get(path)
  // What became of the address itself is asked of the file.
  if (now === undefined) return []
  const here = now.items
  const archives =
    old.older === undefined && !declared.kept?.has(path) ? new Map() : archivedItems(now, after, declared)
  const losses: string[] = []
  if (old.guid !== now.guid) losses.push(`${path} was the show ${old.guid} and is ${now.guid}`)
  for (const [guid, enclosure] of old.items) {
    const found = here.get(guid) ?? archives.get(guid)
    if (found === undefined) {
      if (!hasMovedOn(path, guid, old, now, declared)) losses.push(`${path} lost the item ${guid}`)
    } else if (!isOneFile(enclosure, found) && !leadsOn(enclosure, after, declared))
      losses.push(`${path} has ${guid} with another enclosure, and ${enclosure} leads nowhere`)
  }
  const fewest = declared.kept?.get(path)
  if (fewest !== undefined && now.items.size < Math.min(fewest, old.items.size))
    losses.push(`${path} keeps fewer items than it was to keep`)
  return losses
}

function archivedItems(feed: PublishedFeed, after: Output, {site}: Declared): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const seen = new Set<string>()
  for (let next = feed.older; next !== undefined && !seen.has(next); ) {
    seen.add(next)
    const archive: PublishedFeed | undefined = after.feeds.get(next.slice(site.length))
    for (const [guid, enclosure] of archive?.items ?? []) found.set(guid, enclosure)
    next = archive?.older
  }
  return found
}

/** A window has moved on where newer items came for each that went, and none that is there still is older. */
function hasMovedOn(path: string, guid: string, old: PublishedFeed, now: PublishedFeed, {windows}: Declared): boolean {
  const size = windows?.get(path)
  if (size === undefined || now.items.size < Math.min(size, old.items.size)) return false
  const date = old.dates.get(guid) ?? 0
  return [...now.dates.values()].every((each) => each >= date)
}

/** A service that counts downloads stands before the address of the file and leads on to it. */
function isOneFile(one: string, other: string): boolean {
  const bare = (address: string) => address.replace(/^https?:\/\//, '')
  if (one === '' || other === '') return one === other
  return one === other || one.endsWith(`/${bare(other)}`) || other.endsWith(`/${bare(one)}`)
}

function leadsOn(address: string, after: Output, {site, redirects}: Declared): boolean {
  if (address === '') return true
  if (!address.startsWith(site)) return false
  const path = decodeURI(address.slice(site.length))
  return isServed(path, after) || (redirects && isRedirected(path, after))
}

function isServed(path: string, {files}: Output): boolean {
  return files.has(path) || files.has(`${path.replace(/\/$/, '')}/index.html`)
}

function isRedirected(path: string, {redirects}: Output): boolean {
  const bare = path.replace(/(?:\/|\/index\.html)$/, '')
  if (redirects.has(path) || redirects.has(bare)) return true
  // `episodes/dawn/*` is for everything below it.
  return [...redirects].some((from) => from.endsWith('/*') && path.startsWith(from.slice(0, -1)))
}

/** Files that are no address of anybody's: for hosts, for pages of the same build, early ones of members. */
function isAddress(path: string): boolean {
  if (/^(?:_headers|_redirects|\.nojekyll|\.htaccess)$|^(?:assets|search)\/|^images\/people\/|\.(?:gz|br)$/.test(path))
    return false
  if (path === 'supporters/index.html') return false
  return !/\/[\da-f]{48}\/(?:media|images|episodes)\//.test(path)
}

function lossesOfFile(
  path: string,
  hash: string,
  before: Output,
  after: Output,
  {redirects}: Declared,
): readonly string[] {
  if (!isAddress(path)) return []
  const now = after.files.get(path)
  if (now !== undefined) return path.startsWith('media/') && now !== hash ? [`${path} holds other bytes`] : []
  if (redirects && isRedirected(path, after)) return []
  const archived = before.feeds.get(path)
  const main = path.replace(/-archive-\d+\./, '.')
  const feed = main === path ? undefined : after.feeds.get(main)
  // An archive may go where everything that was in it is in the feed itself.
  const isThere = archived !== undefined && [...archived.items.keys()].every((guid) => feed?.items.has(guid))
  return isThere ? [] : [`${path} is gone`]
}

/** What a feed names on this site has to be there. */
function brokenLinks(now: Output, {site}: Declared): readonly string[] {
  return [...now.feeds].flatMap(([path, {items, others}]) =>
    [...items.values(), ...others]
      .filter((address) => address.startsWith(site) && !now.files.has(decodeURI(address.slice(site.length))))
      .map((address) => `${path} names ${address}, which is not there`),
  )
}
