import {describe, expect, it} from 'vitest'
import type {Span, Transcript, Turn} from '../../src/model/transcript.ts'
import {lexMarkdown} from '../../src/text/markdown/markdown.ts'
import {type InterviewArticle, readInterviewArticle} from '../../src/transcripts/interview/interview-article.ts'
import {plainTextOf} from '../../src/transcripts/spans.ts'
import {hasMaterial, readMaterial} from './material.ts'

type TrueTurn = {n: number; speaker: string; paragraphs: number; words: number; starts: string; ends: string}
type Truth = {
  title: string
  published: string
  youtube_id: string
  host: string
  guest: string
  turn_list: TrueTurn[]
  speakers: Record<string, {turns: number; words: number}>
  sections: string[]
  signoff: {speaker: string; text: string}[]
  stage_directions: string[]
  intro_paragraphs: number
  links: {text: string; url: string; html?: boolean}[]
  links_in_turns: number
}

function readArticle(file: string): InterviewArticle {
  const text = readMaterial(`seed/${file}`)
  const frontMatter = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? ''
  const body = lexMarkdown(text.slice(frontMatter.length), {firstLine: frontMatter.split('\n').length})
  return readInterviewArticle(body, {people: [], written: new Set()})
}

function turnsOf(transcript: Transcript | undefined): Turn[] {
  return (transcript?.parts ?? []).filter((part): part is Turn => part.kind === 'turn')
}

function textOf(turn: Turn): string {
  return turn.cues.map((cue) => plainTextOf(cue.spans, {events: true})).join(' ')
}

/** The first 60 characters, of the first paragraph only. */
function startOf(turn: Turn): string {
  return plainTextOf(turn.cues[0]?.spans ?? [], {events: true})
    .slice(0, 60)
    .trim()
}

function spansOf(turns: readonly Turn[]): Span[] {
  return turns.flatMap((turn) => turn.cues.flatMap((cue) => cue.spans))
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}

const isThere = hasMaterial('seed/lewis-tunstall-interview.md')

describe.skipIf(!isThere)('the seed article', () => {
  const truth = isThere
    ? (JSON.parse(readMaterial('seed/lewis-tunstall-interview.truth.json')) as Truth)
    : ({} as Truth)
  const article = isThere ? readArticle('lewis-tunstall-interview.md') : ({} as InterviewArticle)
  const turns = turnsOf(article.transcript)
  const listed = turns.slice(0, truth.turn_list?.length)

  it('gives every turn in order with its speaker, start and end', () => {
    const found = listed.map((turn, index) => ({
      n: index + 1,
      speaker: turn.speaker?.name,
      paragraphs: turn.cues.length,
      words: countWords(textOf(turn)),
      starts: startOf(turn),
      ends: textOf(turn).slice(-40).trim(),
    }))
    expect(found).toEqual(
      truth.turn_list.map(({n, speaker, paragraphs, words, starts, ends}) => {
        return {n, speaker, paragraphs, words, starts: starts.trim(), ends: ends.trim()}
      }),
    )
  })

  it('counts the words of each speaker', () => {
    for (const [name, {turns: count, words}] of Object.entries(truth.speakers)) {
      const own = listed.filter((turn) => turn.speaker?.name === name)
      expect(own).toHaveLength(count)
      expect(own.reduce((sum, turn) => sum + countWords(textOf(turn)), 0)).toBe(words)
    }
  })

  it('gives the farewell to the host, after the last answer', () => {
    expect(
      turns.slice(truth.turn_list.length).map((turn) => ({speaker: turn.speaker?.name, text: textOf(turn)})),
    ).toEqual(truth.signoff.map(({speaker, text}) => ({speaker, text})))
  })

  it('finds the section, the note and the stage directions', () => {
    const parts = article.transcript?.parts ?? []
    expect(parts.flatMap((part) => (part.kind === 'section' ? [part.title] : []))).toEqual(truth.sections)
    expect(parts.flatMap((part) => (part.kind === 'note' ? [part.text.slice(0, 20)] : []))).toEqual([
      'Note: Transcription ',
    ])
    const events = spansOf(turns).flatMap((span) => (span.kind === 'event' ? [`[${span.text}]`] : []))
    expect(events.sort()).toEqual([...truth.stage_directions].sort())
  })

  it('keeps the links, with their text', () => {
    const inTurns = spansOf(turns).flatMap((span) =>
      span.kind === 'speech' && span.href !== undefined ? [{text: span.text, url: span.href}] : [],
    )
    expect(inTurns).toHaveLength(truth.links_in_turns)
    for (const link of inTurns) expect(truth.links).toContainEqual(link)
  })

  it('reads title, date, video and people from the body', () => {
    const {facts} = article
    expect(facts).toMatchObject({
      title: truth.title,
      date: truth.published,
      hostedVideo: {service: 'youtube', id: truth.youtube_id},
    })
    expect(facts.people.map(({name, role}) => `${role} ${name}`)).toEqual([
      `Host ${truth.host}`,
      `Guest ${truth.guest}`,
    ])
  })

  it('leaves the introduction as show notes and nothing else', () => {
    expect(article.notes.map((block) => block.token.type)).toEqual(Array(truth.intro_paragraphs).fill('paragraph'))
  })

  it('says of every inferred fact where it stands', () => {
    const lines = article.problems.filter(({code}) => code === 'fact-inferred').map(({line}) => line)
    expect(lines).toEqual([6, 8, 37, 25, 25])
    expect(article.problems.every(({severity}) => severity === 'info')).toBe(true)
  })
})

describe.skipIf(!isThere)('the seed article as copied from a web page', () => {
  const truth = isThere
    ? (JSON.parse(readMaterial('seed/lewis-tunstall-interview.truth.json')) as Truth)
    : ({} as Truth)
  const article = isThere ? readArticle('lewis-tunstall-interview.scraped.txt') : ({} as InterviewArticle)
  const turns = turnsOf(article.transcript)

  it('is the same episode', () => {
    expect(article.facts).toMatchObject({
      title: truth.title,
      date: truth.published,
      hostedVideo: {id: truth.youtube_id},
    })
    expect(article.notes).toHaveLength(truth.intro_paragraphs)
  })

  it('has all answers of the guest, in order', () => {
    const answers = turns.filter((turn) => turn.speaker?.name === truth.guest).map(startOf)
    expect(answers).toEqual(
      truth.turn_list.filter(({speaker}) => speaker === truth.guest).map(({starts}) => starts.trim()),
    )
  })

  it('has a question of the host before each answer', () => {
    const starts = new Set(
      truth.turn_list.filter(({speaker}) => speaker === truth.host).map(({starts: text}) => text.trim()),
    )
    const questions = turns.filter((turn) => turn.speaker?.name === truth.host).map(startOf)
    const [farewell] = questions.splice(-1)
    expect(farewell).toBe(truth.signoff[0]?.text)
    expect(questions.filter((text) => !starts.has(text))).toEqual([])
    expect(questions).toHaveLength(34)
  })

  it('says which lines cannot be told apart', () => {
    const uncertain = article.problems.filter(({code}) => code === 'interview-question-uncertain')
    expect(uncertain).toHaveLength(1)
    expect(uncertain[0]?.message).toContain('56 paragraphs')
  })
})
