import {join} from 'node:path'
import {largestTextHashedInBytes, markOfPublished, outputMark, sizeOf} from '../../cache/file-mark.ts'
import type {Verdicts} from '../judging/judging.ts'

/** What a build made of the texts of a show or a network as a whole, and what it found of them. */
export type StoredTexts = {
  /** By path: a mark of everything that the text is made from, and that of the published file. */
  readonly texts: ReadonlyMap<string, {readonly madeFrom: string; readonly mark: string}>
  /** Marks of items of feeds that were found sound, by path. */
  readonly verdicts: ReadonlyMap<string, readonly string[]>
  readonly nowInMilliseconds: number
}

/** Texts that need not be made again, because everything that they are made from is as it was, and so are they. */
export type KnownTexts = {
  /** To be asked for each text, with a mark of what it is made from: its size in bytes, if that very text is published already. */
  readonly unchangedSizeInBytes: (path: string, madeFrom: string) => number | undefined
  /** Like all memory, they belong to one version of the rules. */
  readonly verdicts: Verdicts
  /** Whether each text that was asked for is published already, and no other one is known. */
  readonly areAllKnown: () => boolean
  /** Whether texts that hold what they held have other times or inodes, as on a fresh checkout with a restored cache. */
  readonly haveMoved: () => boolean
  /** For the next build. To be called once this one is published. */
  readonly toStore: () => StoredTexts
}

/** `before` gives what the last build stored. It is called when the first text is asked for. */
export function knownTexts(before: () => StoredTexts | undefined, output: string, now: Date): KnownTexts {
  const asked = new Map<string, string>()
  const judged = new Map<string, readonly string[]>()
  let isKnown = true
  let hasMoved = false
  /** A date that was no fault at a later clock may be one now. */
  const valid = () => {
    const stored = before()
    return stored !== undefined && stored.nowInMilliseconds <= now.getTime() ? stored : undefined
  }
  return {
    unchangedSizeInBytes: (path, madeFrom) => {
      asked.set(path, madeFrom)
      const known = valid()?.texts.get(path)
      const mark = known?.madeFrom === madeFrom ? markOfPublished(join(output, path), known.mark) : undefined
      if (mark === undefined) isKnown = false
      else if (mark !== known?.mark) hasMoved = true
      return mark === undefined ? undefined : sizeOf(mark)
    },
    verdicts: {
      of: (path) => valid()?.verdicts.get(path) ?? [],
      keep: (path, sound) => judged.set(path, sound),
    },
    areAllKnown: () => isKnown && (before()?.texts.size ?? 0) === asked.size,
    haveMoved: () => hasMoved,
    toStore: () => {
      const texts = new Map<string, {readonly madeFrom: string; readonly mark: string}>()
      for (const [path, madeFrom] of asked) {
        const at = join(output, path)
        // The hash of one that is as it was before is not made again.
        const mark = markOfPublished(at, before()?.texts.get(path)?.mark) ?? outputMark(at, largestTextHashedInBytes)
        if (mark !== undefined) texts.set(path, {madeFrom, mark})
      }
      const verdicts = new Map([...(before()?.verdicts ?? []), ...judged])
      return {texts, verdicts, nowInMilliseconds: now.getTime()}
    },
  }
}
