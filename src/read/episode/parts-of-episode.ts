import type {Episode} from '../../model/episode.ts'
import {present} from '../../model/present.ts'
import {hasErrors, type Problem, withSeverity} from '../../model/problem.ts'
import {isConversation} from '../../transcripts/interview/spoken-body.ts'
import type {FrontMatter} from '../data/authored-data.ts'
import type {episodeFields} from '../fields/episode-fields.ts'
import type {ReadFields} from '../fields/field-table.ts'
import type {EpisodeFiles} from '../files/episode-files.ts'
import {nameFacts} from '../files/file-name-facts.ts'
import {withFilesOfMedia} from './claimed-files.ts'
import {type EpisodeBody, readBody} from './episode-body.ts'
import {type EpisodeChapters, episodeChapters} from './episode-chapters.ts'
import type {EpisodeContext} from './episode-context.ts'
import type {FactSources} from './episode-facts.ts'
import {type EpisodeMedia, episodeMedia} from './episode-media.ts'
import {type EpisodePeople, episodePeople, uniquePeople} from './episode-people.ts'
import {type EpisodeTranscripts, episodeTranscripts} from './episode-transcripts.ts'
import {onlyNumbered, onlySpoken, reasonFor, recordingFields, skippedFile} from './no-episode.ts'

/** The fields of an episode, as its front matter has them. */
export type ReadEpisodeFields = ReadFields<typeof episodeFields>

/** Everything that was read of an episode, before it is put together. */
export type PartsOfEpisode = {
  /** The episode's files, and those that have the name of its media. */
  readonly files: EpisodeFiles
  readonly source: FrontMatter
  readonly reading: ReadEpisodeFields
  readonly facts: FactSources
  readonly people: EpisodePeople
  /** The hosts of the episode, else the hosts of the show. */
  readonly hosts: Episode['people']
  readonly body: EpisodeBody
  readonly media: EpisodeMedia
  readonly chapters: EpisodeChapters
  readonly transcripts: EpisodeTranscripts
}

/** Reads everything that an episode is made of; `skip` says why the file is no episode. */
export async function readPartsOfEpisode(
  ownFiles: EpisodeFiles,
  source: FrontMatter,
  reading: ReadEpisodeFields,
  {show, folder, index, peopleFiles, transcriptsOf, spare}: EpisodeContext,
): Promise<PartsOfEpisode | {readonly skip: Problem}> {
  const {fields, places, placeOf} = reading
  const {file} = ownFiles
  const people = await episodePeople(fields, {file, places, peopleFiles, index})
  const hosts = people.hosts.length > 0 ? people.hosts : show.people
  const known = uniquePeople([...hosts, ...people.others])
  const media = episodeMedia({fields, files: ownFiles, show, index, places, placeOf})
  const body = readBody(source, fields, known, media.hostedVideo, show.siteUrl)
  const skip = whyNoRecording(source, reading, body, media, ownFiles)
  if (skip !== undefined) return {skip}
  const files = withFilesOfMedia(ownFiles, media.media, spare)
  const chapterContext = {
    folder,
    files,
    index,
    placeOf: (at?: readonly string[]) => placeOf('chapters', at),
    ...present({line: places.get('chapters')?.line}),
  }
  const chapters = await episodeChapters(fields.chapters, body.notes, chapterContext)
  const transcripts = await episodeTranscripts(fields.transcript ?? [], {
    folder,
    files,
    index,
    matched: transcriptsOf(file),
    people: uniquePeople([...known, ...body.facts.people]),
    placeOf: () => placeOf('transcript'),
  })
  const facts = {files, reading, body: body.facts, show}
  return {source, reading, files, facts, people, hosts, body, media, chapters, transcripts}
}

/** Pages and notes lie among the episodes of real shows. But a file that has a date, or a mistake in it, counts as an episode. */
function whyNoRecording(
  source: FrontMatter,
  {fields, problems}: ReadEpisodeFields,
  body: EpisodeBody,
  media: EpisodeMedia,
  {file, stem}: EpisodeFiles,
): Problem | undefined {
  const {date, number} = nameFacts(stem)
  const speaksOfOne =
    (source.present && date !== undefined) ||
    recordingFields.some((field) => fields[field] !== undefined) ||
    [body.facts.date, body.facts.hostedVideo].some((fact) => fact !== undefined) ||
    body.transcripts.length > 0 ||
    media.media.length > 0
  if (speaksOfOne || hasErrors([...problems, ...media.problems])) return undefined
  if (isConversation(body.notes)) return onlySpoken(file)
  if (number === undefined) return skippedFile(file, reasonFor(source.present))
  // Texts of a repository are numbered as well. Without front matter, hardly one of them is an episode.
  return source.present ? onlyNumbered(file, number) : withSeverity(onlyNumbered(file, number), 'info')
}
