import {feedList} from '../../file-kinds/feed-kinds.ts'
import {hostFiles} from '../../hosting/hosts.ts'
import type {AbsoluteUrl} from '../../model/absolute-url.ts'
import type {Channel, NetworkShow} from '../../model/feed.ts'
import type {FeedSettings} from '../../model/feed-settings.ts'
import type {OutputFile} from '../../model/output.ts'
import {present} from '../../model/present.ts'
import {type Outcome, type Problem, withSeverity} from '../../model/problem.ts'
import type {ServedSite} from '../../model/serving.ts'
import {siteAddress} from '../../model/site-paths.ts'
import {judgeFeed} from '../../plan/feeds/judge-feeds.ts'
import {planFeeds} from '../../plan/feeds/plan-feeds.ts'
import type {StoredLock} from '../../plan/identity/lock-file.ts'
import {planServing} from '../../plan/plan-serving.ts'
import type {TakeFile} from '../../plan/take-file.ts'
import type {Timed} from '../../plan/timed.ts'
import {probeShow} from '../../probe/probe.ts'
import {podcastGuidOf} from '../../read/episode/identity.ts'
import type {NetworkListName} from '../../read/fields/network-kinds.ts'
import {renderChannels} from '../../render/render.ts'
import {formatOpml, serialiseFeed} from '../../serialise/serialise.ts'
import {mediumKey} from '../../tags/podcast/podcast-show.ts'
import {type RemoteItem, remoteItemsKey} from '../../tags/podcast/remote-items.ts'
import {joinedPieces} from '../../text/text-piece.ts'
import type {BuildOptions} from '../build.ts'
import type {ShowDigest} from '../digest/show-digest.ts'
import {listOfShows} from '../earlier-output.ts'
import {problem} from '../use-problems.ts'
import {type NetworkEngine, plainEngine} from './network-engine.ts'
import {archivesOf, itemsOfNetwork, namesInNetwork, withUniqueGuids} from './network-items.ts'
import type {PlannedNetwork} from './network-lock.ts'
import type {Network} from './network-shows.ts'

const publisherPath = 'publisher.xml'

export function publisherOf({show: {title}}: Network, siteUrl: AbsoluteUrl): RemoteItem {
  const url = siteAddress(siteUrl, publisherPath)
  return {guid: podcastGuidOf(url), url, title}
}

/** What the network itself publishes, and how that is served. */
export type PlannedOwn = Omit<PlannedNetwork, 'isTrial' | 'places' | 'stored'> &
  Pick<ShowDigest, 'site' | 'membersSite'>

/** `stored` is the lock beside `network.yaml`. */
type Planning = Pick<Timed<BuildOptions>, 'now' | 'audience'> & {readonly stored: StoredLock}

/** Plans what the network itself publishes, and hands each file to `add`. */
export async function planOwn(
  {folder, show, mayList}: Network,
  planned: readonly ShowDigest[],
  {now, audience, stored}: Planning,
  add: TakeFile,
  engine: NetworkEngine = plainEngine(now),
): Promise<Outcome<PlannedOwn>> {
  const probed = await probeShow(show, folder)
  if (!probed.ok) return probed
  const {channel: own, feedChannels: ownFeeds, copies} = renderChannels(probed.value)
  const listed = (list: NetworkListName) => planned.filter(({name, isBlocked}) => mayList(list, name, isBlocked))
  const inIndex = listed('index').map((each) => each.channel)
  const links = inIndex.map(({title, feedUrls}) => ({title, urls: feedUrls}))
  const withFeeds = (channel: Channel): Channel => ({...channel, publicFeeds: [...channel.publicFeeds, ...links]})
  const channel = {...withFeeds(own), shows: inIndex.map(networkShow)}
  const takePublic = audience === 'members' ? async () => [] : add
  const serving = planServing({...show, hosting: []}, takePublic)
  const lock = {show: {guid: show.guid, site: show.siteUrl}, feeds: [], episodes: []}
  const opened = {show, showFile: show.file, folder}
  const ready = {opened, channel, feedChannels: ownFeeds.map(withFeeds), copies, stored, audience}
  const inFeeds = withUniqueGuids(listed('feed'), stored.lock ?? {})
  const items = inFeeds.flatMap((each) => each.items)
  const names = namesInNetwork(inFeeds)
  const pictures = [...new Set(inFeeds.flatMap((each) => each.pictures))]
  const published = {items, pictures, portraits: [], lock, archiveOf: archivesOf(stored.lock ?? {}, names)}
  const sink = {take: serving.take, takePrivate: add, ...engine({show, channel})}
  const feeds = await planFeeds(ready, published, sink)
  const problems = [...feeds.problems, ...show.feeds.flatMap((feed) => notEarly(feed, show.file))]
  const authors = {items: [], showFile: show.file}
  const inLists = listed('opml').map((each) => each.channel)
  for (const file of listFiles(channel, inLists, show.file))
    problems.push(...(await serving.take(file)), ...judgeFeed({file, reportedPath: file.path, authors}, now))
  const shows = new Map(inFeeds.map(({name, items}) => [name, items]))
  const {redirects, left, changes: memberChanges} = feeds
  const {site, membersSite} = await serving.finish(redirects)
  for (const file of hostFilesOfAll([site, ...planned.map((each) => each.site)], show))
    problems.push(...(await takePublic(file)))
  const recorded = {
    ...feeds.lock,
    shows: withEpisodes(planned),
    items: itemsOfNetwork(feeds.selected, feeds.rendered, names),
  }
  const apart = planned.filter(({name}) => !shows.has(name))
  const ofShows = {
    items: [...apart, ...inFeeds].flatMap(({items}) => items),
    takenBack: planned.flatMap((each) => each.takenBack),
  }
  const served = {paths: serving.paths, site, ...present({membersSite})}
  const value = {lock: recorded, shows, redirects, left, memberChanges, ...served, ...ofShows}
  return {ok: true, value, problems}
}

function networkShow({title, subtitle, description, siteUrl, image}: Channel): NetworkShow {
  return {title, description, siteUrl, ...present({subtitle, image})}
}

function withEpisodes(planned: readonly ShowDigest[]): readonly string[] {
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
      texts.set(path, [...(texts.get(path) ?? []), 'pieces' in each ? joinedPieces(each.pieces) : ''])
    }
  }
  return [...texts].map(([path, parts]) => {
    const pieces = [parts.filter((part) => part !== '').join('\n')]
    return {path, mimeType: 'text/plain', rank: 'moved', source: file, pieces}
  })
}
