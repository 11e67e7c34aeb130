import type {Person} from '../../model/person.ts'
import {nearName} from '../../text/near-name.ts'
import {groupNames, groupOfRole, groupsOfRole, roleNames} from './person-taxonomy.ts'
import type {Reading, ValueKind} from './value-kind.ts'
import {quotedAuthored, text} from './value-kinds.ts'
import {checked, eitherOf, mapped, objectOf} from './value-shapes.ts'
import {webUrl} from './value-texts.ts'

export type Part = {readonly role?: string; readonly group?: string}

/**
 * What somebody does: one of the 63 pairs of role and group in the podcast namespace, in any case. The group follows from the role. If the
 * author writes both, they must be a pair. https://github.com/Podcastindex-org/podcast-namespace/blob/main/taxonomy.json
 */
export function readPart({role: writtenRole, group: writtenGroup}: Part): Reading<Part> {
  const role = spelled(writtenRole, roleNames)
  const group = spelled(writtenGroup, groupNames)
  if (writtenRole !== undefined && role === undefined)
    return unknown('role', writtenRole, roleNames, 'Host, Guest, Editor')
  if (writtenGroup !== undefined && group === undefined) {
    return unknown('group', writtenGroup, groupNames, 'Cast, Writing, Audio Production')
  }
  if (role === undefined) return {value: group === undefined ? {} : {group}}
  const groups = groupsOfRole(role)
  if (group !== undefined && !groups.includes(group)) {
    return {
      wrong: `has the role "${role}" in the group "${group}"`,
      hint: `Leave the group out, or write group: ${groups[0]}`,
    }
  }
  const first = groupOfRole(role)
  if (group !== undefined || groups.length === 1) return {value: {role, group: group ?? first}}
  const remark = `the role "${role}" is taken for the one in the group "${first}"; the other is in "${groups[1]}"`
  return {value: {role, group: first}, remark}
}

function spelled(written: string | undefined, names: readonly string[]): string | undefined {
  // This is the only name with a dot, and people forget the dot.
  const bare = written?.trim().toLowerCase().replace(/\.$/, '')
  return names.find((name) => name.toLowerCase().replace(/\.$/, '') === bare)
}

function unknown(what: string, written: string, names: readonly string[], some: string): Reading<never> {
  const near = nearName(written, names)
  const hint = near === undefined ? `Those of the podcast namespace are ${some}, ...` : `Did you mean "${near}"?`
  return {wrong: `has an unknown ${what} ${quotedAuthored(written)}`, hint}
}

/** A person in a list that says the role, such as the guests of a broadcast: a name, or a map with the name. */
export const person: ValueKind<Person> = eitherOf(
  mapped(text(), (name): Person => ({name, role: 'Guest', group: 'Cast'})),
  checked(
    objectOf({
      name: {kind: text(), required: true},
      role: {kind: text()},
      group: {kind: text()},
      url: {kind: webUrl, aliases: ['href', 'link']},
      image: {kind: webUrl, aliases: ['img']},
    }),
    ({role, group, ...rest}): Reading<Person> => {
      const part = readPart({...(role === undefined ? {} : {role}), ...(group === undefined ? {} : {group})})
      if (!('value' in part)) return part
      return {...part, value: {role: 'Guest', group: 'Cast', ...part.value, ...rest}}
    },
  ),
)
