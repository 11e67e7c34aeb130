import {bucketCount, bucketOf} from '../browser/search/search-terms.ts'
import type {RenderedEpisode} from '../model/rendered-episode.ts'
import type {Transcript} from '../model/transcript.ts'
import {htmlText} from '../text/markup/html-tokens.ts'
import {TermTable} from './term-table.ts'
import {eachTerm} from './terms.ts'

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

  const occurrences: Occurrences = new TermTable()
  addWritten(occurrences, item.title, '!')
  addWritten(occurrences, written, '~')
  for (const [minute, text] of [...minutes].sort(([one], [other]) => one - other)) addMinute(occurrences, text, minute)
  return linesOf(occurrences, minutes.size)
}

/** Where a word is. `minutes` are its minutes so far. `last` is what was added last, so that nothing is added twice. */
type Occurrence = {text: string; minutes: number; last: string}
type Occurrences = TermTable<Occurrence>

const nowhere = (): Occurrence => ({text: '', minutes: 0, last: ''})

function addWritten(occurrences: Occurrences, written: string, sign: '!' | '~'): void {
  eachTerm(written, (text, from, to, hash) => {
    const found = occurrences.valueOf(text, from, to, hash, nowhere)
    if (found.last === sign) return
    found.text += sign
    found.last = sign
  })
}

function addMinute(occurrences: Occurrences, said: string, minute: number): void {
  const label = minute.toString(36)
  eachTerm(said, (text, from, to, hash) => {
    const found = occurrences.valueOf(text, from, to, hash, nowhere)
    if (found.last === label) return
    found.text += found.minutes === 0 ? label : `,${label}`
    found.minutes += 1
    found.last = label
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
      for (const {startInSeconds, spans} of part.cues)
        if (spans.length > 0) addText(minutes, minuteOf(startInSeconds), spans.map(({text}) => text).join(' '))
  }
}

function minuteOf(seconds: number | undefined): number {
  return seconds === undefined ? untimed : Math.floor(seconds / 60)
}

/** A word that is said in more of the minutes tells nothing. Such words would be half of the index. */
const commonShare = 0.6
const commonFrom = 12

function linesOf({entries}: Occurrences, minutes: number): string {
  const lines: string[] = Array.from({length: bucketCount}, () => '')
  for (const {term, value: found} of entries) {
    const isCommon = found.minutes >= commonFrom && found.minutes > minutes * commonShare
    const text = isCommon ? `${/^[!~]*/.exec(found.text)?.[0] ?? ''}*` : found.text
    const bucket = bucketOf(term)
    lines[bucket] += lines[bucket] === '' ? `${term}=${text}` : ` ${term}=${text}`
  }
  return lines.join('\n')
}
