import {transcriptKinds} from '../../../file-kinds/text-kinds.ts'
import type {JsonObject} from '../../../text/json-object.ts'
import type {TranscriptFormat} from '../transcript-format.ts'
import {
  asObject,
  asSeconds,
  asText,
  isObjectWith,
  type JsonDrafts,
  jsonReader,
  objectsIn,
  speakerOfNumber,
} from './json-values.ts'
import {joinPunctuation, type SpeechToken} from './tokens.ts'
import {cuesOfWords, type SpokenWord} from './word-cues.ts'

/**
 * Rev AI (https://docs.rev.ai/api/asynchronous/transcript/) and the JSON that Rev's human transcribers deliver. Both are monologues
 * of elements. Elements are words, marks with the blanks between them, and sounds.
 */
export const revJson: TranscriptFormat = {
  name: 'rev-json',
  title: 'Rev JSON',
  file: transcriptKinds.json,
  captions: true,
  sniff: (text) => isObjectWith(text, '"monologues"', '"elements"'),
  read: jsonReader('Rev JSON', readMonologues),
}

function readMonologues(document: unknown): JsonDrafts {
  const object = asObject(document)
  if (!Array.isArray(object?.monologues)) return undefined
  const names = new Map(objectsIn(object.speakers).map(({id, name}) => [asText(id), asText(name)]))
  const words = objectsIn(object.monologues).flatMap((monologue) => wordsOf(monologue, speakerOf(monologue, names)))
  return {drafts: cuesOfWords(words), language: asText(object.language)}
}

function speakerOf(monologue: JsonObject, names: ReadonlyMap<string | undefined, string | undefined>) {
  const named = asText(asObject(monologue.speaker_info)?.display_name)
  return named ?? names.get(asText(monologue.speaker)) ?? speakerOfNumber(monologue.speaker)
}

function wordsOf(monologue: JsonObject, speaker: string | undefined): SpokenWord[] {
  return joinPunctuation(objectsIn(monologue.elements).map((element) => tokenOf(element, speaker)))
}

function tokenOf(element: JsonObject, speaker: string | undefined): SpeechToken {
  const written = asText(element.value) ?? asText(element.name) ?? ''
  if (element.type === 'punct') return {text: written.trim(), speaker, attachesTo: sideOf(written)}
  return {
    // `<laugh>` is a sound, and `<inaudible>` is what nobody understood.
    text: element.type === 'text' ? written.trim() : `[${written.replace(/^<|>$/g, '')}]`,
    speaker,
    startInSeconds: asSeconds(element.ts ?? element.timestamp),
    endInSeconds: asSeconds(element.end_ts ?? element.end_timestamp),
  }
}

/** The blanks of a mark are part of it, or they follow it as an element of their own. */
function sideOf(written: string): 'previous' | 'next' {
  return /^\s/.test(written) || /^[([{“„«¿¡]/.test(written.trim()) ? 'next' : 'previous'
}
