import {present} from '../model/present.ts'
import {type Place, type Problem, problem} from '../model/problem.ts'
import type {AuthoredKey} from '../tags/tag.ts'
import type {Authored, ReadingContext, ValueKind} from '../tags/value-kind.ts'
import {isAbsent} from '../tags/value-kinds.ts'
import {isOneSlip} from '../text/near-name.ts'
import {type FrontMatter, isAuthoredMap} from './authored-data.ts'

/** One field: what it is called, how it is read, and what the docs and editors are told. */
export type FieldRow<T> = {
  /** Every key that holds it, best first. A dot reaches into a map: `episode.title`. Case, `_` and `-` make no difference. */
  readonly keys: readonly [string, ...string[]]
  readonly kind: ValueKind<T>
  readonly summary: string
  /** As in YAML. */
  readonly example: string
  readonly default?: string
  /** Several of the keys may be there at once and their lists are joined; else only the first that has a value counts. */
  readonly joins?: boolean
}

export type FieldTable = Readonly<Record<string, FieldRow<unknown>>>

export function row<T>(fields: FieldRow<T>): FieldRow<T> {
  return fields
}

/** What the rows of `T` read; every field may be absent. */
export type FieldsOf<T extends FieldTable> = {
  readonly [N in keyof T]?: T[N]['kind'] extends ValueKind<infer V> ? V : never
}

export type FieldSettings<T extends FieldTable> = {
  readonly table: T
  readonly tags: readonly AuthoredKey[]
  /** Canonical name (or any known one) -> the key that this show uses for it. */
  readonly fieldNames: ReadonlyMap<string, string>
  /** Keys of the show's own, for other tools: never a slip, never reported. */
  readonly otherKeys: readonly string[]
}

export type UnknownKey = {readonly key: string; readonly place: Place}

export type ReadFields<T extends FieldTable> = {
  readonly fields: FieldsOf<T>
  readonly tagValues: ReadonlyMap<string, unknown>
  /** Field name -> line and column in the file, for the fields that were written. */
  readonly places: ReadonlyMap<string, Place>
  /** Fields that were written, but wrong: an absent value is then no omission. */
  readonly wrongFields: ReadonlySet<string>
  /** The exact place of a field's value, for checks that fail: it costs another parse. */
  readonly placeOf: (name: keyof T & string) => Place
  readonly unknownKeys: readonly UnknownKey[]
  readonly problems: readonly Problem[]
}

export type FieldReader<T extends FieldTable> = (source: FrontMatter, context: ReadingContext) => ReadFields<T>

type Owner = {readonly name: string; readonly rank: number; readonly tag?: AuthoredKey}
type Written = {readonly path: readonly string[]; readonly value: Authored}
type Meant = {readonly owner: Owner; readonly isOnly: boolean}
type Slip = Meant & {readonly key: string; readonly path: readonly string[]}

/** Keys are compared without regard to case, `_`, `-` and blanks: `PublishDate`, `publish_date` and `publish-date` are one. */
export function comparableKey(key: string): string {
  return key.toLowerCase().replace(/[_\-\s]/g, '')
}

