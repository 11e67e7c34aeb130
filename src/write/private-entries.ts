import {createHash} from 'node:crypto'
import {readdir} from 'node:fs/promises'
import {join, relative} from 'node:path'
import type {OutputFile} from '../model/output.ts'
import type {Problem} from '../model/problem.ts'

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

/**
 * The problems without the paths of private files, which the system names in its errors: jobs print them where everybody can read
 * them. `entries` are those that may be named.
 */
export function withoutPrivatePaths(problems: readonly Problem[], entries: Iterable<string>): readonly Problem[] {
  const tops = [...entries].flatMap((entry) => {
    const mark = entry.indexOf(privateMark)
    return mark === -1 ? [] : [entry.slice(0, mark)]
  })
  return [...new Set(tops)].reduce<readonly Problem[]>(
    (found, top) => found.map((each) => ({...each, message: withoutPathsBelow(top, each.message)})),
    problems,
  )
}

/** A path in a message may be one of the system, with the folders above the output, and ends at a space or a mark. */
function withoutPathsBelow(top: string, text: string): string {
  const [first = '', ...parts] = text.split(new RegExp(String.raw`(?<![\w-])${escaped(top)}[/\\](?!…)`))
  return first + parts.map((part) => `${top}/…${part.replace(/^[^\s'",;:]+/, '')}`).join('')
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

/** The path of each entry that has a file, found again for private ones in their folder. */
export async function pathsOf(folder: string, entries: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const paths = new Map(entries.filter((entry) => !entry.includes(privateMark)).map((path) => [path, path]))
  const hidden = new Set(entries.filter((entry) => entry.includes(privateMark)))
  for (const top of new Set([...hidden].map((entry) => entry.slice(0, entry.indexOf(privateMark))))) {
    for (const path of await filesBelow(folder, top)) {
      const entry = entryOf({path, isPrivate: true})
      if (hidden.has(entry)) paths.set(entry, path)
    }
  }
  return paths
}

/** All that is in the folder `top` and is no folder, with `/`. Links are not followed: with file types, `readdir` follows none. */
async function filesBelow(folder: string, top: string): Promise<readonly string[]> {
  const entries = await readdir(join(folder, top), {recursive: true, withFileTypes: true}).catch(() => [])
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}
