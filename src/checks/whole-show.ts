import type {Problem} from '../model/problem.ts'
import {problem} from './check-problems.ts'
import type {CheckedEpisode, CheckedShow} from './checked-show.ts'

/** Finds what is odd about the episodes of a show when all of them are looked at together. */
export function wholeShowProblems(show: CheckedShow, episodes: readonly CheckedEpisode[]): readonly Problem[] {
  const published = episodes.filter(({publishedAt}) => publishedAt !== undefined)
  // A number may be missing because an episode between has none: a special, for example.
  const unnumbered = episodes.filter(({number, type}) => number === undefined && type === 'full').length
  return [
    ...sharedTitles(published),
    ...seasonsOf(episodes).flatMap((season) => [
      ...sharedNumbers(season),
      ...numberGaps(season, unnumbered),
      ...(show.type === 'serial' ? datesOutOfOrder(season) : []),
    ]),
    ...published.filter(({hasText}) => !hasText).map(withoutNotes),
    ...withoutPeople(show, published),
  ]
}

/**
 * Finds numbers that two episodes have: apps lose one of the two. Every build reports this, because an author who wrote a number twice
 * may never run `check`.
 */
export function numbersTwice(episodes: readonly CheckedEpisode[]): readonly Problem[] {
  return seasonsOf(episodes).flatMap(sharedNumbers)
}

function sharedTitles(episodes: readonly CheckedEpisode[]): readonly Problem[] {
  const seen = new Map<string, CheckedEpisode>()
  return episodes.flatMap((episode) => {
    // A trailer may have the title of the show, and trailers of two seasons may have the same title.
    if (episode.type === 'trailer') return []
    const key = `${episode.season ?? ''} ${episode.title.trim().toLowerCase()}`
    const other = seen.get(key)
    if (other === undefined) {
      seen.set(key, episode)
      return []
    }
    const message = `"${episode.title}" is also the title of ${other.file}`
    return [problem('title-duplicate', {file: episode.file, ...episode.places.title}, message)]
  })
}

type Numbered = CheckedEpisode & {readonly number: number}

/** Full episodes with a number, by season. Each season is in the order of the numbers. */
function seasonsOf(episodes: readonly CheckedEpisode[]): readonly (readonly Numbered[])[] {
  const seasons = new Map<number | undefined, Numbered[]>()
  for (const episode of episodes) {
    const {number, season, type} = episode
    if (number === undefined || type !== 'full') continue
    seasons.set(season, [...(seasons.get(season) ?? []), {...episode, number}])
  }
  return [...seasons.values()].map((season) => season.sort((a, b) => a.number - b.number || (a.file < b.file ? -1 : 1)))
}

function placeOf({file, places}: CheckedEpisode) {
  return {file, ...places.number}
}

/** Pairs of episodes that are neighbours in the order of the numbers. */
function pairs(season: readonly Numbered[]): readonly (readonly [Numbered, Numbered])[] {
  return season.flatMap((episode, index) => {
    const before = season[index - 1]
    return before === undefined ? [] : [[before, episode] as const]
  })
}

function sharedNumbers(season: readonly Numbered[]): readonly Problem[] {
  return pairs(season)
    .filter(([before, episode]) => before.number === episode.number && episode.publishedAt !== undefined)
    .map(([before, episode]) =>
      problem('number-duplicate', placeOf(episode), `${episode.number} is also the number of ${before.file}`),
    )
}

function numberGaps(season: readonly Numbered[], unnumbered: number): readonly Problem[] {
  const whole = season.filter(({number}) => Number.isInteger(number))
  return pairs(whole)
    .filter(([before, episode]) => episode.number - before.number - 1 > unnumbered)
    .map(([before, episode]) => {
      const [first, last] = [before.number + 1, episode.number - 1]
      const missing = first === last ? `The number ${first} is` : `The numbers ${first} to ${last} are`
      return problem('number-gap', placeOf(episode), `${missing} missing between ${before.file} and this episode`)
    })
}

function datesOutOfOrder(season: readonly Numbered[]): readonly Problem[] {
  return pairs(season.filter(({publishedAt}) => publishedAt !== undefined)).flatMap(([before, episode]) => {
    if (!episode.publishedAt || !before.publishedAt || episode.publishedAt >= before.publishedAt) return []
    const message = `Episode ${episode.number} is dated earlier than episode ${before.number} (${before.file}), which it follows`
    const hint = `Give it a date after ${before.publishedAt.toISOString().slice(0, 10)}, or change the numbers`
    return [problem('dates-not-in-order', {file: episode.file, ...episode.places.date}, message, hint)]
  })
}

function withoutNotes({file, title}: CheckedEpisode): Problem {
  const hint = 'Write a sentence or two below the front matter, or summary: …'
  return problem('notes-missing', {file, line: 1}, `"${title}" has no show notes and no summary`, hint)
}

function withoutPeople(show: CheckedShow, published: readonly CheckedEpisode[]): readonly Problem[] {
  if (show.hasPeople || published.length === 0 || published.some(({hasPeople}) => hasPeople)) return []
  const message = 'Neither the show nor any episode names a person, so nobody can see who speaks'
  return [problem('people-missing', {file: show.file, line: 1}, message, 'hosts: [Mara Winter]')]
}
