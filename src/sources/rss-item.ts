import {present} from '../model/present.ts'
import {htmlText} from '../text/markup/html-tokens.ts'
import {parseDate} from '../text/time/dates.ts'
import {attributeOf, childElement, childElements, childText, ownText, unknownElement} from './elements.ts'
import {packedText} from './packed-text.ts'
import {enclosuresOf, linkedFilesOf, mediaOf} from './rss-files.ts'
import {peopleOf} from './rss-people.ts'
import type {SourceElement} from './source-document.ts'
import type {FieldValue, SourceEpisode, UnknownElement, WrittenFields} from './source-show.ts'
import {tagValuesOf} from './tag-values.ts'
import {typedNotesHtml} from './text-notes.ts'

/** Elements that have a field of their own here, or that only repeat other elements. */
const read: ReadonlySet<string> = new Set([
  'title',
  'link',
  'guid',
  'pubDate',
  'description',
  'content:encoded',
  'enclosure',
  'category',
  'itunes:title',
  'itunes:keywords',
  'itunes:subtitle',
  'itunes:summary',
  'itunes:author',
  'itunes:duration',
  'itunes:explicit',
  'itunes:season',
  'itunes:episode',
  'itunes:episodeType',
  'itunes:image',
  'itunes:block',
  'podcast:season',
  'podcast:episode',
  'podcast:person',
  'podcast:transcript',
  'podcast:chapters',
  'psc:chapters',
  'media:content',
  'media:group',
  'media:title',
  'media:thumbnail',
  'dc:creator',
  'dc:date',
  'atom:updated',
  'atom:link',
  'comments',
])

/** An item of RSS. `readNotes` makes HTML of what the item has as its notes. */
export function rssItem(item: SourceElement, readNotes = typedNotesHtml): SourceEpisode {
  const tags = tagValuesOf(item, 'episode')
  const media = mediaOf(item)
  const pageUrl = childText(item, 'link')
  const title = childText(item, 'title', 'itunes:title', 'media:title') ?? ''
  const guid = childText(item, 'guid') ?? media[0]?.url ?? pageUrl ?? title
  const publishedAt = dateOf(item, 'pubDate', 'dc:date')
  const updated = dateOf(item, 'atom:updated')
  const notesHtml = readNotes(notesOf(item))
  const {short_title: _, ...values} = tags.values
  return {
    guid,
    title: htmlText(title).trim(),
    ...present({publishedAt}),
    fields: {
      ...shortTitle(item, title),
      ...present({updated: updated?.toISOString()}),
      ...numbersOf(item),
      ...flagsOf(item),
      ...textsOf(item, notesHtml),
      ...peopleOf(item),
      ...chaptersOf(item),
      ...values,
    },
    notesHtml: packedText(notesHtml),
    ...present({pageUrl}),
    media,
    files: linkedFilesOf(item),
    unknown: unknownOf(item, tags.understood),
  }
}

function dateOf(item: SourceElement, ...names: readonly string[]): Date | undefined {
  const text = childText(item, ...names)
  const date = text === undefined ? undefined : parseDate(text, 'UTC')
  return date !== undefined && 'at' in date ? date.at : undefined
}

/** Apple asks for a title without the number and the name of the show: many feeds have both titles. */
function shortTitle(item: SourceElement, title: string): WrittenFields {
  const short = htmlText(childText(item, 'itunes:title') ?? '').trim()
  return short === '' || short === htmlText(title).trim() ? {} : {short_title: short}
}

function notesOf(item: SourceElement): string {
  return childText(item, 'content:encoded', 'description', 'itunes:summary') ?? ''
}

function numbersOf(item: SourceElement): WrittenFields {
  const season = childElement(item, 'podcast:season')
  const seasonNumber = countOf(ownText(season)) ?? countOf(childText(item, 'itunes:season'))
  const number = decimalOf(childText(item, 'podcast:episode')) ?? countOf(childText(item, 'itunes:episode'))
  return present({season: seasonNumber, season_name: attributeOf(season, 'name'), episode: number})
}

function countOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : undefined
}

function decimalOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : undefined
}

export function isYes(text: string | undefined): boolean {
  return /^(?:yes|true|explicit)$/i.test(text ?? '')
}

function flagsOf(item: SourceElement): WrittenFields {
  const type = childText(item, 'itunes:episodeType')?.toLowerCase()
  const explicitText = childText(item, 'itunes:explicit')
  const explicit = explicitText === undefined ? undefined : isYes(explicitText)
  return present({
    type: type === 'trailer' || type === 'bonus' ? type : undefined,
    explicit,
    block: isYes(childText(item, 'itunes:block')) ? true : undefined,
  })
}

function textsOf(item: SourceElement, notesHtml: string): WrittenFields {
  // Most items have no text beside the notes that these must be read for.
  let notes: string | undefined
  const beginsNotes = (text: string) => {
    notes ??= plain(notesHtml)
    return notes.startsWith(text.replace(/(?:…|\.{3})$/, '').trim())
  }
  // A summary that only repeats the beginning of the notes is left out: a build makes it from the notes again.
  const own = (text: string | undefined) => {
    const read = text === undefined ? '' : plain(text)
    return read === '' || beginsNotes(read) ? undefined : read
  }
  const description = childElement(item, 'content:encoded') === undefined ? undefined : childText(item, 'description')
  const words = [
    ...childElements(item, 'category').map(ownText),
    ...(childText(item, 'itunes:keywords') ?? '').split(','),
  ]
  const tags = [...new Set(words.map((word) => word.trim()))].filter((word) => word !== '')
  return present({
    subtitle: own(childText(item, 'itunes:subtitle')),
    summary: own(childText(item, 'itunes:summary')) ?? own(summaryIn(description, beginsNotes)),
    tags: tags.length === 0 ? undefined : tags,
  })
}

/** If a description is not the beginning of the notes, it is a summary, or its first paragraph is one. */
function summaryIn(description: string | undefined, beginsNotes: (text: string) => boolean): string | undefined {
  if (description === undefined || !/<[a-z][^>]*>/i.test(description)) return description
  const [whole, first] = /^\s*<p>([\s\S]*?)<\/p>/i.exec(description) ?? []
  if (whole === undefined) return undefined
  const rest = plain(description.slice(whole.length))
  return /^(?:…|\.{3})?$/.test(rest) || !beginsNotes(rest) ? undefined : first
}

function plain(html: string): string {
  return htmlText(html).replace(/\s+/g, ' ').trim()
}

/** Chapters in the item itself (Podlove Simple Chapters, https://podlove.org/simple-chapters/). */
function chaptersOf(item: SourceElement): WrittenFields {
  const list = childElements(item, 'psc:chapters').flatMap((chapters) => childElements(chapters, 'psc:chapter'))
  const written = list.flatMap((chapter): readonly FieldValue[] => {
    const [start, title] = [attributeOf(chapter, 'start'), attributeOf(chapter, 'title')]
    if (start === undefined || title === undefined) return []
    return [{start, title, ...present({url: attributeOf(chapter, 'href'), image: attributeOf(chapter, 'image')})}]
  })
  return written.length === 0 ? {} : {chapters: written}
}

function unknownOf(item: SourceElement, understood: ReadonlySet<string>): readonly UnknownElement[] {
  const others = childElements(item).filter(({name}) => !read.has(name) && !understood.has(name))
  return [...others, ...enclosuresOf(item).left].map(unknownElement)
}
