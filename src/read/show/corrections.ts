import {type Place, type Problem, withSeverity} from '../../model/problem.ts'
import type {Authored} from '../../tags/kinds/value-kind.ts'
import {isAbsent} from '../../tags/kinds/value-kinds.ts'
import {type FrontMatter, isAuthoredMap} from '../data/authored-data.ts'
import type {AuthoredMap} from '../data/data-syntaxes.ts'
import type {FileCorrection} from '../fields/correction-kinds.ts'
import {comparableKey, type Owners, ownerOf} from '../fields/key-owners.ts'
import type {EpisodeFiles} from '../files/episode-files.ts'
import {problem} from './show-problems.ts'

/** What show.yaml says of files that must not be edited, as its author wrote it, with the places. */
export type WrittenCorrections = {
  readonly leaveOut: ReadonlyMap<string, string>
  readonly corrections: ReadonlyMap<string, FileCorrection>
  readonly additions: ReadonlyMap<string, AuthoredMap>
  readonly locate: FrontMatter['locate']
}

export type Corrections = {
  /** Files that are not published. */
  readonly leftOut: ReadonlySet<string>
  /** The front matter of a file with what is corrected in it, and with what is added to it. */
  readonly corrected: (source: FrontMatter) => FrontMatter
  readonly problems: readonly Problem[]
}

/**
 * Finds the files that are corrected or left out among those of the episodes. Problems: `episode-left-out`, `correction-applied`,
 * `correction-unused`, and `value-invalid` where a name is no field.
 */
export function findCorrections(
  {leaveOut, corrections, additions, locate}: WrittenCorrections,
  episodes: readonly EpisodeFiles[],
  owners: Owners,
): Corrections {
  const problems: Problem[] = []
  const leftOut = new Set<string>()
  const byFile = new Map<string, {readonly data: AuthoredMap; readonly place: Place}>()
  for (const [name, reason] of leaveOut) {
    const place = locate(['leave_out', name])
    const file = fileNamed(name, episodes)
    if (file === undefined) problems.push(unused(name, place))
    else {
      leftOut.add(file)
      problems.push(problem('episode-left-out', place, `${file} is not published: ${reason}`))
    }
  }
  for (const [name, {data, reason}] of corrections) {
    const place = locate(['corrections', name])
    const file = fileNamed(name, episodes)
    if (file === undefined) {
      problems.push(unused(name, place))
      continue
    }
    const fields = Object.keys(data)
    problems.push(...fields.flatMap((field) => unknownField(field, locate(['corrections', name, field]), owners)))
    problems.push(problem('correction-applied', place, `show.yaml corrects ${fields.join(', ')} of ${file}: ${reason}`))
    byFile.set(file, {data: knownFields(data, owners), place})
  }
  const added = new Map<string, {readonly data: AuthoredMap; readonly place: Place}>()
  for (const [name, data] of additions) {
    const place = locate(['additions', name])
    const file = fileNamed(name, episodes)
    if (file === undefined) problems.push(unused(name, place))
    else {
      problems.push(
        ...Object.keys(data).flatMap((field) => unknownField(field, locate(['additions', name, field]), owners)),
      )
      added.set(file, {data: knownFields(data, owners), place})
    }
  }
  const corrected = (source: FrontMatter): FrontMatter => {
    const [correction, addition] = [byFile.get(source.file), added.get(source.file)]
    const written =
      correction === undefined ? source : withCorrection(source, correction.data, correction.place, owners)
    return addition === undefined ? written : withAddition(written, addition.data, addition.place, owners)
  }
  return {leftOut, corrected, problems}
}

/** Finds a file by its path. Else finds it by the end of its path, with or without `.md`, if no other path ends so. */
function fileNamed(name: string, episodes: readonly EpisodeFiles[]): string | undefined {
  const wanted = name.replace(/^(?:\.?\/)+/, '').normalize('NFC')
  const paths = episodes.map(({file, stem}) => ({file, stem: stem.normalize('NFC'), path: file.normalize('NFC')}))
  const exact = paths.find(({path}) => path === wanted)
  if (exact !== undefined) return exact.file
  const found = paths.filter(({path, stem}) => path.endsWith(`/${wanted}`) || stem === wanted)
  return found.length === 1 ? found[0]?.file : undefined
}

function unused(name: string, place: Place): Problem {
  const message = `"${name.slice(0, 80)}" is the name of no episode file, or of several, so nothing is done about it`
  return problem('correction-unused', place, message, 'Write its path below this folder: episodes/0259.md')
}

function unknownField(field: string, place: Place, owners: Owners): readonly Problem[] {
  if (ownerOf(owners, comparableKey(field)) !== undefined) return []
  const message = `"${field.slice(0, 60)}" is none of the fields of an episode, so it cannot be corrected`
  return [withSeverity(problem('value-invalid', place, message, 'docs/front-matter.md lists them'), 'error')]
}

function knownFields(data: AuthoredMap, owners: Owners): AuthoredMap {
  return Object.fromEntries(
    Object.entries(data).filter(([field]) => ownerOf(owners, comparableKey(field)) !== undefined),
  )
}

/** Replaces what the file says of a corrected field, whichever name of the field the file uses. */
function withCorrection(source: FrontMatter, data: AuthoredMap, place: Place, owners: Owners): FrontMatter {
  const nameOf = (key: string) => ownerOf(owners, comparableKey(key))?.name
  const names = new Set(Object.keys(data).map(nameOf))
  const isKept = (key: string) => {
    const name = nameOf(key)
    return name === undefined || !names.has(name)
  }
  const kept = Object.entries(source.data).flatMap(([key, value]): readonly (readonly [string, Authored])[] => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return isKept(key) ? [[key, value]] : []
    if (!isKept(key)) return []
    const inner = Object.entries(value).filter(([each]) => isKept(`${key}.${each}`))
    return [[key, Object.fromEntries(inner)]]
  })
  const keyPlaces = new Map([...source.keyPlaces].filter(([key]) => !Object.hasOwn(data, key)))
  return {
    ...source,
    present: true,
    data: {...Object.fromEntries(kept), ...data},
    keyPlaces,
    locate: (path) => (path[0] !== undefined && Object.hasOwn(data, path[0]) ? place : source.locate(path)),
  }
}

/** Fields of which a file may say some, and `additions` further ones. */
const listed: ReadonlySet<string> = new Set(['aliases'])

/** Adds fields that the file does not have under any of their names; the two lists of a listed field become one. */
function withAddition(source: FrontMatter, data: AuthoredMap, place: Place, owners: Owners): FrontMatter {
  const nameOf = (key: string) => ownerOf(owners, comparableKey(key))?.name
  const keys = Object.entries(source.data).flatMap(([key, value]) =>
    isAuthoredMap(value) ? [key, ...Object.keys(value).map((inner) => `${key}.${inner}`)] : [key],
  )
  const keyOf = (name: string | undefined) => keys.find((key) => nameOf(key) === name)
  const added: Record<string, Authored> = {}
  for (const [key, value] of Object.entries(data)) {
    const own = keyOf(nameOf(key))
    const isWritten = own !== undefined && !isAbsent(source.data[own] ?? null)
    if (!isWritten) added[own ?? key] = value
    else if (listed.has(nameOf(key) ?? '')) added[own] = [...asList(source.data[own]), ...asList(value)]
  }
  return {
    ...source,
    present: true,
    data: {...source.data, ...added},
    locate: (path) => (path[0] !== undefined && Object.hasOwn(added, path[0]) ? place : source.locate(path)),
  }
}

function asList(value: Authored | undefined): readonly Authored[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}
