import {describe, expect, it} from 'vitest'
import {mediaWithChapters} from '../chapters/media-with-chapters.ts'
import {media} from '../temporary-show.ts'
import {castwright, folderOf} from './castwright.ts'

const json =
  '{"version":"1.2.0","chapters":[{"startTime":0,"title":"Tea & toast"},{"startTime":61.5,"title":"<Kettle>"},{"startTime":300,"title":"Bye; = #"}]}'
const chapters = (input: string, ...words: readonly string[]) => castwright(['chapters', '-', ...words], {input})
const listOf = (text: string) =>
  JSON.parse(text).chapters.map(({startTime, title}: {startTime: number; title: string}) => [startTime, title])

describe('castwright chapters', () => {
  it.each(['json', 'podlove-json', 'psc', 'vtt', 'ffmetadata', 'lines', 'vorbis'])(
    'gives the same chapters through %s and back, by way of standard input',
    async (format) => {
      const there = await chapters(json, '--to', format)
      expect(there).toMatchObject({status: 0, stderr: ''})
      const back = await chapters(there.stdout)
      expect(back).toMatchObject({status: 0, stderr: ''})
      expect(listOf(back.stdout)).toEqual(listOf(json))
    },
  )

  it('writes the lines that platforms read in a description', async () => {
    expect(await chapters(json, '--to', 'description')).toEqual({
      status: 0,
      stdout: '00:00:00 Tea & toast\n00:01:01 <Kettle>\n00:05:00 Bye; = #\n',
      stderr: '',
    })
    const late = json.replace('"startTime":0', '"startTime":9')
    expect(await chapters(late, '--to', 'description')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('chapters-not-for-description'),
    })
  })

  it('says that a recording has none', async () => {
    const folder = folderOf({'talk.mp3': media.mp3})
    const {status, stdout, stderr} = await castwright(['chapters', 'talk.mp3'], {folder})
    expect({status, chapters: listOf(stdout)}).toEqual({status: 0, chapters: []})
    expect(stderr).toContain('talk.mp3  warning  chapters-none')
  })

  it('names the file and the line of what is wrong', async () => {
    const folder = folderOf({'talk.chapters.txt': '00:00:00 Hello\n00:05:00 Later\n00:01:00 Earlier\n'})
    const {status, stdout, stderr} = await castwright(['chapters', 'talk.chapters.txt'], {folder})
    expect({status, stderr}).toEqual({
      status: 0,
      stderr: expect.stringMatching(/^talk\.chapters\.txt:3 .*chapters-unsorted/m),
    })
    expect(listOf(stdout).map(([start]: [number]) => start)).toEqual([0, 60, 300])
  })

  it.each([
    [[], 'needs a FILE'],
    [['one.json', 'two.json'], 'one argument too many'],
    [['nowhere.json'], 'nowhere.json cannot be read'],
    [['nowhere.mp3'], 'nowhere.mp3 cannot be read'],
    [['-', '--to', 'cue'], '--to cue is not known'],
    [['-', '--from', 'cue'], '--from cue is not known'],
  ])('refuses %j as wrong usage', async (words, said) => {
    expect(await castwright(['chapters', ...words])).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining(said),
    })
  })

  it('says in its help which formats there are', async () => {
    const {status, stdout} = await castwright(['chapters', '--help'])
    expect(status).toBe(0)
    for (const name of ['json', 'psc', 'vtt', 'ffmetadata', 'description'])
      expect(stdout).toMatch(new RegExp(`\\b${name}\\b`))
  })
})

describe.skipIf(mediaWithChapters === undefined)('castwright chapters of a media file (needs ffmpeg)', () => {
  const own = [
    {startInSeconds: 0, title: 'Hällo & <welcome>'},
    {startInSeconds: 1.5, title: '漢字; = # \\'},
    {startInSeconds: 3, title: '🎙️'},
  ]

  it.each(['mp3', 'm4a', 'mkv'])('are those that ffmpeg wrote into a .%s', async (extension) => {
    const folder = folderOf({[`talk.${extension}`]: mediaWithChapters?.(extension, own) ?? ''})
    const {status, stdout, stderr} = await castwright(['chapters', `talk.${extension}`], {folder})
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    expect(listOf(stdout)).toEqual(own.map(({startInSeconds, title}) => [startInSeconds, title]))
  })
})
