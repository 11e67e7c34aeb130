import {type CheckedPage, pageProblems, readPage} from '../checks/page-links.ts'
import {wholeShowProblems} from '../checks/whole-show.ts'
import {withCheckSettings} from '../model/check-settings.ts'
import type {OutputFile} from '../model/output.ts'
import type {Outcome, Problem} from '../model/problem.ts'
import {type PlanOptions, plan} from '../plan/plan.ts'
import type {PlanSummary} from '../plan/plan-summary.ts'
import {inOrder} from '../plan/problem-order.ts'
import {timed} from '../plan/timed.ts'
import {joinedPieces} from '../text/text-piece.ts'
import {collision, pathKey} from '../write/collisions.ts'
import {checkedEpisode, leadingAhead} from './checked-episodes.ts'
import {linkFinder} from './link-finder.ts'
import {askEachShow, type OfShow} from './network/network-shows.ts'

/**
 * Reports everything that `build` would report about the show in `folder`, and what only shows when all episodes and pages are seen
 * together. Nothing is written.
 */
export async function check(folder: string, options: PlanOptions = {}): Promise<Outcome<PlanSummary>> {
  const taken = new Map<string, Pick<OutputFile, 'source'>>()
  const paths = new Set<string>()
  const pages: CheckedPage[] = []
  const take = async (file: OutputFile) => {
    paths.add(file.path)
    // The text is made here as well, because a serialiser that fails must also fail here.
    const text = 'pieces' in file ? joinedPieces(file.pieces) : ''
    if (file.mimeType === 'text/html' && file.path.endsWith('index.html'))
      pages.push(readPage(file.path, file.source, text))
    const key = pathKey(file.path)
    const collisions = collision(taken.get(key), file)
    if (collisions.length === 0) taken.set(key, {source: file.source})
    return collisions
  }
  const planned = await plan(folder, options, take)
  if (!planned.ok) return planned
  const {summary: value, show, episodes} = planned.value
  // A show that was only begun has placeholders, which the author fills in first. Other things that are missing are reported after
  // that.
  const isBegun = planned.problems.some(({code}) => code === 'placeholder-left')
  if (isBegun) return {...planned, value}
  const facts = {file: show.file, type: show.type, hasPeople: show.people.length > 0}
  const findLink = linkFinder(folder)
  const ahead = leadingAhead(planned.value, findLink)
  const isSaid = ({code, file, line}: Problem) =>
    code === 'link-broken' && ahead.some((each) => each.file === file && each.line === line)
  const problems = [
    ...wholeShowProblems(facts, episodes.flatMap(checkedEpisode)),
    ...ahead,
    ...pageProblems(pages, paths, show.siteUrl, findLink).filter((each) => !isSaid(each)),
  ]
  const found = [...planned.problems, ...withCheckSettings(problems, show.checks)]
  return {...planned, value, problems: inOrder(found)}
}

/** Does the same for each show of the network in `folder`. */
export async function checkNetwork(
  folder: string,
  given: PlanOptions = {},
): Promise<Outcome<readonly OfShow<PlanSummary>[]>> {
  const options = timed(given)
  const asked = await askEachShow(folder, (show) => check(show, options))
  return asked.ok ? {...asked, value: asked.value.shows} : asked
}
