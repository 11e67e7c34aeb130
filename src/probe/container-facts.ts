import type {ProblemCode} from '../model/problem.ts'

/** What the bytes of a container say. A row of `media-content.ts` gives these facts for each file that it understands. */
export type ContainerFacts = {
  readonly kind: 'audio' | 'video'
  /** It counts the content of the file, not what a header promises. */
  readonly durationInSeconds?: number
  readonly widthInPixels?: number
  readonly heightInPixels?: number
  /** As RFC 6381 writes them, for example `avc1.64001f, mp4a.40.2`. */
  readonly codecs?: string
  /** Given if the container says it. Otherwise the bitrate is size over duration. */
  readonly bitrateInBitsPerSecond?: number
  /** The file is a playlist: its size says nothing about the media that apps play. */
  readonly bytesAreElsewhere?: true
  readonly fault?: MediaFault
}

/** What is wrong with the file itself. `what` continues the sentence "FILE ...". */
export type MediaFault = {
  readonly code: Extract<ProblemCode, 'media-truncated' | 'media-header-disagrees' | 'media-unreadable'>
  readonly what: string
}

/** The fault of a file that ends before the end that its own headers give. */
export function truncated(what: string): MediaFault {
  return {code: 'media-truncated', what}
}
