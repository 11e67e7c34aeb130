import {type AbsoluteUrl, absoluteUrl} from './absolute-url.ts'

/**
 * Where everything lies below the site. Subscribers and search engines keep these addresses, so a change here breaks
 * links that are out of our hands: add, never rename.
 */
export const sitePaths = {
  episode: (slug: string) => `episodes/${slug}/`,
  transcript: (slug: string, language: string | undefined) =>
    `episodes/${slug}/transcript${language === undefined ? '' : `.${language.toLowerCase()}`}`,
  chapters: (slug: string) => `episodes/${slug}/chapters.json`,
  /** Everything of the episode, for other site generators. */
  data: (slug: string) => `episodes/${slug}/data.json`,
  /** For sites that put the player into pages of theirs: the page in their frame, and what tells them of it. */
  embed: (slug: string) => `episodes/${slug}/embed/`,
  wordTimes: (slug: string) => `episodes/${slug}/words.json`,
  oembed: (slug: string) => `episodes/${slug}/oembed.json`,
  /** For the Podlove web player. */
  podlove: (slug: string) => `episodes/${slug}/episode.json`,
  /** The chapters for the browser's own player. */
  chapterTrack: (slug: string) => `episodes/${slug}/chapters.vtt`,
  // By slug: podboat and podget save under the last part of the address, and two `audio.mp3` would overwrite each other.
  media: (slug: string, part: string, extension: string) => `media/${slug}${part}${extension}`,
  image: (name: string, extension: string) => `images/${name}${extension}`,
  textPicture: (name: string, extension: string) => `images/in-texts/${name}${extension}`,
  portrait: (name: string, extension: string) => `images/people/${name}${extension}`,
  /** What other sites show of an episode. */
  card: (name: string) => `assets/cards/${name}.jpg`,
} as const

/** For `sitePaths.image`: the cover of the show, and a picture that several episodes name. */
export const coverName = 'cover'
export const sharedPictureName = (name: string) => `shared/${name}`

/** What other sites show of the show, and the colours of its cover. */
export const showCardPath = 'assets/card.jpg'
export const coverColoursPath = 'assets/cover.css'

/** Folders of pages that list episodes. Such pages come and go with what there is to list. */
export const listFolders = {older: 'page/', seasons: 'seasons/', people: 'people/', topics: 'topics/'} as const
/** A line for each episode. */
export const allEpisodesPath = 'episodes/'
export const episodeListPath = 'episode-list.json'
/** The show, for other site generators. */
export const showDataPath = 'data.json'
export const sitemapPath = 'sitemap.xml'
export const robotsPath = 'robots.txt'
export const notFoundPath = '404.html'
/** What the search of the pages asks for. */
export const searchFolder = 'search/'
export const searchListPath = `${searchFolder}seasons.json`

/** What the author adds to the look of the pages lies in a folder of this name, and is published under the same. */
export const themeFolder = 'theme/'
export const themeStylePath = `${themeFolder}style.css`

/** Folders of the output that hold something of ours already. */
const ownFolders: ReadonlySet<string> = new Set([
  ...Object.values(listFolders).map((folder) => folder.slice(0, -1)),
  ...['assets', 'embed', 'episodes', 'images', 'media', 'search', 'theme'],
])

/** Whether a page of the author's own cannot be at this path. */
export function isOwnFolder(path: string): boolean {
  return path === '' || path === '/' || ownFolders.has(path.split('/')[0] ?? '')
}

/** Whether every build makes a file anew from all episodes. Nobody subscribes to it, and it belongs to no episode. */
export function isList(path: string): boolean {
  return (
    path === 'index.html' ||
    path === `${allEpisodesPath}index.html` ||
    [episodeListPath, showDataPath, sitemapPath, robotsPath, notFoundPath].includes(path) ||
    path.startsWith(searchFolder) ||
    (path.endsWith('/index.html') && Object.values(listFolders).some((folder) => path.startsWith(folder)))
  )
}

/** A path below the site as an absolute URL. Slugs and extensions are made of safe characters, so it always is one. */
export function siteAddress(siteUrl: AbsoluteUrl, path: string): AbsoluteUrl {
  // Nearly every path holds nothing that an address would write in another way.
  if (/^[\w~-][\w.~-]*(?:\/[\w~-][\w.~-]*)*\/?$/.test(path) && /^[^?#]*\/$/.test(siteUrl))
    return `${siteUrl}${path}` as AbsoluteUrl
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  const address = absoluteUrl(encoded, siteUrl)
  if (address === undefined) throw new Error(`No address below ${siteUrl} for ${path}`)
  return address
}

/** What the files of an episode are named by: its slug, or the one it had when they were first published. */
export function fileStemOf({slug, filesAt = slug}: {readonly slug: string; readonly filesAt?: string}): string {
  return filesAt
}

/** The file that a host serves for an address: of a folder, its page. */
export function servedFile(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path
}

/** `feed-archive-1.xml` of `feed.xml`. Readers keep these addresses: never rename them. */
export function archivePath(path: string, number: number): string {
  const extension = /(?:\.atom)?\.[a-z0-9]{1,8}$/i.exec(path)?.[0] ?? ''
  return `${path.slice(0, path.length - extension.length)}-archive-${number}${extension}`
}
