/** Names have dots of their own ("rust-1.48"), so an ending may begin at every dot. A dozen dots are enough. */
const mostDots = 12

/**
 * The endings that a file's name may have, the longest first: `.chapters.json`, `.json` for `one.chapters.json`, and the same for
 * `chapters.json`. In lower case. The name is a path and no address: `#` and `?` are a part of it.
 */
export function endingsOf(path: string): readonly string[] {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  const parts = name.split('.')
  if (parts.length < 2) return []
  return parts.slice(-mostDots).map((_, index, all) => `.${all.slice(index).join('.')}`)
}

/** `.mp3` of `a/b.MP3`; empty where there is none. A path, and no address. */
export function extensionOf(path: string): string {
  return /[^/](\.[a-z\d]{1,12})$/i.exec(path)?.[1]?.toLowerCase() ?? ''
}

/** Whether an author wrote an address and no path. */
export function isAddress(location: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(location)
}

/**
 * The ending of what an author wrote, which may be a path or an address. The query and the fragment of an address are no part of
 * the name. In a path, `#` and `?` are a part of it (`Trash Taste #37.mp3`).
 */
export function locationExtension(location: string): string {
  return (isAddress(location) ? '' : extensionOf(location)) || extensionOf(beforeQuery(location))
}

/** What stands before the query and the fragment. */
export function beforeQuery(address: string): string {
  return address.split(/[?#]/, 1)[0] ?? ''
}
