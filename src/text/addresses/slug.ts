import slugify from '@sindresorhus/slugify'

/** Longer names make addresses that hosts and file systems cut. */
const longestSlugInCharacters = 100

/**
 * `text` as a part of an address: lower case, ASCII letters, digits and hyphens. Empty if nothing of it can be written so.
 */
export function slugOf(text: string): string {
  // Most file names are slugs already, and transliteration asks hundreds of expressions.
  const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) ? text : slugify(text.slice(0, 500), {decamelize: false})
  if (slug.length <= longestSlugInCharacters) return slug
  return slug.slice(0, longestSlugInCharacters).replace(/-[^-]{0,30}$/, '')
}

/**
 * Whether Windows keeps a name for a device, so that nobody there can write a file or a folder of this name, not even from an archive.
 * https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
export function isDeviceName(slug: string): boolean {
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(slug)
}
