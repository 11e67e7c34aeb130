import type {Person} from '../../../src/model/person.ts'
import type {Cue, Transcript} from '../../../src/model/transcript.ts'
import {lexMarkdown} from '../../../src/text/markdown/markdown.ts'
import {type InterviewArticle, readInterviewArticle} from '../../../src/transcripts/interview/interview-article.ts'
import {plainTextOf} from '../../../src/transcripts/spans.ts'

export function host(name: string): Person {
  return {name, role: 'Host', group: 'Cast'}
}

export function guest(name: string, ...aliases: readonly string[]): Person {
  return {name, role: 'Guest', group: 'Cast', aliases}
}

export function readArticle(
  body: string,
  people: readonly Person[] = [host('Ida Berg')],
  title?: string,
): InterviewArticle {
  return readInterviewArticle(lexMarkdown(body), {people, written: new Set(), ...(title === undefined ? {} : {title})})
}

/** A transcript as lines: `Ida Berg: text / next paragraph`, `# section`, `(note)`. */
export function outline(transcript: Transcript | undefined): readonly string[] {
  return (transcript?.parts ?? []).map((part) => {
    if (part.kind === 'section')
      return `# ${part.title}${part.startInSeconds === undefined ? '' : ` @${part.startInSeconds}`}`
    if (part.kind === 'note') return `(${part.text})`
    return `${part.speaker?.name ?? part.speaker?.label ?? '-'}: ${part.cues.map(textOfCue).join(' / ')}`
  })
}

export function textOfCue(cue: Cue): string {
  const time = cue.startInSeconds === undefined ? '' : `@${cue.startInSeconds} `
  return time + plainTextOf(cue.spans, {events: true})
}

export function codes(problems: readonly {readonly code: string}[]): readonly string[] {
  return problems.map(({code}) => code)
}
