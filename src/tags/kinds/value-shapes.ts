import {nearName} from '../../text/near-name.ts'
import type {Authored, Reading, ReadingContext, ValueKind, Wrong} from './value-kind.ts'
import {isAbsent, quotedAuthored} from './value-kinds.ts'

/**
 * A list; a single value is a list of one. Empty items are left out. Wrong items are left out if another item is right. With `isWhole`, one
 * wrong item makes the whole list wrong: of those who share a payment, nobody may be left out.
 */
export function listOf<T>(item: ValueKind<T>, {isWhole = false} = {}): ValueKind<readonly T[]> {
  return {
    name: `list of: ${item.name}`,
    jsonSchema: {anyOf: [item.jsonSchema, {type: 'array', items: item.jsonSchema}]},
    read: (authored, context) => {
      if (isAbsent(authored)) return {absent: true}
      const written = Array.isArray(authored) ? authored : [authored]
      const values: T[] = []
      const remarks: Remark[] = []
      const leftOut: Wrong[] = []
      const inItem = (wrong: Wrong, index: number): Wrong => {
        const inner = Array.isArray(authored) ? {...wrong, at: [String(index), ...(wrong.at ?? [])]} : wrong
        const named = written.length === 1 ? inner : {...inner, wrong: `item ${index + 1} ${wrong.wrong}`}
        return wrong.others === undefined ? named : {...named, others: wrong.others.map((each) => inItem(each, index))}
      }
      for (const [index, each] of written.entries()) {
        const reading = item.read(each, context)
        if ('absent' in reading) continue
        if ('wrong' in reading) leftOut.push(inItem(isMapForList(authored, item) ? mapForList : reading, index))
        else {
          values.push(reading.value)
          remarks.push(...remarkOf(reading))
          leftOut.push(...(reading.leftOut ?? []).map((wrong) => inItem(wrong, index)))
        }
        if (isWhole && leftOut[0] !== undefined) return leftOut[0]
      }
      return values.length === 0
        ? (wholly(leftOut) ?? {absent: true})
        : {value: values, ...asRemark(remarks), ...asLeftOut(leftOut)}
    },
  }
}

/** A map where a list of words stands (`shows: {a: b}`): that it is no word is not what its author wants to know. */
function isMapForList(authored: Authored, {jsonSchema}: ValueKind<unknown>): boolean {
  const isMap = typeof authored === 'object' && authored !== null && !Array.isArray(authored)
  return isMap && [jsonSchema.type].flat().includes('string')
}

const mapForList: Wrong = {wrong: 'is a map, but must be a list', hint: 'Write a list: [one, two]'}

/** What is wrong with a value of which no part is right. Each part has its own place. */
function wholly([first, ...others]: readonly Wrong[]): Wrong | undefined {
  return first === undefined || others.length === 0 ? first : {...first, others}
}

function asLeftOut(leftOut: readonly Wrong[]): {readonly leftOut?: readonly Wrong[]} {
  return leftOut.length === 0 ? {} : {leftOut}
}

type Remark = {readonly remark: string; readonly isDoubtful: boolean}

function remarkOf({remark, isDoubtful = false}: Partial<Remark>): readonly Remark[] {
  return remark === undefined ? [] : [{remark, isDoubtful}]
}

function asRemark(remarks: readonly Remark[]): Partial<Remark> {
  if (remarks.length === 0) return {}
  const texts = new Set(remarks.map(({remark}) => remark))
  const isDoubtful = remarks.some((each) => each.isDoubtful)
  return {remark: [...texts].slice(0, 5).join('; '), ...(isDoubtful ? {isDoubtful} : {})}
}

/** A key of a map: its kind, whether the map means nothing without it, and other names for it. */
export type ObjectKey = {
  readonly kind: ValueKind<unknown>
  readonly required?: boolean
  readonly aliases?: readonly string[]
}
type ObjectKeys = Readonly<Record<string, ObjectKey>>

type ValueOf<K> = K extends {readonly kind: ValueKind<infer T>} ? T : never
type RequiredNames<K extends ObjectKeys> = {[N in keyof K]: K[N] extends {readonly required: true} ? N : never}[keyof K]
/** What `objectOf(keys)` reads: required keys are there, others may be absent. */
export type ObjectOf<K extends ObjectKeys> = {readonly [N in RequiredNames<K>]: ValueOf<K[N]>} & {
  readonly [N in Exclude<keyof K, RequiredNames<K>>]?: ValueOf<K[N]>
}

/**
 * A map with known keys, in any case. An unknown key is wrong, because it is more often a typing mistake than an addition. What is wrong is
 * left out, and the rest stays, unless the map means nothing without it. With `isWhole`, one wrong key makes the whole map wrong: what is
 * left of a payment may be another payment.
 */
