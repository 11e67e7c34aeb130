import type {Person} from '../model/person.ts'
import {present} from '../model/present.ts'
import {type Problem, problem} from '../model/problem.ts'
import type {Transcript, Turn} from '../model/transcript.ts'
import type {Block, Markdown} from '../text/markdown.ts'
import {type BodyFacts, type FactContext, inferFacts} from './facts-from-body.ts'
import {headingDepth, isEditorialNote, isPromotion, isTranscriptMark, labelOfBlock} from './interview-blocks.ts'
import {type Cast, findCast} from './interview-cast.ts'
import {restoreScrapedArticle} from './interview-scraped.ts'
import {lastLineOf, readInterviewTurns} from './interview-turns.ts'
import type {Label} from './markdown-labels.ts'
import {readMarkdownTranscript} from './markdown-transcript.ts'
import {resolveSpeakers} from './speakers.ts'
import {findTranscriptSection} from './transcript-section.ts'

export type InterviewContext = FactContext & {
  /** Hosts and guests of the show and of the front matter. */
  readonly people: readonly Person[]
}

export type InterviewArticle = {
  /** Only if the body is an interview, see `isInterview`. */
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
  const interview = findInterview(rest, facts, context)
  if (interview?.cast.host === undefined) {
    const reading = readSection(rest, body, context)
    const unknown = interview === undefined || reading.transcript !== undefined ? [] : [hostUnknown(interview.spoken)]
    return {...reading, facts: {...facts, people: []}, problems: [...problems, ...reading.problems, ...unknown]}
  }
  const {cast, intro, spoken} = interview
  const {parts, notes, problems: turnProblems} = readInterviewTurns(spoken, cast, body.inline)
  const people = [interview.cast.host, ...cast.guests]
  const {transcript, problems: speakerProblems} = resolveSpeakers({parts}, [...people, ...context.people])
  return {
    transcript,
    notes: [...intro.filter((block) => !isPromotion(block)), ...notes],
    facts: {people, ...facts},
    problems: [
      ...problems,
      ...cast.problems,
      ...intro.filter(isPromotion).map(promotionAbove),
      ...turnProblems,
      ...(scraped?.problems ?? []),
      ...speakerProblems,
      transcriptInferred(spoken, transcript),
    ],
  }
}

/** A body that marks its transcript with a heading needs no evidence for it. */
function readSection(
  rest: readonly Block[],
  {inline}: Markdown,
  {people}: InterviewContext,
): Pick<InterviewArticle, 'transcript' | 'notes' | 'problems'> {
  const found = findTranscriptSection(rest)
  if (found === undefined) return {notes: rest, problems: []}
  const reading = readMarkdownTranscript({blocks: found.section, inline}, {people})
  const resolved = resolveSpeakers(reading.transcript, people)
  return {transcript: resolved.transcript, notes: found.notes, problems: [...reading.problems, ...resolved.problems]}
}

type Interview = {readonly cast: Cast; readonly intro: readonly Block[]; readonly spoken: readonly Block[]}

/** The interview in a body: where it starts, and who takes part. `undefined` if the body is anything else. */
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

/** Show notes write `Nora:` above a list of what she said or picked; only words after the label are an answer. */
function answerLabel(block: Block, next: Block | undefined): Label | undefined {
  const label = labelOfBlock(block)
  const isListTitle = label?.rest === '' ? next?.token.type === 'list' : /^[-*+] /.test(label?.rest ?? '')
  return isListTitle ? undefined : label
}

/** A block with the part that its label gives it in the conversation. */
type Exchange = {readonly block: Block; readonly role?: 'host' | 'guest'; readonly isBold?: boolean}

function spokenBy(label: Label | undefined, cast: Cast): Omit<Exchange, 'block'> {
  const role = label?.name === undefined ? undefined : cast.roleOf(label.name)
  return role === undefined ? {} : {role, isBold: label?.form === 'bold'}
}

/**
 * The first block of the interview, going back from the first labelled one: to the note about the transcription or to
 * `## Transcript`, else over the headings (and up to three blocks of text below one) that lead to the first answer.
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
 * - two labelled answers or more, by people whom the article or the show names (see `findCast`);
 * - they alternate: half of the headings among them, and two at least, have an answer below before the next heading; or host and guest both
 *   carry bold labels and change four times at least. Labels without markup, which notes that sum up a talk use as well (`Nora: says that
 *   …`), count only right below a heading;
 * - with more than one guest the text says that somebody was recorded: a host who presents themselves, or a note about the transcription.
 *   Without that, several people who answer the same questions are a questionnaire, which nobody spoke.
 * A text that says it was recorded needs only a third of its headings answered: some are titles, some are remarks.
 * A post with headings, a list of picks under the hosts' names, or a questionnaire fails one of them and stays show notes.
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

/** Headings up to the last answer, and how many of them have an answer below. */
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
