import {relative} from 'node:path'
import type {AdoptedShow} from '../../adopt/adopted-show.ts'
import type {Outcome} from '../../model/problem.ts'
import {problem} from './adopt-problems.ts'
import {optionFlags} from './missing-values.ts'
import type {AdoptAnswers} from './prepare-show.ts'

/** Values that only one show can have. Media of several shows may be below one address. */
const ofOneShow = ['title', 'description', 'siteUrl', 'feedUrl'] as const satisfies readonly (keyof AdoptAnswers)[]

/** In a tree of several shows, the one that is meant. If none is named, all of them, unless an answer is about one show only. */
export function chosenShows(
  shows: readonly AdoptedShow[],
  options: AdoptAnswers & {readonly show?: string},
): Outcome<readonly AdoptedShow[]> {
  const folders = shows.map(({folder}) => folder || '.').join(', ')
  if (options.show !== undefined) {
    const wanted = relative('.', options.show).replaceAll('\\', '/')
    const found = shows.filter(({folder}) => folder === wanted)
    if (found.length > 0) return {ok: true, value: found, problems: []}
    const isAtRoot = shows.every(({folder}) => folder === '')
    const where = isAtRoot ? 'The only show is the whole folder' : `Shows are in ${folders}`
    const hint = isAtRoot ? 'Leave --show out' : 'Write one of these folders after --show'
    const message = `There is no show in ${options.show}. ${where}`
    return {ok: false, problems: [problem('adopt-show-unclear', {}, message, hint)]}
  }
  const given = ofOneShow.filter((option) => options[option] !== undefined).map((option) => optionFlags[option])
  if (shows.length === 1 || given.length === 0) return {ok: true, value: shows, problems: []}
  const message = `${given.join(' and ')} can be about one show only, and there are ${shows.length}: in ${folders}`
  const hint = `Say which one: --show ${shows[0]?.folder || '.'}`
  return {ok: false, problems: [problem('adopt-show-unclear', {}, message, hint)]}
}
