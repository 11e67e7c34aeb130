import {transcriptKinds} from '../../../file-kinds/text-kinds.ts'
import type {JsonObject} from '../../../text/json-object.ts'
import type {CueDraft} from '../../cue-drafts.ts'
import type {TranscriptFormat} from '../transcript-format.ts'
import {byChannel, draftsOfChannels} from './channels.ts'
import {asObject, asSeconds, asText, isObjectWith, type JsonDrafts, jsonReader, objectsIn} from './json-values.ts'
import {cuesOfWords, type SpokenWord} from './word-cues.ts'

/**
 * Google Cloud Speech-to-Text, version 1 (https://cloud.google.com/speech-to-text/docs/reference/rest/v1/speech/recognize) and
 * version 2 (https://cloud.google.com/speech-to-text/v2/docs/reference/rest/v2/BatchRecognizeResults). The file is the answer
 * itself, the operation around it, or what the Python library prints, with names in snake case.
 */
export const googleJson: TranscriptFormat = {
  name: 'google-json',
  title: 'Google Speech-to-Text JSON',
  file: transcriptKinds.json,
  captions: true,
  sniff: (text) =>
    isObjectWith(text, '"results"', '"alternatives"', '"transcript"') &&
    !text.includes('"channels"') &&
    !text.includes('"pronunciation"'),
  read: jsonReader('Google Speech-to-Text JSON', readAnswer),
}

function readAnswer(document: unknown): JsonDrafts {
  const results = resultsIn(asObject(document))
  if (results === undefined) return undefined
  const channels = [...byChannel(results, (result) => asText(memberOf(result, 'channelTag')))]
  const heard = channels.map(([name, each]) => ({name, drafts: draftsOf(each)}))
  return {
    drafts: draftsOfChannels(heard),
    language: asText(results.map((result) => memberOf(result, 'languageCode')).find((code) => code !== undefined)),
  }
}

/** `{results: […]}`. In an operation it stands below `response`. In a batch of version 2 it also stands below the name of each file. */
function resultsIn(object: JsonObject | undefined): readonly JsonObject[] | undefined {
  if (object === undefined) return undefined
  if (Array.isArray(object.results)) return objectsIn(object.results)
  const inner =
    asObject(object.response) ??
    asObject(object.inlineResult ?? object.inline_result) ??
    asObject(object.transcript) ??
    objectsIn(Object.values(asObject(object.results) ?? {}))[0]
  return resultsIn(inner)
}

function memberOf(object: JsonObject, name: string): unknown {
  return object[name] ?? object[name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]
}

function draftsOf(results: readonly JsonObject[]): CueDraft[] {
  const texts = results.map((result) => objectsIn(result.alternatives)[0] ?? {})
  const spoken = texts.map(({words}) => objectsIn(words).map(wordOf))
  const last = spoken.at(-1) ?? []
  // If speakers were asked for, version 1 repeats all words at the end, and only there it says who speaks them.
  const isRepeated = isLabelled(last) && !spoken.slice(0, -1).some(isLabelled)
  if (isRepeated) return cuesOfWords(last)
  let end: number | undefined = 0
  return results.flatMap((result, index) => {
    const words = spoken[index] ?? []
    const startInSeconds = end
    end = asSeconds(memberOf(result, 'resultEndOffset') ?? memberOf(result, 'resultEndTime'))
    if (words.length > 0) return cuesOfWords(words)
    // Without words, only the end of each result is known. The result before it ended where this one begins.
    return [
      {
        kind: 'cue',
        text: asText(texts[index]?.transcript) ?? '',
        startInSeconds: end && startInSeconds,
        endInSeconds: end,
      },
    ]
  })
}

function isLabelled(words: readonly SpokenWord[]): boolean {
  return words.some(({speaker}) => speaker !== undefined)
}

function wordOf(object: JsonObject): SpokenWord {
  const start = memberOf(object, 'startOffset') ?? memberOf(object, 'startTime')
  const end = memberOf(object, 'endOffset') ?? memberOf(object, 'endTime')
  const label = asText(memberOf(object, 'speakerLabel') ?? memberOf(object, 'speakerTag'))
  return {
    // Japanese words bring their reading along (`東京|トウキョウ`). Some models also write the mark of their tokeniser.
    text: (asText(object.word) ?? '').replace(/^▁/, '').replace(/^([^|]+)\|.*$/s, '$1'),
    speaker:
      label === undefined || label === '' || label === '0'
        ? undefined
        : /^\d+$/.test(label)
          ? `Speaker ${label}`
          : label,
    // The format leaves out values that are zero.
    startInSeconds: asSeconds(start ?? (end === undefined ? undefined : 0)),
    endInSeconds: asSeconds(end),
  }
}
