import {uint} from '../big-endian.ts'
import {boxAtPath, childBoxes} from './mp4-boxes.ts'
import type {Mp4Track} from './mp4-tracks.ts'

/** The end of each track after the fragments so far, in the timescale of the track. */
export type FragmentEnds = ReadonlyMap<number, number>

/**
 * `ends` with one more movie fragment. Streaming tools and browsers' recorders write fragmented files. Such a file has no
 * duration in its `moov`: it lasts until its last run of samples ends. ISO/IEC 14496-12 section 8.8.
 */
export function withFragment(ends: FragmentEnds, moof: Uint8Array, tracks: readonly Mp4Track[]): FragmentEnds {
  const next = new Map(ends)
  for (const {type, bytes} of childBoxes(moof)) {
    const header = type === 'traf' ? boxAtPath(bytes, 'tfhd') : undefined
    if (header === undefined) continue
    const id = uint(header, 4, 4)
    const track = tracks.find((each) => each.id === id)
    if (track === undefined) continue
    const decodeTime = boxAtPath(bytes, 'tfdt')
    const start = decodeTime === undefined ? (next.get(id) ?? 0) : uint(decodeTime, 4, decodeTime[0] === 1 ? 8 : 4)
    const sampleDuration = defaultSampleDuration(header) ?? track.defaultSampleDuration
    const runs = childBoxes(bytes).filter((box) => box.type === 'trun')
    const length = runs.reduce((sum, run) => sum + runDuration(run.bytes, sampleDuration), 0)
    next.set(id, Math.max(next.get(id) ?? 0, start + length))
  }
  return next
}

function defaultSampleDuration(header: Uint8Array): number | undefined {
  const flags = uint(header, 1, 3)
  if ((flags & 0x08) === 0) return undefined
  const before = ((flags & 0x01) === 0 ? 0 : 8) + ((flags & 0x02) === 0 ? 0 : 4)
  return uint(header, 8 + before, 4)
}

function runDuration(run: Uint8Array, sampleDuration: number): number {
  const flags = uint(run, 1, 3)
  const samples = uint(run, 4, 4)
  if ((flags & 0x100) === 0) return samples * sampleDuration
  const start = 8 + ((flags & 0x01) === 0 ? 0 : 4) + ((flags & 0x04) === 0 ? 0 : 4)
  const fieldsOfASample = [0x100, 0x200, 0x400, 0x800].filter((flag) => (flags & flag) !== 0).length
  let duration = 0
  for (let offset = start; offset + 4 <= run.length; offset += 4 * fieldsOfASample) duration += uint(run, offset, 4)
  return duration
}
