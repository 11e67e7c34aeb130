import type {Channel} from './feed.ts'

/** The parts of pages that a template of the author's may replace. */
export const partNames = [
  'header',
  'footer',
  'show',
  'episode',
  'episode-row',
  'older',
  'group',
  'topics',
  'page',
  'not-found',
] as const
/** A part of pages, and the name of its template: `episode` of `theme/episode.liquid`. */
export type PartName = (typeof partNames)[number]

/** Templates of the author's, ready to be filled in. */
export type Templates = {
  readonly has: (name: PartName) => boolean
  /** The part as HTML. `undefined` if the template is broken; the author is then told. */
  readonly render: (name: PartName, data: object) => string | undefined
}

/** A channel for those who make pages of it. Templates are code, so they stay within one thread. */
export type SiteChannel = Channel & {readonly templates?: Templates}
