import type {SourceTranscript} from '../../model/episode.ts'
import type {HostedVideo} from '../../model/media.ts'
import type {Person} from '../../model/person.ts'
import {present} from '../../model/present.ts'
import type {Problem} from '../../model/problem.ts'
import {type Block, lexMarkdown} from '../../text/markdown/markdown.ts'
import type {LeftOutKind} from '../../text/marks/left-out.ts'
import type {BodyFacts, FactName} from '../../transcripts/interview/facts-from-body.ts'
import {readInterviewArticle} from '../../transcripts/interview/interview-article.ts'
import {fewestTurns, isConversation} from '../../transcripts/interview/spoken-body.ts'
import type {FrontMatter} from '../data/authored-data.ts'
import type {EpisodeFields} from '../fields/episode-fields.ts'
import type {UnknownKey} from '../fields/field-table.ts'
import type {AuthoredLink} from '../fields/link-kinds.ts'
import {problem} from './episode-problems.ts'

/** The text below the front matter, taken apart. */
export type EpisodeBody = {
  readonly notes: readonly Block[]
  readonly facts: BodyFacts & {readonly people: readonly Person[]}
  readonly transcripts: readonly SourceTranscript[]
  /** Marks of other tools that were left out of the notes. */
  readonly marks: readonly UnknownKey[]
  readonly problems: readonly Problem[]
}

/**
 * Reads the show notes, and what is not a part of them: an interview, a section `## Transcript`, and facts that the front matter does
 * not state. `people` are those whom the show and the front matter name. `hostedVideo` is the video that the front matter names.
 */
export function readBody(
  source: FrontMatter,
  fields: EpisodeFields,
  people: readonly Person[],
  hostedVideo: HostedVideo | undefined,
  siteUrl?: string,
): EpisodeBody {
  const body = lexMarkdown(source.body, {firstLine: source.bodyLine, ...present({siteUrl})})
  const written = {written: writtenFacts(fields), ...present({title: fields.title, hostedVideo, declared: fields.body})}
  const {notes, facts, transcript, problems} = readInterviewArticle(body, {people, ...written})
  return {
    notes,
    facts,
    transcripts: transcript === undefined ? [] : [{transcript}],
    marks: body.leftOut
      .filter(({kind}) => kind !== unclosedComment)
      .map(({kind, written, line}) => ({key: kind, mark: written, place: {file: source.file, line}})),
    problems: [
      ...problems.map((each) => ({file: source.file, ...each})),
      ...body.leftOut.filter(({kind}) => kind === unclosedComment).map(({line}) => unclosed(source.file, line)),
    ],
  }
}

const unclosedComment: LeftOutKind = 'a comment that is never closed'

function unclosed(file: string, line: number): Problem {
  const message = 'A comment begins here that is never closed, so nothing below is published'
  return problem('comment-unclosed', {file, line}, message, 'Write %% where the comment ends')
}

/** Whether people talk by turns in a text of which nobody has said that it is an episode. */
export function isConversationText(text: string): boolean {
  // Most pages have hardly a colon near the start of a line: they need not be read as Markdown.
  const perhapsLabels = text.match(/^[^\n:]{1,80}:/gm) ?? []
  return perhapsLabels.length >= fewestTurns && isConversation(lexMarkdown(text).blocks)
}

/** The facts that the front matter states. The text is not searched for them. */
function writtenFacts(fields: EpisodeFields): ReadonlySet<FactName> {
  const written = new Set<FactName>()
  if (fields.title !== undefined) written.add('title')
  if (fields.date !== undefined || fields.published instanceof Date) written.add('date')
  if (isAnybodyNamed(fields)) written.add('people')
  return written
}

export function isAnybodyNamed({hosts, guests, people, author}: EpisodeFields): boolean {
  return [hosts, guests, people, author].some((each) => each !== undefined)
}

/** Makes a list below the show notes of the links in the front matter, which stand on `line`. */
export function linkBlocks(links: readonly AuthoredLink[], line: number): readonly Block[] {
  if (links.length === 0) return []
  const escaped = (text: string) => text.replace(/[\\[\]*_`<>]/g, '\\$&').replace(/\s+/g, ' ')
  const items = links.map(({text, url}) => `- [${escaped(text)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`)
  return lexMarkdown(items.join('\n'), {firstLine: line}).blocks
}
