import {describe, expect, it} from 'vitest'
import type {Person} from '../../../src/model/person.ts'
import {parseMarkdownTranscript} from '../../../src/transcripts/markdown/markdown-transcript.ts'
import {resolveSpeakers} from '../../../src/transcripts/speakers/speakers.ts'
import {codes, guest, outline} from './reading.ts'

function read(text: string, people: readonly Person[] = []): readonly string[] {
  return outline(parseMarkdownTranscript(text, {people}).transcript)
}

describe('a labelled transcript', () => {
  const turns = ['Nora Quist: One.', 'Leo: Two.']
  it.each([
    ['bold, colon inside', '**Nora Quist:** One.\n\n**Leo:** Two.'],
    ['bold, colon outside', '**Nora Quist**: One.\n\n**Leo**: Two.'],
    ['bold with a blank before the stars', '**Nora Quist: **One.\n\n**Leo: ** Two.'],
    ['bold alone, text in the next paragraph', '**Nora Quist:**\n\nOne.\n\n**Leo:**\nTwo.'],
    ['underscores', '__Nora Quist__: One.\n\n__Leo__: Two.'],
    ['quotes with italic labels', '> *Nora Quist:* One.\n\n> *Leo:* Two.'],
    ['quotes with a no-break space', '> *Nora Quist:*\u00a0One.\n\n> *Leo:*\u00a0Two.'],
    ['a line of its own', 'Nora Quist:\nOne.\n\nLeo:\nTwo.\n\nNora Quist:\n\nLeo:\n'],
    ['headings', '### Nora Quist: One.\n\n### Leo: Two.', [guest('Nora Quist'), guest('Leo')]],
    ['lines without blank lines between', '**Nora Quist:** One.\n**Leo:** Two.'],
    ['Windows line ends', '**Nora Quist:** One.\r\n\r\n**Leo:** Two.\r\n'],
    ['front matter of its own', '---\nepisode: one.md\n---\n\n**Nora Quist:** One.\n\n**Leo:** Two.'],
    ['a doubled name', '**Nora Quist: Nora Quist:** One.\n\n**Leo:** Two.'],
    ['a lost star', '*Nora Quist:** One.\n\n**Leo:** Two.'],
    ['lines of a blank between', '**Nora Quist:** One.\n \n**Leo:** Two.'],
  ] as [string, string, Person[]?][])('%s', (_, text, people) => {
    expect(read(text, people)).toEqual(turns)
  })

  it.each([
    [
      'Lenny',
      'Nora Quist (00:01:02):\nOne.\n\n(00:01:21):\nMore.\n\nLeo (02:00):\nTwo.',
      ['Nora Quist: @62 One.', 'Nora Quist: @81 More.', 'Leo: @120 Two.'],
    ],
    ['Otter', 'Nora Quist  0:05  \nOne.\n\nLeo  53:54  \nTwo.', ['Nora Quist: @5 One.', 'Leo: @3234 Two.']],
    ['diarisers', '[Speaker 1 00:03]\nOne.\n\n[Speaker 2 00:09]\nTwo.', ['Speaker 1: @3 One.', 'Speaker 2: @9 Two.']],
    [
      'a time after the label',
      '**Nora:** [00:00:04] One.\n\n**Leo:** \\[00:09\\] Two.',
      ['Nora: @4 One.', 'Leo: @9 Two.'],
    ],
    [
      'a time before the label',
      '[00:00:33] **Nora:** One.\n\n[00:00:40] and two.\n\n[00:00:50] **Leo:** Three.',
      ['Nora: @33 One. / @40 and two.', 'Leo: @50 Three.'],
    ],
    [
      'a slip in the time',
      '**Nora:** \\[00:12: 33.10\\] One.\n\n**Leo:** \\[e00:13:00\\] Two.',
      ['Nora: @753.1 One.', 'Leo: @780 Two.'],
    ],
  ])('with times as %s writes them', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('keeps a time within a sentence for the next sentence, without cutting one', () => {
    const {transcript} = parseMarkdownTranscript(
      '**Nora:** We were [00:01:00] at sea. Then it rained.\n\n**Leo:** Yes.',
      {people: []},
    )
    expect(outline(transcript)[0]).toBe('Nora: We were at sea. / @60 Then it rained.')
    const [turn] = transcript.parts
    expect(turn?.kind === 'turn' && turn.cues.map(({timing}) => timing)).toEqual([undefined, 'estimated'])
  })

  it('continues a turn over paragraphs, lists, quotes and code', () => {
    expect(read('**Nora:** One.\n\nTwo.\n\n- a\n- b\n\n> said\n\n```\nrun\n```\n\n**Leo:** Yes.')[0]).toBe(
      'Nora: One. / Two. / a / b / said / run',
    )
  })

  it('joins hard-wrapped lines', () => {
    expect(read('__Nora__: We were\nat sea and `const-\neval` was\nthere.')).toEqual([
      'Nora: We were at sea and const- eval was there.',
    ])
  })

  it('reads sounds as events and what nobody heard as gaps', () => {
    const {transcript} = parseMarkdownTranscript(
      '**Nora:** \\[laughs\\] So \\[unintelligible 00:09:25.09\\] it is.\n\n**Leo:** (_unintelligible— 12:30_) no.',
      {people: []},
    )
    const kinds = transcript.parts.map((part) =>
      part.kind === 'turn' ? part.cues.flatMap((cue) => cue.spans.map((span) => `${span.kind} ${span.text}`)) : [],
    )
    expect(kinds).toEqual([
      ['event laughs', 'speech  So ', 'gap unintelligible 00:09:25.09', 'speech  it is.'],
      ['gap unintelligible— 12:30', 'speech  no.'],
    ])
  })
})

describe('what is no speaker', () => {
  it.each([
    [
      'a break',
      '**Nora:** One.\n\n**Break:** \\[24:52\\]\n\n**Nora:** Two.',
      ['Nora: One.', '# Break @1492', 'Nora: Two.'],
    ],
    [
      'a break to a time',
      '**Nora:** One.\n\n**Break:** \\[24:52\\] to \\[26:19\\]\n\n**Nora:** Two.',
      ['Nora: One.', '# Break @1492', 'Nora: Two.'],
    ],
    [
      'a break as a heading',
      '**Nora:** One.\n\n# **Break:** \\[24:52\\]\n\n**Nora:** Two.',
      ['Nora: One.', '# Break @1492', 'Nora: Two.'],
    ],
    [
      'a heading with a time',
      '**Nora:** One.\n\n## [00:04:28] The storm\n\n**Leo:** Two.',
      ['Nora: One.', '# The storm @268', 'Leo: Two.'],
    ],
    [
      'a colon in prose',
      'Nora: One.\n\nLeo: Two.\n\nNora: Three.\n\nSo the word for round one: lamp.\n\nLeo: Four.',
      ['Nora: One.', 'Leo: Two.', 'Nora: Three. / So the word for round one: lamp.', 'Leo: Four.'],
    ],
    ['a bold phrase', '**Nora:** One.\n\n**SHOUT OUT** to Per.', ['Nora: One. / SHOUT OUT to Per.']],
    [
      'a bold title above a list',
      '**Nora:** One.\n\n**Things we said:**\n\n- lamp',
      ['Nora: One. / Things we said: / lamp'],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('a bold name without a colon, unless it is known', () => {
    const text = '**Nora Quist:** One.\n\n**Leo Holm** Yeah yeah.'
    expect(read(text)).toEqual(['Nora Quist: One. / Leo Holm Yeah yeah.'])
    expect(read(text, [guest('Leo Holm')])).toEqual(['Nora Quist: One.', 'Leo Holm: Yeah yeah.'])
  })

  it('anybody, where there are no labels at all', () => {
    expect(read('It was late.\n\nThe sea was loud: very loud.')).toEqual([
      '-: It was late. / The sea was loud: very loud.',
    ])
  })

  it('the service that signs its export', () => {
    expect(read('Nora Quist  0:05\nOne.\n\nTranscribed by https://otter.example')).toEqual([
      'Nora Quist: @5 One.',
      '(Transcribed by https://otter.example)',
    ])
  })

  it('nobody: an empty label is told', () => {
    const {transcript, problems} = parseMarkdownTranscript('**Nora:** One.\n\n**:** Two.', {people: []})
    expect(outline(transcript)).toEqual(['Nora: One.', '-: Two.'])
    expect(codes(problems)).toEqual(['speaker-label-empty'])
    expect(problems[0]?.line).toBe(3)
  })
})

describe('syntax of site generators in a transcript', () => {
  it('is not speech', () => {
    const text =
      '{%- include util.html -%} [episode]: {{episode.url}}\n\n* placeholder to generate TOC\n{:toc}\n\n__Nora__: See the [show notes][episode] <Clip :at="3" />now.'
    expect(read(text)).toEqual(['Nora: See the show notes now.'])
  })
})

describe('lines', () => {
  it('are those of the file', () => {
    const {transcript} = parseMarkdownTranscript(
      '---\na: 1\n---\n\n**Nora:** One.\n\n> *Leo:* x\n>\n> Two.\n\n> *Per:* y\n',
      {people: []},
    )
    const lines = transcript.parts.flatMap((part) => (part.kind === 'turn' ? part.cues.map(({line}) => line) : []))
    expect(lines).toEqual([5, 7, 9, 11])
  })
})

describe('names', () => {
  it('are resolved over the whole transcript', () => {
    const {transcript} = parseMarkdownTranscript(
      '__Nora Quist__: One.\n\n__Oliver Holm__: Two.\n\n__Nora__: Three.\n\n__Oli__: Four.',
      {people: []},
    )
    expect(outline(resolveSpeakers(transcript, []).transcript)).toEqual([
      'Nora Quist: One.',
      'Oliver Holm: Two.',
      'Nora Quist: Three.',
      'Oliver Holm: Four.',
    ])
  })
})
