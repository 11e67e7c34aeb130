import type {Lock, LockedEpisode, LockedFeed, LockedItem, LockedMedia} from '../model/lock.ts'
import {present} from '../model/present.ts'
import {shortPath} from './also-paths.ts'

/** In version 2 each feed has one line. Locks of the first format are read, and are written again in this one. */
export const formatVersion = 2

/**
 * The bytes of a lock, which are the same for the same facts on every machine. Each line is one thing and ends in a comma. The last
 * line does so as well (an empty value closes the list), so that git can merge the lines of two branches.
 */
export function lockText({show, feeds, episodes, ...rarer}: Lock): string {
  const {shows = [], items = [], members = [], awaiting = [], takenBack = []} = rarer
  const {guid, site, also, left, isComplete} = show
  const head = `{\n"castwrightLock": ${formatVersion},\n"show": ${JSON.stringify(present({guid, site, isComplete, also, left}))},\n`
  const lists = [
    list('feeds', feeds, ({name}) => name, feedLine),
    list('episodes', episodes, ({slug}) => slug, episodeLine),
    ...(shows.length === 0 ? [] : [list('shows', shows, same, same, '""')]),
    ...(items.length === 0 ? [] : [list('items', items, ({episode}) => episode, itemLine)]),
    ...(members.length === 0 ? [] : [list('members', members, same, same, '""')]),
    ...(awaiting.length === 0 ? [] : [list('awaiting', awaiting, ({url}) => url, mediaLine)]),
    ...(takenBack.length === 0 ? [] : [list('takenBack', takenBack, same, same, '""')]),
  ]
  return `${head}${lists.join(',\n')}\n}\n`
}

function list<T>(
  name: string,
  values: readonly T[],
  keyOf: (value: T) => string,
  lineOf: (value: T) => unknown,
  end = '{}',
): string {
  const sorted = [...values].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  return `"${name}": [\n${sorted.map((each) => `${JSON.stringify(lineOf(each))},\n`).join('')}${end}\n]`
}

function same(text: string): string {
  return text
}

function feedLine({name, paths, guid, itemGuids, media, window, kept, key, early, ...rest}: LockedFeed) {
  const {earlyInSeconds, membersAt} = rest
  return present({name, paths, guid, itemGuids, media, window, kept, key, earlyInSeconds, early, membersAt})
}

function episodeLine({slug, source, guid, published, ahead, archives, media, text, ...rest}: LockedEpisode) {
  const {files, feeds, also} = rest
  const lines = media.map(mediaLine)
  const others = also?.map((path) => shortPath({slug, ...present({files})}, path))
  return present({slug, source, files, guid, published, ahead, feeds, archives, media: lines, also: others, text})
}

function itemLine({episode, guid, published, feeds, archives}: LockedItem) {
  return present({episode, guid, published, feeds, archives})
}

function mediaLine({url, file, kind, type, sizeInBytes, durationInSeconds, ...rest}: LockedMedia) {
  const {widthInPixels, heightInPixels, codecs, sha256, etag, lastModified, probed, chapters} = rest
  const sizes = {sizeInBytes, durationInSeconds, widthInPixels, heightInPixels}
  return present({url, file, kind, type, ...sizes, codecs, sha256, etag, lastModified, probed, chapters})
}
