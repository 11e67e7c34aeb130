import {join} from 'node:path'
import {largestTextHashedInBytes, markOfPublished, outputMark, sizeOf} from '../../cache/file-mark.ts'
import {present} from '../../model/present.ts'
import type {ItemTexts} from '../../plan/engine.ts'
import type {Verdicts} from '../judging/judging.ts'
import {type ItemMarking, itemTexts, type StoredItems} from './item-texts.ts'

type StoredText = {readonly madeFrom: string; readonly mark: string; readonly items?: StoredItems}

/** What a build made of the texts of a show or a network as a whole, and what it found of them. */
export type StoredTexts = {
  /** By path: a mark of everything that the text is made from, and that of the published file. */
  readonly texts: ReadonlyMap<string, StoredText>
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
  readonly itemTexts: (marking: ItemMarking) => ItemTexts
}

/**
 * `before` gives what the last build stored. It is called when the first text is asked for. `sha1Of` gives the hash of a text that this
 * build made, where it is known.
 */
export function knownTexts(
  before: () => StoredTexts | undefined,
  output: string,
  now: Date,
  sha1Of: (path: string) => string | undefined = () => undefined,
): KnownTexts {
  const asked = new Map<string, string>()
  const judged = new Map<string, readonly string[]>()
  let writtenItems: ReadonlyMap<string, StoredItems> = new Map()
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
    itemTexts: (marking) => {
      const {written, ...texts} = itemTexts((path) => before()?.texts.get(path), output, marking)
      writtenItems = written
      return texts
    },
    areAllKnown: () => isKnown && (before()?.texts.size ?? 0) === asked.size,
    haveMoved: () => hasMoved,
    toStore: () => {
      const texts = new Map<string, StoredText>()
      for (const [path, madeFrom] of asked) {
        const at = join(output, path)
        // The hash of one that is as it was before is not made again.
        const old = before()?.texts.get(path)
        const same = markOfPublished(at, old?.mark)
        const mark = same ?? outputMark(at, largestTextHashedInBytes, sha1Of(path))
        const items = writtenItems.get(path) ?? (same === undefined ? undefined : old?.items)
        if (mark !== undefined) texts.set(path, {madeFrom, mark, ...present({items})})
      }
      const verdicts = new Map([...(before()?.verdicts ?? []), ...judged])
      return {texts, verdicts, nowInMilliseconds: now.getTime()}
    },
  }
}
