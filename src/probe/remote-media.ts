import {isStream, type MediaFacts, type MediaReference} from '../model/media.ts'
import {type Place, type Problem, problem} from '../model/problem.ts'
import {extensionOf, mediaTypeNamed, mediaTypeOfExtension} from './media-types.ts'

/** What the author says about a file on another server. Nothing is fetched: a build has no network. */
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

/** The author's type in the spelling that apps know, or that of the file name in the URL. */
function remoteType({mimeType, location, kind}: MediaReference): string | undefined {
  if (mimeType === undefined) return mediaTypeOfExtension(extensionOf(location), kind)?.mimeType
  return mediaTypeNamed(mimeType)?.mimeType ?? mimeType
}
