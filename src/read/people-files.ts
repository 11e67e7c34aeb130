import {isAuthoredMap, readDataFile} from './authored-data.ts'
import type {AuthoredMap} from './data-syntaxes.ts'
import type {FileIndex} from './file-index.ts'
import {readFrontMatter} from './front-matter.ts'
import {type AuthoredPerson, personFrom} from './person-kinds.ts'
import {type Portrait, portraitOf} from './portraits.ts'
import {readText} from './source-text.ts'

/** Somebody as a file of theirs names them, with the picture that it names, found. */
export type KnownPerson = {readonly person: AuthoredPerson; readonly file: string; readonly portrait: Portrait}

/** Looks people up in the files that a show keeps about them. */
export type PeopleFiles = {
  /** Whether the show keeps such files at all: only then is an unknown short name worth a word. */
  readonly exist: boolean
  /** What the file of that name says, if there is one; `kind` (`host`, `guest`) decides between equal names. */
  readonly find: (name: string, kind: string) => Promise<KnownPerson | undefined>
}

const peopleFile =
  /^(?:.*\/)?_?(people|persons?|guests?|hosts?|authors?|speakers?|contributors?)\/([^/]+)\.(?:md|markdown|ya?ml|json|toml)$/i
const listFile = /^(?:.*\/)?_?(people|persons?|guests?|hosts?|authors?|speakers?|contributors?)\.(ya?ml|json|toml)$/i

/**
 * People in files of their own (`people/mwinter.md`, `guest/…`, `data/hosts/…`) or in one list (`_data/hosts.yml`). A file is read
 * when somebody first names it.
 */
export function peopleFiles(folder: string, files: readonly string[], index: FileIndex): PeopleFiles {
  const byName = new Map<string, {readonly kind: string; readonly file: string}[]>()
  for (const file of files) {
    const match = peopleFile.exec(file)
    if (!match) continue
    const name = comparableName(match[2] ?? '')
    const entry = {kind: (match[1] ?? '').toLowerCase().replace(/s$/, ''), file}
    byName.set(name, [...(byName.get(name) ?? []), entry])
  }
  const lists = files.filter((file) => listFile.test(file))
  const remembered = new Map<string, Promise<AuthoredPerson | undefined>>()
  const inLists = once(async () => readLists(folder, lists))
  const known = (found: Listed | undefined) =>
    found && {...found, portrait: portraitOf(found.person.image, found.file, index)}
  const personOf = (file: string) => {
    const person = remembered.get(file) ?? readPersonFile(folder, file)
    remembered.set(file, person)
    return person
  }
  return {
    exist: byName.size > 0 || lists.length > 0,
    find: async (name, kind) => {
      const entries = byName.get(comparableName(name)) ?? []
      const entry = entries.find((each) => each.kind === kind) ?? entries[0]
      if (entry === undefined) return known((await inLists()).get(comparableName(name)))
      const person = await personOf(entry.file)
      return known(person && {person, file: entry.file})
    },
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

function comparableName(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/^@/, '')
}

async function readPersonFile(folder: string, file: string): Promise<AuthoredPerson | undefined> {
  const text = await readText(folder, file)
  if (!text.ok) return undefined
  const isMarkdown = /\.(?:md|markdown)$/i.test(file)
  const {data} = isMarkdown ? readFrontMatter(text.value, file) : readDataFile(text.value, file, syntaxOf(file))
  return personFrom(data)
}

function syntaxOf(file: string): 'yaml' | 'json' | 'toml' {
  if (/\.json$/i.test(file)) return 'json'
  return /\.toml$/i.test(file) ? 'toml' : 'yaml'
}

type Listed = {readonly person: AuthoredPerson; readonly file: string}

async function readLists(folder: string, lists: readonly string[]): Promise<ReadonlyMap<string, Listed>> {
  const found = new Map<string, Listed>()
  for (const file of lists) {
    const text = await readText(folder, file)
    if (!text.ok) continue
    const {data} = readDataFile(text.value, file, syntaxOf(file))
    for (const [slug, value] of Object.entries(data)) {
      const entry: AuthoredMap = isAuthoredMap(value) ? value : {name: value}
      const person = personFrom(entry)
      if (person !== undefined) found.set(comparableName(slug), {person, file})
    }
  }
  return found
}
