import type {ProblemCode} from '../model/problem.ts'

/** What the bytes of a container say. A row of `media-content.ts` gives one for each file it understands. */
export type ContainerFacts = {
  readonly kind: 'audio' | 'video'
  /** By the content that is there, not by what a header promises. */
  readonly durationInSeconds?: number
  readonly widthInPixels?: number
  readonly heightInPixels?: number
  /** RFC 6381, for example `avc1.64001f, mp4a.40.2`. */
  readonly codecs?: string
  /** Where the container says it; else it is size over duration. */
  readonly bitrateInBitsPerSecond?: number
  /** A playlist: its size says nothing about what is played. */
  readonly bytesAreElsewhere?: true
  readonly fault?: MediaFault
}

/** What is wrong with the file itself. `what` continues the sentence "FILE ...". */
export type MediaFault = {
  readonly code: Extract<ProblemCode, 'media-truncated' | 'media-header-disagrees' | 'media-unreadable'>
  readonly what: string
}

/** The file ends before its own headers say it does. */
export function truncated(what: string): MediaFault {
  return {code: 'media-truncated', what}
}
