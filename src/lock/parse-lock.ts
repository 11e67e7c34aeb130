import {type Lock, type LockedEpisode, type LockedFeed, lockFileName} from '../model/lock.ts'
import {present} from '../model/present.ts'
import type {Outcome, Problem} from '../model/problem.ts'
import {isJsonObject} from '../text/json-object.ts'
import {fullPath} from './also-paths.ts'
import {problem} from './lock-problems.ts'
import {isEnd, isFeed, isItem, isListOf, isLockedEpisode, isMedia, isShow, isText} from './lock-shapes.ts'
import {formatVersion} from './lock-text.ts'

/** Reads a lock. Problems: `lock-conflict`, `lock-unreadable`, `lock-newer`, `lock-duplicate`. With any of them there is no value. */
export function parseLock(text: string): Outcome<Lock> {
  const mark = /^(?:<<<<<<<|=======|>>>>>>>)/m.exec(text)
  if (mark !== null) {
    const message = 'The lock holds the marks of a merge that was not finished'
    return failed(
      problem(
        'lock-conflict',
        placeAt(text, mark.index),
        message,
        'Keep the lines of both sides, and take out the three marks (<<<<<<<, =======, >>>>>>>)',
      ),
    )
  }
  const json = parseJson(text)
  if ('fault' in json) return unreadable(placeAt(text, json.at), `is not JSON (${json.fault})`)
  const {value} = json
  if (!isJsonObject(value)) return unreadable(placeAt(text, 0), 'is not an object')
  const {castwrightLock} = value
  if (typeof castwrightLock === 'number' && castwrightLock > formatVersion) {
    const message = `The lock is of version ${castwrightLock}; this Castwright knows ${formatVersion}`
    return failed(problem('lock-newer', placeOf(text, '"castwrightLock"'), message, 'npm install castwright@latest'))
  }
  if (castwrightLock !== 1 && castwrightLock !== formatVersion)
    return unreadable(placeOf(text, '"castwrightLock"'), 'has no version')
  return lockIn(text, value)
}

function lockIn(text: string, value: Readonly<Record<string, unknown>>): Outcome<Lock> {
  const {show, episodes} = value
  if (!isShow(show)) return unreadable(placeOf(text, '"show"'), 'does not say the guid and the site of the show')
  const feeds = feedsIn(value)
  if (feeds === undefined) return unreadable(placeOf(text, '"feeds"'), 'does not say the feeds of the show')
  if (!Array.isArray(episodes)) return unreadable(placeOf(text, '"episodes"'), 'has no list of episodes')
  const awaiting = listIn(value.awaiting)
  if (!isListOf(awaiting, isMedia)) return unreadable(placeOf(text, '"awaiting"'), 'lists media that are not whole')
  const takenBack = listIn(value.takenBack)
  if (!isListOf<string>(takenBack, isText)) return unreadable(placeOf(text, '"takenBack"'), 'lists what is no text')
  const shows = listIn(value.shows)
  if (!isListOf<string>(shows, isText)) return unreadable(placeOf(text, '"shows"'), 'lists what is no show')
  const members = listIn(value.members)
  if (!isListOf<string>(members, isText)) return unreadable(placeOf(text, '"members"'), 'lists what is no text')
  const items = listIn(value.items)
  if (!isListOf(items, isItem)) return unreadable(placeOf(text, '"items"'), 'lists items that are not whole')
  const found: LockedEpisode[] = []
  for (const [index, episode] of episodes.entries()) {
    if (isEnd(episode) && index === episodes.length - 1) continue
    if (!isLockedEpisode(episode)) return unreadable(...brokenEpisode(text, episode, index))
    const {also} = episode
    found.push(also === undefined ? episode : {...episode, also: also.map((path) => fullPath(episode, path))})
  }
  // The first format says nothing of the parts of the site, so nothing is expected to be there.
  const {
    guid,
    site,
    isComplete,
    also,
    left = value.castwrightLock === 1 ? (['pages', 'media'] as const) : undefined,
  } = show
  const lists = {feeds: merged(feeds), episodes: found, ...listsThere({shows, items, members, awaiting, takenBack})}
  const duplicates = duplicatesIn(text, lists)
  if (duplicates.length > 0) return {ok: false, problems: duplicates}
  return {ok: true, value: {show: {guid, site, ...present({isComplete, also, left})}, ...lists}, problems: []}
}

/** A lock of the first format has only the paths of feeds. */
function feedsIn({castwrightLock, show, feeds}: Readonly<Record<string, unknown>>): readonly LockedFeed[] | undefined {
  if (castwrightLock === 1) {
    const paths = isJsonObject(show) ? show.feeds : undefined
    return isListOf<string>(paths, isText) ? paths.map((path) => ({name: path, paths: [path]})) : undefined
  }
  const found = Array.isArray(feeds) ? listIn(feeds) : undefined
  return isListOf(found, isFeed) ? found : undefined
}

