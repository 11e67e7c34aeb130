import type {SourceTranscript} from '../model/episode.ts'
import type {Person} from '../model/person.ts'
import {present} from '../model/present.ts'
import type {Problem} from '../model/problem.ts'
import {type Block, lexMarkdown} from '../text/markdown.ts'
import type {BodyFacts, FactName} from '../transcripts/facts-from-body.ts'
import {readInterviewArticle} from '../transcripts/interview-article.ts'
import {resolveSpeakers} from '../transcripts/speakers.ts'
import type {FrontMatter} from './authored-data.ts'
import type {EpisodeFields} from './episode-fields.ts'
import type {AuthoredLink} from './link-kinds.ts'
import {splitTranscriptSection} from './markdown-transcript-file.ts'

/** The text below the front matter, taken apart. */
export type EpisodeBody = {
  readonly notes: readonly Block[]
  readonly facts: BodyFacts & {readonly people: readonly Person[]}
  readonly transcripts: readonly SourceTranscript[]
  readonly problems: readonly Problem[]
}

/**
 * Show notes, and what is none of them: an interview, a section `## Transcript`, and facts that the front matter does not
 * state. `people` are those whom the show and the front matter name.
 */
export function readBody(source: FrontMatter, fields: EpisodeFields, people: readonly Person[]): EpisodeBody {
  const {file} = source
  const body = lexMarkdown(source.body, {firstLine: source.bodyLine})
  const article = readInterviewArticle(body, {people, written: writtenFacts(fields), ...present({title: fields.title})})
  const problems = article.problems.map((each) => ({...each, file}))
  if (article.transcript !== undefined) {
    const transcripts = [{transcript: article.transcript, format: 'interview'}]
    return {notes: article.notes, facts: article.facts, transcripts, problems}
  }
  const section = splitTranscriptSection(article.notes, body.inline, people)
  if (section.transcript === undefined) return {notes: section.notes, facts: article.facts, transcripts: [], problems}
  const resolved = resolveSpeakers(section.transcript.transcript, people)
  return {
    notes: section.notes,
    facts: article.facts,
    transcripts: [{transcript: resolved.transcript, format: section.transcript.format}],
    problems: [...problems, ...[...section.transcript.problems, ...resolved.problems].map((each) => ({...each, file}))],
  }
}

/** What the front matter states needs no looking for. */
function writtenFacts(fields: EpisodeFields): ReadonlySet<FactName> {
  const written = new Set<FactName>()
  if (fields.title !== undefined) written.add('title')
  if (fields.date !== undefined || fields.published instanceof Date) written.add('date')
  if (fields.youtube !== undefined || fields.video !== undefined) written.add('video')
  if (isAnybodyNamed(fields)) written.add('people')
  return written
}

export function isAnybodyNamed({hosts, guests, people, author}: EpisodeFields): boolean {
  return [hosts, guests, people, author].some((each) => each !== undefined)
}

/** Links of the front matter, as a list below the show notes. */
export function linkBlocks(links: readonly AuthoredLink[]): readonly Block[] {
  if (links.length === 0) return []
  const escaped = (text: string) => text.replace(/[\\[\]*_`<>]/g, '\\$&').replace(/\s+/g, ' ')
  const items = links.map(({text, url}) => `- [${escaped(text)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`)
  return lexMarkdown(items.join('\n')).blocks
}
