/** A number with how far it is to be trusted. */
export type Weighed = {readonly value: number; readonly weight: number}

/**
 * The positions of the numbers that never fall and together weigh most. They are what is left when everything that contradicts the
 * rest is taken out. Of two chains that weigh the same, the one that ends sooner is taken. This takes the time of a sort, since a
 * file may be hostile.
 */
export function risingChain(numbers: readonly Weighed[]): ReadonlySet<number> {
  const ranks = ranksOf(numbers)
  // The best chain that ends at a rank or below. It is kept so that reading and writing each take as many steps as the number has
  // digits.
  const best: (Chain | undefined)[] = []
  let heaviest: Chain | undefined
  for (const [at, {weight}] of numbers.entries()) {
    const rank = ranks[at] ?? 0
    let before: Chain | undefined
    for (let index = rank; index > 0; index -= index & -index) before = heavier(before, best[index])
    const chain: Chain = {at, rank, weight: weight + (before?.weight ?? 0), before}
    for (let index = rank; index <= numbers.length; index += index & -index) best[index] = heavier(best[index], chain)
    heaviest = heavier(heaviest, chain)
  }
  const kept = new Set<number>()
  for (let chain = heaviest; chain !== undefined; chain = chain.before) kept.add(chain.at)
  return kept
}

type Chain = {readonly at: number; readonly rank: number; readonly weight: number; readonly before: Chain | undefined}

function heavier(one: Chain | undefined, other: Chain | undefined): Chain | undefined {
  if (one === undefined || other === undefined) return one ?? other
  if (one.weight !== other.weight) return one.weight > other.weight ? one : other
  return other.rank < one.rank ? other : one
}

/** 1 for the smallest number; equal numbers share one. */
function ranksOf(numbers: readonly Weighed[]): readonly number[] {
  const sorted = [...new Set(numbers.map(({value}) => value))].sort((one, other) => one - other)
  const rankOf = new Map(sorted.map((value, index) => [value, index + 1]))
  return numbers.map(({value}) => rankOf.get(value) ?? 0)
}
