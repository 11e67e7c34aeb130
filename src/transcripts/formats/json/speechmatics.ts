import {transcriptKinds} from '../../../file-kinds/text-kinds.ts'
import type {JsonObject} from '../../../text/json-object.ts'
import type {TranscriptFormat} from '../transcript-format.ts'
import {byChannel, draftsOfChannels} from './channels.ts'
import {asObject, asSeconds, asText, isObjectWith, type JsonDrafts, jsonReader, objectsIn} from './json-values.ts'
import {joinPunctuation, type SpeechToken} from './tokens.ts'
import {cuesOfWords} from './word-cues.ts'

/** Speechmatics' `json-v2`: https://docs.speechmatics.com/speech-to-text/batch/output. */
export const speechmaticsJson: TranscriptFormat = {
  name: 'speechmatics-json',
  title: 'Speechmatics JSON',
  file: transcriptKinds.json,
  captions: true,
  sniff: (text) =>
    isObjectWith(text, '"results"', '"alternatives"', '"content"', '"start_time"') && !text.includes('"pronunciation"'),
  read: jsonReader('Speechmatics JSON', readResults),
}

function readResults(document: unknown): JsonDrafts {
  const object = asObject(document)
  if (!Array.isArray(object?.results)) return undefined
  const channels = [...byChannel(objectsIn(object.results), ({channel}) => asText(channel))]
  const heard = channels.map(([name, results]) => ({
    name: name?.replace(/^channel_/, ''),
    drafts: cuesOfWords(joinPunctuation(results.map(tokenOf))),
  }))
  const config = asObject(asObject(object.metadata)?.transcription_config)
  return {drafts: draftsOfChannels(heard), language: asText(config?.language)}
}

const sides = new Set(['previous', 'next', 'both'])

function tokenOf(result: JsonObject): SpeechToken {
  const best = objectsIn(result.alternatives)[0]
  const speaker = asText(best?.speaker ?? result.speaker)
  const side = asText(result.attaches_to)
  const attaches = side !== undefined && sides.has(side) ? (side as SpeechToken['attachesTo']) : undefined
  return {
    text: asText(best?.content) ?? '',
    // `UU` means that the speaker is not known.
    speaker: speaker === 'UU' ? undefined : speaker,
    startInSeconds: asSeconds(result.start_time),
    endInSeconds: asSeconds(result.end_time),
    attachesTo: result.type === 'punctuation' ? (attaches ?? 'previous') : undefined,
  }
}
