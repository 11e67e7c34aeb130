/** A term of a text, by where it stands, with its hash. Most terms were there before, so no string is made of them. */
export type FoundTerm = (text: string, from: number, to: number, hash: number) => void

/** The hash of a term is that of its signs, one after the other from 0. */
export function hashWith(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0
}

export function hashOfTerm(text: string, from: number, to: number): number {
  let hash = 0
  for (let at = from; at < to; at += 1) hash = hashWith(hash, text.charCodeAt(at))
  return hash
}

type Entry<T> = {readonly term: string; readonly hash: number; readonly value: T}

/**
 * Something for each term, in the order in which they came. It does what a `Map` would, but a term is looked up where it stands in its
 * text: an episode has five thousand words, and a tenth of them are new.
 */
export class TermTable<T> {
  readonly entries: Entry<T>[] = []
  /** Numbers of entries, from 1, at the place of their hash or at the next one that is free. A power of two. */
  private slots = new Int32Array(2048)

  /** What is kept for the term, which is `made()` the first time. */
  valueOf(text: string, from: number, to: number, hash: number, made: () => T): T {
    const {slots, entries} = this
    const mask = slots.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    for (let number = slots[slot] ?? 0; number !== 0; number = slots[slot] ?? 0) {
      const entry = entries[number - 1]
      if (entry !== undefined && entry.hash === hash && isAt(entry.term, text, from, to)) return entry.value
      slot = (slot + 1) & mask
    }
    const value = made()
    entries.push({term: text.slice(from, to), hash, value})
    slots[slot] = entries.length
    if (entries.length * 2 > slots.length) this.grow()
    return value
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 2)
    const mask = slots.length - 1
    for (const [index, {hash}] of this.entries.entries()) {
      let slot = (hash ^ (hash >>> 15)) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = index + 1
    }
    this.slots = slots
  }
}

function isAt(term: string, text: string, from: number, to: number): boolean {
  if (term.length !== to - from) return false
  for (let at = 0; at < term.length; at += 1) if (term.charCodeAt(at) !== text.charCodeAt(from + at)) return false
  return true
}
