import type {ContainerFacts} from '../../container-facts.ts'
import {truncated} from '../../container-facts.ts'
import {buffered, type RandomAccessReader} from '../../random-access-file.ts'
import {type Mp4Box, topLevelBoxes} from './mp4-boxes.ts'
import {lastFragmentOffset} from './mp4-fragment-index.ts'
import {type FragmentEnds, withFragment} from './mp4-fragments.ts'
import {mp4Index} from './mp4-index.ts'
import {type Mp4Track, mp4Tracks} from './mp4-tracks.ts'

/** A fragment of some seconds is much smaller. A larger box has a damaged size. */
const largestFragmentInBytes = 1 << 24

const mediaBoxes = new Set(['moov', 'moof', 'mdat'])

/**
 * MP4, M4A, M4V, MOV: kind, duration, picture size and codecs. They come from the `moov` box, wherever it lies, and from the
 * movie fragments after it. `undefined` if the file holds no track of sound or moving pictures.
 */
export async function readMp4(reader: RandomAccessReader): Promise<ContainerFacts | undefined> {
  const source = buffered(reader, 1 << 12)
  const scan: Mp4Scan = {tracks: undefined, fragmentEnds: new Map(), isCut: false, hasData: false}
  const rest = await scanBoxes(source, 0, scan, reader.seeking === 'request')
  if (rest !== undefined) await scanBoxes(source, rest, scan, false)
  if (scan.tracks === undefined) {
    const what = 'has no index (moov box), so no player can open it: the upload or the recording was cut off'
    return {kind: 'audio', fault: {code: 'media-unreadable', what}}
  }
  const fault = scan.isCut ? {fault: truncated('ends before the last box that it announces')} : {}
  const facts = trackFacts(scan.tracks, scan.fragmentEnds)
  if (facts === undefined) return undefined
  // If a file was cut off just after its index, no box goes on after the end of the file, so this case needs its own check.
  const isEmpty = !scan.hasData && !scan.isCut && facts.durationInSeconds !== undefined
  const empty = isEmpty ? {fault: truncated('has an index of sound and pictures, and nothing of either')} : {}
  return {...facts, ...fault, ...empty}
}

/** What a walk over the boxes has seen so far. */
type Mp4Scan = {
  tracks: readonly Mp4Track[] | undefined
  fragmentEnds: FragmentEnds
  isCut: boolean
  hasData: boolean
}

/** Walks from `start` to the end. With `mayJump` it walks to the first fragment, and says where the last fragment is. */
async function scanBoxes(
  source: RandomAccessReader,
  start: number,
  scan: Mp4Scan,
  mayJump: boolean,
): Promise<number | undefined> {
  let segmentIndex: Mp4Box | undefined
  let isFirstFragment = true
  for await (const box of topLevelBoxes(source, start)) {
    const isBeyondEnd = box.end > source.sizeInBytes
    // Taggers of other formats append bytes that look like the start of a very long box. Only media boxes can lose anything.
    scan.isCut ||= isBeyondEnd && mediaBoxes.has(box.type)
    scan.hasData ||= box.type === 'moof' || (box.type === 'mdat' && box.end > box.start)
    if (isBeyondEnd) continue
    if (box.type === 'moov') scan.tracks = mp4Tracks(await mp4Index(source, box))
    if (box.type === 'sidx') segmentIndex ??= box
    if (box.type !== 'moof' || box.end - box.start > largestFragmentInBytes) continue
    const fragment = await source.read(box.start, box.end - box.start)
    scan.fragmentEnds = withFragment(scan.fragmentEnds, fragment, scan.tracks ?? [])
    const rest = mayJump && isFirstFragment ? await lastFragmentOffset(source, fragment, segmentIndex) : undefined
    if (rest !== undefined && rest > box.end) return rest
    isFirstFragment = false
  }
  return undefined
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
