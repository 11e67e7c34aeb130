import type {Guid} from '../model/episode.ts'
import type {LockedEpisode, LockedFeed, LockedItem, LockedMedia, LockedShow} from '../model/lock.ts'
import {isJsonObject} from '../text/json-object.ts'

/** Whether a value is the one that closes a list. */
export function isEnd(value: unknown): boolean {
  return value === '' || (isJsonObject(value) && Object.keys(value).length === 0)
}

export function isText(value: unknown): value is string {
  return typeof value === 'string'
}

export function isListOf<T>(
  value: unknown,
  isMember: ((member: unknown) => member is T) | ((member: unknown) => boolean),
): value is readonly T[] {
  return Array.isArray(value) && value.every(isMember)
}

export function isShow(value: unknown): value is LockedShow {
  if (!isJsonObject(value) || !isText(value.guid) || !isText(value.site)) return false
  return (
    URL.canParse(value.site) &&
    isListOrNone(value.also) &&
    isListOrNone(value.left) &&
    [undefined, true].some((each) => each === value.isComplete)
  )
}

export function isFeed(value: unknown): value is LockedFeed {
  if (!isJsonObject(value) || !isText(value.name) || !isListOf(value.paths, isText)) return false
  const {guid, itemGuids, media, window, kept, key, earlyInSeconds, early, membersAt} = value
  if (![guid, key, membersAt].every((each) => each === undefined || isText(each)) || !isListOrNone(window)) return false
  if ((itemGuids !== undefined && itemGuids !== 'own') || !isListOrNone(early)) return false
  return (
    [undefined, 'audio', 'video'].some((each) => each === media) &&
    (kept === undefined || isCount(kept)) &&
    isAmountOrNone(earlyInSeconds)
  )
}

export function isLockedEpisode(value: unknown): value is LockedEpisode & {readonly guid: Guid} {
  if (!isJsonObject(value)) return false
  const {slug, source, files, guid, published, ahead, archives, media, text, feeds, also} = value
  if (!isText(slug) || !isText(guid) || !isText(published)) return false
  if (![source, files, ahead, text].every((each) => each === undefined || isText(each))) return false
  if ([published, ahead ?? published].some((each) => Number.isNaN(Date.parse(String(each))))) return false
  if (!areArchives(archives)) return false
  if (!isListOrNone(feeds) || !isListOrNone(also)) return false
  return isPathPart(slug) && isPathPart(files ?? slug) && guid !== '' && isListOf(media, isMedia)
}

export function isItem(value: unknown): value is LockedItem {
  if (!isJsonObject(value)) return false
  const {episode, guid, published, feeds, archives} = value
  if (![episode, guid, published].every(isText) || Number.isNaN(Date.parse(String(published)))) return false
  return isJsonObject(feeds) && Object.values(feeds).every(isText) && areArchives(archives)
}

function areArchives(value: unknown): boolean {
  return value === undefined || (isJsonObject(value) && Object.values(value).every(isCount))
}

function isListOrNone(value: unknown): boolean {
  return value === undefined || isListOf(value, isText)
}

/** The value becomes a path of the output, so no line of a lock may lead out of the output. */
function isPathPart(value: unknown): boolean {
  return /^[\w~-][\w.~-]*$/.test(String(value))
}

function isAmountOrNone(value: unknown): boolean {
  return value === undefined || (typeof value === 'number' && value > 0)
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) > 0
}

const optionalTexts = ['file', 'codecs', 'sha256', 'etag', 'lastModified', 'probed']
const optionalNumbers = ['durationInSeconds', 'widthInPixels', 'heightInPixels']

export function isMedia(value: unknown): value is LockedMedia {
  if (!isJsonObject(value)) return false
  const {url, kind, type, sizeInBytes, chapters} = value
  const has = (keys: readonly string[], type: string) =>
    keys.every((key) => value[key] === undefined || typeof value[key] === type)
  if (!isText(url) || !isText(type) || typeof sizeInBytes !== 'number') return false
  if (!has(optionalTexts, 'string') || !has(optionalNumbers, 'number')) return false
  return (kind === 'audio' || kind === 'video') && (chapters === undefined || isListOf(chapters, isChapter))
}

function isChapter(value: unknown): boolean {
  return isJsonObject(value) && typeof value.startInSeconds === 'number' && isText(value.title)
}
