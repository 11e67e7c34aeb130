import {endingPattern, fileKinds} from '../../file-kinds/all-kinds.ts'
import {sourceKinds, transcriptKinds} from '../../file-kinds/text-kinds.ts'
import {type Problem, withSeverity} from '../../model/problem.ts'
import {isAuthoredMap, readDataFile} from '../data/authored-data.ts'
import type {AuthoredMap} from '../data/data-syntaxes.ts'
import {readFrontMatter} from '../data/front-matter.ts'
import {readText} from '../data/source-text.ts'
import {type AuthoredPerson, personFrom} from '../fields/person-kinds.ts'
import type {FileIndex} from '../files/file-index.ts'
import {type Portrait, portraitOf} from './portraits.ts'

/** A person as their own file describes them. `portrait` is the picture that this file names, looked up. */
export type KnownPerson = {readonly person: AuthoredPerson; readonly file: string; readonly portrait: Portrait}

/** Who was found, and what is wrong with the files that were looked into. */
export type PersonFound = {readonly known?: KnownPerson; readonly problems: readonly Problem[]}

/** Looks people up in the files that a show keeps about them. */
export type PeopleFiles = {
  /** Whether the show keeps such files at all. Only then is an unknown short name reported. */
  readonly exist: boolean
  /**
   * What the file of that name says, if there is such a file. `kind` (`host`, `guest`) decides between equal names. Problems:
   * `text-decoded`, and those of data, as warnings.
   */
  readonly find: (name: string, kind: string) => Promise<PersonFound>
}

const groups = 'people|persons?|guests?|hosts?|authors?|speakers?|contributors?'
const listEnding = endingPattern([sourceKinds.yaml, sourceKinds.toml, transcriptKinds.json])
const personEnding = endingPattern([sourceKinds.markdown, sourceKinds.yaml, sourceKinds.toml, transcriptKinds.json])
/** `people/mara.md`, or a folder of her own with pictures: `people/mara/index.md`. */
const peopleFile = new RegExp(`^(?:.*/)?_?(${groups})/([^/]+)(?:/_?index)?${personEnding}$`, 'i')
const listFile = new RegExp(`^(?:.*/)?_?(${groups})${listEnding}$`, 'i')

/**
 * Finds people in files of their own (`people/mwinter.md`, `guest/…`, `data/hosts/…`) or in one list (`_data/hosts.yml`). A file is
 * read when an episode or the show first names it.
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
  const remembered = new Map<string, Promise<PersonRead>>()
  const inLists = once(async () => readLists(folder, lists))
  const known = (person: AuthoredPerson | undefined, file: string, problems: readonly Problem[]): PersonFound =>
    person === undefined
      ? {problems}
      : {known: {person, file, portrait: portraitOf(person.image, file, index)}, problems}
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
      if (entry === undefined) {
        const {people, problems} = await inLists()
        const listed = people.get(comparableName(name))
        return known(listed?.person, listed?.file ?? '', problems)
      }
      const {person, problems} = await personOf(entry.file)
      return known(person, entry.file, problems)
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

type PersonRead = {readonly person: AuthoredPerson | undefined; readonly problems: readonly Problem[]}

async function readPersonFile(folder: string, file: string): Promise<PersonRead> {
  const {data, problems} = await readData(folder, file)
  return {person: data && personFrom(data), problems}
}

type DataRead = {readonly data?: AuthoredMap; readonly problems: readonly Problem[]}

/** Without the file of a person an episode is still published: nothing that is wrong with the file is an error. */
async function readData(folder: string, file: string): Promise<DataRead> {
  const text = await readText(folder, file)
  if (!text.ok) return {problems: text.problems.map(asWarning)}
  const isMarkdown = fileKinds.ofName(file) === sourceKinds.markdown
  const {data, problems} = isMarkdown
    ? readFrontMatter(text.value, file)
    : readDataFile(text.value, file, syntaxOf(file))
  return {data, problems: [...text.problems, ...problems.map(asWarning)]}
}

function asWarning(found: Problem): Problem {
  return found.severity === 'error' ? withSeverity(found, 'warning') : found
}

function syntaxOf(file: string): 'yaml' | 'json' | 'toml' {
  const kind = fileKinds.ofName(file)
  if (kind === transcriptKinds.json) return 'json'
  return kind === sourceKinds.toml ? 'toml' : 'yaml'
}

type Listed = {readonly person: AuthoredPerson; readonly file: string}
type ListsRead = {readonly people: ReadonlyMap<string, Listed>; readonly problems: readonly Problem[]}

async function readLists(folder: string, lists: readonly string[]): Promise<ListsRead> {
  const problems: Problem[] = []
  const found = new Map<string, Listed>()
  for (const file of lists) {
    const read = await readData(folder, file)
    problems.push(...read.problems)
    for (const [slug, value] of Object.entries(read.data ?? {})) {
      const entry: AuthoredMap = isAuthoredMap(value) ? value : {name: value}
      const person = personFrom(entry)
      if (person !== undefined) found.set(comparableName(slug), {person, file})
    }
  }
  return {people: found, problems}
}
