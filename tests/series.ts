import {it, type TestAPI} from 'vitest'

/** `whole` in `npm run test:long`. CI has minutes, and tries the same third every time. */
const series = process.env.CASTWRIGHT_SERIES
const isThird = series === 'third'
const fewestDivided = 9

/** Whether long series are tried at all, and not only the sample of `npm test`. */
export const triesSeries = series === 'whole' || isThird

/** How much of a long series is tried: all of it by `npm run test:long`, a third in CI, the same few every time by `npm test`. */
export function ofSeries(whole: number, sample: number): number {
  if (isThird && whole >= fewestDivided) return Math.max(sample, Math.ceil(whole / 3))
  return triesSeries ? whole : sample
}

/**
 * For `fc.assert` of a property that takes its time. The sample is always the same, and so is the whole series in CI, where a change
 * must not fail for what it did not do; by hand every whole series is another one, and a failure names its seed.
 */
export function runs(whole: number): {readonly numRuns: number; readonly seed?: number} {
  const numRuns = ofSeries(whole, Math.max(10, Math.ceil(whole / 20)))
  return triesSeries && process.env.CI === undefined ? {numRuns} : {numRuns, seed: 20_260_601}
}

/** All rows of a long table; every third in CI; or, for `npm test`, one in so many. */
export function rowsOfSeries<T>(rows: readonly T[], every: number): readonly T[] {
  if (isThird && rows.length >= fewestDivided) return rows.filter((_, index) => index % 3 === 1)
  return rows.filter((_, index) => triesSeries || index % every === 0)
}

/** For a test that is one of a series: left out by `npm test`, which tries others of its kind. */
export const onlyInSeries: ReturnType<TestAPI['skipIf']> = it.skipIf(!triesSeries)

/** Which cases of a series that has a command of its own (`scripts/run-series.mjs`): those that it names, or the same few every time. */
export function bounded(sample: number): {readonly cases: readonly number[]; readonly seed: number} {
  const {CASTWRIGHT_COUNT: count = sample, CASTWRIGHT_FROM: from = 0, CASTWRIGHT_SEED: seed = 1} = process.env
  return {cases: Array.from({length: Number(count)}, (_, index) => Number(from) + index), seed: Number(seed)}
}

/** So many at once, so that a long run tells how far it is. */
export function inParts(cases: readonly number[], size: number): readonly (readonly number[])[] {
  return Array.from({length: Math.ceil(cases.length / size)}, (_, index) =>
    cases.slice(index * size, (index + 1) * size),
  )
}
