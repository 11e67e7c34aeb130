import {attributeOf, childElements, ownText} from './elements.ts'
import type {SourceElement} from './source-document.ts'
import type {FieldValue, WrittenFields} from './source-show.ts'

/** The people of a show or an item (`podcast:person`): hosts and guests apart, the others with what they do. */
export function peopleOf(parent: SourceElement): WrittenFields {
  const lists = {hosts: [] as FieldValue[], guests: [] as FieldValue[], people: [] as FieldValue[]}
  for (const element of childElements(parent, 'podcast:person')) {
    const name = ownText(element)
    if (name === '') continue
    const role = (attributeOf(element, 'role') ?? 'host').toLowerCase()
    const group = (attributeOf(element, 'group') ?? 'cast').toLowerCase()
    const own =
      role === 'host' && group === 'cast' ? 'hosts' : role === 'guest' && group === 'cast' ? 'guests' : 'people'
    const part = own === 'people' ? {role, group} : {}
    lists[own].push(personFields(name, attributeOf(element, 'href'), attributeOf(element, 'img'), part))
  }
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0))
}

export function personFields(
  name: string,
  url: string | undefined,
  image: string | undefined,
  part: WrittenFields = {},
): FieldValue {
  const facts = {...part, ...(url === undefined ? {} : {url}), ...(image === undefined ? {} : {image})}
  return Object.keys(facts).length === 0 ? name : {name, ...facts}
}
