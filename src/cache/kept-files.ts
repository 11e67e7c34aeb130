import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {dirname, join} from 'node:path'

/**
 * Files that were costly to make, by a key that says all that they were made from. It is a help and no duty: what cannot be read or written
 * is made again.
 */
export type KeptFiles = {
  /** Where the file of `key` lies, if there is one. */
  readonly find: (key: string) => string | undefined
  readonly keep: (key: string, bytes: Buffer) => void
  /** Lets go of what no build has asked for in a long time. */
  readonly tidy: () => void
}

const dayInMilliseconds = 24 * 60 * 60 * 1000
/** Branches of a show come and go, and builds of it may be rare. */
const keptForDays = 90
const countedByDays = 7

/** `folder` is made when the first file is kept. */
export function keptFiles(folder: string): KeptFiles {
  let hasFolder = false
  const pathOf = (key: string) => join(folder, key)
  return {
    find: (key) => {
      const facts = attempt(() => statSync(pathOf(key)))
      if (facts?.isFile() !== true || facts.size === 0) return undefined
      // The time says when it was last asked for. To the week: to set it costs as much as to read a small file.
      if (ageOf(facts) > countedByDays) attempt(() => utimesSync(pathOf(key), new Date(), new Date()))
      return pathOf(key)
    },
    keep: (key, bytes) => {
      attempt(() => {
        if (existsSync(pathOf(key))) return
        if (!hasFolder) makeFolder(folder)
        hasFolder = true
        const aside = `${pathOf(key)}.${process.pid}.new`
        writeFileSync(aside, bytes)
        renameSync(aside, pathOf(key))
      })
    },
    tidy: () => {
      attempt(() => {
        for (const name of readdirSync(folder))
          attempt(() => ageOf(statSync(pathOf(name))) > keptForDays && rmSync(pathOf(name)))
      })
    },
  }
}

function ageOf({mtimeMs}: Stats): number {
  return (Date.now() - mtimeMs) / dayInMilliseconds
}

/** The folder around it keeps itself out of git, whatever the author's own ignore file says. */
function makeFolder(folder: string): void {
  mkdirSync(folder, {recursive: true})
  writeFileSync(join(dirname(folder), '.gitignore'), '*\n')
}

function attempt<T>(step: () => T): T | undefined {
  try {
    return step()
  } catch {
    return undefined
  }
}
