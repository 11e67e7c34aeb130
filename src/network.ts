import {existsSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {type BuildOptions, type BuildReport, build} from './build.ts'
import {hostFiles} from './hosting/hosts.ts'
import type {Channel, FeedItem} from './model/feed.ts'
import type {FeedPlan} from './model/feed-plan.ts'
import type {OutputFile, WriteReport} from './model/output.ts'
import {hasErrors, type Outcome, type Problem, problem} from './model/problem.ts'
import type {ServedSite} from './model/serving.ts'
import {type Network, networkFile, readNetwork} from './network-shows.ts'
import {openJudging} from './plan/judging.ts'
import {reportedPath} from './plan/member-feeds.ts'
import {plan} from './plan/plan.ts'
import {planFeeds} from './plan/plan-feeds.ts'
import {planServing} from './plan/plan-serving.ts'
import {probeShow} from './probe/probe.ts'
import {podcastGuidOf} from './read/identity.ts'
import {renderChannels, siteAddress} from './render/render.ts'
import {formatOpml, serialiseFeed} from './serialise/serialise.ts'
import type {RemoteItem} from './tags/remote-items.ts'
import {openOutput} from './write/write.ts'

/** One of so many jobs of CI that share a network; both count from 1. */
export type Shard = {readonly number: number; readonly of: number}

export type NetworkOptions = BuildOptions & {readonly shard?: Shard}

export type NetworkReport = {
  readonly shows: readonly {readonly name: string; readonly outcome: Outcome<BuildReport>}[]
  /** What became of the files of the network itself; absent where another shard makes them, or a show has an error. */
  readonly network?: WriteReport
}

/** Whether `folder` holds a network of shows. */
export function isNetwork(folder: string): boolean {
  return existsSync(join(folder, networkFile))
}

/**
 * Builds each show of a network into a folder of `output` of its own, and beside them one feed of all, a feed of the publisher, a
 * list to subscribe to (OPML) and an index page. A show with an error keeps its old output, and so does the network, whose feed would
 * lose its episodes; the other shows are built. Shards have no file in common, so that their results are merged by copying.
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

/** Problems of a show, at their places below the folder of the network. */
function below(name: string, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((each) => (each.file === undefined ? each : {...each, file: `${name}/${each.file}`}))
}

const publisherPath = 'publisher.xml'
const opmlPath = 'shows.opml'

function publisherOf({show: {siteUrl, title}}: Network): RemoteItem {
  const url = siteAddress(siteUrl, publisherPath)
  return {guid: podcastGuidOf(url), url, title}
}

type PlannedShow = {readonly channel: Channel; readonly items: readonly FeedItem[]; readonly site: ServedSite}

/** The files of the network itself, from the published episodes of all its shows; of shows in other shards nothing is written. */
async function buildOwn(network: Network, output: string, options: BuildOptions): Promise<Outcome<WriteReport>> {
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
  const {add, commit, discard} = opened.value
  problems.push(...(await takeOwn(network, planned, options.now, add)))
  if (hasErrors(problems)) {
    await discard()
    return {ok: false, problems}
  }
  const {report, problems: unwritten} = await commit()
  return unwritten.length > 0 ? {ok: false, problems: unwritten} : {ok: true, value: report, problems}
}

async function plannedShow(
  folder: string,
  name: string,
  {now, accept = []}: BuildOptions,
): Promise<Outcome<PlannedShow>> {
  let kept: Omit<PlannedShow, 'site'> | undefined
  let site: ServedSite | undefined
  const keepItems = (channel: Channel, items: readonly FeedItem[]) => {
    kept = {channel, items: items.map((item) => inNetwork(item, name))}
  }
  const keepServed = (served: ServedSite) => {
    site = served
  }
  const {problems} = await plan(
    folder,
    {now, accept},
    {take: async () => [], toJudge: () => undefined, keepItems, keepServed},
  )
  return kept === undefined || site === undefined ? {ok: false, problems} : {ok: true, value: {...kept, site}, problems}
}

/** An episode as one of many shows: its old addresses are its show's affair. */
function inNetwork(item: FeedItem, name: string): FeedItem {
  return {...item, aliases: [], source: {...item.source, file: `${name}/${item.source.file}`}}
}

async function takeOwn(
  {folder, show}: Network,
  planned: readonly PlannedShow[],
  now: Date,
  add: (file: OutputFile) => Promise<readonly Problem[]>,
): Promise<readonly Problem[]> {
  const probed = await probeShow(show, folder)
  if (!probed.ok) return probed.problems
  const {channel: own, feedChannels: ownFeeds, copies} = renderChannels(probed.value)
  const channels = planned.map(({channel}) => channel)
  const links = channels.map(({title, feedUrls}) => ({title, urls: feedUrls}))
  const withShows = (channel: Channel): Channel => ({...channel, publicFeeds: [...channel.publicFeeds, ...links]})
  const channel = withShows(own)
  const serving = planServing({...show, hosting: []}, add)
  const lock = {show: {guid: show.guid, site: show.siteUrl, feeds: []}, episodes: []}
  const opened = {show, showFile: show.file, folder}
  const ready = {opened, channel, feedChannels: ownFeeds.map(withShows), copies}
  const judgeDocument = openJudging(now, [])
  const judge = async (file: OutputFile, items: readonly FeedItem[]) => {
    return 'pieces' in file ? judgeDocument(file, reportedPath(file.path), {items, showFile: show.file}) : []
  }
  const published = {items: planned.flatMap((each) => each.items), portraits: [], lock}
  const sink = {take: serving.take, takePrivate: add, judge, publishedSize: () => undefined}
  const feeds = await planFeeds(ready, published, sink)
  const problems = [...feeds.problems, ...show.feeds.flatMap((feed) => notEarly(feed, show.file))]
  for (const file of listFiles(channel, channels, show.file))
    problems.push(...(await serving.take(file)), ...(await judge(file, [])))
  const {site} = await serving.finish([])
  for (const file of hostFilesOfAll([site, ...planned.map((each) => each.site)], show))
    problems.push(...(await add(file)))
  return problems
}

/** A network has what its shows have published, and nothing before. */
function notEarly({name, earlyInSeconds, place}: FeedPlan, file: string): readonly Problem[] {
  if (earlyInSeconds === undefined) return []
  const message = `The feed ${name} is of all shows, which only have what is published: nothing is early in it`
  const hint = 'Write `early` for a feed of the show itself, in its own show.yaml'
  return [problem('value-invalid', {file, ...place}, message, hint)]
}

/** What lists the shows: OPML for people, and the feed that their `podcast:publisher` leads to. */
function* listFiles(channel: Channel, shows: readonly Channel[], source: string): Generator<OutputFile> {
  const pieces = [formatOpml(channel.title, shows)]
  yield {path: opmlPath, mimeType: 'text/x-opml', rank: 'feed', source, pieces}
  const url = siteAddress(channel.siteUrl, publisherPath)
  const remoteItems = shows.map(({guid, title, feedUrls}) => ({guid, title, url: feedUrls.rss}))
  const tagValues = new Map<string, unknown>([
    ...channel.tagValues,
    ['medium', 'publisher'],
    ['remote_items', remoteItems],
  ])
  const publisher = {...channel, guid: podcastGuidOf(url), feedUrls: {rss: url}, tagValues}
  const document = {channel: publisher, items: [], updatedAt: new Date(0), trailers: []}
  const publisherFeed = {name: 'publisher', isPrivate: false, document, archives: [], budgetInBytes: 0}
  for (const {files} of serialiseFeed(publisherFeed, source)) for (const {file} of files) yield file
}

/** Hosts read their files only at the root of what is published: there the lines of all shows stand together. */
function hostFilesOfAll(sites: readonly ServedSite[], {hosting, file}: Network['show']): readonly OutputFile[] {
  const texts = new Map<string, string[]>()
  for (const site of sites) {
    for (const {path, ...each} of hostFiles(hosting, site, file)) {
      texts.set(path, [...(texts.get(path) ?? []), 'pieces' in each ? [...each.pieces].join('') : ''])
    }
  }
  return [...texts].map(([path, parts]) => {
    const pieces = [parts.filter((part) => part !== '').join('\n')]
    return {path, mimeType: 'text/plain', rank: 'referred', source: file, pieces}
  })
}
