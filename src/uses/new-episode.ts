import {constants} from 'node:fs'
import {copyFile, mkdir, writeFile} from 'node:fs/promises'
import {basename, dirname, isAbsolute, join, posix, relative, resolve, sep} from 'node:path'
import {extensionOf} from '../file-kinds/endings.ts'
import {nextEpisodeFile, nextNumber} from '../init/episode-name.ts'
import {newEpisodeText} from '../init/new-episode-text.ts'
import type {MediaAsset} from '../model/media.ts'
import {present} from '../model/present.ts'
import type {Outcome, Problem} from '../model/problem.ts'
import {isOnServer} from '../plan/identity/locked-media.ts'
import {type ReadyShow, readyShow} from '../plan/ready-show.ts'
import {timed} from '../plan/timed.ts'
import {readLocalMedia} from '../probe/local-media.ts'
import {mediaTags} from '../probe/media-tags.ts'
import {episodeGuid, episodeSlug} from '../read/episode/identity.ts'
import {nameFacts, titleFromName} from '../read/files/file-name-facts.ts'
import {readEpisode} from '../read/read.ts'
import {severalAtOnce} from '../text/several-at-once.ts'
import {formatInZone} from '../text/time/date-formats.ts'
import {formatDuration} from '../text/time/durations.ts'
import {problem} from './use-problems.ts'

/** What is known about the new episode. */
export type NewEpisodeOptions = {
  /**
   * A media file, given by a path from the current folder, or by an address. A file outside the show folder is copied into it,
   * under the name of the episode. Absent: the recording comes later.
   */
  readonly media?: string
  readonly title?: string
  /** The episode gets the date of this day, in the zone of the show; without it, of today. */
  readonly now?: Date
}

/** The episode that was written. */
export type NewEpisodeReport = {
  /** The path below the show folder. */
  readonly file: string
  readonly number: number
  readonly title: string
  readonly guid: string
  /** The path, below the show folder, of the copy of a recording that lay outside. */
  readonly recording?: string
}

/** An episode that the show has. The names and numbers of new episodes follow from those of existing ones. */
type Existing = {readonly file: string; readonly number?: number; readonly media: readonly string[]}

/**
 * Writes the file of a new episode into the show in `folder`. It gets the next number, a date, a guid, and the title that the tags
 * or the name of `media` give. It never overwrites a file. Problems: those of the show, of the media file, and `output-unwritable`.
 */
export async function newEpisode(folder: string, given: NewEpisodeOptions = {}): Promise<Outcome<NewEpisodeReport>> {
  const options = timed(given)
  const ready = await readyShow(folder, options.now)
  if (!ready.ok) return ready
  const {show} = ready.value.opened
  const media = await findMedia(ready.value, options.media)
  if (!media.ok) return media
  const existing = await existingEpisodes(ready.value)
  const {location, outside, tagTitle, found} = media.value
  const owner = existing.find((each) => location !== undefined && each.media.includes(location))
  if (owner !== undefined) return refused(`${location} is the media of ${owner.file} already`, `Edit ${owner.file}`)

  const stem = posix.basename(outside ?? location ?? '').replace(/\.[^.]*$/, '')
  const ownNumber = nameFacts(stem).number
  const number = ownNumber !== undefined && isFree(ownNumber, existing) ? ownNumber : nextNumber(existing)
  const title = options.title ?? tagTitle ?? (titleFromName(stem) || 'Title of the episode')
  const day = formatInZone(options.now, show.timeZone).slice(0, 10)
  // A file name that begins with the number of the episode was chosen by the author for the episode, and not by the recorder for the
  // take.
  const isNamed = location !== undefined && !isOnServer(location) && ownNumber === number
  const file = isNamed ? location.replace(/\.[^.]*$/, '.md') : nextEpisodeFile(existing, {number, day, title})
  const guid = episodeGuid(undefined, show.guid, slugOfFile(file))
  const key = (name: 'title' | 'date' | 'number' | 'guid') => {
    const own = show.fieldNames.get(name)
    return own === undefined || own.includes('.') ? name : own
  }
  const keys = {title: key('title'), date: key('date'), number: key('number'), guid: key('guid')}
  const audio = location === undefined || isNamed ? undefined : audioOf(location, file)
  const text = newEpisodeText({keys, title, day, number, guid, ...present({audio, found})})
  const root = ready.value.opened.folder
  const recording = outside === undefined ? undefined : file.replace(/\.md$/, extensionOf(outside))
  const copied = outside === undefined ? undefined : await copy(outside, join(root, recording ?? ''))
  if (copied !== undefined)
    return refused(`${recording} ${copied}`, 'Give another title, or use the file that is there')
  const written = await write(join(root, file), text)
  if (written !== undefined) return refused(`${file} ${written}`, 'Give another title, or edit the file that is there')
  return {ok: true, value: {file, number, title, guid, ...present({recording})}, problems: media.problems}
}

