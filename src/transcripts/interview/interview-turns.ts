import type {Person} from '../../model/person.ts'
import type {Problem} from '../../model/problem.ts'
import type {Speaker, Transcript} from '../../model/transcript.ts'
import {blockText, countNewlines, inlineText} from '../../text/markdown/block-text.ts'
import type {Block, Markdown} from '../../text/markdown/markdown.ts'
import {type Label, readLabel} from '../markdown/markdown-labels.ts'
import {collectParts, cuesOfBlock, cuesOfText, type PartsCollector} from '../markdown/markdown-parts.ts'
import {
  headingDepth,
  isClosingTitle,
  isEditorialNote,
  isPromotion,
  isSectionTitle,
  isSignOff,
  isSilent,
  isTranscriptMark,
  labelAtStart,
  labelOfBlock,
} from './interview-blocks.ts'
import type {Cast} from './interview-cast.ts'
import {problem} from './interview-problems.ts'

export type InterviewTurns = {
  readonly parts: Transcript['parts']
  /** The blocks below the sign-off, which are show notes. */
  readonly notes: readonly Block[]
  readonly problems: readonly Problem[]
}

/** Who is speaking, and what opened the present turn. The next unlabelled block is read in another way below each of these. */
type State = {
  speaking: 'host' | 'guest' | 'nobody'
  opened: 'question' | 'label' | 'topic' | 'aside'
  /** Whether no labelled turn follows any more. Until then, nothing is a farewell: a host says thanks for coming at the start as well. */
  mayEnd: boolean
  hasSignedOff: boolean
}

type Reader = {
  readonly spoken: ReadonlySet<Block>
  readonly cast: Cast
  readonly inline: Markdown['inline']
  readonly collector: PartsCollector
  readonly state: State
  readonly notes: Block[]
  readonly problems: Problem[]
}

/**
 * The turns of an interview. A heading without a label is the host's, and so are unlabelled paragraphs below it. A label starts a
 * turn of the person it names, and unlabelled paragraphs below it continue that turn. A list right below a question is the answer
 * of the guest, if there is only one guest.
 */
export function readInterviewTurns(blocks: readonly Block[], cast: Cast, inline: Markdown['inline']): InterviewTurns {
  const state: State = {speaking: 'nobody', opened: 'aside', mayEnd: false, hasSignedOff: false}
  const spoken = new Set(blocks.filter((block) => isSpoken(block, cast)))
  const reader: Reader = {spoken, cast, inline, collector: collectParts(), state, notes: [], problems: []}
  const lastLabelled = blocks.findLastIndex((block) => spoken.has(block))
  for (const [index, block] of blocks.entries()) {
    state.mayEnd = index >= lastLabelled
    if (isPromotion(block)) reader.problems.push(promotion(block))
    else if (isSilent(block)) {
      if (block.token.type !== 'hr') reader.notes.push(block)
    } else if (state.hasSignedOff && !spoken.has(block)) reader.notes.push(block)
    else if (index > lastLabelled && endsInterview(block)) {
      state.hasSignedOff = true
      reader.notes.push(block)
    } else if (isTranscriptMark(block)) reader.collector.addSection({title: blockText(block.token), line: block.line})
    else readBlock(reader, block, () => nextHeard(blocks, index))
  }
  return {parts: reader.collector.parts(), notes: reader.notes, problems: reader.problems}
}

function promotion({line}: Block): Problem {
  const message = 'An advertisement stands inside the interview and is left out of the episode'
  return problem(
    'promotion-dropped',
    {line},
    message,
    'Move it into the show notes as a plain link if listeners should see it',
  )
}

function isSpoken(block: Block, cast: Cast): boolean {
  const label = labelOfBlock(block)
  return label?.name !== undefined && cast.roleOf(label.name) !== undefined
}

/** Without a sign-off the interview ends at a title such as `Resources`, or at a bold line that is the title of a list. */
function endsInterview(block: Block): boolean {
  const {token} = block
  if (token.type === 'heading') return token.depth <= 2 || isClosingTitle(blockText(token))
  return isBoldTitle(block) && isClosingTitle(blockText(token))
}

function isBoldTitle({token}: Block): boolean {
  return token.type === 'paragraph' && /^(?:\*\*|__)[^*_\n]{1,80}:?(?:\*\*|__):?\s*$/.test(token.text)
}

/** What follows a block. This is a function, because it is looked for only where it matters. */
type Next = () => Block | undefined

function nextHeard(blocks: readonly Block[], index: number): Block | undefined {
  return blocks.slice(index + 1, index + 4).find((each) => !isSilent(each))
}

function readBlock(reader: Reader, block: Block, next: Next): void {
  const {token} = block
  if (token.type === 'heading') readHeading(reader, block, next)
  else if (isEditorialNote(block)) addNote(reader, block)
  else if (token.type === 'paragraph') readParagraph(reader, block, next)
  else continueTurn(reader, block)
}

