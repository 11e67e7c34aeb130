import type {MarkedToken} from 'marked'
import type {Problem} from '../../model/problem.ts'
import {blockText} from '../../text/markdown/block-text.ts'
import type {Block} from '../../text/markdown/markdown.ts'
import {isNoPerson, looksLikeName} from '../speakers/speaker-labels.ts'
import {
  countWords,
  isEditorialNote,
  isSectionTitle,
  isSignOff,
  isTranscriptMark,
  labelOfBlock,
} from './interview-blocks.ts'
import {problem} from './interview-problems.ts'

export type ScrapedReading = {
  /** The article with its structure restored where it is certain: the title, and headings for the host's questions. */
  readonly blocks: readonly Block[]
  readonly problems: readonly Problem[]
}

/**
 * Reads an article that was copied from a web page. Headings and bold are lost, the site's navigation stands above it, and front
 * matter has become a line of keys and lines of values. `undefined` for every other text. What is certain is restored: a label is
 * written only where the speaker changes, so the paragraph right above a guest's label is a question. Paragraphs between an answer
 * and the next question may belong to either, and nobody can know. They stay with the answer, and a problem names their lines.
 */
export function restoreScrapedArticle(blocks: readonly Block[]): ScrapedReading | undefined {
  if (blocks.some(({token}) => token.type === 'heading')) return undefined
  const labels = blocks.map((block) => plainLabel(block))
  const guest = mostFrequent(labels)
  if (guest === undefined) return undefined
  const first = labels.findIndex((label) => label !== undefined)
  const titleAt = titleIndex(blocks.slice(0, first))
  const article = blocks.slice(Math.max(0, titleAt))
  const names = labels.slice(Math.max(0, titleAt))
  const {questions, sections, uncertain} = findQuestions(article, names, guest)
  const restored = article.map((block, index) => {
    if (index === 0 && titleAt >= 0) return asHeading(block, 1)
    return questions.has(index) || sections.has(index) ? asHeading(block, 3) : block
  })
  return {blocks: restored, problems: uncertain.length === 0 ? [] : [uncertainty(uncertain)]}
}

function plainLabel(block: Block): string | undefined {
  const label = labelOfBlock(block)
  if (label?.form !== 'plain' || label.name === undefined || isNoPerson(label.name)) return undefined
  // `Apple Podcasts: https://…` is a list of links.
  if (/^https?:\/\//.test(label.rest)) return undefined
  return looksLikeName(label.name) && countWords(label.name) <= 3 ? label.name : undefined
}

/** The guest is the person who answers most, at least five times. Fewer labels also occur in notes and recipes. */
function mostFrequent(labels: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>()
  for (const label of labels) if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1)
  const [most] = [...counts].sort((one, other) => other[1] - one[1])
  return most !== undefined && most[1] >= 5 ? most[0] : undefined
}

/** The title is the first paragraph that repeats a line above it: once it stands in the flattened front matter, once on the page. */
function titleIndex(above: readonly Block[]): number {
  const seen = new Set<string>()
  for (const [index, {token}] of above.entries()) {
    if (token.type !== 'paragraph') continue
    const lines = token.text.split('\n').map((line) => line.trim())
    if (lines.length === 1 && seen.has(lines[0] ?? '')) return index
    for (const line of lines) seen.add(line)
  }
  return -1
}

type Questions = {
  readonly questions: ReadonlySet<number>
  readonly sections: ReadonlySet<number>
  readonly uncertain: readonly Block[]
}

function findQuestions(article: readonly Block[], labels: readonly (string | undefined)[], guest: string): Questions {
  const questions = new Set<number>()
  const sections = new Set<number>()
  const uncertain: Block[] = []
  const note = article.findIndex((block) => isEditorialNote(block) || isTranscriptMark(block))
  let speaking: string | undefined
  let since = note
  for (const [index, label] of labels.entries()) {
    if (label === undefined) continue
    if (label === guest && index - 1 > since) {
      questions.add(index - 1)
      const between = article.slice(since + 1, index - 1)
      for (const [offset, block] of between.entries()) {
        const at = since + 1 + offset
        if (isFlatSection(block, article[at + 1])) sections.add(at)
        // Before the first answer, and below a label of the host, the speaker can only be the host.
        else if (speaking === guest) uncertain.push(block)
        else if (speaking !== undefined || note !== -1) questions.add(at)
      }
    }
    speaking = label
    since = index
  }
  return {questions, sections, uncertain}
}

function isFlatSection(block: Block, next: Block | undefined): boolean {
  const text = blockText(block.token)
  if (text.includes('\n') || countWords(text) > 6 || isSignOff(text)) return false
  return next !== undefined && isSectionTitle(text, asHeading(next, 3)) && /:$|rapid|lightning|^outro$/i.test(text)
}

function asHeading({token, line}: Block, depth: number): Block {
  if (token.type !== 'paragraph') return {token, line}
  const heading: MarkedToken = {type: 'heading', raw: token.raw, depth, text: token.text, tokens: token.tokens}
  return {token: heading, line}
}

function uncertainty(uncertain: readonly Block[]): Problem {
  const lines = uncertain.map(({line}) => line)
  const shown = lines.slice(0, 40).join(', ')
  const more = lines.length > 40 ? ` and ${lines.length - 40} more` : ''
  const message = `${lines.length} paragraphs between an answer and the next question may be the guest's or the host's: the copy has lost the headings that tell (lines ${shown}${more}); they are published as the guest's`
  const place = lines[0] === undefined ? {} : {line: lines[0]}
  return problem(
    'interview-question-uncertain',
    place,
    message,
    'Write "### " before each question, or use the Markdown source of the article',
  )
}
