import {isDeepStrictEqual} from 'node:util'
import {type Place, type Problem, withSeverity} from '../../model/problem.ts'
import type {Authored, ReadingContext, Wrong} from '../../tags/kinds/value-kind.ts'
import {isAbsent} from '../../tags/kinds/value-kinds.ts'
import {type FrontMatter, scannedPlace} from '../data/authored-data.ts'
import {problem} from './field-problems.ts'
import type {FieldRow, FieldsOf, FieldTable, ReadFields, UnknownKey} from './field-table.ts'
import {comparableKey, type Owner} from './key-owners.ts'

export type OwnedValue = {readonly owner: Owner; readonly path: readonly string[]; readonly value: Authored}

type Values<T extends FieldTable> = Omit<ReadFields<T>, 'unknownKeys'> & {readonly passedOver: readonly UnknownKey[]}

/** What a field has so far: the path of the key that gave it first, and its value. */
type Taken = {readonly path: readonly string[]; readonly value: unknown}

/**
 * Reads what was written for each field, the best key first. If a field is there under several keys, it gets all of their lists. Of other
 * values, one counts, and a value that differs from it is reported (`key-contradicts`).
 */
export function readValues<T extends FieldTable>(
  table: T,
  written: readonly OwnedValue[],
  source: FrontMatter,
  context: ReadingContext,
): Values<T> {
  const taken = new Map<string, Taken>()
  const tags = new Set<string>()
  const places = new Map<string, Place>()
  const wrongFields = new Map<string, Problem>()
  const problems: Problem[] = []
  const passedOver: UnknownKey[] = []
  for (const each of [...written].sort((a, b) => a.owner.rank - b.owner.rank)) {
    const {owner, path, value} = each
    if (isAbsent(value)) continue
    const row = owner.tag === undefined ? table[owner.name] : undefined
    const reading = (owner.tag?.kind ?? row?.kind)?.read(value, context)
    if (reading === undefined || 'absent' in reading) continue
    const withHint = (wrong: Wrong) => hinted(wrong, owner.tag ?? row)
    if ('wrong' in reading) {
      const found = allOf(reading).map((wrong) => wrongValue(withHint(wrong), each, source, 'whole'))
      if (found[0] !== undefined) wrongFields.set(owner.name, found[0])
      problems.push(...found)
      continue
    }
    const before = taken.get(owner.name)
    if (before !== undefined && row?.joins !== true) {
      const isSame =
        isDeepStrictEqual(before.value, reading.value) || row?.agree?.(before.value, reading.value) === true
      if (!isSame && mayDiffer(row, path)) passedOver.push(passedOverKey(before, each, source))
      else if (!isSame) problems.push(contradiction(before, each, source, row?.isRanked === true))
      continue
    }
    if (reading.remark !== undefined) {
      const said = problem('value-assumed', source.locate(path), `${path.join('.')}: ${reading.remark}`)
      problems.push(reading.isDoubtful === true ? withSeverity(said, 'warning') : said)
    }
    for (const wrong of (reading.leftOut ?? []).flatMap(allOf))
      problems.push(wrongValue(withHint(wrong), each, source, 'part'))
    if (owner.tag !== undefined) tags.add(owner.name)
    const joined = before === undefined ? reading.value : [before.value, reading.value].flat()
    taken.set(owner.name, {path: before?.path ?? path, value: joined})
    if (before === undefined) places.set(owner.name, scannedPlace(source, path, 'column'))
  }
  const valuesOf = (isWanted: (name: string) => boolean) =>
    [...taken].flatMap(([name, {value}]) => (isWanted(name) ? [[name, value] as const] : []))
  return {
    fields: Object.fromEntries(valuesOf((name) => !tags.has(name))) as FieldsOf<T>,
    tagValues: new Map(valuesOf((name) => tags.has(name))),
    places,
    wrongFields,
    placeOf: (name, at = []) => source.locate([...(taken.get(name)?.path ?? []), ...at]),
    problems,
    passedOver,
  }
}

function mayDiffer(row: FieldRow<unknown> | undefined, path: readonly string[]): boolean {
  const {mayDiffer: differs = false} = row ?? {}
  if (typeof differs === 'boolean') return differs
  return differs.some((key) => comparableKey(key) === comparableKey(path.join('.')))
}

/** The end of a message about a wrong value. It says what is left out: the value itself, or all of the field that it is a part of. */
export function leftOutEnding(field = 'it'): string {
  return `, so ${field} is left out`
}

/** The problem of a wrong value, of which something else has come. */
export function withOtherEnding(found: Problem, ending: string): Problem {
  return {...found, message: found.message.replace(/, so \S+ is left out$/, ending)}
}

/** Whoever wrote something else than its key takes sees at least what the key takes. */
function hinted(wrong: Wrong, row: {readonly example: string} | undefined): Wrong {
  return row === undefined ? wrong : {...wrong, hint: wrong.hint ?? `For example: ${row.example}`}
}

function allOf(wrong: Wrong): readonly Wrong[] {
  return [wrong, ...(wrong.others ?? []).flatMap(allOf)]
}

/** `left`: whether all of the field is left out, or only the part that is wrong. */
function wrongValue(
  {wrong, hint, at = [], isKey}: Wrong,
  {owner, path}: OwnedValue,
  source: FrontMatter,
  left: 'whole' | 'part',
): Problem {
  const place = source.locate([...path, ...at], isKey === true ? 'key' : 'value')
  const outcome = owner.isDecisive ? '' : leftOutEnding(left === 'whole' && at.length > 0 ? path.join('.') : undefined)
  return graver(owner, problem('value-invalid', place, `${path.join('.')} ${wrong}${outcome}`, hint))
}

function graver({isDecisive}: Owner, found: Problem): Problem {
  return isDecisive ? withSeverity(found, 'error') : found
}

function contradiction(before: Taken, {owner, path}: OwnedValue, source: FrontMatter, isRanked: boolean): Problem {
  const [used, other] = [before.path.join('.'), path.join('.')]
  const message = `${used} and ${other} are two names of one field and say different things; what ${used} says counts`
  const found = problem('key-contradicts', source.locate(path), message, `Remove ${other}, or ${used}`)
  return isRanked ? found : graver(owner, found)
}

function passedOverKey(before: Taken, {path}: OwnedValue, source: FrontMatter): UnknownKey {
  const place = {file: source.file, ...scannedPlace(source, path, 'keyColumn')}
  return {key: path.join('.'), place, insteadOf: before.path.join('.')}
}
