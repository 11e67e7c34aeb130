import {join, resolve} from 'node:path'
import {type AdoptedShow, adoptedShows} from '../../adopt/adopted-show.ts'
import {type AdoptedText, adoptedText, type Missing} from '../../adopt/adopted-text.ts'
import {liveFacts} from '../../adopt/live-facts.ts'
import type {Repository} from '../../adopt/repository.ts'
import type {Outcome, Problem} from '../../model/problem.ts'
import {podcastGuidOf} from '../../read/episode/identity.ts'
import type {SourceShow} from '../../sources/source-show.ts'
import {gatherSource} from '../import/gather-source.ts'
import {problem} from './adopt-problems.ts'
import {type RecordedFolder, recordedFolder} from './adopt-recordings.ts'
import {evidenceKeys} from './evidence-keys.ts'
import {identityOf, showOfFeed, withLiveFacts} from './live-feed.ts'
import {type JoinReport, joinLiveFeed, lockLiveIdentities} from './live-identities.ts'
import {missingOf, namesOfMedia, valueMissing} from './missing-values.ts'
import {readRepository} from './read-repository.ts'
import {plannedShowFile, type WrittenShow, writeShowFile} from './write-show.ts'

/** What `adoptShow` must know although no file says it. */
export type AdoptOptions = {
  readonly now: Date
  /** Address or file of the feed that subscribers have today. */
  readonly feed?: string
  /** Only reports what would be written. */
  readonly dryRun?: boolean
  /** Values that no file has, or that a file has wrongly. */
  readonly title?: string
  readonly description?: string
  readonly siteUrl?: string
  readonly mediaUrl?: string
  /** Whether the host of the feed may be in a private network. */
  readonly allowPrivate?: boolean
}

/** A show that was found in the repository. */
export type AdoptedReport = {
  /** The path below the repository; empty for the repository itself. */
  readonly folder: string
  readonly title?: string
  readonly episodeCount: number
  /** The text of `show.yaml`. */
  readonly text: string
  /** `completed`: it is the author's, and what it lacked was added behind it. */
  readonly fate: 'created' | 'completed' | 'kept' | 'shown'
  /** Files of episodes that were made for recordings without a text. */
  readonly made: readonly string[]
  /** What the author must write by hand, by the key of `show.yaml`. */
  readonly missing: readonly Missing[]
  /** Present with a live feed: how its items were joined to episodes. */
  readonly joined?: JoinReport
}

/**
 * Makes a show of a repository as it is. It finds out which files are episodes and what the show is, and writes `show.yaml`. Each
 * line there says where its value was found. A recording that has no Markdown file beside it gets one. With the live feed, the
 * identity that subscribers have goes into the lock. No episode is edited, and an existing `show.yaml` stays. Problems:
 * `adopt-nothing-found`, `adopt-value-missing`, those of the feed.
 */
export async function adoptShow(folder: string, options: AdoptOptions): Promise<Outcome<readonly AdoptedReport[]>> {
  const root = resolve(folder)
  const repository = await readRepository(root)
  const pages = adoptedShows(repository, evidenceKeys)
  const recorded = pages.length > 0 ? undefined : await recordedFolder(root, repository)
  const shows = recorded === undefined ? pages : [recorded.show]
  if (shows.length === 0) return {ok: false, problems: [nothingFound(folder)]}
  const live =
    options.feed === undefined
      ? undefined
      : await gatherSource(options.feed, {allowPrivate: options.allowPrivate === true})
  if (live !== undefined && !live.ok) return live
  const problems: Problem[] = [...(live?.problems ?? [])]
  const liveShow = live === undefined ? undefined : showOfFeed(shows, repository, live.value)
  const reports: AdoptedReport[] = []
  for (const found of shows) {
    const prepared = prepare(found, repository, options, found === liveShow ? live?.value : undefined)
    const report = await adoptOne(root, prepared, options, recorded)
    problems.push(...report.problems)
    reports.push(report.value)
  }
  return {ok: true, value: reports, problems}
}

type Adopted = {readonly value: AdoptedReport; readonly problems: readonly Problem[]}

