import {blockText} from '../../text/markdown/block-text.ts'
import type {Block} from '../../text/markdown/markdown.ts'
import {readLeadingTimestamp, readParagraphTimestamp} from '../markdown/markdown-labels.ts'
import {isNoPerson} from '../speakers/speaker-labels.ts'
import {countWords, headingDepth, isTranscriptMark, labelOfBlock} from './interview-blocks.ts'

export type TranscriptSection = {
  readonly section: readonly Block[]
  /** Show notes above and below the section. */
  readonly notes: readonly Block[]
}

/**
 * The blocks below `## Transcript` (or `# Transcript`, `## Transcription:`), up to the next heading of that rank that belongs to
 * something else. `undefined` if there is no such heading, or if the section only links to a transcript elsewhere.
 */
export function findTranscriptSection(blocks: readonly Block[]): TranscriptSection | undefined {
  const mark = blocks.findIndex(isTranscriptMark)
  const rank = mark === -1 ? undefined : headingDepth(blocks[mark] as Block)
  if (rank === undefined) return undefined
  const length = blocks.slice(mark + 1).findIndex((block) => endsSection(block, rank))
  const end = length === -1 ? blocks.length : mark + 1 + length
  const section = blocks.slice(mark + 1, end)
  if (!holdsSpeech(section)) return undefined
  return {section, notes: [...blocks.slice(0, mark), ...blocks.slice(end)]}
}

function endsSection({token}: Block, rank: number): boolean {
  if (token.type !== 'heading' || token.depth > rank) return false
  // `# **Break:**` and `## [00:04:28] …` are parts of the conversation, whatever their rank.
  return readLeadingTimestamp(token.text) === undefined && !isNoPerson(blockText(token).replace(/:$/, ''))
}

/** A paragraph that begins with a label or with a time. */
function isTurn(block: Block): boolean {
  if (labelOfBlock(block) !== undefined) return true
  return block.token.type === 'paragraph' && readParagraphTimestamp(block.token.text) !== undefined
}

function holdsSpeech(section: readonly Block[]): boolean {
  if (section.filter(isTurn).length >= 2) return true
  // A section with only `[Read the transcript](…)` is shorter than any conversation.
  return section.reduce((count, {token}) => count + countWords(blockText(token)), 0) >= 60
}
