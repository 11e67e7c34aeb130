import {transcriptKinds} from '../../../file-kinds/text-kinds.ts'
import type {JsonObject} from '../../../text/json-object.ts'
import type {CueDraft} from '../../cue-drafts.ts'
import type {TranscriptFormat} from '../transcript-format.ts'
import type {JsonDrafts} from './json-values.ts'
import {asObject, asSeconds, asText, jsonReader, objectsIn} from './json-values.ts'
import type {SpokenWord} from './word-cues.ts'
import {cuesOfWords, wordsWithTimes} from './word-cues.ts'

/**
 * What openai-whisper (https://github.com/openai/whisper) and WhisperX (https://github.com/m-bain/whisperX) write: the whole document,
 * or only its list of segments. WhisperX adds speakers, in the segment or in each word.
 */
export const whisperJson: TranscriptFormat = {
  name: 'whisper-json',
  title: 'Whisper and WhisperX JSON',
  file: transcriptKinds.json,
  captions: true,
  sniff: (text) =>
    (/^\uFEFF?\s*\{/.test(text) && text.includes('"segments"') && text.includes('"start"')) ||
    (/^\uFEFF?\s*\[\s*\{/.test(text) && text.includes('"seek"') && text.includes('"tokens"')),
  read: jsonReader('Whisper JSON', readDocument),
}

function readDocument(document: unknown): JsonDrafts {
  const segments = Array.isArray(document) ? document : asObject(document)?.segments
  if (!Array.isArray(segments)) return undefined
  return {drafts: objectsIn(segments).flatMap(draftsOf), language: asText(asObject(document)?.language)}
}

function draftsOf(segment: JsonObject): CueDraft[] {
  const words = speakerFilledIn(objectsIn(segment.words).map(wordOf))
  const speakers = new Set(words.map((word) => word.speaker))
  // A segment of WhisperX can run across a change of speaker. Only its words tell who speaks.
  if (speakers.size > 1) return cuesOfWords(words)
  const speaker = asText(segment.speaker) ?? words[0]?.speaker
  return [
    {
      kind: 'cue',
      text: asText(segment.text) ?? '',
      ...(speaker === undefined ? {} : {speaker}),
      startInSeconds: asSeconds(segment.start),
      endInSeconds: asSeconds(segment.end),
      words: wordsWithTimes(words),
    },
  ]
}

function wordOf({word, start, end, speaker}: JsonObject): SpokenWord {
  return {
    text: (asText(word) ?? '').trim(),
    speaker: asText(speaker),
    startInSeconds: asSeconds(start),
    endInSeconds: asSeconds(end),
  }
}

/** Words that could not be aligned ("2014") have no speaker either. They get the speaker of the previous word. */
function speakerFilledIn(words: readonly SpokenWord[]): SpokenWord[] {
  let speaker = words.find((word) => word.speaker !== undefined)?.speaker
  return words.map((word) => {
    speaker = word.speaker ?? speaker
    return {...word, speaker}
  })
}
