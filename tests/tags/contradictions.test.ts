import {describe, expect, it} from 'vitest'
import {episodeFile, planFiles, showFile} from '../temporary-show.ts'

describe('what contradicts the rest of the show', () => {
  it.each([
    ['musicL', 'medium: music;'],
    ['mixed', 'medium: podcast;'],
  ])('a list (%s) with episodes of its own is named at its line', async (medium, written) => {
    const text = showFile(`medium: ${medium}`, 'remote_items: [{guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810}]')
    const {problems} = await planFiles({'show.yaml': text, 'one.md': episodeFile('one')})
    const line = text.split('\n').findIndex((each) => each.startsWith('medium')) + 1
    expect(problems).toMatchObject([
      {code: 'list-has-episodes', file: 'show.yaml', line, hint: expect.stringContaining(written)},
    ])
    expect((await planFiles({'show.yaml': text})).problems).toEqual([])
  })

  it('a soundbite or chapter beyond the end of the file is named at its line', async () => {
    const text = episodeFile('one', [
      'soundbites: [{start: 9:00, duration: 60}, {start: 9:30, duration: 45}, {start: 1:09:00, end: 1:09:30}]',
      'chapters: ["0:00 Welcome", "5:00 The lamp", "1:05:00 The end"]',
    ])
    const {problems, files} = await planFiles({'one.md': text})
    const lineOf = (start: string) => text.split('\n').findIndex((each) => each.startsWith(start)) + 1
    expect(problems).toMatchObject([
      {code: 'soundbite-beyond-end', line: lineOf('soundbites'), message: expect.stringContaining('9:30 to 10:15')},
      {
        code: 'soundbite-beyond-end',
        line: lineOf('soundbites'),
        message: expect.stringContaining('1:09:00 to 1:09:30'),
      },
      {code: 'chapter-beyond-end', line: lineOf('chapters')},
    ])
    expect(problems.map(({file}) => file)).toEqual(['one.md', 'one.md', 'one.md'])
    expect(files.get('feed.xml')).toContain('<podcast:soundbite startTime="540" duration="60"/>')
  })
})
