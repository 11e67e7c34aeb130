import {join, resolve} from 'node:path'
import {feedList} from '../../file-kinds/feed-kinds.ts'
import {hostFiles} from '../../hosting/hosts.ts'
import type {Channel, FeedItem} from '../../model/feed.ts'
import type {FeedSettings} from '../../model/feed-settings.ts'
import type {OutputFile, WriteReport} from '../../model/output.ts'
import {present} from '../../model/present.ts'
import {hasErrors, type Outcome, type Problem, withSeverity} from '../../model/problem.ts'
import type {ServedSite} from '../../model/serving.ts'
import {siteAddress} from '../../model/site-paths.ts'
import type {Engine} from '../../plan/engine.ts'
import {judgeFeed} from '../../plan/feeds/judge-feeds.ts'
import {planFeeds} from '../../plan/feeds/plan-feeds.ts'
import type {Judge} from '../../plan/feeds/taken-feed.ts'
import {type LockChange, readLock} from '../../plan/identity/lock-file.ts'
import {inOneThread} from '../../plan/in-one-thread.ts'
import {plan} from '../../plan/plan.ts'
import {planServing} from '../../plan/plan-serving.ts'
import {probeShow} from '../../probe/probe.ts'
import {podcastGuidOf} from '../../read/episode/identity.ts'
import type {NetworkListName} from '../../read/fields/network-kinds.ts'
import {renderChannels} from '../../render/render.ts'
import {formatOpml, serialiseFeed} from '../../serialise/serialise.ts'
import {mediumKey} from '../../tags/podcast/podcast-show.ts'
import {type RemoteItem, remoteItemsKey} from '../../tags/podcast/remote-items.ts'
import {type OutputFolder, openOutput, outputsIn} from '../../write/write.ts'
import {type Scope, scopeOf} from '../audience/members-build.ts'
import {claimScope} from '../audience/output-scope.ts'
import {type BuildOptions, type BuildReport, build, isPlaceholder} from '../build.ts'
import {deliveredIn, listOfShows, markOutput} from '../earlier-output.ts'
import {problem} from '../use-problems.ts'
import {itemsOfNetwork} from './network-items.ts'
import {type EarlierNetwork, guardNetwork, type PlannedNetwork} from './network-lock.ts'
import {below, type Network, readNetwork} from './network-shows.ts'

/** One of several CI jobs that share the work on a network: its number (from 1), and the number of all jobs. */
export type Shard = {readonly number: number; readonly of: number}

/** The options of a build. With `shard`, only these shows of the network are built. */
export type NetworkOptions = BuildOptions & {readonly shard?: Shard}

/** What happened to each show, and to the network itself. */
export type NetworkReport = {
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
  {shard = {number: 1, of: 1}, ...options}: NetworkOptions,
): Promise<Outcome<NetworkReport>> {
  const read = await readNetwork(folder)
  if (!read.ok || hasErrors(read.problems)) return {ok: false, problems: read.problems}
  const network = read.value
  const publisher = publisherOf(network)
  const shows: NetworkReport['shows'][number][] = []
  for (const [index, name] of network.names.entries()) {
    if (index % shard.of !== shard.number - 1) continue
    shows.push({name, outcome: await build(join(folder, name), join(output, name), {...options, publisher})})
  }
  const problems = [...read.problems, ...shows.flatMap(({name, outcome}) => below(name, outcome.problems))]
  const failed = shows.some(({outcome}) => !outcome.ok)
  if (failed || shard.number !== 1) return {ok: true, value: {shows}, problems}
  const own = await buildOwn(network, output, options)
  const known = new Set(problems.map((each) => JSON.stringify(each)))
  const more = own.problems.filter((each) => !known.has(JSON.stringify(each)))
  return {ok: true, value: {shows, ...(own.ok ? {network: own.value} : {})}, problems: [...problems, ...more]}
}

const publisherPath = 'publisher.xml'

