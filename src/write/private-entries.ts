import {createHash} from 'node:crypto'
import {readdir} from 'node:fs/promises'
import {join} from 'node:path'
import type {OutputFile} from '../model/output.ts'

/**
 * A file in the manifest: its path, or of a private one the folder and a hash of the path. Not every host keeps dot-prefixed
 * folders to itself, and a list of private paths would open them all.
 */
export function entryOf({path, isPrivate}: Pick<OutputFile, 'path' | 'isPrivate'>): string {
  return isPrivate === true ? `${path.split('/')[0]}${privateMark}${hashOf(path)}` : path
}

const privateMark = '/…#'

function hashOf(path: string): string {
  return createHash('sha256').update(path).digest('hex')
}

/** An entry as reports name it: `members/…` for a private file. */
export function reportedEntry(entry: string): string {
  const mark = entry.indexOf(privateMark)
  return mark === -1 ? entry : `${entry.slice(0, mark)}/…`
}

/** The path of each entry that has a file, found again for private ones in their folder. */
export async function pathsOf(folder: string, entries: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const paths = new Map(entries.filter((entry) => !entry.includes(privateMark)).map((path) => [path, path]))
  const hidden = new Set(entries.filter((entry) => entry.includes(privateMark)))
  for (const top of new Set([...hidden].map((entry) => entry.slice(0, entry.indexOf(privateMark))))) {
    const found = await readdir(join(folder, top), {recursive: true}).catch(() => [])
    for (const name of found) {
      const path = `${top}/${name.replaceAll('\\', '/')}`
      const entry = entryOf({path, isPrivate: true})
      if (hidden.has(entry)) paths.set(entry, path)
    }
  }
  return paths
}
