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
  readonly authored?: AuthoredKey
  readonly channel?: (feed: Feed) => readonly XmlElement[]
  readonly item?: (item: FeedItem, feed: Feed) => readonly XmlElement[]
}

export type Namespace = {readonly prefix: string; readonly uri: string; readonly tags: readonly Tag[]}

/** Apple's specification, as the podcast namespace repository archives it. */
export const appleSpec = 'https://podcasters.apple.com/support/823-podcast-requirements'

type AuthoredTag<T> = Omit<Tag, 'authored' | 'channel' | 'item'> &
  Omit<AuthoredKey, 'kind' | 'aliases'> & {
    readonly aliases?: readonly string[]
    readonly kind: ValueKind<T>
    readonly write: (value: T) => readonly XmlElement[]
  }

/**
 * A tag whose value the author writes. `kind` and `write` are tied to one type here and only here: `read/` stores what
 * `kind` made under `key`, and this row alone takes it out again, so the assertion below holds by construction.
 */
export function authored<T>(row: AuthoredTag<T>): Tag {
  const {name, spec, summary, key, aliases = [], level, kind, example, write} = row
  const written = (values: ReadonlyMap<string, unknown>) => (values.has(key) ? write(values.get(key) as T) : [])
  return {
    name,
    spec,
    summary,
    authored: {key, aliases, level, kind, example},
    ...(level === 'episode' ? {} : {channel: (feed: Feed) => written(feed.channel.tagValues)}),
    ...(level === 'show' ? {} : {item: (item: FeedItem) => written(item.tagValues)}),
  }
}
