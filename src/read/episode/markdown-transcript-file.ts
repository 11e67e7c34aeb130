import type {Person} from '../../model/person.ts'
import type {Outcome} from '../../model/problem.ts'
import type {Transcript} from '../../model/transcript.ts'
import {lexMarkdown} from '../../text/markdown/markdown.ts'
import {outcomeOfReading} from '../../transcripts/convert.ts'
import {readMarkdownTranscript} from '../../transcripts/markdown/markdown-transcript.ts'
import {readFrontMatter} from '../data/front-matter.ts'

/** Reads a transcript in Markdown, with or without front matter of its own. */
export function readMarkdownFile(text: string, file: string, people: readonly Person[]): Outcome<Transcript> {
  const source = readFrontMatter(text, file)
  const reading = readMarkdownTranscript(lexMarkdown(source.body, {firstLine: source.bodyLine}), {people})
  const problems = [...source.problems, ...reading.problems.map((each) => ({...each, file}))]
  return outcomeOfReading({transcript: reading.transcript, problems}, {file})
}
