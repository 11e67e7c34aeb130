import type {Person} from '../../model/person.ts'
import {present} from '../../model/present.ts'
import type {Place, Problem} from '../../model/problem.ts'
import type {EpisodeFields} from '../fields/episode-fields.ts'
import type {AuthoredPerson} from '../fields/person-kinds.ts'
import type {FileIndex} from '../files/file-index.ts'
import {problem} from './episode-problems.ts'
import type {PeopleFiles} from './people-files.ts'
import {personOf} from './person-of.ts'

export type EpisodePeople = {
  readonly hosts: readonly Person[]
  readonly others: readonly Person[]
  /** The people whose role the front matter states. This role counts beside a role that they already have. */
  readonly inFurtherRoles: readonly Person[]
  readonly problems: readonly Problem[]
}

type PeopleContext = {
  readonly file: string
  readonly places: ReadonlyMap<string, Place>
  readonly peopleFiles: PeopleFiles
  readonly index: FileIndex
}

/**
 * Finds who takes part, as the front matter says it. The name of a file stands for the person in it. `hosts` is empty where the
 * episode names no host: then the hosts of the show apply. Problems: `person-unknown`, `portrait-missing`.
 */
export async function episodePeople(fields: EpisodeFields, context: PeopleContext): Promise<EpisodePeople> {
  const problems: Problem[] = []
  const look = (people: readonly AuthoredPerson[] | undefined, field: string, role: string) =>
    Promise.all((people ?? []).map((each) => lookUp(each, field, role, context, problems)))
  const hosts =
    fields.hosts === undefined ? await look(fields.author, 'author', 'Host') : await look(fields.hosts, 'hosts', 'Host')
  const guests = await look(fields.guests, 'guests', 'Guest')
  const people = await look(fields.people, 'people', 'Host')
  const written = fields.hosts ?? fields.author
  const hostsInRoles = hosts.filter((_person, index) => written?.[index]?.role !== undefined)
  const peopleInRoles = people.filter((_person, index) => fields.people?.[index]?.role !== undefined)
  const inFurtherRoles = [...hostsInRoles, ...guests, ...peopleInRoles]
  return {hosts, others: [...guests, ...people], inFurtherRoles, problems}
}

async function lookUp(
  authored: AuthoredPerson,
  field: string,
  role: string,
  {file, places, peopleFiles, index}: PeopleContext,
  problems: Problem[],
): Promise<Person> {
  const about = await peopleFiles.find(authored.name, role.toLowerCase())
  if (
    about.known === undefined &&
    peopleFiles.exist &&
    /^[a-z][a-z\d_-]*$/.test(authored.name) &&
    authored.name.length <= 64
  ) {
    const message = `Nobody is known as "${authored.name}", so listeners read that instead of a name`
    const hint = `Write the full name, or a file ${role.toLowerCase()}/${authored.name}.md with the name as its title`
    problems.push(problem('person-unknown', {file, ...places.get(field)}, message, hint))
  }
  const found = personOf(authored, about, {defaultRole: role, place: {file, ...places.get(field)}, index})
  problems.push(...found.problems)
  return found.person
}

/**
 * Lists everybody once, in the given order. A person who has a role already is not added again in another role, but the new aliases
 * are added: `speakers: {A: Mara Winter}` says more about a host who is known already.
 */
export function uniquePeople(people: readonly Person[]): readonly Person[] {
  const byName = new Map<string, Person>()
  for (const person of people) {
    const key = person.name.toLowerCase()
    const known = byName.get(key)
    const aliases = [...new Set([...(known?.aliases ?? []), ...(person.aliases ?? [])])]
    byName.set(key, {...(known ?? person), ...(aliases.length === 0 ? {} : {aliases})})
  }
  return [...byName.values()]
}

/** Lists everybody once, and once more in each further role that is written. The show's data on people of these names is added. */
export function inAllRoles(
  people: readonly Person[],
  {inFurtherRoles}: EpisodePeople,
  ofShow: readonly Person[],
): readonly Person[] {
  const everybody = uniquePeople(people)
  const roleOf = ({name, role}: Person) => `${name}\n${role}`.toLowerCase()
  const known = new Set(everybody.map(roleOf))
  const others = new Map(inFurtherRoles.filter((each) => !known.has(roleOf(each))).map((each) => [roleOf(each), each]))
  return completedFrom([...everybody, ...others.values()], [...ofShow, ...people])
}

/** Gives people who have no picture or no link the one that others of the same name have. */
function completedFrom(people: readonly Person[], others: readonly Person[]): readonly Person[] {
  return people.map((person) => {
    if (person.url !== undefined && person.image !== undefined) return person
    const name = person.name.toLowerCase()
    const same = others.filter((each) => each.name.toLowerCase() === name)
    const url = person.url ?? same.find((each) => each.url !== undefined)?.url
    const image = person.image ?? same.find((each) => each.image !== undefined)?.image
    return {...person, ...present({url, image})}
  })
}
