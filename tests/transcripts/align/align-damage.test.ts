import fc from 'fast-check'
import {expect, test} from 'vitest'
import {alignTranscript} from '../../../src/transcripts/align/align.ts'
import {runs} from '../../series.ts'
import {
  captionsOf,
  cuesIn,
  inventedWords,
  numbersFrom,
  paragraphsOf,
  speechIn,
  textOf,
  wordsIn,
} from './invented-speech.ts'

/** What a machine hears: words lost, others put in, others misheard. `places` says which word of the original each came from. */
function misheard(
  words: readonly string[],
  seed: number,
  rate: number,
): {heard: string[]; places: (number | undefined)[]} {
  const next = numbersFrom(seed)
  const heard: string[] = []
  const places: (number | undefined)[] = []
  for (const [index, word] of words.entries()) {
    const kind = next() < rate ? Math.floor(next() * 3) : -1
    if (kind === 0) continue
    if (kind === 1) {
      heard.push(`x${Math.floor(next() * 1000)}x`)
      places.push(undefined)
    }
    heard.push(kind === 2 ? `y${Math.floor(next() * 1000)}y` : word)
    places.push(kind === 2 ? undefined : index)
  }
  return {heard, places}
}

const damaged = fc.record({
  seed: fc.integer({min: 1, max: 10_000}),
  count: fc.integer({min: 60, max: 700}),
  rate: fc.double({min: 0, max: 0.25, noNaN: true}),
  paragraph: fc.integer({min: 1, max: 60}),
  split: fc.boolean(),
})

test('however the captions are damaged, the text stays word for word and the times go forward inside the audio', () => {
  fc.assert(
    fc.property(damaged, ({seed, count, rate, paragraph, split}) => {
      const words = inventedWords(seed, count)
      const text = textOf(paragraphsOf(words, paragraph))
      const {heard} = misheard(words, seed, rate)
      const {transcript, report} = alignTranscript(text, captionsOf(heard), {words: true, split})
      expect(cuesIn(transcript).map(speechIn).join(' ')).toBe(cuesIn(text).map(speechIn).join(' '))
      expect(transcript.parts.map((part) => part.kind === 'turn' && part.speaker)).toEqual(
        text.parts.map((part) => part.kind === 'turn' && part.speaker),
      )
      const times = wordsIn(transcript)
      const end = heard.length * 0.4 + 0.001
      const wrong = times.filter(
        (word, index) =>
          word.startInSeconds < (times[index - 1]?.startInSeconds ?? 0) ||
          word.endInSeconds < word.startInSeconds ||
          word.endInSeconds > end,
      )
      expect(wrong).toEqual([])
      expect(report.alignedWordCount + report.interpolatedWordCount + report.untimedWordCount).toBe(report.wordCount)
    }),
    runs(80),
  )
})

test('words that were heard get their own time, and nearly all are found', () => {
  fc.assert(
    fc.property(damaged, ({seed, count, rate}) => {
      const words = inventedWords(seed, count)
      const {heard, places} = misheard(words, seed, rate)
      const {transcript} = alignTranscript(textOf(paragraphsOf(words)), captionsOf(heard), {words: true})
      const times = wordsIn(transcript)
      if (times.length < words.length) return
      const heardRight = places.flatMap((place, index) => (place === undefined ? [] : [{place, seconds: index * 0.4}]))
      const near = heardRight.filter(
        ({place, seconds}) => Math.abs((times[place]?.startInSeconds ?? -1) - seconds) <= 1,
      )
      expect(near.length).toBeGreaterThan(0.97 * heardRight.length)
    }),
    runs(60),
  )
})

test('a passage added anywhere gets no time, and its neighbours keep theirs', () => {
  fc.assert(
    fc.property(
      damaged,
      fc.integer({min: 10, max: 80}),
      fc.double({min: 0, max: 1, noNaN: true}),
      (given, length, part) => {
        const words = inventedWords(given.seed, given.count)
        const {heard} = misheard(words, given.seed, given.rate / 2)
        const paragraphs = paragraphsOf(words, 20)
        const at = Math.floor(part * paragraphs.length)
        const added = inventedWords(given.seed + 13, length)
          .map((word) => `${word}q`)
          .join(' ')
        const text = textOf([...paragraphs.slice(0, at), added, ...paragraphs.slice(at)])
        const {transcript, report} = alignTranscript(text, captionsOf(heard))
        expect(cuesIn(transcript)[at]).toEqual(cuesIn(text)[at])
        expect(report.added.some(({wordCount}) => wordCount >= length)).toBe(true)
      },
    ),
    runs(60),
  )
})

test('no cue begins or ends inside a cut', () => {
  fc.assert(
    fc.property(
      damaged,
      fc.integer({min: 30, max: 400}),
      fc.double({min: 0, max: 1, noNaN: true}),
      (given, length, part) => {
        const words = inventedWords(given.seed, given.count)
        const at = Math.floor((part * words.length) / 20) * 20
        const stream = [...words.slice(0, at), ...inventedWords(given.seed + 17, length), ...words.slice(at)]
        const {heard} = misheard(stream, given.seed, given.rate / 2)
        const {transcript, report} = alignTranscript(textOf(paragraphsOf(words, 20)), captionsOf(heard))
        expect(report.cuts.length).toBeGreaterThan(0)
        for (const cut of report.cuts) {
          for (const {startInSeconds = 0, endInSeconds = 0} of cuesIn(transcript)) {
            for (const edge of [startInSeconds, endInSeconds]) {
              expect(edge <= cut.startInSeconds + 0.3 || edge >= cut.endInSeconds - 0.01).toBe(true)
            }
          }
        }
      },
    ),
    runs(60),
  )
})
