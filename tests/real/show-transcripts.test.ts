import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import type {Turn} from '../../src/model/transcript.ts'
import {lexMarkdown} from '../../src/text/markdown/markdown.ts'
import {readInterviewArticle} from '../../src/transcripts/interview/interview-article.ts'
import {parseMarkdownTranscript} from '../../src/transcripts/markdown/markdown-transcript.ts'
import {plainTextOf} from '../../src/transcripts/spans.ts'
import {resolveSpeakers} from '../../src/transcripts/speakers/speakers.ts'
import {hasMaterial, materialFolder, readMaterial} from './material.ts'

type Count = {turns: number; words: number}
type Truth = Record<string, {rule: string; speakers: Record<string, Count>}>

const isThere = hasMaterial('real/transcripts-truth.json')
const truth = isThere ? (JSON.parse(readMaterial('real/transcripts-truth.json')) as Truth) : {}
const files = Object.keys(truth)

/** Turns and words by speaker. The truth of Arrested DevOps counts labels, the other names. */
function countSpeakers(file: string): {counts: Map<string, Count>; sections: number} {
  const byLabel = file.startsWith('arresteddevops')
  const {transcript} = parseMarkdownTranscript(readMaterial(`real/${file}`), {people: []})
  const {parts} = resolveSpeakers(transcript, []).transcript
  const counts = new Map<string, Count>()
  for (const part of parts) {
    if (part.kind !== 'turn') continue
    const speaker = byLabel ? part.speaker?.label : (part.speaker?.name ?? part.speaker?.label)
    // Music before anybody speaks.
    if (speaker === undefined) continue
    const {turns, words} = counts.get(speaker) ?? {turns: 0, words: 0}
    counts.set(speaker, {turns: turns + 1, words: words + countWords(part)})
  }
  return {counts, sections: parts.filter((part) => part.kind === 'section').length}
}

function countWords(turn: Turn): number {
  const text = turn.cues.map((cue) => plainTextOf(cue.spans, {events: true})).join(' ')
  return text.split(/\s+/).filter((word) => word !== '').length
}

function differences(file: string): string[] {
  const {counts, sections} = countSpeakers(file)
  const wanted = new Map(Object.entries(truth[file]?.speakers ?? {}))
  return [...new Set([...counts.keys(), ...wanted.keys()])].flatMap((speaker) => {
    const own = counts.get(speaker)
    const other = wanted.get(speaker)
    if (own && other && isNear(own.words, other.words) && isTurnCount(own.turns, other.turns, sections)) return []
    return [`${speaker}: ${JSON.stringify(own)} for ${JSON.stringify(other)}`]
  })
}

function isNear(one: number, two: number): boolean {
  return Math.abs(one - two) <= two * 0.01
}

/** The truth counts labels; whoever goes on below a heading has a turn there as well. */
function isTurnCount(turns: number, labels: number, sections: number): boolean {
  return turns >= labels && turns - labels <= sections
}

describe.skipIf(!isThere)('transcripts of real shows', () => {
  it('have the counted speakers, turns and words', () => {
    const wrong = files.flatMap((file) => differences(file).map((each) => `${file} ${each}`))
    process.stdout.write(`${files.length} transcripts, ${wrong.length} differences\n${wrong.join('\n')}\n`)
    expect(files).toHaveLength(44)
    expect(wrong).toEqual([])
  })

  it('are not seen in the show notes of any episode', () => {
    const bodies = ['real/rustacean-station/_episodes', 'real/arresteddevops/content/episode'].flatMap((folder) =>
      readdirSync(join(materialFolder, folder), {recursive: true, encoding: 'utf8'})
        .filter((name) => name.endsWith('.md'))
        .map((name) => `${folder}/${name}`),
    )
    expect(bodies.length).toBeGreaterThan(380)
    const people = [{name: 'Matt Stratton', role: 'Host', group: 'Cast'}]
    const taken = bodies.filter((path) => {
      const body = readMaterial(path).replace(/^(---|\+\+\+)[ \t]*\n[\s\S]*?\n\1[ \t]*(?:\n|$)/, '')
      return readInterviewArticle(lexMarkdown(body), {people, written: new Set()}).transcript !== undefined
    })
    expect(taken).toEqual([])
  })
})
