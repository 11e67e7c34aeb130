import {describe, expect, it} from 'vitest'
import {readTranscript} from '../../../src/transcripts/convert.ts'
import {resolveSpeakers} from '../../../src/transcripts/speakers/speakers.ts'
import {cueLines} from '../formats/cue-list.ts'
import {codes, host} from '../markdown/reading.ts'

const mara = host('Mara Lund')
const jo = host('Jo Holm')

/** Captions in which Mara speaks before and after a caption with the label in question. */
function captions(label: string, more: readonly string[] = []): readonly string[] {
  return [
    'Mara: Welcome to the show.',
    'Today we talk.',
    `${label}Thank you for having me.`,
    'I am glad.',
    ...more,
    'Mara: So.',
    'Mara: Good.',
  ]
}

function subRip(texts: readonly string[]): string {
  const time = (second: number) => `00:00:${String(second).padStart(2, '0')},000`
  return texts.map((text, at) => `${at + 1}\n${time(at)} --> ${time(at + 1)}\n${text}\n`).join('\n')
}

/** Who says "Thank you for having me." and the sentence after it, and what was said of it. */
function speakersOf(text: string, fileName: string) {
  const reading = readTranscript(text, fileName)
  if (!reading.ok) throw new Error('not read')
  const {transcript} = resolveSpeakers(reading.value, [mara, jo])
  const lines = cueLines(transcript)
  const at = lines.findIndex((line) => line.includes('Thank you for having me.'))
  const speaker = (line: string | undefined) => line?.split('|')[0]
  return {guest: speaker(lines[at]), after: speaker(lines[at + 1]), problems: codes(reading.problems)}
}

describe('in captions, whoever speaks after Mara is', () => {
  it.each([
    ['Jo Holm (she/her): ', 'Jo Holm'],
    ["Jo's iPhone: ", 'Jo Holm'],
    ['Jo Holm [NTR]: ', 'Jo Holm'],
    ['Jo Holm, VP of Engineering at Acme: ', 'Jo Holm'],
    ['Jo Holm (JL): ', 'Jo Holm'],
    ['Andrew ‘Boz’ Bosworth: ', 'Andrew ‘Boz’ Bosworth'],
    ['VM (Vicky) Brasseur: ', 'VM (Vicky) Brasseur'],
    ['Jo/Ann: ', 'Jo/Ann'],
    ['田中：', '田中'],
  ])('named by %s', (label, name) => {
    for (const [file, text] of [
      ['a.srt', subRip(captions(label))],
      ['a.vtt', `WEBVTT\n\n${subRip(captions(label)).replaceAll(',000', '.000')}`],
      ['a.txt', captions(label).join('\n\n')],
    ] as const) {
      expect(speakersOf(text, file)).toEqual({guest: name, after: name, problems: []})
    }
  })

  it.each(['Guest #2~a: ', '@joh: ', 'J~H: ', 'Zed: '])('nobody for %s, which is not understood', (label) => {
    const many = Array.from({length: 40}, () => 'And so on.')
    const said = {guest: '', after: '', problems: ['speaker-label-unknown']}
    expect(speakersOf(subRip(captions(label, many)), 'a.srt')).toEqual(said)
  })

  it('nobody for a part of the show', () => {
    expect(speakersOf(subRip(captions('Jingle: ')), 'a.srt')).toEqual({guest: '', after: '', problems: []})
  })

  it.each(['chg: ', '@joh: ', 'Guest #2: '])('named by %s that returns', (label) => {
    const name = label.slice(0, -2)
    const file = subRip(captions(label, ['Mara: Yes?', `${label}Yes.`]))
    expect(speakersOf(file, 'a.srt')).toEqual({guest: name, after: name, problems: []})
  })

  it.each(['But remember this: ', 'And my advice is: ', 'However: ', 'The rule (the first one) is: '])(
    'Mara still, where a sentence has a colon: %s',
    (label) => {
      const said = {guest: 'Mara Lund', after: 'Mara Lund', problems: []}
      expect(speakersOf(subRip(captions(label, ['Jo: Yes.', 'Jo: No.'])), 'a.srt')).toEqual(said)
    },
  )
})

describe('in a text, whoever speaks after Mara is', () => {
  const text = (label: string) => `**Mara:** Welcome.\n\n${label}\n\n**Mara:** So.\n\n**Mara:** Good.`
  it.each([
    ['**Jo Holm (she/her):** Thank you for having me.', 'Jo Holm'],
    ['**Jo Holm [NTR]:** Thank you for having me.', 'Jo Holm'],
    ["**Jo's iPhone**: Thank you for having me.", 'Jo Holm'],
    ['**Jo Holm, VP of Engineering at Acme:** Thank you for having me.', 'Jo Holm'],
    ['**Jo/Ann:** Thank you for having me.', 'Jo/Ann'],
    ['**田中：**Thank you for having me.', '田中'],
    ['**田中**：Thank you for having me.', '田中'],
    ['Andrew ‘Boz’ Bosworth (00:00:07):\nThank you for having me.', 'Andrew ‘Boz’ Bosworth'],
    ['VM (Vicky) Brasseur (00:00:07):\nThank you for having me.', 'VM (Vicky) Brasseur'],
    ['Jo Lund (JL) (00:05):\nThank you for having me.', 'Jo Lund'],
    ['Jo Holm, VP of Engineering at Acme (00:05):\nThank you for having me.', 'Jo Holm'],
    ['@joh (00:05):\nThank you for having me.', '@joh'],
    ['chg (00:05):\nThank you for having me.', 'chg'],
    ['Jo/Ann (00:05):\nThank you for having me.', 'Jo/Ann'],
    ['田中 (00:05)：\nThank you for having me.', '田中'],
    ['the man who came later (00:05):\nThank you for having me.', 'the man who came later'],
  ])('named by %s', (label, name) => {
    for (const file of ['a.md', 'a.txt']) expect(speakersOf(text(label), file).guest).toBe(name)
    expect(speakersOf(text(label), 'a.md').problems).toEqual([])
  })

  it('nobody where the label is not understood', () => {
    const {guest, problems} = speakersOf(text('**Guest #2~a:** Thank you for having me.'), 'a.md')
    expect([guest, problems]).toEqual(['', ['speaker-label-unknown']])
  })

  it.each(['Andrew ‘Boz’ Bosworth (00:00:07):', 'VM (Vicky) Brasseur (00:07):', 'chg (00:07):', '@joh (00:07):'])(
    'named by the line %s of a plain text',
    (line) => {
      const words = `Mara (00:00:00):\nWelcome.\n\n${line}\nThank you for having me.\n\n(00:00:09):\nAnd more.\n`
      expect(speakersOf(words, 'a.txt')).toEqual({
        guest: line.replace(/ \([\d:]+\):$/, ''),
        after: line.replace(/ \([\d:]+\):$/, ''),
        problems: [],
      })
    },
  )
})
