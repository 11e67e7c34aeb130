import type {Feed, FeedItem} from '../model/feed.ts'
import type {XmlElement} from '../text/xml.ts'
import type {ValueKind} from './value-kind.ts'

/** A key of `show.yaml` or of front matter that one tag owns: nothing else in the program looks inside its value. */
export type AuthoredKey = {
  readonly key: string
  readonly aliases: readonly string[]
  readonly level: 'show' | 'episode' | 'both'
  readonly kind: ValueKind<unknown>
  /** As it is written in YAML, for the docs and the JSON Schema. */
  readonly example: string
}

/**
 * One tag of a feed: the row is all there is about it. Feeds, the allowed keys with their checks, the declared
 * namespaces, the JSON Schema and docs/tags.md are derived from the rows.
 */
export type Tag = {
  /** With its conventional prefix: most readers go by prefixes, not by namespaces. */
  readonly name: string
  readonly spec: string
  /** One line for docs/tags.md: where the value comes from. */
  readonly summary: string
  /** Elements that stand only inside it, for docs/tags.md. */
  readonly inner?: readonly {readonly name: string; readonly summary: string}[]
  /** Where the other formats say the same, for docs/tags.md: as a path of elements or members. */
  readonly atom?: string
  readonly json?: string
  /** Its member of the `_podcast` object in JSON Feed, which is made of the elements that `channel` and `item` give. */
  readonly member?: JsonMember
  readonly authored?: AuthoredKey
  readonly channel?: (feed: Feed) => readonly XmlElement[]
  readonly item?: (item: FeedItem, feed: Feed) => readonly XmlElement[]
}

/** The text of an element is the member `text` of its object; of an element with nothing but text, the object itself. */
export type JsonMember = {
  readonly name: string
  readonly text?: string /** A list, even of one. */
  readonly many?: true
}

export type Namespace = {readonly prefix: string; readonly uri: string; readonly tags: readonly Tag[]}

/** Apple's specification, as the podcast namespace repository archives it. */
export const appleSpec = 'https://podcasters.apple.com/support/823-podcast-requirements'

type Holder = {readonly tagValues: ReadonlyMap<string, unknown>}

/** A key that a tag owns, and the way to its value. */
export type TagKey<T> = AuthoredKey & {readonly of: (holder: Holder) => T | undefined}

type TagKeyRow<T> = Omit<AuthoredKey, 'kind' | 'aliases'> & {
  readonly aliases?: readonly string[]
  readonly kind: ValueKind<T>
}

/**
 * `kind` and the value are tied to one type here and only here: `read/` stores what `kind` made under `key`, and only this
 * takes it out again, so the assertion below holds by construction.
 */
export function tagKey<T>({key, aliases = [], level, kind, example}: TagKeyRow<T>): TagKey<T> {
  return {key, aliases, level, kind, example, of: ({tagValues}) => tagValues.get(key) as T | undefined}
}

type AuthoredTag<T> = Omit<Tag, 'authored' | 'channel' | 'item'> &
  TagKeyRow<T> & {readonly write: (value: T) => readonly XmlElement[]}

/** A tag that is written where its author gives its value, and nowhere else. */
export function authored<T>({key, aliases, level, kind, example, write, ...row}: AuthoredTag<T>): Tag {
  const owned = tagKey({key, level, kind, example, ...(aliases === undefined ? {} : {aliases})})
  const written = (holder: Holder) => {
    const value = owned.of(holder)
    return value === undefined ? [] : write(value)
  }
  return {
    ...row,
    authored: owned,
    ...(level === 'episode' ? {} : {channel: (feed: Feed) => written(feed.channel)}),
    ...(level === 'show' ? {} : {item: written}),
  }
}
