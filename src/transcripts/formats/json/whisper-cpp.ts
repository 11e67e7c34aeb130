import {transcriptKinds} from '../../../file-kinds/text-kinds.ts'
import type {JsonObject} from '../../../text/json-object.ts'
import type {CueDraft} from '../../cue-drafts.ts'
import type {TranscriptFormat} from '../transcript-format.ts'
import {
  asMilliseconds,
  asObject,
  asSeconds,
  asText,
  isObjectWith,
  type JsonDrafts,
  jsonReader,
  objectsIn,
  speakerOfNumber,
} from './json-values.ts'

/** `whisper-cli --output-json` of whisper.cpp: https://github.com/ggml-org/whisper.cpp. It has its own shape, with times in two forms. */
export const whisperCppJson: TranscriptFormat = {
  name: 'whisper-cpp-json',
  title: 'whisper.cpp JSON',
  file: transcriptKinds.json,
  captions: true,
  sniff: (text) => isObjectWith(text, '"transcription"', '"offsets"'),
  read: jsonReader('whisper.cpp JSON', readTranscription),
}

function readTranscription(document: unknown): JsonDrafts {
  const object = asObject(document)
  if (!Array.isArray(object?.transcription)) return undefined
  const drafts = objectsIn(object.transcription).map(draftOf)
  return {drafts, language: asText(asObject(object.result)?.language)}
}

function draftOf({text, offsets, timestamps, speaker}: JsonObject): CueDraft {
  const [exact, written] = [asObject(offsets), asObject(timestamps)]
  return {
    kind: 'cue',
    text: (asText(text) ?? '').trim(),
    // `--diarize` tells the channels of a stereo file apart. It writes `?` where it cannot.
    speaker:
      speaker === '?' ? undefined : speakerOfNumber(/^\d+$/.test(asText(speaker) ?? '') ? Number(speaker) : speaker),
    startInSeconds: asMilliseconds(exact?.from) ?? asSeconds(written?.from),
    endInSeconds: asMilliseconds(exact?.to) ?? asSeconds(written?.to),
  }
}
