import {fileKinds} from '../../file-kinds/all-kinds.ts'
import type {Authored, Reading, ReadingContext, ValueKind, Wrong} from '../../tags/kinds/value-kind.ts'
import {isAbsent, isWordForNothing, quotedAuthored} from '../../tags/kinds/value-kinds.ts'
import {duration, sizeInBytes} from '../../tags/kinds/value-numbers.ts'
import {isAuthoredMap} from '../data/authored-data.ts'
import type {AuthoredMap} from '../data/data-syntaxes.ts'

/** A media file as front matter names it. `location` is as written: a URL, a path, or a bare file name. */
export type AuthoredMedia = {
  readonly location: string
  readonly mimeType?: string
  readonly sizeInBytes?: number
  readonly durationInSeconds?: number
}

const locationKeys = ['url', 'src', 'file', 'href', 'path', 'filename', 'file_name', 'uri']
const typeKeys = ['type', 'mime_type', 'mimetype', 'mimeType']
const durationKeys = ['duration', 'durationInSeconds']
const sizeKeys = ['size', 'length', 'bytes', 'filesize', 'file_size', 'sizeInBytes']

/** Keys that say something about a file. A map that has only such keys names no file. */
const factKeys: ReadonlySet<string> = new Set([...typeKeys, ...sizeKeys, ...durationKeys])
/** Formats, as keys of a map of files and of a map of their sizes. */
const isFormat = (key: string) => fileKinds.mediaOf(`.${key.toLowerCase()}`) !== undefined

/**
 * Media in all forms that authors use: a path or URL; a map by format (`{mp3: …, ogg: …}`), also with `size` or `duration` beside the
 * formats; a map with `url`, `type`, `size`, `duration`; or a list of these.
 */
export const mediaFiles: ValueKind<readonly AuthoredMedia[]> = {
  name: 'media file, or several',
  jsonSchema: {
    anyOf: [
      {type: 'string', examples: ['001-first-light.mp3']},
      {
        type: 'object',
        properties: {
          url: {type: 'string'},
          type: {type: 'string'},
          size: sizeInBytes.jsonSchema,
          duration: duration.jsonSchema,
        },
      },
      {type: 'array', items: {type: ['string', 'object']}},
    ],
  },
  read: (authored, context) => {
    if (isAbsent(authored)) return {absent: true}
    return readMedia(authored, context, 0)
  },
}

function readMedia(authored: Authored, context: ReadingContext, depth: number): Reading<readonly AuthoredMedia[]> {
  if (isAbsent(authored)) return {absent: true}
  if (typeof authored === 'string') return readLocation(authored)
  if (depth > 2) return {wrong: 'is nested too deeply to be a media file'}
  if (isAuthoredMap(authored)) return readMediaMap(authored, context, depth)
  const list = authored as readonly Authored[]
  return readAll(list.map((each, index) => inside(String(index), readMedia(each, context, depth + 1))))
}

function readLocation(text: string): Reading<readonly AuthoredMedia[]> {
  const location = text.trim()
  if (isWordForNothing(location)) return {absent: true}
  if (location.startsWith('//')) return {value: [{location: `https:${location}`}]}
  const scheme = /^([a-z][a-z\d+.-]{1,20}):/i.exec(location)?.[1]?.toLowerCase()
  if (scheme === undefined || scheme === 'http' || scheme === 'https') return {value: [{location}]}
  return {wrong: `is ${quotedAuthored(location)}, but apps download from http:// and https:// only`}
}

function readMediaMap(map: AuthoredMap, context: ReadingContext, depth: number): Reading<readonly AuthoredMedia[]> {
  const location = firstOf(map, locationKeys)
  if (typeof location !== 'string') return readFormats(map, context, depth)
  const named = readLocation(location)
  return 'value' in named ? withFacts(named.value, map, context) : named
}

/** In `{mp3: …, ogg: …, duration: …}`, each key is the format, or the author's name for the file, or a fact about all of them. */
function readFormats(map: AuthoredMap, context: ReadingContext, depth: number): Reading<readonly AuthoredMedia[]> {
  const named = Object.entries(map).filter(([key]) => !factKeys.has(key))
  const hasFacts = named.length < Object.keys(map).length
  // Beside facts, a key of another name may be one as well (`bitrate`).
  const files = hasFacts ? named.filter(([key, value]) => isFormat(key) || namesMedia(value)) : named
  if (hasFacts && files.length === 0)
    return {wrong: 'does not say which file it is', hint: 'Write it as {url: https://media.example/001.mp3, …}'}
  const readings = files.map(([key, value], index): Reading<readonly AuthoredMedia[]> => {
    const reading = inside(key, readMedia(value, context, depth + 1))
    return 'value' in reading ? withFacts(reading.value, ofFormat(map, key, index === 0), context) : reading
  })
  return readAll(readings)
}

function namesMedia(value: Authored): boolean {
  return typeof value === 'string' ? fileKinds.mediaOf(value) !== undefined : isAuthoredMap(value)
}

/**
 * The facts of `map` about the file of one format. A length is that of all; a size is that of the first, unless it says of which
 * (`size: {mp3: …}`).
 */
