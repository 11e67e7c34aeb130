import type {MarkedToken} from 'marked'
import type {Block} from '../../text/markdown/markdown.ts'
import {isEditorialNote} from '../interview/interview-blocks.ts'
import {namesBelowRanges, readBelowRange} from '../speakers/names-below-ranges.ts'
import {cleanLabel, isNoPerson} from '../speakers/speaker-labels.ts'
import {nameKey} from '../speakers/speakers.ts'
import {
  type Label,
  readHeadingLabel,
  readLabel,
  readLeadingTimestamp,
  readParagraphTimestamp,
} from './markdown-labels.ts'
import {blocksInside} from './markdown-parts.ts'

/** A run of text that may start with a label. */
export type TextUnit = {
  readonly kind: 'text'
  readonly text: string
  readonly line: number
  readonly quoted: boolean
  readonly label?: Label
  readonly listFollows: boolean
}

/** A run of text, or a block that cannot start with a label. */
export type Unit = TextUnit | {readonly kind: 'block'; readonly block: Block}

type Known = (name: string) => boolean

/** The blocks of a transcript, cut where somebody may begin to speak. `known` tells the names of people. */
export function unitsOf(blocks: readonly Block[], known: Known): Unit[] {
  // Arrested DevOps writes every turn as a quote. Where no quote carries a label, quotes are only quotes.
  const quotesAreTurns =
    blocks.filter(
      ({token}) => token.type === 'blockquote' && /^(?:>[ \t]?)+[*_]{1,2}[^*_\n]{1,60}[:*_]/.test(token.raw),
    ).length >= 2
  const isSpeaker = headingSpeakers(blocks, known)
  const units: Unit[] = []
  const visit = (all: readonly Block[], quoted: boolean): void => {
    for (const [index, block] of all.entries()) {
      const {token} = block
      const heading = token.type === 'heading' ? readHeadingLabel(token.text) : undefined
      if (token.type === 'blockquote' && quotesAreTurns)
        visit(blocksInside(token.tokens as MarkedToken[], block.line), true)
      else if (isLabelledHeading(block, known)) units.push(...textUnits(block, known, quoted, false))
      else if (heading !== undefined && isSpeaker(heading, block))
        units.push({kind: 'text', text: '', line: block.line, quoted, listFollows: false, label: heading})
      else if (token.type === 'paragraph' && !isEditorialNote(block)) {
        units.push(...textUnits(block, known, quoted, all[index + 1]?.token.type === 'list'))
      } else if (token.type !== 'space' && token.type !== 'def') units.push({kind: 'block', block})
    }
  }
  visit(blocks, false)
  return withNamesBelowRanges(units, known)
}

/** Gives a label to a text of which the first line is a range and the second one a name. */
function withNamesBelowRanges(units: Unit[], known: Known): Unit[] {
  const texts = units.filter((unit) => unit.kind === 'text')
  const below = new Map(texts.map((unit) => [unit, unit.label === undefined ? readBelowRange(unit.text) : undefined]))
  if (![...below.values()].some((each) => each !== undefined)) return units
  const ranged = texts.filter(({text}) => readParagraphTimestamp(text)?.endInSeconds !== undefined)
  const isName = namesBelowRanges(ranged.map((unit) => below.get(unit)?.name))
  return units.map((unit) => {
    const found = unit.kind === 'text' ? below.get(unit) : undefined
    if (unit.kind !== 'text' || found === undefined || !(isName(found.name) || known(found.name))) return unit
    const {name, ...times} = found
    const label: Label = {name: cleanLabel(name), form: 'line', shape: 'name', isCertain: true, ...times}
    // The text begins two lines below the range.
    return {...unit, line: unit.line + 2, label}
  })
}

/** `### Ida: How did it begin?`, `# **Break:**` */
function isLabelledHeading({token}: Block, known: Known): boolean {
  if (token.type !== 'heading') return false
  const name = readLabel(token.text, known)?.name
  return name !== undefined && (known(name) || isNoPerson(name))
}

