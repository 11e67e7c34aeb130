import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {alignTranscript} from '../../../src/transcripts/align/align.ts'
import {runs} from '../../series.ts'
import {captionsOf, cuesIn, inventedWords, paragraphsOf, speechIn, textOf} from './invented-speech.ts'

describe('captions from paragraphs', () => {
  test('end with sentences where they can, and fit two lines of 32', () => {
    const said =
      'We left the harbour at dawn. The wind was against us for three days, and then it turned. Nobody slept. I remember the colour of the water.'
    const words = said.toLowerCase().replace(/[.,]/g, '').split(' ')
    const {transcript} = alignTranscript(textOf([said]), captionsOf(words), {split: true})
    expect(cuesIn(transcript).map(speechIn)).toEqual([
      'We left the harbour at dawn.',
      'The wind was against us for three days, and then it turned.',
      'Nobody slept. I remember the colour of the water.',
    ])
    expect(cuesIn(transcript).map((cue) => cue.startInSeconds)).toEqual([0, 2.4, 7.2])
  })

  test('keep links and marks on both sides of a break', () => {
    const words = inventedWords(4, 30)
    const spans = [
      {kind: 'speech' as const, text: `${words.slice(0, 8).join(' ')} `},
      {kind: 'speech' as const, text: words.slice(8, 24).join(' '), href: 'https://sea.example/'},
      {kind: 'speech' as const, text: ` ${words.slice(24).join(' ')}`},
    ]
    const text = {parts: [{kind: 'turn' as const, speaker: {label: 'Nora'}, cues: [{spans}]}]}
    const {transcript} = alignTranscript(text, captionsOf(words), {split: true})
    const linked = cuesIn(transcript).flatMap((cue) => cue.spans.filter((span) => 'href' in span))
    expect(linked.length).toBeGreaterThan(1)
    expect(linked.map((span) => span.text).join(' ')).toBe(words.slice(8, 24).join(' '))
    expect(transcript.parts).toHaveLength(1)
  })

  test('keep words without a time apart from those that have one', () => {
    const [before, added, after] = [inventedWords(4, 9), inventedWords(5, 9), inventedWords(6, 9)]
    const text = textOf([[...before, ...added, ...after].join(' ')])
    const {transcript} = alignTranscript(text, captionsOf([...before, ...after]), {split: true})
    const untimed = cuesIn(transcript).filter((cue) => cue.startInSeconds === undefined)
    expect(untimed.map(speechIn).join(' ')).toBe(added.join(' '))
  })

  test('break CJK where there is no space', () => {
    const text = '星はどのように生まれるのでしょうか。'.repeat(6)
    const captions = {
      parts: [
        {
          kind: 'turn' as const,
          cues: [{spans: [{kind: 'speech' as const, text}], startInSeconds: 0, endInSeconds: 30}],
        },
      ],
    }
    const {transcript} = alignTranscript(textOf([text]), captions, {split: true})
    expect(cuesIn(transcript).length).toBeGreaterThan(3)
    expect(cuesIn(transcript).map(speechIn).join('')).toBe(text)
  })

  test('lose no character but white space at the ends, last seven seconds at most, and follow one another', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0.2, 0.4, 1.5),
        fc.integer({min: 1, max: 500}),
        fc.integer({min: 1, max: 300}),
        fc.integer({min: 1, max: 90}),
        (secondsPerWord, seed, count, length) => {
          const words = inventedWords(seed, count)
          const text = textOf(paragraphsOf(words, length))
          const captions = cuesIn(alignTranscript(text, captionsOf(words, {secondsPerWord}), {split: true}).transcript)
          expect(captions.map(speechIn).join(' ')).toBe(cuesIn(text).map(speechIn).join(' '))
          for (const [index, cue] of captions.entries()) {
            expect(speechIn(cue).length).toBeLessThanOrEqual(65)
            const {startInSeconds = 0, endInSeconds = 0} = cue
            expect(endInSeconds - startInSeconds).toBeLessThanOrEqual(7.001)
            expect(endInSeconds).toBeGreaterThan(startInSeconds)
            expect(startInSeconds).toBeGreaterThanOrEqual(captions[index - 1]?.endInSeconds ?? 0)
          }
        },
      ),
      runs(60),
    )
  })
})
