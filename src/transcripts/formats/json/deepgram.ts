import {transcriptKinds} from '../../../file-kinds/text-kinds.ts'
import type {JsonObject} from '../../../text/json-object.ts'
import type {CueDraft} from '../../cue-drafts.ts'
import type {TranscriptFormat} from '../transcript-format.ts'
import type {JsonDrafts} from './json-values.ts'
import {asObject, asSeconds, asText, jsonReader, objectsIn, speakerOfNumber} from './json-values.ts'
import type {SpokenWord} from './word-cues.ts'
import {cuesOfWords, wordsWithTimes} from './word-cues.ts'

/** The answer of Deepgram's speech API: https://developers.deepgram.com/reference/speech-to-text/listen-pre-recorded. */
export const deepgramJson: TranscriptFormat = {
  name: 'deepgram-json',
  title: 'Deepgram JSON',
  file: transcriptKinds.json,
  captions: true,
  sniff: (text) => /^\uFEFF?\s*\{/.test(text) && text.includes('"channels"') && text.includes('"alternatives"'),
  read: jsonReader('Deepgram JSON', readResults),
}

function readResults(document: unknown): JsonDrafts {
  const results = asObject(asObject(document)?.results)
  if (!results) return undefined
  const [channel] = objectsIn(results.channels)
  const language = asText(channel?.detected_language)
  const utterances = objectsIn(results.utterances)
  if (utterances.length > 0) return {drafts: utterances.map(draftOf), language}
  const [alternative] = objectsIn(channel?.alternatives)
  return {drafts: cuesOfWords(objectsIn(alternative?.words).map(wordOf)), language}
}

function draftOf(utterance: JsonObject): CueDraft {
  const speaker = speakerOfNumber(utterance.speaker)
  return {
    kind: 'cue',
    text: asText(utterance.transcript) ?? '',
    ...(speaker === undefined ? {} : {speaker}),
    startInSeconds: asSeconds(utterance.start),
    endInSeconds: asSeconds(utterance.end),
    words: wordsWithTimes(objectsIn(utterance.words).map(wordOf)),
  }
}

function wordOf({word, punctuated_word: punctuated, start, end, speaker}: JsonObject): SpokenWord {
  return {
    text: asText(punctuated) ?? asText(word) ?? '',
    speaker: speakerOfNumber(speaker),
    startInSeconds: asSeconds(start),
    endInSeconds: asSeconds(end),
  }
}