/**
 * Says which headings are labels: `### Nora (00:04)`. A section has the same form (`### Getting started (00:04)`). So the names
 * must be known, or they must return, as sections do not. The other headings of their rank that have a time as well are then
 * people, too. In a text where no paragraph has a label, and every heading with a time looks like a name, only the headings say who
 * speaks.
 */
function headingSpeakers(blocks: readonly Block[], known: Known): (label: Label, block: Block) => boolean {
  const headings = blocks.flatMap(({token}) => {
    const label = token.type === 'heading' ? readHeadingLabel(token.text) : undefined
    return label?.name === undefined || token.type !== 'heading'
      ? []
      : [{label, rank: rankOf(token.depth, label), key: nameKey(label.name)}]
  })
  if (headings.length === 0) return () => false
  const speaking = new Set<string>()
  for (const {label, rank, key} of headings) {
    const returns = headings.filter((each) => each.key === key && each.rank === rank).length > 1
    if (returns || (known(label.name ?? '') && label.startInSeconds !== undefined)) speaking.add(rank)
  }
  const onlyRank = headings[0]?.rank ?? ''
  const allTimed = blocks.every(({token}) => token.type !== 'heading' || readHeadingLabel(token.text) !== undefined)
  const areAll =
    headings.length >= 2 &&
    allTimed &&
    headings.every(({label, rank}) => rank === onlyRank && label.startInSeconds !== undefined)
  if (areAll && !blocks.some(({token}) => token.type === 'paragraph' && readLabel(token.text, known) !== undefined))
    speaking.add(onlyRank)
  return (label, {token}) => token.type === 'heading' && speaking.has(rankOf(token.depth, label))
}

function rankOf(depth: number, label: Label): string {
  return `${depth}${label.startInSeconds === undefined ? '' : ' with a time'}`
}

/** A paragraph, cut where a line starts with a label that cannot be prose, or with a time of its own. */
function textUnits({token, line}: Block, known: Known, quoted: boolean, listFollows: boolean): Unit[] {
  const text = 'text' in token ? token.text : ''
  const units: Unit[] = []
  let from = 0
  let startLine = line
  const end = (to: number): void => {
    const piece = text.slice(from, to).trimEnd()
    const label = readLabel(piece, known)
    const found = label === undefined ? {} : {label}
    units.push({kind: 'text', text: piece, line: startLine, quoted, listFollows, ...found})
  }
  const linesAreParagraphs = text.includes('\n') && everyLineEndsSentence(text)
  let current = line
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    current += 1
    const next = text.slice(at + 1, at + 140)
    if (!linesAreParagraphs && !startsWithMarkedLabel(next) && !startsWithOwnTime(next, text.slice(from, at))) continue
    end(at)
    from = at + 1
    startLine = current
  }
  end(text.length)
  return units
}

const sentenceEnd = /[.?!…。！？]["”’')\]*_]*[ \t]*$/
const leastLines = 4

/**
 * Machines write a paragraph on each line, without blank lines between them, and Markdown takes that for one paragraph of an hour.
 * In a text that was wrapped at a width, few lines end with their sentence.
 */
function everyLineEndsSentence(text: string): boolean {
  const lines = text.split('\n')
  return lines.length >= leastLines && lines.filter((line) => sentenceEnd.test(line)).length >= lines.length * 0.9
}

/** `[00:00.000 --> 00:04.000] Hello`, with one such line below the other. A single time within a wrapped sentence begins nothing. */
function startsWithOwnTime(line: string, before: string): boolean {
  const stamp = readParagraphTimestamp(line)
  return stamp !== undefined && (stamp.endInSeconds !== undefined || sentenceEnd.test(before.slice(-12)))
}

function startsWithMarkedLabel(line: string): boolean {
  if (!/^(?:\*\*|__|\\?[[(]|\d{1,3}[:;]\d{2}|[^\n]{1,80}[ ([]\d{1,3}[:;]\d{2})/.test(line)) return false
  const label = readLabel(line, () => false)
  if (label === undefined || label.name === undefined) return label !== undefined
  if (label.form === 'plain') return readLeadingTimestamp(line) !== undefined && label.shape === 'name'
  return label.form === 'bold' || (label.form === 'line' && label.startInSeconds !== undefined)
}