/** A reader for one table of fields, its index made once for a whole show. */
export function fieldReader<T extends FieldTable>(settings: FieldSettings<T>): FieldReader<T> {
  const owners = ownersOf(settings)
  const containers = new Set(
    [...owners.keys()].flatMap((key) => (key.includes('.') ? [key.slice(0, key.indexOf('.'))] : [])),
  )
  const otherKeys = new Set(settings.otherKeys.map(comparableKey))
  const slipOf = slipFinder(owners)
  return (source, context) => {
    const problems: Problem[] = []
    const unknownKeys: UnknownKey[] = []
    const found = new Map<Owner, Written>()
    const slips: Slip[] = []
    for (const written of writtenKeys(source.data, containers)) {
      const key = written.path.join('.')
      const owner = ownerOf(owners, comparableKey(key))
      if (owner !== undefined) {
        found.set(owner, written)
        continue
      }
      if (otherKeys.has(comparableKey(key))) continue
      const meant = slipOf(comparableKey(key))
      if (meant === undefined) unknownKeys.push({key, place: placeOfKey(source, written.path)})
      else slips.push({...meant, key, path: written.path})
    }
    const named = [...found.keys(), ...slips.map(({owner}) => owner)].map(({name}) => name)
    const isTaken = (name: string) => named.indexOf(name) !== named.lastIndexOf(name)
    for (const slip of slips) problems.push(misspelt(slip, isTaken(slip.owner.name), placeOfKey(source, slip.path)))
    const values = readValues(settings.table, found, source, context)
    return {unknownKeys, ...values, problems: [...problems, ...values.problems]}
  }
}

/** Renaming is certain only at the top of the data, to a key that is not there, and where one field alone is near. */
function misspelt({key, path, owner, isOnly}: Slip, isTaken: boolean, place: Place): Problem {
  const meant = owner.name
  const hint = `Did you mean "${meant}"? If the key is meant as it is, write other_keys: [${key}] in show.yaml`
  const found = problem('key-misspelt', place, `"${key}" is no known key, so its value would be ignored`, hint)
  return isOnly && !isTaken && path.length === 1 ? {...found, correction: {written: key, meant}} : found
}

/**
 * The field or tag that a name in `fields` means: any of its names will do (`number` is `episode`), and of a path into a map the
 * part that is a field (`audio.url` is `audio`, `audio.size` is `size`).
 */
export function findField(
  name: string,
  table: FieldTable,
  tags: readonly AuthoredKey[],
): {readonly name: string; readonly tag?: AuthoredKey} | undefined {
  const parts = name.split('.')
  for (const part of [name, parts.at(-1) ?? name, parts[0] ?? name]) {
    const wanted = comparableKey(part)
    const field = Object.entries(table).find(([own, {keys}]) =>
      [own, ...keys].some((key) => comparableKey(key) === wanted),
    )
    if (field !== undefined && part !== 'url') return {name: field[0]}
    const tag = tags.find(({key, aliases}) => [key, ...aliases].some((each) => comparableKey(each) === wanted))
    if (tag !== undefined) return {name: tag.key, tag}
  }
  return undefined
}

function ownersOf({table, tags, fieldNames}: FieldSettings<FieldTable>): ReadonlyMap<string, Owner> {
  const owners = new Map<string, Owner>()
  const add = (key: string, owner: Owner) => {
    if (!owners.has(comparableKey(key))) owners.set(comparableKey(key), owner)
  }
  // The show's own key comes before all others.
  for (const [name, key] of fieldNames) {
    const field = findField(name, table, tags)
    if (field !== undefined) add(key, {...field, rank: -1})
  }
  for (const [name, {keys}] of Object.entries(table)) {
    for (const [rank, key] of keys.entries()) add(key, {name, rank})
  }
  for (const tag of tags) {
    for (const [rank, key] of [tag.key, ...tag.aliases].entries()) add(key, {name: tag.key, rank, tag})
    add(`podcast_${tag.key}`, {name: tag.key, rank: tag.aliases.length + 1, tag})
  }
  return owners
}

/** Keys carried over from other tools have the prefix of the tag they filled. Ours have none. */
function ownerOf(owners: ReadonlyMap<string, Owner>, key: string): Owner | undefined {
  return owners.get(key) ?? (key.startsWith('itunes') ? owners.get(key.replace(/^itunes[:.]?/, '')) : undefined)
}

function writtenKeys(data: FrontMatter['data'], containers: ReadonlySet<string>): readonly Written[] {
  return Object.entries(data).flatMap(([key, value]): Written[] => {
    if (!containers.has(comparableKey(key)) || !isAuthoredMap(value)) return [{path: [key], value}]
    return Object.entries(value).map(([inner, innerValue]) => ({path: [key, inner], value: innerValue}))
  })
}

