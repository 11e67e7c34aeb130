import {present} from '../model/present.ts'
import {parseDate} from '../text/time/dates.ts'
import {childElement, childText} from './elements.ts'
import {packedText} from './packed-text.ts'
import type {SourceElement} from './source-document.ts'
import type {SourceEpisode, SourceShow} from './source-show.ts'
import {textHtml} from './text-notes.ts'

/** The feed of a channel or a playlist: the newest fifteen films, each a hosted video. Captions lie beside it in files, if at all. */
export function youTubeShow(feed: SourceElement, episodes: readonly SourceEpisode[]): SourceShow {
  const author = childElement(feed, 'atom:author')
  return {
    format: 'youtube',
    title: childText(feed, 'atom:title') ?? '',
    fields: present({author: author === undefined ? undefined : childText(author, 'atom:name')}),
    isPrivate: false,
    ...present({siteUrl: author === undefined ? undefined : childText(author, 'atom:uri')}),
    episodes: episodes.filter(({fields}) => fields.youtube !== undefined),
    unknown: [],
  }
}

/** `undefined` if the entry is none of YouTube's. */
export function filmOf(entry: SourceElement): SourceEpisode | undefined {
  const id = childText(entry, 'yt:videoId')
  if (id === undefined) return undefined
  const group = childElement(entry, 'media:group')
  const description = group === undefined ? undefined : childText(group, 'media:description')
  const date = parseDate(childText(entry, 'atom:published') ?? '', 'UTC')
  return {
    guid: childText(entry, 'atom:id') ?? `yt:video:${id}`,
    title: childText(entry, 'atom:title') ?? id,
    ...('at' in date ? {publishedAt: date.at} : {}),
    fields: {youtube: `https://www.youtube.com/watch?v=${id}`},
    notesHtml: packedText(textHtml(description ?? '')),
    media: [],
    files: [],
    unknown: [],
  }
}
