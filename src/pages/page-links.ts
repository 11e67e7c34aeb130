import type {AbsoluteUrl} from '../model/absolute-url.ts'

/** Where a page is, and where its site begins. */
export type LinkBase = {
  readonly url: AbsoluteUrl
  readonly siteUrl: AbsoluteUrl
  /** Links begin at the root of the host and not at the page, because the page answers at any address (404). */
  readonly isAnywhere?: true
}

/** Whether a picture lies on the site itself. No other host may learn who looks at a page before a click. */
export function isOwn(address: string, {siteUrl}: Pick<LinkBase, 'siteUrl'>): boolean {
  return address.startsWith(siteUrl) || originOf(address) === originOf(siteUrl)
}

export function originOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).origin : undefined
}

/**
 * An address as a page writes it. It is relative if it leads to the same site, so that a copy of the folder works under any
 * address, in a preview, and from a disk. Canonical links and feeds stay absolute.
 */
export function pageLink(target: string, base: LinkBase): string {
  if (!target.startsWith(base.siteUrl)) return target
  const path = target.slice(base.siteUrl.length)
  return pageRoot(base) + path || './'
}

/** From the page to the root of the site: `../../`, or nothing. */
export function pageRoot({url, siteUrl, isAnywhere}: LinkBase): string {
  if (isAnywhere) return new URL(siteUrl).pathname
  const path = url.slice(siteUrl.length).split(/[?#]/)[0] ?? ''
  return '../'.repeat(path.split('/').length - 1)
}
