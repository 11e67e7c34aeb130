import {isJudgedType} from '../../file-kinds/feed-kinds.ts'
import type {Change} from '../../lock/published-changes.ts'
import type {FeedItem} from '../../model/feed.ts'
import type {Lock, SitePart} from '../../model/lock.ts'
import {type OutputFile, unchangedFile} from '../../model/output.ts'
import {present} from '../../model/present.ts'
import {hasErrors, type Problem} from '../../model/problem.ts'
import type {EarlyEpisode, FileCopy} from '../../model/rendered-episode.ts'
import type {RenderedFeed, RenderedShow} from '../../model/rendered-show.ts'
import type {Redirect} from '../../model/serving.ts'
import type {Show} from '../../model/show.ts'
import {renderFeeds, renderMoves} from '../../render/render.ts'
import {picturesElsewhere, serialiseAdditions, serialiseMoved, serialiseShow} from '../../serialise/serialise.ts'
import {withTemplates} from '../../theme/templates/open-templates.ts'
import type {ReadyShow, SiteAdditions} from '../ready-show.ts'
import {located} from '../take-file.ts'
import {type DeliveredFeeds, withDelivered} from './locked-feeds.ts'
import {earlyFolder, earlyMark, memberKey} from './member-feeds.ts'
import {type Audience, membersPart} from './members-part.ts'
import {type FeedSink, type PlannedFeed, planFeed} from './plan-feed.ts'
import {problem} from './plan-problems.ts'
import type {Judge} from './taken-feed.ts'

export type PlannedFeeds = {
  readonly feeds: readonly PlannedFeed[]
  /** With what each feed delivers now. */
  readonly lock: Lock
  /** The episodes of each feed, by its name. */
  readonly selected: ReadonlyMap<string, readonly FeedItem[]>
  /** All documents of all feeds. */
  readonly rendered: readonly RenderedFeed[]
  /** Old addresses of the show, and where they lead. */
  readonly redirects: readonly Redirect[]
  /** When members get episodes that they do not have yet. */
  readonly waiting: readonly Date[]
  /** Names of the feeds for members that were not made: what members have stays as it is. */
  readonly left: readonly string[]
  /** What members would notice of a changed list. */
  readonly changes: readonly Change[]
  readonly problems: readonly Problem[]
}

type PublishedEpisodes = {
  readonly items: readonly FeedItem[]
  readonly words?: NonNullable<RenderedShow['words']>
  /** The addresses of their pictures, where somebody knows them already. */
  readonly pictures?: readonly string[]
  /** For a network, where two episodes may have one slug. Else the lock says which archive an episode is in. */
  readonly archiveOf?: (feed: string) => (item: FeedItem) => number | undefined
  /** Pictures of people, each as often as an episode has it. */
  readonly portraits: readonly FileCopy[]
  readonly lock: Lock
  /** The held-back episodes that members may have already. */
  readonly early?: {readonly episodes: readonly EarlyEpisode[]; readonly now: Date}
}

type FeedsOf = Pick<ReadyShow, 'channel' | 'feedChannels' | 'copies' | 'stored'> & {
  /** For whom the feeds are, if not for all. */
  readonly audience?: Audience | undefined
  /** A network has no theme. */
  readonly site?: SiteAdditions
  readonly opened: Pick<ReadyShow['opened'], 'show' | 'showFile' | 'folder'>
}

