import type {TimedWord} from '../../../model/transcript.ts'
import type {CueDraft} from '../../cue-drafts.ts'
import {joinTexts} from '../caption-text.ts'

/** A word as transcribers give it. Words that could not be aligned have no times (WhisperX). */
export type SpokenWord = {
  readonly text: string
  readonly speaker?: string | undefined
  readonly startInSeconds?: number | undefined
  readonly endInSeconds?: number | undefined
  /** Whether a paragraph ends after this word. */
  readonly endsParagraph?: boolean
}

/** So many characters fill two lines of a caption. */
const mostCharacters = 130
/** A shorter sentence shares a caption with the next one: "Yes. I think so." */
const leastCharacters = 40
const pauseInSeconds = 0.8
const leastShareOfWords = 0.8

/**
 * Groups words into cues that a reader can follow. A cue ends where the speaker changes, at a pause, at the end of a sentence, or
 * when it is full. The words keep their times.
 */
export function cuesOfWords(words: readonly SpokenWord[]): CueDraft[] {
  const drafts: CueDraft[] = []
  let group: SpokenWord[] = []
  let length = 0
  const endCue = (): void => {
    if (group.length > 0) drafts.push(draftOf(group))
    group = []
    length = 0
  }
  for (const word of words) {
    const previous = group.at(-1)
    if (previous && endsCue(previous, word, length)) endCue()
    group.push(word)
    length += word.text.length + 1
  }
  endCue()
  return drafts
}

function endsCue(previous: SpokenWord, word: SpokenWord, length: number): boolean {
  if (previous.endsParagraph || previous.speaker !== word.speaker) return true
  if (length + word.text.length > mostCharacters) return true
  if (length >= leastCharacters && /[.!?…。！？]["”’')\]]*$/.test(previous.text)) return true
  return (word.startInSeconds ?? 0) - (previous.endInSeconds ?? Number.POSITIVE_INFINITY) >= pauseInSeconds
}

function draftOf(group: readonly SpokenWord[]): CueDraft {
  const speaker = group[0]?.speaker
  const start = group.find((word) => word.startInSeconds !== undefined)?.startInSeconds
  const end = group.findLast((word) => word.endInSeconds !== undefined)?.endInSeconds
  let text = ''
  for (const word of group) text = joinTexts(text, word.text)
  return {
    kind: 'cue',
    text,
    ...(speaker === undefined ? {} : {speaker}),
    startInSeconds: start,
    endInSeconds: end,
    words: wordsWithTimes(group),
  }
}

/** The words that have times of their own. */
export function wordsWithTimes(words: readonly SpokenWord[]): TimedWord[] {
  return words.flatMap(({text, startInSeconds, endInSeconds}) =>
    startInSeconds === undefined || text === ''
      ? []
      : [{text, startInSeconds, endInSeconds: endInSeconds ?? startInSeconds}],
  )
}

/**
 * Whether a list of texts is a list of words: hardly any of the texts has a blank within it. A short list may be a list of short
 * captions.
 */
export function isWordLevel(texts: readonly string[], leastTexts = 1): boolean {
  const singleWords = texts.filter((text) => !/\S\s+\S/.test(text)).length
  return texts.length >= leastTexts && singleWords >= texts.length * leastShareOfWords
}
