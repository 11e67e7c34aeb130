import {statSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {type AdoptedShow, adoptedShows} from '../../adopt/adopted-show.ts'
import {type AdoptedText, adoptedText, type Missing} from '../../adopt/adopted-text.ts'
import {liveFacts} from '../../adopt/live-facts.ts'
import type {SharedFields} from '../../adopt/shared-fields.ts'
import type {Outcome, Problem} from '../../model/problem.ts'
import {type Timed, timed} from '../../plan/timed.ts'
import {isNetwork} from '../../read/show/network-file.ts'
import {gatherSource} from '../import/gather-source.ts'
import {changingMedia} from '../import/source-remarks.ts'
import {problem} from './adopt-problems.ts'
import {type RecordedFolder, recordedFolder} from './adopt-recordings.ts'
import {chosenShows} from './chosen-shows.ts'
import {vocabulary} from './evidence-keys.ts'
import {showOfFeed} from './live-feed.ts'
import {type JoinReport, joinLiveFeed, lockLiveIdentities} from './live-identities.ts'
import {isNeededToBuild, valueMissing} from './missing-values.ts'
import {nothingFound} from './nothing-found.ts'
import {type AdoptAnswers, answersTo, type FoundShow, type Prepared, prepareShow} from './prepare-show.ts'
import {readRepository} from './read-repository.ts'
import {plannedShowFile, type WrittenShow, writeShowFile} from './write-show.ts'

/** A show that lacks values, for whoever is asked for them. */
export type LackingShow = {
  /** The path below the repository; empty for the repository itself. */
  readonly folder: string
  readonly title?: string
  readonly episodeCount: number
  readonly missing: readonly Missing[]
}

/** What `adoptShow` must know although no file says it. The answers are values that no file has, or that a file has wrongly. */
export type AdoptOptions = AdoptAnswers & {
  /** The time that counts as now; without it, that of this machine. */
  readonly now?: Date
  /** Address or file of the feed that subscribers have today. */
  readonly feed?: string
  /** The folder of one show in a tree of several: only that one is adopted, and the answers and the feed are about it. */
  readonly show?: string
  /** Only reports what would be written. */
  readonly dryRun?: boolean
  /**
   * Asks a person for what no file says, before anything is written. The result has the answers by `field`; a field without an answer
   * stays missing. `undefined`: the person gave up, and nothing is written.
   */
  readonly ask?: (show: LackingShow) => Promise<Readonly<Record<string, string>> | undefined>
  /** Whether the host of the feed may be in a private network. */
  readonly allowPrivate?: boolean
  /** Called after each episode that is read to join it to the live feed. */
  readonly onProgress?: (progress: {readonly done: number; readonly total: number}) => void
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
  /** Keys of `show.yaml` whose value was asked for, or given as an option. */
  readonly answered: readonly string[]
  /** Present with a live feed: how its items were joined to episodes. */
  readonly joined?: JoinReport
}

/**
 * Makes a show of a repository as it is. It finds out which files are episodes and what the show is, and writes `show.yaml`. Each
 * line there says where its value was found. A recording that has no Markdown file beside it gets one. With the live feed, the
 * identity that subscribers have goes into the lock. No episode is edited, and an existing `show.yaml` stays. Problems:
 * `adopt-nothing-found`, `adopt-value-missing`, `adopt-show-unclear`, those of the feed.
 */
export async function adoptShow(folder: string, given: AdoptOptions = {}): Promise<Outcome<readonly AdoptedReport[]>> {
  const options = timed(given)
  const root = resolve(folder)
  if (statSync(root, {throwIfNoEntry: false})?.isDirectory() !== true) return {ok: false, problems: [noFolder(folder)]}
  const repository = await readRepository(root)
  const pages = adoptedShows(repository, vocabulary)
  const recorded = pages.length > 0 ? undefined : await recordedFolder(root, repository)
  const all = recorded === undefined ? pages : [recorded.show]
  if (all.length === 0) return {ok: false, problems: [nothingFound(folder, repository)]}
  const chosen = chosenShows(all, options)
  if (!chosen.ok) return chosen
  const shows = chosen.value
  if (isNetwork(root) && shows.some((each) => each.folder === '')) return {ok: false, problems: [ofNetwork(folder)]}
  const live =
    options.feed === undefined
      ? undefined
      : await gatherSource(options.feed, {allowPrivate: options.allowPrivate === true})
  if (live !== undefined && !live.ok) return live
  const problems: Problem[] = live === undefined ? [] : [...live.problems, ...changingMedia(live.value)]
  const liveShow = live === undefined ? undefined : showOfFeed(shows, repository, live.value)
  if (live !== undefined && liveShow === undefined) return {ok: false, problems: [...problems, ofNoShow(shows)]}
  const prepared: Prepared[] = []
  for (const found of shows) {
    const isLive = live !== undefined && options.feed !== undefined && found === liveShow
    const finding = {found, repository, ...(isLive ? {live: {show: live.value, source: options.feed}} : {})}
    const whole = await withAsked(root, finding, options)
    if (whole === undefined) return {ok: false, problems}
    prepared.push(whole)
  }
  const reports: AdoptedReport[] = []
  for (const each of prepared) {
    const report = await adoptOne(root, each, options, recorded)
    problems.push(...report.problems)
    reports.push(report.value)
  }
  return {ok: true, value: reports, problems}
}

/** What is known of a show, and what a person says when asked for the rest. */
async function withAsked(
  root: string,
  finding: FoundShow,
  {ask, ...answers}: AdoptOptions,
): Promise<Prepared | undefined> {
  const first = await prepareShow(root, finding, answers)
  if (ask === undefined || first.missing.length === 0) return first
  const {folder, episodeCount, facts} = first.show
  const title = facts.title?.value
  const said = await ask({folder, episodeCount, missing: first.missing, ...(title === undefined ? {} : {title})})
  if (said === undefined) return undefined
  return prepareShow(root, finding, {...answers, ...answersTo(first.missing, said)})
}

/** A show beside `network.yaml` would be one more of the network's, with the episodes of the others. */
function ofNetwork(folder: string): Problem {
  const message = `${folder} holds a network of shows, each of which has a folder of its own`
  return problem('adopt-show-unclear', {}, message, 'Name the folder of one show: castwright adopt night-trains')
}

/** Whose guids these are would be a guess, and a wrong one delivers every episode again. */
function ofNoShow(shows: readonly AdoptedShow[]): Problem {
  const folders = shows.map(({folder}) => folder || '.')
  const message = `No episode of the ${shows.length} shows here has a title of the feed: in ${folders.join(', ')}`
  return problem(
    'adopt-show-unclear',
    {},
    message,
    `If it is the feed of one of them, say which one: --show ${folders[0]}`,
  )
}

type Adopted = {readonly value: AdoptedReport; readonly problems: readonly Problem[]}

async function adoptOne(
  root: string,
  prepared: Prepared,
  options: Timed<AdoptOptions>,
  recorded: RecordedFolder | undefined,
): Promise<Adopted> {
  const {show, liveShow, missing, answered} = prepared
  const folder = join(root, show.folder)
  const first = await plannedShowFile(folder, prepared, liveShow !== undefined || answered.length > 0)
  const title = show.facts.title?.value
  const {episodeCount} = show
  const report = {folder: show.folder, episodeCount, missing, answered, ...(title === undefined ? {} : {title})}
  const left = (show.leftGroups ?? []).map((group) => groupLeft(group, show.glob.value))
  const shared = (show.shared ?? []).map(sharedLeft)
  const problems = [...missing.map((each) => valueMissing(each, show.folder)), ...left, ...shared]
  if (options.dryRun === true) return {value: {...report, text: first.text, fate: 'shown', made: []}, problems}
  await writeShowFile(folder, first)
  const made = recorded === undefined || first.fate !== 'created' ? [] : await recorded.writeEpisodes()
  const written = {...report, text: first.text, fate: first.fate, made}
  // Without a title there is no show that could be joined.
  if (liveShow === undefined || missing.some(isNeededToBuild)) return {value: written, problems}
  const {now, onProgress} = options
  const planOptions = {now, ...(onProgress === undefined ? {} : {onProgress})}
  const joined = await joinLiveFeed(folder, liveShow, planOptions)
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

function groupLeft(left: {readonly glob: string; readonly episodeCount: number}, glob: string): Problem {
  const count = left.episodeCount === 1 ? '1 episode is' : `${left.episodeCount} episodes are`
  const message = `${count} not in this show: ${left.glob}. Its episodes are ${glob}`
  const hint =
    'If they are of the same show, widen `episodes` in show.yaml. If they are another show, or this one in another language, they need a folder of their own'
  return problem('adopt-group-left', {}, message, hint)
}

function noFolder(folder: string): Problem {
  return problem('adopt-nothing-found', {}, `There is no folder ${folder}`, 'Look for a slip in its name')
}

function sharedLeft({file, keys}: SharedFields): Problem {
  const them = keys.length === 1 ? 'it' : 'them'
  const message = `${file} says ${keys.join(', ')} for all episodes, and Castwright reads ${them} from the episodes alone`
  return problem(
    'adopt-shared-left',
    {file},
    message,
    `Write ${them} into each episode, or for all under \`additions\` in show.yaml`,
  )
}