function listIn(value: unknown = []): readonly unknown[] {
  return Array.isArray(value) ? value.filter((each) => !isEnd(each)) : [value]
}

type RarerLists = Required<Pick<Lock, 'shows' | 'items' | 'members' | 'awaiting' | 'takenBack'>>

function listsThere({shows, items, members, awaiting, takenBack}: RarerLists): Partial<RarerLists> {
  return {
    ...(shows.length === 0 ? {} : {shows: [...new Set(shows)]}),
    ...(items.length === 0 ? {} : {items}),
    ...(members.length === 0 ? {} : {members: [...new Set(members)]}),
    ...(awaiting.length === 0 ? {} : {awaiting}),
    ...(takenBack.length === 0 ? {} : {takenBack: [...new Set(takenBack)]}),
  }
}

/** If two branches each published an episode, each has moved the window of a feed on. Both are right. */
function merged(feeds: readonly LockedFeed[]): readonly LockedFeed[] {
  const found = new Map<string, LockedFeed>()
  const others: LockedFeed[] = []
  const without = ({window: _, ...feed}: LockedFeed) => JSON.stringify(feed)
  for (const feed of feeds) {
    const known = found.get(feed.name)
    if (known === undefined) found.set(feed.name, feed)
    else if (known.window === undefined || feed.window === undefined || without(known) !== without(feed))
      others.push(feed)
    else found.set(feed.name, {...known, window: [...new Set([...known.window, ...feed.window])]})
  }
  return [...found.values(), ...others]
}

function brokenEpisode(text: string, episode: unknown, index: number): readonly [LockPlace, string] {
  const slug = isJsonObject(episode) && isText(episode.slug) ? episode.slug : undefined
  const name = slug === undefined ? `Number ${index + 1}` : `"${slug}"`
  const place = slug === undefined ? placeOf(text, '"episodes"') : placeOf(text, `"slug":${JSON.stringify(slug)}`)
  return [place, `lists an episode that is not whole: ${name}`]
}

function duplicatesIn(
  text: string,
  {episodes, feeds, items = []}: Pick<Lock, 'episodes' | 'feeds' | 'items'>,
): readonly Problem[] {
  const lines = (key: string, values: readonly string[]) => duplicateLines(text, key, values)
  const second = [...text.matchAll(/^"show":/gm)][1]
  const shows = second === undefined ? [] : [duplicate(placeAt(text, second.index), 'are of the show')]
  return [
    ...shows,
    ...lines(
      'slug',
      episodes.map(({slug}) => slug),
    ),
    ...lines(
      'guid',
      episodes.map(({guid}) => guid),
    ),
    ...lines(
      'episode',
      items.map(({episode}) => episode),
    ),
    ...lines(
      'name',
      feeds.map(({name}) => name),
    ),
  ]
}

function duplicateLines(text: string, key: string, values: readonly string[]): readonly Problem[] {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const value of values) (seen.has(value) ? repeated : seen).add(value)
  return [...repeated].map((value) => {
    const written = `"${key}":${JSON.stringify(value)}`
    return duplicate(placeAt(text, Math.max(0, text.lastIndexOf(written))), `have the ${key} "${value}"`)
  })
}

function duplicate(place: LockPlace, what: string): Problem {
  return problem('lock-duplicate', place, `Two lines of the lock ${what}`, 'Keep the older one')
}

function parseJson(text: string): {readonly value: unknown} | {readonly fault: string; readonly at: number} {
  try {
    const value: unknown = JSON.parse(text)
    return {value}
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error)
    // V8 gives no position if the text ends too early.
    return {fault: fault.slice(0, 100), at: Number(/position (\d+)/.exec(fault)?.[1] ?? text.length)}
  }
}

type LockPlace = ReturnType<typeof placeAt>

function placeAt(text: string, index: number) {
  const before = text.slice(0, index)
  const lineStart = before.lastIndexOf('\n') + 1
  return {file: lockFileName, line: before.split('\n').length, column: index - lineStart + 1}
}

function placeOf(text: string, written: string) {
  return placeAt(text, Math.max(0, text.indexOf(written)))
}

function unreadable(place: LockPlace, what: string): Outcome<Lock> {
  const hint = 'Take it from git: git checkout castwright.lock.json'
  return failed(problem('lock-unreadable', place, `The lock ${what}, so nobody knows what was published`, hint))
}

function failed(each: Problem): Outcome<Lock> {
  return {ok: false, problems: [each]}
}
