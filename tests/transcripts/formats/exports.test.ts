import {describe, expect, it} from 'vitest'
import type {Person} from '../../../src/model/person.ts'
import {readTranscript} from '../../../src/transcripts/convert.ts'
import {resolveSpeakers} from '../../../src/transcripts/speakers/speakers.ts'
import {cueLines} from './cue-list.ts'

// What programs export, and people paste, where no line is wholly a label.

const people: readonly Person[] = [
  {name: 'Mara Winter', role: 'Host', group: 'Cast'},
  {name: 'Jo Lund', role: 'Guest', group: 'Cast'},
]

function read(text: string, file: string): readonly string[] {
  const reading = readTranscript(text, file)
  return reading.ok ? cueLines(resolveSpeakers(reading.value, people).transcript) : []
}

describe.each(['talk.txt', 'talk.transcript.md'])('two who speak in one paragraph, in %s', (file) => {
  const text = 'Mara Winter: It was night.\nJo Lund: So it was.\n\nMara Winter: And then?\nJo Lund: Day came.\n'
  it('have their own words', () => {
    expect(
      read(text, file)
        .map((line) => line.split('|'))
        .map(([who, , , said]) => [who, said]),
    ).toEqual([
      ['Mara Winter', 'It was night.'],
      ['Jo Lund', 'So it was.'],
      ['Mara Winter', 'And then?'],
      ['Jo Lund', 'Day came.'],
    ])
  })

  it('with times above them, as Google Meet writes them', () => {
    const lines = read(`00:00:00\n\n${text.replace('\n\n', '\n\n00:05:00\n\n')}`, file)
    expect(lines.map((line) => line.split('|')[0])).toEqual(['Mara Winter', 'Jo Lund', 'Mara Winter', 'Jo Lund'])
    expect(lines[2]).toBe('Mara Winter|300||And then?')
  })

  it('but a colon in a wrapped sentence is none', () => {
    const wrapped = 'Mara Winter: It was night, and we had\none rule: nobody sleeps.\n\nJo Lund: So it was.\n'
    expect(read(wrapped, file)[0]).toContain('and we had one rule: nobody sleeps.')
  })
})

it('a list of turns, as Notion writes them', () => {
  const text = '- **Mara Winter:** It was night.\n- **Jo Lund:** So it was.\n'
  expect(read(text, 'talk.transcript.md')).toEqual(['Mara Winter|||It was night.', 'Jo Lund|||So it was.'])
})

it('a name, a dash and a time, as Fireflies writes them', () => {
  const text = '**Mara Winter** - 00:04\nIt was night.\n\n**Jo Lund** - 00:09\nSo it was.\n'
  expect(read(text, 'talk.transcript.md')).toEqual(['Mara Winter|4||It was night.', 'Jo Lund|9||So it was.'])
})

it.each(['Lund, Jo', 'Lund, Jo (External)', 'Jo Lund (Acme)'])('a voice as Teams writes it: %s', (voice) => {
  const text = `WEBVTT\n\n00:00.000 --> 00:04.000\n<v Mara Winter>It was night.</v>\n\n00:04.000 --> 00:09.000\n<v ${voice}>So it was.</v>\n`
  expect(read(text, 'talk.vtt')).toEqual(['Mara Winter|0|4|It was night.', 'Jo Lund|4|9|So it was.'])
})

it('a time and words are no name', () => {
  const text = '[00:00:04] It was night\nand we slept.\n\n[00:00:09] So it was.\nIndeed.\n'
  expect(read(text, 'talk.txt').every((line) => line.startsWith('|'))).toBe(true)
})

it.each(['talk.txt', 'talk.transcript.md'])('a time behind the label, as Sonix writes it, in %s', (file) => {
  const text =
    'Mara Winter: [00:00:04] It was night.\n\nJo Lund: [00:00:09] So it was.\n\nMara Winter: [00:00:15] Yes.\n'
  expect(read(text, file)).toEqual(['Mara Winter|4||It was night.', 'Jo Lund|9||So it was.', 'Mara Winter|15||Yes.'])
})

it('two exports that somebody pasted together leave nobody with the words of the other', () => {
  const text = 'Mara Winter  0:03\nIt was night.\n\nJo Lund  0:09\nSo it was.\n\n[00:15] MARA WINTER\nAnd then?\n'
  expect(read(text, 'talk.txt')).toEqual([
    'Mara Winter|3||It was night.',
    'Jo Lund|9||So it was.',
    'Mara Winter|15||And then?',
  ])
})
