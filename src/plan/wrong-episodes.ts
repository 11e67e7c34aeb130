import {hasErrors, type Place, type Problem} from '../model/problem.ts'
import {duplicateIdentities, type EpisodeIdentity, filesOfSharedSlugs} from '../read/episode/duplicates.ts'
import {looksLikeEpisode} from '../read/episode/no-episode.ts'
import {problem} from '../read/files/file-problems.ts'
import {type OpenedShow, unclaimedProblems, unknownKeyProblems} from '../read/read.ts'
import type {EpisodeResult} from './episode-result.ts'

/** The problems of all episodes of a show, each alone and all together. */
export function problemsOfEpisodes(opened: OpenedShow, results: readonly EpisodeResult[]): readonly Problem[] {
  const identities = results.flatMap(({identity}) => identity ?? [])
  const found = results.flatMap(({problems}) => problems)
  // An episode that could not be read may be the one that names them.
  const unclaimed = hasErrors(found) ? [] : unclaimedProblems(opened)
  return [
    ...withoutConsequences(found, identities),
    ...unknownKeyProblems(opened),
    ...unclaimed,
    ...duplicateIdentities(identities),
    ...nothingPublished(opened, results, found, unclaimed),
  ]
}

/** Two episodes with one slug collide in every file. This is one cause, so it is one problem. */
function withoutConsequences(problems: readonly Problem[], identities: readonly EpisodeIdentity[]): readonly Problem[] {
  const shared = filesOfSharedSlugs(identities)
  return problems.filter(({code, file}) => code !== 'output-collision' || !shared.has(file ?? ''))
}

/** Files look like episodes, but none of them is one. The show would be published empty, and the build would say that all is well. */
function nothingPublished(
  {showFile, show}: OpenedShow,
  results: readonly EpisodeResult[],
  found: readonly Problem[],
  unclaimed: readonly Problem[],
): readonly Problem[] {
  if (results.some(({kind}) => kind !== 'failed')) return []
  const place = {file: showFile, line: 1, ...show.places.get('episodes')}
  const skipped = found.filter(looksLikeEpisode)
  const [first] = skipped
  // An episode with an error has said why it is not published.
  if (hasErrors(found)) return []
  if (first === undefined) return unclaimed.slice(0, 1).map(({file, hint}) => withoutText(place, file ?? '', hint))
  const isOne = skipped.length === 1
  const files = isOne ? 'a file looks like one' : `${skipped.length} files look like episodes`
  const lack = isOne ? 'It lacks' : 'They lack'
  const what = skipped.every(({code}) => code === 'episode-in-doubt')
    ? 'a date or a media file'
    : 'a date, a number or a media file'
  const message = `No episode is published, but ${files} (${first.file}). ${lack} ${what}`
  const hint = 'Write date: 2024-01-31 into each of them, or name the files that are episodes: episodes: _episodes/*.md'
  return [problem('episodes-missing', place, message, hint)]
}

/** A recording or a text alone is no episode: each one begins with a Markdown file. */
function withoutText(place: Place, file: string, hint: string | undefined): Problem {
  const message = `No episode is published: no Markdown file belongs to ${file}`
  return problem('episodes-missing', place, message, hint)
}
