import {describe, expect, it} from 'vitest'
import {commands} from '../../src/cli/commands.ts'
import {readDocPage} from '../../src/cli/help/doc-pages.ts'
import {terminalLines} from '../../src/cli/help/terminal-markdown.ts'
import {allTopics, findTopics, helpTopicsOf} from '../../src/cli/help/topics.ts'
import {problemKinds} from '../../src/index.ts'
import {castwright} from './castwright.ts'

const page = `# Guide

## The lock

It keeps the **identity** of \`episodes\`: see [dates](#dates), [RFC 4287](https://www.rfc-editor.org/rfc/rfc4287).

\`\`\`sh
# Not a heading
castwright build
\`\`\`

### The lock in CI

- one
- two words

| field | meaning |
| --- | --- |
| \`timezone\` | Dates without a zone are in it. |
`
const topics = helpTopicsOf('guide', page)

describe('topics of the documentation', () => {
  it('are its sections and the rows of its tables; a comment in a block of code is no heading', () => {
    expect(topics.map(({name}) => name)).toEqual(['the-lock', 'the-lock-in-ci', 'timezone'])
  })

  it.each([
    ['the-lock', 'the-lock'],
    ['The lock', 'the-lock'],
    ['lock', 'the-lock'],
    ['ci', 'the-lock-in-ci'],
    ['timezone', 'timezone'],
  ])('are found by name, title or word: %s', (question, name) => {
    expect(findTopics(question, topics).topic?.name).toBe(name)
  })

  it('are listed where several fit', () => {
    const many = helpTopicsOf('guide', '# G\n\n## Sound and film\n\nx\n\n## Film alone\n\ny\n')
    expect(findTopics('film', many).fitting.map(({name}) => name)).toEqual(['sound-and-film', 'film-alone'])
  })

  it('are suggested where a word is spelt alike', () => {
    expect(findTopics('timezon', topics)).toEqual({fitting: [], near: 'timezone'})
    expect(findTopics('buidl', allTopics(), ['build', 'check']).near).toBe('build')
    expect(findTopics('blancmange', topics)).toEqual({fitting: []})
  })

  it('exist for every command and every problem', () => {
    const [problemTopics, all] = [helpTopicsOf('problems', readDocPage('problems') ?? ''), allTopics()]
    for (const {topic} of commands)
      expect(findTopics(topic, all).topic, topic).toMatchObject({name: topic, page: 'guide'})
    const problems = new Set(problemTopics.map(({name}) => name))
    expect(Object.keys(problemKinds).filter((code) => !problems.has(code))).toEqual([])
  })
})

const tokensOf = (name: string) => findTopics(name, topics).topic?.tokens ?? []

describe('Markdown in a terminal', () => {
  it('is set in lines of its width; code stays as it is, links to other sites show their address', () => {
    expect(terminalLines(tokensOf('the-lock'), 40)).toEqual([
      'It keeps the identity of episodes: see',
      'dates, RFC 4287',
      '(https://www.rfc-editor.org/rfc/rfc4287).',
      '',
      '    # Not a heading',
      '    castwright build',
    ])
  })

  it('has a table as one row under another', () => {
    expect(terminalLines(tokensOf('the-lock-in-ci'), 40)).toEqual([
      '- one',
      '- two words',
      '',
      'timezone',
      '  meaning: Dates without a zone are in',
      '  it.',
    ])
  })
})

describe('castwright help', () => {
  it.each([
    ['the lock', /^The lock {2}docs\/guide\.md\n\n/],
    ['timezone', /^timezone {2}docs\/show\.md\n/],
    ['guid-changed', /^guid-changed {2}docs\/problems\.md\n/],
    ['build', /--format text\|json\|github\|sarif/],
    ['topics', /from-nothing-to-a-published-show/],
  ])('prints %s', async (topic, expected) => {
    expect(await castwright(['help', ...topic.split(' ')])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(expected),
    })
  })

  it.each([
    ['timezoen', 'Did you mean castwright help timezone?'],
    ['blancmange', 'There is no topic "blancmange"'],
    ['ci', 'may mean several topics\n    castwright help'],
  ])('says what it makes of %s', async (topic, expected) => {
    expect(await castwright(['help', topic])).toMatchObject({status: 2, stderr: expect.stringContaining(expected)})
  })
})
