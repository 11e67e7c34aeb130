import {mediaKindOfType} from '../file-kinds/all-kinds.ts'
import {locationExtension} from '../file-kinds/endings.ts'
import type {Episode, ProbedEpisode} from '../model/episode.ts'
import type {ProbedFeedSettings} from '../model/feed-settings.ts'
import {
  isStream,
  type MediaAsset,
  type MediaReference,
  type PictureReference,
  type ProbedPicture,
} from '../model/media.ts'
import {type Outcome, type Place, type Problem, withSeverity} from '../model/problem.ts'
import type {ProbedShow, Show} from '../model/show.ts'
import {readArt, readPicture} from './images/image-art.ts'
import {probeTextPictures} from './images/text-pictures.ts'
import {readLocalMedia} from './local-media.ts'
import {authorDisagreements, type MediaPlaces, type MediaReading} from './media-description.ts'
import {problem} from './probe-problems.ts'
import {remoteFacts} from './remote-media.ts'

/** The facts of a media file that is no longer on this machine, from the time when it was here. */
export type KnownAsset = (media: MediaReference) => MediaAsset | undefined

/**
 * `episode` with the facts of its media and its picture. Local files, below `folder`, are judged by their bytes. Of files on
 * other servers we know only what the author says. There is no value if a file is missing or cannot be published.
 */
export async function probeEpisode(
  episode: Episode,
  folder: string,
  known: KnownAsset = () => undefined,
): Promise<Outcome<ProbedEpisode>> {
  // A draft may name files that do not exist yet. Its other mistakes are reported at once.
  const isDraft = episode.publication.state === 'draft'
  const isExpected = ({code}: Problem) => isDraft && (code === 'media-missing' || code === 'image-missing')
  const assets: MediaAsset[] = []
  const problems: Problem[] = []
  let isLost = false
  for (const [index, media] of episode.media.entries()) {
    const asset = known(media)
    const reading = asset === undefined ? await readMedia(episode, folder, media) : knownMedia(episode, media, asset)
    // If one form of the episode is there, listeners do not miss another form.
    const isSpare = index > 0 && !isLost && reading.problems.some(({code}) => code === 'media-missing')
    problems.push(...(isSpare ? reading.problems.map((each) => withSeverity(each, 'warning')) : reading.problems))
    if (reading.asset !== undefined) assets.push(reading.asset)
    else if (!isSpare) isLost = true
  }
  const inOrder = bestFirst(assets)
  for (const [index, asset] of inOrder.entries()) {
    problems.push(...nameProblems(asset, index === 0, mediaPlace(episode, asset)))
  }
  const {image, pictures, media: _written, ...bare} = episode
  const art = await probeArt(folder, image, placeOf(episode, 'image'), 'image-missing')
  const further = await probePictures(folder, pictures, placeOf(episode, 'images'))
  const inNotes = await probeTextPictures(folder, episode.notesPictures)
  const inChapters = await probeTextPictures(folder, episode.chapterPictures)
  const texts = {notesPictures: inNotes.pictures, chapterPictures: inChapters.pictures}
  const foundInPictures = [art, further, inNotes, inChapters].flatMap((each) => each.problems)
  const found = [...problems, ...foundInPictures].filter((each) => !isExpected(each))
  if (isLost && !isDraft) return {ok: false, problems: found}
  return {ok: true, value: {media: inOrder, ...bare, ...art.value, ...further.value, ...texts}, problems: found}
}

/** `show` with the facts of its cover art. A cover that is named but missing is an error: directories refuse a show without a cover. */
export async function probeShow(show: Show, folder: string): Promise<Outcome<ProbedShow>> {
  const art = await probeArt(folder, show.image, placeOf(show, 'image'), 'cover-unreadable')
  const {pictures, ...withoutPictures} = show
  const further = await probePictures(folder, pictures, placeOf(show, 'images'))
  const feeds: ProbedFeedSettings[] = []
  const problems = [...art.problems, ...further.problems]
  for (const feed of show.feeds) {
    const place = {file: show.file, ...feed.place}
    const own = await probeArt(folder, feed.image, place, 'cover-unreadable')
    feeds.push({...feed, ...own.value})
    problems.push(...own.problems)
  }
  // The cover that the author named stays in the show, even if the file is missing. Without it, a second problem would say the same.
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
  // A missing picture is left out, so that no feed links to it.
  return {value: facts === undefined ? {} : {image, imageFacts: facts}, problems}
}

/** The facts that the bytes told when the file was here. What the author says is compared with them. */
function knownMedia(episode: Episode, media: MediaReference, asset: MediaAsset): MediaReading {
  const {sizeInBytes, durationInSeconds} = asset.facts
  return {asset, problems: authorDisagreements(media, sizeInBytes, durationInSeconds, mediaPlaces(episode, media))}
}

/** A missing picture is left out, as the cover of an episode is. */
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
 * The order of the author with two changes: types that Apple Podcasts lists come before other types, and streams come last.
 * Apps download the first, and if an MP3 comes after an Opus file, most apps can play only the MP3. Sound stays before film.
 */
function bestFirst(assets: readonly MediaAsset[]): readonly MediaAsset[] {
  const rank = ({kind, facts}: MediaAsset) => {
    if (isStream(facts)) return 4
    return (kind === 'audio' ? 0 : 2) + (mediaKindOfType(facts.mimeType)?.isForApple === false ? 1 : 0)
  }
  return [...assets].sort((one, other) => rank(one) - rank(other))
}

/** Problems of the name of a file, for apps that do not look inside the file. */
function nameProblems({location, facts}: MediaAsset, isFirst: boolean, place: Place): readonly Problem[] {
  const type = mediaKindOfType(facts.mimeType)
  if (type === undefined) return []
  const problems: Problem[] = []
  const extension = locationExtension(location)
  const isNamedSo = type.extensions.some((each) => each === extension)
  // The URL of a redirecting service often has no extension. Then there is nothing to compare.
  if (!isNamedSo && !(extension === '' && isRemote(location))) {
    const message = `\`${location}\` is ${type.mimeType}, but its name says otherwise, and Apple Podcasts goes by the name`
    problems.push(problem('media-extension-wrong', place, message, `Name it \`…${type.extensions[0]}\``))
  }
  // A stream alone is no enclosure at all. The code that decides this reports it.
  if (isFirst && !type.isForApple && !isStream(facts)) {
    const message = `\`${location}\` is ${type.mimeType}, which Apple Podcasts does not list`
    problems.push(
      problem('media-not-for-apple', place, message, 'Put an MP3 or M4A first and keep this one as an alternate'),
    )
  }
  return problems
}

/** The places where `episode` says something about one of its media. */
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
