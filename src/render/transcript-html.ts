import type {Transcript} from '../model/transcript.ts'
import {html} from '../text/markup/html.ts'
import {writeHtml} from '../transcripts/formats/html.ts'
import {wordsFor} from '../words/words.ts'

/** A whole transcript for the items of a feed, for people who read. `undefined` if there is no transcript. */
export function transcriptHtml(transcript: Transcript | undefined, language: string): string | undefined {
  if (transcript === undefined) return undefined
  const {words} = wordsFor(language)
  return `${html`<h2>${words.transcript}</h2>\n`.html}${writeHtml(transcript).trimEnd()}`
}
