import {join} from 'node:path'
import {present} from '../../model/present.ts'
import {hasErrors, type Outcome, type Problem} from '../../model/problem.ts'
import type {Engine} from '../../plan/engine.ts'
import {inOneThread} from '../../plan/in-one-thread.ts'
import {plan} from '../../plan/plan.ts'
import type {Timed} from '../../plan/timed.ts'
import type {BuildOptions} from '../build.ts'
import {digestOf, type ShowDigest} from '../digest/show-digest.ts'
import {below, type Network} from './network-shows.ts'

type Planning = Pick<Timed<BuildOptions>, 'now' | 'accept' | 'pictures'>

/**
 * Plans every show of the network, for uses that build none. There is no value if a show has an error, because the network would lose its
 * episodes.
 */
export async function planShows(
  network: Network,
  {now, accept = [], pictures}: Planning,
): Promise<Outcome<readonly ShowDigest[]>> {
  const problems: Problem[] = []
  const planned: ShowDigest[] = []
  const options = {now, accept, audience: 'public', ...present({pictures})} as const
  for (const name of network.names) {
    const found = await plan(join(network.folder, name), options, async () => {}, unjudged)
    problems.push(...below(name, found.problems))
    if (found.ok) planned.push(digestOf(name, found.value))
  }
  return hasErrors(problems) ? {ok: false, problems} : {ok: true, value: planned, problems}
}

/** The feeds of a show are judged where the show is built. None of them is published here. */
const unjudged: Engine = async (episodes) => ({...(await inOneThread(episodes)), judge: async () => []})
