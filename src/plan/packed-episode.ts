import {deserialize, serialize} from 'node:v8'
import type {OutputFile} from '../model/output.ts'
import type {EpisodeFiles, UnknownKey} from '../read/read.ts'
import {type EpisodeInputs, recordInputs} from './episode-inputs.ts'
import {type EpisodeResult, planEpisode, type ReadyShow, type TakeFile} from './plan-episode.ts'

/** An episode that was planned, with what another build has to know of it. */
export type PlannedEpisode = EpisodeResult & {
  readonly unknownKeys: readonly UnknownKey[]
  /** Absent where nobody will ask, or where a file changed while it was read. */
  readonly inputs?: EpisodeInputs
}

export type OutputRecord = Pick<OutputFile, 'path' | 'mimeType' | 'rank' | 'source'>

/** What is made of an episode for other threads and for later builds. */
export type EpisodeRecord = {
  readonly planned: PlannedEpisode
  readonly file: string
  /** The slug that it was published under, if it was. */
  readonly givenSlug?: string
  readonly nowInMilliseconds: number
  readonly outputs: readonly OutputRecord[]
}

/**
 * An episode that was planned, with the bytes it was read from: they cross threads and builds, and what is read from them holds none of
 * the texts that the episode was made from. (V8 keeps a piece of a text as a reference into it: titles and notes would hold those of
 * all episodes in memory.)
 */
export type PackedEpisode = {
  readonly serialised: Uint8Array
  readonly planned: PlannedEpisode
  readonly outputs: readonly OutputRecord[]
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
  const outputs: OutputRecord[] = []
  const takeNow: TakeFile = (file) => {
    outputs.push(recordOf(file))
    return take(file)
  }
  const planned = await planRecorded(ready, files, now, takeNow, isRemembered)
  const {file} = files
  const givenSlug = ready.slugs.get(file)
  const nowInMilliseconds = now.getTime()
  return serialize({
    planned,
    file,
    nowInMilliseconds,
    outputs,
    ...(givenSlug && {givenSlug}),
  } satisfies EpisodeRecord)
}

function recordOf({path, mimeType, rank, source}: OutputRecord): OutputRecord {
  return {path, mimeType, rank, source}
}

async function planRecorded(
  ready: ReadyShow,
  files: EpisodeFiles,
  now: Date,
  take: TakeFile,
  isRemembered: boolean,
): Promise<PlannedEpisode> {
  const recording = isRemembered ? recordInputs(ready.opened, files) : undefined
  const opened = {...(recording?.opened ?? ready.opened), unknownKeys: new Map<string, UnknownKey>()}
  const result = await planEpisode({...ready, opened}, files, now, take)
  // A file of nearly the name of a missing one is named in the hint, and was not asked for.
  const isWhole = !result.problems.some(({code}) => code === 'image-missing')
  const inputs = isWhole ? recording?.inputs() : undefined
  const unknownKeys = [...opened.unknownKeys.values()]
  return {unknownKeys, ...result, ...(inputs === undefined ? {} : {inputs})}
}
