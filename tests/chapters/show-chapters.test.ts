import {describe, expect, it} from 'vitest'
import {chapterFormatNamed} from '../../src/chapters/all-formats.ts'
import type {Chapter} from '../../src/model/chapter.ts'
import type {Files} from '../files-on-disk.ts'
import {episodeFile, planFiles} from '../temporary-show.ts'
import {mediaWithChapters} from './media-with-chapters.ts'

const chapters: readonly Chapter[] = [
  {startInSeconds: 0, title: 'Hello & welcome'},
  {startInSeconds: 61.5, title: 'The <kettle>'},
  {startInSeconds: 300, title: 'Goodbye'},
]

function written(format: string): string {
  return chapterFormatNamed(format)?.write?.(chapters) ?? ''
}

/** A show of one episode, `one.md`, of ten minutes: its chapters as published, what feeds say below the notes, and the problems about chapters. */
async function publishedChapters(files: Files) {
  const planned = await planFiles(files)
  const json = planned.files.get('episodes/one/chapters.json')
  const [, notes = ''] = /<content:encoded><!\[CDATA\[([\s\S]*?)\]\]>/.exec(planned.files.get('feed.xml') ?? '') ?? []
  return {
    starts: json === undefined ? [] : JSON.parse(json).chapters.map((each: {startTime: number}) => each.startTime),
    titles: json === undefined ? [] : JSON.parse(json).chapters.map((each: {title: string}) => each.title),
    vtt: planned.files.get('episodes/one/chapters.vtt'),
    notes,
    page: planned.files.get('episodes/one/index.html') ?? '',
    problems: planned.problems
      .filter(({code}) => code.startsWith('chapter'))
      .map(({code, file, line}) => [code, file, line]),
  }
}

const block = '<p>00:00:00 Hello &amp; welcome<br>00:01:01 The &lt;kettle&gt;<br>00:05:00 Goodbye</p>'

describe('chapters of an episode are found', () => {
  it.each([
    ['one.chapters.json', written('json')],
    ['one.chapters.vtt', written('vtt')],
    ['one.chapters.txt', written('lines')],
    ['one.chapters.xml', written('psc')],
    ['one.psc', written('psc')],
    ['one.ffmetadata', written('ffmetadata')],
  ])('in %s beside it', async (name, text) => {
    const published = await publishedChapters({'one.md': episodeFile('one'), [name]: text})
    expect(published).toMatchObject({
      starts: [0, 61.5, 300],
      titles: ['Hello & welcome', 'The <kettle>', 'Goodbye'],
      problems: [],
    })
    expect(published.vtt).toContain('\nHello &amp; welcome\n')
    expect(published.page).toContain('Hello &amp; welcome')
  })

  it.each([
    [
      'a file it names',
      {
        'one.md': episodeFile('one', ['chapters: talks/parts.ffmetadata']),
        'talks/parts.ffmetadata': written('ffmetadata'),
      },
    ],
    [
      'lines in its front matter',
      {'one.md': episodeFile('one', ['chapters: ["0:00 Hello & welcome", "1:01.5 The <kettle>", "5:00 Goodbye"]'])},
    ],
    [
      'maps in its front matter',
      {
        'one.md': episodeFile('one', [
          'chapters: [{start: "0:00", title: Hello & welcome}, {time: "1:01.5", title: The <kettle>}, {startTime: 300, name: Goodbye}]',
        ]),
      },
    ],
    [
      'lines of its notes',
      {'one.md': episodeFile('one', [], '- 0:00 Hello & welcome\n- 1:01.5 The \\<kettle\\>\n- 5:00 Goodbye\n')},
    ],
  ])('in %s', async (_where, files) => {
    expect(await publishedChapters(files)).toMatchObject({starts: [0, 61.5, 300], problems: []})
  })

  it('in a folder of its own', async () => {
    const {files} = await planFiles({'talk/index.md': episodeFile('talk'), 'talk/chapters.json': written('json')})
    expect(JSON.parse(files.get('episodes/talk/chapters.json') ?? '{}').chapters).toHaveLength(3)
  })
})

describe('headings of a transcript', () => {
  const heading = (time: string, title: string) => `## [${time}] ${title}\n\n**Ada:** Something about it.\n\n`
  const transcript = heading('00:00:00', 'Intro') + heading('00:02:10', 'Kettles') + heading('00:05:00', 'Toasters')

  it('are chapters where there are no others', async () => {
    expect(await publishedChapters({'one.md': episodeFile('one'), 'one.transcript.md': transcript})).toMatchObject({
      starts: [0, 130, 300],
      titles: ['Intro', 'Kettles', 'Toasters'],
      problems: [],
    })
  })

  it('have the time of what is said below them', async () => {
    const timed =
      '## One\n\n**Ada:** [00:00:01] Hello.\n\n## Two\n\n**Bo:** [00:00:40] Hi.\n\n## Three\n\n**Ada:** [00:01:30] Bye.\n'
    expect(await publishedChapters({'one.md': episodeFile('one'), 'one.transcript.md': timed})).toMatchObject({
      starts: [1, 40, 90],
      titles: ['One', 'Two', 'Three'],
    })
  })

  it.each([
    ['there are two', heading('00:00:00', 'Intro') + heading('00:02:10', 'Kettles')],
    ['they have no times', '## One\n\n**Ada:** Hello.\n\n## Two\n\n**Bo:** Hi.\n\n## Three\n\n**Ada:** Bye.\n'],
    [
      'they are breaks',
      '**Ada:** Hi.\n\n**Break:** \\[01:00\\]\n\n**Ada:** So.\n\n**Break:** \\[02:00\\]\n\n**Ada:** So.\n\n**Break:** \\[03:00\\]\n\n**Ada:** Bye.\n',
    ],
  ])('are none where %s', async (_why, text) => {
    expect(await publishedChapters({'one.md': episodeFile('one'), 'one.transcript.md': text})).toMatchObject({
      titles: [],
      problems: [],
    })
  })

  it('give way to those of the author, without a word', async () => {
    const files = {'one.md': episodeFile('one'), 'one.transcript.md': transcript, 'one.chapters.json': written('json')}
    expect(await publishedChapters(files)).toMatchObject({
      titles: ['Hello & welcome', 'The <kettle>', 'Goodbye'],
      problems: [],
    })
  })

  it('are named with the file of the transcript', async () => {
    const late = heading('00:00:00', 'Intro') + heading('00:02:10', 'Kettles') + heading('00:50:00', 'Toasters')
    const {problems} = await publishedChapters({'one.md': episodeFile('one'), 'one.transcript.md': late})
    expect(problems).toEqual([['chapter-beyond-end', 'one.transcript.md', 9]])
  })
})

