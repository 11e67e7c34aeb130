import type {FileKind} from '../../file-kinds/file-kind.ts'
import {transcriptKinds} from '../../file-kinds/text-kinds.ts'
import type {TranscriptLink} from '../../model/feed.ts'
import type {RenderedEpisode, RenderedTranscript} from '../../model/rendered-episode.ts'
import type {Cue, Transcript} from '../../model/transcript.ts'
import {escapeHtml, type Html, html} from '../../text/markup/html.ts'
import {
  isSpaced,
  type Paragraph,
  type ReadablePart,
  type ReadableTurn,
  readableParts,
} from '../../transcripts/formats/paragraphs.ts'
import {spansHtml} from '../../transcripts/formats/speech-html.ts'
import {directionOf} from '../../words/direction.ts'
import type {Words} from '../../words/words.ts'
import {startLabel, timeLabel} from '../labels.ts'
import {type LinkBase, pageLink} from '../page-links.ts'
import {seekAddress} from './episode-media.ts'

/** A time of the transcript as a link to that moment. Empty for a paragraph without a time. */
type TimeWriter = (seconds: number | undefined) => string

/**
 * The full transcripts, one for each language, each with its files for apps. Of a transcript that is published elsewhere, only
 * the files.
 */
export function* transcriptSections(
  {item, transcripts}: RenderedEpisode,
  base: LinkBase,
  words: Words,
  pageLanguage: string,
): Generator<string> {
  const links = item.transcripts
  const time: TimeWriter = (seconds) => {
    const address = seconds === undefined ? undefined : seekAddress(item, seconds)
    return seconds === undefined ? '' : timeLabel(seconds, address).html
  }
  const languages = new Set([...transcripts, ...links].map((each) => each.language))
  for (const [index, language] of [...languages].entries()) {
    const id = index === 0 ? 'transcript' : `transcript-${index + 1}`
    const which = languages.size > 1 && language !== undefined && ` (${language})`
    const files = fileList(
      links.filter((link) => link.language === language && link.mimeType !== transcriptKinds.html.mimeType),
      base,
      words,
    )
    yield html`<section class="transcript" aria-labelledby="${id}"><h2 id="${id}">${words.transcript}${which}</h2>
`.html
    const turnId = index === 0 ? 'turn' : undefined
    for (const each of transcripts) if (each.language === language) yield spokenIn(each, time, turnId, pageLanguage)
    // What programs read stands below what people do. The page of plain HTML is for apps only.
    yield `${files?.html ?? ''}</section>\n`
  }
}

const writtenKinds = Object.values<FileKind>(transcriptKinds).filter(({isWritten}) => isWritten === true)

/** Formats have names of their own, in every language. Only plain text is called by a word. */
function fileLabel(mimeType: string, words: Words): string {
  const kind = writtenKinds.find((each) => each.mimeType === mimeType || each.aliases.includes(mimeType))
  return kind === undefined || kind === transcriptKinds.text ? words.plainText : kind.title
}

function fileList(links: readonly TranscriptLink[], base: LinkBase, words: Words): Html | undefined {
  if (links.length === 0) return undefined
  const rows = links.map(({url, mimeType}) => {
    return html`<li><a href="${pageLink(url, base)}">${fileLabel(mimeType, words)}</a></li>\n`
  })
  return html`<ul class="files" aria-label="${words.transcriptFiles}">\n${rows}</ul>\n`
}

function spokenIn(
  {language, transcript}: RenderedTranscript,
  time: TimeWriter,
  turnId: string | undefined,
  pageLanguage: string,
): string {
  const direction = directionOf(language)
  const dir = direction === directionOf(pageLanguage) ? '' : ` dir="${direction}"`
  return `<div lang="${escapeHtml(language)}"${dir}>\n${transcriptHtml(transcript, time, turnId)}</div>\n`
}

/**
 * A transcript to read and to follow. Each paragraph with a time carries its start for the player's script (`data-start`, in
 * seconds), and a link that seeks. It is made of strings and not of templates: this is most of a page, and one paragraph is like
 * the next.
 */
function transcriptHtml(transcript: Transcript, time: TimeWriter, turnId: string | undefined): string {
  let text = ''
  let turns = 0
  for (const part of readableParts(transcript)) {
    if (part.kind === 'turn') turns += 1
    // `#turn-12`: an address for what somebody said, which holds as long as the text does.
    text += partHtml(part, time, turnId === undefined ? '' : ` id="${turnId}-${turns}"`)
  }
  return text
}

function partHtml(part: ReadablePart, time: TimeWriter, id: string): string {
  if (part.kind === 'turn') return turnHtml(part, time, id)
  if (part.kind === 'note') return `<p class="editorial">${escapeHtml(part.text)}</p>\n`
  return `<h3>${`${escapeHtml(part.title)} ${time(part.startInSeconds)}`.trimEnd()}</h3>\n`
}

function turnHtml({speaker: label = '', paragraphs}: ReadableTurn, time: TimeWriter, id: string): string {
  let html = `<div class="turn"${id}>\n`
  if (label !== '')
    html += `<p class="speaker">${`<b>${escapeHtml(label)}</b> ${time(paragraphs[0]?.startInSeconds)}`.trimEnd()}</p>\n`
  for (const [index, paragraph] of paragraphs.entries()) {
    // The first time of a turn stands beside the name.
    const inline = index === 0 && label !== '' ? '' : time(paragraph.startInSeconds)
    const isItem = paragraph.form === 'list-item'
    if (isItem && paragraphs[index - 1]?.form !== 'list-item') html += '<ul>\n'
    html += paragraphHtml(paragraph, inline)
    if (isItem && paragraphs[index + 1]?.form !== 'list-item') html += '</ul>\n'
  }
  return `${html}</div>\n`
}

const formTags = {paragraph: 'p', 'list-item': 'li', quote: 'blockquote', code: 'pre'} as const

function paragraphHtml({spans, html, startInSeconds, form, cues}: Paragraph, inlineTime: string): string {
  const tag = formTags[form]
  const isFollowed = cues === undefined && startInSeconds !== undefined
  const start = isFollowed ? ` data-start="${startLabel(startInSeconds)}"` : ''
  const content = cues === undefined ? (html ?? spansHtml(spans, markHtml)) : cuesHtml(cues)
  return `<${tag}${start}>${inlineTime === '' ? '' : `${inlineTime} `}${content}</${tag}>\n`
}

/** A span for each caption, so that the page follows the voice sentence by sentence. A tenth of a second is exact enough for that. */
function cuesHtml(cues: readonly Cue[]): string {
  let html = ''
  for (const [index, cue] of cues.entries()) {
    const previous = cues[index - 1]
    if (previous !== undefined && isSpaced(previous, cue)) html += ' '
    const content = spansHtml(cue.spans, markHtml)
    const start = cue.startInSeconds
    html += start === undefined ? content : `<span data-start="${Math.round(start * 10) / 10}">${content}</span>`
  }
  return html
}

/** Sounds, and what nobody could make out, look different from speech. */
function markHtml(text: string): string {
  return `<em class="event">[${escapeHtml(text)}]</em>`
}
