import type {OutputFile} from '../model/output.ts'
import type {Redirect, ServedPattern, ServedRule, ServedSite} from '../model/serving.ts'
import {allEpisodesPath, listFolders, notFoundPath} from '../model/site-paths.ts'
import {percentDecoded} from '../text/addresses/percent-decoded.ts'
import {contentTypeOf, servedKindOf} from './served-kinds.ts'

type Served = Pick<OutputFile, 'path' | 'mimeType' | 'rank'>

/** Collects rules from the files of a show. There is one rule of each kind, whatever the number of episodes. */
export type ServedRules = {
  readonly note: (file: Served) => void
  /** In the order of their patterns. */
  readonly rules: () => readonly ServedRule[]
}

export function servedRules(): ServedRules {
  const found = new Map<string, ServedRule>()
  return {
    note: (file) => {
      const pattern = patternOf(file)
      // Old addresses may be in any number of folders. Every server knows what a page is, and such a page only leads on.
      if (isLeftPage(file) && pattern.segments.at(-1) === '*') return
      const key = patternText(pattern)
      const contentType = contentTypeOf(file.mimeType)
      const known = found.get(key)
      if (known?.contentType === contentType) return
      const {cacheControl, forOtherSites} = servedKindOf(file)
      // One ending may have two types (sound and pictures in `.mp4`). Then the server's own type has to do.
      found.set(key, {pattern, cacheControl, forOtherSites, ...(known === undefined ? {contentType} : {})})
    },
    rules: () => [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rule]) => rule),
  }
}

const pageFile = 'index.html'

/** A page that leads on from an old address. */
function isLeftPage({mimeType, rank}: Served): boolean {
  return mimeType === 'text/html' && rank === 'moved'
}

function isPageOfList(path: string): boolean {
  const folders = [allEpisodesPath, ...Object.values(listFolders)]
  return folders.some((folder) => path.startsWith(folder)) && path.split('/').length <= 3
}

/**
 * The files that are served like this one. Feeds, what lies at the top and the author's own pages are few, and named. What an episode
 * has is named below its folder. Of everything else, the ending tells the type.
 */
function patternOf(file: Served): ServedPattern {
  const {path, rank} = file
  const segments = path.split('/')
  const [top = ''] = segments
  const name = segments.at(-1) ?? ''
  if (segments.length === 1 || rank === 'feed' || (rank === 'moved' && !isLeftPage(file))) return {segments, ending: ''}
  if (segments.length === 3 && top === 'episodes') return {segments: ['episodes', ':slug', name], ending: ''}
  // Pages of lists: `topics/`, `people/jo-lund/`.
  if (name === pageFile && isPageOfList(path))
    return {segments: segments.length === 2 ? segments : [top, ':slug', name], ending: ''}
  if (top === 'episodes' && path.endsWith('/embed/index.html'))
    return {segments: [top, ':slug', 'embed', name], ending: ''}
  if (name === pageFile && !isLeftPage(file)) return {segments, ending: ''}
  const dot = name.lastIndexOf('.')
  return {segments: [...segments.slice(0, -1), '*'], ending: dot <= 0 ? '' : name.slice(dot)}
}

/** `episodes/:slug/chapters.json`, `media/*.mp3`: for order, and for people. */
export function patternText({segments, ending}: ServedPattern): string {
  return `${segments.join('/')}${ending}`
}

/** Whether there is a page for what is not there. */
export function hasNotFoundPage({rules}: ServedSite): boolean {
  return rules.some(({pattern}) => patternText(pattern) === notFoundPath)
}

/** The path part of the site's address: `/` or `/night-trains/`. */
export function basePath(siteUrl: string): string {
  return new URL(siteUrl).pathname
}

/** A path as a word in the configuration of nginx or Caddy: decoded, and in quotation marks where it needs them. */
export function pathWord(path: string): string {
  const word = percentDecoded(path)
  return /[\s"'#;{}\\]/.test(word) ? `"${word.replace(/["\\]/g, '\\$&')}"` : word
}

/**
 * `text` within a regular expression. Characters that would end the quoted text in a server's configuration are replaced by "any
 * one character": no two addresses of a show differ only by them.
 */
function escaped(text: string): string {
  return text.replace(/[\s"'`#\\\p{Cc}]|[$()*+.?[\]^{|}]/gu, (mark) =>
    /[$()*+.?[\]^{|}]/.test(mark) ? `\\${mark}` : '.',
  )
}

/** A regular expression for the decoded path of a request, as nginx, Apache and Caddy all read it. */
export function patternRegex(base: string, {segments, ending}: ServedPattern): string {
  // Without an ending it must not take the files of those rules that have one.
  const anyName = ending === '' ? '[^/.]+' : '[^/]+'
  const parts = segments.map((segment) =>
    segment === ':slug' ? '[^/]+' : segment === '**' ? '.+' : segment === '*' ? anyName : escaped(segment),
  )
  return `^${escaped(percentDecoded(base))}${parts.join('/')}${escaped(ending)}$`
}

const afterMoved = {file: '', page: '/?', folder: '(?:/(.*))?'} as const

/** A regular expression for a redirect; its one group, in that of a folder, is what goes on after the folder. */
export function redirectRegex(base: string, {from, covers}: Redirect): string {
  return `^${escaped(percentDecoded(base))}${escaped(from)}${afterMoved[covers]}$`
}
