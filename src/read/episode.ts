import type {Episode} from '../model/episode.ts'
import {episodePlaceholders} from '../model/placeholders.ts'
import {present} from '../model/present.ts'
import {hasErrors, type Outcome, type Problem, problem} from '../model/problem.ts'
import type {Show} from '../model/show.ts'
import type {FrontMatter} from './authored-data.ts'
import {type EpisodeBody, isAnybodyNamed, linkBlocks, readBody} from './episode-body.ts'
import {type EpisodeChapters, episodeChapters} from './episode-chapters.ts'
import {type FactSources, identityOf, numbersOf, publicationOf, titleOf} from './episode-facts.ts'
import {type EpisodeFields, episodeFields} from './episode-fields.ts'
import type {EpisodeFiles} from './episode-files.ts'
import {type EpisodeMedia, episodeMedia} from './episode-media.ts'
import {type EpisodePeople, episodePeople, uniquePeople} from './episode-people.ts'
import {type EpisodeTranscripts, episodeTranscripts} from './episode-transcripts.ts'
import type {FieldReader, ReadFields, UnknownKey} from './fields.ts'
import type {FileIndex} from './file-index.ts'
import {whyNoEpisode} from './file-name-facts.ts'
import {readFrontMatter} from './front-matter.ts'
import type {PeopleFiles} from './people-files.ts'
import {placeholdersLeft} from './placeholders.ts'
import {portraitOf} from './portraits.ts'
import {readText} from './source-text.ts'

/** What reading one episode needs to know of the show. */
export type EpisodeContext = {
  readonly folder: string
  readonly show: Show
  readonly fields: FieldReader<typeof episodeFields>
  readonly index: FileIndex
  readonly peopleFiles: PeopleFiles
  readonly transcriptsOf: (file: string) => readonly string[]
}

export type EpisodeReading = {readonly outcome: Outcome<Episode>; readonly unknownKeys: readonly UnknownKey[]}

type Reading = ReadFields<typeof episodeFields>

/** Everything that was read of an episode, not yet put together. */
type Parts = {
  readonly source: FrontMatter
  readonly reading: Reading
  readonly facts: FactSources
  readonly people: EpisodePeople
  /** Those of the episode, else those of the show. */
  readonly hosts: Episode['people']
  readonly body: EpisodeBody
  readonly media: EpisodeMedia
  readonly chapters: EpisodeChapters
  readonly transcripts: EpisodeTranscripts
}

/** Reads one episode with everything beside it. Without a value where the file is none, or lacks what no feed can do without. */
export async function readEpisodeFiles(
  files: EpisodeFiles,
  context: EpisodeContext,
  publishedSlug?: string,
): Promise<EpisodeReading> {
  const reason = whyNoEpisode(files.file, files.stem)
  if (reason !== undefined) return {outcome: skipped(files, reason), unknownKeys: []}
  const text = await readText(context.folder, files.file)
  if (!text.ok) return {outcome: text, unknownKeys: []}
  const source = readFrontMatter(text.value, files.file)
  if (hasErrors(source.problems)) return {outcome: {ok: false, problems: source.problems}, unknownKeys: []}
  const reading = context.fields(source, {timeZone: context.show.timeZone})
  const parts = await readParts(files, source, reading, context)
  if ('skip' in parts) return {outcome: skipped(files, parts.skip), unknownKeys: []}
  return {outcome: assemble(files, parts, context, publishedSlug), unknownKeys: reading.unknownKeys}
}

function skipped({file}: EpisodeFiles, reason: string): Outcome<Episode> {
  const hint = 'To leave it out of the search, name the episodes in show.yaml: episodes: "*/index.md"'
  return {ok: false, problems: [problem('file-skipped', {file}, `This file is no episode: ${reason}`, hint)]}
}

async function readParts(
  files: EpisodeFiles,
  source: FrontMatter,
  reading: Reading,
  {show, folder, index, peopleFiles, transcriptsOf}: EpisodeContext,
): Promise<Parts | {readonly skip: string}> {
  const {fields, places, placeOf} = reading
  const {file} = files
  const people = await episodePeople(fields, {file, places, peopleFiles, index})
  const hosts = people.hosts.length > 0 ? people.hosts : show.people
  const known = uniquePeople([...hosts, ...people.others])
  const media = episodeMedia({fields, files, show, index, places, placeOf})
  const body = readBody(source, fields, known, media.hostedVideo)
  const skip = whyNoRecording(source, reading, body, media)
  if (skip !== undefined) return {skip}
  const chapterContext = {
    folder,
    files,
    index,
    place: placeOf('chapters'),
    ...present({line: places.get('chapters')?.line}),
  }
  const chapters = await episodeChapters(fields.chapters, body.notes, chapterContext)
  const transcripts = await episodeTranscripts(fields.transcript, {
    folder,
    files,
    index,
    matched: transcriptsOf(file),
    people: uniquePeople([...known, ...body.facts.people]),
    place: placeOf('transcript'),
  })
  const facts = {files, reading, body: body.facts, show}
  return {source, reading, facts, people, hosts, body, media, chapters, transcripts}
}