function ofFormat(map: AuthoredMap, format: string, isFirst: boolean): AuthoredMap {
  const facts = Object.entries(map).flatMap(([key, value]): [string, Authored][] => {
    if (!factKeys.has(key)) return []
    if (isAuthoredMap(value)) return Object.hasOwn(value, format) ? [[key, value[format] ?? null]] : []
    return isFirst || durationKeys.includes(key) ? [[key, value]] : []
  })
  return Object.fromEntries(facts)
}

/** A file with what `map` says about it. A wrong fact about a file must not take the file from its listeners. */
function withFacts(
  files: readonly AuthoredMedia[],
  map: AuthoredMap,
  context: ReadingContext,
): Reading<readonly AuthoredMedia[]> {
  const size = sizeInBytes.read(firstOf(map, sizeKeys) ?? null, context)
  const length = duration.read(firstOf(map, durationKeys) ?? null, context)
  const leftOut = [...wrongFact(size, keyOf(map, sizeKeys)), ...wrongFact(length, keyOf(map, durationKeys))]
  const type = firstOf(map, typeKeys)
  const facts = {
    ...(typeof type === 'string' && type.includes('/') ? {mimeType: type.trim().toLowerCase()} : {}),
    ...('value' in size ? {sizeInBytes: size.value} : {}),
    ...('value' in length ? {durationInSeconds: length.value} : {}),
  }
  return {
    value: files.map((file) => ({...facts, ...file})),
    ...('value' in size && size.remark !== undefined ? {remark: size.remark} : {}),
    ...(leftOut.length === 0 ? {} : {leftOut}),
  }
}

function firstOf(map: AuthoredMap, keys: readonly string[]): Authored | undefined {
  const [key] = keyOf(map, keys)
  return key === undefined ? undefined : map[key]
}

/** The first of `keys` that says something in `map`. */
function keyOf(map: AuthoredMap, keys: readonly string[]): readonly string[] {
  return keys.filter((each) => Object.hasOwn(map, each) && !isAbsent(map[each] ?? null)).slice(0, 1)
}

/** A fact about a file, under the key that gives it, if that is no such fact. */
function wrongFact(fact: Reading<unknown>, at: readonly string[]): readonly Wrong[] {
  return 'wrong' in fact ? [{...fact, wrong: `${at.join('.')} ${fact.wrong}`, at}] : []
}

/** What is wrong in a part of a value, as wrong in the value. */
function inside<T>(key: string, reading: Reading<T>): Reading<T> {
  const within = (wrong: Wrong): Wrong => ({...wrong, at: [key, ...(wrong.at ?? [])]})
  if ('wrong' in reading) return within(reading)
  return 'value' in reading && reading.leftOut !== undefined
    ? {...reading, leftOut: reading.leftOut.map(within)}
    : reading
}

function readAll<T>(readings: readonly Reading<readonly T[]>[]): Reading<readonly T[]> {
  const value = readings.flatMap((each) => ('value' in each ? each.value : []))
  const leftOut = readings.flatMap((each): readonly Wrong[] => {
    if ('wrong' in each) return [each]
    return 'value' in each ? (each.leftOut ?? []) : []
  })
  if (value.length === 0) return leftOut[0] ?? {absent: true}
  const remarks = readings.flatMap((each) => ('value' in each && each.remark !== undefined ? [each.remark] : []))
  return {
    value,
    ...(remarks.length === 0 ? {} : {remark: remarks.join('; ')}),
    ...(leftOut.length === 0 ? {} : {leftOut}),
  }
}

/** Sizes in bytes: one for the only file, or one for each format (`{mp3: 1234567, m4a: 1111111}`). */
export const fileSizes: ValueKind<number | ReadonlyMap<string, number>> = {
  name: sizeInBytes.name,
  jsonSchema: {anyOf: [sizeInBytes.jsonSchema, {type: 'object', additionalProperties: sizeInBytes.jsonSchema}]},
  read: (authored, context) => {
    if (!isAuthoredMap(authored)) return sizeInBytes.read(authored, context)
    const sizes = new Map<string, number>()
    const leftOut: Wrong[] = []
    for (const [format, size] of Object.entries(authored)) {
      const reading = sizeInBytes.read(size, context)
      if ('wrong' in reading) leftOut.push({...reading, wrong: `${format} ${reading.wrong}`, at: [format]})
      if ('value' in reading) sizes.set(format.toLowerCase(), reading.value)
    }
    if (sizes.size === 0) return leftOut[0] ?? {absent: true}
    return leftOut.length === 0 ? {value: sizes} : {value: sizes, leftOut}
  },
}

/** A picture: a path or URL, the first of a list, or a map with one of them. */
export const picture: ValueKind<string> = {
  name: 'picture (path or web address)',
  jsonSchema: {anyOf: [{type: 'string'}, {type: 'array', items: {type: 'string'}}, {type: 'object'}]},
  read: (authored, context) => {
    const first = Array.isArray(authored) ? (authored.find((each) => !isAbsent(each)) ?? null) : authored
    const location = isAuthoredMap(first) ? (firstOf(first, locationKeys) ?? null) : first
    const reading = readMedia(location, context, 2)
    if ('wrong' in reading) return {wrong: 'is not a path or a web address of a picture'}
    const path = 'value' in reading ? reading.value[0]?.location : undefined
    return path === undefined ? {absent: true} : {value: path}
  },
}
