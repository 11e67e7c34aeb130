import {present} from '../model/present.ts'
import {escapeHtml} from '../text/markup/html.ts'
import {htmlText} from '../text/markup/html-tokens.ts'
import {formatXml} from '../text/markup/xml.ts'
import {parseDate} from '../text/time/dates.ts'
import {attributeOf, childElement, childElements, childText, isElement, ownText, unknownElement} from './elements.ts'
import {packedText} from './packed-text.ts'
import {linked, mediaFile} from './rss-files.ts'
import {peopleOf, personFields} from './rss-people.ts'
import type {SourceElement} from './source-document.ts'
import type {FieldValue, LinkedMedia, SourceEpisode, SourceShow} from './source-show.ts'
import {tagValuesOf} from './tag-values.ts'
import {textHtml} from './text-notes.ts'

const read: ReadonlySet<string> = new Set(
  `title subtitle link id updated published summary content author contributor category rights icon logo generator
  entry`
    .split(/\s+/)
    .map((name) => `atom:${name}`),
)

/** A feed in Atom (RFC 4287). */
export function atomShow(feed: SourceElement, episodes: readonly SourceEpisode[]): SourceShow {
  const author = childElement(feed, 'atom:author')
  const tags = tagValuesOf(feed, 'show')
  return {
    format: 'atom',
    title: constructText(childElement(feed, 'atom:title')),
    fields: {
      ...present({
        description: emptyIsNone(constructText(childElement(feed, 'atom:subtitle'))),
        language: attributeOf(feed, 'xml:lang'),
        author: author === undefined ? undefined : childText(author, 'atom:name'),
        copyright: emptyIsNone(constructText(childElement(feed, 'atom:rights'))),
      }),
      ...tags.values,
    },
    isPrivate: false,
    ...present({
      siteUrl: linkOf(feed, 'alternate'),
      feedUrl: linkOf(feed, 'self'),
      podcastGuid: childText(feed, 'podcast:guid'),
      imageUrl: childText(feed, 'atom:logo', 'atom:icon'),
      olderUrl: linkOf(feed, 'prev-archive') ?? linkOf(feed, 'next'),
    }),
    episodes,
    unknown: childElements(feed)
      .filter(({name}) => !read.has(name) && !tags.understood.has(name) && name !== 'podcast:guid')
      .map(unknownElement),
  }
}

/** An entry of a feed in Atom. */
export function atomEpisode(entry: SourceElement): SourceEpisode {
  const media = childElements(entry, 'atom:link').flatMap((link): readonly LinkedMedia[] => {
    const url = attributeOf(link, 'href')
    if (attributeOf(link, 'rel') !== 'enclosure' || url === undefined) return []
    return [mediaFile(url, attributeOf(link, 'type'), attributeOf(link, 'length'), undefined)]
  })
  const pageUrl = linkOf(entry, 'alternate')
  const title = constructText(childElement(entry, 'atom:title'))
  const date = parseDate(childText(entry, 'atom:published', 'atom:updated') ?? '', 'UTC')
  const updated = parseDate(childText(entry, 'atom:updated') ?? '', 'UTC')
  const isUpdated = 'at' in date && 'at' in updated && updated.at > date.at
  const tags = tagValuesOf(entry, 'episode')
  const people = childElements(entry, 'atom:author').flatMap((author): readonly FieldValue[] => {
    const name = childText(author, 'atom:name')
    return name === undefined ? [] : [personFields(name, childText(author, 'atom:uri'), undefined)]
  })
  const words = childElements(entry, 'atom:category').flatMap((each) => attributeOf(each, 'term') ?? [])
  return {
    guid: childText(entry, 'atom:id') ?? media[0]?.url ?? pageUrl ?? title,
    title,
    ...('at' in date ? {publishedAt: date.at} : {}),
    fields: {
      ...(isUpdated ? {updated: updated.at.toISOString()} : {}),
      ...present({
        hosts: people.length === 0 ? undefined : people,
        tags: words.length === 0 ? undefined : words,
        summary: emptyIsNone(constructText(childElement(entry, 'atom:summary'))),
      }),
      ...peopleOf(entry),
      ...tags.values,
    },
    notesHtml: packedText(constructHtml(childElement(entry, 'atom:content') ?? childElement(entry, 'atom:summary'))),
    ...present({pageUrl}),
    media,
    files: linked('picture', attributeOf(childElement(entry, 'media:thumbnail'), 'url')),
    unknown: childElements(entry)
      .filter(({name}) => !read.has(name) && !tags.understood.has(name) && name !== 'podcast:person')
      .map(unknownElement),
  }
}

function linkOf(parent: SourceElement, rel: string): string | undefined {
  return attributeOf(
    childElements(parent, 'atom:link').find((link) => (attributeOf(link, 'rel') ?? 'alternate') === rel),
    'href',
  )
}

/** A text construct (RFC 4287, 3.1) as HTML. */
function constructHtml(element: SourceElement | undefined): string {
  if (element === undefined) return ''
  const type = attributeOf(element, 'type') ?? 'text'
  if (type === 'html' || type === 'text/html') return ownText(element)
  if (type === 'xhtml') {
    const [box] = childElements(element)
    return (box ?? element).children
      .map((child) => (isElement(child) ? formatXml(asHtml(child)) : textOf(child)))
      .join('')
  }
  return textHtml(ownText(element))
}

function textOf(child: SourceElement['children'][number]): string {
  return typeof child === 'string' ? escapeHtml(child) : ''
}

function asHtml(element: SourceElement): SourceElement {
  const name = element.name.replace(/^xhtml:|^\{\}/, '')
  const children = element.children.map((child) => (isElement(child) ? asHtml(child) : child))
  return {name, attributes: element.attributes, children}
}

function constructText(element: SourceElement | undefined): string {
  return htmlText(constructHtml(element)).replace(/\s+/g, ' ').trim()
}

function emptyIsNone(text: string): string | undefined {
  return text === '' ? undefined : text
}
