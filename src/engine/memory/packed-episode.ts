import {deserialize, serialize} from 'node:v8'
import type {FileRecord, OutputFile} from '../../model/output.ts'
import {present} from '../../model/present.ts'
import type {EpisodeResult} from '../../plan/episode-result.ts'
import {planEpisode} from '../../plan/plan-episode.ts'
import type {ReadyShow} from '../../plan/ready-show.ts'
import type {TakeFile} from '../../plan/take-file.ts'
import {type EpisodeFiles, rememberUnknownKey, type UnknownKey} from '../../read/read.ts'
import {type EpisodeInputs, recordInputs} from './episode-inputs.ts'
import {type ItemMarks, marksOfResult} from './item-marks.ts'
import {type LockedMediaMark, lockedMediaMark} from './locked-media-mark.ts'

/** A planned episode, with what other threads and later builds have to know of it. */
export type RecordedEpisode = LockedMediaMark & {
  readonly result: EpisodeResult
  readonly unknownKeys: readonly UnknownKey[]
  /** Files that it names. */
  readonly claimed: readonly string[]
  /** Absent where nobody will ask, or where a file changed while it was read. */
  readonly inputs?: EpisodeInputs
  /** Of a published episode, where it is remembered. */
  readonly marks?: ItemMarks
}

/** A file of an episode. Pictures are made when all is planned. */
export type EpisodeOutput = FileRecord & {readonly isPicture?: true}

/** What is made of an episode for other threads and for later builds. */
export type EpisodeRecord = {
  readonly planned: RecordedEpisode
  readonly file: string
  /** The slug that it was published under, if it was. */
  readonly givenSlug?: string
  readonly nowInMilliseconds: number
  readonly outputs: readonly EpisodeOutput[]
}

/**
 * A planned episode, with the bytes it was read from. The bytes go from thread to thread and from build to build. What is read
 * from them holds none of the texts that the episode was made from. (V8 keeps a piece of a text as a reference to the whole text,
 * so titles and notes would hold the texts of all episodes in memory.)
 */
export type PackedEpisode = {
  readonly serialised: Uint8Array
  readonly planned: RecordedEpisode
  readonly outputs: readonly EpisodeOutput[]
}

export function unpacked(serialised: Uint8Array): PackedEpisode {
  const {planned, outputs} = deserialize(serialised) as EpisodeRecord
  return {serialised, planned, outputs}
}

/** `planEpisode`, as bytes for `unpacked`, and with what it depends on if that is to be remembered. */
export async function planPacked(
  ready: ReadyShow,
  files: EpisodeFiles,
  now: Date,
  take: TakeFile,
  isRemembered: boolean,
): Promise<Uint8Array> {
  return serialize(await planRecord(ready, files, now, take, isRemembered))
}

/** The same as a value of its own, which holds none of the texts that the episode was made from. */
export async function planApart(
  ready: ReadyShow,
  files: EpisodeFiles,
  now: Date,
  take: TakeFile,
): Promise<EpisodeRecord> {
  return deserialize(serialize(await planRecord(ready, files, now, take, true))) as EpisodeRecord
}

async function planRecord(
  ready: ReadyShow,
  files: EpisodeFiles,
  now: Date,
  take: TakeFile,
  isRemembered: boolean,
): Promise<EpisodeRecord> {
  const outputs: EpisodeOutput[] = []
  const takeNow: TakeFile = (file) => {
    outputs.push(recordOf(file))
    return take(file)
  }
  const planned = await planRecorded(ready, files, now, takeNow, isRemembered)
  const {file} = files
  const givenSlug = ready.slugs.get(file)
  const nowInMilliseconds = now.getTime()
  return {planned, file, nowInMilliseconds, outputs, ...(givenSlug && {givenSlug})}
}

function recordOf(file: OutputFile): EpisodeOutput {
  const {path, mimeType, rank, source} = file
  const record = {path, mimeType, rank, source}
  return 'copyFrom' in file && file.recipe !== undefined ? {...record, isPicture: true} : record
}

async function planRecorded(
  ready: ReadyShow,
  files: EpisodeFiles,
  now: Date,
  take: TakeFile,
  isRemembered: boolean,
): Promise<RecordedEpisode> {
  const recording = isRemembered ? recordInputs(ready.opened, files) : undefined
  const opened = {
    ...(recording?.opened ?? ready.opened),
    unknownKeys: new Map<string, UnknownKey>(),
    claimed: new Set<string>(),
  }
  const {result, madeFrom, mayChange} = await planEpisode({...ready, opened}, files, now, take)
  const unknownKeys = [...opened.unknownKeys.values()]
  const claimed = [...opened.claimed]
  if (recording === undefined) return {result, unknownKeys, claimed}
  const mark = madeFrom === undefined ? {} : await lockedMediaMark(ready, result, madeFrom)
  // The hint names a file whose name is similar to that of the missing one, although nobody asked for that file.
  const isWhole = !mayChange && !result.problems.some(({code}) => code === 'image-missing')
  const kept = present({inputs: isWhole ? recording.inputs() : undefined, marks: marksOfResult(result)})
  return {result, unknownKeys, claimed, ...mark, ...kept}
}

/** What a planned episode does in this build: what it told of the show is noted, and its files are taken. */
export async function takenIn(
  {opened}: ReadyShow,
  {result, unknownKeys, claimed}: RecordedEpisode,
  files: readonly OutputFile[],
  take: TakeFile,
): Promise<EpisodeResult> {
  for (const key of unknownKeys) rememberUnknownKey(opened, key)
  for (const path of claimed) opened.claimed.add(path)
  const problems = [...result.problems]
  for (const file of files) problems.push(...(await take(file)))
  return {...result, problems}
}
