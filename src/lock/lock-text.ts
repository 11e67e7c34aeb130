import type {Guid} from '../model/episode.ts'
import {type Lock, type LockedEpisode, type LockedMedia, type LockedShow, lockFileName} from '../model/lock.ts'
import {present} from '../model/present.ts'
import {type Outcome, type Problem, problem} from '../model/problem.ts'

const formatVersion = 1

/**
 * The bytes of a lock: the same for the same facts on every machine. One line is one episode and ends in a comma, the last one too
 * (an empty object closes the list), so that git can take lines of two branches together.
 */
export function lockText({show, episodes, awaiting = []}: Lock): string {
  const lines = [...episodes].sort((a, b) => (a.slug < b.slug ? -1 : 1)).map((episode) => `${line(episode)},\n`)
  const probed = [...awaiting]
    .sort((a, b) => (a.url < b.url ? -1 : 1))
    .map((each) => `${JSON.stringify(mediaLine(each))},\n`)
  const head = `{\n"castwrightLock": ${formatVersion},\n"show": ${JSON.stringify({guid: show.guid, site: show.site, feeds: show.feeds})},\n`
  return `${head}"episodes": [\n${lines.join('')}{}\n]${probed.length === 0 ? '' : `,\n"awaiting": [\n${probed.join('')}{}\n]`}\n}\n`
}

function line({slug, source, guid, published, ahead, archives, media, text}: LockedEpisode): string {
  return JSON.stringify(present({slug, source, guid, published, ahead, archives, media: media.map(mediaLine), text}))
}

function mediaLine({url, file, kind, type, sizeInBytes, durationInSeconds, ...rest}: LockedMedia) {
  const {widthInPixels, heightInPixels, codecs, sha256, etag, lastModified, probed, chapters} = rest
  const sizes = {sizeInBytes, durationInSeconds, widthInPixels, heightInPixels}
  return present({url, file, kind, type, ...sizes, codecs, sha256, etag, lastModified, probed, chapters})
}

/** Reads a lock. Problems: `lock-conflict`, `lock-unreadable`, `lock-newer`, `lock-duplicate`; with any there is no value. */
export function parseLock(text: string): Outcome<Lock> {
  const mark = /^(?:<<<<<<<|=======|>>>>>>>)/m.exec(text)
  if (mark !== null) {
    const message = 'The lock holds the marks of a merge that was not finished'
    return failed(problem('lock-conflict', placeAt(text, mark.index), message, 'Keep the lines of both sides'))
  }
  const json = parseJson(text)
  if ('fault' in json) return unreadable(placeAt(text, json.at), `is not JSON (${json.fault})`)
  const {value} = json
  if (!isRecord(value)) return unreadable(placeAt(text, 0), 'is not an object')
  const {castwrightLock, show, episodes, awaiting = []} = value
  if (typeof castwrightLock === 'number' && castwrightLock > formatVersion) {
    const message = `The lock is of version ${castwrightLock}; this Castwright knows ${formatVersion}`
    return failed(problem('lock-newer', placeOf(text, '"castwrightLock"'), message, 'npm install castwright@latest'))
  }
  if (castwrightLock !== formatVersion) return unreadable(placeOf(text, '"castwrightLock"'), 'has no version')
  if (!isShow(show)) return unreadable(placeOf(text, '"show"'), 'does not say the guid, site and feeds of the show')
  if (!Array.isArray(episodes)) return unreadable(placeOf(text, '"episodes"'), 'has no list of episodes')
  const probed = Array.isArray(awaiting) ? awaiting.filter((each) => !isEnd(each)) : [awaiting]
  if (!isListOf(probed, isMedia)) return unreadable(placeOf(text, '"awaiting"'), 'lists media that are not whole')
  return lockOf(text, show, episodes, probed)
}

function lockOf(
  text: string,
  show: LockedShow,
  episodes: readonly unknown[],
  probed: readonly LockedMedia[],
): Outcome<Lock> {
  const found: LockedEpisode[] = []
  for (const [index, episode] of episodes.entries()) {
    if (isEnd(episode) && index === episodes.length - 1) continue
    if (!isEpisode(episode)) {
      const slug = isRecord(episode) && typeof episode.slug === 'string' ? episode.slug : undefined
      const name = slug === undefined ? `Number ${index + 1}` : `"${slug}"`
      const place = slug === undefined ? placeOf(text, '"episodes"') : placeOf(text, `"slug":${JSON.stringify(slug)}`)
      return unreadable(place, `lists an episode that is not whole: ${name}`)
    }
    found.push(episode)
  }
  const duplicates = (['slug', 'guid'] as const).flatMap((key) => duplicateLines(text, found, key))
  return duplicates.length > 0
    ? {ok: false, problems: duplicates}
    : {ok: true, value: {show, episodes: found, ...(probed.length === 0 ? {} : {awaiting: probed})}, problems: []}
}

