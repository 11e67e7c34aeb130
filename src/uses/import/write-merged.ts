import {lstatSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {mergeEpisode} from '../../merge/merge-episode.ts'
import {mergeFields} from '../../merge/merge-fields.ts'
import type {Problem} from '../../model/problem.ts'
import type {PackedText} from '../../sources/packed-text.ts'
import {mergeAsCopy} from './enrich/merge-as-copy.ts'
import {problem} from './import-problems.ts'

/**
 * `kept`: the file is the author's, and nothing in it had to change. `removed`: the author deleted the file, and it is not written
 * again.
 */
export type FileFate = 'created' | 'updated' | 'unchanged' | 'kept' | 'removed'

export type MergedFile = {readonly fate: FileFate; readonly conflicts: number; readonly problems: readonly Problem[]}

export type FileVersions = {
  readonly file: string
  /** What the source says now. */
  readonly theirs: string
  /** What an earlier import wrote. */
  readonly base: PackedText | undefined
  /** Whether the source stays the source: then its facts win, and no conflict waits for a person. */
  readonly isCopy: boolean
  /** Whether it is known that the folder has no file with this name. To ask for each of 100,000 files takes seconds. */
  readonly isFree?: boolean
}

/**
 * Changes a file of the show to what the source says now, without losing what the author did since `base` was written. If a file is
 * there but no import is known to have written it, it is the author's and stays.
 */
export function writeMerged(folder: string, {file, theirs, base, isCopy, isFree = false}: FileVersions): MergedFile {
  const path = join(folder, file)
  const mine = isFree ? undefined : readExisting(path)
  if (mine === undefined) {
    if (base !== undefined) return removed(file)
    put(path, theirs)
    return {fate: 'created', conflicts: 0, problems: []}
  }
  if (isCopy) {
    const {text, problems} = mergeAsCopy(file, mine, base?.() ?? theirs, theirs)
    if (text !== mine) put(path, text)
    return {fate: text === mine ? 'unchanged' : 'updated', conflicts: 0, problems}
  }
  if (base === undefined) return {fate: mine === theirs ? 'unchanged' : 'kept', conflicts: 0, problems: []}
  if (hasConflictMarks(mine)) return unresolved(file)
  const merge = file.endsWith('.md') ? mergeEpisode : mergeFields
  const {text, conflicts} = merge(mine, base(), theirs)
  if (text === mine) return {fate: 'unchanged', conflicts: 0, problems: []}
  put(path, text)
  const message = `${file}: you and the source have changed the same ${conflicts === 1 ? 'place' : 'places'} since the last import`
  const hint = 'Choose between the lines that <<<<<<<, ======= and >>>>>>> mark, and take the marks out'
  const line = text.split('\n').findIndex((each) => each.startsWith('<<<<<<<')) + 1
  const problems = conflicts === 0 ? [] : [problem('import-conflict', {file, line}, message, hint)]
  return {fate: 'updated', conflicts, problems}
}

function removed(file: string): MergedFile {
  const message = `${file} was deleted since the last import, so it is not written again`
  return {fate: 'removed', conflicts: 0, problems: [problem('import-file-removed', {file}, message)]}
}

function unresolved(file: string): MergedFile {
  const message = `${file} still has the marks of a conflict of an earlier import, so it is left as it is`
  const hint = 'Choose between the lines that they mark, and take the marks out; then import again'
  return {fate: 'kept', conflicts: 1, problems: [problem('import-conflict', {file}, message, hint)]}
}

function hasConflictMarks(text: string): boolean {
  return /^<{7} yours$/m.test(text) && /^>{7} source$/m.test(text)
}

/** `undefined` if nothing is there. A link with that name belongs to somebody, and reading it would not tell to whom. */
function readExisting(path: string): string | undefined {
  const there = lstatSync(path, {throwIfNoEntry: false})
  if (there === undefined) return undefined
  // Who reads a folder is not told its name.
  if (there.isDirectory()) throw Object.assign(new Error(`${path} is a folder`), {code: 'EISDIR', path})
  return readFileSync(path, 'utf8')
}

// The files are small and written synchronously, because a promise for each call takes longer than the call.
function put(path: string, text: string): void {
  writeFileSync(`${path}.new`, text)
  renameSync(`${path}.new`, path)
}
