import type {Lock, LockedEpisode, LockedFeed, LockedItem, LockedMedia} from '../model/lock.ts'
import {present} from '../model/present.ts'
import {shortPath} from './also-paths.ts'

/** In version 2 each feed has one line. Locks of the first format are read, and are written again in this one. */
export const formatVersion = 2

/**
 * The bytes of a lock, which are the same for the same facts on every machine. Each line is one thing and ends in a comma. The last
 * line does so as well (an empty value closes the list), so that git can merge the lines of two branches.
 */
export function lockText(lock: Lock): string {
  return [...lockPieces(lock)].join('')
}

/** The same in pieces of many lines: that of a large network is too long to be made as one text. */
export function* lockPieces({show, feeds, episodes, ...rarer}: Lock): Generator<string> {
  const {shows = [], items = [], members = [], awaiting = [], takenBack = []} = rarer
  const {guid, site, also, left, isComplete} = show
  yield `{\n"castwrightLock": ${formatVersion},\n"show": ${JSON.stringify(present({guid, site, isComplete, also, left}))}`
  yield* list('feeds', feeds, ({name}) => name, feedLine)
  yield* list('episodes', episodes, ({slug}) => slug, episodeLine)
  if (shows.length > 0) yield* list('shows', shows, same, same, '""')
  if (items.length > 0) yield* list('items', items, ({episode}) => episode, itemLine)
  if (members.length > 0) yield* list('members', members, same, same, '""')
  if (awaiting.length > 0) yield* list('awaiting', awaiting, ({url}) => url, mediaLine)
  if (takenBack.length > 0) yield* list('takenBack', takenBack, same, same, '""')
  yield '\n}\n'
}

const linesOfPiece = 500

function* list<T>(
  name: string,
  values: readonly T[],
  keyOf: (value: T) => string,
  lineOf: (value: T) => unknown,
  end = '{}',
): Generator<string> {
  const sorted = [...values].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  yield `,\n"${name}": [\n`
  for (let at = 0; at < sorted.length; at += linesOfPiece)
    yield sorted
      .slice(at, at + linesOfPiece)
      .map((each) => `${JSON.stringify(lineOf(each))},\n`)
      .join('')
  yield `${end}\n]`
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