/** The field that an unknown key is one slip away from. Remembered: the same few keys come with every episode. */
function slipFinder(owners: ReadonlyMap<string, Owner>): (key: string) => Meant | undefined {
  const known = [...owners.keys()]
  const remembered = new Map<string, Meant | undefined>()
  return (key) => {
    if (key.length > 64) return undefined
    if (remembered.has(key)) return remembered.get(key)
    const near = known.filter((each) => isOneSlip(key, each))
    const meant = meantBy(near, owners)
    if (remembered.size < 10_000) remembered.set(key, meant)
    return meant
  }
}

function meantBy(near: readonly string[], owners: ReadonlyMap<string, Owner>): Meant | undefined {
  const owner = owners.get(near[0] ?? '')
  if (owner === undefined) return undefined
  const names = new Set(near.map((each) => owners.get(each)?.name))
  const isKey = owners.get(comparableKey(owner.name))?.name === owner.name
  return {owner, isOnly: names.size === 1 && isKey && !near.some((each) => each.includes('.'))}
}

type Values<T extends FieldTable> = Omit<ReadFields<T>, 'unknownKeys'>

function readValues<T extends FieldTable>(
  table: T,
  found: ReadonlyMap<Owner, Written>,
  source: FrontMatter,
  context: ReadingContext,
): Values<T> {
  const fields: Record<string, unknown> = {}
  const tagValues = new Map<string, unknown>()
  const places = new Map<string, Place>()
  const paths = new Map<string, readonly string[]>()
  const wrongFields = new Set<string>()
  const problems: Problem[] = []
  for (const [owner, {path, value}] of [...found].sort(([a], [b]) => a.rank - b.rank)) {
    if (isAbsent(value)) continue
    const fieldRow = owner.tag === undefined ? table[owner.name] : undefined
    const isTaken = owner.tag === undefined ? Object.hasOwn(fields, owner.name) : tagValues.has(owner.name)
    if (isTaken && fieldRow?.joins !== true) continue
    const reading = (owner.tag?.kind ?? fieldRow?.kind)?.read(value, context)
    if (reading === undefined || 'absent' in reading) continue
    if ('wrong' in reading) {
      wrongFields.add(owner.name)
      const place = source.locate([...path, ...(reading.at ?? [])])
      problems.push(problem('value-invalid', place, `${path.join('.')} ${reading.wrong}`, reading.hint))
      continue
    }
    if (reading.remark !== undefined)
      problems.push(problem('value-assumed', source.locate(path), `${path.join('.')}: ${reading.remark}`))
    if (owner.tag === undefined)
      fields[owner.name] = isTaken ? joined(fields[owner.name], reading.value) : reading.value
    else tagValues.set(owner.name, reading.value)
    if (paths.has(owner.name)) continue
    paths.set(owner.name, path)
    places.set(owner.name, scannedPlace(source, path, 'column'))
  }
  const placeOf = (name: string) => source.locate(paths.get(name) ?? [])
  return {fields: fields as FieldsOf<T>, tagValues, places, wrongFields, placeOf, problems}
}

function joined(before: unknown, more: unknown): unknown {
  return [before, more].flat()
}

/** Cheap on purpose: unknown keys come with every episode, and only the first of a kind is reported. */
function placeOfKey(source: FrontMatter, path: readonly string[]): Place {
  return {file: source.file, ...scannedPlace(source, path, 'keyColumn')}
}

/** Of a key inside a map the scan knows the line of the map, and no column. */
function scannedPlace({keyPlaces}: FrontMatter, path: readonly string[], column: 'column' | 'keyColumn'): Place {
  const own = keyPlaces.get(path.join('.'))
  return own === undefined ? present({line: keyPlaces.get(path[0] ?? '')?.line}) : {line: own.line, column: own[column]}
}
