import {createHash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {isFeedFile} from '../model/output.ts'
import type {Outcome, Problem} from '../model/problem.ts'
import {type BuiltFeed, readBuiltFeed} from '../notify/built-feeds.ts'
import {type Notified, readNotified, type Told, whyNotWritable, writeNotified} from '../notify/notified.ts'
import {type Call, type ServiceName, type ServiceSettings, serviceNames, services} from '../notify/services.ts'
import {severalAtOnce} from '../text/several-at-once.ts'
import {type ManifestFile, readOutputFiles} from '../write/write.ts'
import {problem} from './use-problems.ts'

/** Who must be told, and where that is recorded. */
export type NotifyOptions = ServiceSettings & {
  /** The file that records who was told what. */
  readonly state: string
  readonly services?: readonly ServiceName[]
  /** How long to ask again for a live feed that is still the old one. CDNs need their time. */
  readonly waitInSeconds: number
}

/** A feed of the output, and who was told about it. */
export type NotifiedFeed = {
  readonly url: string
  /** Who was told in this run: `podping`, `websub https://hub.example/`. */
  readonly told: readonly string[]
  readonly state: 'told' | 'unchanged' | 'not-live' | 'nobody-to-tell'
}

/**
 * Tells those who wait for a feed that it changed. This happens once the live feed is the one that was built, once for each change,
 * and only for those who were not told yet. It is safe to repeat. Problems: `deploy-unbuilt`, `deploy-file-missing`,
 * `notify-unrecorded`, `notify-feed-not-live`, `notify-refused`.
 */
export async function notify(output: string, options: NotifyOptions): Promise<Outcome<readonly NotifiedFeed[]>> {
  const files = await readOutputFiles(output)
  if (files === undefined) {
    const message = `${output} holds no finished build, so nobody knows what its feeds are`
    return {ok: false, problems: [problem('deploy-unbuilt', {}, message, 'Run castwright build first')]}
  }
  const {feeds, problems} = await feedsOf(output, files)
  const unwritable = await whyNotWritable(options.state)
  // Whoever is told and not written down would be told again by every run.
  if (unwritable !== undefined)
    return {ok: false, problems: [...problems, notRecorded(options, unwritable, 'so nobody was told')]}
  const notified = {...(await readNotified(options.state))}
  // All feeds wait for the same time: what was deployed together goes live together.
  const until = performance.now() + options.waitInSeconds * 1000
  let written = Promise.resolve()
  let lost: string | undefined
  const keep = async (state: Notified) => {
    written = written
      .then(() => writeNotified(options.state, state))
      .catch((error: unknown) => {
        lost = reasonOf(error)
      })
    await written
  }
  const results = await severalAtOnce(
    feeds,
    async (feed) => {
      const result = await notifyOf(feed, notified[feed.url], options, until)
      if (result.told === undefined) return result
      notified[feed.url] = result.told
      // The state is written after each feed. So if the command is stopped half-way, nobody is told twice.
      await keep({...notified})
      return result
    },
    feedsAtOnce,
  )
  const value = results.map(({feed}) => feed)
  problems.push(...results.flatMap((each) => each.problems))
  if (lost !== undefined) problems.push(notRecorded(options, lost, 'so the next run tells them again'))
  return {ok: true, value, problems}
}

type FeedToTell = BuiltFeed & {readonly sha256: string}

/** The public feeds of the output, each once. A feed that is left at an old address names its new one: it is announced there. */
async function feedsOf(
  output: string,
  files: readonly ManifestFile[],
): Promise<{readonly feeds: readonly FeedToTell[]; readonly problems: Problem[]}> {
  const feeds = new Map<string, FeedToTell>()
  const problems: Problem[] = []
  for (const file of files) {
    // Feeds of members are left out, because hubs, directories and the log of the job would learn their addresses.
    if (!isFeedFile(file)) continue
    const {path, mimeType} = file
    const bytes = await readFile(join(output, path)).catch(() => undefined)
    if (bytes === undefined) {
      const message = `${path} was built and is gone, or cannot be read, so nobody is told of it`
      problems.push(problem('deploy-file-missing', {}, message, 'Run castwright build again'))
      continue
    }
    const feed = readBuiltFeed(path, mimeType, bytes.toString('utf8'))
    if (feed !== undefined && !feeds.has(feed.url)) feeds.set(feed.url, {...feed, sha256: sha256(bytes)})
  }
  return {feeds: [...feeds.values()], problems}
}

function notRecorded({state}: NotifyOptions, reason: string, outcome: string): Problem {
  const message = `${state} cannot record who was told, ${outcome}: ${reason}`
  return problem('notify-unrecorded', {}, message, 'Make the file writable, or name another one: --state FILE')
}

/** So many servers are asked at once. A network has hundreds of feeds. */
const feedsAtOnce = 32

type FeedResult = {readonly feed: NotifiedFeed; readonly told?: Told; readonly problems: readonly Problem[]}

async function notifyOf(
  feed: FeedToTell,
  before: Told | undefined,
  options: NotifyOptions,
  until: number,
): Promise<FeedResult> {
  const {url} = feed
  const wanted = options.services ?? serviceNames
  const calls = wanted.flatMap((name) => services[name].calls(feed, options))
  const known = before?.sha256 === feed.sha256 ? before.to : []
  const due = calls.filter(({name}) => !known.includes(name))
  if (due.length === 0)
    return {feed: {url, told: [], state: calls.length === 0 ? 'nobody-to-tell' : 'unchanged'}, problems: []}
  const live = await isLive(url, feed.sha256, until)
  if (live !== true) {
    const message = `${url} is not the feed that was built (${live}): nobody was told, for they would fetch the old one`
    const hint = 'Deploy first; or wait longer for the CDN: castwright notify --wait 600'
    return {feed: {url, told: [], state: 'not-live'}, problems: [problem('notify-feed-not-live', {}, message, hint)]}
  }
  const told: string[] = []
  const problems: Problem[] = []
  for (const call of due) {
    const refusal = await make(call)
    if (refusal === undefined) told.push(call.name)
    else {
      const message = `${call.name} was not told of ${url}: ${refusal}`
      problems.push(
        problem('notify-refused', {}, message, 'Run castwright notify again: only those who were not told are'),
      )
    }
  }
  return {feed: {url, told, state: 'told'}, told: {sha256: feed.sha256, to: [...known, ...told]}, problems}
}

const headers = {'User-Agent': 'Castwright (notify)'} as const
const silenceInMilliseconds = 30_000

/** `true`, or what is there instead of the feed that was built. `until` is a time of `performance.now()`. */
async function isLive(url: string, built: string, until: number): Promise<true | string> {
  for (let pauseInSeconds = 1; ; pauseInSeconds = Math.min(pauseInSeconds * 2, 15)) {
    const found = await liveState(url, built)
    if (found === true || performance.now() + pauseInSeconds * 1000 > until) return found
    await pause(pauseInSeconds * 1000)
  }
}

async function liveState(url: string, built: string): Promise<true | string> {
  try {
    const signal = AbortSignal.timeout(silenceInMilliseconds)
    const answer = await fetch(url, {headers: {...headers, 'Cache-Control': 'no-cache'}, signal})
    const bytes = Buffer.from(await answer.arrayBuffer())
    if (!answer.ok) return `the server answers ${answer.status}`
    return sha256(bytes) === built ? true : `${bytes.length} other bytes`
  } catch (error) {
    return reasonOf(error)
  }
}

/** Makes a call. `undefined` means that all went well. */
async function make({url, init}: Call): Promise<string | undefined> {
  try {
    const signal = AbortSignal.timeout(silenceInMilliseconds)
    const answer = await fetch(url, {...init, headers: {...headers, ...init.headers}, signal})
    await answer.arrayBuffer()
    return answer.ok ? undefined : `it answered ${answer.status}`
  } catch (error) {
    return reasonOf(error)
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
