import {existsSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {type Comparison, compareFeeds, type EpisodeChange, hurtsListeners} from '../compare/compare-feeds.ts'
import {readSubscriberFeed} from '../compare/subscriber-feed.ts'
import type {Change} from '../lock/published-changes.ts'
import {hasErrors, type Outcome} from '../model/problem.ts'
import type {PlanOptions} from '../plan/plan.ts'
import {timed} from '../plan/timed.ts'
import {decodeText} from '../text/encoding.ts'
import {readManifest} from '../write/manifest.ts'
import {deliveredIn} from './earlier-output.ts'
import {askEachShow, isNetwork} from './network/network-shows.ts'
import {planMainFeed} from './planned-main-feed.ts'

/**
 * What subscribers of a feed will see once the show in `folder` is built. `old` is the feed as bytes, from any publisher. There is
 * no value if `old` is no feed, or if the show cannot be built.
 */
export async function compare(
  old: Uint8Array,
  folder: string,
  options: PlanOptions = {},
): Promise<Outcome<Comparison | undefined>> {
  return comparePlanned(folder, options, () => old)
}

/**
 * What people will see once the show in `folder` is built: subscribers of all feeds of an output folder, and whoever follows a link
 * to anything in it. For a network, this covers all its shows. There is no value if the folder holds no feed, or if a show cannot
 * be built.
 */
export async function compareOutput(
  output: string,
  folder: string,
  given: PlanOptions = {},
): Promise<Outcome<Comparison | undefined>> {
  const options = timed(given)
  return isNetwork(folder) ? compareNetwork(output, folder, options) : compareShow(output, folder, options)
}

async function compareNetwork(
  output: string,
  folder: string,
  options: PlanOptions,
): Promise<Outcome<Comparison | undefined>> {
  const asked = await askEachShow(folder, (show, name) => compareShow(join(output, name), show, options))
  if (!asked.ok || hasErrors(asked.problems)) return {ok: false, problems: asked.problems}
  // A show that is not in the output yet has no subscriber.
  const compared = asked.value.shows.flatMap(({outcome}) => (outcome.ok ? (outcome.value ?? []) : []))
  if (compared.length === 0) return {ok: true, value: undefined, problems: []}
  const value = {
    changes: compared.flatMap(({changes}) => changes),
    losses: compared.flatMap(({losses}) => losses),
    hurts: compared.some(({hurts}) => hurts),
  }
  return {ok: true, value, problems: []}
}

async function compareShow(
  output: string,
  folder: string,
  options: PlanOptions,
): Promise<Outcome<Comparison | undefined>> {
  const entries = [...(await readManifest(output)).keys()]
  return comparePlanned(
    folder,
    options,
    (path) => feedIn(output, path),
    (site) => deliveredIn({output: resolve(output), entries, site}),
  )
}

/** The feed at the path that the main feed has now, or had by default. */
function feedIn(output: string, path: string): Uint8Array | undefined {
  const found = [path, 'feed.xml', 'atom.xml', 'feed.json'].find((name) => existsSync(join(output, name)))
  return found === undefined ? undefined : readFileSync(join(output, found))
}

async function comparePlanned(
  folder: string,
  options: PlanOptions,
  oldFeed: (mainPath: string) => Uint8Array | undefined,
  deliveredAt?: (site: string) => ReturnType<typeof deliveredIn>,
): Promise<Outcome<Comparison | undefined>> {
  let isOutput = false
  const ask = async (site: string) => {
    const delivered = await deliveredAt?.(site)
    isOutput = delivered !== undefined
    return delivered
  }
  const planned = await planMainFeed(folder, {...options, delivered: ask})
  if (!planned.ok || hasErrors(planned.problems)) return {ok: false, problems: planned.problems}
  const {main} = planned.value
  const old = oldFeed(main?.path ?? '')
  const before = old === undefined ? undefined : readSubscriberFeed(decodeText(old).text)
  const after = readSubscriberFeed(main?.text ?? '')
  if (before === undefined || after === undefined) return {ok: true, value: undefined, problems: []}
  const changes = compareFeeds(before, after)
  // A feed alone does not say where its addresses lead, nor which episodes leave it by design.
  const value = isOutput
    ? witnessed(changes, planned.value.plan.changes)
    : {changes, losses: [], hurts: hurtsListeners(changes)}
  return {ok: true, value, problems: []}
}

/** Changes that the list of episodes already reports, and one change that hurts nobody. */
const saidOfEpisodes: readonly Change['code'][] = [
  'episode-removed',
  'episode-withdrawn',
  'guid-changed',
  'enclosure-moved',
  'publication-moved',
]

function witnessed(changes: readonly EpisodeChange[], found: readonly Change[]): Comparison {
  const losses = found.filter(({code}) => !saidOfEpisodes.includes(code)).map(({problem}) => problem.message)
  return {changes, losses, hurts: found.some(({code}) => code !== 'publication-moved')}
}
