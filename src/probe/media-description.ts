import type {MediaAsset, MediaReference} from '../model/media.ts'
import type {Place, Problem} from '../model/problem.ts'
import {formatDuration} from '../text/time/durations.ts'
import type {MediaContent} from './media-content.ts'
import {problem} from './probe-problems.ts'

/** Where the author wrote the name of the file and the facts beside it. */
export type MediaPlaces = {readonly name: Place; readonly size: Place; readonly duration: Place}

export type MediaReading = {readonly asset?: MediaAsset; readonly problems: readonly Problem[]}

/** Nobody would notice a smaller difference. */
const toleranceInSeconds = 2

/** What the bytes of `media` tell, and the problems in them. Without `asset` no player could open the file. */
export function describeMedia(
  media: MediaReference,
  content: Extract<MediaContent, {ok: true}>,
  sizeInBytes: number,
  places: MediaPlaces,
): MediaReading {
  const {kind, fault, durationInSeconds: exact, bytesAreElsewhere, ...rest} = content.facts
  const problems: Problem[] = []
  if (fault !== undefined) problems.push(problem(fault.code, places.name, `\`${media.location}\` ${fault.what}`))
  if (fault?.code === 'media-unreadable') return {problems}
  // Rounded to milliseconds, so that every feed says the same, and the lock has no long fractions.
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

/** The problems where the author and the bytes say different things. We believe the bytes. */
export function authorDisagreements(
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

/** The problem of a file that holds neither sound nor picture. */
export function notMedia(media: MediaReference, instead: string, place: Place): Problem {
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