function duplicateLines(text: string, episodes: readonly LockedEpisode[], key: 'slug' | 'guid'): readonly Problem[] {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const {[key]: value} of episodes) (seen.has(value) ? repeated : seen).add(value)
  return [...repeated].map((value) => {
    const written = `"${key}":${JSON.stringify(value)}`
    const place = placeAt(text, Math.max(0, text.lastIndexOf(written)))
    return problem('lock-duplicate', place, `Two lines of the lock have the ${key} "${value}"`, 'Keep the older one')
  })
}

function parseJson(text: string): {readonly value: unknown} | {readonly fault: string; readonly at: number} {
  try {
    const value: unknown = JSON.parse(text)
    return {value}
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error)
    // V8 names no position where the text ends too early.
    return {fault: fault.slice(0, 100), at: Number(/position (\d+)/.exec(fault)?.[1] ?? text.length)}
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isEnd(value: unknown): boolean {
  return isRecord(value) && Object.keys(value).length === 0
}

function isShow(value: unknown): value is LockedShow {
  if (!isRecord(value) || typeof value.guid !== 'string' || typeof value.site !== 'string') return false
  return URL.canParse(value.site) && isListOf(value.feeds, (feed) => typeof feed === 'string')
}

function isListOf<T>(
  value: unknown,
  isMember: ((member: unknown) => member is T) | ((member: unknown) => boolean),
): value is readonly T[] {
  return Array.isArray(value) && value.every(isMember)
}

function isEpisode(value: unknown): value is LockedEpisode & {readonly guid: Guid} {
  if (!isRecord(value)) return false
  const {slug, source, guid, published, ahead, archives, media, text} = value
  if (typeof slug !== 'string' || typeof guid !== 'string' || typeof published !== 'string') return false
  if (![source, ahead, text].every((each) => each === undefined || typeof each === 'string')) return false
  if ([published, ahead ?? published].some((each) => Number.isNaN(Date.parse(String(each))))) return false
  if (archives !== undefined && !(isRecord(archives) && Object.values(archives).every(isCount))) return false
  // It becomes a path of the output: no line of a lock may lead out of it.
  return /^[\w~-][\w.~-]*$/.test(slug) && guid !== '' && isListOf(media, isMedia)
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) > 0
}

const optionalTexts = ['file', 'codecs', 'sha256', 'etag', 'lastModified', 'probed']
const optionalNumbers = ['durationInSeconds', 'widthInPixels', 'heightInPixels']

function isMedia(value: unknown): value is LockedMedia {
  if (!isRecord(value)) return false
  const {url, kind, type, sizeInBytes, chapters} = value
  const has = (keys: readonly string[], type: string) =>
    keys.every((key) => value[key] === undefined || typeof value[key] === type)
  if (typeof url !== 'string' || typeof type !== 'string' || typeof sizeInBytes !== 'number') return false
  if (!has(optionalTexts, 'string') || !has(optionalNumbers, 'number')) return false
  return (kind === 'audio' || kind === 'video') && (chapters === undefined || isListOf(chapters, isChapter))
}

function isChapter(value: unknown): boolean {
  return isRecord(value) && typeof value.startInSeconds === 'number' && typeof value.title === 'string'
}

function placeAt(text: string, index: number) {
  const before = text.slice(0, index)
  const lineStart = before.lastIndexOf('\n') + 1
  return {file: lockFileName, line: before.split('\n').length, column: index - lineStart + 1}
}

function placeOf(text: string, written: string) {
  return placeAt(text, Math.max(0, text.indexOf(written)))
}

function unreadable(place: ReturnType<typeof placeAt>, what: string): Outcome<Lock> {
  const hint = 'Take it from git: git checkout castwright.lock.json'
  return failed(problem('lock-unreadable', place, `The lock ${what}, so nobody knows what was published`, hint))
}

function failed(each: Problem): Outcome<Lock> {
  return {ok: false, problems: [each]}
}
