import {present} from '../../model/present.ts'
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
}

/** What `show.yaml` says that the source does not: where the show will be, and what subscribers know it by. */
export function showSettings(source: string, show: SourceShow, {site, image, isCopy}: ShowAim): ShowSettings {
  const feedUrl = /^https?:/i.test(source) ? source : show.feedUrl
  const siteUrl = withSlash(site ?? show.siteUrl ?? 'https://example.org/')
  // Every tool derives this identity in the same way, from the address that subscribers have.
  const guid = show.podcastGuid ?? podcastGuidOf(feedUrl ?? new URL('feed.xml', siteUrl).href)
  // The address of a private feed is a secret; that of a channel is no feed of a podcast.
  const isSecret = show.isPrivate || show.format === 'youtube'
  const feedPath = show.isPrivate ? undefined : pathBelow(siteUrl, feedUrl)
  // The feed of a copy has its usual path, and leaves no other one behind.
  if (isCopy) return {siteUrl, guid, ...present({image})}
  return {
    siteUrl,
    guid,
    ...present({image}),
    ...(feedPath === undefined ? {} : {feedPath}),
    ...(feedPath !== undefined || feedUrl === undefined || isSecret ? {} : {oldFeedUrl: feedUrl}),
  }
}

/** A host that sends subscribers to the copy says so in its own feed. The copy itself sends nobody anywhere. */
export function withoutMoves(show: SourceShow): SourceShow {
  const {new_feed_url: _, ...fields} = show.fields
  return {...show, fields}
}

function withSlash(url: string): string {
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
