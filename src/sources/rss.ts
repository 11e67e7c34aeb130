import {present} from '../model/present.ts'
import {htmlText} from '../text/markup/html-tokens.ts'
import {attributeOf, childElement, childElements, childText, ownText, unknownElement} from './elements.ts'
import {isYes} from './rss-item.ts'
import {peopleOf} from './rss-people.ts'
import type {SourceElement} from './source-document.ts'
import type {FieldValue, SourceEpisode, SourceShow, WrittenFields} from './source-show.ts'
import {tagValuesOf} from './tag-values.ts'

/** Elements that have a field here, or that every feed gets from its maker. */
const read: ReadonlySet<string> = new Set([
  'title',
  'link',
  'description',
  'language',
  'copyright',
  'image',
  'item',
  'generator',
  'lastBuildDate',
  'pubDate',
  'docs',
  'ttl',
  'category',
  'managingEditor',
  'webMaster',
  'itunes:author',
  'itunes:owner',
  'itunes:image',
  'itunes:category',
  'itunes:explicit',
  'itunes:type',
  'itunes:complete',
  'itunes:block',
  'itunes:new-feed-url',
  'itunes:subtitle',
  'itunes:summary',
  'podcast:guid',
  'podcast:person',
  'podcast:trailer',
  'atom:link',
  'fh:archive',
  'fh:complete',
])

/** A feed in RSS, of any maker. */
export function rssShow(channel: SourceElement, episodes: readonly SourceEpisode[]): SourceShow {
  const tags = tagValuesOf(channel, 'show')
  const owner = childElement(channel, 'itunes:owner')
  const ownerEmail = owner === undefined ? undefined : childText(owner, 'itunes:email')
  const fields: WrittenFields = {
    ...textsOf(channel),
    ...present({owner: ownerEmail === undefined ? undefined : ownerOf(owner, ownerEmail)}),
    ...flagsOf(channel),
    ...peopleOf(channel),
    ...linksOf(channel),
    ...tags.values,
  }
  const image = childElement(channel, 'image')
  const locked = childElement(channel, 'podcast:locked')
  const link = (rel: string) =>
    attributeOf(
      childElements(channel, 'atom:link').find((each) => attributeOf(each, 'rel') === rel),
      'href',
    )
  return {
    format: 'rss',
    title: htmlText(childText(channel, 'title') ?? '').trim(),
    fields,
    isPrivate: fields.block === true,
    ...present({
      siteUrl: childText(channel, 'link'),
      feedUrl: link('self'),
      podcastGuid: childText(channel, 'podcast:guid'),
      imageUrl:
        attributeOf(childElement(channel, 'itunes:image'), 'href') ??
        (image === undefined ? undefined : childText(image, 'url')),
      ownerEmail,
      locked: locked === undefined ? undefined : lockedOf(locked),
      // RFC 5005: older documents of an archived or a paged feed.
      olderUrl: link('prev-archive') ?? link('next'),
    }),
    episodes,
    unknown: [
      ...childElements(channel).filter(({name}) => !read.has(name) && !tags.understood.has(name)),
      ...lostTrailers(channel, episodes),
    ].map(unknownElement),
  }
}

/** A build makes the element of each episode that is a trailer. A trailer that is no item here would be lost. */
function lostTrailers(channel: SourceElement, episodes: readonly SourceEpisode[]): readonly SourceElement[] {
  const trailers = childElements(channel, 'podcast:trailer')
  if (trailers.length === 0) return []
  const items = new Set(episodes.flatMap(({media}) => media.map(({url}) => url)))
  return trailers.filter((trailer) => !items.has(attributeOf(trailer, 'url') ?? ''))
}

function textsOf(channel: SourceElement): WrittenFields {
  const text = (...names: readonly string[]) => {
    const found = childText(channel, ...names)
    return found === undefined ? undefined : htmlText(found).trim()
  }
  return present({
    subtitle: text('itunes:subtitle'),
    description: text('description', 'itunes:summary'),
    language: text('language')?.replace('_', '-'),
    author: text('itunes:author'),
    copyright: text('copyright'),
  })
}

function ownerOf(owner: SourceElement | undefined, email: string): FieldValue {
  const name = owner === undefined ? undefined : childText(owner, 'itunes:name')
  return {...present({name}), email}
}

function lockedOf(element: SourceElement): NonNullable<SourceShow['locked']> {
  // Fireside writes `email`.
  const owner = attributeOf(element, 'owner') ?? attributeOf(element, 'email')
  return {isLocked: isYes(ownText(element)), ...present({owner})}
}

function flagsOf(channel: SourceElement): WrittenFields {
  const categories = childElements(channel, 'itunes:category').flatMap(categoryNames)
  const isBlocked =
    isYes(childText(channel, 'itunes:block')) ||
    childElements(channel, 'podcast:block').some(
      (each) => attributeOf(each, 'id') === undefined && isYes(ownText(each)),
    )
  const explicit = childText(channel, 'itunes:explicit')
  return present({
    categories: categories.length === 0 ? undefined : [...new Set(categories)],
    explicit: explicit === undefined ? undefined : isYes(explicit),
    type: childText(channel, 'itunes:type')?.toLowerCase() === 'serial' ? 'serial' : undefined,
    complete: isYes(childText(channel, 'itunes:complete')) ? true : undefined,
    block: isBlocked ? true : undefined,
    new_feed_url: childText(channel, 'itunes:new-feed-url'),
  })
}

function categoryNames(category: SourceElement): readonly string[] {
  const name = attributeOf(category, 'text')
  if (name === undefined) return []
  const inner = childElements(category, 'itunes:category').flatMap((each) => attributeOf(each, 'text') ?? [])
  return inner.length === 0 ? [name] : inner.map((each) => `${name} > ${each}`)
}

function linksOf(channel: SourceElement): WrittenFields {
  const hubs = childElements(channel, 'atom:link').flatMap((link) =>
    attributeOf(link, 'rel') === 'hub' ? (attributeOf(link, 'href') ?? []) : [],
  )
  return hubs.length === 0 ? {} : {hubs}
}
