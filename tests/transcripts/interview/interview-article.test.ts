import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {blockText} from '../../../src/text/markdown/block-text.ts'
import {outline, readArticle} from '../markdown/reading.ts'

const file = readFileSync(new URL('../../fixtures/interviews/harbour-radio.md', import.meta.url), 'utf8')
const harbourRadio = file.replace(/^---\n[\s\S]*?\n---\n/, '')

/** An interview that needs nothing around it: two answers below two questions. */
function withTurns(middle: string, ...more: readonly string[]): string {
  return [
    'My guest is [Nora Quist](https://nora.example.com/).',
    '### How did it begin?',
    '**Nora:** By accident.',
    middle,
    '### And then?',
    '**Nora:** We sailed.',
    ...more,
  ].join('\n\n')
}

function turnsOf(body: string): readonly string[] {
  return outline(readArticle(body).transcript)
}

describe('the interview article', () => {
  const article = readArticle(harbourRadio, [], 'Harbour Radio - Nora Quist')

  it('becomes turns, sections and notes in the order of the text', () => {
    expect(outline(article.transcript)).toEqual([
      '(Note: Transcription has been shortened for reading.)',
      'Ida Berg: What brought you to the lighthouse?',
      "(Keeper Nora's Background:)",
      '(School of navigation Two years at sea)',
      'Eleonora Quist: The library was called: beacon, it was small. I read ‘Light at Sea’ and met Leo [van Dam] there. / Then [the point is that] nobody came for years.',
      'Ida Berg: And how did it feel?',
      'Eleonora Quist: [holds up a lamp] Do you see it? / For example: / rain / wind / It never stopped.',
      'Ida Berg: Splendid. Congratulations! / Let me read what a captain said; / “Clear light. “Never dark” and never late.” —Per Holm, Captain of the Tern. / Get the lamp.',
      'Ida Berg: What do you do all day?',
      'Eleonora Quist: Clean the glass. / Write letters.',
      '(Note: Everyone on Skerry wears several hats. :))',
      '# Keeping watch in winter storms',
      'Eleonora Quist: The sea is loud then.',
      "# Nora's place in history",
      '(Nora is named in the book of keepers. It was printed in 1998.)',
      '# Rapid Fire Questions',
      'Ida Berg: Best advice for a new keeper?',
      'Eleonora Quist: Sleep by day.',
      'Ida Berg: Even in June?',
      'Ida Berg: No way?!',
      'Eleonora Quist: Yes [‘always’] by day.',
      'Ida Berg: That is lovely. [Update: I tried it and slept. :) Thank you, Nora!]',
      'Ida Berg: Where can listeners find you?',
      'Eleonora Quist: In the tower.',
      '# Outro',
      'Ida Berg: Nora had to leave when the fog came. / “The light is for those who are late.” -Nora Quist. / Thank you for listening to Harbour Radio!',
    ])
  })

  it('marks what was seen and added as events, quotes as quotes, lists as lists', () => {
    const cues = (article.transcript?.parts ?? []).flatMap((part) => (part.kind === 'turn' ? part.cues : []))
    const events = cues.flatMap(({spans}) => spans.flatMap((span) => (span.kind === 'event' ? [span.text] : [])))
    expect(events).toEqual(['holds up a lamp', 'Update: I tried it and slept. :) Thank you, Nora!'])
    expect(cues.filter(({form}) => form === 'quote')).toHaveLength(1)
    expect(cues.filter(({form}) => form === 'list-item')).toHaveLength(4)
  })

  it('keeps links as addresses of the words', () => {
    const spans = (article.transcript?.parts ?? []).flatMap((part) =>
      part.kind === 'turn' ? part.cues.flatMap((cue) => cue.spans) : [],
    )
    expect(spans.flatMap((span) => (span.kind === 'speech' && span.href ? [`${span.text} ${span.href}`] : []))).toEqual(
      [
        '‘Light at Sea’ https://papers.example.com/light_(1899)',
        'Leo https://people.example.com/leo',
        'the lamp https://lamps.example.com/',
        'letters https://letters.example.com/',
      ],
    )
  })

  it('takes facts from the body', () => {
    expect(article.facts).toMatchObject({
      title: 'Harbour Radio - Nora Quist',
      date: '2021-03-03',
      hostedVideo: {service: 'youtube', id: 'abcdefghijk'},
    })
    expect(article.facts.people).toEqual([
      {
        name: 'Ida Berg',
        role: 'Host',
        group: 'Cast',
        image: 'https://img.example.com/ida.jpeg?w=200&h=200&f=face',
        aliases: ['idaberg'],
      },
      {name: 'Eleonora Quist', role: 'Guest', group: 'Cast', url: 'https://people.example.com/nora', aliases: ['Nora']},
    ])
  })

  it('leaves the introduction and the resources as show notes, without title, facts and advertisements', () => {
    expect(article.notes.map(({token}) => blockText(token).slice(0, 30))).toEqual([
      "Hello sailors! I'm your host, ",
      'She has written a book about i',
      "Here's my conversation with No",
      'Honourable mentions + links:',
      'Per Holm',
      'Follow Nora Online:',
      'Letters',
    ])
  })

  it('tells each inference with its line', () => {
    const told = article.problems.map(({code, line}) => `${line} ${code}`)
    expect(told).toEqual([
      '4 fact-inferred',
      '30 fact-inferred',
      '22 fact-inferred',
      '22 fact-inferred',
      '20 promotion-dropped',
      '26 promotion-dropped',
      '109 promotion-dropped',
      '34 transcript-inferred',
    ])
  })
})

