import {spellingsOf} from './asked-words.ts'
import type {IndexFiles} from './index-files.ts'
import {bucketOf} from './search-terms.ts'
import {type Places, placesInShard} from './shard-places.ts'

/** An episode that has all of the words: its place in the list of its season, and the minutes that have most of them. */
export type Hit = {readonly at: number; readonly minutes: readonly number[]; readonly score: number}

/** The name of a season, and how many shards it has. */
export type IndexedSeason = readonly [name: string, shards: number]

/** The episodes of a season that have all of the words, the best first. */
export async function hitsOf(
  files: IndexFiles,
  season: IndexedSeason,
  words: readonly string[],
): Promise<readonly Hit[]> {
  const found = await Promise.all(words.map((word) => placesOfWord(files, season, word)))
  const episodes = found[0] ?? []
  const hits = episodes.flatMap((_, at) => {
    const places = found.flatMap((each) => each[at] ?? [])
    return places.length === words.length ? [{at, ...ranked(places)}] : []
  })
  return hits.sort((one, other) => other.score - one.score)
}

async function placesOfWord(files: IndexFiles, [season, shards]: IndexedSeason, word: string) {
  const bySpelling = await Promise.all(
    spellingsOf(word).map(async (spelling) => {
      const shard = await files.text(`search/${season}/${bucketOf(spelling) % shards}.txt`)
      return placesInShard(shard, spelling)
    }),
  )
  return bySpelling.reduce((one, other) => one.map((places, at) => places ?? other[at]))
}

function ranked(places: readonly Places[]): Omit<Hit, 'at'> {
  const counts = wordsByMinute(places)
  const most = Math.max(0, ...counts.values())
  const best = [...counts].filter(([, count]) => count === most).map(([minute]) => minute)
  const words = places.reduce((sum, each) => sum + scoreOf(each), 0)
  return {
    // What is said nearly everywhere is said soon.
    minutes:
      counts.size === 0 && places.some(({isEverywhere}) => isEverywhere) ? [0, 1, 2, 3] : best.sort((a, b) => a - b),
    score: words + (most === places.length ? 6 : 0),
  }
}

function scoreOf({isWhole, isInTitle, isInText}: Places): number {
  return (isInTitle ? 8 : 0) + (isInText ? 2 : 0) + (isWhole ? 2 : 0)
}

/** How many of the words each minute has, together with the minute after it. */
function wordsByMinute(places: readonly Places[]): ReadonlyMap<number, number> {
  const timed = places.filter(({isEverywhere, minutes}) => !isEverywhere && minutes.size > 0)
  const minutes = new Set(timed.flatMap((each) => [...each.minutes]))
  const countAt = (minute: number) =>
    timed.filter((each) => each.minutes.has(minute) || each.minutes.has(minute + 1)).length
  return new Map([...minutes].map((minute) => [minute, countAt(minute)]))
}
