import {readdir} from 'node:fs/promises'
import {join} from 'node:path'
import {type AbsoluteUrl, absoluteUrl} from '../../model/absolute-url.ts'
import {isFeedFile, type WriteReport} from '../../model/output.ts'
import {hasErrors, type Outcome} from '../../model/problem.ts'
import {type LockChange, readLock, type StoredLock} from '../../plan/identity/lock-file.ts'
import type {Plan} from '../../plan/plan.ts'
import {timed} from '../../plan/timed.ts'
import {renderChannels} from '../../render/render.ts'
import {isOutput, readOutputFiles} from '../../write/write.ts'
import {type BuildOptions, type BuildReport, build} from '../build.ts'
import {writeDigest} from '../digest/digest-file.ts'
import {digestOf} from '../digest/show-digest.ts'
import {isTrialOutput} from '../earlier-output.ts'
import {isPlaceholder} from '../lock-of-build.ts'
import {buildOwn} from './build-own.ts'
import {below, type Network, readNetwork} from './network-shows.ts'
import {publisherOf} from './plan-network.ts'
import {deleteRemovedShows} from './removed-shows.ts'

/** One of several CI jobs that share the work on a network: its number (from 1), and the number of all jobs. */
export type Shard = {readonly number: number; readonly of: number}

/** The options of a build. With `shard`, only these shows of the network are built, and the network itself is not. */
export type NetworkOptions = BuildOptions & {readonly shard?: Shard}

/** What happened to each show, and to the network itself. */
export type NetworkReport = {
  /** The address of the network, with a final `/`. */
  readonly siteUrl: string
  readonly shows: readonly {readonly name: string; readonly outcome: Outcome<BuildReport>}[]
  /** What happened to the files of the network itself. Absent of one shard of several, or where a show has an error. */
  readonly network?: WriteReport & {readonly lock: LockChange}
  /** Shows whose removal was accepted: what they had published in this output was deleted. */
  readonly removedShows: readonly string[]
  /** Of a network that was merged: the feeds of all its shows, below its output. */
  readonly feedsOfShows?: readonly string[]
}

/**
 * Builds each show of a network into its own folder of `output`. Beside these folders it writes one feed of all shows, a feed of
 * the publisher, a list to subscribe to (OPML) and an index page. A show with an error keeps its old output. The network then keeps
 * its old output as well, because its feed would lose the episodes of that show. The other shows are built. Of several shards each
 * builds its shows alone, and `mergeNetwork` the network itself: they have no file in common, so their outputs are merged by copying.
 */
export async function buildNetwork(
  folder: string,
  output: string,
  {shard = {number: 1, of: 1}, ...given}: NetworkOptions = {},
): Promise<Outcome<NetworkReport>> {
  const options = timed(given)
  const read = await readNetwork(folder)
  if (!read.ok || hasErrors(read.problems)) return {ok: false, problems: read.problems}
  const network = read.value
  const {siteUrl} = network.show
  const writtenFor = {channel: renderChannels(network.show).channel, now: options.now}
  const stored = await storedLock(network)
  const publisher = publisherOf(network, acceptedSite(network, stored, options))
  const shows: NetworkReport['shows'][number][] = []
  for (const [index, name] of network.names.entries()) {
    if (index % shard.of !== shard.number - 1) continue
    const place = join(output, name)
    // Kept at once: the episodes of all shows would fill the memory.
    const onBuilt = (plan: Plan) => writeDigest(place, digestOf(name, plan), writtenFor)
    shows.push({name, outcome: await build(join(folder, name), place, {...options, publisher, onBuilt})})
  }
  const problems = [...read.problems, ...shows.flatMap(({name, outcome}) => below(name, outcome.problems))]
  const failed = shows.some(({outcome}) => !outcome.ok)
  if (failed || shard.of > 1) {
    const removed = await deleteRemovedShows(network, takenBackBefore(stored), output)
    const value = {siteUrl, shows, removedShows: removed.ok ? removed.value : []}
    return {ok: true, value, problems: [...problems, ...removed.problems]}
  }
  const isTrial = shows.some(({outcome}) => outcome.problems.some(isPlaceholder))
  const own = await buildOwn(network, {outputOf: (name) => join(output, name), isTrial}, output, options)
  const takenBack = own.ok ? own.value.takenBack : takenBackBefore(stored)
  const removed = await deleteRemovedShows(network, takenBack, output)
  const known = new Set(problems.map((each) => JSON.stringify(each)))
  const more = [...own.problems, ...removed.problems].filter((each) => !known.has(JSON.stringify(each)))
  const value = {
    siteUrl,
    shows,
    removedShows: removed.ok ? removed.value : [],
    ...(own.ok ? {network: own.value.report} : {}),
  }
  return {ok: true, value, problems: [...problems, ...more]}
}

/**
 * Builds what a network itself publishes into `output`, from the outputs of its shows that shards have left in folders of `parts`. No show
 * is read or planned: their digests say it all. What shards and this have written is then merged by copying. Problems: as `buildNetwork`,
 * and `network-show-unbuilt`.
 */
export async function mergeNetwork(
  folder: string,
  parts: string,
  output: string,
  given: BuildOptions = {},
): Promise<Outcome<NetworkReport>> {
  const options = timed(given)
  const read = await readNetwork(folder)
  if (!read.ok || hasErrors(read.problems)) return {ok: false, problems: read.problems}
  const network = read.value
  const places = await outputsOfShows(network, parts)
  const outputOf = (name: string) => places.get(name)
  const own = await buildOwn(network, {outputOf, isTrial: [...places.values()].some(isTrialOutput)}, output, options)
  if (!own.ok) return own
  const removed = await deleteRemovedShows(network, own.value.takenBack, output)
  if (!removed.ok) return removed
  const feedsOfShows: string[] = []
  for (const [name, place] of places)
    for (const file of (await readOutputFiles(place)) ?? [])
      if (isFeedFile(file)) feedsOfShows.push(`${name}/${file.path}`)
  const {siteUrl} = network.show
  return {
    ok: true,
    value: {siteUrl, shows: [], network: own.value.report, removedShows: removed.value, feedsOfShows},
    problems: [...read.problems, ...own.problems],
  }
}

/** Where each show of the network was built, in whichever folder of `parts`. */
async function outputsOfShows({names}: Network, parts: string): Promise<ReadonlyMap<string, string>> {
  const folders = await readdir(parts, {withFileTypes: true}).catch(() => [])
  const found = new Map<string, string>()
  for (const part of folders.filter((each) => each.isDirectory()))
    for (const name of names) {
      const place = join(parts, part.name, name)
      if (isOutput(place)) found.set(name, place)
    }
  return found
}

/**
 * The site that shows name as that of their publisher. If the network moves, it is the old one until that is accepted: the network keeps
 * its old output so long, and nothing would be at the new address.
 */
function acceptedSite({show}: Network, {lock}: StoredLock, {accept = []}: BuildOptions): AbsoluteUrl {
  const before = absoluteUrl(lock?.show.site ?? '')
  return before === undefined || accept.includes('site-moved') ? show.siteUrl : before
}

/** A lock that cannot be read stops the build of the network itself, which says so. */
async function storedLock({folder}: Network): Promise<StoredLock> {
  const stored = await readLock(folder)
  return stored.ok ? stored.value : {}
}

function takenBackBefore({lock}: StoredLock): readonly string[] {
  return lock?.takenBack ?? []
}
