import type {Episode, ProbedEpisode} from '../model/episode.ts'
import type {ProbedFeedPlan} from '../model/feed-plan.ts'
import {
  isStream,
  type MediaAsset,
  type MediaReference,
  type PictureReference,
  type ProbedPicture,
} from '../model/media.ts'
import {type Outcome, type Place, type Problem, problem} from '../model/problem.ts'
import type {ProbedShow, Show} from '../model/show.ts'
import {readArt, readPicture} from './image-art.ts'
import {readLocalMedia} from './local-media.ts'
import {authorDisagreements, type MediaPlaces, type MediaReading} from './media-description.ts'
import {extensionOf, mediaTypeNamed} from './media-types.ts'
import {remoteFacts} from './remote-media.ts'

/** What is known of a media file that is not on this machine: its facts when it was. */
export type KnownAsset = (media: MediaReference) => MediaAsset | undefined

/**
 * `episode` with the facts of its media and its picture. Local files, below `folder`, are judged by their bytes; of files
 * on other servers only what the author says is known. No value if a file is missing or cannot be published.
 */
export async function probeEpisode(
  episode: Episode,
  folder: string,
  known: KnownAsset = () => undefined,
): Promise<Outcome<ProbedEpisode>> {
  // A draft names files that are still to come; its other mistakes are worth knowing at once.
  const isDraft = episode.publication.state === 'draft'
  const isExpected = ({code}: Problem) => isDraft && (code === 'media-missing' || code === 'image-missing')
  const assets: MediaAsset[] = []
  const problems: Problem[] = []
  for (const media of episode.media) {
    const asset = known(media)
    const reading = asset === undefined ? await readMedia(episode, folder, media) : knownMedia(episode, media, asset)
    problems.push(...reading.problems)
    if (reading.asset === undefined) continue
    assets.push(reading.asset)
  }
  const inOrder = bestFirst(assets)
  for (const [index, asset] of inOrder.entries()) {
    problems.push(...nameProblems(asset, index === 0, mediaPlace(episode, asset)))
  }
  const {image, pictures, media: _written, ...bare} = episode
  const art = await probeArt(folder, image, placeOf(episode, 'image'), 'image-missing')
  const further = await probePictures(folder, pictures, placeOf(episode, 'images'))
  const found = [...problems, ...art.problems, ...further.problems].filter((each) => !isExpected(each))
  if (assets.length < episode.media.length && !isDraft) return {ok: false, problems: found}
  return {ok: true, value: {media: inOrder, ...bare, ...art.value, ...further.value}, problems: found}
}

/** `show` with the facts of its cover art. One that is named and not there is an error: directories refuse a show without. */
export async function probeShow(show: Show, folder: string): Promise<Outcome<ProbedShow>> {
  const art = await probeArt(folder, show.image, placeOf(show, 'image'), 'cover-unreadable')
  const {pictures, ...withoutPictures} = show
  const further = await probePictures(folder, pictures, placeOf(show, 'images'))
  const feeds: ProbedFeedPlan[] = []
  const problems = [...art.problems, ...further.problems]
  for (const feed of show.feeds) {
    const place = {file: show.file, ...feed.place}
    const own = await probeArt(folder, feed.image, place, 'cover-unreadable')
    feeds.push({...feed, ...own.value})
    problems.push(...own.problems)
  }
  // Named, if not there: to say besides that the show has no cover would be saying it twice.
  return {ok: true, value: {...withoutPictures, ...art.value, ...further.value, feeds}, problems}
}

type Art = {readonly value: Pick<ProbedEpisode, 'image' | 'imageFacts'>; readonly problems: readonly Problem[]}

async function probeArt(
  folder: string,
  image: string | undefined,
  place: Place,
  missing: 'cover-unreadable' | 'image-missing',
): Promise<Art> {
  if (image === undefined) return {value: {}, problems: []}
  if (isRemote(image)) return {value: {image}, problems: []}
  const {facts, problems} = await readArt(folder, image, place, missing)
  // A picture that is not there is left out, so that no feed links to nothing.
  return {value: facts === undefined ? {} : {image, imageFacts: facts}, problems}
}

