import type {MarkedToken} from 'marked'
import type {Person} from '../model/person.ts'
import {type Problem, problem} from '../model/problem.ts'
import type {Transcript} from '../model/transcript.ts'
import {type Block, blockText, lexMarkdown, type Markdown} from '../text/markdown.ts'
import {isEditorialNote, isTranscriptMark} from './interview-blocks.ts'
import {type Label, readLabel, readLeadingTimestamp} from './markdown-labels.ts'
import {blocksInside, collectParts, cuesOfBlock, cuesOfText, type PartsCollector} from './markdown-parts.ts'
import {isNoPerson, looksLikeName} from './speaker-labels.ts'
import {nameKey} from './speakers.ts'

export type MarkdownTranscriptContext = {
  readonly people: readonly Person[]
  /** What a label of the file stands for, where its author says so: `SPEAKER_00` -> `Nora Quist`. */
  readonly speakerNames?: ReadonlyMap<string, string>
}

export type MarkdownTranscript = {readonly transcript: Transcript; readonly problems: readonly Problem[]}

/** A run of text that may start with a label, or a block that cannot. */
type Unit =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly line: number
      readonly quoted: boolean
      readonly label?: Label
      readonly listFollows: boolean
    }
  | {readonly kind: 'block'; readonly block: Block}

/** A Markdown file that is a transcript; its own front matter (`episode: …`) is skipped. */
export function parseMarkdownTranscript(text: string, context: MarkdownTranscriptContext): MarkdownTranscript {
  const frontMatter = /^\ufeff?---[ \t]*\r?\n(?:[^\n]*\n){0,200}?---[ \t]*(?:\r?\n|$)/.exec(text)?.[0] ?? ''
  const firstLine = frontMatter.split('\n').length
  return readMarkdownTranscript(lexMarkdown(text.slice(frontMatter.length), {firstLine}), context)
}

/**
 * Reads a transcript written as Markdown or as plain text with names: `**Name:** …`, `__Name__: …`, `> *Name:* …`, `Name (00:01:02):`,
 * `Name  53:54`, `[Speaker 1 00:00]`, `Name: …` and their careless forms (see `readLabel`). Paragraphs without a label continue the turn.
 * Headings are sections; times become the starts of cues. A text without labels is one stream without a speaker: nobody is guessed.
 * People and `speakerNames` only help to tell labels from prose; `resolveSpeakers` says afterwards whom a label means.
 */
export function readMarkdownTranscript(markdown: Markdown, context: MarkdownTranscriptContext): MarkdownTranscript {
  const known = knownNames(context)
  const units = unitsOf(markdown.blocks, known)
  const accepts = labelRule(units, known)
  const collector = collectParts()
  const problems: Problem[] = []
  let speaker: string | undefined
  for (const unit of units) {
    if (unit.kind === 'block') readOtherBlock(unit.block, markdown.inline, collector)
    else if (unit.label !== undefined && accepts(unit)) {
      speaker = readLabelled(unit.label, unit.line, speaker, {collector, inline: markdown.inline, problems})
    } else if (signature.test(unit.text)) collector.addNote({text: unit.text, line: unit.line})
    else collector.addCues(cuesOfText(unit.text, unit.line, markdown.inline))
  }
  return {transcript: {parts: collector.parts()}, problems}
}

/** Services sign their exports. Nobody said it. */
const signature = /^transcribed by https?:\/\/\S+$/i

type Output = {readonly collector: PartsCollector; readonly inline: Markdown['inline']; readonly problems: Problem[]}

/** Starts the turn of a label and returns who speaks from here on. */
function readLabelled(
  label: Label,
  line: number,
  before: string | undefined,
  {collector, inline, problems}: Output,
): string | undefined {
  const {startInSeconds} = label
  if (label.name !== undefined && isNoPerson(label.name)) {
    collector.addSection({title: label.name, ...(startInSeconds === undefined ? {} : {startInSeconds}), line})
    collector.startTurn(undefined)
    // `**Break:** \[24:52\] to \[26:19\]`: the second time says when somebody speaks again.
    collector.addCues(cuesOfText(readLeadingTimestamp(label.rest)?.rest ?? label.rest, line, inline))
    return undefined
  }
  if (label.name === '') problems.push(emptyLabel(line))
  const name = label.name === undefined ? before : label.name || undefined
  collector.startTurn(name === undefined ? undefined : {label: name})
  collector.addCues(cuesOfText(label.rest, line, inline, startInSeconds))
  return name
}

function emptyLabel(line: number): Problem {
  const message = 'A speaker label has no name, so nobody is named for what follows'
  return problem('speaker-label-empty', {line}, message, 'Write the name between the stars: **Nora:** Hello.')
}

