import type {AbsoluteUrl} from '../../model/absolute-url.ts'

/** Where a page is, and where its site begins. */
export type PagePlace = {readonly url: AbsoluteUrl; readonly siteUrl: AbsoluteUrl}

/**
 * An address as a page writes it: relative where it leads to the same site, so that a copy of the folder works under any
 * address, in a preview, and from a disk. Canonical links and feeds stay absolute.
 */
export function pageLink(target: string, {url, siteUrl}: PagePlace): string {
  if (!target.startsWith(siteUrl)) return target
  const path = target.slice(siteUrl.length)
  return pageRoot({url, siteUrl}) + path || './'
}

/** From the page to the root of the site: `../../`, or nothing. */
export function pageRoot({url, siteUrl}: PagePlace): string {
  const path = url.slice(siteUrl.length).split(/[?#]/)[0] ?? ''
  return '../'.repeat(path.split('/').length - 1)
}