/** The feeds of a show and its index page, from its published episodes. */
export async function planFeeds(
  {opened, channel, feedChannels, copies, stored, audience, site}: FeedsOf,
  {items, words, pictures, portraits, lock, early, archiveOf = archivesIn(lock)}: PublishedEpisodes,
  sink: FeedSink,
): Promise<PlannedFeeds> {
  const {show, showFile, folder} = opened
  const members = await membersPart({show, folder, showFile, audience, lock: stored.lock})
  const memberPaths = (feed: string) => members.feeds.get(feed) ?? []
  const ahead = early === undefined ? {} : {early: {...early, folderOf: earlyFolder}}
  const input = {show, channel, feedChannels, archiveOf, memberPaths, ...ahead}
  const {rendered, selected, privateCopies, waiting, problems: feedProblems} = renderFeeds(input, items)
  const problems = [
    ...members.problems,
    ...feedProblems,
    ...saidOfPictures(picturesElsewhere(rendered, pictures), showFile),
  ]
  const judge: Judge = async (feed) =>
    hasErrors(problems) || !isJudgedType(feed.file.mimeType) ? [] : sink.judge(feed)
  const feeds: PlannedFeed[] = []
  const judged: Promise<readonly Problem[]>[] = []
  for (const feed of rendered.feeds) {
    const planned = await planFeed(feed, showFile, feed.isPrivate ? privateSink(sink, judge) : {...sink, judge})
    problems.push(...planned.problems)
    judged.push(Promise.all(planned.judged).then((each) => each.flat()))
    if (!feed.isPrivate) feeds.push(planned.feed)
    else if (feeds.at(-1)?.name !== feed.name) feeds.push(ofMembers(planned.feed, memberPaths(feed.name).length))
  }
  // This comes after the feeds, so that they are judged while these files are taken.
  const whole = {...rendered, ...present({words})}
  problems.push(...(await takeSite(whole, onceEach([...copies, ...portraits]), site, opened, sink)))
  problems.push(...(await takeForMembers(privateCopies, [...members.feeds.keys()], opened, sink)))
  const moves = renderMoves(show, channel, items)
  problems.push(...moves.problems)
  for (const file of movedFiles(rendered.feeds, moves, showFile)) problems.push(...(await sink.take(file)))
  problems.push(...firstErrors(await Promise.all(judged)))
  const lockedFeed = (feed: string) => stored.lock?.feeds.find(({name}) => name === feed)
  const delivered = {
    selected,
    rendered: rendered.feeds,
    items,
    moves,
    channels: [channel, ...feedChannels],
    // A build without the secret keeps what the lock knows.
    keyOf: (feed: string) => memberKey(feed) ?? lockedFeed(feed)?.key,
    earlyOf: (feed: string, guids: readonly string[]) =>
      members.left.includes(feed) ? lockedFeed(feed)?.early : earlyMarks(show, feed, guids),
  }
  const bare = withDelivered(lock, {...delivered, settings: show.feeds, ...sitesOf(show)})
  const locked = members.marks.length === 0 ? bare : {...bare, members: members.marks}
  const {changes, left} = members
  const made = audience === 'members' ? feeds.filter((feed) => feed.members !== undefined) : feeds
  const {redirects} = moves
  return {feeds: made, lock: locked, selected, rendered: rendered.feeds, waiting, left, changes, redirects, problems}
}

/** A feed of the newest so many loses episodes by design, so nothing is to be known of them. */
function earlyMarks({feeds}: Show, feed: string, guids: readonly string[]): readonly string[] | undefined {
  const settings = feeds.find(({name}) => name === feed)
  if (settings?.earlyInSeconds === undefined || settings.query.latest !== undefined) return undefined
  return guids.map((guid) => earlyMark(feed, guid)).sort()
}

/** The archives that the episodes of a show are in, by their slugs. */
function archivesIn({episodes}: Lock): NonNullable<PublishedEpisodes['archiveOf']> {
  const bySlug = new Map(episodes.map((each) => [each.slug, each.archives]))
  return (feed) =>
    ({slug}) =>
      bySlug.get(slug)?.[feed]
}

const longestShownInCharacters = 100

function saidOfPictures([first, ...others]: readonly string[], file: string): readonly Problem[] {
  if (first === undefined) return []
  const more = others.length === 0 ? '' : `, and ${others.length} more,`
  const message = `Pages leave out the picture ${recognisable(first)}${more} because it is on another host, which would see who opens a page`
  return [problem('picture-elsewhere', {file}, message, 'Put the picture into the folder of the show')]
}

/** An address as people find it again in their files: services for pictures make addresses that nobody can read to the end. */
function recognisable(address: string): string {
  if (address.length <= longestShownInCharacters) return address
  const {origin, pathname} = new URL(address)
  return `${origin}/…/${pathname.slice(pathname.lastIndexOf('/') + 1)}`
}

