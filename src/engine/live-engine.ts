import {readEntries} from '../cache/cache-file.ts'
import {type OutputFile, unchangedFile} from '../model/output.ts'
import type {Engine, EpisodesToPlan} from '../plan/engine.ts'
import type {Judge} from '../plan/feeds/taken-feed.ts'
import {lockedLine, type ReadyShow} from '../plan/ready-show.ts'
import type {EpisodeFiles} from '../read/read.ts'
import {severalAtOnce} from '../text/several-at-once.ts'
import {markOfLockedMedia} from './memory/locked-media-mark.ts'
import {type EpisodeRecord, planApart, takenIn} from './memory/packed-episode.ts'
import {keyOf, memoryFile, stillTrue} from './memory/still-true.ts'

/**
 * For a show that somebody is writing, which is planned again and again. It keeps what it made of each episode, and plans only
 * those episodes again that would come out otherwise. It begins with what builds remember (`.castwright/`), and writes nothing.
 *
 * The files of an episode that was not planned again are taken without their content, as `unchangedFile` gives them. Feeds are
 * judged by `judge`, which may do so later.
 */
export function openLiveEngine(judge: Judge): Engine {
  let key: string | undefined
  let known: ReadonlyMap<string, EpisodeRecord> = new Map()
  return async (job) => {
    const {ready, onEpisode} = job
    const keyNow = keyOf(ready)
    if (keyNow !== key) known = remembered(ready.opened.folder, keyNow)
    const next = new Map<string, EpisodeRecord>()
    const results = await severalAtOnce(ready.opened.episodes, async (files) => {
      const {record, made} = await recordOf(files, known.get(files.file), job)
      next.set(files.file, record)
      onEpisode()
      return takenIn(ready, record.planned, made, job.take)
    })
    key = keyNow
    known = next
    return {results, judge, unchangedSizeInBytes: () => undefined, close: () => {}}
  }
}

type Recorded = {
  readonly record: EpisodeRecord
  /** Its files that were not taken yet. */
  readonly made: readonly OutputFile[]
}

async function recordOf(
  files: EpisodeFiles,
  before: EpisodeRecord | undefined,
  {ready, now, take}: EpisodesToPlan,
): Promise<Recorded> {
  const inputs = before === undefined ? undefined : await stillTrue(before, files, ready, now)
  if (before === undefined || inputs === undefined)
    return {record: markedByLock(await planApart(ready, files, now, take), ready), made: []}
  const isSame = inputs === before.planned.inputs
  const record = isSame ? before : {...before, planned: {...before.planned, inputs}}
  return {record, made: before.outputs.map(unchangedFile)}
}

/** A build notes the line that the lock is about to get. Here the lock stays as it is. */
function markedByLock(record: EpisodeRecord, ready: ReadyShow): EpisodeRecord {
  const {planned, file} = record
  const {identity} = planned.result
  if (identity === undefined) return record
  const known = {locked: lockedLine(ready, file, identity.slug), probedByUrl: ready.probedByUrl}
  return {...record, planned: {...planned, lockedMedia: markOfLockedMedia(known, planned.mediaOnServers)}}
}

/** What the last build of this program made of each file of an episode. */
function remembered(folder: string, key: string): ReadonlyMap<string, EpisodeRecord> {
  const found = new Map<string, EpisodeRecord>()
  for (const {value} of readEntries(memoryFile(folder), key)) if (isRecord(value)) found.set(value.file, value)
  return found
}

/** What is stored under our key was written by this very version. */
function isRecord(value: unknown): value is EpisodeRecord {
  return typeof value === 'object' && value !== null && 'planned' in value
}
