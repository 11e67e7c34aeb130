import {hash} from 'node:crypto'
import {join} from 'node:path'
import {readEntries, writeEntries} from '../../cache/cache-file.ts'
import {buildMark, version} from '../../version.ts'
import {type KnownTexts, knownTexts, type StoredTexts} from './known-texts.ts'
import {stableText} from './stable-text.ts'

/** The texts of a network. Like all memory it only ever saves time. */
export type DocumentMemory = Pick<KnownTexts, 'unchangedSizeInBytes' | 'verdicts'> & {
  /** Makes all this known to the next build, and gives the marks of the published texts. To be called once they are published. */
  readonly save: () => ReadonlyMap<string, string>
}

type DocumentBuild = {
  readonly folder: string
  readonly output: string
  readonly now: Date
  /** The hash of a text that this build made. */
  readonly sha1Of: (path: string) => string | undefined
}

/** `all` is what every text depends on. */
export function openDocumentMemory({folder, output, now, sha1Of}: DocumentBuild, all: unknown): DocumentMemory {
  const path = join(folder, '.castwright', 'network.cache')
  const key = `network ${version} ${buildMark} ${process.version}`
  const [entry] = readEntries(path, key)
  // What is stored under our key was written by this very version.
  const before = entry?.value as StoredTexts | undefined
  const common = hash('sha1', stableText(all), 'base64')
  const known = knownTexts(() => before, output, now, sha1Of)
  return {
    unchangedSizeInBytes: (below, madeFrom) => known.unchangedSizeInBytes(below, `${common} ${madeFrom}`),
    verdicts: known.verdicts,
    save: () => {
      const stored = known.toStore()
      writeEntries(path, key, [{value: stored}])
      return new Map([...stored.texts].map(([below, {mark}]) => [below, mark]))
    },
  }
}
