import type {Episode} from '../../model/episode.ts'
import {episodePlaceholders} from '../../model/placeholders.ts'
import {present} from '../../model/present.ts'
import {hasErrors, type Outcome, type Problem, withSeverity} from '../../model/problem.ts'
import {isConversation} from '../../transcripts/interview/spoken-body.ts'
import type {FrontMatter} from '../data/authored-data.ts'
import {readFrontMatter} from '../data/front-matter.ts'
import {readText} from '../data/source-text.ts'
import {type EpisodeFields, episodeFields} from '../fields/episode-fields.ts'
import type {ReadFields, UnknownKey} from '../fields/field-table.ts'
import {leftOutEnding} from '../fields/field-values.ts'
import type {EpisodeFiles} from '../files/episode-files.ts'
import type {FileIndex} from '../files/file-index.ts'
import {nameFacts, whyNoEpisode} from '../files/file-name-facts.ts'
import {noteClaims, withFilesOfMedia} from './claimed-files.ts'
import {type EpisodeBody, isAnybodyNamed, linkBlocks, readBody} from './episode-body.ts'
import {type EpisodeChapters, episodeChapters} from './episode-chapters.ts'
import type {EpisodeContext} from './episode-context.ts'
import {episodeIdentityOf, type FactSources, notBeforeOf, numbersOf, publicationOf, titleOf} from './episode-facts.ts'
import {type EpisodeMedia, episodeMedia} from './episode-media.ts'
import {type EpisodePeople, episodePeople, inAllRoles, uniquePeople} from './episode-people.ts'
import {problem} from './episode-problems.ts'
import {type EpisodeTranscripts, episodeTranscripts} from './episode-transcripts.ts'
import {onlyNumbered, onlySpoken, reasonFor, recordingFields, skippedFile} from './no-episode.ts'
import {placeholdersLeft} from './placeholders.ts'
import {portraitOf} from './portraits.ts'
import {refusedFiles} from './refused-files.ts'
import {picturesOfChapters, picturesOfNotes} from './text-pictures.ts'
import {unreadFields} from './unread-fields.ts'

type FileReading = {readonly outcome: Outcome<Episode>; readonly unknownKeys: readonly UnknownKey[]}

export type EpisodeReading = FileReading & {
  /** The files of the show that the episode names, or that have the names of its media. */
  readonly claimed: readonly string[]
}

type Reading = ReadFields<typeof episodeFields>

/** Everything that was read of an episode, before it is put together. */
type Parts = {
  /** The episode's files, and those that have the name of its media. */
  readonly files: EpisodeFiles
  readonly source: FrontMatter
  readonly reading: Reading
  readonly facts: FactSources
  readonly people: EpisodePeople
  /** The hosts of the episode, else the hosts of the show. */
  readonly hosts: Episode['people']
  readonly body: EpisodeBody
  readonly media: EpisodeMedia
  readonly chapters: EpisodeChapters
  readonly transcripts: EpisodeTranscripts
}

/** Reads one episode with everything beside it. There is no value where the file is no episode, or lacks what every feed needs. */
export async function readEpisodeFiles(
  files: EpisodeFiles,
  showContext: EpisodeContext,
  publishedSlug?: string,
): Promise<EpisodeReading> {
  if (showContext.corrections.leftOut.has(files.file)) {
    return {outcome: {ok: false, problems: []}, unknownKeys: [], claimed: []}
  }
  const {context, claimed} = noteClaims(showContext)
  const reading = await readFiles(files, context, publishedSlug)
  return {...reading, claimed: claimed()}
}

async function readFiles(files: EpisodeFiles, context: EpisodeContext, publishedSlug?: string): Promise<FileReading> {
  const reason = whyNoEpisode(files.file, files.stem)
  if (reason !== undefined) return {outcome: {ok: false, problems: [skippedFile(files.file, reason)]}, unknownKeys: []}
  const text = await readText(context.folder, files.file)
  if (!text.ok) return {outcome: text, unknownKeys: []}
  const written = readFrontMatter(text.value, files.file)
  const source = context.corrections.corrected({...written, problems: [...text.problems, ...written.problems]})
  if (hasErrors(source.problems)) return {outcome: {ok: false, problems: source.problems}, unknownKeys: []}
  const reading = context.fields(source, {timeZone: context.show.timeZone})
  const unread = unreadFields(source, context)
  if (unread?.speakOfRecording) return {outcome: {ok: false, problems: [unread.problem]}, unknownKeys: []}
  const parts = await readParts(files, source, reading, context)
  if ('skip' in parts) return {outcome: {ok: false, problems: [parts.skip]}, unknownKeys: []}
  if (unread !== undefined) return {outcome: {ok: false, problems: [unread.problem]}, unknownKeys: []}
  return {outcome: assemble(parts, context, publishedSlug), unknownKeys: [...reading.unknownKeys, ...parts.body.marks]}
}

