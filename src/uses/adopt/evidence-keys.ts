import type {EvidenceKeys} from '../../adopt/episode-evidence.ts'
import {episodeFields} from '../../read/fields/episode-fields.ts'

/** The names of front matter fields, preferred or not. A build reads the same names. */
export const evidenceKeys: EvidenceKeys = {
  media: [...episodeFields.audio.keys, ...episodeFields.video.keys, ...episodeFields.youtube.keys],
  number: episodeFields.episode.keys,
  date: episodeFields.date.keys,
  length: episodeFields.duration.keys,
}
