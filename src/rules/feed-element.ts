/**
 * An element of a feed whose children were already judged. Names are those of the rule tables: they have the conventional prefix
 * of the namespace, whatever prefix the feed itself uses (`itunes:owner`). Names of RSS and OPML have no prefix.
 */
export type FeedElement = {
  readonly name: string
  /** The namespace as written; empty if there is none. */
  readonly namespace: string
  readonly prefix: string
  readonly parent: FeedElement | undefined
  /** By name. Attributes of other namespaces have the conventional prefix (`xml:lang`, `rdf:resource`). */
  readonly attributes: ReadonlyMap<string, string>
  /** The offset of `<` in the text of the feed, in UTF-16 units. */
  readonly offset: number
  /** The element's own character data, with CDATA. */
  readonly text: string
  /** Where the content begins and ends in the text of the feed; see `rawContent`. */
  readonly contentStart: number
  readonly contentEnd: number
  /** Children that a rule may look at. Items are forgotten when they were judged, and long lists are cut. */
  readonly children: readonly FeedElement[]
  readonly childCounts: ReadonlyMap<string, number>
}

export function childOf(element: FeedElement, name: string): FeedElement | undefined {
  return element.children.find((child) => child.name === name)
}

export function childrenOf(element: FeedElement, name: string): readonly FeedElement[] {
  return element.children.filter((child) => child.name === name)
}

/** The nearest value of an inherited attribute (`xml:base`, `xml:lang`). */
export function inherited(element: FeedElement, attribute: string): string | undefined {
  for (let each: FeedElement | undefined = element; each; each = each.parent) {
    const value = each.attributes.get(attribute)
    if (value !== undefined) return value
  }
  return undefined
}
