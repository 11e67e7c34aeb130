import type {SpokenWord} from './word-cues.ts'

/** A word or a mark of punctuation, as services that tell the two apart list them. */
export type SpeechToken = SpokenWord & {
  /** The side on which a mark is written without a blank; `undefined` for a word. */
  readonly attachesTo?: 'previous' | 'next' | 'both' | undefined
}

/** Words with their punctuation: `Hello` `,` `Mara` `.` become `Hello,` and `Mara.`, with the times of the words. */
export function joinPunctuation(tokens: readonly SpeechToken[]): SpokenWord[] {
  const words: SpokenWord[] = []
  let isGlued = false
  for (const {attachesTo, ...token} of tokens) {
    if (token.text === '') continue
    const last = words.at(-1)
    const goesOn = isGlued || attachesTo === 'previous' || attachesTo === 'both'
    if (last === undefined || !goesOn) words.push(token)
    else words[words.length - 1] = joined(last, token, attachesTo === undefined)
    isGlued = attachesTo === 'next' || attachesTo === 'both'
  }
  return words
}

function joined(last: SpokenWord, token: SpokenWord, isWord: boolean): SpokenWord {
  const text = last.text + token.text
  return isWord
    ? {...last, text, speaker: token.speaker ?? last.speaker, endInSeconds: token.endInSeconds ?? last.endInSeconds}
    : {...last, text}
}
