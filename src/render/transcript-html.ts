import type {Transcript} from '../model/transcript.ts'
import {html} from '../text/markup/html.ts'
import {writeHtml} from '../transcripts/formats/html.ts'
import {wordsFor} from '../words/words.ts'

/** A whole transcript as the items of a feed carry it, for people who read; nothing where there is none. */
export function transcriptHtml(transcript: Transcript | undefined, language: string): string | undefined {
  if (transcript === undefined) return undefined
  const {words} = wordsFor(language)
  return `${html`<h2>${words.transcript}</h2>\n`.html}${writeHtml(transcript).trimEnd()}`
}
