import {transcriptKinds} from '../../../file-kinds/text-kinds.ts'
import type {TranscriptFormat} from '../transcript-format.ts'
import type {JsonDrafts} from './json-values.ts'
import {arrayOf, asObject, asSeconds, asText, jsonReader, objectsIn} from './json-values.ts'
import {cuesOfWords, isWordLevel} from './word-cues.ts'

/** JSON of diarisation scripts: an object whose keys are numbers, with gaps between them, and perhaps a title as well. */
export const numberedJson: TranscriptFormat = {
  name: 'numbered-json',
  title: 'Numbered diarisation JSON',
  file: transcriptKinds.json,
  captions: true,
  sniff: (text) => /^\uFEFF?\s*\{(?:\s*"title"\s*:\s*"(?:[^"\\]|\\.)*"\s*,)?\s*"\d{1,9}"\s*:\s*\{/.test(text),
  read: jsonReader('numbered JSON', readNumbered),
}

function readNumbered(document: unknown): JsonDrafts {
  const object = asObject(document)
  if (!object) return undefined
  // JavaScript lists number keys in numerical order, whatever their order in the file.
  const drafts = objectsIn(Object.values(object)).map(({speaker, timestamp, start, end, text}) => {
    const label = asText(speaker)
    return {
      kind: 'cue' as const,
      text: asText(text) ?? '',
      speaker: label,
      startInSeconds: asSeconds(timestamp ?? start),
      endInSeconds: asSeconds(end),
    }
  })
  return {drafts}
}

/** Lists of `["text", start, end]`, for sentences or for single words, as alignment scripts save them. */
export const timedListJson: TranscriptFormat = {
  name: 'timed-list-json',
  title: 'List of timed texts in JSON',
  file: transcriptKinds.json,
  captions: true,
  sniff: (text) => /^\uFEFF?\s*\[\s*\[\s*"(?:[^"\\]|\\.)*"\s*,\s*[\d.]+\s*,\s*[\d.]+\s*\]/.test(text),
  read: jsonReader('a list of timed texts', readTimedList),
}

function readTimedList(document: unknown): JsonDrafts {
  const items = arrayOf(document).map(arrayOf)
  const timed = items.map(([text, start, end]) => ({
    text: (asText(text) ?? '').trim(),
    startInSeconds: asSeconds(start),
    endInSeconds: asSeconds(end),
  }))
  if (isWordLevel(timed.map(({text}) => text))) return {drafts: cuesOfWords(timed.filter(({text}) => text !== ''))}
  return {
    drafts: timed.map(({text, startInSeconds, endInSeconds}) => ({
      kind: 'cue',
      text,
      startInSeconds,
      endInSeconds,
    })),
  }
}