/** The show as a whole: its pages with what the author adds to them. */
async function takeSite(
  show: RenderedShow,
  copies: readonly FileCopy[],
  site: SiteAdditions | undefined,
  {showFile, folder}: FeedsOf['opened'],
  sink: FeedSink,
): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  const {channel, problems: saidOfTemplates} = await withTemplates(show.channel)
  // What is wrong with a template is only found when a page is made of it.
  const isFromTemplates = channel.templates !== undefined
  for (const {madeOf, ...file} of serialiseShow({...show, channel}, copies, showFile)) {
    const isKnown =
      !isFromTemplates && madeOf !== undefined && sink.unchangedSizeInBytes(file.path, madeOf) !== undefined
    problems.push(...(await sink.take(located(isKnown ? unchangedFile(file) : file, folder))))
  }
  // Nobody remembers these: they may change while every episode stays as it is.
  const additions = site === undefined ? [] : serialiseAdditions(channel, additionsOf(site, copies), showFile)
  for (const file of additions) problems.push(...(await sink.take(located(file, folder))))
  return [...problems, ...saidOfTemplates()]
}

/** A picture that episodes show as well is there already. */
function additionsOf(
  {theme, pages, copies}: SiteAdditions,
  taken: readonly FileCopy[],
): Parameters<typeof serialiseAdditions>[1] {
  const known = new Set(taken.map(keyOfCopy))
  const own = onceEach([...theme.copies, ...copies]).filter((copy) => !known.has(keyOfCopy(copy)))
  return {pages, copies: own, ...present({style: theme.style})}
}

/** What members have beside their feeds. */
async function takeForMembers(
  copies: readonly FileCopy[],
  feeds: readonly string[],
  {folder, showFile}: FeedsOf['opened'],
  {takePrivate}: FeedSink,
): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  for (const {from, recipe, ...copy} of onceEach(copies)) {
    // What is made of pictures is for pages, which an episode has when it is due.
    if (recipe !== undefined) continue
    const file = {...copy, rank: 'referred', isPrivate: true, source: showFile, copyFrom: from} as const
    problems.push(...(await takePrivate(located(file, folder))))
  }
  for (const name of feeds) problems.push(...(await takePrivate(listingPage(name, showFile))))
  return problems
}

/** All members have the same feed. It is judged and measured for each, but only a member's own files hold the path. */
function privateSink({takePrivate}: FeedSink, judge: Judge): FeedSink {
  return {takePrivate, take: takePrivate, unchangedSizeInBytes: () => undefined, judge}
}

function sitesOf({
  siteUrl,
  membersUrl,
  mediaUrl,
  hasPages,
}: Show): Pick<DeliveredFeeds, 'siteUrl' | 'membersUrl' | 'left'> {
  const left: readonly SitePart[] = [
    ...(hasPages ? [] : (['pages'] as const)),
    ...(mediaUrl?.startsWith(siteUrl) === true ? (['media'] as const) : []),
  ]
  return {siteUrl, left, ...present({membersUrl})}
}

/** Each member has addresses of their own, so none is said. */
function ofMembers(feed: PlannedFeed, members: number): PlannedFeed {
  return {...feed, paths: {}, archives: feed.archives.map(({episodes}) => ({episodes, paths: {}})), members}
}

/** An index page for the folder that holds the feeds of members. Without it, a server that lists folders would name them all. */
function listingPage(feed: string, source: string): OutputFile {
  const text = '<!doctype html>\n<meta charset="utf-8">\n<meta name="robots" content="noindex">\n<title>404</title>\n'
  return {path: `${feed}/index.html`, mimeType: 'text/html', rank: 'referred', source, pieces: [text]}
}

function movedFiles([main]: readonly RenderedFeed[], moves: ReturnType<typeof renderMoves>, showFile: string) {
  return main === undefined ? [] : serialiseMoved(main, moves, showFile)
}

function onceEach(copies: readonly FileCopy[]): readonly FileCopy[] {
  return [...new Map(copies.map((copy) => [keyOfCopy(copy), copy])).values()]
}

function keyOfCopy({from, path}: FileCopy): string {
  return `${from}\n${path}`
}

/** A fault of an episode is in every feed that has the episode. It is said for the first of these feeds. */
function firstErrors(judged: readonly (readonly Problem[])[]): readonly Problem[] {
  return judged.find((problems) => problems.length > 0) ?? []
}