async function adoptOne(
  root: string,
  prepared: Prepared,
  options: AdoptOptions,
  recorded: RecordedFolder | undefined,
): Promise<Adopted> {
  const {show, liveShow} = prepared
  const folder = join(root, show.folder)
  const first = await plannedShowFile(folder, prepared, liveShow !== undefined)
  const missing = prepared.missing.filter(({field}) => !first.has(field))
  const title = show.facts.title?.value
  const {episodeCount} = show
  const report = {folder: show.folder, episodeCount, missing, ...(title === undefined ? {} : {title})}
  const problems = missing.map((each) => valueMissing(each, show.folder))
  if (options.dryRun === true) return {value: {...report, text: first.text, fate: 'shown', made: []}, problems}
  await writeShowFile(folder, first)
  const made = recorded === undefined || first.fate !== 'created' ? [] : await recorded.writeEpisodes()
  const written = {...report, text: first.text, fate: first.fate, made}
  // Without a title there is no show that could be joined.
  if (liveShow === undefined || missing.some(({field}) => field !== 'media_url')) return {value: written, problems}
  const joined = await joinLiveFeed(folder, liveShow, options.now)
  if (!joined.ok) return {value: written, problems: [...problems, ...joined.problems]}
  const facts = liveFacts(joined.value.pairs, joined.value.siteUrl)
  const last = await withLiveEpisodes(folder, first, {...prepared, live: facts})
  const locked = await lockLiveIdentities(folder, joined.value, options.now)
  const value = {...written, text: last.text, fate: first.fate === 'kept' ? last.fate : first.fate}
  return {
    value: locked.ok ? {...value, joined: joined.value.report} : value,
    problems: [...problems, ...joined.problems, ...(locked.ok ? [] : locked.problems)],
  }
}

/** Puts what the live feed says of single episodes into the file of the show, which is ours if it was created just now. */
async function withLiveEpisodes(folder: string, first: WrittenShow, text: AdoptedText): Promise<WrittenShow> {
  if (first.fate === 'created') {
    const last: WrittenShow = {...first, fate: 'completed', text: adoptedText(text)}
    await writeShowFile(folder, last)
    return last
  }
  const last = await plannedShowFile(folder, text, true)
  await writeShowFile(folder, last)
  return last
}

type Prepared = AdoptedText & {
  /** Where the live feed is that of this show. */
  readonly liveShow: SourceShow | undefined
}

function prepare(
  found: AdoptedShow,
  repository: Repository,
  options: AdoptOptions,
  live: SourceShow | undefined,
): Prepared {
  const names = namesOfMedia(found, repository)
  const lively = live === undefined ? found : withLiveFacts(found, live, names)
  const show = withAnswers(lively, options)
  const siteUrl = show.facts.site_url?.value
  const feedUrl = options.feed !== undefined && /^https?:/i.test(options.feed) ? options.feed : live?.feedUrl
  const derived = podcastGuidOf(feedUrl ?? siteUrl ?? '')
  const identity =
    live === undefined || options.feed === undefined ? {} : identityOf(live, options.feed, siteUrl, derived)
  return {show, identity, missing: missingOf(show, names), liveShow: live}
}

function withAnswers(show: AdoptedShow, {title, description, siteUrl, mediaUrl}: AdoptOptions): AdoptedShow {
  const given = Object.entries({title, description, site_url: siteUrl}).flatMap(([field, value]) =>
    value === undefined ? [] : [[field, {value, from: 'given to adopt'}] as const],
  )
  const facts = {...show.facts, ...Object.fromEntries(given)}
  return {...show, facts, ...(mediaUrl === undefined ? {} : {mediaUrl: {value: mediaUrl, from: 'given to adopt'}})}
}

function nothingFound(folder: string): Problem {
  const message = `Nothing in ${folder} looks like an episode: there is no recording, and no Markdown file that names media or has a date and a number`
  const hint =
    'For a new show: castwright init. For a show that a host has: castwright import FEED my-show. Else name the folder of the episodes'
  return problem('adopt-nothing-found', {}, message, hint)
}
