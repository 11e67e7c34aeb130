import {transcriptKinds} from '../../../file-kinds/text-kinds.ts'
import type {JsonObject} from '../../../text/json-object.ts'
import type {CueDraft} from '../../cue-drafts.ts'
import type {TranscriptFormat} from '../transcript-format.ts'
import type {JsonDrafts} from './json-values.ts'
import {asMilliseconds, asObject, asText, jsonReader, objectsIn} from './json-values.ts'
import type {SpokenWord} from './word-cues.ts'
import {cuesOfWords, wordsWithTimes} from './word-cues.ts'

/**
 * AssemblyAI's transcript object: https://www.assemblyai.com/docs/api-reference/transcripts/get. Times are whole milliseconds, and
 * speakers are letters.
 */
export const assemblyAiJson: TranscriptFormat = {
  name: 'assemblyai-json',
  title: 'AssemblyAI JSON',
  file: transcriptKinds.json,
  captions: true,
  sniff: (text) =>
    /^\uFEFF?\s*\{/.test(text) &&
    (text.includes('"utterances"') || (text.includes('"words"') && text.includes('"confidence"'))) &&
    !text.includes('"channels"') &&
    !text.includes('"segments"'),
  read: jsonReader('AssemblyAI JSON', readTranscriptObject),
}

function readTranscriptObject(document: unknown): JsonDrafts {
  const object = asObject(document)
  if (!object || !(Array.isArray(object.utterances) || Array.isArray(object.words))) return undefined
  // The service writes `en_us`, but BCP 47 has a hyphen.
  const language = asText(object.language_code)?.replace('_', '-')
  const utterances = objectsIn(object.utterances)
  // An utterance lasts until somebody else speaks, perhaps for minutes. So captions are made of its words.
  const drafts = utterances.length > 0 ? utterances.flatMap(draftsOf) : cuesOfWords(objectsIn(object.words).map(wordOf))
  return {drafts, language}
}

function draftsOf(utterance: JsonObject): CueDraft[] {
  const speaker = asText(utterance.speaker)
  const words = objectsIn(utterance.words).map((word) => ({...wordOf(word), speaker}))
  if (wordsWithTimes(words).length > 0) return cuesOfWords(words)
  return [
    {
      kind: 'cue',
      text: asText(utterance.text) ?? '',
      ...(speaker === undefined ? {} : {speaker}),
      startInSeconds: asMilliseconds(utterance.start),
      endInSeconds: asMilliseconds(utterance.end),
    },
  ]
}

function wordOf({text, start, end, speaker}: JsonObject): SpokenWord {
  return {
    text: asText(text) ?? '',
    speaker: asText(speaker),
    startInSeconds: asMilliseconds(start),
    endInSeconds: asMilliseconds(end),
  }
}
