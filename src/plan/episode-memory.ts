import {hash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {deserialize, serialize} from 'node:v8'
import {type EntrySpan, type EntryToWrite, readEntries, writeEntries} from '../cache/cache-file.ts'
import {outputStamp, sizeOf} from '../cache/file-mark.ts'
import {lockFileName} from '../model/lock.ts'
import type {OutputFile} from '../model/output.ts'
import type {EpisodeFiles, UnknownKey} from '../read/read.ts'
import {buildMark, version} from '../version.ts'
import {type EpisodeInputs, recordInputs, unchangedInputs} from './episode-inputs.ts'
import {markOfLockedMedia} from './locked-media-mark.ts'
import {type EpisodeResult, planEpisode, type ReadyShow, type TakeFile} from './plan-episode.ts'

/** An episode that was planned, with what another build has to know of it. */
export type PlannedEpisode = EpisodeResult & {
  readonly unknownKeys: readonly UnknownKey[]
  /** Absent where nobody will ask, or where a file changed while it was read. */
  readonly inputs?: EpisodeInputs
}

type OutputRecord = Pick<OutputFile, 'path' | 'mimeType' | 'rank' | 'source'>

/** An entry of the cache. */
type Remembered = {
  readonly planned: PlannedEpisode & {readonly inputs: EpisodeInputs}
  readonly file: string
  /** The slug that it was published under, if it was. */
  readonly givenSlug?: string
  readonly nowInMilliseconds: number
  readonly outputs: readonly (OutputRecord & {readonly stamp: string | undefined})[]
}

/** The first entry: texts of the show as a whole, and the lock they were published with. */
type RememberedShow = {readonly stamps: ReadonlyMap<string, string | undefined>; readonly lock: string}

export type Recalled = {
  readonly index: number
  readonly planned: PlannedEpisode
  readonly files: readonly OutputFile[]
}

/**
 * What earlier builds made of the episodes, in `.castwright/` beside the show. It only ever saves time: a build with it gives the same
 * files and says the same problems as one without.
 */
export type EpisodeMemory = {
  /** Episodes that would come out as they did before, whose files are published as they were made. */
  readonly recalled: () => AsyncGenerator<Recalled>
  readonly keep: (index: number, planned: PlannedEpisode, files: readonly OutputRecord[]) => void
  /**
   * To be asked for each text of the show as a whole, when all episodes are there: its size in bytes, if it is published as it would be
   * made, because every episode and the lock are what they were when it was.
   */
  readonly publishedSize: (path: string) => number | undefined
  /** Writes down what was kept, once it is published; nothing where all was known. */
  readonly save: () => void
}

/** `output`: where the files must be; absent where nothing is written, as in a check. */
export type MemoryUse = {readonly output?: string}

export function openMemory(ready: ReadyShow, now: Date, {output}: MemoryUse): EpisodeMemory {
  const {folder, episodes} = ready.opened
  const path = join(folder, '.castwright', 'episodes.cache')
  const key = keyOf(ready)
  const indexes = new Map(episodes.map(({file}, index) => [file, index]))
  const entries = new Map<number, EntryToWrite>()
  const fresh = new Map<number, {readonly planned: PlannedEpisode; readonly packed: Buffer}>()
  const showTexts = new Set<string>()
  let before: RememberedShow | undefined
  let isOutdated = false

  async function* recalled(): AsyncGenerator<Recalled> {
    for (const {value, span} of readEntries(path, key)) {
      if (before === undefined) {
        before = value as RememberedShow
        continue
      }
      // What is stored under our key was written by this very version.
      const entry = value as Remembered
      const index = indexes.get(entry.file)
      const files = index === undefined ? undefined : episodes[index]
      const inputs = files === undefined ? undefined : await stillTrue(entry, files)
      if (index === undefined || inputs === undefined || entries.has(index)) {
        isOutdated = true
        continue
      }
      entries.set(index, rewritten(entry, inputs, span))
      yield {index, planned: entry.planned, files: entry.outputs.map(published)}
    }
  }

  function rewritten(entry: Remembered, inputs: EpisodeInputs, span: EntrySpan): EntryToWrite {
    if (inputs === entry.planned.inputs) return {span}
    isOutdated = true
    return {value: {...entry, planned: {...entry.planned, inputs}}}
  }

  async function stillTrue(entry: Remembered, files: EpisodeFiles): Promise<EpisodeInputs | undefined> {
    const {planned, outputs, givenSlug} = entry
    const slug = ready.slugs.get(entry.file)
    if (slug !== givenSlug && slug !== planned.identity?.slug) return undefined
    if (!isOfNow(entry, now)) return undefined
    if (planned.identity !== undefined) {
      const locked = ready.lockedBySlug.get(planned.identity.slug)
      const {probedByUrl} = ready
      if (markOfLockedMedia({locked, probedByUrl}, planned.mediaOnServers) !== planned.lockedMedia) return undefined
    }
    if (output !== undefined && outputs.some(({path: below, stamp}) => outputStamp(join(output, below)) !== stamp))
      return undefined
    return unchangedInputs(ready.opened, files, planned.inputs)
  }

  function publishedSize(below: string): number | undefined {
    showTexts.add(below)
    if (output === undefined) return undefined
    const isSame = entries.size === episodes.length && before?.lock === markOfLock(ready.stored.text)
    const stamp = isSame && !isOutdated ? before?.stamps.get(below) : undefined
    if (stamp !== undefined && stamp === outputStamp(join(output, below))) return sizeOf(stamp)
    isOutdated = true
    return undefined
  }

  function* toWrite(): Generator<EntryToWrite> {
    const stamps = [...showTexts].map((below) => [below, outputStamp(join(output ?? '', below))] as const)
    yield {value: {stamps: new Map(stamps), lock: markOfLock(lockOnDisk(folder))} satisfies RememberedShow}
    for (const [index, {file}] of episodes.entries()) {
      const known = entries.get(index)
      if (known !== undefined) yield known
      const made = fresh.get(index)
      if (made === undefined) continue
      const {inputs, files} = deserialize(made.packed) as Packed
      if (inputs === undefined) continue
      const outputs = files.map(({path: below, mimeType, rank, source}) => {
        return {path: below, mimeType, rank, source, stamp: outputStamp(join(output ?? '', below))}
      })
      const givenSlug = ready.slugs.get(file)
      const planned = {...made.planned, inputs}
      const value: Remembered = {
        planned,
        file,
        nowInMilliseconds: now.getTime(),
        outputs,
        ...(givenSlug && {givenSlug}),
      }
      yield {value}
    }
  }

  return {
    recalled,
    keep: (index, {inputs, ...planned}, files) => {
      // As bytes: of a show of ten thousand episodes these many small texts would fill the heap.
      const packed = serialize({inputs, files: files.map(recordOf)} satisfies Packed)
      fresh.set(index, {planned, packed})
    },
    publishedSize,
    save: () => {
      if (fresh.size > 0 || isOutdated) writeEntries(path, key, toWrite())
    },
  }
}

type Packed = {readonly inputs: EpisodeInputs | undefined; readonly files: readonly OutputRecord[]}

function recordOf({path, mimeType, rank, source}: OutputRecord): OutputRecord {
  return {path, mimeType, rank, source}
}

function markOfLock(text = ''): string {
  return hash('sha1', text, 'base64')
}

function lockOnDisk(folder: string): string {
  try {
    return readFileSync(join(folder, lockFileName), 'utf8')
  } catch {
    return ''
  }
}

/** The file without what is in it. */
export function published({path, mimeType, rank, source}: OutputRecord): OutputFile {
  return {path, mimeType, rank, source, staged: 'unchanged'}
}

/** What is published stays so as time goes on; what is scheduled, until it is due. */
function isOfNow({planned: {item, heldBack}, nowInMilliseconds}: Remembered, now: Date): boolean {
  if (item !== undefined) return now.getTime() >= nowInMilliseconds
  return heldBack?.state !== 'scheduled' || now < heldBack.at
}

/** Everything that is the same for all episodes: this program, and what the show's file and cover say. */
function keyOf({opened, show, channel}: ReadyShow): string {
  const showFile = readFileSync(join(opened.folder, opened.showFile), 'base64')
  // Dates and words on pages are as this version of Node writes them.
  return hash('sha256', serialize([version, buildMark, process.version, showFile, opened.show, show, channel]), 'hex')
}

/** `planEpisode`, recording what it depends on if that is to be remembered. */
export async function planRecorded(
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
  return {...result, unknownKeys, ...(inputs === undefined ? {} : {inputs})}
}
