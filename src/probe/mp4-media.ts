import type {ContainerFacts} from './container-facts.ts'
import {truncated} from './container-facts.ts'
import {topLevelBoxes} from './mp4-boxes.ts'
import {type FragmentEnds, withFragment} from './mp4-fragments.ts'
import {mp4Index} from './mp4-index.ts'
import {type Mp4Track, mp4Tracks} from './mp4-tracks.ts'
import {buffered, type RandomAccessReader} from './random-access-file.ts'

/** A fragment of some seconds is far below this; a larger "box" is a damaged size. */
const largestFragmentInBytes = 1 << 24

const mediaBoxes = new Set(['moov', 'moof', 'mdat'])

/**
 * MP4, M4A, M4V, MOV: kind, duration, picture size and codecs from the `moov` box, wherever it lies, and from the movie
 * fragments behind it. `undefined` if the file holds no track of sound or moving pictures.
 */
export async function readMp4(reader: RandomAccessReader): Promise<ContainerFacts | undefined> {
  let tracks: readonly Mp4Track[] | undefined
  let fragmentEnds: FragmentEnds = new Map()
  let isCut = false
  const source = buffered(reader, 1 << 12)
  for await (const box of topLevelBoxes(source)) {
    const isBeyondEnd = box.end > reader.sizeInBytes
    // Taggers of other formats append what reads like the start of a very long box; only these hold anything to lose.
    isCut ||= isBeyondEnd && mediaBoxes.has(box.type)
    if (isBeyondEnd) continue
    if (box.type === 'moov') tracks = mp4Tracks(await mp4Index(source, box))
    if (box.type !== 'moof' || box.end - box.start > largestFragmentInBytes) continue
    const fragment = await source.read(box.start, box.end - box.start)
    fragmentEnds = withFragment(fragmentEnds, fragment, tracks ?? [])
  }
  if (tracks === undefined) {
    const what = 'has no index (moov box), so no player can open it: the upload or the recording was cut off'
    return {kind: 'audio', fault: {code: 'media-unreadable', what}}
  }
  const fault = isCut ? {fault: truncated('ends before the last box that it announces')} : {}
  const facts = trackFacts(tracks, fragmentEnds)
  return facts === undefined ? undefined : {...facts, ...fault}
}

function trackFacts(tracks: readonly Mp4Track[], fragmentEnds: FragmentEnds): ContainerFacts | undefined {
  const played = tracks.filter((track) => track.kind !== 'other')
  if (played.length === 0) return undefined
  const video = played.find((track) => track.kind === 'video')
  const durationInSeconds = Math.max(...played.map((track) => durationOf(track, fragmentEnds)))
  const codecs = [...new Set(played.flatMap((track) => track.codec ?? []))].join(', ')
  return {
    kind: video === undefined ? 'audio' : 'video',
    ...(durationInSeconds > 0 ? {durationInSeconds} : {}),
    ...(video === undefined ? {} : {widthInPixels: video.widthInPixels, heightInPixels: video.heightInPixels}),
    ...(codecs === '' ? {} : {codecs}),
  }
}

function durationOf(track: Mp4Track, fragmentEnds: FragmentEnds): number {
  const fragmented = track.timescale === 0 ? 0 : (fragmentEnds.get(track.id) ?? 0) / track.timescale
  return Math.max(track.durationInSeconds, fragmented)
}
