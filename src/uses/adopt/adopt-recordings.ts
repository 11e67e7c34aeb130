import {stat, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {AdoptedShow} from '../../adopt/adopted-show.ts'
import {type Recording, recordedShow, recordingFile} from '../../adopt/recordings.ts'
import {fileNameOf, type Repository} from '../../adopt/repository.ts'
import {fileKinds} from '../../file-kinds/all-kinds.ts'
import {mediaTags} from '../../probe/media-tags.ts'
import {nameFacts, titleFromName} from '../../read/files/file-name-facts.ts'
import {severalAtOnce} from '../../text/several-at-once.ts'

/** A folder of recordings without a text: the show it becomes, and the function that writes the files of its episodes. */
export type RecordedFolder = {
  readonly show: AdoptedShow
  /** Writes a Markdown file beside each recording that has none. The value is the paths of these files. */
  readonly writeEpisodes: () => Promise<readonly string[]>
}

/** `undefined` if there is no recording. */
export async function recordedFolder(root: string, {files}: Repository): Promise<RecordedFolder | undefined> {
  const media = files.filter((file) => fileKinds.mediaOf(file) !== undefined)
  const recordings = await severalAtOnce(onePerName(media), (file) => readRecording(root, file))
  const show = recordedShow(recordings, files)
  if (show === undefined) return undefined
  const writeEpisodes = async () => {
    const there = new Set(files)
    const made = recordings.map(recordingFile).filter(({path}) => !there.has(path))
    for (const {path, text} of made) await writeFile(join(root, path), text, {flag: 'wx'})
    return made.map(({path}) => path)
  }
  return {show, writeEpisodes}
}

/** `one.mp3` and `one.m4a` are one episode here, as in all other places. */
function onePerName(files: readonly string[]): readonly string[] {
  return [...new Map([...files].reverse().map((file) => [file.replace(/\.[^./]*$/, ''), file])).values()].sort()
}

async function readRecording(root: string, file: string): Promise<Recording> {
  const tags = await mediaTags(join(root, file))
  const stem = fileNameOf(file).replace(/\.[^.]*$/, '')
  const name = nameFacts(stem)
  const number = name.number ?? tags.track
  return {
    file,
    title:
      tags.title === undefined
        ? {value: titleFromName(stem) || stem, from: 'From the name of the recording'}
        : {value: tags.title, from: 'From the tags of the recording'},
    day: await dayOf(join(root, file), name.date, tags.day),
    ...(number === undefined
      ? {}
      : {number: {value: number, from: `From the ${name.number === undefined ? 'tags' : 'name'} of the recording`}}),
    ...(tags.album === undefined ? {} : {album: tags.album}),
    ...(tags.artist === undefined ? {} : {artist: tags.artist}),
  }
}

async function dayOf(path: string, inName: string | undefined, inTags: string | undefined): Promise<Recording['day']> {
  if (inName !== undefined) return {value: inName, from: 'From the name of the recording'}
  if (inTags !== undefined) return {value: inTags, from: 'From the tags of the recording'}
  const {mtime} = await stat(path)
  return {
    value: mtime.toISOString().slice(0, 10),
    from: 'The day on which the recording was last changed: correct it if the episode is of another',
  }
}
