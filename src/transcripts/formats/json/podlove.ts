import {transcriptKinds} from '../../../file-kinds/text-kinds.ts'
import type {TranscriptFormat} from '../transcript-format.ts'
import type {JsonDrafts} from './json-values.ts'
import {asObject, asSeconds, asText, jsonReader, objectsIn} from './json-values.ts'

/** The transcript of the Podlove Web Player and Publisher: a bare list, https://docs.podlove.org/podlove-web-player/v5/transcripts. */
export const podloveJson: TranscriptFormat = {
  name: 'podlove-json',
  title: 'Podlove JSON',
  file: transcriptKinds.json,
  captions: true,
  // Chapters are a bare list as well, but they have no spoken text.
  sniff: (text) =>
    /^\uFEFF?\s*(?:\[|\{\s*"transcripts"\s*:\s*\[)\s*\{/.test(text) &&
    text.includes('"start"') &&
    text.includes('"text"'),
  read: jsonReader('Podlove JSON', readList),
}

/** The configuration of the player has the list below `transcripts`. */
function readList(given: unknown): JsonDrafts {
  const document = asObject(given)?.transcripts ?? given
  if (!Array.isArray(document)) return undefined
  const drafts = objectsIn(document).map(({start, end, text, speaker, voice}) => {
    // `voice` is the name that people know, and `speaker` is a number in the publisher's database.
    const label = asText(voice) ?? asText(speaker)
    return {
      kind: 'cue' as const,
      text: asText(text) ?? '',
      speaker: label,
      startInSeconds: asSeconds(start),
      endInSeconds: asSeconds(end),
    }
  })
  return {drafts}
}
