import {descriptionBlock} from '../chapters/description-block.ts'
import type {Chapter} from '../model/chapter.ts'
import {escapeHtml} from '../text/html.ts'
import {withoutIllegalXml} from '../text/xml-characters.ts'

/**
 * Show notes for feeds with the chapters as lines below them, one a line: Apple Podcasts, Spotify and YouTube take chapters from there and
 * from nowhere else. Apps show these notes in place of the summary, so without notes the summary comes first.
 */
export function notesWithChapters(notesHtml: string, summary: string, chapters: readonly Chapter[]): string {
  const block = descriptionBlock(chapters)
  if (!('text' in block)) return notesHtml
  // Breaks and no list: the bullets of a list stand before the times, and platforms then see none.
  const lines = block.text.split('\n').map((line) => escapeHtml(withoutIllegalXml(line)))
  const opening = notesHtml === '' && summary !== '' ? `<p>${escapeHtml(withoutIllegalXml(summary))}</p>` : notesHtml
  return [opening, `<p>${lines.join('<br>')}</p>`].filter((part) => part !== '').join('\n')
}
