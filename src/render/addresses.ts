import {type AbsoluteUrl, absoluteUrl} from '../model/absolute-url.ts'

/**
 * Where everything lies below the site. Subscribers and search engines keep these addresses, so a change here breaks
 * links that are out of our hands: add, never rename.
 */
export const sitePaths = {
  episode: (slug: string) => `episodes/${slug}/`,
  transcript: (slug: string, language: string | undefined) =>
    `episodes/${slug}/transcript${language === undefined ? '' : `.${language.toLowerCase()}`}`,
  chapters: (slug: string) => `episodes/${slug}/chapters.json`,
  // By slug: podboat and podget save under the last part of the address, and two `audio.mp3` would overwrite each other.
  media: (slug: string, part: string, extension: string) => `media/${slug}${part}${extension}`,
  image: (name: string, extension: string) => `images/${name}${extension}`,
  portrait: (name: string, extension: string) => `images/people/${name}${extension}`,
} as const

/** A path below the site as an absolute URL. Slugs and extensions are made of safe characters, so it always is one. */
export function siteAddress(siteUrl: AbsoluteUrl, path: string): AbsoluteUrl {
  // Nothing in it that an address would write in another way: nearly every path.
  if (/^[\w~-][\w.~-]*(?:\/[\w~-][\w.~-]*)*\/?$/.test(path) && /^[^?#]*\/$/.test(siteUrl))
    return `${siteUrl}${path}` as AbsoluteUrl
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  const address = absoluteUrl(encoded, siteUrl)
  if (address === undefined) throw new Error(`No address below ${siteUrl} for ${path}`)
  return address
}

export function isRemote(location: string): boolean {
  return /^(?:https?:)?\/\//i.test(location)
}

/** `.mp3` of `a/b.MP3`; empty where there is none. */
export function extensionOf(path: string): string {
  return /\.[a-z0-9]{1,8}$/i.exec(path)?.[0].toLowerCase() ?? ''
}
