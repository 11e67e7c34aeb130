import {hash} from 'node:crypto'
import {join} from 'node:path'
import {serialize} from 'node:v8'
import {readEntries, writeEntries} from '../../cache/cache-file.ts'
import {largestTextHashedInBytes, markOfPublished, outputMark, sizeOf} from '../../cache/file-mark.ts'
import {buildMark, version} from '../../version.ts'
import type {Verdicts} from '../judging/judging.ts'

/** What an earlier build made of the documents of a network, and what it found of them. */
type Stored = {
  /** By path: a mark of everything that the text is made from, and the published file. */
  readonly texts: ReadonlyMap<string, {readonly madeFrom: string; readonly mark: string}>
  readonly verdicts: ReadonlyMap<string, readonly string[]>
  readonly nowInMilliseconds: number
}

/**
 * Texts of a network that need not be made again, because everything that they are made from is as it was, and so are they. Like all
 * memory it only ever saves time.
 */
export type DocumentMemory = {
  /** To be asked for each text, with what it is made from: its size in bytes, if that very text is published already. */
  readonly unchangedSizeInBytes: (path: string, madeFrom: unknown) => number | undefined
  readonly verdicts: Verdicts
  /** Makes all this known to the next build. To be called once it is published. */
  readonly save: () => void
}

/** `all` is what every text depends on. */
export function openDocumentMemory(folder: string, output: string, all: unknown, now: Date): DocumentMemory {
  const path = join(folder, '.castwright', 'network.cache')
  const key = `network ${version} ${buildMark} ${process.version}`
  const [entry] = readEntries(path, key)
  // What is stored under our key was written by this very version.
  const before = entry?.value as Stored | undefined
  const common = markOf(all)
  const asked = new Map<string, string>()
  const judged = new Map<string, readonly string[]>()
  /** A date that was no fault at a later clock may be one now. */
  const isOfLaterClock = (before?.nowInMilliseconds ?? 0) > now.getTime()
  return {
    unchangedSizeInBytes: (below, madeFrom) => {
      const made = `${common} ${markOf(madeFrom)}`
      asked.set(below, made)
      const known = before?.texts.get(below)
      if (known?.madeFrom !== made || isOfLaterClock) return undefined
      const mark = markOfPublished(join(output, below), known.mark)
      return mark === undefined ? undefined : sizeOf(mark)
    },
    verdicts: {
      of: (below) => (isOfLaterClock ? [] : (before?.verdicts.get(below) ?? [])),
      keep: (below, sound) => judged.set(below, sound),
    },
    save: () => {
      const texts = new Map<string, {readonly madeFrom: string; readonly mark: string}>()
      for (const [below, madeFrom] of asked) {
        const at = join(output, below)
        const mark = markOfPublished(at, before?.texts.get(below)?.mark) ?? outputMark(at, largestTextHashedInBytes)
        if (mark !== undefined) texts.set(below, {madeFrom, mark})
      }
      const verdicts = new Map([...(before?.verdicts ?? []), ...judged])
      const value: Stored = {texts, verdicts, nowInMilliseconds: now.getTime()}
      writeEntries(path, key, [{value}])
    },
  }
}

function markOf(value: unknown): string {
  return hash('sha1', typeof value === 'string' ? value : serialize(value), 'base64')
}