/** Facts from the bytes of a file that is not at hand: what the author says besides is held against them. */
function knownMedia(episode: Episode, media: MediaReference, asset: MediaAsset): MediaReading {
  const {sizeInBytes, durationInSeconds} = asset.facts
  return {asset, problems: authorDisagreements(media, sizeInBytes, durationInSeconds, mediaPlaces(episode, media))}
}

/** One that is not there is left out, as the cover of an episode is. */
async function probePictures(
  folder: string,
  pictures: readonly PictureReference[] = [],
  place: Place,
): Promise<{readonly value: {readonly pictures?: readonly ProbedPicture[]}; readonly problems: readonly Problem[]}> {
  const found: ProbedPicture[] = []
  const problems: Problem[] = []
  for (const picture of pictures) {
    const reading = isRemote(picture.location) ? undefined : await readPicture(folder, picture.location, place)
    problems.push(...(reading?.problems ?? []))
    if (reading === undefined) found.push(picture)
    else if (reading.facts !== undefined) found.push({...picture, facts: reading.facts})
  }
  return {value: found.length === 0 ? {} : {pictures: found}, problems}
}

async function readMedia(episode: Episode, folder: string, media: MediaReference): Promise<MediaReading> {
  const place = mediaPlace(episode, media)
  if (isRemote(media.location)) {
    const {facts, problems} = remoteFacts(media, place)
    return {asset: {facts, chapters: [], ...media}, problems}
  }
  return readLocalMedia(folder, media, mediaPlaces(episode, media))
}

/**
 * The order of the author, but what Apple Podcasts lists before what it does not, and streams last: the first is what apps
 * download, and an MP3 that stands behind an Opus file is what most of them can play. Sound stays before film.
 */
function bestFirst(assets: readonly MediaAsset[]): readonly MediaAsset[] {
  const rank = ({kind, facts}: MediaAsset) => {
    if (isStream(facts)) return 4
    return (kind === 'audio' ? 0 : 2) + (mediaTypeNamed(facts.mimeType)?.isForApple === false ? 1 : 0)
  }
  return [...assets].sort((one, other) => rank(one) - rank(other))
}

/** What the name of a file promises apps that do not look inside. */
function nameProblems({location, facts}: MediaAsset, isFirst: boolean, place: Place): readonly Problem[] {
  const type = mediaTypeNamed(facts.mimeType)
  if (type === undefined) return []
  const problems: Problem[] = []
  const extension = extensionOf(location)
  const isNamedSo = type.extensions.some((each) => each === extension)
  // A URL of a redirecting service often has no extension, and nothing can be said about it.
  if (!isNamedSo && !(extension === '' && isRemote(location))) {
    const message = `\`${location}\` is ${type.mimeType}, but its name says otherwise, and Apple Podcasts goes by the name`
    problems.push(problem('media-extension-wrong', place, message, `Name it \`…${type.extensions[0]}\``))
  }
  // A stream that stands alone is no enclosure at all, which is said where that is decided.
  if (isFirst && !type.isForApple && !isStream(facts)) {
    const message = `\`${location}\` is ${type.mimeType}, which Apple Podcasts does not list`
    problems.push(
      problem('media-not-for-apple', place, message, 'Put an MP3 or M4A first and keep this one as an alternate'),
    )
  }
  return problems
}

/** Where `episode` says something about one of its media. */
export function mediaPlaces(episode: Episode, media: MediaReference): MediaPlaces {
  const name = mediaPlace(episode, media)
  const orThere = (field: string) => (episode.places.has(field) ? placeOf(episode, field) : name)
  return {name, size: orThere('size'), duration: orThere('duration')}
}

function mediaPlace(episode: Episode, media: MediaReference): Place {
  return {file: episode.file, ...media.place}
}

function placeOf({file, places}: Episode | Show, field: string): Place {
  return {file, ...places.get(field)}
}

function isRemote(location: string): boolean {
  return /^https?:\/\//i.test(location)
}
