import {type ContainerFacts, truncated} from '../container-facts.ts'
import {buffered, type RandomAccessReader} from '../random-access-file.ts'
import {uint} from './big-endian.ts'
import {type EbmlElement, ebmlElement, ebmlFloat, ebmlText, ebmlUint, variableLength} from './ebml-elements.ts'

// Identifiers of RFC 9559.
const segmentId = 0x18538067
const trackEntryId = 0xae
const clusterId = 0x1f43b675
const mastersToEnter = new Set([segmentId, 0x1549a966, 0x1654ae6b, trackEntryId, 0xe0, clusterId, 0xa0])

type WebmTrack = {type: number; codec: string; width: number; height: number}
type TrackTimes = {readonly last: number; readonly gap: number}

/** What a walk has seen so far. Times are in ticks of `nanosecondsPerTick`. */
type WebmScan = {
  nanosecondsPerTick: number
  durationInTicks: number
  clusterTime: number
  readonly tracks: WebmTrack[]
  readonly times: Map<number, TrackTimes>
}

type ElementReading = (scan: WebmScan, reader: RandomAccessReader, element: EbmlElement) => Promise<void>

const readings: ReadonlyMap<number, ElementReading> = new Map<number, ElementReading>([
  [0x2ad7b1, async (scan, reader, element) => setOnScan(scan, {nanosecondsPerTick: await ebmlUint(reader, element)})],
  [0x4489, async (scan, reader, element) => setOnScan(scan, {durationInTicks: await ebmlFloat(reader, element)})],
  [trackEntryId, async (scan) => void scan.tracks.push({type: 0, codec: '', width: 0, height: 0})],
  [0x83, async (scan, reader, element) => setOnTrack(scan, {type: await ebmlUint(reader, element)})],
  [0x86, async (scan, reader, element) => setOnTrack(scan, {codec: await ebmlText(reader, element)})],
  [0xb0, async (scan, reader, element) => setOnTrack(scan, {width: await ebmlUint(reader, element)})],
  [0xba, async (scan, reader, element) => setOnTrack(scan, {height: await ebmlUint(reader, element)})],
  [0xe7, async (scan, reader, element) => setOnScan(scan, {clusterTime: await ebmlUint(reader, element)})],
  [0xa3, readBlock],
  [0xa1, readBlock],
])

/**
 * WebM and Matroska. The duration comes from the header, if it has one. A browser's recorder writes none there, and a file that
 * was cut is shorter; in both cases we follow the blocks to the last. `undefined` if there is no track to play.
 */
export async function readWebm(reader: RandomAccessReader): Promise<ContainerFacts | undefined> {
  const scan: WebmScan = {
    nanosecondsPerTick: 1_000_000,
    durationInTicks: 0,
    clusterTime: 0,
    tracks: [],
    times: new Map(),
  }
  const source = buffered(reader, 1 << 16)
  let isCut = false
  let offset = 0
  while (offset < reader.sizeInBytes) {
    const element = await ebmlElement(source, offset)
    if (element === undefined) break
    isCut ||= (element.end ?? 0) > reader.sizeInBytes
    if (element.id === clusterId && scan.durationInTicks > 0 && !isCut) break
    await readings.get(element.id)?.(scan, source, element)
    // The walk goes into such an element without recursion: an element of unknown size ends where the next of its kind begins.
    const next = mastersToEnter.has(element.id) ? element.start : element.end
    if (next === undefined) break
    offset = next
  }
  return scanFacts(scan, isCut)
}

function setOnScan(scan: WebmScan, values: Partial<WebmScan>): void {
  Object.assign(scan, values)
}

function setOnTrack(scan: WebmScan, values: Partial<WebmTrack>): void {
  const track = scan.tracks.at(-1)
  if (track !== undefined) Object.assign(track, values)
}

/** A block starts with its track's number and, in signed 16 bits, its time after the cluster's time. RFC 9559 section 10.1 */
async function readBlock(scan: WebmScan, reader: RandomAccessReader, {start}: EbmlElement): Promise<void> {
  const head = await reader.read(start, 12)
  const length = variableLength(head[0])
  const number = uint(head, 0, length)
  const relative = uint(head, length, 2)
  const time = scan.clusterTime + (relative >= 0x8000 ? relative - 0x1_0000 : relative)
  const before = scan.times.get(number)
  if (before === undefined) scan.times.set(number, {last: time, gap: 0})
  else if (time > before.last) scan.times.set(number, {last: time, gap: time - before.last})
}

function scanFacts(scan: WebmScan, isCut: boolean): ContainerFacts | undefined {
  const video = scan.tracks.find((track) => track.type === 1)
  const audio = scan.tracks.find((track) => track.type === 2)
  if (video === undefined && audio === undefined) return undefined
  // The last block lasts as long as the one before it.
  const walked = Math.max(0, ...[...scan.times.values()].map(({last, gap}) => last + gap))
  const secondsPerTick = scan.nanosecondsPerTick / 1e9
  const promisedInSeconds = scan.durationInTicks * secondsPerTick
  const durationInSeconds = isCut || promisedInSeconds === 0 ? walked * secondsPerTick : promisedInSeconds
  // If only the seek index after the last block is missing, nothing that anybody hears is missing.
  const lacksSound = isCut && !(Math.abs(promisedInSeconds - durationInSeconds) <= 0.5)
  const codecs = [video, audio].flatMap((track) => (track === undefined ? [] : codecName(track.codec))).join(', ')
  return {
    kind: video === undefined ? 'audio' : 'video',
    ...(durationInSeconds > 0 ? {durationInSeconds} : {}),
    ...(video === undefined ? {} : {widthInPixels: video.width, heightInPixels: video.height}),
    ...(codecs === '' ? {} : {codecs}),
    ...(lacksSound ? {fault: truncated('ends before the last element that it announces')} : {}),
  }
}

const codecNames: ReadonlyMap<string, string> = new Map([
  ['A_OPUS', 'opus'],
  ['A_VORBIS', 'vorbis'],
  ['V_VP8', 'vp8'],
  ['V_VP9', 'vp9'],
])

function codecName(codecId: string): readonly string[] {
  const name = codecNames.get(codecId)
  return name === undefined ? [] : [name]
}
