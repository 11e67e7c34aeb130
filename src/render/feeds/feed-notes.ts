import {descriptionBlock} from '../../chapters/description-block.ts'
import type {AbsoluteUrl} from '../../model/absolute-url.ts'
import type {Chapter} from '../../model/chapter.ts'
import type {HostedVideo} from '../../model/media.ts'
import type {Transcript} from '../../model/transcript.ts'
import {videoServiceNames} from '../../text/addresses/hosted-video.ts'
import {escapeHtml} from '../../text/markup/html.ts'
import {htmlText} from '../../text/markup/html-tokens.ts'
import {withoutIllegalXml} from '../../text/markup/xml-characters.ts'
import {type Words, wordsFor} from '../../words/words.ts'
import {describe} from '../notes/description.ts'
import {spokenLinks} from '../notes/spoken-links.ts'

export type FeedNotesSource = {
  /** The show notes, allow-listed for feeds. */
  readonly notesHtml: string
  /** The author's own words about the episode, if there are any beside the notes. */
  readonly summary?: string
  readonly chapters: readonly Chapter[]
  /** Whether lines of the notes list the chapters already. */
  readonly listsChapters: boolean
  readonly hostedVideo?: HostedVideo
  /** The links of the transcript. Absent if the show does not want them in the notes. */
  readonly transcript?: Transcript
  /** The page of the episode. */
  readonly url: AbsoluteUrl
  readonly language: string
}

export type FeedNotes = {
  /** All of it, for `content:encoded`, Atom and JSON Feed. */
  readonly notesHtml: string
  /** For `description` of RSS. Absent if it would be the same as the notes. */
  readonly descriptionHtml?: string
  readonly isCut: boolean
}

/** The notes of an episode for feeds, in the two forms that apps read. */
export function feedNotes(source: FeedNotesSource): FeedNotes {
  const {words} = wordsFor(source.language)
  const {summary = '', url, transcript} = source
  const links = transcript === undefined ? '' : spokenLinks(transcript, source.notesHtml, url, words.mentioned)
  const body = joined(source.notesHtml, links)
  const tail = joined(videoLink(source, words), chapterLines(source))
  const lead = paragraphs(isSaid(summary, source.notesHtml) ? '' : summary)
  // Apps show these notes instead of the summary, so without notes the summary comes first.
  const notesHtml = joined(body === '' && tail !== '' ? lead : '', body, tail)
  const description = describe({
    notesHtml: joined(lead, body),
    tailHtml: tail,
    pageLinkHtml: `<p><a href="${escapeHtml(url)}">${escapeHtml(words.fullNotes)}</a></p>`,
    listedStarts: new Set(source.listsChapters ? source.chapters.map((each) => Math.floor(each.startInSeconds)) : []),
  })
  const {html, isCut} = description
  return html === notesHtml ? {notesHtml, isCut} : {notesHtml, descriptionHtml: html, isCut}
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n')
}

/** The summary is often the beginning of the notes. Nobody wants to read it twice. */
function isSaid(summary: string, notesHtml: string): boolean {
  if (summary === '' || notesHtml === '') return summary === ''
  return htmlText(notesHtml).includes(summary.replace(/\s+/g, ' ').trim())
}

function paragraphs(text: string): string {
  const parts = text.split(/\n\s*\n/).filter((part) => part.trim() !== '')
  return parts.map((part) => `<p>${escapeHtml(withoutIllegalXml(part.trim()))}</p>`).join('\n')
}

/** A video on a page of somebody else is no enclosure, so listeners learn of it only here. */
function videoLink({hostedVideo, notesHtml}: FeedNotesSource, words: Words): string {
  if (hostedVideo === undefined || notesHtml.includes(hostedVideo.id)) return ''
  const text = `${words.watchOn} ${videoServiceNames[hostedVideo.service]}`
  return `<p><a href="${escapeHtml(hostedVideo.pageUrl)}">${escapeHtml(text)}</a></p>`
}

/**
 * The chapters, one line each. Apple Podcasts, Spotify and YouTube take chapters from the notes. The lines have breaks and are no
 * list, because platforms do not see times behind the bullets of a list.
 */
function chapterLines({chapters, listsChapters}: FeedNotesSource): string {
  const block = listsChapters ? undefined : descriptionBlock(chapters)
  if (block === undefined || !('text' in block)) return ''
  return `<p>${escapeHtml(withoutIllegalXml(block.text)).replaceAll('\n', '<br>')}</p>`
}