function refused(message: string, hint: string): Outcome<never> {
  return {ok: false, problems: [problem('output-unwritable', {}, message, hint)]}
}

type FoundMedia = {
  readonly location?: string
  /** The path of the file, if it is not in the show folder. */
  readonly outside?: string
  readonly tagTitle?: string
  readonly found?: string
}

async function findMedia({opened}: ReadyShow, named: string | undefined): Promise<Outcome<FoundMedia>> {
  if (named === undefined) return {ok: true, value: {}, problems: []}
  if (isOnServer(named)) return {ok: true, value: {location: named}, problems: []}
  const way = relative(resolve(opened.folder), resolve(named))
  if (isAbsolute(way) || way.split(sep)[0] === '..') return findOutside(named)
  const location = way.split(sep).join('/')
  const {asset, problems} = await readLocalMedia(opened.folder, {location, kind: 'audio'}, noPlaces)
  if (asset === undefined) return {ok: false, problems: problems.map((each) => withPath(each, location, named))}
  const {title: tagTitle} = await mediaTags(resolve(named))
  return {ok: true, value: {location, found: describeFound(asset), ...present({tagTitle})}, problems}
}

/** Finds a file outside the show folder. The author named it, and so wants it to be published. */
async function findOutside(named: string): Promise<Outcome<FoundMedia>> {
  const outside = resolve(named)
  const location = basename(outside)
  const {asset, problems} = await readLocalMedia(dirname(outside), {location, kind: 'audio'}, noPlaces)
  if (asset === undefined) return {ok: false, problems: problems.map((each) => withPath(each, location, named))}
  const {title: tagTitle} = await mediaTags(outside)
  return {ok: true, value: {outside, found: describeFound(asset), ...present({tagTitle})}, problems}
}

const noPlaces = {name: {}, size: {}, duration: {}}

/** The problem with the path as the author typed it. A word without an ending may be meant as a title. */
function withPath(each: Problem, location: string, named: string): Problem {
  const message = each.message.replace(`\`${location}\``, () => `\`${named}\``)
  const isTitle = each.code === 'media-missing' && extensionOf(named) === ''
  if (!isTitle) return {...each, message}
  const typed = /["$`\\]/.test(named) ? 'TITLE' : `"${named}"`
  return {...each, message, hint: `If that is its title: castwright new --title ${typed}`}
}

function describeFound({facts, chapters}: MediaAsset): string {
  const {durationInSeconds, mimeType} = facts
  const parts = [
    ...(durationInSeconds === undefined ? [] : [formatDuration(durationInSeconds)]),
    mimeType,
    ...(chapters.length === 0 ? [] : [`${chapters.length} chapters`]),
  ]
  return parts.join(', ')
}

async function existingEpisodes({opened, slugs}: ReadyShow): Promise<readonly Existing[]> {
  const read = await severalAtOnce(opened.episodes, async (files): Promise<readonly Existing[]> => {
    const episode = await readEpisode(opened, files, slugs.get(files.file))
    if (episode.ok) {
      const {number, media} = episode.value
      return [{file: files.file, media: media.map(({location}) => location), ...present({number})}]
    }
    // A file that is no episode has no error, and its name says nothing.
    const isBroken = episode.problems.some(({severity}) => severity === 'error')
    return isBroken ? [{file: files.file, media: files.media}] : []
  })
  return read.flat()
}

function isFree(number: number, existing: readonly Existing[]): boolean {
  return !existing.some((each) => each.number === number)
}

/** The slug that the name of an episode's file gives, or for `index.md` the name of its folder. */
function slugOfFile(file: string): string {
  const stem = basename(file) === 'index.md' ? basename(dirname(file)) : basename(file, '.md')
  return episodeSlug({}, stem)
}

/**
 * The path of the audio from the episode's own file, if it lies below the folder of that file. Otherwise it is the path from the
 * show folder.
 */
function audioOf(location: string, file: string): string {
  if (isOnServer(location)) return location
  const parent = posix.dirname(file)
  return parent !== '.' && location.startsWith(`${parent}/`) ? location.slice(parent.length + 1) : location
}

async function copy(from: string, to: string): Promise<string | undefined> {
  try {
    await mkdir(dirname(to), {recursive: true})
    await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
    return undefined
  } catch (error) {
    return reasonOf(error)
  }
}

/**
 * Writes a file, and gives the reason if that fails. `wx` is there because a file that somebody else wrote in the meantime must not
 * be replaced.
 */
async function write(path: string, text: string): Promise<string | undefined> {
  try {
    await mkdir(dirname(path), {recursive: true})
    await writeFile(path, text, {flag: 'wx'})
    return undefined
  } catch (error) {
    return reasonOf(error)
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return code === 'EEXIST' ? 'is there already, and nothing is overwritten' : `cannot be written (${code})`
}
