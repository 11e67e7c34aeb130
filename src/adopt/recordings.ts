import type {AdoptedShow} from './adopted-show.ts'
import {folderOf, type Sourced} from './repository.ts'
import {coverOf} from './show-cover.ts'

/** A media file that no Markdown file names, with what its tags and its name say. */
export type Recording = {
  readonly file: string
  readonly title: Sourced<string>
  /** `2026-01-31` */
  readonly day: Sourced<string>
  readonly number?: Sourced<number>
  /** What the tags of the file say: the name of the podcast, and who made it. */
  readonly album?: string
  readonly artist?: string
}

/** The file of an episode that is made for a recording, beside it and with its name. */
export type RecordingFile = {readonly path: string; readonly text: string}

/** The show that a folder of recordings is; none where there is no recording. */
export function recordedShow(recordings: readonly Recording[], files: readonly string[]): AdoptedShow | undefined {
  const [first] = recordings
  if (first === undefined) return undefined
  const folders = new Set(recordings.map(({file}) => folderOf(file)))
  const folder = folders.size === 1 ? folderOf(first.file) : undefined
  const glob = folder === undefined ? '**/*.md' : folder === '' ? '*.md' : `${folder}/*.md`
  const count = recordings.length === 1 ? 'one recording' : `${recordings.length} recordings`
  const title = shared(recordings.map(({album}) => album))
  const author = shared(recordings.map(({artist}) => artist))
  const image = coverOf(files)
  return {
    folder: '',
    facts: {
      ...(title === undefined ? {} : {title: {value: title, from: 'the tags of the recordings: album'}}),
      ...(author === undefined ? {} : {author: {value: author, from: 'the tags of the recordings: artist'}}),
      ...(image === undefined ? {} : {image}),
    },
    glob: {value: glob, from: `${count}, each with a file beside it`},
    episodeCount: recordings.length,
    others: [],
    mapped: [],
  }
}

/** What all recordings say that say anything about it. */
function shared(values: readonly (string | undefined)[]): string | undefined {
  const different = [...new Set(values.filter((value) => value !== undefined))]
  return different.length === 1 ? different[0] : undefined
}

export function recordingFile({file, title, day, number}: Recording): RecordingFile {
  const lines = [
    '---',
    `# ${title.from}`,
    `title: ${JSON.stringify(title.value)}`,
    `# ${day.from}`,
    `date: ${day.value}`,
    ...(number === undefined ? [] : [`# ${number.from}`, `number: ${number.value}`]),
    '---',
    '',
  ]
  return {path: file.replace(/\.[^./]*$/, '.md'), text: lines.join('\n')}
}
