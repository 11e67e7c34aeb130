import type {Episode} from '../../model/episode.ts'
import {episodePlaceholders} from '../../model/placeholders.ts'
import {present} from '../../model/present.ts'
import {hasErrors, type Outcome, type Problem, withSeverity} from '../../model/problem.ts'
import {readFrontMatter} from '../data/front-matter.ts'
import {readText} from '../data/source-text.ts'
import {type EpisodeFields, episodeFields} from '../fields/episode-fields.ts'
import type {UnknownKey} from '../fields/field-table.ts'
import {withOtherEnding} from '../fields/field-values.ts'
import type {EpisodeFiles} from '../files/episode-files.ts'
import type {FileIndex} from '../files/file-index.ts'
import {whyNoEpisode} from '../files/file-name-facts.ts'
import {noteClaims} from './claimed-files.ts'
import {isAnybodyNamed, linkBlocks} from './episode-body.ts'
import type {EpisodeContext} from './episode-context.ts'
import {episodeIdentityOf, notBeforeOf, numbersOf, publicationOf, titleOf} from './episode-facts.ts'
import {inAllRoles} from './episode-people.ts'
import {problem} from './episode-problems.ts'
import {skippedFile} from './no-episode.ts'
import {type PartsOfEpisode, type ReadEpisodeFields, readPartsOfEpisode} from './parts-of-episode.ts'
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
  return {claimed: claimed(), ...reading}
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
  const parts = await readPartsOfEpisode(files, source, reading, context)
  if ('skip' in parts) return {outcome: {ok: false, problems: [parts.skip]}, unknownKeys: []}
  if (unread !== undefined) return {outcome: {ok: false, problems: [unread.problem]}, unknownKeys: []}
  return {outcome: assemble(parts, context, publishedSlug), unknownKeys: [...reading.unknownKeys, ...parts.body.marks]}
}

function assemble(parts: PartsOfEpisode, context: EpisodeContext, publishedSlug: string | undefined): Outcome<Episode> {
  const {files, facts, reading, body, media, chapters, transcripts} = parts
  const {fields} = reading
  const places = placesOf(parts)
  const title = titleOf(facts)
  const publication = publicationOf(facts)
  const {problems: numberProblems, ...numbers} = numbersOf(facts, title.value)
  const {problems: identityProblems, ...identity} = episodeIdentityOf(facts, publishedSlug, reading.placeOf)
  const notesPictures = picturesOfNotes(body.notes, files.file, context.index)
  const chapterPictures = picturesOfChapters(chapters.chapters, chapters.source?.file ?? files.file, context.index)
  const derived = [title, publication, notesPictures, chapterPictures].flatMap((part) => part.problems)
  const problems = problemsOf(
    parts,
    [...derived, ...numberProblems, ...identityProblems],
    publication.value?.state === 'draft',
  )
  if (publication.value === undefined || hasErrors(problems)) return {ok: false, problems}
  const value: Episode = {
    file: files.file,
    title: title.value,
    publication: publication.value,
    media: media.media,
    people: peopleOf(parts, context),
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
      image: imageOf(fields, files, context.index),
      pictures: picturesOf(fields, files, context.index),
    }),
  }
  return {ok: true, value, problems}
}

/** The problems of all parts, and `derived`: what showed when the parts were put together. */
function problemsOf(parts: PartsOfEpisode, derived: readonly Problem[], isDraft: boolean): readonly Problem[] {
  const {files, source, reading, people, body, media, chapters, transcripts} = parts
  const found = [
    ...[source, reading, people, body, media, chapters, transcripts].flatMap((part) => part.problems),
    ...derived,
    ...placeholdersLeft(reading, episodeFields, episodePlaceholders),
    ...refusedFiles(files),
  ]
  // A draft may name files that do not exist yet. Its author wants to hear of all other mistakes at once.
  const expected = isDraft ? found.filter(({code}) => code !== 'reference-missing') : found
  return [...withoutMedia(expected, parts), ...withoutMeaning(reading, files)]
}

function peopleOf(
  {files, reading, people, hosts, body}: PartsOfEpisode,
  {index, show}: EpisodeContext,
): Episode['people'] {
  const ofText = isAnybodyNamed(reading.fields) ? [] : withPortraits(body.facts.people, files.file, index)
  return inAllRoles([...hosts, ...people.others, ...ofText], people, show.people)
}

/** A file or an address that cannot be used is left out. It is an error if the episode has nothing else. */
function withoutMedia(
  problems: readonly Problem[],
  {reading: {wrongFields}, media}: PartsOfEpisode,
): readonly Problem[] {
  if (media.media.length > 0 || media.hostedVideo !== undefined) return problems
  const lost = new Set(['audio', 'video'].map((field) => wrongFields.get(field)))
  return problems.map((each) => {
    if (!lost.has(each)) return each
    return withSeverity(withOtherEnding(each, ', and the episode has nothing else to play'), 'error')
  })
}

function withoutMeaning({fields, placeOf}: ReadEpisodeFields, {file}: EpisodeFiles): readonly Problem[] {
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
      translations: fields.translations,
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
function placesOf({reading: {places}, media: {videoPlace}, body}: PartsOfEpisode): Episode['places'] {
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
