import {make} from '../page/elements.ts'
import {countHeard, wordsIn} from './asked-words.ts'
import {unspacedSign} from './search-terms.ts'

/** A text as it stands, with the words that somebody asked for in `<mark>`. */
export function markedWords(text: string, words: readonly string[]): readonly (Node | string)[] {
  const parts = text.match(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu) ?? []
  return parts.flatMap((part) => {
    if (unspacedSign.test(part)) return markedSigns([...part], words)
    return words.some((word) => countHeard([word], wordsIn(part)) > 0) ? make('mark', {}, part) : part
  })
}

function markedSigns(signs: readonly string[], words: readonly string[]): readonly (Node | string)[] {
  return signs.map((sign, at) => {
    const asked = [sign, `${sign}${signs[at + 1]}`, `${signs[at - 1]}${sign}`]
    return words.some((word) => asked.includes(word)) ? make('mark', {}, sign) : sign
  })
}
