import {publishedProblems} from '../lock/lock-problems.ts'
import type {OutputFile} from '../model/output.ts'
import type {Outcome} from '../model/problem.ts'
import {type Plan, type PlanOptions, plan} from '../plan/plan.ts'
import {joinedPieces} from '../text/text-piece.ts'

/**
 * A plan, and the feed that podcast apps read. The lock does not stop this plan, because what it would stop is exactly what the
 * caller asks about.
 */
export async function planMainFeed(
  folder: string,
  options: PlanOptions,
): Promise<Outcome<{readonly plan: Plan; readonly main?: {readonly path: string; readonly text: string}}>> {
  let main: {readonly path: string; readonly text: string} | undefined
  const take = async (file: OutputFile) => {
    // Feeds come last in the plan, and the RSS feed is the first of them.
    const isRss = file.rank === 'feed' && file.isPrivate !== true && file.mimeType.includes('rss')
    if (main === undefined && isRss && 'pieces' in file) main = {path: file.path, text: joinedPieces(file.pieces)}
  }
  const planned = await plan(folder, {...options, accept: Object.keys(publishedProblems)}, take)
  if (!planned.ok) return planned
  const value = {plan: planned.value, ...(main === undefined ? {} : {main})}
  return {ok: true, value, problems: planned.problems}
}
