import type {Person} from '../model/person.ts'
import type {Problem} from '../model/problem.ts'
import type {Transcript} from '../model/transcript.ts'
import {type Block, lexMarkdown, type Markdown} from '../text/markdown.ts'
import {headingDepth, isTranscriptMark} from '../transcripts/interview-blocks.ts'
import {readMarkdownTranscript} from '../transcripts/markdown-transcript.ts'
import {readFrontMatter} from './front-matter.ts'

export type MarkdownTranscript = {
  readonly transcript: Transcript
  readonly format: string
  readonly problems: readonly Problem[]
}

/** A transcript in Markdown, with or without front matter of its own. */
export function readMarkdownFile(text: string, file: string, people: readonly Person[]): MarkdownTranscript {
  const source = readFrontMatter(text, file)
  const reading = readMarkdownTranscript(lexMarkdown(source.body, {firstLine: source.bodyLine}), {people})
  const problems = [...source.problems, ...reading.problems.map((each) => ({...each, file}))]
  return {transcript: reading.transcript, format: 'md', problems}
}

export type TranscriptSection = {
  readonly notes: readonly Block[]
  readonly transcript?: MarkdownTranscript
}

/**
 * The section `## Transcript` of show notes, up to the next heading of its rank; the rest stays show notes. Without such a heading
 * everything does.
 */
export function splitTranscriptSection(
  blocks: readonly Block[],
  inline: Markdown['inline'],
  people: readonly Person[],
): TranscriptSection {
  const start = blocks.findIndex(isTranscriptMark)
  const mark = blocks[start]
  if (mark === undefined) return {notes: blocks}
  const depth = headingDepth(mark) ?? 1
  const length = blocks.slice(start + 1).findIndex((block) => (headingDepth(block) ?? 7) <= depth)
  const end = length === -1 ? blocks.length : start + 1 + length
  const {transcript, problems} = readMarkdownTranscript({blocks: blocks.slice(start + 1, end), inline}, {people})
  if (transcript.parts.length === 0) return {notes: blocks}
  return {
    notes: [...blocks.slice(0, start), ...blocks.slice(end)],
    transcript: {transcript, format: 'md', problems},
  }
}
