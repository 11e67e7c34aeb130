import {describe, expect, it} from 'vitest'
import {blockText} from '../../../src/text/markdown/block-text.ts'
import {lexMarkdown} from '../../../src/text/markdown/markdown.ts'
import {inferFacts} from '../../../src/transcripts/interview/facts-from-body.ts'

function read(body: string, title?: string) {
  const {facts, rest, problems} = inferFacts(lexMarkdown(body).blocks, {
    written: new Set(),
    ...(title === undefined ? {} : {title}),
  })
  return {facts, rest: rest.map(({token}) => blockText(token)), problems}
}

describe('a date', () => {
  it.each([
    ['<small>Published April 13, 2022.</small>', '2022-04-13'],
    ['<p class="date">Posted on 3 March 2021</p>', '2021-03-03'],
    ['*Published on May 1st, 2025.*', '2025-05-01'],
    ['Released: 2024-02-29', '2024-02-29'],
  ])('is read from %s', (line, date) => {
    const {facts, rest, problems} = read(`${line}\n\nWords.`)
    expect(facts.date).toBe(date)
    expect(rest).toEqual(['Words.'])
    expect(problems).toMatchObject([{code: 'fact-inferred', line: 1, hint: expect.stringContaining(`date: ${date}`)}])
  })

  it.each(['Published in Oslo by Holm.', 'Published February 30, 2022.', 'It was published April 13, 2022, they say.'])(
    'is not read from: %s',
    (line) => {
      expect(read(line)).toMatchObject({facts: {}, rest: [line], problems: []})
    },
  )

  it('below the first paragraph is somebody else’s', () => {
    expect(read('Words.\n\nPublished April 13, 2022.').facts).toEqual({})
  })
})

describe('a title', () => {
  it.each(['<h1>Harbour Radio</h1>', '# Harbour Radio', 'Harbour Radio\n====='])('is read from %s', (heading) => {
    expect(read(`${heading}\n\nWords.`)).toMatchObject({
      facts: {title: 'Harbour Radio'},
      rest: ['Words.'],
      problems: [{line: 1}],
    })
  })

  it('that the front matter gives already is dropped without a word', () => {
    expect(read('# Harbour Radio!\n\n## 🤗 Welcome to Harbour Radio\n\nWords.', 'Harbour Radio')).toMatchObject({
      rest: ['Words.'],
      problems: [],
    })
  })

  it('that differs from the front matter stays', () => {
    expect(read('# Notes\n\nWords.', 'Harbour Radio').rest).toEqual(['Notes', 'Words.'])
  })
})

describe('a video', () => {
  it('is read from an iframe anywhere, which leaves the notes', () => {
    const {facts, rest} = read(
      'Words.\n\n<iframe style="x"src="https://player.vimeo.com/video/123456789"></iframe>\n\nMore.',
    )
    expect(facts.hostedVideo).toMatchObject({service: 'vimeo', id: '123456789'})
    expect(rest).toEqual(['Words.', 'More.'])
  })

  it('is the first one; a second stays in the notes', () => {
    const iframe = (id: string) => `<iframe src="https://www.youtube.com/embed/${id}"></iframe>`
    const {facts, rest} = read(`${iframe('aaaaaaaaaaa')}\n\n${iframe('bbbbbbbbbbb')}`)
    expect(facts.hostedVideo?.id).toBe('aaaaaaaaaaa')
    expect(rest).toHaveLength(1)
  })

  it('is not a player of somebody unknown', () => {
    expect(read('<iframe src="https://player.example.com/1"></iframe>')).toMatchObject({facts: {}, problems: []})
  })
})
