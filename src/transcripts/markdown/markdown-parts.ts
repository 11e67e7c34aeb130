import type {MarkedToken, Tokens} from 'marked'
import {present} from '../../model/present.ts'
import type {Cue, EditorialNote, Section, Speaker, Transcript, Turn} from '../../model/transcript.ts'
import {blockText, countNewlines} from '../../text/markdown/block-text.ts'
import type {Block, Markdown} from '../../text/markdown/markdown.ts'
import {htmlText} from '../../text/markup/html-tokens.ts'
import {clockTime} from '../../text/time/clock-times.ts'
import {readLeadingTimestamp, readParagraphTimestamp} from './markdown-labels.ts'
import {spansOfMarkdown} from './markdown-spans.ts'

type Part = Transcript['parts'][number]
type Form = NonNullable<Cue['form']>

/** The parts of a transcript while it is read. A cue before any turn opens a turn without a speaker: no speaker is guessed. */
export type PartsCollector = {
  readonly startTurn: (speaker: Speaker | undefined) => void
  readonly addCues: (cues: readonly Cue[]) => void
  /** A time that stands alone, or only with a label, is the time of the next cue. */
  readonly keepTimes: (times: CueTimes) => void
  readonly addSection: (section: Omit<Section, 'kind'>) => void
  readonly addNote: (note: Omit<EditorialNote, 'kind'>) => void
  readonly parts: () => readonly Part[]
}

export function collectParts(): PartsCollector {
  const parts: Part[] = []
  let open: {readonly speaker: Speaker | undefined; readonly cues: Cue[]} | undefined
  let kept: CueTimes = {}
  const close = (): void => {
    if (open !== undefined && open.cues.length > 0) parts.push(turnOf(open.speaker, open.cues))
    open = open && {speaker: open.speaker, cues: []}
  }
  const startTurn = (speaker: Speaker | undefined): void => {
    close()
    open = {speaker, cues: []}
  }
  return {
    startTurn,
    addCues: (cues) => {
      open ??= {speaker: undefined, cues: []}
      const [first, ...others] = cues
      if (first === undefined) return
      open.cues.push(first.startInSeconds === undefined ? {...first, ...kept} : first, ...others)
      kept = {}
    },
    keepTimes: (times) => {
      kept = times
    },
    // Below a heading or a note the speaker goes on in a new turn, because parts stand in the order of the text.
    addSection: (section) => {
      close()
      parts.push({kind: 'section', ...section})
    },
    addNote: (note) => {
      close()
      parts.push({kind: 'note', ...note})
    },
    parts: () => {
      close()
      return parts
    },
  }
}

function turnOf(speaker: Speaker | undefined, cues: readonly Cue[]): Turn {
  return speaker === undefined ? {kind: 'turn', cues} : {kind: 'turn', speaker, cues}
}

export type CueTimes = {readonly startInSeconds?: number; readonly endInSeconds?: number}

/** The cues of a piece of running text: one cue, or more where a time stands inside it (`… and [00:01:00] then …`). */
export function cuesOfText(text: string, line: number, inline: Markdown['inline'], times: CueTimes = {}): Cue[] {
  const leading = times.startInSeconds === undefined ? readParagraphTimestamp(text) : undefined
  const {startInSeconds, endInSeconds} = leading ?? times
  // Most paragraphs hold no time, and no bracket in which a time stands.
  if (startInSeconds === undefined && !timeInBrackets.test(text)) {
    const spans = spansOfMarkdown(text, inline)
    return spans.length === 0 ? [] : [{spans, line}]
  }
  const pieces = splitAtTimestamps(leading?.rest ?? text)
  return pieces.flatMap((piece, index) => {
    const spans = spansOfMarkdown(piece.text, inline)
    if (spans.length === 0) return []
    const start = index === 0 ? startInSeconds : piece.startInSeconds
    const timing = index === 0 || start === undefined ? {} : {timing: 'estimated' as const}
    const end = index === pieces.length - 1 && start !== undefined ? endInSeconds : undefined
    return [{spans, ...present({startInSeconds: start, endInSeconds: end}), ...timing, line: line + piece.lineOffset}]
  })
}

type Piece = {readonly text: string; readonly startInSeconds?: number; readonly lineOffset: number}

