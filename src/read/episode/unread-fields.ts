import type {Problem} from '../../model/problem.ts'
import type {FrontMatter} from '../data/authored-data.ts'
import {findStrayData} from '../data/stray-data.ts'
import type {EpisodeContext} from './episode-context.ts'
import {problem} from './episode-problems.ts'
import {recordingFields} from './no-episode.ts'

type Field = keyof ReturnType<EpisodeContext['fields']>['fields']

/** A line above the text with one of these fields is meant for Castwright, and not for readers. */
const tellingFields: ReadonlySet<string> = new Set<Field>(['title', 'date', 'not_before', 'draft'])

export type UnreadFields = {
  readonly problem: Problem
  /** Whether the fields speak of a recording. If they had been read, the file would then be an episode. */
  readonly speakOfRecording: boolean
}

/** Finds fields that stand as text at the top of the body. Problems: `front-matter-unread`. */
export function unreadFields(source: FrontMatter, {fields, show}: EpisodeContext): UnreadFields | undefined {
  const stray = findStrayData(source)
  if (stray === undefined) return undefined
  const context = {timeZone: show.timeZone}
  const known = fields(stray.source, context)
  const names = new Set([...Object.keys(known.fields), ...known.wrongFields.keys()])
  // `Published: April 13, 2022` is the publication line of an article. That line is read elsewhere.
  const isTelling = [...names].some((name) => tellingFields.has(name)) || typeof known.fields.published === 'boolean'
  if (!isTelling || areAllWritten(names, source, {fields, context})) return undefined
  const written = [...names].slice(0, 8).join(', ')
  const message = `The lines at the top of this text are fields of the episode (${written}), but they were read as show notes. ${stray.why}`
  const hint = 'Let the file begin with a line of --- alone, and write another such line below the last field'
  return {
    problem: problem('front-matter-unread', {file: source.file, line: stray.source.bodyLine}, message, hint),
    speakOfRecording: recordingFields.some((name) => names.has(name)),
  }
}

/** Whether the front matter has all of these fields. Then nothing is lost: an article may repeat its title and date for readers. */
function areAllWritten(
  names: ReadonlySet<string>,
  source: FrontMatter,
  {fields, context}: Pick<EpisodeContext, 'fields'> & {readonly context: Parameters<EpisodeContext['fields']>[1]},
): boolean {
  if (Object.keys(source.data).length === 0) return false
  const read = fields(source, context)
  const has = (name: string) => Object.hasOwn(read.fields, name) || read.wrongFields.has(name)
  const telling = [...names].filter((name) => tellingFields.has(name) || name === 'published')
  return telling.every(has)
}
