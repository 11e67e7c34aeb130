import type {SourceTranscript} from '../model/episode.ts'
import type {HostedVideo} from '../model/media.ts'
import type {Person} from '../model/person.ts'
import {present} from '../model/present.ts'
import type {Problem} from '../model/problem.ts'
import {type Block, lexMarkdown} from '../text/markdown.ts'
import type {BodyFacts, FactName} from '../transcripts/facts-from-body.ts'
import {readInterviewArticle} from '../transcripts/interview-article.ts'
import type {FrontMatter} from './authored-data.ts'
import type {EpisodeFields} from './episode-fields.ts'
import type {AuthoredLink} from './link-kinds.ts'

/** The text below the front matter, taken apart. */
export type EpisodeBody = {
  readonly notes: readonly Block[]
  readonly facts: BodyFacts & {readonly people: readonly Person[]}
  readonly transcripts: readonly SourceTranscript[]
  readonly problems: readonly Problem[]
}

/**
 * Show notes, and what is none of them: an interview, a section `## Transcript`, and facts that the front matter does not
 * state. `people` are those whom the show and the front matter name, `hostedVideo` is the video that the front matter names.
 */
export function readBody(
  source: FrontMatter,
  fields: EpisodeFields,
  people: readonly Person[],
  hostedVideo: HostedVideo | undefined,
): EpisodeBody {
  const body = lexMarkdown(source.body, {firstLine: source.bodyLine})
  const written = {written: writtenFacts(fields), ...present({title: fields.title, hostedVideo})}
  const {notes, facts, transcript, problems} = readInterviewArticle(body, {people, ...written})
  return {
    notes,
    facts,
    transcripts: transcript === undefined ? [] : [{transcript}],
    problems: problems.map((each) => ({file: source.file, ...each})),
  }
}

/** What the front matter states needs no looking for. */
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

/** Links of the front matter, where they stand on `line`, as a list below the show notes. */
export function linkBlocks(links: readonly AuthoredLink[], line: number): readonly Block[] {
  if (links.length === 0) return []
  const escaped = (text: string) => text.replace(/[\\[\]*_`<>]/g, '\\$&').replace(/\s+/g, ' ')
  const items = links.map(({text, url}) => `- [${escaped(text)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`)
  return lexMarkdown(items.join('\n'), {firstLine: line}).blocks
}
