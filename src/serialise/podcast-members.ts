import {namespaces} from '../tags/all-tags.ts'
import type {JsonMember, Tag} from '../tags/tag.ts'
import type {XmlElement} from '../text/markup/xml.ts'

export type Json = string | number | boolean | undefined | readonly Json[] | {readonly [key: string]: Json}

const rows = namespaces.flatMap(({tags}) => tags).filter(({member}) => member !== undefined)

/**
 * Members of the `_podcast` object, for the tags that `elementsOf` gives elements of. Each element is an object with its
 * attributes (as the podcast namespace calls them), its text, and lists of its child elements by their names.
 */
export function podcastMembers(elementsOf: (tag: Tag) => readonly XmlElement[] | undefined): Record<string, Json> {
  const members: Record<string, Json> = {}
  for (const row of rows) {
    const {member} = row
    const [first, ...others] = elementsOf(row) ?? []
    if (member === undefined || first === undefined) continue
    members[member.name] =
      member.many === true ? [first, ...others].map((each) => jsonOf(each, member)) : jsonOf(first, member)
  }
  return members
}

function jsonOf({attributes, children}: XmlElement, {text: textName = 'text'}: Pick<JsonMember, 'text'>): Json {
  const text = children.filter((child) => typeof child === 'string').join('')
  const written = Object.entries(attributes).filter(([, value]) => value !== undefined)
  const elements = children.filter((child): child is XmlElement => typeof child !== 'string' && 'name' in child)
  if (written.length === 0 && elements.length === 0) return text
  const inner: Record<string, Json[]> = {}
  for (const element of elements) {
    const name = element.name.slice(element.name.indexOf(':') + 1)
    inner[name] = [...(inner[name] ?? []), jsonOf(element, {})]
  }
  return {...(text === '' ? {} : {[textName]: text}), ...Object.fromEntries(written), ...inner}
}
