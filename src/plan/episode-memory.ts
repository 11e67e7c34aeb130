import {hash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {serialize} from 'node:v8'
import {type EntrySpan, type EntryToWrite, openWriter, readEntries, type StoredEntry} from '../cache/cache-file.ts'
import {outputStamp, sizeOf} from '../cache/file-mark.ts'
import {lockFileName} from '../model/lock.ts'
import type {OutputFile} from '../model/output.ts'
import type {EpisodeFiles} from '../read/read.ts'
import {buildMark, version} from '../version.ts'
import {type EpisodeInputs, unchangedInputs} from './episode-inputs.ts'
import {markOfLockedMedia} from './locked-media-mark.ts'
import type {EpisodeRecord, OutputRecord, PackedEpisode, PlannedEpisode} from './packed-episode.ts'
import type {ReadyShow} from './plan-episode.ts'

/** What follows the record of an episode: how its outputs were published. */
type RememberedFiles = {readonly of: string; readonly stamps: readonly (string | undefined)[]}

/** The last entry: texts of the show as a whole, and the lock they were published with. */
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
  /** To be called once the files of the episode were taken. */
  readonly keep: (file: string, episode: PackedEpisode) => void
  /**
   * To be asked for each text of the show as a whole, when all episodes are there: its size in bytes, if it is published as it would be
   * made, because every episode and the lock are what they were when it was.
   */
  readonly publishedSize: (path: string) => number | undefined
  /** Makes what was kept known to the next build, once it is published; nothing where all was known. */
  readonly save: () => void
  /** Forgets what was kept. To be called where `save` is not. */
  readonly discard: () => void
}

/** Where the files must be, and where those lie that are still to be put there: what they are known by goes with them. */
export type MemoryUse = {readonly output: string; readonly stagedAt?: (path: string) => string | undefined}

export function openMemory(
  ready: ReadyShow,
  now: Date,
  {output, stagedAt = () => undefined}: MemoryUse,
): EpisodeMemory {
  const {folder, episodes} = ready.opened
  const path = join(folder, '.castwright', 'episodes.cache')
  const key = keyOf(ready)
  const indexes = new Map(episodes.map(({file}, index) => [file, index]))
  const writer = openWriter(path, key)
  /** Index of an episode -> its entries in the file of before, unless they are written anew already. */
  const known = new Map<number, readonly EntryToWrite[]>()
  const showTexts = new Set<string>()
  let before: RememberedShow | undefined
  let isOutdated = false

  async function* recalled(): AsyncGenerator<Recalled> {
    let episode: (StoredEntry & {readonly value: EpisodeRecord}) | undefined
    for (const {value, span} of readEntries(path, key)) {
      // What is stored under our key was written by this very version.
      if (isShow(value)) before = value
      else if (!isFiles(value)) episode = {value: value as EpisodeRecord, span}
      else if (episode?.value.file === value.of) {
        // Of the entries their places alone are kept, and not what was in them.
        const recalledOne = await recall(episode.value, value, [{span: episode.span}, {span}])
        if (recalledOne !== undefined) yield recalledOne
      }
    }
  }

  async function recall(
    entry: EpisodeRecord,
    {stamps}: RememberedFiles,
    [first, second]: readonly [{readonly span: EntrySpan}, {readonly span: EntrySpan}],
  ): Promise<Recalled | undefined> {
    const index = indexes.get(entry.file)
    const files = index === undefined ? undefined : episodes[index]
    const isPublished = entry.outputs.every(({path: below}, at) => isAsPublished(below, stamps[at]))
    const inputs = files !== undefined && isPublished ? await stillTrue(entry, files) : undefined
    if (index === undefined || inputs === undefined || known.has(index)) {
      isOutdated = true
      return undefined
    }
    const isSame = inputs === entry.planned.inputs
    known.set(index, isSame ? [first, second] : [])
    if (!isSame) {
      isOutdated = true
      writer.add({value: {...entry, planned: {...entry.planned, inputs}} satisfies EpisodeRecord})
      writer.add({span: second.span})
    }
    return {index, planned: entry.planned, files: entry.outputs.map(published)}
  }

  function isAsPublished(below: string, stamp: string | undefined): boolean {
    return outputStamp(join(output, below)) === stamp
  }

  async function stillTrue(entry: EpisodeRecord, files: EpisodeFiles): Promise<EpisodeInputs | undefined> {
    const {planned, givenSlug} = entry
    const slug = ready.slugs.get(entry.file)
    if (slug !== givenSlug && slug !== planned.identity?.slug) return undefined
    if (!isOfNow(entry, now)) return undefined
    if (planned.identity !== undefined) {
      const locked = ready.lockedBySlug.get(planned.identity.slug)
      const {probedByUrl} = ready
      if (markOfLockedMedia({locked, probedByUrl}, planned.mediaOnServers) !== planned.lockedMedia) return undefined
    }
    return planned.inputs === undefined ? undefined : unchangedInputs(ready.opened, files, planned.inputs)
  }

  function publishedSize(below: string): number | undefined {
    showTexts.add(below)
    const isSame = known.size === episodes.length && before?.lock === markOfLock(ready.stored.text)
    const stamp = isSame && !isOutdated ? before?.stamps.get(below) : undefined
    if (stamp !== undefined && stamp === outputStamp(join(output, below))) return sizeOf(stamp)
    isOutdated = true
    return undefined
  }

  function keep(file: string, {serialised, planned, outputs}: PackedEpisode): void {
    isOutdated = true
    if (planned.inputs === undefined) return
    const stamps = outputs.map(({path: below}) => outputStamp(stagedAt(below) ?? join(output, below)))
    writer.add({serialised})
    writer.add({value: {of: file, stamps} satisfies RememberedFiles})
  }

  function save(): void {
    if (!isOutdated) return
    for (const entries of known.values()) for (const entry of entries) writer.add(entry)
    const stamps = [...showTexts].map((below) => [below, outputStamp(join(output, below))] as const)
    writer.add({value: {stamps: new Map(stamps), lock: markOfLock(lockOnDisk(folder))} satisfies RememberedShow})
    writer.finish()
  }

  return {recalled, keep, publishedSize, save, discard: writer.discard}
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

/** The file without what is in it. */
export function published({path, mimeType, rank, source}: OutputRecord): OutputFile {
  return {path, mimeType, rank, source, staged: 'unchanged'}
}

/** What is published stays so as time goes on; what is scheduled, until it is due. */
function isOfNow({planned: {item, heldBack}, nowInMilliseconds}: EpisodeRecord, now: Date): boolean {
  if (item !== undefined) return now.getTime() >= nowInMilliseconds
  return heldBack?.state !== 'scheduled' || now < heldBack.at
}

/** Everything that is the same for all episodes: this program, and what the show's file and cover say. */
function keyOf({opened, show, channel}: ReadyShow): string {
  const showFile = readFileSync(join(opened.folder, opened.showFile), 'base64')
  // Dates and words on pages are as this version of Node writes them.
  return hash('sha256', serialize([version, buildMark, process.version, showFile, opened.show, show, channel]), 'hex')
}
