import {isOfSigns, termRuns} from './search-terms.ts'

/** The words of what somebody types, in the form of the index. */
export function wordsIn(text: string): readonly string[] {
  return [...termRuns(text)].flatMap((run) => ('word' in run ? [run.word] : pairsOf(run.signs)))
}

/** A sign alone may be the beginning of a pair. */
function pairsOf(signs: readonly string[]): readonly string[] {
  return signs.length < 2 ? signs : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)
}

/** "ue" is what people type for an umlaut. */
export function spellingsOf(word: string): readonly string[] {
  return [...new Set([word, word.replace(/([aou])e/g, '$1')])]
}

/** Shorter words are found as wholes only: too many words begin with them. */
export function mayGoOn(word: string): boolean {
  return word.length > 2 || isOfSigns(word)
}

/** How many of the words that somebody asks for are among those that are heard. */
export function countHeard(asked: readonly string[], heard: readonly string[]): number {
  return asked.filter((word) => isHeard(word, heard)).length
}

function isHeard(word: string, heard: readonly string[]): boolean {
  return spellingsOf(word).some((spelling) =>
    heard.some((each) => each === spelling || (each.startsWith(spelling) && mayGoOn(spelling))),
  )
}
