import type {Person} from '../model/person.ts'
import {type Place, type Problem, problem} from '../model/problem.ts'
import type {EpisodeFields} from './episode-fields.ts'
import type {FileIndex} from './file-index.ts'
import type {PeopleFiles} from './people-files.ts'
import type {AuthoredPerson} from './person-kinds.ts'
import {personOf} from './person-of.ts'

export type EpisodePeople = {
  readonly hosts: readonly Person[]
  readonly others: readonly Person[]
  readonly problems: readonly Problem[]
}

type PeopleContext = {
  readonly file: string
  readonly places: ReadonlyMap<string, Place>
  readonly peopleFiles: PeopleFiles
  readonly index: FileIndex
}

/**
 * Who takes part, as the front matter says it. Names of files stand for the people in them. Hosts are empty where the episode
 * names none: then those of the show apply. Problems: `person-unknown`, `portrait-missing`.
 */
export async function episodePeople(fields: EpisodeFields, context: PeopleContext): Promise<EpisodePeople> {
  const problems: Problem[] = []
  const look = (people: readonly AuthoredPerson[] | undefined, field: string, role: string) =>
    Promise.all((people ?? []).map((each) => lookUp(each, field, role, context, problems)))
  const hosts =
    fields.hosts === undefined ? await look(fields.author, 'author', 'Host') : await look(fields.hosts, 'hosts', 'Host')
  const guests = await look(fields.guests, 'guests', 'Guest')
  const people = await look(fields.people, 'people', 'Host')
  return {hosts, others: [...guests, ...people], problems}
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
    about === undefined &&
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
 * Everybody once, in the order given; a name that is there in a role of its own is not added with another, but its aliases
 * are: `speakers: {A: Mara Winter}` says more of a host who is known already.
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
