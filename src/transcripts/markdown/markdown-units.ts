import type {MarkedToken, Tokens} from 'marked'
import {countNewlines} from '../../text/markdown/block-text.ts'
import type {Block} from '../../text/markdown/markdown.ts'
import {isEditorialNote} from '../interview/interview-blocks.ts'
import {cleanLabel, isNoPerson, looksLikeName} from '../speakers/speaker-labels.ts'
import {nameKey} from '../speakers/speakers.ts'
import {namesAmong, readTurnHead} from '../speakers/unmarked-names.ts'
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
export function unitsOf(blocks: readonly Block[], people: Known): Unit[] {
  const known = withReturning(blocks, people)
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
      else if (token.type === 'list' && itemsAreTurns(token, known)) units.push(...itemUnits(token, block.line, known))
      else if (isLabelledHeading(block, known)) units.push(...textUnits(block, known, quoted, false))
      else if (heading !== undefined && isSpeaker(heading, block))
        units.push({kind: 'text', text: '', line: block.line, quoted, listFollows: false, label: heading})
      else if (token.type === 'paragraph' && !isEditorialNote(block)) {
        units.push(...textUnits(block, known, quoted, all[index + 1]?.token.type === 'list'))
      } else if (token.type !== 'space' && token.type !== 'def') units.push({kind: 'block', block})
    }
  }
  visit(blocks, false)
  return withNamesBelowRanges(units, people)
}

/** Gives a label to a text that begins with a time and a name, without a colon. */
function withNamesBelowRanges(units: Unit[], known: Known): Unit[] {
  const texts = units.filter((unit) => unit.kind === 'text')
  const heads = new Map(texts.map((unit) => [unit, unit.label === undefined ? readTurnHead(unit.text) : undefined]))
  if (![...heads.values()].some((each) => each !== undefined)) return units
  const timed = texts.filter((unit) => heads.get(unit) !== undefined || readParagraphTimestamp(unit.text) !== undefined)
  const isName = namesAmong(timed.map((unit) => heads.get(unit)?.name))
  return units.map((unit) => {
    const found = unit.kind === 'text' ? heads.get(unit) : undefined
    if (unit.kind !== 'text' || found === undefined || !(isName(found.name) || known(found.name))) return unit
    const {name, lines, ...others} = found
    const label: Label = {name: cleanLabel(name), form: 'line', shape: 'name', isCertain: true, ...others}
    return {...unit, line: unit.line + lines, label}
  })
}

/** `- **Mara:** Hello.`: every item begins with a name in bold, or with a known one. */
function itemsAreTurns({items}: Tokens.List, known: Known): boolean {
  return items.every(({text, tokens}) => {
    const label = tokens.every(({type}) => type === 'text') ? readLabel(text, known) : undefined
    return (
      label?.name !== undefined &&
      label.rest !== '' &&
      (label.form === 'bold' ? label.shape === 'name' : known(label.name))
    )
  })
}

function itemUnits({items}: Tokens.List, line: number, known: Known): Unit[] {
  let at = line
  return items.flatMap((item) => {
    const units = textUnits({token: item.tokens[0] as MarkedToken, line: at}, known, false, false)
    at += countNewlines(item.raw)
    return units
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
    const beginsUnit =
      linesAreParagraphs ||
      startsWithMarkedLabel(next) ||
      startsWithOwnTime(next, text.slice(from, at)) ||
      startsWithSpeaker(next, known)
    if (!beginsUnit) continue
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

/** `Jo: Thanks.` on a line of a paragraph, if Jo is known. Somebody else's words follow, and Markdown would join them to those before. */
function startsWithSpeaker(line: string, known: Known): boolean {
  const name = plainLabel.exec(line)?.[1]
  return name !== undefined && looksLikeName(name) && known(cleanLabel(name))
}

const plainLabel = /^([^\n:：*_[\]()`<]{1,60})(?::[ \t]|：)/
const plainLabels = new RegExp(plainLabel.source, 'gm')

/** Those who are known, and names with a colon that return at the beginning of lines. */
function withReturning(blocks: readonly Block[], known: Known): Known {
  let returning: ReadonlySet<string> | undefined
  return (name) => {
    if (known(name)) return true
    returning ??= returningLabels(blocks)
    return returning.has(nameKey(name))
  }
}

function returningLabels(blocks: readonly Block[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const {token} of blocks) {
    if (token.type !== 'paragraph') continue
    for (const {1: name = ''} of token.text.matchAll(plainLabels))
      if (looksLikeName(name)) counts.set(nameKey(cleanLabel(name)), (counts.get(nameKey(cleanLabel(name))) ?? 0) + 1)
  }
  return new Set([...counts].flatMap(([key, count]) => (count > 1 ? [key] : [])))
}

function startsWithMarkedLabel(line: string): boolean {
  if (!/^(?:\*\*|__|\\?[[(]|\d{1,3}[:;]\d{2}|[^\n]{1,80}[ ([]\d{1,3}[:;]\d{2})/.test(line)) return false
  const label = readLabel(line, () => false)
  if (label === undefined || label.name === undefined) return label !== undefined
  if (label.form === 'plain') return readLeadingTimestamp(line) !== undefined && label.shape === 'name'
  return label.form === 'bold' || (label.form === 'line' && label.startInSeconds !== undefined)
}
