import {describe, expect, it} from 'vitest'
import type {Person} from '../../../src/model/person.ts'
import type {Transcript} from '../../../src/model/transcript.ts'
import {resolveSpeakers} from '../../../src/transcripts/speakers/speakers.ts'
import {codes, guest} from '../markdown/reading.ts'

function transcriptOf(labels: readonly string[]): Transcript {
  return {
    parts: labels.map((label, index) => ({
      kind: 'turn',
      speaker: {label},
      cues: [{spans: [{kind: 'speech', text: 'Yes.'}], line: index + 1}],
    })),
  }
}

function namesOf(
  labels: readonly string[],
  people: readonly Person[] = [],
  map?: ReadonlyMap<string, string>,
): readonly (string | undefined)[] {
  const {transcript} = resolveSpeakers(transcriptOf(labels), people, map)
  return transcript.parts.map((part) => (part.kind === 'turn' ? part.speaker?.name : undefined))
}

describe('a label', () => {
  it.each([
    ['first name of a person', ['Nora'], [guest('Nora Quist')], ['Nora Quist']],
    ['other case', ['NORA QUIST', 'nora'], [guest('Nora Quist')], ['Nora Quist', 'Nora Quist']],
    ['other accents', ['Cote'], [guest('Michael Coté', 'Coté')], ['Michael Coté']],
    ['a handle', ['@nora', 'NQ'], [guest('Nora Quist', 'NQ')], ['Nora Quist', 'Nora Quist']],
    ['a nickname that was declared', ['Meg'], [guest('Margaret Moor', 'Meg')], ['Margaret Moor']],
    [
      'a comma form',
      ['Quist, Nora', 'Nora Quist, Jr.'],
      [guest('Nora Quist'), guest('Nora Quist Jr')],
      ['Nora Quist', 'Nora Quist Jr'],
    ],
    ['first name after the full name', ['Nora Quist', 'Nora'], [], ['Nora Quist', 'Nora Quist']],
    ['the beginning of a first name that speaks', ['Oliver Holm', 'Oli'], [], ['Oliver Holm', 'Oliver Holm']],
  ] as [string, string[], Person[], string[]][])('stands for a person: %s', (_, labels, people, names) => {
    expect(namesOf(labels, people)).toEqual(names)
  })

  it.each([
    ['nobody of the name', ['Nora'], [guest('Leo Holm')]],
    ['two of one first name', ['Nora'], [guest('Nora Quist'), guest('Nora Holm')]],
    ['a role', ['Announcer', 'Speaker 1', 'SPEAKER_00', 'A'], [guest('Ada Moor')]],
    ['the first word of a role', ['Female Facilitator', 'Female'], []],
    ['the beginning of a name that does not speak', ['Oli'], [guest('Oliver Holm')]],
    ['a longer form', ['Matty'], [guest('Matt Moor')]],
    ['a short word one letter away', ['Lea'], [guest('Leo Holm')]],
  ] as [string, string[], Person[]][])('stays a label: %s', (_, labels, people) => {
    expect(namesOf(labels, people)).toEqual(labels.map(() => undefined))
  })

  it('of a diariser stands for whom the author says', () => {
    const map = new Map([
      ['SPEAKER_00', 'Nora Quist'],
      ['B', 'Leo Holm'],
    ])
    expect(namesOf(['SPEAKER_00', 'speaker_00', 'B', 'C'], [], map)).toEqual([
      'Nora Quist',
      'Nora Quist',
      'Leo Holm',
      undefined,
    ])
  })

  it('keeps a name that the format gave', () => {
    const transcript: Transcript = {parts: [{kind: 'turn', speaker: {label: 'Nora', name: 'Nora Holm'}, cues: []}]}
    expect(resolveSpeakers(transcript, [guest('Nora Quist')]).transcript.parts[0]).toMatchObject({
      speaker: {name: 'Nora Holm'},
    })
  })
})

describe('problems', () => {
  it('name both people of one first name, and the line', () => {
    const {problems} = resolveSpeakers(transcriptOf(['Leo', 'Nora']), [guest('Nora Quist'), guest('Nora Holm')])
    expect(codes(problems)).toEqual(['speaker-ambiguous'])
    expect(problems[0]).toMatchObject({line: 2, message: expect.stringContaining('Nora Quist or Nora Holm')})
  })

  it('name a slip of the pen, which is read as the name', () => {
    const labels = ['Nora Quist', 'Nora Quist', 'Nora Quist', 'Nora Qiust']
    expect(namesOf(labels)[3]).toBe('Nora Quist')
    expect(codes(resolveSpeakers(transcriptOf(labels), []).problems)).toEqual(['speaker-misspelt'])
  })

  it.each([
    ['Speaker 3', 'Speaker 5'],
    ['Guest Speaker 11', 'Guest Speaker 12'],
    ['Jon Lund', 'Jan Lund'],
    ['Maria Quist', 'Marie Quist'],
    ['Daniel Quist', 'Daniela Quist'],
    ['Nora Berg', 'Nora Borg'],
  ])('do not take %s and %s for one person, however often each speaks', (one, other) => {
    const labels = [one, one, one, other, one, one]
    const {transcript, problems} = resolveSpeakers(transcriptOf(labels), [guest(one)])
    const said = transcript.parts.map((part) =>
      part.kind === 'turn' ? (part.speaker?.name ?? part.speaker?.label) : '',
    )
    expect([said, codes(problems)]).toEqual([labels, []])
  })

  it.each([
    ['Nora Quist', 'Nora Qiust'],
    ['Nora Quist', 'Nora Quust'],
    ['Johnny Quist', 'Johny Quist'],
    ['Britney Quist', 'Britnye Quist'],
  ])('take for %s, with a warning: %s', (name, label) => {
    const {transcript, problems} = resolveSpeakers(transcriptOf([name, name, name, label]), [])
    expect(transcript.parts[3]).toMatchObject({speaker: {name}})
    expect(codes(problems)).toEqual(['speaker-misspelt'])
  })

  it('do not take two people for one because each speaks once', () => {
    expect(codes(resolveSpeakers(transcriptOf(['Jan Holmen', 'Jon Holmen']), []).problems)).toEqual([])
  })
})