describe('a turn of an interview', () => {
  it.each([
    ['a label in the heading', '### Ida: Where?', 'Ida Berg: Where?'],
    ['a bold label of the host', '**Ida:** But why?', 'Ida Berg: But why?'],
    ['a label with the colon outside', '**Nora**: Because.', 'Nora Quist: Because.'],
    ['a full name as label', '**Nora Quist:** Because.', 'Nora Quist: Because.'],
    ['a label in capitals', '**NORA:** Because.', 'Nora Quist: Because.'],
    ['paragraphs without a label', '**Nora:** One.\n\nTwo.', 'Nora Quist: One. / Two.'],
    ['a heading without question mark', '### No way', 'Ida Berg: No way'],
    ['paragraphs below a heading', '### Exactly!\n\nListen to this.', 'Ida Berg: Exactly! / Listen to this.'],
    [
      'a word with a colon',
      '**Nora:** The ship was called: Tern, a book;',
      'Nora Quist: The ship was called: Tern, a book;',
    ],
    ['a nested list', '**Nora:** Two:\n\n- one\n  - half\n- two', 'Nora Quist: Two: / one / half / two'],
    ['a bracket within a sentence', '**Nora:** He [Leo] sailed.', 'Nora Quist: He [Leo] sailed.'],
    ['a laugh', '**Nora:** [laughs] Yes.', 'Nora Quist: [laughs] Yes.'],
    ['a hard break', '**Nora:** One  \ntwo.', 'Nora Quist: One two.'],
    ['two labels in one paragraph', '**Nora:** One.\n**Ida:** Two.', 'Ida Berg: Two.'],
    ['code', '**Nora:** Like so:\n\n```\nlight on\n```', 'Nora Quist: Like so: / light on'],
    ['a note of the editor in brackets', "*(editor's note: it was 1998.*)", "((editor's note: it was 1998.))"],
    [
      'words in brackets that begin with note',
      '(Note that it rained.)',
      'Nora Quist: By accident. / (Note that it rained.)',
    ],
    ['a note of the editor', "*Editor's note: it was 1998.*", "(Editor's note: it was 1998.)"],
  ])('%s', (_, middle, expected) => {
    expect(turnsOf(withTurns(middle))).toContain(expected)
  })

  it.each([
    ['a title with a colon', '### Quick questions:'],
    ['a known part', '### Rapid-fire round'],
    ['a topic that addresses nobody', '### Keeping watch in winter storms'],
  ])('is not opened by %s', (_, heading) => {
    expect(turnsOf(withTurns(heading))).toContain(`# ${heading.slice(4)}`)
  })

  it('is nobody’s above the first label: what leads over to the conversation is a note', () => {
    const note = '*Note: Transcription has been slightly modified.*'
    const turns = turnsOf(withTurns('').replace('### How', `${note}\n\nHere is our conversation:\n\n### How`))
    expect(turns).toContain('(Here is our conversation:)')
  })

  it('goes on below a topic heading', () => {
    expect(turnsOf(withTurns('### Keeping watch in winter storms\n\nIt is loud.'))).toContain('Nora Quist: It is loud.')
  })

  it.each([
    ['a bold title', '**Fun Fact:** she can knit.'],
    ['a bold phrase', '**We use no oil** any more.'],
  ])('is not opened by %s', (_, paragraph) => {
    expect(turnsOf(withTurns(paragraph))).toContain(`Nora Quist: By accident. / ${paragraph.replaceAll('*', '')}`)
  })
})

describe('the end of an interview', () => {
  it.each([
    '### Thank you so much for joining us today',
    '### Thanks for listening, and welcome!',
    'Thank you all for tuning in.',
  ])('is no farewell while turns with labels follow: %s', (phrase) => {
    const article = readArticle(
      `My guest is [Nora Quist](https://nora.example.com/).\n\n### Hello!\n\n${phrase}\n\n**Nora:** Good to be here.\n\n### How did it begin?\n\n**Nora:** By accident.\n\n### And then?\n\n**Nora:** We sailed.`,
    )
    const words = phrase.replace('### ', '')
    expect(outline(article.transcript)).toEqual([
      ...(phrase.startsWith('#') ? ['Ida Berg: Hello!', `Ida Berg: ${words}`] : [`Ida Berg: Hello! / ${words}`]),
      'Nora Quist: Good to be here.',
      'Ida Berg: How did it begin?',
      'Nora Quist: By accident.',
      'Ida Berg: And then?',
      'Nora Quist: We sailed.',
    ])
    expect(article.notes).toHaveLength(1)
  })

  it('is the farewell, which the host says', () => {
    const article = readArticle(withTurns('', 'Thank you for listening to us!', 'Edited by Per.'))
    expect(outline(article.transcript).slice(-2)).toEqual([
      'Nora Quist: We sailed.',
      'Ida Berg: Thank you for listening to us!',
    ])
    expect(article.notes.map(({token}) => blockText(token))).toContain('Edited by Per.')
  })

  it('may be a heading', () => {
    expect(turnsOf(withTurns('', '### Thanks for listening!')).at(-1)).toBe('Ida Berg: Thanks for listening!')
  })

  it.each(['## Elsewhere', '### Links', '**Follow Nora online:**'])('without a farewell is %s', (title) => {
    const article = readArticle(withTurns('', title, '- [Letters](https://letters.example.com/)'))
    expect(outline(article.transcript).at(-1)).toBe('Nora Quist: We sailed.')
    expect(article.notes).toHaveLength(3)
  })
})
