import type {AdoptedShow} from '../../adopt/adopted-show.ts'
import type {Identity} from '../../adopt/adopted-text.ts'
import {plainTitle} from '../../adopt/joinable.ts'
import {mostCommon} from '../../adopt/live-facts.ts'
import {comparableName, type Repository, type Sourced} from '../../adopt/repository.ts'
import type {FieldValue, SourceShow} from '../../sources/source-show.ts'
import {bareMediaUrl} from '../../text/addresses/analytics-prefixes.ts'
import {percentDecoded} from '../../text/addresses/percent-decoded.ts'
import {hostOfPodcasts} from '../../text/addresses/podcast-hosts.ts'

/** The facts of the show as its live feed has them. The values that subscribers have count more than those in files. */
export function withLiveFacts(
  show: AdoptedShow,
  live: SourceShow,
  mediaNames: readonly string[],
  files: readonly string[],
): AdoptedShow {
  const {fields} = live
  const facts: Record<string, Sourced<string>> = {...show.facts}
  const take = (field: string, value: FieldValue | undefined, tag: string) => {
    if (typeof value === 'string' && value !== '') facts[field] = {value, from: `the live feed, <${tag}>`}
  }
  take('title', live.title, 'title')
  take('description', fields.description, 'description')
  take('subtitle', fields.subtitle, 'itunes:subtitle')
  take('author', fields.author, 'itunes:author')
  take('language', fields.language, 'language')
  take('copyright', fields.copyright, 'copyright')
  take('explicit', fields.explicit === undefined ? undefined : String(fields.explicit), 'itunes:explicit')
  // A page at a host is no place where the show could be published.
  if (facts.site_url === undefined && hostOfPodcasts(live.siteUrl ?? '') === undefined) {
    take('site_url', live.siteUrl, 'link')
  }
  if (facts.image === undefined) {
    const own = fileNamedAs(live.imageUrl, files, show.folder)
    if (own === undefined) take('image', live.imageUrl, 'itunes:image')
    else facts.image = {value: own, from: 'the live feed, <itunes:image>, and a file here with that name'}
  }
  take('categories', Array.isArray(fields.categories) ? fields.categories.join(', ') : undefined, 'itunes:category')
  const {owner} = fields
  if (typeof owner === 'object' && 'email' in owner) {
    take('owner_name', owner.name, 'itunes:owner')
    take('email', owner.email, 'itunes:owner')
  }
  return {...show, facts, ...mediaHabit(live, mediaNames)}
}

/** The file of the repository that an address of the live feed is likely to serve. Pages show no picture of another host. */
function fileNamedAs(url: string | undefined, files: readonly string[], folder: string): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  const name = comparableName(percentDecoded(new URL(url).pathname))
  const start = folder === '' ? '' : `${folder}/`
  const found = files.filter((file) => file.startsWith(start) && comparableName(file) === name)
  return name !== '' && found.length === 1 ? found[0]?.slice(start.length) : undefined
}

/** The address that stands before bare file names, as most enclosures have it. */
function mediaHabit({episodes}: SourceShow, mediaNames: readonly string[]): Pick<AdoptedShow, 'mediaUrl'> {
  const names = new Set(mediaNames)
  const bases = episodes.flatMap(({media}) => {
    const bare = bareMediaUrl(media[0]?.url ?? '').replace(/[?#].*$/, '')
    const name = bare.slice(bare.lastIndexOf('/') + 1)
    return name !== '' && (names.has(name) || names.has(percentDecoded(name))) ? [bare.slice(0, -name.length)] : []
  })
  const base = mostCommon(bases)
  return base === undefined ? {} : {mediaUrl: {value: base, from: 'the live feed: enclosures begin with it'}}
}

/**
 * The identity of the feed: its guid, and the address at which subscribers have it. `derived` is the guid that follows from that
 * address, where it is known.
 */
export function feedIdentityOf(
  live: SourceShow,
  feedUrl: string | undefined,
  siteUrl: string | undefined,
  derived: string | undefined,
): Identity {
  const own =
    live.podcastGuid === undefined ? undefined : {value: live.podcastGuid, from: 'the live feed, <podcast:guid>'}
  const ofAddress =
    derived === undefined
      ? undefined
      : {value: derived, from: 'follows from the address of the live feed, as every tool derives it'}
  const guid = own ?? ofAddress
  const identity = guid === undefined ? {} : {guid}
  if (feedUrl === undefined) return identity
  const path = siteUrl === undefined ? undefined : pathBelow(siteUrl, feedUrl)
  if (path !== undefined) return {...identity, feedPath: {value: path, from: 'where the live feed is'}}
  return {...identity, oldFeedUrl: {value: feedUrl, from: 'where the live feed is: let it redirect'}}
}

function pathBelow(siteUrl: string, feedUrl: string): string | undefined {
  if (!URL.canParse(siteUrl) || !URL.canParse(feedUrl)) return undefined
  const [site, feed] = [new URL(siteUrl), new URL(feedUrl)]
  const start = site.pathname.replace(/\/?$/, '/')
  const path = feed.pathname.slice(start.length)
  return site.host === feed.host && feed.pathname.startsWith(start) && feed.search === '' && path !== ''
    ? path
    : undefined
}

/** Of several shows the one that a live feed is of: the one whose files have most of the titles in it. */
export function showOfFeed(
  shows: readonly AdoptedShow[],
  {pages}: Repository,
  live: SourceShow,
): AdoptedShow | undefined {
  if (shows.length < 2) return shows[0]
  const titles = new Set(live.episodes.map(({title}) => plainTitle(title)))
  const counts = shows.map(({folder}) => {
    const own = pages.filter(({file}) => folder === '' || file.startsWith(`${folder}/`))
    return own.filter(({data: {title}}) => typeof title === 'string' && titles.has(plainTitle(title))).length
  })
  const most = Math.max(...counts)
  return most === 0 ? undefined : shows[counts.indexOf(most)]
}
