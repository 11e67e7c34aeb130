import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {episodeJsonSchema, fieldDocs, showJsonSchema} from '../../../src/read/fields/schema.ts'
import {readOne, readShow, smallestShow, temporaryShow} from '../temporary-show.ts'

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

  it('accepts every example, and no key of a show that is a slip', () => {
    const validate = new Ajv2020({strict: false, formats}).compile(schema)
    for (const {example} of fieldDocs(level)) {
      const required = level === 'show' ? {title: 'One', description: 'Two', site_url: 'https://example.org/'} : {}
      expect(validate({...required, ...parse(example)}), `${example}: ${JSON.stringify(validate.errors)}`).toBe(true)
      expect(validate({...required, titel: 'One'})).toBe(level === 'episode')
    }
  })

  it('says nothing at length twice', () => {
    const long = (value: unknown): readonly string[] => {
      if (typeof value !== 'object' || value === null) return []
      const own = Array.isArray(value) ? [] : [JSON.stringify(value)].filter((text) => text.length > 250)
      return [...own, ...Object.values(value).flatMap(long)]
    }
    const texts = long(schema)
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([])
    expect(JSON.stringify(schema, null, 2).length).toBeLessThan(150_000)
  })

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema)
  })
})

/** As editors take them. */
const formats = {uri: (text: string) => URL.canParse(text), email: /^[^\s@]+@[^\s@]+$/}

describe('the examples of the docs', () => {
  it('are read without a problem, for the show', async () => {
    for (const {name, example} of fieldDocs('show')) {
      const text = smallestShow
        .split('\n')
        .filter((line) => !line.startsWith(`${name}:`))
        .join('\n')
      const episode = '---\ntitle: One\ndate: 2024-01-31\n---\n'
      const more = {'_episodes/one.md': episode, '0259.md': episode}
      const {problems} = await readShow(temporaryShow({'show.yaml': `${text}${example}\n`, ...more}))
      // Corrections are said in every build, and the checkout beside this one is not there.
      const expected = ['show-guid-derived', 'episode-left-out', 'correction-applied', 'transcripts-folder-missing']
      expect(
        problems.filter(({code}) => !expected.includes(code)),
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
