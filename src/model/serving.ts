import type {AbsoluteUrl} from './absolute-url.ts'

/**
 * Which files one rule is for: the segments of a path below the site. `:slug` is any one segment; `*` as the last one is
 * any name that ends in `ending`; `**` as the last one is everything below the others.
 */
export type ServedPattern = {readonly segments: readonly string[]; readonly ending: string}

/** How the files of one pattern are to be served. */
export type ServedRule = {
  readonly pattern: ServedPattern
  /** What `Content-Type` has to be, with its charset if the format does not fix one. Absent if the files of the pattern differ. */
  readonly contentType?: string
  readonly cacheControl: string
  /** `Access-Control-Allow-Origin: *`, for web players on other sites. */
  readonly forOtherSites: boolean
  /** Search engines are told to keep nothing of it (`X-Robots-Tag: noindex`). */
  readonly isPrivate?: true
}

/** An address of the site that moved. */
export type Redirect = {
  /** Below the site, decoded, without a final `/`. */
  readonly from: string
  /** A file, a page (asked for with a final `/` or without), or a folder, of which everything moves alike. */
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

/** Hosts and web servers for which a show can be made ready. */
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

/** The name of a host or a web server. */
export type HostName = (typeof hostNames)[number]

/**
 * The hosts for a show that names none: those that read plain files and ignore the files of other hosts. Apache is not one of
 * them: a server that does not allow a line of `.htaccess` answers every request with an error.
 */
export const defaultHosts: readonly HostName[] = ['netlify', 'cloudflare-pages', 'github-pages', 'gitlab-pages']

/** Whether a host can redirect from an old address to the new one. The other hosts serve nothing but files. */
const redirecting: Readonly<Record<HostName, boolean>> = {
  netlify: true,
  'cloudflare-pages': true,
  'github-pages': false,
  'gitlab-pages': true,
  apache: true,
  nginx: true,
  caddy: true,
  none: false,
}

/** Whether redirects work on every host on which the output may be served. */
export function redirectsEverywhere(hosts: readonly HostName[]): boolean {
  return hosts.length > 0 && hosts.every((host) => redirecting[host])
}
