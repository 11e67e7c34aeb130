/** A stretch of both sides that is still to be compared; ends are exclusive. */
export type Stretch = {
  readonly textFrom: number
  readonly textTo: number
  readonly captionFrom: number
  readonly captionTo: number
}

/** Token `text` of the text is token `caption` of the captions. */
export type Match = {readonly text: number; readonly caption: number}

/**
 * Lengths of the phrases that are looked for, longest first. A phrase of five that occurs once on both sides is hardly ever a
 * coincidence.
 */
export const phraseLengths = [8, 5, 3, 2, 1] as const

/** For each side and each token: the number of the phrase, of one length, that starts at the token. Equal phrases have equal numbers. */
export type Phrases = {readonly text: readonly number[]; readonly caption: readonly number[]}

/**
 * Numbers the phrases of every length in one walk for each length. A longer phrase is a pair of shorter ones, so nothing is hashed
 * twice.
 */
export function phrasesOfLengths(text: readonly number[], caption: readonly number[]): ReadonlyMap<number, Phrases> {
  const one = {text, caption}
  const two = pairedPhrases(one, one, 1)
  const three = pairedPhrases(two, one, 2)
  const five = pairedPhrases(three, two, 3)
  const eight = pairedPhrases(five, three, 5)
  return new Map([one, two, three, five, eight].map((phrases, index) => [[1, 2, 3, 5, 8][index] ?? 1, phrases]))
}

function pairedPhrases(head: Phrases, tail: Phrases, distance: number): Phrases {
  const numbers = new Map<number, number>()
  const pairs = (heads: readonly number[], tails: readonly number[]) => {
    return Array.from({length: Math.max(0, tails.length - distance)}, (_, at) => {
      // Numbers stay far below 2^26, so the pair is an exact integer and not a hash that could collide.
      const key = (heads[at] as number) * 0x4000000 + (tails[at + distance] as number)
      const number = numbers.get(key) ?? numbers.size
      numbers.set(key, number)
      return number
    })
  }
  return {text: pairs(head.text, tail.text), caption: pairs(head.caption, tail.caption)}
}

/**
 * Tokens that belong together because their phrase occurs exactly once on each side of the stretch. Where phrases changed positions,
 * the largest number of them that keeps one order is taken.
 */
export function anchorsIn(stretch: Stretch, phrases: Phrases, length: number): Match[] {
  const inText = uniquePositions(phrases.text, stretch.textFrom, stretch.textTo - length + 1)
  const inCaption = uniquePositions(phrases.caption, stretch.captionFrom, stretch.captionTo - length + 1)
  const pairs: Match[] = []
  for (const [phrase, text] of inText) {
    const caption = inCaption.get(phrase)
    if (text >= 0 && caption !== undefined && caption >= 0) pairs.push({text, caption})
  }
  const anchors: Match[] = []
  for (const index of longestIncreasing(pairs.map((pair) => pair.caption))) {
    const pair = pairs[index] as Match
    for (let offset = 0; offset < length; offset++) {
      const last = anchors.at(-1)
      const match = {text: pair.text + offset, caption: pair.caption + offset}
      // Neighbouring phrases overlap; the first one to claim a token keeps it.
      if (last === undefined || (match.text > last.text && match.caption > last.caption)) anchors.push(match)
    }
  }
  return anchors
}

/** For each phrase its position in the order of the text; -1 where the phrase occurs again. */
function uniquePositions(phrases: readonly number[], from: number, to: number): Map<number, number> {
  const positions = new Map<number, number>()
  for (let at = from; at < to; at++) {
    const phrase = phrases[at] as number
    positions.set(phrase, positions.has(phrase) ? -1 : at)
  }
  return positions
}

/** Indexes of a longest strictly increasing subsequence (patience sorting, n log n). */
export function longestIncreasing(values: readonly number[]): number[] {
  const tails: number[] = []
  const previous: number[] = []
  for (const [index, value] of values.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[tails[middle] as number] as number) < value) low = middle + 1
      else high = middle
    }
    previous.push(low === 0 ? -1 : (tails[low - 1] as number))
    tails[low] = index
  }
  const chain: number[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] as number) chain.push(at)
  return chain.reverse()
}