function publisherOf({show: {siteUrl, title}}: Network): RemoteItem {
  const url = siteAddress(siteUrl, publisherPath)
  return {guid: podcastGuidOf(url), url, title}
}

type PlannedShow = {
  readonly name: string
  readonly takenBack: readonly string[]
  readonly isBlocked: boolean
  readonly channel: Channel
  readonly items: readonly FeedItem[]
  readonly site: ServedSite
}

type OwnOutcome = Outcome<NonNullable<NetworkReport['network']>>

/** Writes the files of the network itself, from the published episodes of all its shows. Shows in other shards are not written here. */
async function buildOwn(network: Network, output: string, options: BuildOptions): Promise<OwnOutcome> {
  const problems: Problem[] = []
  const planned: PlannedShow[] = []
  for (const name of network.names) {
    const found = await plannedShow(join(network.folder, name), name, options)
    problems.push(...below(name, found.problems))
    if (found.ok) planned.push(found.value)
  }
  if (hasErrors(problems)) return {ok: false, problems}
  const opened = await openOutput(resolve(output))
  if (!opened.ok) return opened
  const {commit, close} = opened.value
  try {
    const isTrial = problems.some(isPlaceholder)
    const taken = new Set<string>()
    const add: OutputFolder['add'] = (file) => {
      taken.add(file.path)
      return opened.value.add(file)
    }
    const found = await takeOwn(network, planned, options, add)
    problems.push(...found.problems)
    if (!found.ok || hasErrors(problems)) return {ok: false, problems}
    const earlier = await earlierNetwork(network, resolve(output), taken, options, opened.value)
    const guarded = await guardNetwork(network, {...found.value, isTrial}, options, earlier)
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

async function plannedShow(
  folder: string,
  name: string,
  {now, accept = []}: BuildOptions,
): Promise<Outcome<PlannedShow>> {
  const planned = await plan(folder, {now, accept, audience: 'public'}, async () => {}, unjudged)
  if (!planned.ok) return planned
  const {channel, items, served: site, show, lock} = planned.value
  const isBlocked = show.blocked || channel.blocked
  const {takenBack = []} = lock.lock
  const value = {name, takenBack, isBlocked, channel, items: items.map((item) => inNetwork(item, name)), site}
  return {...planned, value}
}

/** The feeds of a show are judged where the show is built. None of them is published here. */
const unjudged: Engine = async (episodes) => ({...(await inOneThread(episodes)), judge: async () => []})

/** An episode in the feed of the network. Its old addresses lead on only in the feed of its own show. */
function inNetwork(item: FeedItem, name: string): FeedItem {
  return {...item, aliases: [], source: {...item.source, file: `${name}/${item.source.file}`}}
}

async function takeOwn(
  {folder, show, mayList}: Network,
  planned: readonly PlannedShow[],
  {now, audience}: BuildOptions,
  add: OutputFolder['add'],
): Promise<Outcome<Omit<PlannedNetwork, 'isTrial'>>> {
  const stored = await readLock(folder)
  if (!stored.ok) return stored
  const probed = await probeShow(show, folder)
  if (!probed.ok) return probed
  const {channel: own, feedChannels: ownFeeds, copies} = renderChannels(probed.value)
  const listed = (list: NetworkListName) => planned.filter(({name, isBlocked}) => mayList(list, name, isBlocked))
  const links = listed('index').map(({channel: {title, feedUrls}}) => ({title, urls: feedUrls}))
  const withShows = (channel: Channel): Channel => ({...channel, publicFeeds: [...channel.publicFeeds, ...links]})
  const channel = withShows(own)
  const takePublic = audience === 'members' ? async () => [] : add
  const serving = planServing({...show, hosting: []}, takePublic)
  const lock = {show: {guid: show.guid, site: show.siteUrl}, feeds: [], episodes: []}
  const opened = {show, showFile: show.file, folder}
  const ready = {opened, channel, feedChannels: ownFeeds.map(withShows), copies, stored: stored.value, audience}
  const judge: Judge = async (feed) => judgeFeed(feed, now)
  const published = {items: listed('feed').flatMap((each) => each.items), portraits: [], lock}
  const sink = {take: serving.take, takePrivate: add, judge, unchangedSizeInBytes: () => undefined}
  const feeds = await planFeeds(ready, published, sink)
  const problems = [...feeds.problems, ...show.feeds.flatMap((feed) => notEarly(feed, show.file))]
  const authors = {items: [], showFile: show.file}
  const inLists = listed('opml').map((each) => each.channel)
  for (const file of listFiles(channel, inLists, show.file))
    problems.push(...(await serving.take(file)), ...judgeFeed({file, reportedPath: file.path, authors}, now))
  const shows = new Map(listed('feed').map(({name, items}) => [name, items]))
  const {site} = await serving.finish([])
  for (const file of hostFilesOfAll([site, ...planned.map((each) => each.site)], show))
    problems.push(...(await takePublic(file)))
  const recorded = {...feeds.lock, shows: withEpisodes(planned), items: itemsOfNetwork(feeds.selected, shows)}
  const {redirects, left, changes: memberChanges} = feeds
  const ofShows = {items: planned.flatMap(({items}) => items), takenBack: planned.flatMap((each) => each.takenBack)}
  return {
    ok: true,
    value: {lock: recorded, shows, redirects, left, memberChanges, paths: serving.paths, ...ofShows},
    problems,
  }
}

function withEpisodes(planned: readonly PlannedShow[]): readonly string[] {
  return planned.filter(({items}) => items.length > 0).map(({name}) => name)
}

/** Refuses `early` for a feed of the network: the network has only what its shows have published, and nothing from before that. */
function notEarly({name, earlyInSeconds, place}: FeedSettings, file: string): readonly Problem[] {
  if (earlyInSeconds === undefined) return []
  const message = `The feed ${name} is of all shows, which only have what is published: nothing is early in it`
  const hint = 'Write `early` for a feed of the show itself, in its own show.yaml'
  return [withSeverity(problem('value-invalid', {file, ...place}, message, hint), 'error')]
}

/** The files that list the shows: OPML for people, and the feed that their `podcast:publisher` leads to. */
function* listFiles(channel: Channel, shows: readonly Channel[], source: string): Generator<OutputFile> {
  // A list of nothing is not valid in either format.
  if (shows.length === 0) return
  const pieces = [formatOpml(channel.title, shows)]
  yield {path: listOfShows, mimeType: feedList.mimeType, rank: 'feed', source, pieces}
  const url = siteAddress(channel.siteUrl, publisherPath)
  const remoteItems = shows.map(({guid, title, feedUrls}) => present({guid, title, url: feedUrls.rss}))
  const tagValues = remoteItemsKey.addedTo(mediumKey.addedTo(channel.tagValues, 'publisher'), remoteItems)
  const publisher = {...channel, guid: podcastGuidOf(url), feedUrls: {rss: url}, tagValues}
  const document = {channel: publisher, items: [], updatedAt: new Date(0), trailers: []}
  const paths = {rss: publisherPath}
  const publisherFeed = {name: 'publisher', paths, isPrivate: false, document, archives: [], budgetInBytes: 0}
  for (const {files} of serialiseFeed(publisherFeed, source)) for (const {file} of files) yield file
}

/** Hosts read their files only at the root of what is published. So the lines of all shows stand together there. */
function hostFilesOfAll(sites: readonly ServedSite[], {hosting, file}: Network['show']): readonly OutputFile[] {
  const texts = new Map<string, string[]>()
  for (const site of sites) {
    for (const {path, ...each} of hostFiles(hosting, site, file)) {
      texts.set(path, [...(texts.get(path) ?? []), 'pieces' in each ? [...each.pieces].join('') : ''])
    }
  }
  return [...texts].map(([path, parts]) => {
    const pieces = [parts.filter((part) => part !== '').join('\n')]
    return {path, mimeType: 'text/plain', rank: 'moved', source: file, pieces}
  })
}
