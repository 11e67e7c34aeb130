import type {Feed, FeedItem, ItemChannel} from '../model/feed.ts'
import type {XmlElement} from '../text/markup/xml.ts'
import type {ValueKind} from './kinds/value-kind.ts'

/** A key of `show.yaml` or of front matter that one tag owns. Nothing else in the program looks inside its value. */
export type AuthoredKey = {
  readonly key: string
  readonly aliases: readonly string[]
  readonly level: 'show' | 'episode' | 'both'
  readonly kind: ValueKind<unknown>
  /** What the key says and who uses it, for the docs and for editors. */
  readonly meaning: string
  /** As it is written in YAML, for the docs and the JSON Schema. */
  readonly example: string
  /** Set if a wrong value is an error: without the value, something would be published that the author keeps back. */
  readonly isDecisive?: boolean
}

/**
 * One tag of a feed. Everything about the tag is in its row: feeds, the allowed keys with their checks, the declared
 * namespaces, the JSON Schema and docs/tags.md are made from the rows.
 */
export type Tag = {
  /** The name with its conventional prefix, because most readers go by prefixes and not by namespaces. */
  readonly name: string
  readonly spec: string
  /** One line for docs/tags.md: where the value comes from. */
  readonly summary: string
  /** The elements that stand only inside this one, for docs/tags.md. */
  readonly inner?: readonly {readonly name: string; readonly summary: string}[]
  /** Where other formats say the same, as a path of elements or members, for docs/tags.md. */
  readonly atom?: string
  readonly json?: string
  /** The name of its member in the `_podcast` object of JSON Feed. The value is made of the elements that `channel` and `item` give. */
  readonly member?: JsonMember
  readonly authored?: AuthoredKey
  /**
   * The value of its key as an author would write it, from its elements in somebody's feed. Needed only where that is not a map of the
   * attributes, the text (`member.text`) and the child elements: see `sources/tag-values.ts`.
   */
  readonly fromFeed?: (elements: readonly XmlElement[]) => FeedValue | undefined
  /** Set if its element holds what an item holds. The value of each such element then has the values of those tags. */
  readonly holdsItem?: true
  readonly channel?: (feed: Feed) => readonly XmlElement[]
  readonly item?: (item: FeedItem, feed: {readonly channel: ItemChannel}) => readonly XmlElement[]
}

/** The text of an element is the member `text` of its object. If an element has only text, that text takes the place of the object. */
export type JsonMember = {
  readonly name: string
  readonly text?: string /** A list, even of one. */
  readonly many?: true
}

/** As an author would write it. */
export type FeedValue = string | boolean | readonly FeedValue[] | {readonly [key: string]: FeedValue}

/** The text of an element, without white space around it. */
export function textOf({children}: XmlElement): string {
  return children
    .map((child) => (typeof child === 'string' ? child : ''))
    .join('')
    .trim()
}

/** Only the attributes that the element has. */
export function attributesOf({attributes}: XmlElement): Readonly<Record<string, string>> {
  const written = Object.entries(attributes).filter(([, value]) => value !== undefined)
  return Object.fromEntries(written.map(([name, value]) => [name, String(value)]))
}

export type Namespace = {readonly prefix: string; readonly uri: string; readonly tags: readonly Tag[]}

/** Apple's specification, as the podcast namespace repository archives it. */
export const appleSpec = 'https://podcasters.apple.com/support/823-podcast-requirements'

/** What authors wrote for the keys of tags, by key. */
export type TagValues = ReadonlyMap<string, unknown>

type Holder = {readonly tagValues: TagValues}

/** A key that a tag owns, and the ways to its value and back. */
export type TagKey<T> = AuthoredKey & {
  readonly of: (holder: Holder) => T | undefined
  /** `values` and this value, which no author writes. */
  readonly addedTo: (values: TagValues, value: T) => TagValues
}

type TagKeyRow<T> = Omit<AuthoredKey, 'kind' | 'aliases'> & {
  readonly aliases?: readonly string[]
  readonly kind: ValueKind<T>
}

/**
 * Only here are `kind` and the value tied to one type. Under `key` is what `kind` made of the author's text (whoever reads a key stores
 * that), or what `addedTo` put there. Only `of` takes it out again, so the assertion below holds by construction.
 */
export function tagKey<T>({aliases = [], ...row}: TagKeyRow<T>): TagKey<T> {
  return {
    ...row,
    aliases,
    of: ({tagValues}) => tagValues.get(row.key) as T | undefined,
    addedTo: (values, value) => new Map([...values, [row.key, value]]),
  }
}

type WrittenTag<T> = Omit<Tag, 'authored' | 'channel' | 'item'> & {readonly write: (value: T) => readonly XmlElement[]}

/** A tag that is written where there is a value of its key, and nowhere else. */
export function tagOf<T>(key: TagKey<T>, {write, ...row}: WrittenTag<T>): Tag {
  const written = (holder: Holder) => {
    const value = key.of(holder)
    return value === undefined ? [] : write(value)
  }
  return {
    ...row,
    authored: key,
    ...(key.level === 'episode' ? {} : {channel: (feed: Feed) => written(feed.channel)}),
    ...(key.level === 'show' ? {} : {item: written}),
  }
}

/** The same, for a tag whose key no other code asks for. */
export function authored<T>(row: WrittenTag<T> & TagKeyRow<T>): Tag {
  const {key, aliases, level, kind, meaning, example, ...tag} = row
  return tagOf(tagKey({key, level, kind, meaning, example, ...(aliases === undefined ? {} : {aliases})}), tag)
}
