import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Transcript} from '../../../src/model/transcript.ts'
import {lexMarkdown} from '../../../src/text/markdown/markdown.ts'
import {readInterviewArticle} from '../../../src/transcripts/interview/interview-article.ts'
import {parseMarkdownTranscript} from '../../../src/transcripts/markdown/markdown-transcript.ts'
import {resolveSpeakers} from '../../../src/transcripts/speakers/speakers.ts'
import {runs} from '../../series.ts'
import {guest, host} from '../markdown/reading.ts'

const speakers = ['Nora Quist', 'Leo', 'Ida']
const word = fc.constantFrom(
  'sea',
  'lamp',
  'Tern',
  "don't",
  '1.45.1',
  'called:',
  '(1998)',
  '[Leo]',
  '*loud*',
  '`code`',
  '[the lamp](https://lamp.example.com/)',
  'R&amp;D',
  'a_b_c',
  '“yes”',
  '—',
)
const paragraph = fc.array(word, {minLength: 1, maxLength: 12}).map((words) => `So ${words.join(' ')}.`)
const turn = fc.record({
  speaker: fc.constantFrom(...speakers),
  paragraphs: fc.array(paragraph, {minLength: 1, maxLength: 3}),
})
const label = fc.constantFrom<(name: string) => string>(
  (name) => `**${name}:** `,
  (name) => `**${name}**: `,
  (name) => `__${name}__: `,
  (name) => `**${name}:** [00:01:00] `,
)

/** The words of a text as they are spoken: markup and addresses gone. */
function wordsOf(markdown: string): readonly string[] {
  return split(
    markdown
      .replace(/\]\([^)]*\)/g, '')
      .replaceAll('&amp;', '&')
      .replace(/[*`]/g, ''),
  )
}

/** Brackets are left out on both sides: a span may have taken them for an event. */
function split(text: string): readonly string[] {
  return text
    .replace(/[[\]]/g, '')
    .split(/\s+/)
    .filter((each) => each !== '')
}

function spokenWords({parts}: Transcript): readonly string[] {
  const cues = parts.flatMap((part) => (part.kind === 'turn' ? part.cues : []))
  return cues.flatMap(({spans}) => split(spans.map(({text}) => text).join('')))
}

/** Pieces out of which hostile and broken files are made. */
const fragment = fc.constantFrom(
  '**',
  '__',
  '*',
  '_',
  ':',
  '**Nora:** ',
  'Nora: ',
  '# ',
  '### ',
  '> ',
  '- ',
  '\n',
  '\n\n',
  ' \n',
  '\t',
  '[',
  ']',
  '(',
  ')',
  '[00:01]',
  '\\[',
  '```',
  '~~~',
  '<iframe src="',
  '<a href=',
  '">',
  '</',
  '<!--',
  '{%',
  '%}',
  '{{',
  '}}',
  '{:toc}',
  '| a |',
  '---',
  '===',
  '&amp;',
  '&#x110000;',
  '\u0000',
  '\ud800',
  '\u00a0',
  'Thank you for listening',
  'Note: ',
  '*Note: x*',
  '## Transcript',
  "I'm your host, Ida Berg",
  'utm_source=x',
)
const anything = fc
  .array(fc.oneof({weight: 4, arbitrary: fragment}, {weight: 1, arbitrary: fc.string()}), {maxLength: 60})
  .map((pieces) => pieces.join(''))

describe('reading a transcript', () => {
  it('loses no word and says none twice', () => {
    fc.assert(
      fc.property(
        fc.array(turn, {minLength: 2, maxLength: 8}),
        label,
        fc.constantFrom('\n\n', '\n \n', '\r\n\r\n'),
        (turns, labelOf, gap) => {
          const text = turns.map(({speaker, paragraphs}) => labelOf(speaker) + paragraphs.join(gap)).join(gap)
          const {transcript} = parseMarkdownTranscript(text, {people: [guest('Nora Quist')]})
          expect(spokenWords(transcript)).toEqual(turns.flatMap(({paragraphs}) => paragraphs.flatMap(wordsOf)))
          const labels = transcript.parts.map((part) => (part.kind === 'turn' ? part.speaker?.label : part.kind))
          expect(labels).toEqual(turns.map(({speaker}) => speaker))
        },
      ),
    )
  })

  it('never throws, whatever the text is', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const {transcript} = parseMarkdownTranscript(text, {people: [guest('Nora Quist'), host('Ida Berg')]})
        resolveSpeakers(transcript, [guest('Nora Quist')])
        readInterviewArticle(lexMarkdown(text), {people: [host('Ida Berg')], written: new Set()})
      }),
      runs(300),
    )
  })
})

describe('reading an interview', () => {
  it('loses no word between the questions and says none twice', () => {
    const exchange = fc.record({question: paragraph, answers: fc.array(paragraph, {minLength: 1, maxLength: 3})})
    fc.assert(
      fc.property(fc.array(exchange, {minLength: 2, maxLength: 6}), (exchanges) => {
        const body = exchanges
          .map(({question, answers}) => `### ${question}\n\n**Nora:** ${answers.join('\n\n')}`)
          .join('\n\n')
        const {transcript} = readInterviewArticle(lexMarkdown(body), {
          people: [host('Ida Berg'), guest('Nora Quist')],
          written: new Set(),
        })
        expect(spokenWords(transcript ?? {parts: []})).toEqual(
          exchanges.flatMap(({question, answers}) => [question, ...answers].flatMap(wordsOf)),
        )
      }),
    )
  })
})

describe('hostile texts', () => {
  it.each([
    ['quotes in quotes', '>'.repeat(20_000)],
    ['lists in lists', Array.from({length: 300}, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n')],
    ['stars', '*'.repeat(30_000)],
    ['open brackets', '['.repeat(20_000)],
    ['half labels', '**Nora'.repeat(5_000)],
    ['blanks in a label', `**${' '.repeat(50_000)}Nora`],
    ['blanks after a name', `Nora${' '.repeat(50_000)}x`],
    ['open tags', '<a b="'.repeat(5_000)],
    ['open code', '`a '.repeat(10_000)],
    ['open Liquid', '{% '.repeat(10_000)],
    ['open components', '<AppPlayer :x="'.repeat(3_000)],
    ['times', '[00:00:01] a '.repeat(5_000)],
    ['five thousand speakers', Array.from({length: 5_000}, (_, index) => `**Nora Nr${index}:** Yes.`).join('\n\n')],
  ])(
    'are read in a moment: %s',
    (_, text) => {
      const {transcript} = parseMarkdownTranscript(text, {people: []})
      resolveSpeakers(transcript, [])
      readInterviewArticle(lexMarkdown(text), {people: [host('Ida Berg')], written: new Set()})
    },
    5_000,
  )
})
