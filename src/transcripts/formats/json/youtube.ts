import {transcriptKinds} from '../../../file-kinds/text-kinds.ts'
import type {JsonObject} from '../../../text/json-object.ts'
import type {CueDraft} from '../../cue-drafts.ts'
import {readChangeMarks} from '../../speakers/label-prefixes.ts'
import type {TranscriptFormat} from '../transcript-format.ts'
import type {JsonDrafts} from './json-values.ts'
import {asMilliseconds, asObject, asText, jsonReader, objectsIn} from './json-values.ts'
import type {SpokenWord} from './word-cues.ts'
import {wordsWithTimes} from './word-cues.ts'

/** YouTube's `json3` captions, as yt-dlp saves them (https://github.com/yt-dlp/yt-dlp). Undocumented by YouTube. */
export const youTubeJson: TranscriptFormat = {
  name: 'youtube-json',
  title: 'YouTube json3',
  file: transcriptKinds.youTubeJson,
  captions: true,
  sniff: (text) => /^\uFEFF?\s*\{/.test(text) && text.includes('"events"') && text.includes('"tStartMs"'),
  read: jsonReader('YouTube json3', readEvents),
}

function readEvents(document: unknown): JsonDrafts {
  const events = asObject(document)?.events
  if (!Array.isArray(events)) return undefined
  // Events without words set up the window, or they only scroll it by a line break.
  const spoken = objectsIn(events).filter((event) => textOf(event).trim() !== '')
  const drafts = spoken.map((event, index) => draftOf(event, asMilliseconds(spoken[index + 1]?.tStartMs)))
  return {drafts: drafts.flatMap(readChangeMarks)}
}

function textOf(event: JsonObject): string {
  return objectsIn(event.segs)
    .map(({utf8}) => asText(utf8) ?? '')
    .join('')
}

/**
 * A line stays on screen while the next one is spoken. So the start of the next line, and not the duration, says how long a line is
 * spoken.
 */
function draftOf(event: JsonObject, nextStart: number | undefined): CueDraft {
  const start = asMilliseconds(event.tStartMs)
  const duration = asMilliseconds(event.dDurationMs)
  const shownUntil = start === undefined || duration === undefined ? nextStart : start + duration
  const isCut =
    nextStart !== undefined && start !== undefined && nextStart > start && nextStart < (shownUntil ?? nextStart)
  const end = isCut ? nextStart : shownUntil
  return {
    kind: 'cue',
    text: textOf(event).trim(),
    startInSeconds: start,
    endInSeconds: end,
    words: wordsOf(event, start, end),
  }
}

function wordsOf(event: JsonObject, start: number | undefined, end: number | undefined) {
  const segments = objectsIn(event.segs).filter(({utf8}) => (asText(utf8) ?? '').trim() !== '')
  if (start === undefined || segments.length < 2) return []
  const starts = segments.map(({tOffsetMs}) => start + (asMilliseconds(tOffsetMs) ?? 0))
  const words: SpokenWord[] = segments.map(({utf8}, index) => ({
    text: (asText(utf8) ?? '').trim(),
    startInSeconds: starts[index],
    endInSeconds: starts[index + 1] ?? end,
  }))
  return wordsWithTimes(words)
}
