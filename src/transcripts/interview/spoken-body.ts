import type {Problem} from '../../model/problem.ts'
import {blockText} from '../../text/markdown/block-text.ts'
import type {Block} from '../../text/markdown/markdown.ts'
import {readParagraphTimestamp} from '../markdown/markdown-labels.ts'
import {labelOfBlock} from './interview-blocks.ts'
import {problem} from './interview-problems.ts'

/** Show notes of this length are rare, and half an hour of speech is longer. */
const leastCharacters = 20_000
/** Without labels and times only the length says something. No show notes of real shows come near this length. */
const surelyCharacters = 40_000
/** This share of the paragraphs begins with a name or a time, in a text that is otherwise prose. */
const leastShare = 1 / 4
/** Lists of links, headings and quotes are notes; people speak in paragraphs. */
const shareOfParagraphs = 0.8

/**
 * Asks the author about a body that has the length and the form of speech but was read as show notes. An author who wants a
 * transcript would otherwise get an endless description in every app, and no captions.
 */
export function askAboutSpeech(notes: readonly Block[], line: number): Problem[] {
  const texts = notes.map((block) => ({block, length: blockText(block.token).length}))
  const total = texts.reduce((sum, {length}) => sum + length, 0)
  if (total < leastCharacters) return []
  const paragraphs = texts.filter(({block}) => block.token.type === 'paragraph')
  const spoken = paragraphs.filter(({block}) => begins(block))
  const isLabelled = spoken.length >= 10 && spoken.length >= paragraphs.length * leastShare
  const inParagraphs = paragraphs.reduce((sum, {length}) => sum + length, 0)
  const isWall = total >= surelyCharacters && inParagraphs >= total * shareOfParagraphs
  if (!isLabelled && !isWall) return []
  const message = `The text has ${Math.round(total / 1000)} kB and reads like speech, but nothing says that it is the transcript: all of it is published as the description`
  const hint = 'Write body: transcript into the front matter, or body: notes if it is an article'
  return [problem('body-perhaps-transcript', {line}, message, hint)]
}

/** Fewer turns, or one name alone, are a quotation or a list. */
export const fewestTurns = 6
const fewestTurnsOfOne = 2

/** Whether at least two people speak by turns in most paragraphs of a text. Its length says nothing. */
export function isConversation(notes: readonly Block[]): boolean {
  const paragraphs = notes.filter(({token}) => token.type === 'paragraph')
  const turns = new Map<string, number>()
  for (const block of paragraphs) {
    const name = labelOfBlock(block)?.name
    if (name !== undefined) turns.set(name, (turns.get(name) ?? 0) + 1)
  }
  const total = [...turns.values()].reduce((sum, count) => sum + count, 0)
  const speakers = [...turns.values()].filter((count) => count >= fewestTurnsOfOne)
  return speakers.length >= 2 && total >= fewestTurns && total * 2 >= paragraphs.length
}

function begins(block: Block): boolean {
  return (
    block.token.type === 'paragraph' &&
    (labelOfBlock(block) !== undefined || readParagraphTimestamp(block.token.text) !== undefined)
  )
}
