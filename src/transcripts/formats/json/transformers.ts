import {transcriptKinds} from '../../../file-kinds/text-kinds.ts'
import type {JsonObject} from '../../../text/json-object.ts'
import type {CueDraft} from '../../cue-drafts.ts'
import type {TranscriptFormat} from '../transcript-format.ts'
import {
  arrayOf,
  asObject,
  asSeconds,
  asText,
  isObjectWith,
  type JsonDrafts,
  jsonReader,
  objectsIn,
} from './json-values.ts'
import {cuesOfWords, isWordLevel} from './word-cues.ts'

/**
 * The speech pipeline of Hugging Face Transformers
 * (https://huggingface.co/docs/transformers/main_classes/pipelines#transformers.AutomaticSpeechRecognitionPipeline). Its
 * `timestamp` is a pair. `insanely-fast-whisper` adds the same list once more, with speakers.
 */
export const transformersJson: TranscriptFormat = {
  name: 'transformers-json',
  title: 'Hugging Face Transformers JSON',
  file: transcriptKinds.json,
  captions: true,
  sniff: (text) => isObjectWith(text, '"chunks"', '"timestamp"', '"text"'),
  read: jsonReader('Transformers JSON', readChunks),
}

function readChunks(document: unknown): JsonDrafts {
  const object = asObject(document)
  if (!Array.isArray(object?.chunks)) return undefined
  const spoken = objectsIn(object.speakers)
  const drafts = (spoken.length > 0 ? spoken : objectsIn(object.chunks)).map(draftOf)
  return {drafts: isWordLevel(drafts.map(({text}) => text)) ? cuesOfWords(drafts) : drafts}
}

function draftOf({text, timestamp, speaker}: JsonObject): CueDraft {
  // The end of the last chunk may be `null`, because the model stopped before it gave the end.
  const [start, end] = arrayOf(timestamp)
  return {
    kind: 'cue',
    text: (asText(text) ?? '').trim(),
    speaker: asText(speaker),
    startInSeconds: asSeconds(start),
    endInSeconds: asSeconds(end),
  }
}
