import {join} from 'node:path'
import {
  type CacheWriter,
  type EntrySpan,
  type EntryToWrite,
  openWriter,
  readEntries,
  type StoredEntry,
} from '../../cache/cache-file.ts'
import {markOfPublished, outputMark} from '../../cache/file-mark.ts'
import {type OutputFile, unchangedFile} from '../../model/output.ts'
import type {ReadyShow} from '../../plan/ready-show.ts'
import {type KnownTexts, knownTexts, type StoredTexts} from './known-texts.ts'
import type {EpisodeOutput, EpisodeRecord, PackedEpisode, RecordedEpisode} from './packed-episode.ts'
import {openPictureMarks, type PictureMarks} from './picture-marks.ts'
import {keyOf, memoryFile, stillTrue} from './still-true.ts'

/** What follows the record of an episode: how its outputs were published, except pictures (`PictureMarks`). */
type RememberedFiles = {readonly of: string; readonly marks: readonly (string | undefined)[]}

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
  /** Texts of the show as a whole. To be asked for when all episodes were recalled. */
  readonly texts: Pick<KnownTexts, 'itemTexts' | 'unchangedSizeInBytes' | 'verdicts'>
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
  const {folder} = ready.opened
  const [path, key] = [memoryFile(folder), keyOf(ready)]
  const writer = openWriter(path, key)
  const pictures = openPictureMarks(folder, key, output)
  const state: MemoryState = {known: new Map(), before: undefined, isOutdated: false, hasMoved: false}
  const texts = knownTexts(() => state.before, output, now)
  /** Whether time alone may change what is said of one of them. */
  let mayChange = false
  const isOutdated = () => state.isOutdated || !texts.areAllKnown()

  function keep(file: string, {serialised, planned, outputs}: PackedEpisode): void {
    // What is not published is not kept either: CI carries this file to servers where others can read it.
    if (planned.result.kind !== 'published') {
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
    if (!isOutdated() && !state.hasMoved && !texts.haveMoved()) return
    for (const entries of state.known.values()) for (const entry of entries) writer.add(entry)
    writer.add({value: texts.toStore()})
    writer.finish()
  }

  const recalled = () => recalledEpisodes(readEntries(path, key), {ready, now, output, pictures, state, writer})
  return {
    recalled,
    keep,
    texts,
    isIdle: () => !isOutdated() && !mayChange,
    save,
    discard: writer.discard,
  }
}

function markOfOutput({path, isPicture}: EpisodeOutput, {output, stagedAt}: Required<MemoryUse>): string | undefined {
  return isPicture === true ? undefined : outputMark(stagedAt(path) ?? join(output, path))
}

type MemoryState = {
  /** Index of an episode -> its entries in the file of the earlier build, unless they were written anew already. */
  readonly known: Map<number, readonly EntryToWrite[]>
  /** The last entry: what was stored of the show as a whole. */
  before: StoredTexts | undefined
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

function isShow(value: unknown): value is StoredTexts {
  return typeof value === 'object' && value !== null && 'verdicts' in value
}

function isFiles(value: unknown): value is RememberedFiles {
  return typeof value === 'object' && value !== null && 'of' in value
}
