import {type ContainerFacts, truncated} from '../container-facts.ts'
import type {MediaSource} from '../media-source.ts'
import type {RandomAccessReader} from '../random-access-file.ts'

/** A day in segments of two seconds with long addresses takes this much. A longer file is no playlist. */
const mostBytes = 1 << 23

/** A playlist of any kind begins with this. RFC 8216 section 4.3.1.1 */
export const hlsSignature = '#EXTM3U'

/**
 * An HLS playlist (RFC 8216). A media playlist lasts as long as its segments, if it is complete; a playlist without
 * `EXT-X-ENDLIST` is still growing. A multivariant playlist lasts as long as its first variant, if we can read that variant:
 * all variants play the same.
 */
export async function readHls({reader, sibling}: MediaSource): Promise<ContainerFacts | undefined> {
  const lines = await playlistLines(reader)
  if (!lines[0]?.startsWith(hlsSignature)) return undefined
  const variant = firstVariant(lines)
  if (variant === undefined) return {...mediaPlaylist(lines), bytesAreElsewhere: true}
  const inside = await sibling?.(variant.uri, playlistLines)
  const {fault, durationInSeconds} = inside === undefined ? {} : mediaPlaylist(inside)
  return {
    ...variant.facts,
    bytesAreElsewhere: true,
    ...(durationInSeconds === undefined ? {} : {durationInSeconds}),
    ...(fault === undefined ? {} : {fault: {...fault, what: `names ${variant.uri}, which ${fault.what}`}}),
  }
}

async function playlistLines(reader: RandomAccessReader): Promise<readonly string[]> {
  const text = new TextDecoder().decode(await reader.read(0, Math.min(mostBytes, reader.sizeInBytes)))
  return text.split(/\r?\n/).map((line) => line.trim())
}

type Playlist = Pick<ContainerFacts, 'kind' | 'durationInSeconds' | 'fault'>

function mediaPlaylist(lines: readonly string[]): Playlist {
  let durationInSeconds = 0
  let announced = 0
  const segments: string[] = []
  for (const line of lines) {
    const length = /^#EXTINF:\s*([\d.]+)/.exec(line)?.[1]
    if (length !== undefined) {
      durationInSeconds += Number(length)
      announced += 1
    } else if (line !== '' && !line.startsWith('#')) segments.push(line)
  }
  const kind = segments.length > 0 && segments.every(isSound) ? 'audio' : 'video'
  // The copy broke off between a length and its segment. A player stops there.
  if (announced > segments.length) {
    return {kind, fault: truncated('ends in the middle of its list of segments')}
  }
  return lines.includes('#EXT-X-ENDLIST') && durationInSeconds > 0 ? {kind, durationInSeconds} : {kind}
}

function isSound(segment: string): boolean {
  return /\.(?:aac|mp3|m4a|ac3|ec3)(?:[?#]|$)/i.test(segment)
}

type Variant = {readonly uri: string; readonly facts: ContainerFacts}

/** Section 4.3.4.2: the address is on the line after the one that describes the variant. */
function firstVariant(lines: readonly string[]): Variant | undefined {
  const index = lines.findIndex((line) => line.startsWith('#EXT-X-STREAM-INF:'))
  const uri = lines.slice(index + 1).find((line) => line !== '' && !line.startsWith('#'))
  if (index === -1 || uri === undefined) return undefined
  const attributes = lines[index] ?? ''
  const codecs = /[:,]CODECS="([^"]+)"/.exec(attributes)?.[1]?.replace(/\s*,\s*/g, ', ')
  const resolution = /[:,]RESOLUTION=(\d+)x(\d+)/.exec(attributes)
  const bandwidth = /[:,](?:AVERAGE-)?BANDWIDTH=(\d+)/.exec(attributes)?.[1]
  const hasPicture = resolution !== null || codecs === undefined || /avc|hvc|hev|av01|vp0?[89]|dvh/i.test(codecs)
  return {
    uri,
    facts: {
      kind: hasPicture ? 'video' : 'audio',
      ...(codecs === undefined ? {} : {codecs}),
      ...(resolution === null ? {} : {widthInPixels: Number(resolution[1]), heightInPixels: Number(resolution[2])}),
      ...(bandwidth === undefined ? {} : {bitrateInBitsPerSecond: Number(bandwidth)}),
    },
  }
}
