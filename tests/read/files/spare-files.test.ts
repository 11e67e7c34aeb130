import {renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {build} from '../../../src/index.ts'
import {planInMemory} from '../../plan-in-memory.ts'
import {episodeFile, media, planFiles, showFile, temporaryShow} from '../../temporary-show.ts'

const vtt = 'WEBVTT\n\n00:00.000 --> 00:00.700\n<v Kim>Hello.\n'
const chapters = '{"version":"1.2.0","chapters":[{"startTime":0,"title":"Welcome"}]}'
const one = (audio: string) => `---\ntitle: One\ndate: 2026-01-31\naudio: ${audio}\n---\nHello.\n`

const unclaimed = (problems: Awaited<ReturnType<typeof planFiles>>['problems']) =>
  problems.filter(({code}) => code === 'file-unclaimed').map(({file}) => file)

describe('files that have the name of an episode’s media', () => {
  it.each(['', 'audio/'])('belong to it: %stalk.vtt', async (folder) => {
    const {files, problems} = await planFiles({
      '001-one.md': one(`${folder}talk.mp3`),
      [`${folder}talk.mp3`]: media.mp3,
      [`${folder}talk.vtt`]: vtt,
      [`${folder}talk.de.vtt`]: vtt,
      [`${folder}talk.chapters.json`]: chapters,
    })
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'episodes/001-one/transcript.vtt',
        'episodes/001-one/transcript.de.vtt',
        'episodes/001-one/chapters.json',
      ]),
    )
    expect(unclaimed(problems)).toEqual([])
  })

  it('do not where they have the name of another episode', async () => {
    const {files} = await planFiles({
      '001-one.md': one('002-two.mp3'),
      '002-two.md': '---\ntitle: Two\ndate: 2026-02-28\n---\n',
      '002-two.mp3': media.mp3,
      '002-two.vtt': vtt,
    })
    const transcripts = [...files.keys()].filter((path) => path.endsWith('transcript.vtt'))
    expect(transcripts).toEqual(['episodes/002-two/transcript.vtt'])
  })
})

describe('files whose names differ in case only', () => {
  it('belong together', async () => {
    const {files, problems} = await planFiles({
      '003-e.md': '---\ntitle: Three\ndate: 2026-01-31\n---\n',
      '003-E.MP3': media.mp3,
      '003-E.Vtt': vtt,
    })
    expect([...files.keys()]).toEqual(expect.arrayContaining(['media/003-e.mp3', 'episodes/003-e/transcript.vtt']))
    expect(unclaimed(problems)).toEqual([])
  })

  it('do not where two episodes would have them', async () => {
    const {problems} = await planFiles({
      'a.md': episodeFile('One'),
      'A.md': episodeFile('Two', ['slug: two']),
      'a.Mp3': media.mp3,
      'A.Vtt': vtt,
    })
    expect(unclaimed(problems)).toEqual([])
  })
})

