import slugify from '@sindresorhus/slugify'
import {remembered} from '../../model/remembered.ts'

/** Without signs that are words of their own (`&`), contractions (`it's`), and letters that are written with others. */
const plainWords = /^[\w .,:;!?()/#+-]{0,500}$/

function hyphenated(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** Longer names make addresses that hosts and file systems cut. */
const longestSlugInCharacters = 100

/**
 * `text` as a part of an address: lower case, ASCII letters, digits and hyphens. Empty if nothing of it can be written so.
 */
export function slugOf(text: string): string {
  // Most file names and titles are plain words.
  const slug = plainWords.test(text) ? hyphenated(text) : transliterated(text.slice(0, 500))
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

/** Hundreds of expressions are asked of a name, and the names of people and topics return in every episode. */
const transliterated = remembered((text: string): string => slugify(text, {decamelize: false}))
