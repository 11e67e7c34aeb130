import {describe, expect, it} from 'vitest'
import {castwright, folderOf} from './castwright.ts'

const vtt = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Ada Moor>Tea &amp; toast --&gt; that is all.

00:00:04.000 --> 00:00:09.000
<v Ada Moor>42

00:00:09.000 --> 00:00:12.500
<v Bo Quist>שלום 🎙️ [laughs]
`
const convert = (input: string, ...words: readonly string[]) =>
  castwright(['transcript', 'convert', '-', ...words], {input})

describe('castwright transcript convert', () => {
  it.each(['vtt', 'json'])('gives the same captions through %s and back, by way of standard input', async (format) => {
    const there = await convert(vtt, '--to', format)
    expect(there).toMatchObject({status: 0, stderr: ''})
    expect(await convert(there.stdout)).toEqual({status: 0, stdout: vtt, stderr: ''})
  })

  it.each([
    ['srt', /^1\n00:00:01,000 --> 00:00:04,000\nAda Moor: Tea & toast -> that is\nall\.\n\n2\n/],
    ['html', /<cite>Ada Moor:<\/cite>[\s\S]*Tea &amp; toast/],
    ['text', /^Ada Moor \(0:01\):\nTea & toast --> that is all\./],
    ['md', /^\*\*Ada Moor:\*\* \\\[00:00:01\\\] Tea & toast --> that is all\./],
  ])('writes %s, and reads its words and speakers again', async (format, form) => {
    const there = await convert(vtt, '--to', format)
    expect(there).toEqual({status: 0, stdout: expect.stringMatching(form), stderr: ''})
    const back = await convert(there.stdout, '--from', format, '--to', 'text')
    expect(back.status).toBe(0)
    for (const words of ['Ada Moor (0:01):\nTea & toast', '42', 'Bo Quist (0:09):\nשלום 🎙️'])
      expect(back.stdout).toContain(words)
  })

  it('reads a file, and names it and the line of what is wrong on standard error', async () => {
    const folder = folderOf({
      'talk.srt': '1\n00:00:01,000 --> 00:0x:02,000\nHello.\n\n2\n00:00:03,000 --> 00:00:04,000\nBye.\n',
    })
    const {status, stdout, stderr} = await castwright(['transcript', 'convert', 'talk.srt'], {folder})
    expect(status).toBe(0)
    expect(stdout).toMatch(/^WEBVTT\n/)
    expect(stderr).toMatch(/^talk\.srt:2 .*cue-unreadable/m)
  })

  it.each([
    ['a format that is refused', 'talk.ttml', '<tt/>', 'transcript-format-refused'],
    ['a file that is none', 'talk.json', '{"a": 1}', 'transcript-format-unknown'],
    ['captions of a text without times', 'talk.md', '**Ada:** Hello.\n\n**Bo:** Hi.\n', 'transcript-without-times'],
  ])('refuses %s, and writes nothing', async (_what, name, text, code) => {
    const folder = folderOf({[name]: text})
    expect(await castwright(['transcript', 'convert', name], {folder})).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining(code),
    })
  })
})

describe('castwright transcript align', () => {
  const files = {
    'talk.md': '**Ada:** One, two, three, four, five, six!\n\n**Bo:** Seven, eight — nine, ten, eleven, twelve.\n',
    'talk.srt':
      '1\n00:00:01,000 --> 00:00:04,000\none two three four five six\n\n2\n00:00:05,000 --> 00:00:09,000\nseven eight nine ten eleven twelve\n',
  }

  it('gives the text the times, and its report on standard error', async () => {
    const {status, stdout, stderr} = await castwright(['transcript', 'align', 'talk.md', 'talk.srt'], {
      folder: folderOf(files),
    })
    expect(status).toBe(0)
    expect(stdout).toContain('00:00:01.000 --> 00:00:04.000\n<v Ada>One, two, three, four, five, six!\n')
    expect(stdout).toContain('<v Bo>Seven, eight — nine')
    expect(stderr).toBe('12 of 12 words aligned, 0 interpolated, 0 without a time\n')
  })

  it('reads one of the two from standard input', async () => {
    const words = ['transcript', 'align', '-', 'talk.srt', '--to', 'json']
    const {status, stdout} = await castwright(words, {folder: folderOf(files), input: files['talk.md']})
    expect(status).toBe(0)
    expect(JSON.parse(stdout).segments[0]).toMatchObject({speaker: 'Ada', startTime: 1})
  })

  it('refuses captions of other audio', async () => {
    const other = '1\n00:00:01,000 --> 00:00:04,000\na long story about cheese and winter and rain\n'
    const folder = folderOf({...files, 'other.srt': other})
    expect(await castwright(['transcript', 'align', 'talk.md', 'other.srt'], {folder})).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('captions-of-other-audio'),
    })
  })
})

describe('castwright transcript', () => {
  it.each([
    [[], 'needs a word for what to do'],
    [['translate', 'x.vtt'], 'there is no castwright transcript translate'],
    [['convert'], 'needs one FILE'],
    [['convert', 'one.vtt', 'two.vtt'], 'needs one FILE'],
    [['convert', 'nowhere.vtt'], 'nowhere.vtt cannot be read'],
    [['convert', '-', '--to', 'docx'], '--to docx is not known'],
    [['convert', '-', '--from', 'docx'], '--from docx is not known'],
    [['convert', '-', '--too', 'vtt'], 'Did you mean --to?'],
    [['align', 'talk.md'], 'needs a TEXT and CAPTIONS'],
    [['align', '-', '-'], 'only one of TEXT and CAPTIONS'],
    [['align', 'nowhere.md', 'nowhere.srt'], 'nowhere.md cannot be read'],
  ])('refuses %j as wrong usage', async (words, said) => {
    expect(await castwright(['transcript', ...words])).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining(said),
    })
  })

  it('says in its help which formats there are', async () => {
    const {status, stdout} = await castwright(['transcript', '--help'])
    expect(status).toBe(0)
    for (const name of ['vtt', 'srt', 'json', 'html', 'text', 'md', 'whisper-json', 'youtube-json'])
      expect(stdout).toMatch(new RegExp(`\\b${name}\\b`))
  })
})
