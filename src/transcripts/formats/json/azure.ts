import {transcriptKinds} from '../../../file-kinds/text-kinds.ts'
import type {JsonObject} from '../../../text/json-object.ts'
import type {CueDraft} from '../../cue-drafts.ts'
import type {TranscriptFormat} from '../transcript-format.ts'
import {byChannel, draftsOfChannels} from './channels.ts'
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
import {cuesOfWords, wordsWithTimes} from './word-cues.ts'

/**
 * Azure AI Speech: the result files of batch transcription
 * (https://learn.microsoft.com/azure/ai-services/speech-service/batch-transcription-get) and the answer of fast transcription
 * (https://learn.microsoft.com/azure/ai-services/speech-service/fast-transcription-create).
 */
export const azureJson: TranscriptFormat = {
  name: 'azure-json',
  title: 'Azure Speech JSON',
  file: transcriptKinds.json,
  captions: true,
  sniff: (text) => isObjectWith(text, '"recognizedPhrases"') || isObjectWith(text, '"combinedPhrases"', '"phrases"'),
  read: jsonReader('Azure Speech JSON', readPhrases),
}

function readPhrases(document: unknown): JsonDrafts {
  const result = asObject(document)
  const list = result?.recognizedPhrases ?? result?.phrases
  if (!Array.isArray(list)) return undefined
  const phrases = objectsIn(list)
  const channels = [...byChannel(phrases, ({channel}) => asText(channel))]
  return {
    drafts: draftsOfChannels(
      channels.map(([channel, spoken]) => ({
        name: channel === undefined ? undefined : String(Number(channel) + 1),
        drafts: spoken.flatMap(draftsOf),
      })),
    ),
    language: asText(phrases[0]?.locale),
  }
}

function draftsOf(phrase: JsonObject): CueDraft[] {
  const best = objectsIn(phrase.nBest)[0] ?? phrase
  const speaker = speakerOfNumber(phrase.speaker)
  const shown = objectsIn(best.displayWords)
  // The plain `words` of a batch have no punctuation, so only their times are used.
  const isWritten = shown.length > 0 || best === phrase
  const words = (shown.length > 0 ? shown : objectsIn(best.words)).map((word) => ({
    text: asText(word.displayText ?? word.text ?? word.word) ?? '',
    speaker,
    ...timesOf(word),
  }))
  if (isWritten && wordsWithTimes(words).length > 0) return cuesOfWords(words)
  const text = asText(best.display ?? best.text) ?? ''
  return [{kind: 'cue', text, speaker, ...timesOf(phrase), words: wordsWithTimes(words)}]
}

const ticksPerSecond = 10_000_000

function timesOf(object: JsonObject) {
  const startInSeconds = timeOf(object, 'offset')
  const duration = timeOf(object, 'duration')
  const endInSeconds =
    startInSeconds === undefined || duration === undefined
      ? undefined
      : Math.round((startInSeconds + duration) * 1000) / 1000
  return {startInSeconds, endInSeconds}
}

/** Each version of the service counts in another unit and names it: ticks, milliseconds, `PT1.5S`. A bare number is in milliseconds. */
function timeOf(object: JsonObject, name: 'offset' | 'duration'): number | undefined {
  const ticks = object[`${name}InTicks`]
  if (typeof ticks === 'number') return Math.round((ticks / ticksPerSecond) * 1000) / 1000
  const milliseconds = asMilliseconds(object[`${name}Milliseconds`] ?? object[`${name}InMs`])
  if (milliseconds !== undefined) return milliseconds
  const bare = object[name]
  return typeof bare === 'number' ? asMilliseconds(bare) : asSeconds(bare)
}
