import type {AbsoluteUrl} from '../../model/absolute-url.ts'
import type {Transcript} from '../../model/transcript.ts'
import {escapeHtml} from '../../text/markup/html.ts'
import {withoutIllegalXml} from '../../text/markup/xml-characters.ts'
import {notesUrl} from './notes-url.ts'

/**
 * The links of a transcript as a list, for apps that show notes and no transcript. Each address is there once, in the order of
 * speaking, and only if the notes do not have it. Empty if there are none.
 */
export function spokenLinks({parts}: Transcript, notesHtml: string, base: AbsoluteUrl, heading: string): string {
  const items = new Map<string, string>()
  for (const part of parts) {
    if (part.kind !== 'turn') continue
    for (const span of part.cues.flatMap(({spans}) => spans)) {
      if (span.kind !== 'speech' || span.href === undefined || span.text.trim() === '') continue
      const address = notesUrl(span.href, base)
      const written = address === undefined ? '' : escapeHtml(address)
      if (written === '' || items.has(written) || notesHtml.includes(`href="${written}"`)) continue
      const text = escapeHtml(withoutIllegalXml(span.text.trim()))
      items.set(written, `<li><a href="${written}">${text}</a></li>`)
    }
  }
  return items.size === 0 ? '' : `<p>${escapeHtml(heading)}</p>\n<ul>\n${[...items.values()].join('\n')}\n</ul>`
}
