import type {Problem} from '../../model/problem.ts'
import type {Cue, Transcript} from '../../model/transcript.ts'
import {speechCost, timedWordsOfCaptions} from './align-caption-times.ts'
import {timedCues, withCues} from './align-cues.ts'
import {areSameSpeech, matchTokens, withoutCoincidences} from './align-diff.ts'
import {timesFromText} from './align-estimate.ts'
import {gapsBetween, type Sides, tokenTimes} from './align-gaps.ts'
import {problemsOfAlignment} from './align-problems.ts'
import {type Passages, passagesOf} from './align-report.ts'
import {timesOfWords, type WordTime} from './align-times.ts'
import {cuesOf, emptyLexicon, tokensOf, type WrittenWord, writtenWords} from './align-words.ts'

export type AlignmentOptions = {
  /** Divides paragraphs into captions: two lines of 32 characters, seven seconds at most. */
  readonly split?: boolean
  /** Gives each cue the times of its words. */
  readonly words?: boolean
  /** Where neither captions nor the author give a time, spreads the text over the audio. Such cues are `estimated`. */
  readonly estimate?: {readonly durationInSeconds: number}
}

/** How much of a text got times, and the passages that only the text or only the captions have. */
export type AlignmentReport = Passages & {
  readonly wordCount: number
  /** Counts of the words that the captions have too, of words whose time follows from their neighbours, and of words without a time. */
  readonly alignedWordCount: number
  readonly interpolatedWordCount: number
  readonly untimedWordCount: number
}

export type Alignment = {
  readonly transcript: Transcript
  readonly report: AlignmentReport
  readonly problems: readonly Problem[]
}

/**
 * Aligns the words of a text that people edited with captions of the same audio, and gives the text the times of the captions.
 * Speakers, wording, punctuation and sections stay exactly as they are. What the captions do not have gets no time, unless it stands
 * between near neighbours (`timing: 'interpolated'`). What only one side has is reported, in seconds of the captions' audio.
 *
 * Without usable captions, the times that the author wrote in the text are used: see `timesFromText`.
 * Problems: `captions-without-times`, `captions-of-other-audio`, `audio-not-in-text`, `text-not-in-audio`, `passage-moved`,
 * `time-not-as-heard`.
 */
export function alignTranscript(text: Transcript, captions: Transcript, options: AlignmentOptions = {}): Alignment {
  const cues = cuesOf(text)
  const words = writtenWords(cues)
  const sides = sidesOf(cues, words, captions)
  const found = matchTokens(sides.tokens.ids, sides.captionTokens.ids)
  const matches = withoutCoincidences(found, sides.tokens.ids.length, sides.captionTokens.ids.length)
  const isSameAudio = areSameSpeech(matches, sides.tokens.ids.length, sides.captionTokens.ids.length)
  const gaps = isSameAudio ? gapsBetween(matches, sides) : []
  const passages = passagesOf(gaps, sides)
  const times = isSameAudio
    ? timesOfWords(matches, gaps, sides)
    : timesFromText(cues, words, options.estimate?.durationInSeconds)
  const timed = timedCues(cues, words, times, {split: options.split === true, words: options.words === true})
  return {
    transcript: withCues(text, timed),
    report: {...countsOf(words, times), ...passages},
    problems: problemsOfAlignment({
      cues,
      timed,
      passages,
      hasText: sides.tokens.ids.length > 0,
      hasCaptions: sides.captionTokens.ids.length > 0,
      isSameAudio,
      isEstimateAsked: options.estimate !== undefined,
    }),
  }
}

function sidesOf(cues: readonly Cue[], words: readonly WrittenWord[], captions: Transcript): Sides {
  const lexicon = emptyLexicon()
  const captionWords = timedWordsOfCaptions(captions)
  const captionTokens = tokensOf(captionWords, lexicon)
  return {
    words,
    tokens: tokensOf(words, lexicon),
    captionTokens,
    captionWords,
    heard: tokenTimes(captionWords, captionTokens),
    lineOfCue: (cueIndex) => cues[cueIndex]?.line,
  }
}

function countsOf(words: readonly WrittenWord[], times: readonly (WordTime | undefined)[]) {
  const spoken = times.filter((_, index) => speechCost(words[index]?.text ?? '') > 0)
  const count = (timing: WordTime['timing'] | undefined) => spoken.filter((time) => time?.timing === timing).length
  return {
    wordCount: spoken.length,
    alignedWordCount: count('aligned'),
    interpolatedWordCount: count('interpolated') + count('estimated'),
    untimedWordCount: count(undefined),
  }
}
