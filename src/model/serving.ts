import type {AbsoluteUrl} from './absolute-url.ts'

/**
 * Which files one rule is for: the segments of a path below the site. `:slug` is any one segment; `*` as the last one is
 * any name that ends in `ending`.
 */
export type ServedPattern = {readonly segments: readonly string[]; readonly ending: string}

/** How the files of one pattern are to be served. */
export type ServedRule = {
  readonly pattern: ServedPattern
  /** What `Content-Type` has to be, with its charset where the format does not fix one; absent where its files differ. */
  readonly contentType?: string
  readonly cacheControl: string
  /** `Access-Control-Allow-Origin: *`, for web players on other sites. */
  readonly forOtherSites: boolean
}

/** An address of the site that moved. */
export type Redirect = {
  /** Below the site, decoded, without a final `/`. */
  readonly from: string
  /** A file; a page, asked for with a final `/` or without; or a folder, and everything in it moves alike. */
  readonly covers: 'file' | 'page' | 'folder'
  readonly to: AbsoluteUrl
}

/** What a web server has to know of a built show, beside the files themselves. */
export type ServedSite = {
  readonly siteUrl: AbsoluteUrl
  readonly rules: readonly ServedRule[]
  readonly redirects: readonly Redirect[]
  /** Whether there are `.gz` and `.br` copies beside the texts. */
  readonly precompressed: boolean
}

export const hostNames = [
  'netlify',
  'cloudflare-pages',
  'github-pages',
  'gitlab-pages',
  'apache',
  'nginx',
  'caddy',
  'none',
] as const

export type HostName = (typeof hostNames)[number]

/**
 * What a show is made ready for that names no host: those that read plain files and ignore the files of others. Not Apache: a server
 * that does not allow a line of `.htaccess` answers every request with an error.
 */
export const defaultHosts: readonly HostName[] = ['netlify', 'cloudflare-pages', 'github-pages', 'gitlab-pages']
