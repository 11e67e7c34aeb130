import type {AbsoluteUrl} from '../model/absolute-url.ts'
import type {ImageLink} from '../model/feed.ts'
import {type PictureFormat, resizedPath} from '../model/pictures-of-pages.ts'
import {siteAddress} from '../model/site-paths.ts'
import {type Html, html} from '../text/markup/html.ts'
import {isOwn, type LinkBase, pageLink} from './page-links.ts'

type Site = Pick<LinkBase, 'siteUrl'>

type Shown = {
  readonly class?: string
  readonly widthInPixels: number
  /** How wide it stands on which screens, as `sizes` of HTML says it. If absent, it has its own width. */
  readonly sizes?: string
  readonly isLazy?: true
  /** Of the site that has the picture, if that is not the site of the page. */
  readonly siteUrl?: AbsoluteUrl
}

/** A picture of the site in the size that the screen needs, WebP first. Empty for a picture on another host. */
export function pictureOf(image: ImageLink | undefined, base: LinkBase, shown: Shown): Html | undefined {
  if (image === undefined || !isOwn(image.url, base)) return undefined
  const {widths = []} = image
  const site = {siteUrl: shown.siteUrl ?? base.siteUrl}
  const height = heightOf(image, shown.widthInPixels)
  const size = html`alt="" width="${shown.widthInPixels}" height="${height}"${shown.isLazy === true && html` loading="lazy"`}`
  const named = shown.class !== undefined && html` class="${shown.class}"`
  if (widths.length === 0) return html`<img${named} src="${pageLink(image.url, base)}" ${size}>`
  const sizes = shown.sizes ?? `${shown.widthInPixels}px`
  const set = (format: PictureFormat) =>
    widths.map((width) => `${pageLink(resized(image.url, width, format, site), base)} ${width}w`).join(', ')
  const usual = pageLink(resizedAddress(image, site, shown.widthInPixels * 2), base)
  return html`<picture><source type="image/webp" srcset="${set('webp')}" sizes="${sizes}"><img${named} src="${usual}" srcset="${set('jpg')}" sizes="${sizes}" ${size}></picture>`
}

function heightOf({facts}: ImageLink, width: number): number {
  return facts === undefined ? width : Math.round((width * facts.heightInPixels) / facts.widthInPixels)
}

/** The address of the picture as JPEG, at least this wide if it is published so wide, else the picture as the author has it. */
export function resizedAddress({url, widths = []}: ImageLink, site: Site, leastWidth: number): AbsoluteUrl {
  const width = widths.find((each) => each >= leastWidth) ?? widths.at(-1)
  return width === undefined ? url : resized(url, width, 'jpg', site)
}

function resized(url: AbsoluteUrl, widthInPixels: number, format: PictureFormat, {siteUrl}: Site): AbsoluteUrl {
  return siteAddress(siteUrl, decodeURI(resizedPath(url.slice(siteUrl.length), {widthInPixels, format})))
}
