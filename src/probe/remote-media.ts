import {mediaKindOfExtension, mediaKindOfType} from '../file-kinds/all-kinds.ts'
import {locationExtension} from '../file-kinds/endings.ts'
import {isStream, type MediaFacts, type MediaReference} from '../model/media.ts'
import type {Place, Problem} from '../model/problem.ts'
import {problem} from './probe-problems.ts'

/** What the author says about a file on another server. Nothing is fetched, because a build does not use the network. */
export function remoteFacts(
  media: MediaReference,
  place: Place,
): {readonly facts: MediaFacts; readonly problems: readonly Problem[]} {
  const problems: Problem[] = []
  const {location, sizeInBytes, durationInSeconds} = media
  const type = remoteType(media)
  if (type === undefined) {
    const hint = 'castwright probe finds it out; or say it, for example `type: audio/mpeg` beside the URL'
    problems.push(
      problem('media-type-unknown', place, `Nothing says what ${location} is; the feed assumes MP3 or MP4`, hint),
    )
  }
  // A stream has no size, and no app downloads it.
  const isFile = !isStream({mimeType: type ?? ''})
  if (isFile && sizeInBytes === undefined) {
    const hint = 'castwright probe finds it out; or give it in bytes, for example `size: 28311552` beside the URL'
    problems.push(problem('media-size-unknown', place, `The size of ${location} is not known; the feed says 0`, hint))
  }
  if (isFile && durationInSeconds === undefined) {
    const hint = 'castwright probe finds it out; or write it, for example `duration: 31:07`'
    problems.push(problem('media-duration-unknown', place, `The duration of ${location} is not known`, hint))
  }
  const facts = {
    mimeType: type ?? (media.kind === 'video' ? 'video/mp4' : 'audio/mpeg'),
    sizeInBytes: sizeInBytes ?? 0,
    ...(durationInSeconds === undefined ? {} : {durationInSeconds}),
  }
  return {facts, problems}
}

/** The type that the author wrote, in the spelling that apps know; without it, the type of the file name in the URL. */
function remoteType({mimeType, location, kind}: MediaReference): string | undefined {
  if (mimeType === undefined) return mediaKindOfExtension(locationExtension(location), kind)?.mimeType
  return mediaKindOfType(mimeType)?.mimeType ?? mimeType
}
