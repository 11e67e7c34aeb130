import {present} from '../../model/present.ts'
import {readFrontMatter} from '../../read/data/front-matter.ts'
import {podcastGuidOf} from '../../read/episode/identity.ts'
import type {ShowSettings} from '../../sources/files/show-text.ts'
import type {SourceShow} from '../../sources/source-show.ts'

export type ShowAim = {
  /** Where the author wants to publish it. */
  readonly site?: string
  /** The cover: a file or an address. */
  readonly image?: string
  /** Whether the feed of the source stays the one that subscribers have. */
  readonly isCopy: boolean
  /** The text of `show.yaml` as an earlier import made it, maybe from another host. */
  readonly earlier?: string
}

/** What `show.yaml` says that the source does not: where the show will be, and what subscribers know it by. */
export function showSettings(source: string, show: SourceShow, {site, image, isCopy, earlier}: ShowAim): ShowSettings {
  const known = identityIn(earlier)
  // An export is no feed, wherever it was fetched from.
  const feedUrl = /^https?:/i.test(source) && show.format !== 'wordpress' ? source : show.feedUrl
  const siteUrl = withSlash(site ?? show.siteUrl ?? 'https://example.org/')
  // Every tool derives this identity in the same way, from the address that subscribers had first. Another host does not change it.
  const guid = show.podcastGuid ?? known.guid ?? podcastGuidOf(feedUrl ?? new URL('feed.xml', siteUrl).href)
  // The address of a private feed is a secret; that of a channel is no feed of a podcast.
  const isSecret = show.isPrivate || show.format === 'youtube'
  const feedPath = show.isPrivate ? undefined : pathBelow(siteUrl, feedUrl)
  const isElsewhere = feedPath === undefined && feedUrl !== undefined && !isSecret
  // Who subscribed at an earlier host comes from there.
  const oldFeedUrls = [...new Set([...known.oldFeedUrls, ...(isElsewhere ? [feedUrl] : [])])]
  // The feed of a copy has its usual path, and leaves no other one behind.
  if (isCopy) return {siteUrl, guid, ...present({image})}
  return {
    siteUrl,
    guid,
    ...present({image}),
    ...(feedPath === undefined ? {} : {feedPath}),
    ...present({oldFeedUrls: oldFeedUrls.length === 0 ? undefined : oldFeedUrls}),
  }
}

type KnownIdentity = {readonly guid?: string; readonly oldFeedUrls: readonly string[]}

function identityIn(showText: string | undefined): KnownIdentity {
  const {guid, old_feed_urls: urls} =
    showText === undefined ? {} : readFrontMatter(`---\n${showText}---\n`, 'show.yaml').data
  const oldFeedUrls = Array.isArray(urls) ? urls.filter((url) => typeof url === 'string') : []
  return {oldFeedUrls, ...present({guid: typeof guid === 'string' ? guid : undefined})}
}

/** A host that sends subscribers to the copy says so in its own feed. The copy itself sends nobody anywhere. */
export function withoutMoves(show: SourceShow): SourceShow {
  const {new_feed_url: _, ...fields} = show.fields
  return {...show, fields}
}

/** Some feeds name their page as people say it: `trains.example`. */
function withSlash(written: string): string {
  const url = /^[\w-]+(?:\.[\w-]+)+(?:\/|$)/.test(written) ? `https://${written}` : written
  if (!URL.canParse(url)) return url
  const {origin, pathname} = new URL(url)
  return `${origin}${pathname.replace(/\/(?:index\.html?)?$/, '').replace(/\/?$/, '/')}`
}

/** The path of a feed that lies below the site. Such a feed stays where it is. */
function pathBelow(siteUrl: string, feedUrl: string | undefined): string | undefined {
  if (feedUrl === undefined || !URL.canParse(feedUrl) || !URL.canParse(siteUrl)) return undefined
  const [site, feed] = [new URL(siteUrl), new URL(feedUrl)]
  const path = feed.pathname.slice(site.pathname.length)
  const isBelow = site.host === feed.host && feed.pathname.startsWith(site.pathname) && feed.search === ''
  return isBelow && /^[\w./-]+\.[a-z]+$/i.test(path) ? path : undefined
}
