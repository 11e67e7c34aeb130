import type {Chapter} from '../model/chapter.ts'
import {present} from '../model/present.ts'
import {inlineText} from '../text/markdown/block-text.ts'
import {lexMarkdown, type Markdown} from '../text/markdown/markdown.ts'
import {cleanTitle} from './chapter-title.ts'
import {readLeadingTime, readTrailingTime} from './timestamp-line.ts'

export type NotesLine = {readonly text: string; readonly line: number}

/** A line of the notes that could be a chapter: it has a time at its start or at its end, and little else. */
type Candidate = {
  readonly chapter: Chapter
  readonly side: 'start' | 'end'
  /** The time is written in a form that only chapters have: `[@01:16]`, or a link to that time. */
  readonly isMarked: boolean
  readonly isTurn: boolean
  readonly isHeading: boolean
  /** The number of lines of prose since the candidate before it. */
  readonly gap: number
}

/** A longer text is a paragraph that happens to begin with a time. */
const longestTitleInCharacters = 200
const longestLineInCharacters = 1000
/** A sentence or two about the chapter may follow its line. */
const longestGapInLines = 2

/**
 * Finds chapters that the author wrote as lines of show notes: list items, paragraphs, headings or HTML with a time at the start
 * (`* **[03:09](#t=03:09)** The agenda.`, `- [@01:16] - Question`, `(00:06:39) Title`, `## [00:04:28] Title`) or set off at the end
 * (`- Wallets (17:10)`, `Title *00:13:05*`).
 *
 * A time in prose is no chapter. There must be a run of at least three such lines. All have the time on the same side, the times rise,
 * and there are at most two lines of prose between two of them (around headings, any number). Two lines are enough if the first is 0:00
 * or if both are marked as times of the recording. If more than half of the lines name a speaker, the run is a transcript. Titles are
 * plain text.
 */
export function readTimestampLines(lines: readonly NotesLine[]): readonly Chapter[] {
  const runs = splitRuns(findCandidates(joinWrappedItems(lines))).filter(isChapterList)
  return joinRuns(runs.map((run) => run.map((each) => each.chapter)))
}