describe('feeds', () => {
  it('have the chapters as lines below the notes, and the page has them once', async () => {
    const {notes, page} = await publishedChapters({'one.md': episodeFile('one'), 'one.chapters.json': written('json')})
    expect(notes).toBe(`<p>Hello.</p>\n${block}`)
    expect(page).not.toContain(block)
  })

  it('have the summary above the lines where there are no notes', async () => {
    const {notes} = await publishedChapters({
      'one.md': episodeFile('one', ['summary: Tea & toast.'], ''),
      'one.chapters.json': written('json'),
    })
    expect(notes).toBe(`<p>Tea &amp; toast.</p>\n${block}`)
  })

  it.each([
    ['the notes list them already', {'one.md': episodeFile('one', [], '- 0:00 Hello\n- 1:01 Kettle\n- 5:00 Bye\n')}],
    [
      'the notes list others',
      {
        'one.md': episodeFile('one', [], '- 0:00 Hello\n- 1:01 Kettle\n- 5:00 Bye\n'),
        'one.chapters.json': written('json'),
      },
    ],
    [
      'they do not start at zero',
      {'one.md': episodeFile('one', ['chapters: ["0:10 Hello", "1:01 Kettle", "5:00 Bye"]'])},
    ],
    [
      'one is too short for a platform',
      {'one.md': episodeFile('one', ['chapters: ["0:00 Hello", "0:20 Kettle", "5:00 Bye"]'])},
    ],
    ['there are two', {'one.md': episodeFile('one', ['chapters: ["0:00 Hello", "5:00 Bye"]'])}],
  ])('have no such lines where %s', async (_why, files) => {
    const {notes} = await publishedChapters(files)
    expect(notes).not.toMatch(/00:0\d:\d\d/)
  })
})

describe('problems with chapters', () => {
  it('are at their line in the file they stand in', async () => {
    const {problems} = await publishedChapters({
      'one.md': episodeFile('one'),
      'one.chapters.txt': '00:00:00 Hello\n00:05:00 Later\n00:01:00 Earlier\n01:00:00 Beyond\n',
    })
    expect(problems).toEqual([
      ['chapters-unsorted', 'one.chapters.txt', 3],
      ['chapter-beyond-end', 'one.chapters.txt', 4],
    ])
  })

  it('are at the key of the front matter', async () => {
    const {problems} = await publishedChapters({
      'one.md': episodeFile('one', ['chapters: ["0:00 Hello", "59:00 Beyond"]']),
    })
    expect(problems).toEqual([['chapter-beyond-end', 'one.md', 5]])
  })

  it('name two sources that disagree', async () => {
    const {problems, titles} = await publishedChapters({
      'one.md': episodeFile('one', [], '- 0:00 Hello\n- 1:01 Kettle\n- 5:00 Bye\n'),
      'one.chapters.json': written('json'),
      'one.psc': written('psc').replace('Goodbye', 'Farewell'),
    })
    expect(titles).toEqual(['Hello & welcome', 'The <kettle>', 'Goodbye'])
    expect(problems).toEqual([
      ['chapters-disagree', 'one.md', undefined],
      ['chapters-disagree', 'one.psc', undefined],
    ])
  })
})

describe.skipIf(mediaWithChapters === undefined)('chapters inside the media file (needs ffmpeg)', () => {
  const own = [
    {startInSeconds: 0, title: 'Hello'},
    {startInSeconds: 1, title: 'Middle'},
    {startInSeconds: 2, title: 'Bye'},
  ]
  const local = (lines: readonly string[] = []) => episodeFile('one', ['audio:', ...lines])

  it.each(['mp3', 'm4a', 'mkv'])('are published of a .%s', async (extension) => {
    const files = {'one.md': local(), [`one.${extension}`]: mediaWithChapters?.(extension, own) ?? ''}
    expect(await publishedChapters(files)).toMatchObject({
      starts: [0, 1, 2],
      titles: ['Hello', 'Middle', 'Bye'],
      problems: [],
    })
  })

  it('give way to those of the author, and where they differ that is said of the media file', async () => {
    const files = {
      'one.md': local(['chapters: ["0:00 Hello", "0:01 Other", "0:02 Bye"]']),
      'one.mp3': mediaWithChapters?.('mp3', own) ?? '',
    }
    const {titles, problems} = await publishedChapters(files)
    expect(titles).toEqual(['Hello', 'Other', 'Bye'])
    expect(problems).toEqual([['chapters-disagree', 'one.mp3', undefined]])
  })

  it('may say the same as those of the author', async () => {
    const files = {
      'one.md': local(['chapters: ["0:00 Hello", "0:01 Middle", "0:02 Bye"]']),
      'one.mp3': mediaWithChapters?.('mp3', own) ?? '',
    }
    expect(await publishedChapters(files)).toMatchObject({problems: []})
  })
})
