import type {FileKind} from '../../file-kinds/file-kind.ts'
import {transcriptKinds} from '../../file-kinds/text-kinds.ts'
import type {Channel, TranscriptLink} from '../../model/feed.ts'
import type {RenderedEpisode, RenderedTranscript} from '../../model/rendered-episode.ts'
import {siteAddress, sitePaths} from '../../model/site-paths.ts'
import type {Cue, Transcript} from '../../model/transcript.ts'
import {editAddress} from '../../text/addresses/edit-address.ts'
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
import {timedWordsOf} from './word-times.ts'

/** A time of the transcript as a link to that moment. Empty for a paragraph without a time. */
type TimeWriter = (seconds: number | undefined) => string

type Writing = {
  readonly time: TimeWriter
  /** Where its lines can be mended, they stand in the page. */
  readonly hasLines: boolean
}

/**
 * The full transcripts, one for each language, each with its files for apps. Of a transcript that is published elsewhere, only
 * the files.
 */
export function* transcriptSections(
  episode: RenderedEpisode,
  base: LinkBase,
  words: Words,
  {language: showLanguage, editBase}: Pick<Channel, 'language' | 'editBase'>,
): Generator<string> {
  const {item, transcripts} = episode
  const pageLanguage = item.language ?? showLanguage
  const timed = timedWordsOf(episode)
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
    for (const each of transcripts) {
      if (each.language !== language) continue
      yield speakerChoice(each, words)?.html ?? ''
      const wordTimes =
        each === timed ? pageLink(siteAddress(base.siteUrl, sitePaths.wordTimes(item.slug)), base) : undefined
      yield spokenIn(each, time, {turnId, pageLanguage, wordTimes, mend: mendable(each, editBase, words)})
    }
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

/** From this number on, names are a list of the guests of a panel and no choice. */
const mostSpeakers = 12

/** Shows what one of them says. Without a script all is shown, and the choice is not. */
function speakerChoice({transcript}: RenderedTranscript, words: Words): Html | undefined {
  const names = new Set(readableParts(transcript).flatMap((part) => (part.kind === 'turn' ? (part.speaker ?? []) : [])))
  if (names.size < 2 || names.size > mostSpeakers) return undefined
  const choices = [...names].map(
    (name) => html`<button type="button" class="tool" aria-pressed="false" dir="auto">${name}</button>`,
  )
  return html`<div class="speakers" role="group" aria-label="${words.speakers}"><button type="button" class="tool" aria-pressed="true">${words.everybody}</button>${choices}</div>
`
}

/** What the script needs for the link that leads from words to their line. */
function mendable({source}: RenderedTranscript, editBase: string | undefined, words: Words): Html | undefined {
  const address = editBase === undefined ? undefined : editAddress(editBase, source)
  return address === undefined ? undefined : html` data-edit="${address}" data-mend="${words.mend}"`
}

type Spoken = {
  readonly turnId: string | undefined
  readonly pageLanguage: string
  readonly mend: Html | undefined
  /** Where the times of its words are. */
  readonly wordTimes: string | undefined
}

function spokenIn(
  {language, transcript}: RenderedTranscript,
  time: TimeWriter,
  {turnId, pageLanguage, mend, wordTimes}: Spoken,
): string {
  const direction = directionOf(language)
  const dir = direction === directionOf(pageLanguage) ? '' : ` dir="${direction}"`
  const words = wordTimes === undefined ? '' : ` data-words="${escapeHtml(wordTimes)}"`
  const writing = {time, hasLines: mend !== undefined}
  return `<div lang="${escapeHtml(language)}"${dir}${words}${mend?.html ?? ''}>\n${transcriptHtml(transcript, writing, turnId)}</div>\n`
}

/**
 * A transcript to read and to follow. Each paragraph with a time carries its start for the player's script (`data-start`, in
 * seconds), and a link that seeks. It is made of strings and not of templates: this is most of a page, and one paragraph is like
 * the next.
 */
function transcriptHtml(transcript: Transcript, writing: Writing, turnId: string | undefined): string {
  let text = ''
  let turns = 0
  for (const part of readableParts(transcript)) {
    if (part.kind === 'turn') turns += 1
    // `#turn-12`: an address for what somebody said, which holds as long as the text does.
    text += partHtml(part, writing, turnId === undefined ? '' : ` id="${turnId}-${turns}"`)
  }
  return text
}

function partHtml(part: ReadablePart, writing: Writing, id: string): string {
  if (part.kind === 'turn') return turnHtml(part, writing, id)
  if (part.kind === 'note') return `<p class="editorial">${escapeHtml(part.text)}</p>\n`
  return `<h3>${`${escapeHtml(part.title)} ${writing.time(part.startInSeconds)}`.trimEnd()}</h3>\n`
}

function turnHtml({speaker: label = '', paragraphs}: ReadableTurn, writing: Writing, id: string): string {
  const {time} = writing
  let html = `<div class="turn"${id}>\n`
  if (label !== '')
    html += `<p class="speaker">${`<b>${escapeHtml(label)}</b> ${time(paragraphs[0]?.startInSeconds)}`.trimEnd()}</p>\n`
  for (const [index, paragraph] of paragraphs.entries()) {
    // The first time of a turn stands beside the name.
    const inline = index === 0 && label !== '' ? '' : time(paragraph.startInSeconds)
    const isItem = paragraph.form === 'list-item'
    if (isItem && paragraphs[index - 1]?.form !== 'list-item') html += '<ul>\n'
    html += paragraphHtml(paragraph, inline, writing)
    if (isItem && paragraphs[index + 1]?.form !== 'list-item') html += '</ul>\n'
  }
  return `${html}</div>\n`
}

const formTags = {paragraph: 'p', 'list-item': 'li', quote: 'blockquote', code: 'pre'} as const

function paragraphHtml(
  {spans, html, line, startInSeconds, form, cues}: Paragraph,
  inlineTime: string,
  {hasLines}: Writing,
): string {
  const tag = formTags[form]
  const isFollowed = cues === undefined && startInSeconds !== undefined
  const start = isFollowed ? ` data-start="${startLabel(startInSeconds)}"` : ''
  const content = cues === undefined ? (html ?? spansHtml(spans, markHtml)) : cuesHtml(cues, hasLines)
  return `<${tag}${start}${hasLines && cues === undefined ? lineLabel(line) : ''}>${inlineTime === '' ? '' : `${inlineTime} `}${content}</${tag}>\n`
}

/** A span for each caption, so that the page follows the voice sentence by sentence. A tenth of a second is exact enough for that. */
function cuesHtml(cues: readonly Cue[], hasLines: boolean): string {
  let html = ''
  for (const [index, cue] of cues.entries()) {
    const previous = cues[index - 1]
    if (previous !== undefined && isSpaced(previous, cue)) html += ' '
    const content = spansHtml(cue.spans, markHtml)
    const start = cue.startInSeconds
    html +=
      start === undefined
        ? content
        : `<span data-start="${Math.round(start * 10) / 10}"${hasLines ? lineLabel(cue.line) : ''}>${content}</span>`
  }
  return html
}

function lineLabel(line: number | undefined): string {
  return line === undefined ? '' : ` data-line="${line}"`
}

/** Sounds, and what nobody could make out, look different from speech. */
function markHtml(text: string): string {
  return `<em class="event">[${escapeHtml(text)}]</em>`
}
