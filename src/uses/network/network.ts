import {join, resolve} from 'node:path'
import {type AbsoluteUrl, absoluteUrl} from '../../model/absolute-url.ts'
import type {WriteReport} from '../../model/output.ts'
import {hasErrors, type Outcome} from '../../model/problem.ts'
import {type LockChange, readLock} from '../../plan/identity/lock-file.ts'
import {type Timed, timed} from '../../plan/timed.ts'
import {type OutputFolder, openOutput, outputsIn} from '../../write/write.ts'
import {type Scope, scopeOf} from '../audience/members-build.ts'
import {claimScope} from '../audience/output-scope.ts'
import {type BuildOptions, type BuildReport, build} from '../build.ts'
import {deliveredIn, markOutput} from '../earlier-output.ts'
import {isPlaceholder} from '../lock-of-build.ts'
import {type EarlierNetwork, guardNetwork} from './network-lock.ts'
import {below, type Network, readNetwork} from './network-shows.ts'
import {planOwn, planShows, publisherOf} from './plan-network.ts'
import {keptForShows, showsElsewhere} from './shows-in-folders.ts'

/** One of several CI jobs that share the work on a network: its number (from 1), and the number of all jobs. */
export type Shard = {readonly number: number; readonly of: number}

/** The options of a build. With `shard`, only these shows of the network are built. */
export type NetworkOptions = BuildOptions & {readonly shard?: Shard}

/** What happened to each show, and to the network itself. */
export type NetworkReport = {
  /** The address of the network, with a final `/`. */
  readonly siteUrl: string
  readonly shows: readonly {readonly name: string; readonly outcome: Outcome<BuildReport>}[]
  /** What happened to the files of the network itself. Absent where another shard makes them, or where a show has an error. */
  readonly network?: WriteReport & {readonly lock: LockChange}
}

/**
 * Builds each show of a network into its own folder of `output`. Beside these folders it writes one feed of all shows, a feed of
 * the publisher, a list to subscribe to (OPML) and an index page. A show with an error keeps its old output. The network then keeps
 * its old output as well, because its feed would lose the episodes of that show. The other shows are built. Shards have no file in
 * common, so their results are merged by copying.
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
  const publisher = publisherOf(network, await acceptedSite(network, options))
  const shows: NetworkReport['shows'][number][] = []
  for (const [index, name] of network.names.entries()) {
    if (index % shard.of !== shard.number - 1) continue
    shows.push({name, outcome: await build(join(folder, name), join(output, name), {...options, publisher})})
  }
  const problems = [...read.problems, ...shows.flatMap(({name, outcome}) => below(name, outcome.problems))]
  const failed = shows.some(({outcome}) => !outcome.ok)
  if (failed || shard.number !== 1) return {ok: true, value: {siteUrl, shows}, problems}
  const own = await buildOwn(network, output, options)
  const known = new Set(problems.map((each) => JSON.stringify(each)))
  const more = own.problems.filter((each) => !known.has(JSON.stringify(each)))
  return {ok: true, value: {siteUrl, shows, ...(own.ok ? {network: own.value} : {})}, problems: [...problems, ...more]}
}

/**
 * The site that shows name as that of their publisher. If the network moves, it is the old one until that is accepted: the network keeps
 * its old output so long, and nothing would be at the new address.
 */
async function acceptedSite({folder, show}: Network, {accept = []}: BuildOptions): Promise<AbsoluteUrl> {
  const stored = await readLock(folder)
  const before = stored.ok ? absoluteUrl(stored.value.lock?.show.site ?? '') : undefined
  return before === undefined || accept.includes('site-moved') ? show.siteUrl : before
}

type OwnOutcome = Outcome<NonNullable<NetworkReport['network']>>

/** Writes the files of the network itself, from the published episodes of all its shows. Shows in other shards are not written here. */
async function buildOwn(network: Network, output: string, options: Timed<BuildOptions>): Promise<OwnOutcome> {
  const shows = await planShows(network, options)
  if (!shows.ok) return shows
  const places = shows.value.map(({name, site: {siteUrl}}) => ({name, siteUrl}))
  const problems = [...shows.problems, ...showsElsewhere(network.show, places)]
  const opened = await openOutput(resolve(output))
  if (!opened.ok) return opened
  const {commit, close} = opened.value
  try {
    const isTrial = problems.some(isPlaceholder)
    const taken = new Set<string>()
    const refuse = keptForShows(network.names, network.show.file)
    const add: OutputFolder['add'] = async (file) => {
      taken.add(file.path)
      return [...refuse(file.path), ...(await opened.value.add(file))]
    }
    const found = await planOwn(network, shows.value, options, add)
    problems.push(...found.problems)
    if (!found.ok || hasErrors(problems)) return {ok: false, problems}
    const earlier = await earlierNetwork(network, resolve(output), taken, options, opened.value)
    const guarded = await guardNetwork(network, {...found.value, isTrial, places}, options, earlier)
    if (!guarded.ok) return {ok: false, problems: [...problems, ...guarded.problems]}
    const {staged, lock} = guarded.value
    claimScope(resolve(output), networkScope(network, found.value.left, options.audience), opened.value)
    const committed = await commit()
    if (!committed.ok) {
      await staged.discard()
      return committed
    }
    const unfinished = [
      ...(await staged.finish()),
      ...markOutput(resolve(output), lock, guarded.value.isTrial, 'network'),
    ]
    const report = {...committed.report, lock: staged.change}
    return {ok: unfinished.length === 0, value: report, problems: [...problems, ...unfinished]}
  } finally {
    await close()
  }
}

/** What the output has of the network before its files are replaced. A build for members has no part in what is public. */
async function earlierNetwork(
  {folder, show}: Network,
  output: string,
  taken: ReadonlySet<string>,
  {audience}: BuildOptions,
  {entries, changedFile}: OutputFolder,
): Promise<EarlierNetwork> {
  if (audience === 'members') return {shows: []}
  const stored = await readLock(folder)
  const site = (stored.ok ? stored.value.lock?.show.site : undefined) ?? show.siteUrl
  const isUnchanged = (path: string) => taken.has(path) && changedFile(path) === undefined
  const delivered = await deliveredIn({output, entries, site, isUnchanged})
  if (delivered === undefined) return {shows: []}
  const shows = (await outputsIn(output)).filter((path) => path !== '').map((path) => path.replace(/\/$/, ''))
  return {delivered, shows}
}

/** The files of the network are not in the folders of its shows, of which each is an output of its own. */
function networkScope({show, names}: Network, left: readonly string[], audience: BuildOptions['audience']): Scope {
  const own = scopeOf({show, summary: {leftForMembers: left}}, audience)
  return {...own, without: [...own.without, ...names]}
}
