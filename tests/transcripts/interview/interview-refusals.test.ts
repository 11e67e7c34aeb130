import {describe, expect, it} from 'vitest'
import {blockText} from '../../../src/text/markdown/block-text.ts'
import {codes, guest, host, outline, readArticle} from '../markdown/reading.ts'

describe('what is no interview', () => {
  const questions = ['### How did it begin?', '### And then?', '### What now?']
  it.each([
    ['a post with headings', questions.flatMap((each) => [each, 'We do not know.']).join('\n\n')],
    ['picks below names', ['### Ida', '- A book', '### Nora', '- A lamp'].join('\n\n')],
    ['labels above lists', questions.flatMap((each) => [each, 'Nora:\n- One', 'Ida:\n- Two']).join('\n\n')],
    [
      'facts in bold',
      questions.flatMap((each) => [each, '**Background:** At sea.', '**Fun Fact:** Knits.']).join('\n\n'),
    ],
    [
      'a questionnaire',
      questions.flatMap((each) => [each, '**Nora:** One.', '**Leo:** Two.', '**Per:** Three.']).join('\n\n'),
    ],
    [
      'notes that sum up what was said',
      [
        '#### Ships',
        'We talk about ships.',
        'Nora: ships are slow.',
        '#### Lamps',
        'Oil or not.',
        'Nora: no oil.',
        '#### Fog',
        'Thick.',
        'Nora: thick.',
      ].join('\n\n'),
    ],
    ['one answer', '### How?\n\n**Nora:** By accident.'],
    ['a link to a transcript', '## Transcript\n\n[Read it here](https://example.com/t)'],
    ['nothing', ''],
  ])('%s stays show notes', (_, body) => {
    const article = readArticle(body)
    expect(article.transcript).toBeUndefined()
    expect(article.problems).toEqual([])
  })

  it('says when only the host is missing', () => {
    const article = readArticle('### How?\n\n**Nora:** One.\n\n### Why?\n\n**Nora:** Two.', [guest('Nora Quist')])
    expect(article.transcript).toBeUndefined()
    expect(codes(article.problems)).toEqual(['interview-host-unknown'])
  })

  it('is a questionnaire until somebody is said to have been recorded', () => {
    const answers = ['### How?', '**Nora:** One.', '**Leo:** Two.', '### Why?', '**Nora:** Three.', '**Leo:** Four.']
    const people = [host('Ida Berg'), guest('Nora Quist'), guest('Leo van Dam')]
    expect(readArticle(answers.join('\n\n'), people).transcript).toBeUndefined()
    const recorded = readArticle(["I'm your host, Ida Berg.", ...answers].join('\n\n'), people)
    expect(outline(recorded.transcript).slice(0, 3)).toEqual([
      'Ida Berg: How?',
      'Nora Quist: One.',
      'Leo van Dam: Two.',
    ])
  })
})

describe('a transcript below its own heading', () => {
  it('needs no host and no evidence', () => {
    const article = readArticle('Notes.\n\n## Transcript\n\n**Nora:** One.\n\n**Leo:** Two.\n\n## Credits\n\nPer.', [])
    expect(outline(article.transcript)).toEqual(['Nora: One.', 'Leo: Two.'])
    expect(article.notes.map(({token}) => blockText(token))).toEqual(['Notes.', 'Credits', 'Per.'])
  })
})

describe('an article copied from a web page', () => {
  const answers = Array.from({length: 5}, (_, index) => [`Question ${index}?`, `Nora: Answer ${index}.`]).flat()
  const page = [
    'Skip to content',
    'title thumbnail\nHarbour Radio\n/thumb.png',
    'Harbour Radio',
    'Published April 13, 2022.',
    "I'm your host, Ida Berg. My guest is Nora Quist.",
    'Note: Transcription has been shortened.',
    ...answers,
    'More of it.',
    'Quick questions:',
    'Last one?',
    'Nora: Yes.',
    'Thank you for listening!',
  ]
  const article = readArticle(page.join('\n\n'), [])

  it('gives title, date and people', () => {
    expect(article.facts).toMatchObject({title: 'Harbour Radio', date: '2022-04-13'})
    expect(article.facts.people.map(({name}) => name)).toEqual(['Ida Berg', 'Nora Quist'])
  })

  it('gives the paragraph above each answer to the host', () => {
    expect(outline(article.transcript)).toEqual([
      '(Note: Transcription has been shortened.)',
      ...answers
        .slice(0, -1)
        .map((text, index) => (index % 2 === 0 ? `Ida Berg: ${text}` : `Nora Quist: ${text.slice(6)}`)),
      'Nora Quist: Answer 4. / More of it.',
      '# Quick questions:',
      'Ida Berg: Last one?',
      'Nora Quist: Yes.',
      'Ida Berg: Thank you for listening!',
    ])
  })

  it('names the lines that may be either’s', () => {
    const uncertain = article.problems.find(({code}) => code === 'interview-question-uncertain')
    expect(uncertain).toMatchObject({severity: 'warning', line: 35})
    expect(uncertain?.message).toContain('(lines 35)')
  })
})
