import {searchTerms} from '../browser/search-terms.ts'
import type {RenderedEpisode} from '../model/rendered-episode.ts'
import type {Transcript} from '../model/transcript.ts'
import {htmlText} from '../text/markup/html-tokens.ts'
import {bucketOf, eachTerm} from './terms.ts'

/**
 * Every word of an episode, and where it is. There is a line for each bucket, with each word of the bucket, `=`, and its
 * occurrences. `!` is the title. `~` is what is written about the episode, or said at an unknown time. A number (base 36) is a
 * minute. `*` is nearly every minute. These lines are put together with those of other episodes, and nothing of them is computed
 * again.
 */
export function episodeWords({item, pageNotesHtml, transcripts}: RenderedEpisode): string {
  const minutes = new Map<number, string>()
  for (const {transcript} of transcripts) addSpoken(transcript, minutes)
  for (const {startInSeconds, title, hidden} of item.chapters)
    if (hidden !== true) addText(minutes, Math.floor(startInSeconds / 60), title)
  const written = [
    item.subtitle ?? '',
    htmlText(pageNotesHtml),
    ...item.people.map(({name}) => name),
    ...item.tags,
    minutes.get(untimed) ?? '',
  ].join('\n')
  minutes.delete(untimed)

  const occurrences = new Map<string, Occurrence>()
  addWritten(occurrences, item.title, '!')
  addWritten(occurrences, written, '~')
  for (const [minute, text] of [...minutes].sort(([one], [other]) => one - other)) addMinute(occurrences, text, minute)
  return linesOf(occurrences, minutes.size)
}

/** Where a word is. `minutes` are its minutes so far. `last` is what was added last, so that nothing is added twice. */
type Occurrence = {text: string; minutes: number; last: string}

function addWritten(occurrences: Map<string, Occurrence>, text: string, sign: '!' | '~'): void {
  eachTerm(text, (term) => {
    const found = occurrences.get(term)
    if (found === undefined) occurrences.set(term, {text: sign, minutes: 0, last: sign})
    else if (found.last !== sign) {
      found.text += sign
      found.last = sign
    }
  })
}

function addMinute(occurrences: Map<string, Occurrence>, text: string, minute: number): void {
  const label = minute.toString(36)
  eachTerm(text, (term) => {
    const found = occurrences.get(term)
    if (found === undefined) occurrences.set(term, {text: label, minutes: 1, last: label})
    else if (found.last !== label) {
      found.text += found.minutes === 0 ? label : `,${label}`
      found.minutes += 1
      found.last = label
    }
  })
}

const untimed = -1

function addText(minutes: Map<number, string>, minute: number, text: string): void {
  const before = minutes.get(minute)
  minutes.set(minute, before === undefined ? text : `${before} ${text}`)
}

function addSpoken({parts}: Transcript, minutes: Map<number, string>): void {
  for (const part of parts) {
    if (part.kind === 'section') addText(minutes, minuteOf(part.startInSeconds), part.title)
    else if (part.kind === 'turn')
      for (const cue of part.cues) {
        const minute = minuteOf(cue.startInSeconds)
        for (const {text} of cue.spans) addText(minutes, minute, text)
      }
  }
}

function minuteOf(seconds: number | undefined): number {
  return seconds === undefined ? untimed : Math.floor(seconds / 60)
}

/** A word that is said in more of the minutes tells nothing. Such words would be half of the index. */
const commonShare = 0.6
const commonFrom = 12

function linesOf(occurrences: ReadonlyMap<string, Occurrence>, minutes: number): string {
  const lines: string[] = Array.from({length: searchTerms.buckets}, () => '')
  for (const [term, found] of occurrences) {
    const isCommon = found.minutes >= commonFrom && found.minutes > minutes * commonShare
    const text = isCommon ? `${/^[!~]*/.exec(found.text)?.[0] ?? ''}*` : found.text
    const bucket = bucketOf(term)
    lines[bucket] += lines[bucket] === '' ? `${term}=${text}` : ` ${term}=${text}`
  }
  return lines.join('\n')
}
