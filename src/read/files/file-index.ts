import type {Place, Problem} from '../../model/problem.ts'
import {percentDecoded} from '../../text/addresses/percent-decoded.ts'
import {problem} from './file-problems.ts'

/** `missing` is the path that was meant: there is no file, but it would be below the show folder. */
export type FileMatch = {readonly path: string} | {readonly outside: true} | {readonly missing: string}

/** Finds the files that authors name, among those of the show folder and nowhere else. */
export type FileIndex = {
  /**
   * The file that `reference` names where `fromFile` has it. The file lies beside `fromFile` or below the show folder. A site path of
   * another generator (`/static/transcripts/one.md`) names the only file whose path has the same end.
   */
  readonly find: (reference: string, fromFile: string) => FileMatch
}

export function indexFiles(files: readonly string[]): FileIndex {
  // macOS decomposes accented letters in file names, but editors do not.
  const paths = new Map(files.map((path) => [path.normalize('NFC'), path]))
  const folders = new Set(files.map(folderOf))
  const byName = new Map<string, string[]>()
  for (const path of files) {
    const name = lastName(path).normalize('NFC')
    const same = byName.get(name)
    if (same === undefined) byName.set(name, [path])
    else same.push(path)
  }
  const find = (reference: string, fromFile: string): FileMatch => {
    const meant: string[] = []
    for (const spelling of spellings(reference)) {
      const beside = spelling.startsWith('/') ? undefined : joined(folderOf(fromFile), spelling)
      const below = joined('', spelling)
      if (below === undefined && beside === undefined) return {outside: true}
      for (const path of [beside, below]) {
        if (path === undefined) continue
        const found = paths.get(path.normalize('NFC'))
        if (found !== undefined) return {path: found}
        meant.push(path)
      }
      const ending = onlyEnding(byName.get(lastName(spelling).normalize('NFC')) ?? [], spelling)
      if (ending !== undefined) return {path: ending}
    }
    // Several paths may be meant. The best one is in a folder that exists: a file of nearly that name may be there.
    return {missing: meant.find((path) => folders.has(folderOf(path))) ?? meant[0] ?? reference}
  }
  return {find}
}

/** The problem of a reference that leads out of the show folder. */
export function outsideShow(reference: string, place: Place): Problem {
  const message = `"${reference.slice(0, 80)}" lies outside the show folder, and nothing outside it is published`
  return problem('file-outside-show', place, message, 'Move the file into the show folder')
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** The reference as it is written, then percent-decoded: `The%20night.mp3` is an address made of a file name. */
function spellings(reference: string): readonly string[] {
  const path = reference.replaceAll('\\', '/')
  return [...new Set([path, percentDecoded(path)])]
}

/** Joins `folder` and `path`, and resolves `.` and `..`. The result is `undefined` if it leads out of the show folder. */
function joined(folder: string, path: string): string | undefined {
  const names: string[] = []
  for (const name of `${folder}${path}`.split('/')) {
    if (name === '' || name === '.') continue
    if (name !== '..') names.push(name)
    else if (names.pop() === undefined) return undefined
  }
  return names.join('/')
}

/** At least one folder must agree: equal names in different folders are different files. */
function onlyEnding(candidates: readonly string[], reference: string): string | undefined {
  const names = reference.split('/').filter((name) => name !== '' && name !== '.')
  if (names.length < 2 || names.includes('..')) return undefined
  for (let from = 0; from < Math.min(names.length - 1, 16); from += 1) {
    const ending = `/${names.slice(from).join('/')}`.normalize('NFC')
    const matches = candidates.filter((path) => `/${path}`.normalize('NFC').endsWith(ending))
    if (matches.length === 1) return matches[0]
  }
  return undefined
}
