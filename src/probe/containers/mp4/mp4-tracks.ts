import {latin1, uint} from '../big-endian.ts'
import {boxAtPath, childBoxes} from './mp4-boxes.ts'
import {mp4Codec} from './mp4-codecs.ts'

export type Mp4Track = {
  readonly id: number
  readonly kind: 'audio' | 'video' | 'other'
  readonly timescale: number
  readonly durationInSeconds: number
  readonly codec?: string
  readonly widthInPixels: number
  readonly heightInPixels: number
  /** The duration of samples in fragments that give no duration of their own (`trex`). */
  readonly defaultSampleDuration: number
}

/** Codecs of still pictures in a video track. Audio files have such tracks for cover art and for the images of Apple's chapters. */
const pictureCodecs = new Set(['jpeg', 'png', 'mjpa', 'mjpb'])

/** The tracks that a `moov` box describes. ISO/IEC 14496-12 section 8.3. */
export function mp4Tracks(moov: Uint8Array): readonly Mp4Track[] {
  const defaults = fragmentDefaults(moov)
  return childBoxes(moov).flatMap((box) => (box.type === 'trak' ? track(box.bytes, defaults) : []))
}

function track(trak: Uint8Array, defaults: ReadonlyMap<number, number>): readonly Mp4Track[] {
  const header = boxAtPath(trak, 'tkhd')
  const mediaHeader = boxAtPath(trak, 'mdia', 'mdhd')
  const handler = boxAtPath(trak, 'mdia', 'hdlr')
  if (header === undefined || mediaHeader === undefined || handler === undefined) return []
  const id = uint(header, versioned(header, 12, 20), 4)
  const timescale = uint(mediaHeader, versioned(mediaHeader, 12, 20), 4)
  const duration = mediaDuration(mediaHeader)
  const description = boxAtPath(trak, 'mdia', 'minf', 'stbl', 'stsd')
  const entry = description === undefined ? undefined : childBoxes(description.subarray(8))[0]
  return [
    {
      id,
      kind: trackKind(latin1(handler, 8, 4), entry?.type),
      timescale,
      durationInSeconds: timescale === 0 ? 0 : duration / timescale,
      ...(entry === undefined ? {} : {codec: mp4Codec(entry)}),
      ...pictureSize(header),
      defaultSampleDuration: defaults.get(id) ?? 0,
    },
  ]
}

/** The last two fields of a track header, in 16.16 fixed point. The matrix before them turns a film that a phone recorded upright. */
function pictureSize(header: Uint8Array): Pick<Mp4Track, 'widthInPixels' | 'heightInPixels'> {
  const width = uint(header, header.length - 8, 2)
  const height = uint(header, header.length - 4, 2)
  const isTurned = uint(header, header.length - 44, 4) === 0 && uint(header, header.length - 28, 4) === 0
  return isTurned ? {widthInPixels: height, heightInPixels: width} : {widthInPixels: width, heightInPixels: height}
}

function trackKind(handler: string, codec: string | undefined): Mp4Track['kind'] {
  if (handler === 'soun') return 'audio'
  const isMoving = handler === 'vide' && codec !== undefined && !pictureCodecs.has(codec.trim())
  return isMoving ? 'video' : 'other'
}

function mediaDuration(mediaHeader: Uint8Array): number {
  const isLong = mediaHeader[0] === 1
  const duration = uint(mediaHeader, isLong ? 24 : 16, isLong ? 8 : 4)
  // All ones mean that the duration is not known.
  return duration >= (isLong ? 2 ** 63 : 0xffff_ffff) ? 0 : duration
}

/** Offset of a field in a full box. In version 1 the times before the field have 64 bits. */
function versioned(box: Uint8Array, inVersion0: number, inVersion1: number): number {
  return box[0] === 1 ? inVersion1 : inVersion0
}

function fragmentDefaults(moov: Uint8Array): ReadonlyMap<number, number> {
  const extends_ = boxAtPath(moov, 'mvex')
  if (extends_ === undefined) return new Map()
  const rows = childBoxes(extends_).filter((box) => box.type === 'trex')
  return new Map(rows.map(({bytes}) => [uint(bytes, 4, 4), uint(bytes, 12, 4)]))
}