function readHeading(reader: Reader, block: Block, next: Next): void {
  const {state, cast, collector} = reader
  const text = blockText(block.token)
  const raw = 'text' in block.token ? block.token.text : ''
  const label = readLabel(raw, () => false)
  const role = label?.name === undefined ? undefined : cast.roleOf(label.name)
  if (label !== undefined && role !== undefined) {
    speak(reader, role, label)
    collector.addCues(cuesOfText(label.rest, block.line, reader.inline))
    state.opened = role === 'host' ? 'question' : 'label'
  } else if (state.mayEnd && isSignOff(text)) signOff(reader, block)
  else if (isSectionTitle(text, next()) || (headingDepth(block) ?? 0) <= 1) {
    collector.addSection({title: text, line: block.line})
    state.opened = 'topic'
  } else {
    speak(reader, 'host')
    collector.addCues(cuesOfText(raw, block.line, reader.inline))
    state.opened = 'question'
  }
}

function readParagraph(reader: Reader, block: Block, next: Next): void {
  for (const {text, label, lineOffset} of labelledLines(block, reader.cast)) {
    const line = block.line + lineOffset
    const role = label?.name === undefined || label.form === 'italic' ? undefined : reader.cast.roleOf(label.name)
    if (label !== undefined && role !== undefined) {
      speak(reader, role, label)
      reader.collector.addCues(cuesOfText(label.rest, line, reader.inline))
      reader.state.opened = 'label'
    } else if (reader.state.mayEnd && isSignOff(text)) signOff(reader, block)
    else if (reader.state.opened === 'question' && isBoldTitle(block) && next()?.token.type === 'list')
      addNote(reader, block)
    else continueText(reader, text, line)
  }
}

type LabelledLines = {readonly text: string; readonly label: Label | undefined; readonly lineOffset: number}

/** Two labelled lines without a blank line between them are one paragraph to Markdown, but two turns to everybody else. */
function labelledLines(block: Block, cast: Cast): readonly LabelledLines[] {
  const text = 'text' in block.token ? block.token.text : ''
  if (!text.includes('\n')) return [{text, label: labelAtStart(block), lineOffset: 0}]
  const pieces: {text: string; readonly lineOffset: number}[] = []
  let lineOffset = 0
  for (const line of text.split('\n')) {
    const label = /^[*_]{2}/.test(line) ? readLabel(line, () => false) : undefined
    const isTurn = label?.name !== undefined && cast.roleOf(label.name) !== undefined
    const last = pieces.at(-1)
    if (last === undefined || isTurn) pieces.push({text: line, lineOffset})
    else last.text += `\n${line}`
    lineOffset += 1
  }
  return pieces.map((piece) => ({label: readLabel(piece.text, () => false), ...piece}))
}

function signOff(reader: Reader, block: Block): void {
  if (reader.state.speaking !== 'host') speak(reader, 'host')
  reader.collector.addCues(cuesOfBlock(block, reader.inline))
  reader.state.hasSignedOff = true
}

function addNote({collector, state}: Reader, block: Block): void {
  collector.addNote({text: blockText(block.token), line: block.line})
  state.opened = 'aside'
}

/** Reads an unlabelled block inside the interview that is no paragraph: a list, a quote, code. */
function continueTurn(reader: Reader, block: Block): void {
  const {state, collector, cast} = reader
  const isList = block.token.type === 'list'
  // Below a bold title the list is the editor's, too (`**Nora's background:**`).
  if (state.speaking === 'nobody' || (state.opened === 'aside' && isList)) {
    addNote(reader, block)
    return
  }
  if (state.opened === 'question' && isList && cast.guests.length === 1) speak(reader, 'guest')
  collector.addCues(cuesOfBlock(block, reader.inline))
}

function continueText({state, collector, cast, inline}: Reader, text: string, line: number): void {
  const [guest] = cast.guests
  // Below a topic heading the guest goes on, unless the text talks about the guest.
  const isAboutGuest = state.opened === 'topic' && guest !== undefined && mentions(text, guest)
  // Text above the first label leads over to the conversation: "Here it is:".
  if (state.speaking === 'nobody' || isAboutGuest) {
    collector.addNote({text: inlineText(inline(text)), line})
    return
  }
  const cues = cuesOfText(text, line, inline)
  collector.addCues(isQuote(text) ? cues.map((cue) => ({...cue, form: 'quote'})) : cues)
}

function mentions(text: string, person: Person): boolean {
  const names = [person.name.split(' ')[0] ?? person.name, ...(person.aliases ?? [])]
  return names.some((name) => text.split(/[^\p{L}\p{M}-]+/u).includes(name))
}

/** A paragraph in quotation marks with the author of the words on a line of its own. */
function isQuote(text: string): boolean {
  return text.includes('\n') && /^[*_]{0,2}[“"„«]/.test(text) && /\n[*_]{0,2}[—–-]{1,2} ?\p{Lu}[^\n]*$/u.test(text)
}

function speak({collector, cast, state}: Reader, role: 'host' | 'guest', label?: Label): void {
  state.speaking = role
  const person = role === 'host' ? cast.host : cast.guests.length === 1 ? cast.guests[0] : undefined
  collector.startTurn(speakerOf(label?.name ?? person?.name))
}

function speakerOf(label: string | undefined): Speaker | undefined {
  return label === undefined ? undefined : {label}
}

/** The last line of the text of `block`, for the range that a problem names. */
export function lastLineOf({token, line}: Block): number {
  return line + countNewlines(token.raw.trimEnd())
}
