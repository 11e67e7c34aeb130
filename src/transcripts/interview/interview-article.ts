import type {Person} from '../../model/person.ts'
import {present} from '../../model/present.ts'
import type {Problem} from '../../model/problem.ts'
import type {Transcript, Turn} from '../../model/transcript.ts'
import type {Block, Markdown} from '../../text/markdown/markdown.ts'
import type {Label} from '../markdown/markdown-labels.ts'
import {readMarkdownTranscript} from '../markdown/markdown-transcript.ts'
import {resolveSpeakers} from '../speakers/speakers.ts'
import {mendTimes} from '../time-slips.ts'
import {type BodyFacts, type BodyFactsReading, type FactContext, inferFacts} from './facts-from-body.ts'
import {headingDepth, isEditorialNote, isPromotion, isTranscriptMark, labelOfBlock} from './interview-blocks.ts'
import {type Cast, findCast} from './interview-cast.ts'
import {problem} from './interview-problems.ts'
import {restoreScrapedArticle} from './interview-scraped.ts'
import {lastLineOf, readInterviewTurns} from './interview-turns.ts'
import {askAboutSpeech} from './spoken-body.ts'
import {findTranscriptSection} from './transcript-section.ts'

export type InterviewContext = FactContext & {
  /** Hosts and guests of the show and of the front matter. */
  readonly people: readonly Person[]
  /** What the author says the text is. Then nothing needs to be found out. */
  readonly declared?: 'transcript' | 'notes'
}

export type InterviewArticle = {
  /** Only present if the body is an interview, see `isInterview`. */
  readonly transcript?: Transcript
  /** What is left as show notes. */
  readonly notes: readonly Block[]
  readonly facts: BodyFacts & {readonly people: readonly Person[]}
  readonly problems: readonly Problem[]
}

/**
 * Reads the body of an episode: facts it carries (see `inferFacts`), the interview if it is one, and the rest as show notes.
 * Whatever was inferred has an `info` problem with its line.
 */
export function readInterviewArticle(body: Markdown, context: InterviewContext): InterviewArticle {
  const scraped = restoreScrapedArticle(body.blocks)
  const {facts, rest, problems} = inferFacts(scraped?.blocks ?? body.blocks, context)
  if (context.declared !== undefined) return readDeclared(rest, body, context, {facts, problems})
  const interview = findInterview(rest, facts, context)
  if (interview?.cast.host === undefined) {
    const reading = readSection(rest, body, context)
    const asked = askAboutSpeech(reading.notes, body.blocks[0]?.line ?? 1)
    const isUnknown = interview !== undefined && reading.transcript === undefined && asked.length === 0
    const unknown = isUnknown ? [hostUnknown(interview.spoken)] : asked
    return {...reading, facts: {...facts, people: []}, problems: [...problems, ...reading.problems, ...unknown]}
  }
  const {cast, intro, spoken} = interview
  const {parts, notes, problems: turnProblems} = readInterviewTurns(spoken, cast, body.inline)
  const mended = mendTimes({parts}, {})
  const people = [interview.cast.host, ...cast.guests]
  const {transcript, problems: speakerProblems} = resolveSpeakers(mended.transcript, [...people, ...context.people])
  return {
    transcript,
    notes: [...intro.filter((block) => !isPromotion(block)), ...notes],
    facts: {people, ...facts},
    problems: [
      ...problems,
      ...cast.problems,
      ...intro.filter(isPromotion).map(promotionAbove),
      ...turnProblems,
      ...mended.problems,
      ...(scraped?.problems ?? []),
      ...speakerProblems,
      transcriptInferred(spoken, transcript),
    ],
  }
}

