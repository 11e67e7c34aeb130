import {mergeEpisode} from '../../../merge/merge-episode.ts'
import {mergeFields} from '../../../merge/merge-fields.ts'
import type {Problem} from '../../../model/problem.ts'
import {problem} from './enrich-problems.ts'
import {hostRule} from './host-facts.ts'

/** A file of a copy: the facts of the source, its other changes, and everything that the author has written or changed. */
export function mergeAsCopy(
  file: string,
  mine: string,
  base: string,
  theirs: string,
): {readonly text: string; readonly problems: readonly Problem[]} {
  if (mine === theirs) return {text: mine, problems: []}
  const merge = file.endsWith('.md') ? mergeEpisode : mergeFields
  const {text, conflicts, overruled} = merge(mine, base, theirs, hostRule(file, theirs))
  const problems = overruled.map((key) => {
    const message = `\`${key}\` in ${file} is a fact of the source, so it is again as the source has it`
    return problem('enrich-fact-restored', {file}, message, 'Change it at the host; git has what you wrote')
  })
  const place = conflicts === 1 ? 'a place' : `${conflicts} places`
  const kept = `The source has changed ${place} of ${file} that you have changed too: what you wrote stays`
  return {text, problems: conflicts === 0 ? problems : [...problems, problem('enrich-text-kept', {file}, kept)]}
}
