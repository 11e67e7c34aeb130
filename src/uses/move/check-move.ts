import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {compareFeeds} from '../../compare/compare-feeds.ts'
import {readSubscriberFeed, type SubscriberFeed} from '../../compare/subscriber-feed.ts'
import {hasErrors, type Outcome} from '../../model/problem.ts'
import {checkMoveFacts} from '../../move/move-checks.ts'
import type {MoveFacts} from '../../move/move-facts.ts'
import {keepUntil, type MoveReport} from '../../move/move-report.ts'
import {type Timed, timed} from '../../plan/timed.ts'
import {decodeText} from '../../text/encoding.ts'
import {fetchFeed} from '../fetch-feed.ts'
import {planMainFeed} from '../planned-main-feed.ts'
import {askServers, type Servers} from './ask-servers.ts'

/** Options for checking a move. */
export type MoveOptions = {
  /** The time that counts as now; without it, that of this machine. */
  readonly now?: Date
  /** The file for a copy of the old feed. The copy is written if there is none yet and the old address still serves the old feed. */
  readonly oldCopy?: string
  /** Whether the servers that are asked may be in a private network. */
  readonly allowPrivate?: boolean
  /** Called with the progress over the media files that servers are asked for. */
  readonly onProgress?: (progress: {readonly done: number; readonly total: number}) => void
}

/**
 * Checks over the network whether the show in `folder` can replace the feed at `oldUrl` without losing a listener. It writes only
 * `oldCopy`. There is no value if the show cannot be built.
 */
export async function checkMove(oldUrl: string, folder: string, given: MoveOptions = {}): Promise<Outcome<MoveReport>> {
  const options = timed(given)
  const {now} = options
  const planned = await planMainFeed(folder, {now})
  if (!planned.ok || hasErrors(planned.problems)) return {ok: false, problems: planned.problems}
  const {plan, main} = planned.value
  const feed = readSubscriberFeed(main?.text ?? '')
  const newUrl = plan.channel.feedUrls.rss
  if (feed === undefined || newUrl === undefined) throw new Error('A plan has no RSS feed')
  const hosts = options.allowPrivate === true ? hostsOf([oldUrl, newUrl, ...linksOf(feed)]) : []
  const servers = askServers(new Set(hosts))
  try {
    const facts = await gather({oldUrl, newUrl, planned: feed, servers, options})
    const checks = checkMoveFacts(facts)
    const isSafe = checks.every(({state}) => state === 'done')
    return {ok: true, value: {oldUrl, newUrl, checks, isSafe, keepUntil: keepUntil(now)}, problems: []}
  } finally {
    servers.close()
  }
}

type Gathering = {
  readonly oldUrl: string
  readonly newUrl: string
  readonly planned: SubscriberFeed
  readonly servers: Servers
  readonly options: Timed<MoveOptions>
}

async function gather({oldUrl, newUrl, planned, servers, options}: Gathering): Promise<MoveFacts> {
  const redirect = await servers.get(oldUrl)
  // What the address leads to on the new site is not the old feed, whatever its path. A copy of it would hide every loss.
  const isRedirected =
    'url' in redirect && redirect.hops.length > 0 && new URL(redirect.url).host === new URL(newUrl).host
  const old = await oldFeed(oldUrl, isRedirected, options)
  const fetched = await fetchedFeed(newUrl, options)
  const live = typeof fetched === 'string' ? {fault: fetched} : {feed: fetched.feed}
  const next = 'feed' in live ? live.feed : planned
  const moved = old === undefined ? [] : compareFeeds(old, next).filter(({kind}) => kind === 'downloaded-again')
  const urls = [...new Set(next.items.flatMap(({enclosureUrl}) => enclosureUrl ?? []))]
  const total = urls.length + moved.length
  let done = 0
  const progress = () => options.onProgress?.({done: ++done, total})
  const media = await Promise.all(
    urls.map(async (url) => {
      const answers = {url, head: await servers.head(url), range: await servers.range(url)}
      progress()
      return answers
    }),
  )
  const movedMedia = await Promise.all(
    moved.map(async ({before = '', after = ''}) => {
      const answer = await servers.head(before)
      progress()
      return [before, {to: after, answer}] as const
    }),
  )
  const {imageUrl} = next
  const artwork = imageUrl === undefined ? {} : {artwork: {url: imageUrl, head: await servers.head(imageUrl)}}
  const hasCopy = options.oldCopy !== undefined && existsSync(options.oldCopy)
  const known = {
    oldUrl,
    newUrl,
    hasCopy,
    planned,
    live,
    redirect,
    media,
    movedMedia: new Map(movedMedia),
    now: options.now,
  }
  return {...known, ...artwork, ...(old === undefined ? {} : {old})}
}

/** The kept copy is preferred, because the old address may already serve the new feed. */
async function oldFeed(
  oldUrl: string,
  isRedirected: boolean,
  options: MoveOptions,
): Promise<SubscriberFeed | undefined> {
  const {oldCopy} = options
  if (oldCopy !== undefined && existsSync(oldCopy)) return readSubscriberFeed(decodeText(readFileSync(oldCopy)).text)
  if (isRedirected) return undefined
  const fetched = await fetchedFeed(oldUrl, options)
  if (typeof fetched === 'string') return undefined
  if (oldCopy !== undefined) writeFileSync(oldCopy, fetched.bytes)
  return fetched.feed
}

/** The feed, or a clause that says what is wrong with it. */
async function fetchedFeed(
  url: string,
  {allowPrivate = false}: MoveOptions,
): Promise<{readonly feed: SubscriberFeed; readonly bytes: Uint8Array} | string> {
  const outcome = await fetchFeed(url, {allowPrivate})
  if (!outcome.ok) return outcome.problems[0]?.message.replace(`${url} `, '') ?? 'cannot be fetched'
  const {bytes} = outcome.value
  const feed = readSubscriberFeed(decodeText(bytes).text)
  return feed === undefined ? 'is no feed' : {feed, bytes}
}

function linksOf({items, imageUrl}: SubscriberFeed): readonly string[] {
  return [...items.flatMap(({enclosureUrl}) => enclosureUrl ?? []), ...(imageUrl === undefined ? [] : [imageUrl])]
}

function hostsOf(urls: readonly string[]): readonly string[] {
  return urls.flatMap((url) => (URL.canParse(url) ? [new URL(url).host] : []))
}