function readOtherBlock(block: Block, inline: Markdown['inline'], collector: PartsCollector): void {
  const {token, line} = block
  if (token.type === 'hr' || isTranscriptMark(block)) return
  if (isEditorialNote(block)) {
    collector.addNote({text: blockText(token), line})
  } else if (token.type === 'heading') {
    const stamp = readLeadingTimestamp(token.text)
    const text = blockText(token)
    // The brackets of the time are plain text once the inline parser has been over them.
    const title = stamp === undefined ? text : text.replace(/^\[[^\]]*\]\s*/, '')
    collector.addSection({title, ...(stamp && {startInSeconds: stamp.startInSeconds}), line})
  } else collector.addCues(cuesOfBlock(block, inline))
}

function knownNames({people, speakerNames}: MarkdownTranscriptContext): (name: string) => boolean {
  const keys = new Set<string>([...(speakerNames?.keys() ?? [])].map(nameKey))
  for (const {name, aliases = []} of people) {
    for (const each of [name, name.split(' ')[0] ?? name, ...aliases]) keys.add(nameKey(each))
  }
  return (name) => keys.has(nameKey(name))
}

function unitsOf(blocks: readonly Block[], known: (name: string) => boolean): Unit[] {
  // Arrested DevOps writes every turn as a quote; where quotes carry no labels they are quotes.
  const quotesAreTurns =
    blocks.filter(
      ({token}) => token.type === 'blockquote' && /^(?:>[ \t]?)+[*_]{1,2}[^*_\n]{1,60}[:*_]/.test(token.raw),
    ).length >= 2
  const units: Unit[] = []
  const visit = (all: readonly Block[], quoted: boolean): void => {
    for (const [index, block] of all.entries()) {
      const {token} = block
      if (token.type === 'blockquote' && quotesAreTurns)
        visit(blocksInside(token.tokens as MarkedToken[], block.line), true)
      else if (isLabelledHeading(block, known)) units.push(...textUnits(block, known, quoted, false))
      else if (token.type === 'paragraph' && !isEditorialNote(block)) {
        units.push(...textUnits(block, known, quoted, all[index + 1]?.token.type === 'list'))
      } else if (token.type !== 'space' && token.type !== 'def') units.push({kind: 'block', block})
    }
  }
  visit(blocks, false)
  return units
}

/** `### Ida: How did it begin?`, `# **Break:**` */
function isLabelledHeading({token}: Block, known: (name: string) => boolean): boolean {
  if (token.type !== 'heading') return false
  const name = readLabel(token.text, known)?.name
  return name !== undefined && (known(name) || isNoPerson(name))
}

/** A paragraph, cut where a line starts with a label that cannot be prose. */
function textUnits(
  {token, line}: Block,
  known: (name: string) => boolean,
  quoted: boolean,
  listFollows: boolean,
): Unit[] {
  const text = 'text' in token ? token.text : ''
  const units: Unit[] = []
  let from = 0
  let startLine = line
  const end = (to: number): void => {
    const piece = text.slice(from, to).trimEnd()
    const label = readLabel(piece, known)
    units.push({
      kind: 'text',
      text: piece,
      line: startLine,
      quoted,
      listFollows,
      ...(label === undefined ? {} : {label}),
    })
  }
  let current = line
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    current += 1
    if (!startsWithMarkedLabel(text.slice(at + 1, at + 120))) continue
    end(at)
    from = at + 1
    startLine = current
  }
  end(text.length)
  return units
}

function startsWithMarkedLabel(line: string): boolean {
  if (!/^(?:\*\*|__|\\?\[|[^\n]{1,60}[ (]\d{1,2}:\d{2})/.test(line)) return false
  const label = readLabel(line, () => false)
  if (label === undefined || label.name === undefined) return label !== undefined
  return label.form === 'bold' || (label.form === 'line' && label.startInSeconds !== undefined)
}

/**
 * Which labels are speakers in this file. Bold with a colon is what transcripts use, so a capitalised name is enough there;
 * `Name: text` also occurs in prose, so it must occur twice, or be known. A bold title above a list is a title.
 */
function labelRule(
  units: readonly Unit[],
  known: (name: string) => boolean,
): (unit: Extract<Unit, {kind: 'text'}>) => boolean {
  const counts = new Map<string, number>()
  for (const unit of units) {
    if (unit.kind === 'text' && unit.label?.name !== undefined) {
      const key = nameKey(unit.label.name)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return ({label, quoted, listFollows}) => {
    if (label === undefined) return false
    const {name, form} = label
    // `(00:01:21):` and `**:**`
    if (name === undefined || (name === '' && form === 'bold')) return true
    if (name === '') return false
    if (known(name) || isNoPerson(name)) return form !== 'italic' || quoted || known(name)
    if (label.rest === '' && listFollows) return false
    const isRepeated = (counts.get(nameKey(name)) ?? 0) >= 2
    if (form === 'italic') return quoted && (looksLikeName(name) || isRepeated)
    if (form === 'bold') return looksLikeName(name) || (isRepeated && name.split(' ').length <= 3)
    return looksLikeName(name) && (isRepeated || (form === 'line' && label.startInSeconds !== undefined))
  }
}
