import {slugOf} from '../../text/addresses/slug.ts'
import type {SourceEpisode} from '../source-show.ts'

/** Longer names are cut by file systems, and nobody reads them. */
const longestNameInCharacters = 60

/**
 * Names of the files of episodes, without an extension, in the order given: number or day, and title (`012-first-light`). `taken`
 * are names that the folder has already, in lower case. No two names differ only in case, or only in their day, because the
 * address of an episode has no day.
 */
export function episodeNames(episodes: readonly SourceEpisode[], taken: ReadonlySet<string>): readonly string[] {
  const used = new Set([...taken].map(withoutDay))
  const numbers = episodes.map(({fields}) => wholeNumber(fields.episode))
  const digits = numbers.reduce<number>((most, each) => Math.max(most, String(each ?? '').length), 3)
  // Where thousands have one title, each would try all the names of those before it.
  const counts = new Map<string, number>()
  return episodes.map((episode, index) => {
    const base = baseName(episode, numbers[index], digits)
    const plain = withoutDay(base)
    let name = base
    for (let count = counts.get(plain) ?? 2; used.has(withoutDay(name)); count += 1) {
      name = `${base}-${count}`
      counts.set(plain, count)
    }
    used.add(withoutDay(name))
    return name
  })
}

function baseName({title, publishedAt, guid}: SourceEpisode, number: number | undefined, digits: number): string {
  const words = wholeWords(slugOf(withoutNumber(title)))
  const start = number === undefined ? publishedAt?.toISOString().slice(0, 10) : String(number).padStart(digits, '0')
  const name = [start, words].filter((part) => part !== undefined && part !== '').join('-')
  // The title has nothing that ASCII letters can write, and there is no number. Then the name is made from the identity.
  return name === '' ? `episode-${slugOf(guid).slice(-12) || 'unnamed'}` : name
}

/** Cut behind a word, where that does not cut off too much. */
function wholeWords(words: string): string {
  if (words.length <= longestNameInCharacters) return words
  const cut = words.slice(0, longestNameInCharacters + 1)
  return cut.replace(/-[^-]{0,30}$/, '').slice(0, longestNameInCharacters)
}

function withoutDay(name: string): string {
  return name.replace(/^\d{4}-\d\d-\d\d-(?=.)/, '')
}

function wholeNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined
}

/** `12: First light`, `#12 – First light`, `Episode 12. First light`: the number stands before the name already. */
function withoutNumber(title: string): string {
  return title.replace(/^\s*(?:(?:episode|ep|folge|s\d+\s*e)\.?\s*)?#?\d{1,5}\s*[:.–—|-]+\s+(?=\S)/i, '')
}
