import {createHash} from 'node:crypto'
import {readdir} from 'node:fs/promises'
import {join, relative} from 'node:path'
import type {OutputFile} from '../model/output.ts'
import type {Problem} from '../model/problem.ts'

/**
 * The entry of a file in the manifest: its path, or for a private file the folder and a hash of the path. Some hosts serve dot-prefixed
 * folders, and a list of private paths would give all of them away.
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
 * The problems without the paths of private files. Errors of the system name such paths, and everybody can read the logs of public jobs.
 * `entries` may be named.
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

/** A path in a message may begin with the folders above the output. It ends at a blank or at a punctuation mark. */
function withoutPathsBelow(top: string, text: string): string {
  const [first = '', ...parts] = text.split(new RegExp(String.raw`(?<![\w-])${escaped(top)}[/\\](?!…)`))
  return first + parts.map((part) => `${top}/…${part.replace(/^[^\s'",;:]+/, '')}`).join('')
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

/** The path of each entry that has a file. The paths of private entries are found in their folder. */
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

/** Everything below the folder `top` that is no folder, with `/`. Links are not followed, because `readdir` with file types follows none. */
async function filesBelow(folder: string, top: string): Promise<readonly string[]> {
  const entries = await readdir(join(folder, top), {recursive: true, withFileTypes: true}).catch(() => [])
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}
