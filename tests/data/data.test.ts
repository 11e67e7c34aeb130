import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv} from 'ajv'
import {describe, expect, it} from 'vitest'
import type {EpisodeData, ShowData} from '../../src/index.ts'
import {build, check} from '../../src/index.ts'
import {media, planFiles, showFile, temporaryShow} from '../temporary-show.ts'

const now = new Date('2026-06-01T00:00:00Z')
const schemas = join(import.meta.dirname, '../../schema')
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
const validator = (name: string) => new Ajv({allErrors: true}).compile(read(join(schemas, `${name}.schema.json`)))

const files = {
  'show.yaml': showFile('data: true', 'pages: false', 'hosts: [{name: Mara Winter}]', 'subtitle: A line'),
  '001-first.md':
    '---\ntitle: First <b>light</b>\ndate: 2026-01-31\ntags: [night, trains]\nseason: 1\nepisode: 1\n---\nNotes with [a link](https://example.org/) and <script>alert(1)</script>.\n',
  '001-first.mp3': media.mp3,
  '001-first.vtt':
    'WEBVTT\n\n00:00.000 --> 00:00.400\n<v Mara>Good evening.\n\n00:00.400 --> 00:00.800\n<v Jo>Hello.\n',
  '001-first.chapters.json':
    '{"version":"1.2.0","chapters":[{"startTime":0,"title":"Welcome"},{"startTime":0.4,"title":"The end"}]}',
  '002-draft.md': '---\ntitle: Not yet\ndate: 2026-02-01\ndraft: true\n---\n',
}

describe('data: true', () => {
  it('gives everything of the show and of an episode, as the schemas say', async () => {
    const {files: planned} = await planFiles(files, now)
    const show: ShowData = JSON.parse(planned.get('data.json') ?? '')
    const episode: EpisodeData = JSON.parse(planned.get('episodes/001-first/data.json') ?? '')
    for (const [name, value] of [
      ['show-data', show],
      ['episode-data', episode],
    ] as const) {
      const isValid = validator(name)
      expect([name, isValid(value), isValid.errors]).toEqual([name, true, null])
    }
    expect(show.episodes).toMatchObject([
      {
        slug: '001-first',
        title: 'First <b>light</b>',
        data: 'https://trial.example/episodes/001-first/data.json',
        season: 1,
      },
    ])
    expect(show.feeds).toEqual([
      {
        title: 'Trial Run',
        rss: 'https://trial.example/feed.xml',
        atom: 'https://trial.example/atom.xml',
        json: 'https://trial.example/feed.json',
      },
    ])
    expect(episode).toMatchObject({
      version: 1,
      tags: ['night', 'trains'],
      media: [{url: 'https://trial.example/media/001-first.mp3', kind: 'audio', sizeInBytes: media.mp3.length}],
      people: [{name: 'Mara Winter', role: 'Host'}],
      chapters: [
        {startInSeconds: 0, title: 'Welcome'},
        {startInSeconds: 0.4, title: 'The end'},
      ],
    })
    expect(episode.transcripts[0]?.parts.map(({speaker, cues}) => [speaker, cues?.[0]?.text])).toEqual([
      ['Mara Winter', 'Good evening.'],
      ['Jo', 'Hello.'],
    ])
    expect(episode.notesHtml).toContain('<a href="https://example.org/"')
    expect(episode.notesHtml).not.toContain('<script')
  })

  it('is not there unless it is wanted, and then beside pages', async () => {
    const usual = await planFiles({...files, 'show.yaml': showFile()}, now)
    expect([...usual.files.keys()].filter((path) => path.endsWith('data.json'))).toEqual([])
    const both = await planFiles({...files, 'show.yaml': showFile('data: true')}, now)
    expect([...both.files.keys()]).toEqual(
      expect.arrayContaining(['index.html', 'data.json', 'episodes/001-first/index.html']),
    )
  })
})

describe('pages: false', () => {
  it('leaves out every page and what only pages need, and nothing that feeds name', async () => {
    const usual = await planFiles(
      {...files, 'show.yaml': showFile('hosts: [{name: Mara Winter}]', 'subtitle: A line')},
      now,
    )
    const {files: planned} = await planFiles(
      {...files, 'show.yaml': files['show.yaml'].replace('data: true', 'data: false')},
      now,
    )
    expect([...usual.files.keys()].filter((path) => !planned.has(path)).sort()).toEqual([
      '404.html',
      'assets/castwright.css',
      'assets/player.js',
      'assets/search.js',
      'assets/transcript.js',
      'episode-list.json',
      'episodes/001-first/index.html',
      'episodes/index.html',
      'index.html',
      'robots.txt',
      'search/season-1/0.txt',
      'search/season-1/episodes.json',
      'search/seasons.json',
      'sitemap.xml',
      'topics/index.html',
    ])
    expect(planned.get('feed.xml')).toBe(usual.files.get('feed.xml'))
  })

  it('builds twice, and the second build writes nothing', async () => {
    const folder = temporaryShow(files)
    const output = join(folder, 'output')
    const first = await build(folder, output, {now})
    expect(first.ok && first.value.written).toContain('data.json')
    const second = await build(folder, output, {now})
    expect(second.ok && [second.value.written, second.value.deleted]).toEqual([[], []])
    const checked = await check(folder, {now})
    expect(checked.problems.filter(({code}) => code === 'link-broken')).toEqual([])
  })
})
