import type {Episode} from '../../model/episode.ts'
import type {Problem} from '../../model/problem.ts'
import type {episodeFields} from '../fields/episode-fields.ts'
import type {ReadFields} from '../fields/field-table.ts'
import {nameFacts} from '../files/file-name-facts.ts'
import {problem} from '../files/file-problems.ts'

type FieldName = keyof ReadFields<typeof episodeFields>['fields']

/** Fields that are written about recordings and about nothing else. */
export const recordingFields = [
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
] as const satisfies readonly FieldName[]

/** Of these, pages of a site have none, but many have a date. */
const fieldsOfEpisodesAlone = [
  'guid',
  'duration',
  'episode',
  'season',
  'type',
  'hosts',
  'guests',
  'soundbites',
] as const satisfies readonly (FieldName | 'soundbites')[]

const nothingOfIt = 'nothing in it speaks of a recording: no date, no media, no number'

/** Why a file is left out of the show if its text is not about an episode. */
export function reasonFor(hasFrontMatter: boolean): string {
  return hasFrontMatter ? nothingOfIt : 'it has no front matter, no date and no media'
}

/** The problem of a file that is no episode. */
export function skippedFile(file: string, reason: string): Problem {
  const hint = 'To leave it out of the search, name the episodes in show.yaml: episodes: "*/index.md"'
  return problem('file-skipped', {file}, `This file is no episode: ${reason}`, hint)
}

/** The problem of a file whose name has the number of an episode, where nothing else speaks for one. */
export function onlyNumbered(file: string, number: number): Problem {
  const message = `The name of this file has a number (${number}), as an episode has, but there is no date and no recording, so it is not published`
  return problem(
    'episode-in-doubt',
    {file, line: 1},
    message,
    `If it is an episode, write: date: 2024-01-31. ${ifPage(file)}`,
  )
}

/** The problem of a page in which people talk by turns, where nothing says that there is a recording of it. */
export function onlySpoken(file: string): Problem {
  const message =
    'In this file people talk by turns, as in an interview, but there is no recording, no video and no date, so it is not published'
  const hint = `If it is an episode, name its recording (audio: interview.mp3, or youtube: ADDRESS) or write: date: 2024-01-31. ${ifPage(file)}`
  return problem('episode-in-doubt', {file, line: 1}, message, hint)
}

/** The problem of a page that has nothing of an episode but a date, where other episodes have recordings. */
export function onlyDated({file, places}: Episode): Problem {
  const message =
    'This file has a date, but no recording, no transcript and no number, as other episodes have, so it is not published'
  return problem(
    'episode-in-doubt',
    {file, ...(places.get('date') ?? {line: 1})},
    message,
    `If it is an episode, write: type: full. ${ifPage(file)}`,
  )
}

function ifPage(file: string): string {
  return `If it is a page, write in show.yaml: leave_out: {${JSON.stringify(file)}: a page}`
}

/** Whether a date is all that an episode has of an episode. Names with dates are those of episodes, and pages of a site have none. */
export function isOnlyDated(episode: Episode, stem: string): boolean {
  const {media, hostedVideo, transcripts, linkedTranscripts, chapters, number, shortCode, places} = episode
  const {date, number: numberInName} = nameFacts(stem)
  return (
    [media, transcripts, linkedTranscripts, chapters].every((each) => each.length === 0) &&
    [hostedVideo, number, shortCode, date, numberInName].every((each) => each === undefined) &&
    !fieldsOfEpisodesAlone.some((field) => places.has(field))
  )
}

/** Whether a file that is not published is shaped like an episode. A show that has only such files is not empty: we did not understand it. */
export function looksLikeEpisode({code, message}: Problem): boolean {
  return code === 'episode-in-doubt' || (code === 'file-skipped' && message.endsWith(nothingOfIt))
}
