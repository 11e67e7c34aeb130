import {join} from 'node:path'
import type {AdoptedShow} from '../../adopt/adopted-show.ts'
import type {AdoptedText, Missing} from '../../adopt/adopted-text.ts'
import type {Repository} from '../../adopt/repository.ts'
import {podcastGuidOf} from '../../read/episode/identity.ts'
import type {SourceShow} from '../../sources/source-show.ts'
import {feedIdentityOf, withLiveFacts} from './live-feed.ts'
import {feedUrlMissing, missingOf, namesOfMedia} from './missing-values.ts'
import {fieldsOfShow} from './write-show.ts'

/** Values that no file has, or that a file has wrongly. */
export type AdoptAnswers = {
  readonly title?: string
  readonly description?: string
  readonly siteUrl?: string
  readonly mediaUrl?: string
  /** Where subscribers have the feed, if it is given as a file that does not say so. */
  readonly feedUrl?: string
}

/** A show as it is going to be written. */
export type Prepared = AdoptedText & {
  /** Where the live feed is that of this show. */
  readonly liveShow: SourceShow | undefined
  /** The fields that were answered, by the keys of `show.yaml`. */
  readonly answered: readonly string[]
}

export type FoundShow = {
  readonly found: AdoptedShow
  readonly repository: Repository
  /** The live feed, if it is of this show, and where it was read from. */
  readonly live?: {readonly show: SourceShow; readonly source: string}
}

const answerFields: Readonly<Record<keyof AdoptAnswers, string>> = {
  title: 'title',
  description: 'description',
  siteUrl: 'site_url',
  mediaUrl: 'media_url',
  feedUrl: 'guid',
}

/** Everything that is known of a show in the folder `root`, by its files, its live feed and what was answered. */
export async function prepareShow(
  root: string,
  {found, repository, live}: FoundShow,
  answers: AdoptAnswers,
): Promise<Prepared> {
  const names = namesOfMedia(found, repository)
  const lively = live === undefined ? found : withLiveFacts(found, live.show, names, repository.files)
  const show = withAnswers(lively, answers)
  const siteUrl = show.facts.site_url?.value
  const feedUrl = live === undefined ? undefined : feedAddress(live.source, live.show, answers)
  const identity =
    live === undefined
      ? {}
      : feedIdentityOf(live.show, feedUrl, siteUrl, feedUrl === undefined ? undefined : podcastGuidOf(feedUrl))
  const isUnknown = live !== undefined && identity.guid === undefined
  const has = await fieldsOfShow(join(root, found.folder))
  const missing = [...missingOf(show, names), ...(isUnknown ? [feedUrlMissing] : [])].filter(({field}) => !has(field))
  const answered = Object.entries(answerFields).flatMap(([option, field]) =>
    answers[option as keyof AdoptAnswers] === undefined ? [] : [field],
  )
  return {show, identity, missing, liveShow: live?.show, answered}
}

function feedAddress(source: string, {feedUrl}: SourceShow, answers: AdoptAnswers): string | undefined {
  return answers.feedUrl ?? (/^https?:/i.test(source) ? source : feedUrl)
}

function withAnswers(show: AdoptedShow, {title, description, siteUrl, mediaUrl}: AdoptAnswers): AdoptedShow {
  const given = Object.entries({title, description, site_url: siteUrl}).flatMap(([field, value]) =>
    value === undefined ? [] : [[field, {value, from: 'your answer'}] as const],
  )
  const facts = {...show.facts, ...Object.fromEntries(given)}
  return {...show, facts, ...(mediaUrl === undefined ? {} : {mediaUrl: {value: mediaUrl, from: 'your answer'}})}
}

/** The option that each missing value is an answer to. */
export function answersTo(missing: readonly Missing[], byField: Readonly<Record<string, string>>): AdoptAnswers {
  return Object.fromEntries(
    missing.flatMap(({field, option}) => (byField[field]?.trim() ? [[option, byField[field].trim()]] : [])),
  )
}
