import {describe, expect, it} from 'vitest'
import {convertTranscriptFile} from '../../src/index.ts'
import {episodeFile, planFiles, showFile} from '../temporary-show.ts'

/** As an old program for Windows saves it; `’` is a byte that Latin-1 has no letter for. */
const windows = (text: string) => Buffer.from([...text].map((letter) => (letter === '’' ? 0x92 : letter.charCodeAt(0))))

const words = 'Jo Lund’s café in Zürich, é'

async function built(files: Parameters<typeof planFiles>[0]) {
  const {files: planned, problems} = await planFiles(files)
  return {
    output: [...planned].map(([path, text]) => `${path}\n${text}`).join('\n'),
    planned,
    said: problems.filter(({code}) => code === 'text-decoded'),
  }
}

describe('text in windows-1252 is decoded, and that is said', () => {
  const caption = `WEBVTT\n\n00:00.000 --> 00:04.000\n${words}\n`
  const chapters = `0:00 ${words}\n0:05 More\n`
  it.each([
    ['an episode', {'one.md': windows(episodeFile('one', [`title: ${words}`], `${words}\n`))}, 'one.md', 4],
    ['show.yaml', {'show.yaml': windows(showFile(`title: ${words}`)), 'one.md': episodeFile('one')}, 'show.yaml', 10],
    ['captions', {'one.md': episodeFile('one'), 'one.vtt': windows(caption)}, 'one.vtt', 4],
    ['chapters', {'one.md': episodeFile('one'), 'one.chapters.txt': windows(chapters)}, 'one.chapters.txt', 1],
    [
      'a transcript in Markdown',
      {'one.md': episodeFile('one'), 'one.transcript.md': windows(`**Jo Lund:** ${words}\n`)},
      'one.transcript.md',
      1,
    ],
  ])('%s', async (_name, files, file, line) => {
    const {said, output} = await built(files)
    expect(output).not.toContain('\uFFFD')
    expect(output).toMatch(/Jo Lund(?:’|&#8217;|&#x2019;)s caf(?:é|&#233;)/)
    expect(said).toMatchObject([{file, line, severity: 'info'}])
  })

  it.each([
    ['a file about a person', 'people/jo.md', `---\ntitle: ${words}\n---\n`],
    ['a list of people', '_data/people.yml', `jo: {name: "${words}"}\n`],
  ])('%s, once for all episodes', async (_name, file, text) => {
    const guest = ['guests: [jo]']
    const files = {'one.md': episodeFile('one', guest), 'two.md': episodeFile('two', guest), [file]: windows(text)}
    const {planned, said} = await built(files)
    expect(JSON.parse(planned.get('feed.json') ?? '').items[0].authors[0].name).toBe(words)
    expect(said).toMatchObject([{file, severity: 'info'}])
  })

  it('line by line, where two programs wrote to one file', async () => {
    const text = Buffer.concat([Buffer.from(episodeFile('one', [], 'Grüße aus Köln.\n\n')), windows('Un café.\n')])
    const {planned, said} = await built({'one.md': text})
    expect(planned.get('feed.json')).toContain('Grüße aus Köln.')
    expect(planned.get('feed.json')).toContain('Un café.')
    expect(said).toMatchObject([{file: 'one.md', line: 8}])
  })

  it('as UTF-16, with a mark and without', async () => {
    const vtt = Buffer.from(caption, 'utf16le')
    const files = {'one.md': episodeFile('one'), 'one.vtt': Buffer.concat([Buffer.from([0xff, 0xfe]), vtt])}
    expect(await built(files)).toMatchObject({said: []})
    const {said, output} = await built({...files, 'one.vtt': vtt})
    expect(said).toMatchObject([{file: 'one.vtt'}])
    expect(output).toContain('café')
  })

  it('by the commands that convert, too', () => {
    const outcome = convertTranscriptFile({bytes: windows(caption), name: 'one.vtt'}, {to: 'srt'})
    expect(outcome.problems).toMatchObject([{code: 'text-decoded', file: 'one.vtt', line: 4}])
    expect(outcome.ok && outcome.value).toContain('café')
  })
})

describe('a file about a person that cannot be read', () => {
  it.each([
    ['people/jo.md', '---\ntitle: "Jo\n---\n'],
    ['people/jo.md', 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n'],
    ['_data/people.yml', 'jo: {name: "Jo\n'],
  ])('is a warning, and the episode is published: %s', async (file, text) => {
    const {problems, files} = await planFiles({'one.md': episodeFile('one', ['guests: [jo]']), [file]: text})
    expect(problems.filter(({severity}) => severity !== 'info')).toMatchObject([{file, severity: 'warning'}])
    expect(files.has('feed.xml')).toBe(true)
  })
})

describe('what is no text of any known encoding is a warning', () => {
  it.each([
    ['letters that were lost before', Buffer.from(episodeFile('one', [], 'A caf\uFFFD.\n')), 6],
    [
      'bytes that windows-1252 does not know',
      Buffer.concat([Buffer.from(episodeFile('one')), Buffer.from([0x41, 0x81])]),
      7,
    ],
  ])('%s', async (_name, text, line) => {
    expect((await built({'one.md': text})).said).toMatchObject([{file: 'one.md', line, severity: 'warning'}])
  })
})
