import type {Episode, Publication} from '../../model/episode.ts'
import {present} from '../../model/present.ts'
import {type Place, type Problem, withSeverity} from '../../model/problem.ts'
import type {Show} from '../../model/show.ts'
import {isWordForNothing} from '../../tags/kinds/value-kinds.ts'
import {parseDate} from '../../text/time/dates.ts'
import type {BodyFacts} from '../../transcripts/interview/facts-from-body.ts'
import type {EpisodeFields, episodeFields} from '../fields/episode-fields.ts'
import type {ReadFields} from '../fields/field-table.ts'
import type {EpisodeFiles} from '../files/episode-files.ts'
import {dateOfFolders, nameFacts, titleFacts} from '../files/file-name-facts.ts'
import {problem} from './episode-problems.ts'
import {episodeGuid, episodeSlug, isUuid, isZeroGuid} from './identity.ts'

/** Where the facts of an episode come from: its front matter, its file name, its text. The best source is the first. */
export type FactSources = {
  readonly files: EpisodeFiles
  readonly reading: ReadFields<typeof episodeFields>
  readonly body: BodyFacts
  readonly show: Show
}

type Found<T> = {readonly value: T; readonly problems: readonly Problem[]}

/** The title that is written, else one that is made of the file name. Problems: `fact-inferred`, if it is made. */
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

/**
 * Whether the episode is a draft, else its date. If no date can be found, there is no value. Problems: `field-missing`,
 * `key-without-meaning`.
 */
export function publicationOf({files, reading, body, show}: FactSources): Found<Publication | undefined> {
  const {fields, wrongFields} = reading
  if (isDraft(fields)) return {value: {state: 'draft'}, problems: []}
  const limited = (['status', 'private'] as const).find((name) => fields[name] === 'some' || fields[name] === true)
  if (limited !== undefined) return {value: undefined, problems: [notForAll(reading.placeOf(limited), files.file)]}
  const written = fields.date ?? (fields.published instanceof Date ? fields.published : undefined)
  if (written !== undefined) return {value: {state: 'published', at: written}, problems: []}
  // The field is written, but wrong. That was reported already, with its line.
  if (wrongFields.has('date') || wrongFields.has('published')) return {value: undefined, problems: []}
  for (const text of [nameFacts(files.stem).date, dateOfFolders(files.file), body.date]) {
    const parsed = text === undefined ? undefined : parseDate(text, show.timeZone)
    if (parsed !== undefined && 'at' in parsed) return {value: {state: 'published', at: parsed.at}, problems: []}
  }
  const message = 'The episode has no date, so it cannot be sorted into the feed'
  return {
    value: undefined,
    problems: [problem('field-missing', {file: files.file, line: 1}, message, 'Write: date: 2024-01-31')],
  }
}

function isDraft({draft, published, status}: EpisodeFields): boolean {
  return draft === true || published === false || (status === 'nobody' && draft === undefined)
}

function notForAll(place: Place, file: string): Problem {
  const message = 'The episode is said to be for some people only, but it would be published for everybody'
  const hint = `To keep it back write draft: true, or in show.yaml: leave_out: {"${file}": not for everybody}. If it is for everybody, take this out`
  return withSeverity(problem('key-without-meaning', place, message, hint), 'error')
}

/** Nothing is published before the latest of the times that the author names: it could not be taken back. */
export function notBeforeOf({date, published, not_before}: EpisodeFields): Date | undefined {
  const named = [
    not_before,
    date !== undefined && published instanceof Date && published > date ? published : undefined,
  ]
  const times = named.flatMap((each) => (each === undefined ? [] : [each.getTime()]))
  return times.length === 0 ? undefined : new Date(Math.max(...times))
}

/**
 * Finds season and number: in the fields, else in the file name, which the author chose for that, else in the title, which may mean
 * something else (`fact-inferred`).
 */
export function numbersOf(
  {reading: {fields, places}, files}: FactSources,
  title: string,
): Pick<Episode, 'season' | 'number' | 'shortCode'> & {readonly problems: readonly Problem[]} {
  const named = nameFacts(files.stem)
  const inTitle = titleFacts(title)
  const written = fields.episode ?? []
  const [own, ...others] = written.flatMap((each) => ('number' in each ? [each.number] : []))
  const shortCode = written.find((each) => 'shortCode' in each)?.shortCode
  // If the author wrote a code, or that there is no number, no other source counts.
  // Below folders of a year and a month, a name begins with the day.
  const inName = dateOfFolders(files.file) === undefined ? named.number : undefined
  const number = own ?? (written.length > 0 ? undefined : (inName ?? inTitle.number))
  const isFromTitle = written.length === 0 && inName === undefined && number !== undefined
  const season = fields.season ?? named.season ?? (isFromTitle ? inTitle.season : undefined)
  const message = `The episode number ${number} is taken from the title`
  const problems = isFromTitle ? [inferred(files.file, message, `episode: ${number}`)] : []
  const other = others.find((each) => each !== number)
  if (other !== undefined) problems.push(twoNumbers(number, other, {file: files.file, ...places.get('episode')}))
  return {problems, ...present({season, number, shortCode})}
}

function twoNumbers(used: number | undefined, other: number, place: Place): Problem {
  const message = `Two keys say which number the episode has, ${used} and ${other}; ${used} counts`
  return problem('key-contradicts', place, message, `Keep one of them: episode: ${used}`)
}

/** Slug and guid; see `identity.ts`. Problems: `identity-missing`. */
export function episodeIdentityOf(
  {reading: {fields}, files, show}: FactSources,
  publishedSlug: string | undefined,
  /** Gives the place of a field. It is called only where something is wrong, because places are costly. */
  place: (field: 'guid' | 'slug') => Place,
): Pick<Episode, 'slug' | 'guid'> & {readonly problems: readonly Problem[]} {
  const slug = episodeSlug(present({slug: fields.slug, permalink: fields.permalink}), files.stem, publishedSlug)
  const changed = changedSlug(fields.slug, slug, () => place('slug'))
  const authored = fields.guid ?? (fields.id !== undefined && isUuid(fields.id) ? fields.id : undefined)
  const guid = episodeGuid(authored, show.guid, slug)
  if (authored === undefined || !isZeroGuid(authored)) return {slug, guid, problems: changed}
  const message =
    'The guid is all zeros, as a template leaves it; every episode with it would be the same one to an app'
  return {
    slug,
    guid,
    problems: [
      ...changed,
      problem('identity-missing', place('guid'), message, `Leave the key out, or write: guid: ${guid}`),
    ],
  }
}

/** A slug is one part of an address. What else is written there is said, because links may name it. */
function changedSlug(written: string | undefined, slug: string, place: () => Place): readonly Problem[] {
  const part = written?.replace(/^\/|\/$/g, '')
  if (written === undefined || part === slug || isWordForNothing(written)) return []
  const message = `slug: the page of the episode is at ${slug}/, because "${written.slice(0, 80)}" is no one part of an address`
  return [problem('value-assumed', place(), message, `Write slug: ${slug}`)]
}
