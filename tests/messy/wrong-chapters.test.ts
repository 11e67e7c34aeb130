import {describe, expect, it} from 'vitest'
import type {Files} from '../files-on-disk.ts'
import {episodeFile, planFiles} from '../temporary-show.ts'

async function said(fields: readonly string[], files: Files = {}) {
  const {problems, files: planned} = await planFiles({'one.md': episodeFile('one', fields), ...files})
  const found = problems.map(({code, file, line, column, message, hint}) => ({
    at: [code, file, line, column].filter((each) => each !== undefined).join(' '),
    message,
    hint,
  }))
  return {found, chapters: planned.get('episodes/one/chapters.json')}
}

describe('chapters in front matter', () => {
  it('say which key is a slip, and keep the chapter', async () => {
    const {found, chapters} = await said([
      'chapters: [{start: "0:00", titel: A, ulr: https://a.example/, title: Welcome}]',
    ])
    expect(found.map(({at, hint}) => [at, hint])).toEqual([
      ['value-invalid one.md 5 35', 'Did you mean "title"?'],
      ['value-invalid one.md 5 43', 'Did you mean "url"?'],
    ])
    expect(chapters).toContain('Welcome')
  })

  it.each(['none', 'false', 'No'])('are none where it says %s', async (written) => {
    expect(await said([`chapters: ${written}`])).toEqual({found: [], chapters: undefined})
  })
})

describe('a file of chapters without a chapter', () => {
  it.each([
    ['one.chapters.txt', 'Welcome\nHeaders\n'],
    ['one.chapters.txt', '0 Welcome\n30 Headers\n'],
    ['one.chapters.json', '{"version": "1.2.0", "chapters": []}'],
  ])('is named: %s %j', async (file, text) => {
    const {found} = await said([], {[file]: text})
    expect(found).toMatchObject([
      {
        at: `reference-unreadable ${file}`,
        message: expect.stringMatching(/holds no chapter/),
        hint: expect.stringMatching(/12:30/),
      },
    ])
  })
})
