import {absoluteUrl} from '../model/absolute-url.ts'
import {present} from '../model/present.ts'
import {readPart} from '../tags/person-kind.ts'
import {groupNames, roleNames} from '../tags/person-taxonomy.ts'
import type {Authored, Reading, ValueKind} from '../tags/value-kind.ts'
import {isAbsent} from '../tags/value-kinds.ts'
import {listOf} from '../tags/value-shapes.ts'
import {isAuthoredMap} from './authored-data.ts'
import type {AuthoredMap} from './data-syntaxes.ts'

/** Somebody as front matter names them: a name, or the name of a file about them; `role` only where it was written. */
export type AuthoredPerson = {
  readonly name: string
  readonly role?: string
  readonly group?: string
  readonly url?: string
  readonly image?: string
  readonly aliases?: readonly string[]
}

const nameKeys = ['name', 'fullname', 'full_name', 'title', 'user', 'id', 'slug', 'github', 'twitter']
const urlKeys = ['url', 'link', 'uri', 'href', 'website', 'homepage', 'www']
/** `transcriptLetter` is how one show says which of a diariser's speakers a person is. */
const aliasKeys = ['aliases', 'nicknames', 'transcriptLetter', 'transcript_letter', 'transcriptletter']
const imageKeys = ['image', 'img', 'avatar', 'photo', 'thumbnail', 'picture']

/** People as names, names of files, or maps (`{name, url, role}`); "Arne and Stefan" are two. */
export const personList: ValueKind<readonly AuthoredPerson[]> = {
  name: 'list of people',
  jsonSchema: {
    anyOf: [
      {type: 'string'},
      {
        type: 'array',
        items: {
          anyOf: [
            {type: 'string'},
            {
              type: 'object',
              properties: {
                name: {type: 'string'},
                role: {enum: roleNames},
                group: {enum: groupNames},
                url: {type: 'string'},
                image: {type: 'string'},
                aliases: {type: 'array', items: {type: 'string'}},
              },
            },
          ],
        },
      },
      {type: 'object'},
    ],
  },
  read: (authored, context) => {
    if (isAbsent(authored)) return {absent: true}
    if (typeof authored === 'string') return {value: splitNames(authored).map((name) => ({name}))}
    const labelled = labelledPeople(authored)
    if (labelled !== undefined) return {value: labelled}
    return people.read(authored, context)
  },
}

const people = listOf<AuthoredPerson>({name: 'person', jsonSchema: {}, read: readPerson})

/** "Arne, Stefan & Mara" are three people, "Mike Maples, Jr." is one. */
function splitNames(text: string): readonly string[] {
  return text
    .split(/\s*;\s*|\s+(?:and|und|et|&|\+)\s+|,\s+(?:and\s+)?(?!(?:jr|sr|ph\.?d|m\.?d|esq|i{2,3}|iv)\b)/i)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** `{SPEAKER_00: Mara Winter}`: the labels that a machine gave to voices, and whose they are. */
function labelledPeople(authored: Authored): readonly AuthoredPerson[] | undefined {
  if (!isAuthoredMap(authored) || textOf(authored, nameKeys) !== undefined) return undefined
  const entries = Object.entries(authored)
  if (!entries.every(([, name]) => typeof name === 'string' && name.trim() !== '')) return undefined
  return entries.map(([label, name]) => ({name: String(name).trim(), aliases: [label]}))
}

function readPerson(authored: Authored): Reading<AuthoredPerson> {
  if (isAbsent(authored)) return {absent: true}
  if (typeof authored === 'string') return {value: {name: authored.trim()}}
  if (!isAuthoredMap(authored))
    return {wrong: 'has a list where a person must be', hint: 'Write [Mara Winter, Jo Lund]'}
  const name = textOf(authored, nameKeys)
  if (name === undefined)
    return {wrong: 'has a person without a name', hint: 'Write {name: Mara Winter, url: https://example.org}'}
  const part = readPart(present({role: textOf(authored, ['role']), group: textOf(authored, ['group'])}))
  if (!('value' in part)) return part
  const aliases = firstWritten(authored, aliasKeys)
  return {
    ...part,
    value: present({
      name,
      role: part.value.role,
      group: part.value.group,
      url: urlOf(authored),
      image: textOf(authored, imageKeys),
      aliases: Array.isArray(aliases)
        ? aliases.filter((each) => typeof each === 'string')
        : typeof aliases === 'string'
          ? [aliases]
          : undefined,
    }),
  }
}

function firstWritten(map: AuthoredMap, keys: readonly string[]): Authored {
  const key = keys.find((each) => Object.hasOwn(map, each) && !isAbsent(map[each] ?? null))
  return key === undefined ? null : (map[key] ?? null)
}

/** A person from a file of their own: its keys in any case (`Title`, `Website`), what is not about a person passed over. */
export function personFrom(data: AuthoredMap): AuthoredPerson | undefined {
  const {role: _, ...lowerCased} = Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key.toLowerCase(), value]),
  )
  const reading = readPerson(lowerCased)
  return 'value' in reading ? reading.value : undefined
}

function textOf(map: AuthoredMap, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = Object.hasOwn(map, key) ? map[key] : undefined
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
  }
  return undefined
}

/** A person's page; else their profile on a service, given as a handle or as an address. */
function urlOf(map: AuthoredMap): string | undefined {
  const own = textOf(map, urlKeys)
  const address = own === undefined ? undefined : absoluteUrl(own)
  if (address !== undefined) return address
  for (const [service, home] of [
    ['github', 'https://github.com/'],
    ['twitter', 'https://twitter.com/'],
  ] as const) {
    const handle = textOf(map, [service])?.replace(/^@/, '')
    if (handle !== undefined) return absoluteUrl(handle.includes('/') ? handle : home + encodeURIComponent(handle))
  }
  return undefined
}
