import type {Episode, Guid} from '../../src/model/episode.ts'
import type {MediaReference} from '../../src/model/media.ts'

/** An episode with nothing in it but `media`, and whatever a test adds. */
export function episodeWith(media: readonly MediaReference[], more: Partial<Episode> = {}): Episode {
  return {
    file: '001-first.md',
    slug: '001-first',
    guid: 'guid-1' as Guid,
    title: 'First',
    publication: {state: 'published', at: new Date('2026-01-31')},
    type: 'full',
    blocked: false,
    media,
    people: [],
    tags: [],
    aliases: [],
    notes: [],
    transcripts: [],
    linkedTranscripts: [],
    chapters: [],
    places: new Map(),
    tagValues: new Map(),
    ...more,
  }
}
