import {type Place, type Problem, withSeverity} from '../../model/problem.ts'
import type {Authored} from '../../tags/kinds/value-kind.ts'
import {type FrontMatter, isAuthoredMap, scannedPlace} from '../data/authored-data.ts'
import {problem} from './field-problems.ts'
import type {FieldReader, FieldSettings, FieldTable, UnknownKey} from './field-table.ts'
import {type OwnedValue, readValues} from './field-values.ts'
import {comparableKey, keyOwners, type Meant, ownerOf, slipFinder} from './key-owners.ts'

type Slip = Meant & {readonly key: string; readonly path: readonly string[]}

/** Makes a reader for one table of fields. Its index is made once for a whole show. */
export function fieldReader<T extends FieldTable>(settings: FieldSettings<T>): FieldReader<T> {
  const owners = keyOwners(settings)
  const containers = new Set(
    [...owners.keys()].flatMap((key) => (key.includes('.') ? [key.slice(0, key.indexOf('.'))] : [])),
  )
  const otherKeys = new Set(settings.otherKeys.map(comparableKey))
  const slipOf = slipFinder(owners)
  return (source, context) => {
    const problems: Problem[] = []
    const unknownKeys: UnknownKey[] = []
    const found: OwnedValue[] = []
    const slips: Slip[] = []
    for (const {path, value} of writtenKeys(source.data, containers)) {
      const key = path.join('.')
      const owner = ownerOf(owners, comparableKey(key))
      if (owner !== undefined) {
        found.push({owner, path, value})
        continue
      }
      if (otherKeys.has(comparableKey(key))) continue
      const meant = slipOf(comparableKey(key))
      if (meant === undefined) unknownKeys.push({key, place: placeOfKey(source, path)})
      else slips.push({...meant, key, path})
    }
    const named = [...found, ...slips].map(({owner}) => owner.name)
    const isTaken = (name: string) => named.indexOf(name) !== named.lastIndexOf(name)
    for (const slip of slips) problems.push(misspelt(slip, isTaken(slip.owner.name), placeOfKey(source, slip.path)))
    const {passedOver, ...values} = readValues(settings.table, found, source, context)
    return {unknownKeys: [...unknownKeys, ...passedOver], ...values, problems: [...problems, ...values.problems]}
  }
}

/** A new name is certain only for a key at the top of the data, if the new key is not there yet, and if only one field is near. */
function misspelt({key, path, owner, isOnly}: Slip, isTaken: boolean, place: Place): Problem {
  const meant = owner.name
  const hint = `Did you mean "${meant}"? If the key is meant as it is, write other_keys: [${key}] in ${place.file === 'network.yaml' ? 'network.yaml' : 'show.yaml'}`
  const slip = problem('key-misspelt', place, `"${key}" is no known key, so its value is ignored`, hint)
  const found = owner.isDecisive ? withSeverity(slip, 'error') : slip
  return isOnly && !isTaken && path.length === 1 ? {...found, correction: {written: key, meant}} : found
}

function writtenKeys(
  data: FrontMatter['data'],
  containers: ReadonlySet<string>,
): readonly {readonly path: readonly string[]; readonly value: Authored}[] {
  return Object.entries(data).flatMap(([key, value]) => {
    if (!containers.has(comparableKey(key)) || !isAuthoredMap(value)) return [{path: [key], value}]
    return Object.entries(value).map(([inner, innerValue]) => ({path: [key, inner], value: innerValue}))
  })
}

/** This is cheap on purpose: unknown keys come with every episode, and only the first of a kind is reported. */
function placeOfKey(source: FrontMatter, path: readonly string[]): Place {
  return {file: source.file, ...scannedPlace(source, path, 'keyColumn')}
}
