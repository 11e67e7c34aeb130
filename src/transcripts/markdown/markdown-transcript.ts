import type {Person} from '../../model/person.ts'
import {present} from '../../model/present.ts'
import type {Problem} from '../../model/problem.ts'
import type {Transcript} from '../../model/transcript.ts'
import {blockText} from '../../text/markdown/block-text.ts'
import {type Block, lexMarkdown, type Markdown} from '../../text/markdown/markdown.ts'
import {readLeadingMark, readTrailingMark} from '../../text/time/clock-times.ts'
import {isEditorialNote, isTranscriptMark} from '../interview/interview-blocks.ts'
import {unknownLabel} from '../speakers/label-prefixes.ts'
import {isNoPerson} from '../speakers/speaker-labels.ts'
import {nameKey} from '../speakers/speakers.ts'
import {labelRule} from './markdown-label-rule.ts'
import {type Label, readLeadingTimestamp, readParagraphTimestamp} from './markdown-labels.ts'
import {collectParts, cuesOfBlock, cuesOfText, type PartsCollector} from './markdown-parts.ts'
import {problem} from './markdown-problems.ts'
import {type TextUnit, unitsOf} from './markdown-units.ts'

export type MarkdownTranscriptContext = {
  readonly people: readonly Person[]
  /** What a label of the file stands for, where the author says so: `SPEAKER_00` -> `Nora Quist`. */
  readonly speakerNames?: ReadonlyMap<string, string>
}

export type MarkdownTranscript = {readonly transcript: Transcript; readonly problems: readonly Problem[]}

/** Reads a Markdown file that is a transcript. Its own front matter (`episode: …`) is skipped. */
export function parseMarkdownTranscript(text: string, context: MarkdownTranscriptContext): MarkdownTranscript {
  const frontMatter = /^\ufeff?---[ \t]*\r?\n(?:[^\n]*\n){0,200}?---[ \t]*(?:\r?\n|$)/.exec(text)?.[0] ?? ''
  const firstLine = frontMatter.split('\n').length
  return readMarkdownTranscript(lexMarkdown(text.slice(frontMatter.length), {firstLine}), context)
}

/**
 * Reads a transcript written as Markdown or as plain text with names: `**Name:** …`, `__Name__: …`, `> *Name:* …`,
 * `Name (00:01:02):`, `Name  53:54`, `[Speaker 1 00:00]`, `Name: …` and their careless forms (see `readLabel`). Paragraphs without
 * a label continue the turn. Headings become sections, and times become the starts of cues. A text without labels is one stream
 * without a speaker: no speaker is guessed. People and `speakerNames` only help to tell labels from prose. `resolveSpeakers` says
 * afterwards whom a label means.
 */
export function readMarkdownTranscript(markdown: Markdown, context: MarkdownTranscriptContext): MarkdownTranscript {
  const known = knownNames(context)
  const units = unitsOf(markdown.blocks, known)
  const beginningOf = labelRule(units, known)
  const collector = collectParts()
  const problems: Problem[] = []
  const unknown: TextUnit[] = []
  let speaker: string | undefined
  for (const unit of units) {
    if (unit.kind === 'block') readOtherBlock(unit.block, markdown.inline, collector)
    else if (unit.label !== undefined && beginningOf(unit) === 'speaker') {
      speaker = readLabelled(unit.label, unit.line, speaker, {collector, inline: markdown.inline, problems})
    } else if (beginningOf(unit) === 'somebody') {
      unknown.push(unit)
      speaker = undefined
      collector.startTurn(undefined)
      collector.addCues(cuesOfText(unit.text, unit.line, markdown.inline))
    } else if (signature.test(unit.text)) collector.addNote({text: unit.text, line: unit.line})
    else readSpeech(unit, markdown.inline, collector)
  }
  const [first] = unknown
  if (first !== undefined) problems.push(unknownLabel(first.text, {line: first.line}, unknown.length))
  return {transcript: {parts: collector.parts()}, problems}
}

function readSpeech({text, line}: TextUnit, inline: Markdown['inline'], collector: PartsCollector): void {
  const stamp = readParagraphTimestamp(text)
  if (stamp?.rest !== '') collector.addCues(cuesOfText(text, line, inline))
  else collector.keepTimes(present({startInSeconds: stamp.startInSeconds, endInSeconds: stamp.endInSeconds}))
}

/** Services sign their exports with such a line, which nobody said. */
const signature = /^transcribed by https?:\/\/\S+$/i

type Output = {readonly collector: PartsCollector; readonly inline: Markdown['inline']; readonly problems: Problem[]}

/** Starts the turn of a label and returns who speaks from here on. */
function readLabelled(
  label: Label,
  line: number,
  before: string | undefined,
  {collector, inline, problems}: Output,
): string | undefined {
  const {startInSeconds, endInSeconds} = label
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
  const times = present({startInSeconds, endInSeconds})
  if (label.rest === '') collector.keepTimes(times)
  else collector.addCues(cuesOfText(label.rest, line, inline, times))
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
    const text = blockText(token)
    const stamp = readLeadingMark(text) ?? readTrailingMark(text)
    const isTimed = stamp?.isBracketed === true
    const title = isTimed ? stamp.rest.trim() : text
    collector.addSection({title, ...(isTimed && {startInSeconds: stamp.startInSeconds}), line})
  } else collector.addCues(cuesOfBlock(block, inline))
}

function knownNames({people, speakerNames}: MarkdownTranscriptContext): (name: string) => boolean {
  const keys = new Set<string>([...(speakerNames?.keys() ?? [])].map(nameKey))
  for (const {name, aliases = []} of people) {
    for (const each of [name, name.split(' ')[0] ?? name, ...aliases]) keys.add(nameKey(each))
  }
  return (name) => keys.has(nameKey(name))
}