async function readParts(
  ownFiles: EpisodeFiles,
  source: FrontMatter,
  reading: Reading,
  {show, folder, index, peopleFiles, transcriptsOf, spare}: EpisodeContext,
): Promise<Parts | {readonly skip: Problem}> {
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
    placeOf: () => placeOf('chapters'),
    ...present({line: places.get('chapters')?.line}),
  }
  const chapters = await episodeChapters(fields.chapters, body.notes, chapterContext)
  const transcripts = await episodeTranscripts(fields.transcript, {
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
  {fields, problems}: Reading,
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

function assemble(parts: Parts, {index, show}: EpisodeContext, publishedSlug: string | undefined): Outcome<Episode> {
  const {files, facts, reading, body, media, chapters, transcripts, people, hosts} = parts
  const {fields} = reading
  const places = placesOf(parts)
  const title = titleOf(facts)
  const publication = publicationOf(facts)
  const {problems: numberProblems, ...numbers} = numbersOf(facts, title.value)
  const {problems: identityProblems, ...identity} = episodeIdentityOf(facts, publishedSlug, () =>
    reading.placeOf('guid'),
  )
  const notesPictures = picturesOfNotes(body.notes, files.file, index)
  const chapterPictures = picturesOfChapters(chapters.chapters, chapters.source?.file ?? files.file, index)
  const partsRead = [parts.source, reading, people, body, title, publication, media, chapters, transcripts]
  const found: readonly Problem[] = [
    ...[...partsRead, notesPictures, chapterPictures].flatMap((part) => part.problems),
    ...numberProblems,
    ...identityProblems,
    ...placeholdersLeft(reading, episodeFields, episodePlaceholders),
    ...refusedFiles(files),
  ]
  // A draft may name files that do not exist yet. Its author wants to hear of all other mistakes at once.
  const isDraft = publication.value?.state === 'draft'
  const expected = isDraft ? found.filter(({code}) => code !== 'reference-missing') : found
  const problems = [...withoutMedia(expected, parts), ...withoutMeaning(reading, files)]
  if (publication.value === undefined || hasErrors(problems)) return {ok: false, problems}
  const value: Episode = {
    file: files.file,
    title: title.value,
    publication: publication.value,
    media: media.media,
    people: inAllRoles(
      [
        ...hosts,
        ...people.others,
        ...(isAnybodyNamed(fields) ? [] : withPortraits(body.facts.people, files.file, index)),
      ],
      people,
      show.people,
    ),
    notesPictures: notesPictures.pictures,
    chapterPictures: chapterPictures.pictures,
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

/** A file or an address that cannot be used is left out. It is an error if the episode has nothing else. */
function withoutMedia(problems: readonly Problem[], {reading: {wrongFields}, media}: Parts): readonly Problem[] {
  if (media.media.length > 0 || media.hostedVideo !== undefined) return problems
  const lost = new Set(['audio', 'video'].map((field) => wrongFields.get(field)))
  return problems.map((each) => {
    if (!lost.has(each)) return each
    const message = each.message.replace(leftOutEnding, ', and the episode has nothing else to play')
    return withSeverity({...each, message}, 'error')
  })
}

function withoutMeaning({fields, placeOf}: Reading, {file}: EpisodeFiles): readonly Problem[] {
  if (fields.unlisted !== true) return []
  const message = 'This key has no meaning yet: the episode is in the feeds and on the pages like any other'
  const hint = `To keep it back write draft: true, or in show.yaml: leave_out: {"${file}": not listed}`
  return [problem('key-without-meaning', {file, ...placeOf('unlisted')}, message, hint)]
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
      notBefore: notBeforeOf(fields),
      seasonName: fields.season_name,
      explicit: fields.explicit,
      alternateVideo: fields.alternate_video,
      language: fields.language,
    }),
  } as const
}

/** The places of the fields, and the place of the field or the line of text that named the video. */
function placesOf({reading: {places}, media: {videoPlace}, body}: Parts): Episode['places'] {
  const place = videoPlace ?? present({line: body.facts.videoLine})
  return new Map([...places, ['hostedVideo', place]])
}

/** A site path of another generator stays as it is: a picture that is not below the show folder is judged later. */
function imageOf({image, images = []}: EpisodeFields, files: EpisodeFiles, index: FileIndex): string | undefined {
  // If the author says nothing else, site generators show the first picture of a list.
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
