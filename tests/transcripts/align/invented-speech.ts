import type {Cue, Transcript, Turn} from '../../../src/model/transcript.ts'

/** Numbers that look random and are the same in every run. */
export function numbersFrom(seed: number): () => number {
  let state = (seed * 2654435761 + 12345) >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const syllables = 'ba be bi do du fa fe ga go ha ki la le lo ma mi na no pa pe ra ri sa se so ta ti to va ve'.split(' ')

/** Words of no language, a few of them very common, as in speech. */
export function inventedWords(seed: number, count: number, vocabulary = 800): string[] {
  const next = numbersFrom(seed)
  return Array.from({length: count}, () => wordOfRank(Math.floor(vocabulary ** next()), seed))
}

function wordOfRank(rank: number, language: number): string {
  const next = numbersFrom(rank * 31 + 7)
  const length = rank < 20 ? 1 : 2 + Math.floor(next() * 3)
  // The common words are those of the language; which rare words there are depends on who speaks.
  const word = Array.from({length}, () => syllables[Math.floor(next() * syllables.length)]).join('')
  return rank < 20 ? word : `${word}${syllables[language % syllables.length]}`
}

/** Captions of equally long words: word `n` is heard from `n * secondsPerWord` on. */
export function captionsOf(
  words: readonly string[],
  {secondsPerWord = 0.4, wordsPerCue = 8, from = 0} = {},
): Transcript {
  const cues: Cue[] = []
  for (let at = 0; at < words.length; at += wordsPerCue) {
    const said = words.slice(at, at + wordsPerCue).map((text, offset) => {
      const startInSeconds = from + (at + offset) * secondsPerWord
      return {text, startInSeconds, endInSeconds: startInSeconds + secondsPerWord}
    })
    const [first, last] = [said[0], said.at(-1)]
    if (first === undefined || last === undefined) continue
    const {startInSeconds} = first
    const {endInSeconds} = last
    cues.push({
      spans: [{kind: 'speech', text: said.map(({text}) => text).join(' ')}],
      startInSeconds,
      endInSeconds,
      words: said,
    })
  }
  return {parts: [{kind: 'turn', cues}]}
}

/** A text of one cue a turn, spoken by A and B in turn. */
export function textOf(paragraphs: readonly string[]): Transcript {
  const parts = paragraphs.map((text, index): Turn => {
    const cue: Cue = {spans: [{kind: 'speech', text}], line: index * 2 + 1}
    return {kind: 'turn', speaker: {label: index % 2 === 0 ? 'A' : 'B'}, cues: [cue]}
  })
  return {parts}
}

/** Paragraphs of so many words each, with capitals and full stops as an editor sets them. */
export function paragraphsOf(words: readonly string[], length = 25): string[] {
  const paragraphs: string[] = []
  for (let at = 0; at < words.length; at += length) {
    const text = words.slice(at, at + length).join(' ')
    paragraphs.push(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`)
  }
  return paragraphs
}

export const cuesIn = (transcript: Transcript): Cue[] =>
  transcript.parts.flatMap((part) => (part.kind === 'turn' ? part.cues : []))

export const wordsIn = (transcript: Transcript) => cuesIn(transcript).flatMap((cue) => cue.words ?? [])

export const speechIn = (cue: Cue): string =>
  cue.spans.map((span) => (span.kind === 'speech' ? span.text : `[${span.text}]`)).join('')
