import type {Person} from '../../model/person.ts'
import {present} from '../../model/present.ts'
import type {Place, Problem} from '../../model/problem.ts'
import {groupOfRole} from '../../tags/kinds/person-taxonomy.ts'
import type {AuthoredPerson} from '../fields/person-kinds.ts'
import type {FileIndex} from '../files/file-index.ts'
import {problem} from './episode-problems.ts'
import type {PersonFound} from './people-files.ts'
import {portraitOf} from './portraits.ts'

type PersonContext = {
  readonly defaultRole: string
  /** Where the person is named. */
  readonly place: Place & {readonly file: string}
  readonly index: FileIndex
}

/** A person as feeds name them: what the episode says, completed by what the person's file says. Problems: `portrait-missing`. */
export function personOf(
  authored: AuthoredPerson,
  {known: about, problems: wrong}: PersonFound,
  {defaultRole, place, index}: PersonContext,
): {readonly person: Person; readonly problems: readonly Problem[]} {
  const known = about?.person
  const role = authored.role ?? known?.role ?? defaultRole
  // Episodes may call a person by a short name. In transcripts, that short name is an alias of the person.
  const shortName = known === undefined || known.name === authored.name ? [] : [authored.name]
  const aliases = [...new Set([...(authored.aliases ?? []), ...(known?.aliases ?? []), ...shortName])]
  const isOwn = authored.image !== undefined
  const portrait = isOwn ? portraitOf(authored.image, place.file, index) : about?.portrait
  const person = present({
    name: known?.name ?? authored.name,
    role,
    group: authored.group ?? known?.group ?? groupOfRole(role),
    url: authored.url ?? known?.url,
    image: portrait?.image,
    aliases: aliases.length === 0 ? undefined : aliases,
  })
  if (portrait?.missing === undefined) return {person, problems: wrong}
  const message = `The picture of ${person.name}, ${portrait.missing.slice(0, 100)}, does not exist, so apps show none`
  const hint = 'Put it into the show folder, or write its whole address if it is on a server'
  const where = isOwn || about === undefined ? place : {file: about.file, line: 1}
  return {person, problems: [...wrong, problem('portrait-missing', where, message, hint)]}
}
