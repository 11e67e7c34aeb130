import {uint} from '../big-endian.ts'
import {boxAtPath, type LoadedBox} from './mp4-boxes.ts'

// Length of the fixed part of a sample entry, before its own boxes. ISO/IEC 14496-12 section 12.1.3 and 12.2.3.
const visualEntryInBytes = 78
const audioEntryInBytes = 28

/**
 * The name of the sample entry in `codecs`, after RFC 6381. For HEVC and AV1 it is the four characters alone, because the
 * full name would need a long walk through the codec's own configuration.
 */
export function mp4Codec(entry: LoadedBox): string {
  const type = entry.type.trim()
  if (type === 'avc1' || type === 'avc3') {
    const configuration = boxAtPath(entry.bytes.subarray(visualEntryInBytes), 'avcC')
    return configuration === undefined ? type : `${type}.${hex(configuration.subarray(1, 4))}`
  }
  if (type === 'mp4a') {
    const descriptor = boxAtPath(entry.bytes.subarray(audioEntryInBytes), 'esds')
    return descriptor === undefined ? type : `mp4a${audioObjectType(descriptor.subarray(4))}`
  }
  return type === 'Opus' || type === 'fLaC' ? type.toLowerCase() : type
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The object type indication, and for MPEG-4 audio also the object type: `.40.2` for AAC-LC. ISO/IEC 14496-1 section 7.2.6. */
function audioObjectType(bytes: Uint8Array): string {
  // Each descriptor lies in the one before it: elementary stream (3), decoder configuration (4), decoder specific (5).
  const decoder = descriptorHeaderInBytes(bytes, 0) + 3
  const decoderContent = decoder + descriptorHeaderInBytes(bytes, decoder)
  const indication = bytes[decoderContent]
  if (bytes[decoder] !== 4 || indication === undefined) return ''
  const suffix = indication.toString(16).padStart(2, '0')
  const specific = decoderContent + 13
  if (indication !== 0x40 || bytes[specific] !== 5) return `.${suffix}`
  return `.${suffix}.${uint(bytes, specific + descriptorHeaderInBytes(bytes, specific), 1) >> 3}`
}

/** The size of a descriptor's tag and length. The length takes one to four bytes of seven bits. */
function descriptorHeaderInBytes(bytes: Uint8Array, offset: number): number {
  let length = 2
  while (length < 5 && ((bytes[offset + length - 1] ?? 0) & 0x80) !== 0) length += 1
  return length
}
