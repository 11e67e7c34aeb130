import {transcriptKinds} from '../../../file-kinds/text-kinds.ts'
import type {JsonObject} from '../../../text/json-object.ts'
import type {TranscriptFormat} from '../transcript-format.ts'
import {draftsOfChannels} from './channels.ts'
import {asObject, asSeconds, asText, isObjectWith, type JsonDrafts, jsonReader, objectsIn} from './json-values.ts'
import {cuesOfWords, type SpokenWord} from './word-cues.ts'

/**
 * The answer of ElevenLabs' Scribe: https://elevenlabs.io/docs/api-reference/speech-to-text/convert. Words include their
 * punctuation, blanks are entries of their own, and sounds stand in brackets.
 */
export const elevenLabsJson: TranscriptFormat = {
  name: 'elevenlabs-json',
  title: 'ElevenLabs JSON',
  file: transcriptKinds.json,
  captions: true,
  sniff: (text) => isObjectWith(text, '"words"') && /"type"\s*:\s*"(?:spacing|word|audio_event)"/.test(text),
  read: jsonReader('ElevenLabs JSON', readAnswer),
}

function readAnswer(document: unknown): JsonDrafts {
  const answer = asObject(document)
  // There is one answer for each channel if channels were asked for, and there are segments if JSON in segments was asked for.
  const channels = objectsIn(answer?.transcripts)
  const answers = channels.length > 0 ? channels : answer ? [answer] : []
  if (!answers.some(({words, segments}) => Array.isArray(words) || Array.isArray(segments))) return undefined
  const heard = answers.map((each, index) => ({
    name: channels.length > 1 ? String(index + 1) : undefined,
    drafts: cuesOfWords(wordsOf(each)),
  }))
  return {drafts: draftsOfChannels(heard), language: asText(answers[0]?.language_code)}
}

function wordsOf({words, segments}: JsonObject): SpokenWord[] {
  const entries = [...objectsIn(words), ...objectsIn(segments).flatMap((segment) => objectsIn(segment.words))]
  return entries.flatMap(({text, type, start, end, speaker_id: speaker}) =>
    type === 'spacing'
      ? []
      : [
          {
            text: textOf(asText(text) ?? '', type),
            speaker: asText(speaker),
            startInSeconds: asSeconds(start),
            endInSeconds: asSeconds(end),
          },
        ],
  )
}

/** Elsewhere only some words in round brackets are taken for sounds (`parseSpans`). Here the service says which are sounds. */
function textOf(text: string, type: unknown): string {
  const bare = text.trim()
  return type === 'audio_event' ? `[${bare.replace(/^[([]|[)\]]$/g, '')}]` : bare
}
