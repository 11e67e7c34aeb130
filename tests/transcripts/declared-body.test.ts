import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {planInMemory} from '../plan-in-memory.ts'
import {episodeFile, planFiles, showFile, temporaryShow} from '../temporary-show.ts'

const sentence = 'We took the night train to the north, and nobody slept before the border. '
const answers = (paragraphs: number) =>
  Array.from({length: paragraphs}, (_, index) => `${index % 2 === 0 ? 'Ada' : 'Bo'}: ${sentence.repeat(6)}`).join(
    '\n\n',
  )
const essay = (paragraphs: number) => Array.from({length: paragraphs}, () => sentence.repeat(6)).join('\n\n')

async function planned(lines: readonly string[], body: string) {
  const {files, problems} = await planFiles({'one.md': episodeFile('one', lines, `${body}\n`)})
  return {
    text: files.get('episodes/one/transcript.txt'),
    feed: files.get('feed.xml') ?? '',
    asked: problems.filter(({code}) => code === 'body-perhaps-transcript'),
    codes: problems.filter(({severity}) => severity !== 'info').map(({code}) => code),
  }
}

describe('a body that is declared', () => {
  it('the transcript is no description', async () => {
    const {text, feed, codes} = await planned(
      ['body: transcript'],
      '**Ada:** Hello there.\n\n**Bo:** It is me.\n\nSo it is.',
    )
    expect(text).toBe('Ada:\nHello there.\n\nBo:\nIt is me.\n\nSo it is.\n')
    expect(feed).not.toContain('It is me.')
    expect(codes).toEqual([])
  })

  it('the transcript has its times', async () => {
    const {files} = await planFiles({
      'one.md': episodeFile(
        'one',
        ['body: transcript'],
        '[00:00.000 --> 00:04.000] Hello.\n\n[00:04.000 --> 00:06.000] Yes.\n',
      ),
    })
    expect(files.get('episodes/one/transcript.vtt')).toContain('00:04.000 --> 00:00:06.000')
  })

  it('notes is no interview', async () => {
    const interview = '### How did it begin?\n\n**Bo:** By chance.\n\n### And then?\n\n**Bo:** We sailed.\n'
    expect((await planned(['hosts: [Ada Moor]', 'guests: [Bo Quist]'], interview)).text).toContain('By chance.')
    const {text, feed} = await planned(['hosts: [Ada Moor]', 'guests: [Bo Quist]', 'body: notes'], interview)
    expect(text).toBeUndefined()
    expect(feed).toContain('By chance.')
  })

  it('something else is said', async () => {
    expect((await planned(['body: speech'], 'Ada: Hello.')).codes).toEqual(['value-invalid'])
  })
})

describe('a body that is as long as speech', () => {
  it.each([
    ['names before its paragraphs', answers(60)],
    ['times before its paragraphs', essay(60).replaceAll('\n\n', '\n\n[00:01:02] ')],
    ['paragraphs and nothing else', essay(110)],
  ])('is asked about, with the line to write: %s', async (_, body) => {
    const {asked} = await planned([], body)
    expect(asked).toMatchObject([
      {
        code: 'body-perhaps-transcript',
        severity: 'warning',
        file: 'one.md',
        hint: expect.stringContaining('body: transcript'),
      },
    ])
    expect((await planned(['body: transcript'], body)).asked).toEqual([])
    expect((await planned(['body: notes'], body)).asked).toEqual([])
  })

  it.each([
    ['short', answers(20)],
    ['an essay', essay(60)],
    ['a list', `- ${essay(110).replaceAll('\n\n', '\n- ')}`],
    ['below a heading that declares it', `## Transcript\n\n${answers(60)}`],
  ])('is not asked about where it is %s', async (_, body) => {
    expect((await planned([], body)).asked).toEqual([])
  })
})

describe('transcripts of another checkout', () => {
  const files = (from: string) => ({
    'show/show.yaml': showFile(`transcripts_from: ${from}`),
    'show/232-night.md': episodeFile('night'),
    'show/noon.md': episodeFile('noon'),
    'texts/podcast/232.md': '**Ada:** It was night.\n',
    'texts/podcast/a.md': '---\nepisode: noon.md\n---\n**Ada:** It was noon.\n',
    'texts/podcast/diary.jpg': 'secret',
    'texts/README.md': 'No transcript.\n',
  })

  it.each(['../texts', '../texts/podcast'])('belong to the episode of their name, number or word: %s', async (from) => {
    const {files: planned, problems} = await planInMemory(join(temporaryShow(files(from)), 'show'))
    expect(planned.get('episodes/232-night/transcript.txt')).toContain('It was night.')
    expect(planned.get('episodes/noon/transcript.txt')).toContain('It was noon.')
    expect(problems.filter(({severity}) => severity !== 'info')).toEqual([])
    expect([...planned.values()].join('')).not.toContain('secret')
  })

  it.each(['../nowhere', '../show'])('are said to be missing: %s', async (from) => {
    const {problems} = await planInMemory(join(temporaryShow({...files(from), 'nowhere.md': ''}), 'show'))
    const found = problems.filter(({severity}) => severity !== 'info')
    expect(found.map(({code, file, line}) => [code, file, line !== undefined])).toEqual(
      from === '../show' ? [] : [['transcripts-folder-missing', 'show.yaml', true]],
    )
  })
})
