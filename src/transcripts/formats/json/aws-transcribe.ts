import {transcriptKinds} from '../../../file-kinds/text-kinds.ts'
import type {JsonObject} from '../../../text/json-object.ts'
import type {TranscriptFormat} from '../transcript-format.ts'
import {type AudioChannel, draftsOfChannels} from './channels.ts'
import {asObject, asSeconds, asText, isObjectWith, type JsonDrafts, jsonReader, objectsIn} from './json-values.ts'
import {joinPunctuation, type SpeechToken} from './tokens.ts'
import {cuesOfWords} from './word-cues.ts'

/**
 * The file that Amazon Transcribe puts into its bucket: https://docs.aws.amazon.com/transcribe/latest/dg/how-input.html. Times are
 * written as text, and punctuation marks have no times.
 */
export const awsTranscribeJson: TranscriptFormat = {
  name: 'aws-transcribe-json',
  title: 'Amazon Transcribe JSON',
  file: transcriptKinds.json,
  captions: true,
  sniff: (text) => isObjectWith(text, '"results"', '"pronunciation"', '"alternatives"', '"start_time"'),
  read: jsonReader('Amazon Transcribe JSON', readResults),
}

function readResults(document: unknown): JsonDrafts {
  const results = asObject(asObject(document)?.results)
  if (!results) return undefined
  const speakers = speakersByStart(results)
  const channels = objectsIn(asObject(results.channel_labels)?.channels)
  const heard: AudioChannel[] = channels.map(({channel_label: label, items}) => ({
    name: numberOfChannel(label),
    drafts: cuesOfWords(joinPunctuation(objectsIn(items).map((item) => tokenOf(item, speakers)))),
  }))
  const items = objectsIn(results.items)
  if (heard.length === 0)
    heard.push({name: undefined, drafts: cuesOfWords(joinPunctuation(items.map((item) => tokenOf(item, speakers))))})
  return {drafts: draftsOfChannels(heard), language: asText(results.language_code)}
}

/** Until 2023 only a list beside the words said who speaks. It names the speaker by the time at which each word begins. */
function speakersByStart(results: JsonObject): ReadonlyMap<string, string> {
  const words = objectsIn(asObject(results.speaker_labels)?.segments).flatMap(({items}) => objectsIn(items))
  return new Map(
    words.flatMap(({start_time: start, speaker_label: label}) => {
      const [at, speaker] = [asText(start), asText(label)]
      return at === undefined || speaker === undefined ? [] : [[at, speaker] as const]
    }),
  )
}

function tokenOf(item: JsonObject, speakers: ReadonlyMap<string, string>): SpeechToken {
  const start = asText(item.start_time)
  return {
    text: asText(objectsIn(item.alternatives)[0]?.content) ?? '',
    speaker: asText(item.speaker_label) ?? (start === undefined ? undefined : speakers.get(start)),
    startInSeconds: asSeconds(start),
    endInSeconds: asSeconds(item.end_time),
    attachesTo: item.type === 'punctuation' ? 'previous' : undefined,
  }
}

/** `ch_0` is the first channel. */
function numberOfChannel(label: unknown): string | undefined {
  const number = /^ch_(\d+)$/.exec(asText(label) ?? '')?.[1]
  return number === undefined ? asText(label) : String(Number(number) + 1)
}