export function objectOf<const K extends ObjectKeys>(keys: K, {isWhole = false} = {}): ValueKind<ObjectOf<K>> {
  const names = new Map<string, string>()
  for (const [name, {aliases = []}] of Object.entries(keys)) {
    for (const each of [name, ...aliases]) names.set(normalised(each), name)
  }
  return {
    name: `map with ${Object.keys(keys).join(', ')}`,
    jsonSchema: {
      type: 'object',
      properties: Object.fromEntries(Object.entries(keys).map(([name, {kind}]) => [name, kind.jsonSchema])),
      required: Object.keys(keys).filter((name) => keys[name]?.required),
    },
    read: (authored, context) => {
      if (isAbsent(authored)) return {absent: true}
      if (typeof authored === 'string' || Array.isArray(authored)) {
        return {wrong: `is ${quotedAuthored(authored)}, but must be a map with ${Object.keys(keys).join(', ')}`}
      }
      const reading = readKeys(keys, names, authored as {readonly [key: string]: Authored}, context)
      const [firstWrong] = 'value' in reading ? (reading.leftOut ?? []) : []
      return isWhole && firstWrong !== undefined ? firstWrong : (reading as Reading<ObjectOf<K>>)
    },
  }
}

function normalised(key: string): string {
  return key.toLowerCase().replace(/[_-]/g, '')
}

function readKeys(
  keys: ObjectKeys,
  names: ReadonlyMap<string, string>,
  authored: {readonly [key: string]: Authored},
  context: ReadingContext,
): Reading<Readonly<Record<string, unknown>>> {
  const values: Record<string, unknown> = {}
  const remarks: Remark[] = []
  const leftOut: Wrong[] = []
  for (const [written, value] of Object.entries(authored)) {
    const name = names.get(normalised(written))
    const kind = name === undefined ? undefined : keys[name]?.kind
    if (name === undefined || kind === undefined) {
      const near = nearName(written, Object.keys(keys))
      const hint = near === undefined ? `Known keys: ${Object.keys(keys).join(', ')}` : `Did you mean "${near}"?`
      leftOut.push({wrong: `has an unknown key ${quotedAuthored(written)}`, hint, at: [written], isKey: true})
      continue
    }
    const inKey = (wrong: Wrong): Wrong => ({
      ...wrong,
      wrong: `${name} ${wrong.wrong}`,
      at: [written, ...(wrong.at ?? [])],
      ...(wrong.others === undefined ? {} : {others: wrong.others.map(inKey)}),
    })
    const reading = kind.read(value, context)
    if ('wrong' in reading) leftOut.push(inKey(reading))
    if (!('value' in reading)) continue
    values[name] = reading.value
    remarks.push(...remarkOf(reading))
    leftOut.push(...(reading.leftOut ?? []).map(inKey))
  }
  // Templates leave a map with every key, and none of them filled in.
  const isEmpty = Object.keys(values).length === 0
  if (isEmpty && leftOut.length === 0) return {absent: true}
  const missing = Object.keys(keys).find((name) => keys[name]?.required && !Object.hasOwn(values, name))
  if (missing !== undefined) {
    const cause = leftOut.find(({at: [key = ''] = []}) => names.get(normalised(key)) === missing) ?? leftOut[0]
    return cause ?? {wrong: `has no ${missing}`, hint: `Write it as {${missing}: …}`}
  }
  const nothingRight = isEmpty ? wholly(leftOut) : undefined
  if (nothingRight !== undefined) return nothingRight
  return {value: values, ...asRemark(remarks), ...asLeftOut(leftOut)}
}

/** The first of two forms that fits. If neither fits, the message comes from the form that the shape of the value points to. */
export function eitherOf<A, B>(first: ValueKind<A>, second: ValueKind<B>): ValueKind<A | B> {
  return {
    name: `${first.name}, or ${second.name}`,
    jsonSchema: {anyOf: [first.jsonSchema, second.jsonSchema]},
    read: (authored, context) => {
      const reading = first.read(authored, context)
      if (isWholly(reading)) return reading
      const other = second.read(authored, context)
      if (isWholly(other) || ('wrong' in reading && !('wrong' in other))) return other
      if (!('wrong' in reading)) return reading
      const isMap = typeof authored === 'object'
      return isMap && acceptsMaps(second) && !acceptsMaps(first) ? other : reading
    },
  }
}

/** Whether a form fits, and nothing had to be left out for it. */
function isWholly(reading: Reading<unknown>): boolean {
  return 'absent' in reading || ('value' in reading && reading.leftOut === undefined)
}

function acceptsMaps({jsonSchema}: ValueKind<unknown>): boolean {
  return jsonSchema.type === 'object' || JSON.stringify(jsonSchema).includes('"type":"object"')
}

/** `kind` with its value turned into another one, for a tag that stores less than its author may write. */
export function mapped<A, B>(kind: ValueKind<A>, change: (value: A) => B): ValueKind<B> {
  return checked(kind, (value) => ({value: change(value)}))
}

/** `kind` with one more step: its value may become another one, be wrong, or count as none. */
export function checked<A, B>(kind: ValueKind<A>, check: (value: A) => Reading<B>): ValueKind<B> {
  return {
    name: kind.name,
    jsonSchema: kind.jsonSchema,
    read: (authored, context) => {
      const reading = kind.read(authored, context)
      if (!('value' in reading)) return reading
      const found = check(reading.value)
      // What is missing may be what was left out before.
      if ('wrong' in found) return reading.leftOut?.[0] ?? found
      if (!('value' in found)) return found
      const {value: _checked, ...said} = reading
      return {...said, ...found}
    },
  }
}