const timeInBrackets = /\[\d/
const innerTimestamp = new RegExp(String.raw`\\?\[${clockTime}(?:[^[\]\n]{1,8}${clockTime})?\\?\][ \t]?`, 'g')
const sentenceEnd = /[.?!…]["”’')]*\s+(?=["“‘'(]?[\p{Lu}\d])/u
/** If a mark is further from the next sentence than this, it says nothing about the sentence. */
const longestSentenceInCharacters = 600

/**
 * Descript and Trint print the time every minute, even in the middle of a sentence. The mark is removed from the text. Its time
 * goes to the next sentence, which can only be seconds later than the mark (hence `estimated`). A sentence is never cut.
 */
function splitAtTimestamps(text: string): Piece[] {
  const marks = timeInBrackets.test(text) ? [...text.matchAll(innerTimestamp)] : []
  if (marks.length === 0) return [{text, lineOffset: 0}]
  let bare = ''
  let from = 0
  const anchors: {readonly at: number; readonly startInSeconds: number}[] = []
  for (const mark of marks) {
    bare += text.slice(from, mark.index)
    from = mark.index + mark[0].length
    const startInSeconds = readLeadingTimestamp(mark[0])?.startInSeconds
    if (startInSeconds !== undefined) anchors.push({at: bare.length, startInSeconds})
  }
  bare += text.slice(from)
  const pieces: Piece[] = []
  let open: {from: number; startInSeconds?: number} = {from: 0}
  const end = (to: number): void => {
    pieces.push({text: bare.slice(open.from, to), lineOffset: countNewlines(bare.slice(0, open.from)), ...open})
  }
  for (const {at, startInSeconds} of anchors) {
    const cut = sentenceStart(bare, at)
    if (cut === undefined || cut <= open.from) continue
    end(cut)
    open = {from: cut, startInSeconds}
  }
  end(bare.length)
  return pieces
}

function sentenceStart(text: string, at: number): number | undefined {
  const from = Math.max(0, at - 2)
  const match = sentenceEnd.exec(text.slice(from, at + longestSentenceInCharacters))
  return match ? from + match.index + match[0].length : undefined
}

/** The cues of a block that carries no label: list items, quotes, code and tables are content like paragraphs. */
export function cuesOfBlock({token, line}: Block, inline: Markdown['inline']): Cue[] {
  switch (token.type) {
    case 'list':
      return itemCues(token, line, inline)
    case 'blockquote':
      return quoteCues(token, line, inline)
    case 'code':
      return token.text.trim() === ''
        ? []
        : [{spans: [{kind: 'speech', text: token.text, emphasis: 'code'}], form: 'code', line}]
    case 'html':
      return plainCue(htmlText(token.text), line)
    case 'table':
      return plainCue(blockText(token), line)
    default:
      return 'text' in token ? cuesOfText(token.text, line, inline) : []
  }
}

function plainCue(text: string, line: number): Cue[] {
  return text === '' ? [] : [{spans: [{kind: 'speech', text}], line}]
}

function withForm(cues: readonly Cue[], form: Form): Cue[] {
  return cues.map((cue) => (cue.form === undefined ? {...cue, form} : cue))
}

function itemCues(list: Tokens.List, line: number, inline: Markdown['inline']): Cue[] {
  const cues: Cue[] = []
  let itemLine = line
  for (const item of list.items) {
    cues.push(...withForm(childCues(item.tokens as MarkedToken[], itemLine, inline), 'list-item'))
    itemLine += countNewlines(item.raw)
  }
  return cues
}

function quoteCues(quote: Tokens.Blockquote, line: number, inline: Markdown['inline']): Cue[] {
  return withForm(childCues(quote.tokens as MarkedToken[], line, inline), 'quote')
}

function childCues(tokens: readonly MarkedToken[], line: number, inline: Markdown['inline']): Cue[] {
  return blocksInside(tokens, line).flatMap((block) => cuesOfBlock(block, inline))
}

/** The blocks inside a quote or a list item, with their lines. */
export function blocksInside(tokens: readonly MarkedToken[], line: number): Block[] {
  let at = line
  return tokens.map((token) => {
    const block = {token, line: at + (/^\n*/.exec(token.raw)?.[0].length ?? 0)}
    at += countNewlines(token.raw)
    return block
  })
}
