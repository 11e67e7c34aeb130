import {absoluteUrl} from '../../model/absolute-url.ts'
import {present} from '../../model/present.ts'
import {readPart} from '../../tags/kinds/person-kind.ts'
import {groupNames, roleNames} from '../../tags/kinds/person-taxonomy.ts'
import type {Authored, Reading, ValueKind, Wrong} from '../../tags/kinds/value-kind.ts'
import {isAbsent, quotedAuthored} from '../../tags/kinds/value-kinds.ts'
import {listOf} from '../../tags/kinds/value-shapes.ts'
import {isAuthoredMap} from '../data/authored-data.ts'
import type {AuthoredMap} from '../data/data-syntaxes.ts'

/** A person as front matter names them: by name, or by the name of a file about them. `role` is there only if it was written. */
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
/** One show uses `transcriptLetter` to say which of a diariser's speakers a person is. */
const aliasKeys = ['aliases', 'nicknames', 'transcriptLetter', 'transcript_letter', 'transcriptletter']
const imageKeys = ['image', 'img', 'avatar', 'photo', 'thumbnail', 'picture']
const personKeys = new Set([...nameKeys, ...urlKeys, ...aliasKeys, ...imageKeys, 'role', 'group'])

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
    return people.read(peopleByKey(authored) ?? authored, context)
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

/**
 * Reads several people in a map. The keys of `{SPEAKER_00: Mara Winter}` are labels that a machine gave to voices. Those of
 * `{Jo Lund: {url: …}}` and `{Jo Lund: https://…}` are names, those of `{jo: {name: Jo Lund}}` are short names, and those of
 * `{host: Mara Winter, guests: [Jo Lund, Kim Vale]}` are roles.
 */
function peopleByKey(authored: Authored): readonly Authored[] | undefined {
  if (!isAuthoredMap(authored)) return undefined
  const entries = Object.entries(authored)
  const isOne = entries.some(([key, value]) => personKeys.has(key.toLowerCase()) && !isAuthoredMap(value))
  if (isOne || entries.length === 0) return undefined
  return entries.flatMap(([key, value]) => {
    const role = roleOfKey(key)
    if (role !== undefined) return inRole(role, value)
    if (isAuthoredMap(value)) {
      return textOf(value, nameKeys) === undefined ? {name: key, ...value} : {aliases: [key], ...value}
    }
    const text = typeof value === 'string' ? value.trim() : ''
    if (text === '') return {name: key}
    if (/^(?:https?:)?\/\//i.test(text)) return {name: key, url: text}
    return 'value' in readPart({role: text}) ? {name: key, role: text} : {name: text, aliases: [key]}
  })
}

/** `guests`, `Co-Host`, `guest_host`. */
function roleOfKey(key: string): string | undefined {
  const spellings = [' ', '-'].flatMap((mark) => {
    const words = key.trim().replace(/[_\s]+/g, mark)
    return [words, words.replace(/s$/i, '')]
  })
  const found = spellings.map((role) => readPart({role})).find((part) => 'value' in part)
  return found !== undefined && 'value' in found ? found.value.role : undefined
}

/** The people of one role: a name or several, maps, or a map by name. */
function inRole(role: string, value: Authored): readonly Authored[] {
  if (isAbsent(value)) return []
  const written = typeof value === 'string' ? splitNames(value) : (peopleByKey(value) ?? [value].flat())
  return written.map((each) => (isAuthoredMap(each) ? {role, ...each} : {name: String(each), role}))
}

function readPerson(authored: Authored): Reading<AuthoredPerson> {
  if (isAbsent(authored)) return {absent: true}
  if (typeof authored === 'string') return {value: {name: authored.trim()}}
  if (!isAuthoredMap(authored))
    return {wrong: 'has a list where a person must be', hint: 'Write [Mara Winter, Jo Lund]'}
  const name = textOf(authored, nameKeys)
  if (name === undefined)
    return {wrong: 'has a person without a name', hint: 'Write {name: Mara Winter, url: https://example.org}'}
  const leftOut: Wrong[] = []
  const part = readPart(present({role: textOf(authored, ['role']), group: textOf(authored, ['group'])}))
  if ('wrong' in part) leftOut.push(part)
  const {role, group} = 'value' in part ? part.value : {}
  const ownPage = textOf(authored, urlKeys)
  if (ownPage !== undefined && absoluteUrl(ownPage) === undefined)
    leftOut.push({
      wrong: `has an address for ${name} that is none: ${quotedAuthored(ownPage)}`,
      hint: 'Write https://…',
    })
  const aliases = firstWritten(authored, aliasKeys)
  return {
    ...('value' in part ? present({remark: part.remark}) : {}),
    ...(leftOut.length === 0 ? {} : {leftOut}),
    value: present({
      name,
      role,
      group,
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

/** Reads a person from their own file. Its keys may be in any case (`Title`, `Website`). Keys that are not about a person are ignored. */
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

/** A person's page, else their profile on a service, which may be written as a handle or as an address. */
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
