import {hash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {
  type CacheWriter,
  type EntrySpan,
  type EntryToWrite,
  openWriter,
  readEntries,
  type StoredEntry,
} from '../../cache/cache-file.ts'
import {largestTextHashedInBytes, markOfPublished, outputMark, sizeOf} from '../../cache/file-mark.ts'
import {lockFileName} from '../../model/lock.ts'
import {type OutputFile, unchangedFile} from '../../model/output.ts'
import type {ReadyShow} from '../../plan/ready-show.ts'
import type {Verdicts} from '../judging/judging.ts'
import type {EpisodeOutput, EpisodeRecord, PackedEpisode, RecordedEpisode} from './packed-episode.ts'
import {openPictureMarks, type PictureMarks} from './picture-marks.ts'
import {keyOf, memoryFile, stillTrue} from './still-true.ts'

/** What follows the record of an episode: how its outputs were published, except pictures (`PictureMarks`). */
type RememberedFiles = {readonly of: string; readonly marks: readonly (string | undefined)[]}

/** The last entry: texts of the show as a whole, and the lock they were published with. */
type RememberedShow = {
  readonly marks: ReadonlyMap<string, string | undefined>
  readonly lock: string
  /** Marks of parts of feeds that were found sound, by path, and the clock of that build. */
  readonly verdicts: ReadonlyMap<string, readonly string[]>
  readonly nowInMilliseconds: number
}

export type Recalled = {
  readonly index: number
  readonly planned: RecordedEpisode
  readonly files: readonly OutputFile[]
}

/**
 * What earlier builds made of the episodes, in `.castwright/` beside the show. It only saves time: a build with it gives the same
 * files and the same problems as a build without it.
 */
export type EpisodeMemory = {
  /** Episodes that would come out as before, and whose files are published as they were made. */
  readonly recalled: () => AsyncGenerator<Recalled>
  /** To be called once the files of the episode were taken. */
  readonly keep: (file: string, episode: PackedEpisode) => void
  /**
   * To be asked for each text of the show as a whole, when all episodes are there. Gives the size of the text in bytes if it is
   * published as it would be made: every episode and the lock are then the same as when it was made.
   */
  readonly unchangedSizeInBytes: (path: string) => number | undefined
  /**
   * Marks of sound parts of feeds. Like everything here, they belong to one version of the rules. They are not given to a build
   * with an earlier clock, because a date may be too late for it.
   */
  readonly verdicts: Verdicts
  /** To be asked last: whether everything was known, so that a build of the same files would have as little to do. */
  readonly isIdle: () => boolean
  /** Makes what was kept known to the next build, once it is published. Does nothing if everything was known. */
  readonly save: () => void
  /** Forgets what was kept. To be called where `save` is not. */
  readonly discard: () => void
}

/** The output folder, and where a file lies that is still to be moved there. The mark of a file stays the same when it is moved. */
export type MemoryUse = {readonly output: string; readonly stagedAt?: (path: string) => string | undefined}

export function openMemory(
  ready: ReadyShow,
  now: Date,
  {output, stagedAt = () => undefined}: MemoryUse,
): EpisodeMemory {
  const {folder, episodes} = ready.opened
  const [path, key] = [memoryFile(folder), keyOf(ready)]
  const writer = openWriter(path, key)
  const pictures = openPictureMarks(folder, key, output)
  const state: MemoryState = {known: new Map(), before: undefined, isOutdated: false, hasMoved: false}
  const showTexts = new Set<string>()
  /** What is not published is not kept either: CI carries this file to servers where others can read it. */
  let unpublished = 0
  /** Whether time alone may change what is said of one of them. */
  let mayChange = false
  const judged = new Map<string, readonly string[]>()

  function unchangedSizeInBytes(below: string): number | undefined {
    showTexts.add(below)
    const areSame = state.known.size + unpublished === episodes.length
    const isSame = areSame && state.before?.lock === markOfLock(ready.stored.text)
    return sizeIfUnchanged(isSame ? state.before?.marks.get(below) : undefined, join(output, below), state)
  }

  function keep(file: string, {serialised, planned, outputs}: PackedEpisode): void {
    if (planned.result.kind !== 'published') {
      unpublished += 1
      mayChange ||= planned.inputs === undefined
      return
    }
    state.isOutdated = true
    if (planned.inputs === undefined) return
    for (const {path: below, isPicture} of outputs) if (isPicture === true) pictures.expect(below)
    const marks = outputs.map((each) => markOfOutput(each, {output, stagedAt}))
    writer.add({serialised})
    writer.add({value: {of: file, marks} satisfies RememberedFiles})
  }

  function save(): void {
    pictures.save()
    if (!state.isOutdated && !state.hasMoved) return
    for (const entries of state.known.values()) for (const entry of entries) writer.add(entry)
    const marks = marksNow([...showTexts], output, state.before?.marks)
    const lock = markOfLock(lockOnDisk(folder))
    const found = {verdicts: new Map([...(state.before?.verdicts ?? []), ...judged]), nowInMilliseconds: now.getTime()}
    writer.add({value: {marks, lock, ...found} satisfies RememberedShow})
    writer.finish()
  }

  const recalled = () => recalledEpisodes(readEntries(path, key), {ready, now, output, pictures, state, writer})
  return {
    recalled,
    keep,
    unchangedSizeInBytes,
    verdicts: verdictsOf(state, judged, now),
    isIdle: () => !state.isOutdated && !mayChange,
    save,
    discard: writer.discard,
  }
}

function markOfOutput({path, isPicture}: EpisodeOutput, {output, stagedAt}: Required<MemoryUse>): string | undefined {
  return isPicture === true ? undefined : outputMark(stagedAt(path) ?? join(output, path))
}

/** The size of the text at a path, if it is as it was when it got `mark`. */
function sizeIfUnchanged(mark: string | undefined, path: string, state: MemoryState): number | undefined {
  const now = state.isOutdated ? undefined : markOfPublished(path, mark)
  if (now === undefined) state.isOutdated = true
  else if (now !== mark) state.hasMoved = true
  return now === undefined ? undefined : sizeOf(now)
}

/** The marks of published texts. The hash of one that is as it was `before` is not made again. */
function marksNow(paths: readonly string[], output: string, before: RememberedShow['marks'] = new Map()) {
  return new Map(
    paths.map((below) => {
      const at = join(output, below)
      return [below, markOfPublished(at, before.get(below)) ?? outputMark(at, largestTextHashedInBytes)] as const
    }),
  )
}

type MemoryState = {
  /** Index of an episode -> its entries in the file of the earlier build, unless they were written anew already. */
  readonly known: Map<number, readonly EntryToWrite[]>
  /** What was stored of the show as a whole. */
  before: RememberedShow | undefined
  /** Whether the file of the earlier build no longer tells what is true. */
  isOutdated: boolean
  /** Whether files that hold what they held have other times or inodes, as on a fresh checkout with a restored cache. */
  hasMoved: boolean
}

type Recalling = {
  readonly ready: ReadyShow
  readonly now: Date
  readonly output: string
  readonly pictures: PictureMarks
  readonly state: MemoryState
  readonly writer: CacheWriter
}

async function* recalledEpisodes(entries: Iterable<StoredEntry>, recalling: Recalling): AsyncGenerator<Recalled> {
  const indexes = new Map(recalling.ready.opened.episodes.map(({file}, index) => [file, index]))
  let episode: (StoredEntry & {readonly value: EpisodeRecord}) | undefined
  for (const {value, span} of entries) {
    // What is stored under our key was written by this very version.
    if (isShow(value)) recalling.state.before = value
    else if (!isFiles(value)) episode = {value: value as EpisodeRecord, span}
    else if (episode?.value.file === value.of) {
      // Only the places of the entries are kept, and not their content.
      const spans = [{span: episode.span}, {span}] as const
      const recalled = await recall(episode.value, value, indexes.get(value.of), spans, recalling)
      if (recalled !== undefined) yield recalled
    }
  }
}

async function recall(
  entry: EpisodeRecord,
  {marks: before}: RememberedFiles,
  index: number | undefined,
  [first, second]: readonly [{readonly span: EntrySpan}, {readonly span: EntrySpan}],
  {ready, now, output, pictures, state, writer}: Recalling,
): Promise<Recalled | undefined> {
  const files = index === undefined ? undefined : ready.opened.episodes[index]
  const marks = entry.outputs.map(({path: below}, at) => markOfPublished(join(output, below), before[at]))
  const isThere = ({path: below, isPicture}: EpisodeOutput, at: number) =>
    isPicture === true ? pictures.isPublished(below) : marks[at] !== undefined
  const isInOutput = entry.outputs.every(isThere)
  const inputs = files !== undefined && isInOutput ? await stillTrue(entry, files, ready, now) : undefined
  if (index === undefined || inputs === undefined || state.known.has(index)) {
    state.isOutdated = true
    return undefined
  }
  const isSame = inputs === entry.planned.inputs && marks.every((mark, at) => mark === before[at])
  state.known.set(index, isSame ? [first, second] : [])
  if (!isSame) {
    state.hasMoved = true
    writer.add({value: {...entry, planned: {...entry.planned, inputs}} satisfies EpisodeRecord})
    writer.add({value: {of: entry.file, marks} satisfies RememberedFiles})
  }
  return {index, planned: entry.planned, files: entry.outputs.map(unchangedFile)}
}

/** A date that was no fault at a later clock may be one now. */
function verdictsOf(state: MemoryState, judged: Map<string, readonly string[]>, now: Date): Verdicts {
  const isOfLaterClock = () => (state.before?.nowInMilliseconds ?? 0) > now.getTime()
  return {
    of: (below) => (isOfLaterClock() ? [] : (state.before?.verdicts.get(below) ?? [])),
    keep: (below, sound) => judged.set(below, sound),
  }
}

function isShow(value: unknown): value is RememberedShow {
  return typeof value === 'object' && value !== null && 'lock' in value
}

function isFiles(value: unknown): value is RememberedFiles {
  return typeof value === 'object' && value !== null && 'of' in value
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
