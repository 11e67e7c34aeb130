import {distance} from 'fastest-levenshtein'

/** Longer words are no names, and comparing them would take time for nothing. */
const longestNameInCharacters = 64

/**
 * The one of `names` that `word` most likely means, for "did you mean": the nearest name within one slip of the finger for short
 * words, within two for long ones. `undefined` if no name is near, or if `word` is one of them.
 */
export function nearName(word: string, names: Iterable<string>): string | undefined {
  const asked = word.trim().toLowerCase()
  if (asked.length > longestNameInCharacters) return undefined
  let nearest: string | undefined
  let fewest = asked.length <= 5 ? 2 : 3
  for (const name of names) {
    const other = name.toLowerCase()
    if (other === asked) return undefined
    if (Math.abs(other.length - asked.length) >= fewest) continue
    const edits = isOneSlip(asked, other) ? 1 : distance(asked, other)
    if (edits < fewest) {
      nearest = name
      fewest = edits
    }
  }
  return nearest
}

/**
 * Whether one slip of the finger makes `name` from `word`: a letter too many, too few, another letter, or two neighbours swapped.
 * Words of up to four letters are never taken for each other by another letter (`date` and `data` are both words).
 */
export function isOneSlip(word: string, name: string): boolean {
  if (word === name || Math.abs(word.length - name.length) > 1 || Math.min(word.length, name.length) < 3) return false
  let start = 0
  while (start < word.length && word[start] === name[start]) start += 1
  if (word.length === name.length) {
    const swapped = word[start] === name[start + 1] && word[start + 1] === name[start]
    if (swapped && word.slice(start + 2) === name.slice(start + 2)) return true
    return word.length > 4 && word.slice(start + 1) === name.slice(start + 1)
  }
  return word.length > name.length
    ? word.slice(start + 1) === name.slice(start)
    : word.slice(start) === name.slice(start + 1)
}