/** Reads a body for which the author wrote `body: transcript` or `body: notes`. Nothing is guessed. */
function readDeclared(
  rest: readonly Block[],
  {inline}: Markdown,
  {declared, people}: InterviewContext,
  {facts, problems}: Pick<BodyFactsReading, 'facts' | 'problems'>,
): InterviewArticle {
  const found = {...facts, people: []}
  if (declared === 'notes' || rest.length === 0) return {notes: rest, facts: found, problems}
  const {problems: more, ...reading} = readSpeech(rest, inline, people)
  return {...reading, notes: [], facts: found, problems: [...problems, ...more]}
}

/** Reads a body that marks its transcript with a heading. No other evidence is needed. */
function readSection(
  rest: readonly Block[],
  {inline}: Markdown,
  {people}: InterviewContext,
): Pick<InterviewArticle, 'transcript' | 'notes' | 'problems'> {
  const found = findTranscriptSection(rest)
  if (found === undefined) return {notes: rest, problems: []}
  return {...readSpeech(found.section, inline, people), notes: found.notes}
}

function readSpeech(blocks: readonly Block[], inline: Markdown['inline'], people: readonly Person[]) {
  const reading = readMarkdownTranscript({blocks, inline, leftOut: []}, {people})
  const mended = mendTimes(reading.transcript, {})
  const {transcript, problems} = resolveSpeakers(mended.transcript, people)
  return {transcript, problems: [...reading.problems, ...mended.problems, ...problems]}
}

type Interview = {readonly cast: Cast; readonly intro: readonly Block[]; readonly spoken: readonly Block[]}

/** Finds the interview in a body: where it starts, and who takes part. `undefined` if the body is anything else. */
function findInterview(blocks: readonly Block[], facts: BodyFacts, context: InterviewContext): Interview | undefined {
  const labels = blocks.map((block, index) => answerLabel(block, blocks[index + 1]))
  const labelCounts = new Map<string, number>()
  for (const label of labels)
    if (label?.name !== undefined) labelCounts.set(label.name, (labelCounts.get(label.name) ?? 0) + 1)
  if (![...labelCounts.values()].some((count) => count >= 2)) return undefined
  const title = context.title ?? facts.title
  const cast = findCast({
    people: context.people,
    intro: blocks.slice(
      0,
      labels.findIndex((label) => label !== undefined),
    ),
    labelCounts,
    ...present({title, author: facts.author}),
  })
  const exchange = blocks.map((block, index) => ({block, ...spokenBy(labels[index], cast)}))
  const first = exchange.findIndex(({role}) => role !== undefined)
  if (first === -1) return undefined
  const start = startOf(blocks, first)
  if (!isInterview(exchange.slice(start), cast)) return undefined
  return {cast, intro: blocks.slice(0, start).filter((block) => !isTranscriptMark(block)), spoken: blocks.slice(start)}
}

/** Show notes write `Nora:` above a list of what she said or picked. Only words right after the label are an answer. */
function answerLabel(block: Block, next: Block | undefined): Label | undefined {
  const label = labelOfBlock(block)
  const isListTitle = label?.rest === '' ? next?.token.type === 'list' : /^[-*+] /.test(label?.rest ?? '')
  return isListTitle ? undefined : label
}

/** A block with the role that its label has in the conversation. */
type Exchange = {readonly block: Block; readonly role?: 'host' | 'guest'; readonly isBold?: boolean}

function spokenBy(label: Label | undefined, cast: Cast): Omit<Exchange, 'block'> {
  const role = label?.name === undefined ? undefined : cast.roleOf(label.name)
  return role === undefined ? {} : {role, isBold: label?.form === 'bold'}
}

/**
 * The first block of the interview, found by going back from the first labelled block. It is the note about the transcription, or
 * it follows `## Transcript`. Without these it is the first of the headings that lead to the first answer. Up to three blocks of
 * text may stand below the last of these headings.
 */
