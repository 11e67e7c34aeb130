import {dirname, join} from 'node:path'
import type {MediaAsset, MediaReference} from '../model/media.ts'
import {type Place, type Problem, problem} from '../model/problem.ts'
import {formatDuration} from '../text/durations.ts'
import {findLocalFile, systemErrorCode} from './local-file.ts'
import {readMediaChapters} from './media-chapters.ts'
import {type MediaContent, readMediaContent} from './media-content.ts'
import type {MediaSource} from './media-source.ts'
import {withRandomAccessFile} from './random-access-file.ts'

/** Where the author wrote about the file: its name, and the facts beside it. */
export type MediaPlaces = {readonly name: Place; readonly size: Place; readonly duration: Place}

export type MediaReading = {readonly asset?: MediaAsset; readonly problems: readonly Problem[]}

const toleranceInSeconds = 2

/** A media file below `folder`, with its facts by its bytes. Without `asset` there is nothing that could be published. */
export async function readLocalMedia(
  folder: string,
  media: MediaReference,
  places: MediaPlaces,
): Promise<MediaReading> {
  const file = await findLocalFile(folder, media.location)
  if (!file.ok) {
    const {code, what, hint} = file.fault
    return {problems: [problem(code, places.name, `\`${media.location}\` ${what}`, hint)]}
  }
  try {
    return await withRandomAccessFile(file.path, async (reader) => {
      const content = await readMediaContent({reader, name: file.path, sibling: siblingsOf(folder, media.location)})
      if (!content.ok) return {problems: [notMedia(media, content.instead, places.name)]}
      const {problems, ...found} = describe(media, content, reader.sizeInBytes, places)
      const asset =
        found.asset === undefined ? {} : {asset: {...found.asset, chapters: await readMediaChapters(reader)}}
      return {...asset, problems}
    })
  } catch (error) {
    const code = systemErrorCode(error)
    if (code === undefined) throw error
    return {problems: [problem('media-unreadable', places.name, `\`${media.location}\` cannot be read (${code})`)]}
  }
}

/** Files that a playlist names, from where it lies; like itself, only those below the show folder. */
function siblingsOf(folder: string, location: string): NonNullable<MediaSource['sibling']> {
  return async (uri, use) => {
    const path = uri.split(/[?#]/, 1)[0] ?? ''
    const isPath = !/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(path)
    const file = isPath ? await findLocalFile(folder, join(dirname(location), decodedPath(path))) : undefined
    return file?.ok ? withRandomAccessFile(file.path, use) : undefined
  }
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    // A `%` that stands for itself.
    return path
  }
}

function describe(
  media: MediaReference,
  content: Extract<MediaContent, {ok: true}>,
  sizeInBytes: number,
  places: MediaPlaces,
): MediaReading {
  const {kind, fault, durationInSeconds: exact, bytesAreElsewhere, ...rest} = content.facts
  const problems: Problem[] = []
  if (fault !== undefined) problems.push(problem(fault.code, places.name, `\`${media.location}\` ${fault.what}`))
  if (fault?.code === 'media-unreadable') return {problems}
  // Milliseconds: the same in every feed, and no float's tail in the lock.
  const durationInSeconds = exact === undefined ? media.durationInSeconds : Math.round(exact * 1000) / 1000
  problems.push(...authorDisagreements(media, sizeInBytes, exact, places))
  if (durationInSeconds === undefined) {
    const hint = 'Export it again, or write it, for example `duration: 31:07`'
    problems.push(
      problem('media-duration-unknown', places.name, `\`${media.location}\` does not say how long it is`, hint),
    )
  }
  const facts = {
    mimeType: content.type.mimeType,
    sizeInBytes,
    ...(durationInSeconds && !bytesAreElsewhere
      ? {bitrateInBitsPerSecond: Math.round((sizeInBytes * 8) / durationInSeconds)}
      : {}),
    ...rest,
    ...(durationInSeconds === undefined ? {} : {durationInSeconds}),
  }
  return {asset: {...media, kind, facts, chapters: []}, problems}
}

function authorDisagreements(
  media: MediaReference,
  sizeInBytes: number,
  durationInSeconds: number | undefined,
  places: MediaPlaces,
): readonly Problem[] {
  const problems: Problem[] = []
  const hint = 'Remove it: it is read from the file'
  if (media.sizeInBytes !== undefined && media.sizeInBytes !== sizeInBytes) {
    const message = `The size is given as ${media.sizeInBytes}, but \`${media.location}\` has ${sizeInBytes} bytes`
    problems.push(problem('media-size-disagrees', places.size, message, hint))
  }
  const said = media.durationInSeconds
  if (
    said !== undefined &&
    durationInSeconds !== undefined &&
    Math.abs(said - durationInSeconds) > toleranceInSeconds
  ) {
    const [given, real] = [formatDuration(said), formatDuration(durationInSeconds)]
    const message = `The duration is given as ${given}, but \`${media.location}\` lasts ${real}`
    problems.push(problem('media-duration-disagrees', places.duration, message, hint))
  }
  return problems
}

function notMedia(media: MediaReference, instead: string, place: Place): Problem {
  const is =
    instead === ''
      ? 'is not audio or video in any form that podcast apps play'
      : `is not audio or video: it is ${instead}`
  return problem(
    'media-not-media',
    place,
    `\`${media.location}\` ${is}`,
    'Export it as MP3 or M4A (audio) or MP4 (video)',
  )
}
