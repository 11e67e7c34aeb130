import {transcriptKinds} from '../../../file-kinds/text-kinds.ts'
import type {Transcript} from '../../../model/transcript.ts'
import type {JsonObject} from '../../../text/json-object.ts'
import type {CueDraft} from '../../cue-drafts.ts'
import {captionCues} from '../cue-times.ts'
import type {WrittenFormat} from '../transcript-format.ts'
import type {JsonDrafts} from './json-values.ts'
import {asObject, asSeconds, asText, jsonReader, objectsIn} from './json-values.ts'
import {cuesOfWords, isWordLevel} from './word-cues.ts'

/** Podcasting 2.0: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md#json. */
export const podcastJson: WrittenFormat = {
  name: 'json',
  title: 'Podcasting 2.0 JSON',
  file: transcriptKinds.json,
  captions: true,
  sniff: (text) => /^\uFEFF?\s*\{/.test(text) && text.includes('"segments"') && text.includes('"startTime"'),
  read: jsonReader('Podcasting 2.0 JSON', readSegments),
  write: writePodcastJson,
}

/** If a file has fewer segments than this, nobody can tell words from short cues. */
const leastSegments = 20

function readSegments(document: unknown): JsonDrafts {
  const segments = asObject(document)?.segments
  if (!Array.isArray(segments)) return undefined
  const objects = objectsIn(segments)
  const isOfWords = isWordLevel(objects.map(bodyOf), leastSegments)
  return {drafts: isOfWords ? cuesOfWords(objects.flatMap(wordsOf)) : objects.map(draftOf)}
}

/** `text` is what Whisper calls it, and scripts that rename its times forget the rest. */
function bodyOf({body, text}: JsonObject): string {
  return asText(body) ?? asText(text) ?? ''
}

function draftOf(segment: JsonObject): CueDraft {
  const speaker = asText(segment.speaker)
  return {
    kind: 'cue',
    text: bodyOf(segment),
    ...(speaker === undefined ? {} : {speaker}),
    startInSeconds: asSeconds(segment.startTime),
    endInSeconds: asSeconds(segment.endTime),
  }
}

/** Buzzsprout writes one word in each segment, and a line break in the last word of a paragraph. */
function wordsOf(segment: JsonObject) {
  const body = bodyOf(segment)
  const word = {
    text: body.trim(),
    speaker: asText(segment.speaker),
    startInSeconds: asSeconds(segment.startTime),
    endInSeconds: asSeconds(segment.endTime),
    endsParagraph: /\n\s*$/.test(body),
  }
  return word.text === '' ? [] : [word]
}

/** Each segment has its own line, so that a change in the transcript is a small change in the file. */
export function writePodcastJson(transcript: Transcript): string {
  const segments = captionCues(transcript).map((cue) =>
    JSON.stringify({
      speaker: cue.speaker,
      startTime: cue.startInMilliseconds / 1000,
      endTime: cue.endInMilliseconds / 1000,
      body: cue.text,
    }),
  )
  return `{"version":"1.0.0","segments":[\n${segments.join(',\n')}\n]}\n`
}
