import {describe, expect, it} from 'vitest'
import {episodeJsonSchema, fieldDocs, showJsonSchema} from '../../src/read/schema.ts'
import {readOne, readShow, smallestShow, temporaryShow} from './temporary-show.ts'

describe.each([
  ['show', showJsonSchema()],
  ['episode', episodeJsonSchema()],
] as const)('the JSON Schema of the %s', (level, schema) => {
  it('has every field, tag key and undotted alias, each with words', () => {
    const properties = schema.properties as Readonly<Record<string, {readonly description: string}>>
    for (const {name, aliases} of fieldDocs(level)) {
      for (const key of [name, ...aliases].filter((each) => !each.includes('.')))
        expect(properties[key]?.description.length).toBeGreaterThan(10)
    }
  })

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema)
  })
})

describe('the examples of the docs', () => {
  it('are read without a problem, for the show', async () => {
    for (const {name, example} of fieldDocs('show')) {
      const text = smallestShow
        .split('\n')
        .filter((line) => !line.startsWith(`${name}:`))
        .join('\n')
      const more = {'_episodes/one.md': '---\ntitle: One\ndate: 2024-01-31\n---\n'}
      const {problems} = await readShow(temporaryShow({'show.yaml': `${text}${example}\n`, ...more}))
      expect(
        problems.filter(({code}) => code !== 'show-guid-derived'),
        example,
      ).toEqual([])
    }
  })

  it('are read without a problem, for episodes', async () => {
    for (const {name, example} of fieldDocs('episode')) {
      const own = ['title: One', 'date: 2024-01-31'].filter((line) => !line.startsWith(`${name}:`))
      const more = {
        '001-first-light.mp3': '',
        '001-first-light.mp4': '',
        '001-first-light.jpg': '',
        'transcripts/one.vtt': 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n',
      }
      const {problems} = await readOne([...own, example].join('\n'), {more})
      expect(
        problems.filter(({code}) => code !== 'fact-inferred' && code !== 'field-missing'),
        example,
      ).toEqual([])
    }
  })
})