/** Fields that are written about recordings and about nothing else. */
const recordingFields = [
  'date',
  'published',
  'guid',
  'duration',
  'episode',
  'season',
  'draft',
  'audio',
  'video',
  'youtube',
] as const

/** Pages and notes lie among the episodes of real shows. What has a date, or a mistake in it, is an episode all the same. */
function whyNoRecording(
  source: FrontMatter,
  {fields, problems}: Reading,
  body: EpisodeBody,
  media: EpisodeMedia,
): string | undefined {
  const speaksOfOne =
    recordingFields.some((field) => fields[field] !== undefined) ||
    [body.facts.date, body.facts.hostedVideo].some((fact) => fact !== undefined) ||
    body.transcripts.length > 0 ||
    media.media.length > 0
  if (speaksOfOne || hasErrors([...problems, ...media.problems])) return undefined
  if (!source.present) return 'it has no front matter, no date and no media'
  return 'nothing in it speaks of a recording: no date, no media, no number'
}

function assemble(
  files: EpisodeFiles,
  parts: Parts,
  {index}: EpisodeContext,
  publishedSlug: string | undefined,
): Outcome<Episode> {
  const {facts, reading, body, media, chapters, transcripts, people, hosts} = parts
  const {fields} = reading
  const places = placesOf(parts)
  const title = titleOf(facts)
  const publication = publicationOf(facts)
  const {problems: numberProblems, ...numbers} = numbersOf(facts, title.value)
  const {problems: identityProblems, ...identity} = identityOf(facts, publishedSlug, () => reading.placeOf('guid'))
  const found: readonly Problem[] = [
    ...[parts.source, reading, people, body, title, publication, media, chapters, transcripts].flatMap(
      (part) => part.problems,
    ),
    ...numberProblems,
    ...identityProblems,
    ...placeholdersLeft(reading, episodeFields, episodePlaceholders),
  ]
  // A draft names files that are still to come; its other mistakes are worth knowing at once.
  const isDraft = publication.value?.state === 'draft'
  const problems = isDraft ? found.filter(({code}) => code !== 'reference-missing') : found
  if (publication.value === undefined || hasErrors(problems)) return {ok: false, problems}
  const value: Episode = {
    file: files.file,
    title: title.value,
    publication: publication.value,
    media: media.media,
    people: uniquePeople([
      ...hosts,
      ...people.others,
      ...(isAnybodyNamed(fields) ? [] : withPortraits(body.facts.people, files.file, index)),
    ]),
    notes: [...body.notes, ...linkBlocks(fields.links ?? [], places.get('links')?.line ?? 1)],
    transcripts: [...transcripts.transcripts, ...body.transcripts],
    linkedTranscripts: transcripts.linked,
    chapters: chapters.chapters,
    places,
    tagValues: reading.tagValues,
    ...writtenAsIs(fields),
    ...numbers,
    ...identity,
    ...present({
      hostedVideo: body.facts.hostedVideo,
      link: media.link,
      chapterSource: chapters.source,
      image: imageOf(fields, files, index),
      pictures: picturesOf(fields, files, index),
    }),
  }
  return {ok: true, value, problems}
}

/** People of the text, each with the picture that their card shows, if it can be found. */
function withPortraits(people: Episode['people'], file: string, index: FileIndex): Episode['people'] {
  return people.map(({image, ...person}) => ({...person, ...present({image: portraitOf(image, file, index).image})}))
}

function writtenAsIs(fields: EpisodeFields) {
  return {
    type: fields.type ?? 'full',
    blocked: fields.block ?? false,
    tags: fields.tags ?? [],
    aliases: fields.aliases ?? [],
    ...present({
      subtitle: fields.subtitle,
      summary: fields.summary,
      updatedAt: fields.updated,
      notBefore: fields.not_before,
      seasonName: fields.season_name,
      explicit: fields.explicit,
      alternateVideo: fields.alternate_video,
      language: fields.language,
    }),
  } as const
}

/** The fields', and that of the video, whichever field or line of the text named it. */
function placesOf({reading: {places}, media: {videoPlace}, body}: Parts): Episode['places'] {
  const place = videoPlace ?? present({line: body.facts.videoLine})
  return new Map([...places, ['hostedVideo', place]])
}

/** A site path of another generator stays as it is: what is not below the show folder is judged later. */
function imageOf({image, images = []}: EpisodeFields, files: EpisodeFiles, index: FileIndex): string | undefined {
  // Where nothing else is said, the first picture of a list is the one that site generators show.
  const written = image ?? images.find(({purposes}) => purposes === undefined)?.location
  return written === undefined ? files.images[0] : pictureFile(written, files, index)
}

function pictureFile(written: string, files: EpisodeFiles, index: FileIndex): string {
  if (/^https?:/i.test(written)) return written
  const found = index.find(written, files.file)
  return 'path' in found ? found.path : written
}

function picturesOf({images = []}: EpisodeFields, files: EpisodeFiles, index: FileIndex): Episode['pictures'] {
  const pictures = images.flatMap(({purposes, ...picture}) =>
    purposes === undefined ? [] : [{...picture, purposes, location: pictureFile(picture.location, files, index)}],
  )
  return pictures.length === 0 ? undefined : pictures
}
