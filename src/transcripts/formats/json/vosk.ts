import {transcriptKinds} from '../../../file-kinds/text-kinds.ts'
import type {JsonObject} from '../../../text/json-object.ts'
import type {TranscriptFormat} from '../transcript-format.ts'
import {
  arrayOf,
  asObject,
  asSeconds,
  asText,
  type JsonDrafts,
  jsonReader,
  objectsIn,
  severalDocuments,
} from './json-values.ts'
import {cuesOfWords, type SpokenWord} from './word-cues.ts'

/**
 * Vosk (https://alphacephei.com/vosk/). The file is what `Result()` and `FinalResult()` return, or what `vosk-transcriber`
 * writes. It may be one result, a list of results, or one result after the other, as scripts print them. Words have no punctuation,
 * and a pause ends a result.
 */
export const voskJson: TranscriptFormat = {
  name: 'vosk-json',
  title: 'Vosk JSON',
  file: transcriptKinds.json,
  captions: true,
  sniff: (text) =>
    /^\uFEFF?\s*[[{]/.test(text) &&
    ((text.includes('"result"') && text.includes('"conf"') && text.includes('"word"')) ||
      (text.includes('"monologues"') && text.includes('"terms"'))),
  read: jsonReader('Vosk JSON', readResults, severalDocuments),
}

function readResults(document: unknown): JsonDrafts {
  const results = Array.isArray(document)
    ? objectsIn(document.flatMap((each) => (Array.isArray(each) ? each : [each])))
    : objectsIn([document])
  const monologues = results.flatMap(({monologues: list}) => objectsIn(list))
  const groups = [
    ...monologues.map(({terms}) => objectsIn(terms)),
    ...results.flatMap((result) => {
      const best = asObject(arrayOf(result.alternatives)[0]) ?? result
      return Array.isArray(best.result) ? [objectsIn(best.result)] : []
    }),
  ]
  return groups.length === 0 ? undefined : {drafts: groups.flatMap((words) => cuesOfWords(words.map(wordOf)))}
}

function wordOf({word, text, start, end}: JsonObject): SpokenWord {
  return {text: asText(word ?? text) ?? '', startInSeconds: asSeconds(start), endInSeconds: asSeconds(end)}
}
