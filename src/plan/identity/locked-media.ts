import {createHash} from 'node:crypto'
import type {Episode, ProbedEpisode} from '../../model/episode.ts'
import type {Enclosure, FeedItem} from '../../model/feed.ts'
import type {LockedEpisode, LockedMedia} from '../../model/lock.ts'
import type {MediaAsset, MediaFacts, MediaReference} from '../../model/media.ts'
import {present} from '../../model/present.ts'
import type {RenderedEpisode} from '../../model/rendered-episode.ts'
import {mediaHash} from '../../probe/media-hash.ts'
import type {KnownAsset} from '../../probe/probe.ts'
import {isSameMedia} from '../../text/addresses/analytics-prefixes.ts'

/** What the lock has to know of an episode beside its identity. */
export type LockFacts = Pick<LockedEpisode, 'source' | 'media' | 'text'>

/**
 * `episode` with what the lock knows of its media: facts of files on servers that the author does not give, and files that lie
 * only on the show's media server and not on this machine, such as a runner of CI.
 */
export function withKnownMedia(
  episode: Episode,
  known: LockedEpisode | undefined,
  mediaUrl: string | undefined,
): Episode {
  if (known === undefined) return episode
  if (episode.media.length > 0) return {...episode, media: episode.media.map((each) => completed(each, known))}
  const elsewhere = known.media.filter(({file, url}) => file !== undefined && mediaUrl && url.startsWith(mediaUrl))
  return {...episode, media: elsewhere.map(({url, kind}) => ({location: url, kind}))}
}

function completed(media: MediaReference, {media: known}: LockedEpisode): MediaReference {
  const found = known.find(({url, file}) => file === undefined && isSameMedia(url, media.location))
  if (found === undefined) return media
  const {type: mimeType, sizeInBytes, durationInSeconds} = found
  return {mimeType, ...(sizeInBytes === 0 ? {} : {sizeInBytes}), ...present({durationInSeconds}), ...media}
}

/**
 * For `probeEpisode`: what was once read from the bytes of a file on a server, or of a file of the author's that is now only on
 * the media server.
 */
export function knownAsset(known: LockedEpisode | undefined, probedByUrl: KnownFacts['probedByUrl']): KnownAsset {
  return (media) => {
    const probed = probedByUrl.get(media.location)
    if (probed !== undefined) {
      return {facts: factsOf(probed), chapters: probed.chapters ?? [], ...media, kind: probed.kind}
    }
    const found = known?.media.find(({url, file}) => url === media.location && file !== undefined)
    if (found?.file === undefined) return undefined
    return {facts: factsOf(found), chapters: found.chapters ?? [], ...media, kind: found.kind, location: found.file}
  }
}

function factsOf(found: LockedMedia): MediaFacts {
  const {type: mimeType, sizeInBytes, durationInSeconds, widthInPixels, heightInPixels, codecs} = found
  const bitrateInBitsPerSecond = durationInSeconds ? Math.round((sizeInBytes * 8) / durationInSeconds) : undefined
  const optional = present({durationInSeconds, widthInPixels, heightInPixels, codecs, bitrateInBitsPerSecond})
  return {mimeType, sizeInBytes, ...optional}
}

/** What the lock says of the media already. */
export type KnownFacts = {
  readonly locked: LockedEpisode | undefined
  readonly probedByUrl: ReadonlyMap<string, LockedMedia>
}

/** What the lock is to say of the media of a published episode. */
export async function lockFactsOf(
  episode: ProbedEpisode,
  {mediaUrls}: Pick<RenderedEpisode, 'mediaUrls'>,
  folder: string,
  known: KnownFacts,
): Promise<LockFacts> {
  const {file: source, media} = episode
  const facts: LockedMedia[] = []
  for (const [index, url] of mediaUrls.entries()) {
    const asset = media[index]
    if (asset !== undefined) facts.push(await lockedMedia(asset, url, folder, known))
  }
  return facts.length > 0 ? {source, media: facts} : {source, media: [], ...present({text: textMark(episode)})}
}

async function lockedMedia(
  {location, kind, facts, chapters}: MediaAsset,
  url: string,
  folder: string,
  {locked, probedByUrl}: KnownFacts,
): Promise<LockedMedia> {
  const probed = probedByUrl.get(location)
  if (probed !== undefined) return {...probed, url}

  const {mimeType: type, sizeInBytes, durationInSeconds, widthInPixels, heightInPixels, codecs} = facts
  const common = {url, kind, type, sizeInBytes, ...present({durationInSeconds, widthInPixels, heightInPixels, codecs})}
  if (isOnServer(location)) return common
  const sha256 = await mediaHash(folder, location).catch(() => locked?.media.find((each) => each.url === url)?.sha256)
  return {...common, file: location, ...present({sha256}), ...(chapters.length === 0 ? {} : {chapters})}
}

/** `item` with the hashes of its files. Apps compare what they downloaded with these. */
export function withHashes(item: FeedItem, {media}: LockFacts): FeedItem {
  const hashes = new Map(media.map(({url, sha256}) => [url, sha256]))
  const hashed = (file: Enclosure): Enclosure => {
    const sha256 = hashes.get(file.url)
    return sha256 === undefined ? file : {...file, sriHash: `sha256-${Buffer.from(sha256, 'hex').toString('base64')}`}
  }
  const {enclosure, alternates, otherMedia} = item
  // All media count: the enclosure of one feed may be an alternate in another.
  return {
    ...item,
    ...(enclosure === undefined ? {} : {enclosure: hashed(enclosure)}),
    alternates: alternates.map(hashed),
    otherMedia: otherMedia.map(hashed),
  }
}

/**
 * A mark by which an episode without media is known, whatever its file is called: a hash of its video, else of its notes.
 * `undefined` if it has neither.
 */
export function textMark({hostedVideo, notes}: Pick<Episode, 'hostedVideo' | 'notes'>): string | undefined {
  const text = hostedVideo?.pageUrl ?? notes.map(({token}) => token.raw).join('')
  return text.trim() === '' ? undefined : createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** Whether media come from a server, and are no file of the show folder. */
export function isOnServer(location: string): boolean {
  return /^https?:/i.test(location)
}
