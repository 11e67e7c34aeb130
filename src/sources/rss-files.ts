import {parseDuration} from '../text/time/durations.ts'
import {attributeOf, childElement, childElements, childText} from './elements.ts'
import type {SourceElement} from './source-document.ts'
import type {LinkedFile, LinkedMedia} from './source-show.ts'

/** What is downloaded of an item: its enclosure or, without one, the files of `media:content` that are no page with a player. */
export function mediaOf(item: SourceElement): readonly LinkedMedia[] {
  const durationInSeconds = parseDuration(childText(item, 'itunes:duration') ?? '')
  const enclosures = enclosuresOf(item).taken.flatMap((element): readonly LinkedMedia[] => {
    const url = attributeOf(element, 'url')
    if (url === undefined) return []
    return [mediaFile(url, attributeOf(element, 'type'), attributeOf(element, 'length'), durationInSeconds)]
  })
  if (enclosures.length > 0) return enclosures
  const groups = [item, ...childElements(item, 'media:group')]
  return groups
    .flatMap((group) => childElements(group, 'media:content'))
    .flatMap((element): readonly LinkedMedia[] => {
      const [url, type] = [attributeOf(element, 'url'), attributeOf(element, 'type')]
      const medium = attributeOf(element, 'medium') ?? type?.split('/')[0]
      if (url === undefined || (medium !== 'audio' && medium !== 'video')) return []
      const seconds = parseDuration(attributeOf(element, 'duration') ?? '') ?? durationInSeconds
      return [mediaFile(url, type, attributeOf(element, 'fileSize'), seconds)]
    })
}

/** What nobody can hear or see a film of: pictures, papers, slides. */
export const otherTypes = /^(?:image|text|font)\/|^application\/(?:pdf|json|zip|epub)/i

/** The enclosures of an item that are its media, and those that lie beside them. A paper is left where there is something to hear. */
export function enclosuresOf(item: SourceElement): Readonly<Record<'taken' | 'left', readonly SourceElement[]>> {
  const all = childElements(item, 'enclosure')
  const typeOf = (element: SourceElement) => attributeOf(element, 'type') ?? ''
  const played = all.filter((element) => !otherTypes.test(typeOf(element)))
  const taken = played.length > 0 ? played : all.filter((element) => !/^image\//i.test(typeOf(element)))
  return {taken, left: taken.length === all.length ? [] : all.filter((element) => !taken.includes(element))}
}

/** A length of 0 means that nobody knows. Some hosts that do not know write one or two bytes. */
const fewestBytes = 16

export function mediaFile(
  url: string,
  mimeType: string | undefined,
  length: string | undefined,
  durationInSeconds: number | undefined,
): LinkedMedia {
  const sizeInBytes = /^\d{1,15}$/.test(length ?? '') ? Number(length) : 0
  return {
    url,
    ...(mimeType?.includes('/') ? {mimeType: mimeType.toLowerCase()} : {}),
    ...(sizeInBytes < fewestBytes ? {} : {sizeInBytes}),
    ...(durationInSeconds === undefined || durationInSeconds <= 0 ? {} : {durationInSeconds}),
  }
}

/** Transcripts, chapters and the picture of an item, by their addresses. */
export function linkedFilesOf(item: SourceElement): readonly LinkedFile[] {
  const transcripts = childElements(item, 'podcast:transcript').flatMap((element) =>
    linked('transcript', attributeOf(element, 'url'), attributeOf(element, 'type'), attributeOf(element, 'language')),
  )
  const chapters = childElement(item, 'podcast:chapters')
  return [
    ...transcripts,
    ...linked('chapters', attributeOf(chapters, 'url'), attributeOf(chapters, 'type')),
    ...linked('picture', attributeOf(childElement(item, 'itunes:image'), 'href')),
  ]
}

export function linked(
  role: LinkedFile['role'],
  url: string | undefined,
  mimeType?: string,
  language?: string,
): readonly LinkedFile[] {
  if (url === undefined || !/^https?:\/\//i.test(url)) return []
  return [{role, url, ...(mimeType === undefined ? {} : {mimeType}), ...(language === undefined ? {} : {language})}]
}