describe('a file that no episode has', () => {
  it.each([
    ['stray.mp3', media.mp3, 'audio: stray.mp3'],
    ['stray.vtt', vtt, 'transcript: stray.vtt'],
    ['stray.srt', '1\n00:00:00,000 --> 00:00:01,000\nHello.\n', 'transcript: stray.srt'],
    ['stray.chapters.json', chapters, 'chapters: stray.chapters.json'],
    ['article.txt', 'An article.\n', 'article.md'],
  ])('is said: %s', async (name, content, hint) => {
    const {problems} = await planFiles({'001-one.md': episodeFile('One'), [name]: content})
    expect(unclaimed(problems)).toEqual([name])
    expect(problems.find(({code}) => code === 'file-unclaimed')).toMatchObject({
      severity: 'warning',
      hint: expect.stringContaining(hint),
    })
  })

  it.each([
    ['interview.txt', 'An article.\n', 'rename it to interview.md'],
    ['talk.mp3', media.mp3, 'talk.md beside it'],
  ])('and the only one that there is, is an error: %s', async (name, content, hint) => {
    const {problems} = await planFiles({[name]: content})
    expect(unclaimed(problems)).toEqual([name])
    expect(problems.find(({code}) => code === 'episodes-missing')).toMatchObject({
      severity: 'error',
      file: 'show.yaml',
      message: expect.stringContaining(name),
      hint: expect.stringContaining(hint),
    })
  })

  it.each([
    ['robots.txt', 'User-agent: *\n'],
    ['data/words.txt', 'one\n'],
    ['package.json', '{}'],
    ['page.html', '<p>Hi</p>'],
    ['cover.png', 'none of them'],
  ])('is passed over where it may be anything: %s', async (name, content) => {
    const {problems} = await planFiles({'001-one.md': episodeFile('One'), [name]: content})
    expect(unclaimed(problems)).toEqual([])
  })

  it('is said once for a folder, with all others in it', async () => {
    const {problems} = await planFiles({
      '001-one.md': episodeFile('One'),
      'audio/a.mp3': media.mp3,
      'audio/b.mp3': media.mp3,
      'audio/c.mp3': media.mp3,
      'audio/d.mp3': media.mp3,
      'video/e.mp4': media.mp4,
    })
    expect(unclaimed(problems)).toEqual(['audio/a.mp3', 'video/e.mp4'])
    expect(problems.find(({file}) => file === 'audio/a.mp3')?.message).toContain(
      'The same is true of 3 others of this folder: b.mp3, c.mp3, …',
    )
  })

  it('is claimed by a draft, and by a line of the front matter of any episode', async () => {
    const {problems} = await planFiles({
      '001-one.md': '---\ntitle: One\ndraft: true\naudio: rough.mp3\n---\n',
      'rough.mp3': media.mp3,
      '002-two.md': episodeFile('Two', ['transcript: texts/two.vtt']),
      'texts/two.vtt': vtt,
    })
    expect(unclaimed(problems)).toEqual([])
  })

  it('is no matter while an episode has an error: it may be the one that names it', async () => {
    const {problems} = await planFiles({'001-one.md': '---\ntitle: One\ndate: never\n---\n', 'stray.mp3': media.mp3})
    expect(unclaimed(problems)).toEqual([])
  })

  it('is not the list of members', async () => {
    const feeds = 'feeds: {friends: {members: ./members.txt}}'
    const {problems} = await planFiles({
      'show.yaml': showFile(feeds),
      '001-one.md': episodeFile('One'),
      'members.txt': 'kim\n',
    })
    expect(unclaimed(problems)).toEqual([])
  })
})

it('says the same in a build that remembers the one before', async () => {
  const folder = temporaryShow({
    '001-one.md': one('talk.mp3'),
    'talk.mp3': media.mp3,
    'talk.vtt': vtt,
    'stray.vtt': vtt,
  })
  const output = join(folder, 'output')
  const options = {now: new Date('2026-06-01T00:00:00Z')}
  const said = async () => {
    const outcome = await build(folder, output, options)
    return [unclaimed(outcome.problems), outcome.ok && outcome.value.written.filter((path) => path.endsWith('.vtt'))]
  }
  expect(await said()).toEqual([['stray.vtt'], ['episodes/001-one/transcript.vtt']])
  expect(await said()).toEqual([['stray.vtt'], []])
  // One file more under the name of the recording, and none under it.
  writeFileSync(join(folder, 'talk.de.vtt'), vtt)
  expect(await said()).toEqual([['stray.vtt'], ['episodes/001-one/transcript.de.vtt']])
  renameSync(join(folder, 'talk.vtt'), join(folder, 'speech.vtt'))
  expect((await said())[0]).toEqual(['speech.vtt'])
  expect((await planInMemory(folder)).files.has('episodes/001-one/transcript.vtt')).toBe(false)
})