const listItem = /^\s*(?:[-*+•]|\d{1,3}[.)])\s/
const continuation = /^\s+(?![-*+•>|#]|\d{1,3}[.)]\s|[[(@*_]{0,4}\d{1,3}:\d\d)\S/

/**
 * Joins list items that were wrapped into one line. A short line does not count as wrapped, unless a link is open at its end: a text
 * that is indented below a finished title is a remark.
 */
function joinWrappedItems(lines: readonly NotesLine[]): readonly NotesLine[] {
  const joined: NotesLine[] = []
  for (const current of lines) {
    const item = joined.at(-1)
    const isWrapped =
      item !== undefined && listItem.test(item.text) && wasWrapped(item.text) && continuation.test(current.text)
    if (isWrapped) joined[joined.length - 1] = {...item, text: `${item.text} ${current.text.trim()}`}
    else joined.push(current)
  }
  return joined
}

function wasWrapped(text: string): boolean {
  if (text.length > longestTitleInCharacters || text.endsWith('  ')) return false
  return text.length >= 60 || text.lastIndexOf('[') > text.lastIndexOf(']')
}

function findCandidates(lines: readonly NotesLine[]): readonly Candidate[] {
  const markdown = lexMarkdown('')
  const candidates: Candidate[] = []
  let gap = 0
  let untitled: Candidate | undefined
  for (const piece of lines.flatMap(splitHtml)) {
    const text = piece.text.trim()
    if (text === '') continue
    const candidate = readCandidate(piece, markdown, gap)
    if (candidate === undefined) {
      // Some tools that write HTML break the line between a time and its title.
      const title =
        untitled && text.length <= longestTitleInCharacters ? cleanTitle(inlineText(markdown.inline(text))) : ''
      if (untitled && title !== '') {
        candidates.push({...untitled, chapter: {...untitled.chapter, title}})
        gap = 0
      } else if (isProse(piece.text)) gap += 1
      untitled = undefined
      continue
    }
    untitled = candidate.chapter.title === '' ? candidate : undefined
    if (untitled) continue
    candidates.push(candidate)
    gap = 0
  }
  return candidates
}

const block = /<\/?(?:p|div|br|li|ul|ol|tr|td|h[1-6])(?:\s[^<>]*)?\/?>/gi

/** Editors of hosting platforms put all paragraphs of a description on one line. */
function splitHtml({text, line}: NotesLine): readonly NotesLine[] {
  return text.includes('<') ? text.split(block).map((piece) => ({text: piece, line})) : [{text, line}]
}

const markers = /^(?:>[ \t]*)*(?:(?:[-*+•|]|\d{1,3}[.)]|#{1,6})[ \t]+){0,3}/
/** A time that only emphasis sets off: `*00:13:05*`. Brackets replace the emphasis, because they set a time off in plain text, too. */
const emphasisedEnd = /[*_`]{1,3}(\d{1,3}:\d{2}(?::\d{2})?)[*_`]{1,3}[.,;]?$/

function readCandidate({text, line}: NotesLine, markdown: Markdown, gap: number): Candidate | undefined {
  if (text.length > longestLineInCharacters || !/\d[:;：]\d\d/.test(text)) return undefined
  const whole = text.trim()
  const content = whole.replace(markers, '').replace(emphasisedEnd, '($1)')
  const tokens = markdown.inline(content)
  const plain = cleanTitle(inlineText(tokens))
  const leading = readLeadingTime(plain)
  const reading = leading ?? readTrailingTime(plain)
  if (reading === undefined || reading.rest.length > longestTitleInCharacters) return undefined
  const {rest, ...times} = reading
  const title = cleanTitle(rest.replace(/\|$/, ''))
  const link = tokens.find((token) => token.type === 'link' && cleanTitle(inlineText(token.tokens)) === title)
  const url = link?.type === 'link' && /^https?:\/\//i.test(link.href) ? link.href : undefined
  return {
    chapter: present({title, url, line, ...times}),
    side: leading === undefined ? 'end' : 'start',
    isMarked: /\[@\d|[#?&]t=\d/.test(content),
    isTurn: namesSpeaker(content),
    isHeading: /^#{1,6}\s/.test(whole),
    gap,
  }
}

/** Whether a line names a speaker in bold, with a colon: `[00:02:32] **Name:** …`, `**Name**: …`. */
function namesSpeaker(content: string): boolean {
  const label = /(?:\*\*|__)([^*_[\]]{1,60})(?::(?:\*\*|__)|(?:\*\*|__):)/.exec(content)?.[1]
  return label !== undefined && /\p{L}/u.test(label)
}

/** Indented lines, list items and headings belong to the lists around them. */
function isProse(text: string): boolean {
  return !/^(?:\s|[-*+•>|#]|\d{1,3}[.)]\s)/.test(text)
}

/**
 * A run ends where prose interrupts it, where the time changes sides, and where the times begin again, because a second list begins
 * there. A heading and its first item may have the same time.
 */
function splitRuns(candidates: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const runs: Candidate[][] = []
  for (const candidate of candidates) {
    const run = runs.at(-1)
    const first = run?.[0]
    const goesOn =
      first !== undefined &&
      (candidate.gap <= longestGapInLines || candidate.isHeading || run?.at(-1)?.isHeading === true) &&
      first.side === candidate.side &&
      (candidate.chapter.startInSeconds > first.chapter.startInSeconds || run?.length === 1)
    if (goesOn) run?.push(candidate)
    else runs.push([candidate])
  }
  return runs
}

function isChapterList(run: readonly Candidate[]): boolean {
  const [first] = run
  if (first === undefined) return false
  const isCertain = first.chapter.startInSeconds === 0 || run.every((each) => each.isMarked)
  const turns = run.filter((each) => each.isTurn).length
  return run.length >= (isCertain ? 2 : 3) && turns * 2 <= run.length && isRising(run)
}

/** A long list with one slip of the pen is still a list. `tidyChapters` says where the slip is. */
function isRising(run: readonly Candidate[]): boolean {
  const falls = run.filter((each, index) => each.chapter.startInSeconds < (run[index - 1]?.chapter.startInSeconds ?? 0))
  return falls.length * 5 <= run.length - 1
}

/**
 * Lists under several headings are one list if the times rise from each to the next. Otherwise (another language, a second recording)
 * the longest list is taken.
 */
function joinRuns(runs: readonly (readonly Chapter[])[]): readonly Chapter[] {
  const isOneList = runs.every((run, index) => startOf(run) > (runs[index - 1]?.at(-1)?.startInSeconds ?? -1))
  if (isOneList) return runs.flat()
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), [])
}

function startOf(run: readonly Chapter[]): number {
  return run[0]?.startInSeconds ?? 0
}
