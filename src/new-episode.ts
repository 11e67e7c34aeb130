import {mkdir, writeFile} from 'node:fs/promises'
import {basename, dirname, join, posix, relative, resolve, sep} from 'node:path'
import {nextEpisodeFile, nextNumber} from './init/episode-name.ts'
import {newEpisodeText} from './init/new-episode-text.ts'
import type {MediaAsset} from './model/media.ts'
import {present} from './model/present.ts'
import {type Outcome, type Problem, problem} from './model/problem.ts'
import {isOnServer} from './plan/locked-media.ts'
import {mapSeveral, type ReadyShow, readyShow} from './plan/plan-episode.ts'
import {readLocalMedia} from './probe/local-media.ts'
import {mediaTitle} from './probe/media-tags.ts'
import {nameFacts} from './read/file-name-facts.ts'
import {episodeGuid, episodeSlug} from './read/identity.ts'
import {readEpisode} from './read/read.ts'
import {formatInZone} from './text/date-formats.ts'
import {formatDuration} from './text/durations.ts'

export type NewEpisodeOptions = {
  /** A media file inside the show folder, by a path from here, or an address. None: the recording is still to come. */
  readonly media?: string
  readonly title?: string
  /** The episode is of this day, in the zone of the show. */
  readonly now: Date
}

export type NewEpisodeReport = {
  /** Below the show folder. */
  readonly file: string
  readonly number: number
  readonly title: string
  readonly guid: string
}

/** An episode that the show has: what names and numbers of new ones go by. */
type Existing = {readonly file: string; readonly number?: number; readonly media: readonly string[]}

/**
 * Writes the file of a new episode into the show in `folder`: next number, date, guid, and the title that the tags or the name of
 * `media` give. Never overwrites. Problems: those of the show, of the media file, and `output-unwritable`.
 */
export async function newEpisode(folder: string, options: NewEpisodeOptions): Promise<Outcome<NewEpisodeReport>> {
  const ready = await readyShow(folder, options.now)
  if (!ready.ok) return ready
  const {show} = ready.value.opened
  const media = await findMedia(ready.value, options.media)
  if (!media.ok) return media
  const existing = await existingEpisodes(ready.value)
  const {location, tagTitle, found} = media.value
  const owner = existing.find((each) => location !== undefined && each.media.includes(location))
  if (owner !== undefined) return refused(`${location} is the media of ${owner.file} already`, `Edit ${owner.file}`)

  const stem = location === undefined ? '' : posix.basename(location).replace(/\.[^.]*$/, '')
  const ownNumber = nameFacts(stem).number
  const number = ownNumber !== undefined && isFree(ownNumber, existing) ? ownNumber : nextNumber(existing)
  const title = options.title ?? tagTitle ?? (titleFromName(stem) || 'Title of the episode')
  const day = formatInZone(options.now, show.timeZone).slice(0, 10)
  // A name that begins with a number is one that the author gave to the episode, and not the recorder to the take.
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
  const written = await write(join(ready.value.opened.folder, file), text)
  if (written !== undefined) return refused(`${file} ${written}`, 'Give another title, or edit the file that is there')
  return {ok: true, value: {file, number, title, guid}, problems: media.problems}
}

function refused(message: string, hint: string): Outcome<never> {
  return {ok: false, problems: [problem('output-unwritable', {}, message, hint)]}
}

type FoundMedia = {readonly location?: string; readonly tagTitle?: string; readonly found?: string}

async function findMedia({opened}: ReadyShow, named: string | undefined): Promise<Outcome<FoundMedia>> {
  if (named === undefined) return {ok: true, value: {}, problems: []}
  if (isOnServer(named)) return {ok: true, value: {location: named}, problems: []}
  const way = relative(resolve(opened.folder), resolve(named))
  const location = way.split(sep).join('/')
  const {asset, problems} = await readLocalMedia(opened.folder, {location, kind: 'audio'}, noPlaces)
  if (asset === undefined) return {ok: false, problems: problems.map((each) => withPath(each, location, named))}
  const tagTitle = await mediaTitle(resolve(named))
  return {ok: true, value: {location, found: describeFound(asset), ...present({tagTitle})}, problems}
}

const noPlaces = {name: {}, size: {}, duration: {}}

/** As the author typed it. */
function withPath(each: Problem, location: string, named: string): Problem {
  return {...each, message: each.message.replace(location, named)}
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
  const read = await mapSeveral(opened.episodes, async (files): Promise<readonly Existing[]> => {
    const episode = await readEpisode(opened, files, slugs.get(files.file))
    if (episode.ok) {
      const {number, media} = episode.value
      return [{file: files.file, media: media.map(({location}) => location), ...present({number})}]
    }
    // What is no episode has no error either, and its name tells nothing.
    const isBroken = episode.problems.some(({severity}) => severity === 'error')
    return isBroken ? [{file: files.file, media: files.media}] : []
  })
  return read.flat()
}

function isFree(number: number, existing: readonly Existing[]): boolean {
  return !existing.some((each) => each.number === number)
}

/** `012-first_light` as `First light`. */
function titleFromName(stem: string): string {
  const words = stem
    .replace(/^\d{4}-\d\d-\d\d/, '')
    .replace(/^[\d\W_]+(?=\p{L})/u, '')
    .replaceAll(/[-_]+/g, ' ')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function slugOfFile(file: string): string {
  const stem = basename(file) === 'index.md' ? basename(dirname(file)) : basename(file, '.md')
  return episodeSlug({}, stem)
}

/** As seen from the episode's own file, if it lies below its folder; else from the show's. */
function audioOf(location: string, file: string): string {
  if (isOnServer(location)) return location
  const parent = posix.dirname(file)
  return parent !== '.' && location.startsWith(`${parent}/`) ? location.slice(parent.length + 1) : location
}

/** Why it could not be; `wx`, as the file of somebody who was quicker is not ours to replace. */
async function write(path: string, text: string): Promise<string | undefined> {
  try {
    await mkdir(dirname(path), {recursive: true})
    await writeFile(path, text, {flag: 'wx'})
    return undefined
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return code === 'EEXIST' ? 'is there already, and nothing is overwritten' : `cannot be written (${code})`
  }
}
