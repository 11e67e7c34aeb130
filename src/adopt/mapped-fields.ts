import {fileKinds} from '../file-kinds/all-kinds.ts'
import {beforeQuery} from '../file-kinds/endings.ts'
import {type ContentFile, type Data, type DataMap, isDataMap, plainKey, type Sourced} from './repository.ts'

/** A field of episodes, as a build reads it. */
export type KnownField = {
  /** The keys that a build knows without being told. */
  readonly keys: readonly string[]
  /** Whether a build takes the value. */
  readonly takes: (value: Data) => boolean
}

export type KnownFields = Readonly<Record<string, KnownField>>

/** A field that episodes of a show have under a key of their own, for `fields` of `show.yaml`. */
export type MappedField = {readonly field: string; readonly key: Sourced<string>}

type Row = {
  readonly field: string
  /** What the key may be called. If it is absent, the values alone decide. */
  readonly called?: RegExp
  readonly looks: (value: string) => boolean
  /** Each episode must have a value of its own: a value that all episodes share is a jingle, a logo or a label. */
  readonly differs?: true
}

const isCount = (value: string) => /^#?\d{1,5}$/.test(value)
const isText = (value: string) => value.length > 1 && !/^https?:/i.test(value)

/** The rows claim a key in this order: the values of the first rows say by themselves what they are. */
const rows: readonly Row[] = [
  {field: 'audio', looks: (value) => mediaKind(value) === 'audio', differs: true},
  {field: 'video', looks: (value) => mediaKind(value) === 'video', differs: true},
  {field: 'transcript', looks: (value) => roleOf(value) === 'transcript', differs: true},
  {field: 'date', looks: (value) => /^\d{4}-\d\d-\d\d(?:[T ]|$)/.test(value), differs: true},
  {field: 'chapters', called: /chap|kapitel|capitul/, looks: (value) => /\.json$/i.test(value), differs: true},
  {field: 'guid', called: /guid|uuid|uniqueid|feedid/, looks: isText, differs: true},
  {
    field: 'duration',
    called: /dur|length|runtime|dauer|lange|laenge|lengde|laengde|varighed|varaktighet|kesto|time$/,
    // Of a number alone, fewer than three digits are minutes of reading.
    looks: (value) => /^(?:\d{1,3}:[0-5]\d(?::[0-5]\d)?|\d{3,5})$/.test(value),
  },
  {
    field: 'size',
    called: /size|bytes|length|gross|groess|taille|taman|dimension|storrels|stoerrels|storlek|grootte/,
    looks: (value) => /^\d{5,12}$/.test(value),
    differs: true,
  },
  {field: 'season', called: /season|staffel|saison|temporada|sasong|sesong|saeson|sezon/, looks: isCount},
  {
    field: 'episode',
    called: /^ep|epis|folge|afsnit|avsnitt|number|numer|nummer|issue|^(?:no|nr|num)$/,
    looks: isCount,
    differs: true,
  },
  {field: 'title', called: /tit(?:le|el|re|ul|ol)|headline/, looks: isText, differs: true},
  {
    field: 'summary',
    called: /summary|descri|teaser|abstract|blurb|excerpt|resum|beschreib|beskriv/,
    looks: isText,
    differs: true,
  },
  {field: 'guests', called: /guest|^gast|^gaest|gjest|invit|intervenant|interviewee/, looks: isText},
  {field: 'hosts', called: /host|moderat|presenter|^vaert|^vart/, looks: isText},
  {
    field: 'image',
    called: /image|picture|bild|billede|cover|artwork|thumb/,
    looks: (value) => roleOf(value) === 'picture',
  },
]

/** If fewer of the episodes have a key, it is no custom of the show. */
const customShare = 2 / 3
/** If more of the episodes have a field under a key that a build knows, no other key is looked for. */
const knownShare = 1 / 3

/**
 * Finds out what unknown keys mean. A key is unknown if a build does not know it, or does not take its values. It gets a meaning
 * if at least two thirds of the episodes have the key, and each value looks like a value of the field and is taken by a build.
 */
