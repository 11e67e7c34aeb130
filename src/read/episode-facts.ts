import type {Episode, Publication} from '../model/episode.ts'
import {present} from '../model/present.ts'
import {type Place, type Problem, problem} from '../model/problem.ts'
import type {Show} from '../model/show.ts'
import {parseDate} from '../text/dates.ts'
import type {BodyFacts} from '../transcripts/facts-from-body.ts'
import type {episodeFields} from './episode-fields.ts'
import type {EpisodeFiles} from './episode-files.ts'
import type {ReadFields} from './fields.ts'
import {nameFacts, titleFacts} from './file-name-facts.ts'
import {episodeGuid, episodeSlug, isUuid, isZeroGuid} from './identity.ts'

/** Where the facts of an episode come from, best first: its front matter, its file name, its text. */
export type FactSources = {
  readonly files: EpisodeFiles
  readonly reading: ReadFields<typeof episodeFields>
  readonly body: BodyFacts
  readonly show: Show
}

type Found<T> = {readonly value: T; readonly problems: readonly Problem[]}

/** Problems: `fact-inferred`, where the title is made of the file name. */
export function titleOf({reading: {fields}, body, files}: FactSources): Found<string> {
  const written = fields.title ?? body.title
  if (written !== undefined) return {value: written, problems: []}
  const {rest} = nameFacts(files.stem)
  const words =
    rest
      .replace(/^(?:s\d+e\d+|(?:e|ep|episode)?[ _.-]?\d+)[ _.-]*/i, '')
      .replace(/[_-]+/g, ' ')
      .trim() || rest
  const value = `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`
  const message = `The title "${value}" is made of the file name`
  return {value, problems: [inferred(files.file, message, `title: ${value}`)]}
}

function inferred(file: string, message: string, frontMatter: string): Problem {
  const hint = `Write it into the front matter to make it certain: ${frontMatter}`
  return problem('fact-inferred', {file, line: 1}, message, hint)
}

/** Problems: `field-missing`, where no date is to be found; there is no value then. */
export function publicationOf({files, reading, body, show}: FactSources): Found<Publication | undefined> {
  const {fields, wrongFields} = reading
  if (fields.draft === true || fields.published === false) return {value: {state: 'draft'}, problems: []}
  const written = fields.date ?? (fields.published instanceof Date ? fields.published : undefined)
  if (written !== undefined) return {value: {state: 'published', at: written}, problems: []}
  // Written, but wrong: that was said already, with its line.
  if (wrongFields.has('date') || wrongFields.has('published')) return {value: undefined, problems: []}
  for (const text of [nameFacts(files.stem).date, body.date]) {
    const parsed = text === undefined ? undefined : parseDate(text, show.timeZone)
    if (parsed !== undefined && 'at' in parsed) return {value: {state: 'published', at: parsed.at}, problems: []}
  }
  const message = 'The episode has no date, so it has no place in the feed'
  return {
    value: undefined,
    problems: [problem('field-missing', {file: files.file, line: 1}, message, 'Write: date: 2024-01-31')],
  }
}

/**
 * Season and number: from the fields, from the file name, which the author chose for that, else from the title, which may mean something
 * else (`fact-inferred`).
 */
export function numbersOf(
  {reading: {fields}, files}: FactSources,
  title: string,
): Pick<Episode, 'season' | 'number'> & {readonly problems: readonly Problem[]} {
  const named = nameFacts(files.stem)
  const inTitle = titleFacts(title)
  const number = fields.episode ?? named.number ?? inTitle.number
  const isFromTitle = fields.episode === undefined && named.number === undefined && number !== undefined
  const season = fields.season ?? named.season ?? (isFromTitle ? inTitle.season : undefined)
  const message = `The episode number ${number} is taken from the title`
  const problems = isFromTitle ? [inferred(files.file, message, `episode: ${number}`)] : []
  return {problems, ...present({season, number})}
}

/** Slug and guid; see `identity.ts`. Problems: `identity-missing`. */
export function identityOf(
  {reading: {fields}, files, show}: FactSources,
  publishedSlug: string | undefined,
  /** Of the guid; asked for only where something is wrong, since places are costly. */
  place: () => Place,
): Pick<Episode, 'slug' | 'guid'> & {readonly problems: readonly Problem[]} {
  const slug = episodeSlug(present({slug: fields.slug, permalink: fields.permalink}), files.stem, publishedSlug)
  const authored = fields.guid ?? (fields.id !== undefined && isUuid(fields.id) ? fields.id : undefined)
  const guid = episodeGuid(authored, show.guid, slug)
  if (authored === undefined || !isZeroGuid(authored)) return {slug, guid, problems: []}
  const message =
    'The guid is all zeros, as a template leaves it; every episode with it would be the same one to an app'
  return {
    slug,
    guid,
    problems: [problem('identity-missing', place(), message, `Leave the key out, or write: guid: ${guid}`)],
  }
}