function startOf(blocks: readonly Block[], firstSpoken: number): number {
  const above = blocks.slice(0, firstSpoken)
  const note = above.findLastIndex(isEditorialNote)
  if (note !== -1) return note
  const mark = above.findLastIndex(isTranscriptMark)
  if (mark !== -1) return mark + 1
  let start = firstSpoken
  for (let index = firstSpoken - 1; index >= 0 && index >= start - 4; index -= 1) {
    const depth = headingDepth(above[index] as Block)
    if (depth !== undefined && depth <= 2) break
    if (depth !== undefined) start = index
    else if (start !== firstSpoken) break
  }
  return start
}

/**
 * The rule for what becomes a transcript. All of it must hold:
 * - there are two or more labelled answers, by people whom the article or the show names (see `findCast`);
 * - they alternate: half of the headings among them, and at least two, have an answer below before the next heading; or host and
 *   guest both have bold labels and change at least four times. Labels without markup count only right below a heading, because
 *   notes that sum up a talk use them as well (`Nora: says that …`);
 * - if there is more than one guest, the text says that somebody was recorded: a host introduces themselves, or a note speaks of the
 *   transcription. Without that, several people who answer the same questions are a questionnaire, which nobody spoke.
 * If a text says that it was recorded, only a third of its headings need an answer: some headings are titles, and some are remarks.
 * A post with headings, a list of picks under the hosts' names, or a questionnaire fails one of these tests and stays show notes.
 */
function isInterview(exchange: readonly Exchange[], cast: Cast): boolean {
  if (exchange.filter(({role}) => role === 'guest').length < 2) return false
  const isRecorded = cast.hostIsPresented || exchange.some(({block}) => isEditorialNote(block))
  if (cast.guests.length > 1 && !isRecorded) return false
  const {headings, answered} = countAnswered(exchange)
  const bold = exchange.filter(({isBold}) => isBold === true)
  const changes = bold.filter(({role}, index) => index > 0 && role !== bold[index - 1]?.role).length
  return (answered >= 2 && answered * (isRecorded ? 3 : 2) >= headings) || changes >= 4
}

/** Counts the headings up to the last answer, and how many of them have an answer below. */
function countAnswered(exchange: readonly Exchange[]): {readonly headings: number; readonly answered: number} {
  let headings = 0
  let answered = 0
  let isOpen = false
  let isRightBelow = false
  const last = exchange.findLastIndex(({role}) => role === 'guest')
  for (const {block, role, isBold} of exchange.slice(0, last + 1)) {
    const isHeading = headingDepth(block) !== undefined
    if (isHeading) headings += 1
    else if (isOpen && role === 'guest' && (isBold || isRightBelow)) answered += 1
    isOpen = isHeading || (isOpen && role !== 'guest')
    isRightBelow = isHeading
  }
  return {headings, answered}
}

function hostUnknown([first]: readonly Block[]): Problem {
  const message = 'The text looks like an interview, but nothing says who asks the questions, so it stays show notes'
  return problem(
    'interview-host-unknown',
    first === undefined ? {} : {line: first.line},
    message,
    'Name the host in the front matter: hosts: [Ida Berg]',
  )
}

function promotionAbove({line}: Block): Problem {
  const message = 'An advertisement stands above the interview and is left out of the episode'
  return problem(
    'promotion-dropped',
    {line},
    message,
    'Move it into the show notes as a plain link if listeners should see it',
  )
}

function transcriptInferred(spoken: readonly Block[], transcript: Transcript): Problem {
  const counts = new Map<string, number>()
  for (const {speaker} of transcript.parts.filter((part): part is Turn => part.kind === 'turn')) {
    const name = speaker?.name ?? speaker?.label ?? 'nobody named'
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const first = spoken[0]?.line ?? 1
  const last = spoken.at(-1)
  const turns = [...counts].map(([name, count]) => `${count} by ${name}`).join(', ')
  const message = `Lines ${first} to ${last === undefined ? first : lastLineOf(last)} are read as the transcript: turns ${turns}`
  const hint =
    'To make it certain, write a heading "## Transcript" above it and a label before each turn: **Ida:** How did it begin?'
  return problem('transcript-inferred', {line: first}, message, hint)
}