export function mappedFields(
  episodes: readonly ContentFile[],
  known: KnownFields,
  ownerOf: (key: string) => string | undefined,
): readonly MappedField[] {
  const values = valuesByKey(episodes)
  const isFree = (key: string, list: readonly Data[]) => {
    const owner = ownerOf(key)
    const field = owner === undefined ? undefined : known[owner]
    return owner === undefined || (field !== undefined && !list.some(field.takes))
  }
  // `enclosure: {url: one.mp3, length: 5000000}` is read as a whole: a part of it that had another meaning would be lost there.
  const isPart = (key: string) => {
    const [whole = ''] = key.split('.')
    return whole !== key && !isFree(whole, values.get(whole) ?? [])
  }
  const free = [...values].filter(
    ([key, list]) => list.length >= Math.max(2, episodes.length * customShare) && isFree(key, list) && !isPart(key),
  )
  const claimed = new Set<string>()
  return rows.flatMap((row): readonly MappedField[] => {
    const field = known[row.field]
    if (field === undefined || shareOf(field, values, episodes.length) > knownShare) return []
    const isClaimed = (key: string) => claimed.has(key) || [...claimed].some((other) => key.startsWith(`${other}.`))
    const fitting = free.filter(([key, list]) => !isClaimed(key) && fits(row, field, key, list))
    const [best] = fitting.sort(([, one], [, other]) => other.length - one.length)
    if (best === undefined) return []
    const [key, list] = best
    claimed.add(key)
    const [example = ''] = list.flatMap(textsOf)
    const from = `${list.length} of ${episodes.length} episodes have "${key}", such as ${example.slice(0, 50)}`
    return [{field: row.field, key: {value: key, from}}]
  })
}

function fits({called, looks, differs}: Row, {takes}: KnownField, key: string, list: readonly Data[]): boolean {
  if (called !== undefined && !called.test(withoutAccents(key.split('.').at(-1) ?? key))) return false
  const texts = list.flatMap(textsOf)
  if (texts.length < list.length || !texts.every(looks) || !list.every(takes)) return false
  return differs === undefined || new Set(texts).size >= texts.length * customShare
}

/** A value, or each value of a list. For a map of facts about a file, its address stands: `{url: one.mp3, length: 5000000}`. */
function textsOf(value: Data): readonly string[] {
  if (typeof value === 'string') return [value.trim()]
  if (isDataMap(value)) {
    const address = ['url', 'src', 'href', 'file'].map((key) => value[key]).find((each) => typeof each === 'string')
    return typeof address === 'string' ? [address.trim()] : []
  }
  return Array.isArray(value) ? value.flatMap((each) => (typeof each === 'string' ? [each.trim()] : [])) : []
}

/** What is written under each key, maps one level deep (`media.sound`); empty values are none. */
function valuesByKey(episodes: readonly ContentFile[]): ReadonlyMap<string, readonly Data[]> {
  const found = new Map<string, Data[]>()
  const add = (key: string, value: Data) => {
    if (value === null || value === '') return
    const list = found.get(key)
    if (list === undefined) found.set(key, [value])
    else list.push(value)
  }
  for (const {data} of episodes) {
    for (const [key, value] of Object.entries(data)) {
      add(key, value)
      if (isDataMap(value)) addInner(key, value, add)
    }
  }
  return found
}

function addInner(key: string, map: DataMap, add: (key: string, value: Data) => void): void {
  for (const [inner, value] of Object.entries(map)) add(`${key}.${inner}`, value)
}

/** How many of the episodes have a value of the field that a build takes, under a key that it knows. */
function shareOf({keys, takes}: KnownField, values: ReadonlyMap<string, readonly Data[]>, count: number): number {
  const wanted = new Set(keys.map(plainKey))
  const present = [...values].filter(([key]) =>
    [key, key.split('.')[0] ?? ''].some((each) => wanted.has(plainKey(each))),
  )
  return present.reduce((most, [, list]) => Math.max(most, list.filter(takes).length), 0) / count
}

/** `größe` as `grosse`: words of keys are compared without marks. */
function withoutAccents(key: string): string {
  return plainKey(key)
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
}

function roleOf(value: string): string | undefined {
  return /\s/.test(value.trim()) ? undefined : fileKinds.ofName(beforeQuery(value))?.role
}

function mediaKind(value: string): string | undefined {
  return fileKinds.mediaOf(value)?.kind
}
