import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {build} from '../../src/index.ts'
import {type Files, writeFiles} from '../files-on-disk.ts'
import {episodeFile, planFiles, showFile} from '../temporary-show.ts'

const wrong = '---\ntitle: {\n---\n'

async function itemsOf(files: Files) {
  const {problems, files: planned} = await planFiles(files)
  const {items} = JSON.parse(planned.get('feed.json') ?? '{"items": []}')
  return {problems, items, slugs: items.map(({url}: {url: string}) => url.split('/').at(-2))}
}

describe('leave_out', () => {
  it.each(['eps/0259.md', '0259.md', '0259'])('names a file as %s, and says so with its reason', async (name) => {
    const {problems, slugs} = await itemsOf({
      'show.yaml': showFile(`leave_out: {"${name}": no media yet}`),
      'eps/0258.md': episodeFile('0258'),
      'eps/0259.md': wrong,
    })
    expect(slugs).toEqual(['0258'])
    expect(problems).toMatchObject([
      {
        code: 'episode-left-out',
        severity: 'info',
        file: 'show.yaml',
        message: 'eps/0259.md is not published: no media yet',
      },
    ])
  })

  it('says that a name is that of no file, or of two', async () => {
    const {problems, slugs} = await itemsOf({
      'show.yaml': showFile('leave_out: {two.md: twice, gone.md: nowhere}'),
      'a/two.md': episodeFile('two', ['slug: a']),
      'b/two.md': episodeFile('two', [
        'slug: b',
        'audio: {url: "https://m.example/b.mp3", size: 5000000, duration: 10:00}',
      ]),
    })
    expect(problems.map(({code}) => code)).toEqual(['correction-unused', 'correction-unused'])
    expect(slugs).toHaveLength(2)
  })
})

describe('corrections', () => {
  it('put a value instead of what a file says under any name, and take one away', async () => {
    const {problems, items} = await itemsOf({
      'show.yaml': showFile(
        'corrections: {one.md: {video: null, title: Mended, season: 2, reason: dead link and a slip}}',
      ),
      'one.md': episodeFile('one', ['video_url: gone.mp4', 'episode: {title: Slpi, season: 3}']),
    })
    expect(problems).toMatchObject([{code: 'correction-applied', file: 'show.yaml'}])
    expect(problems[0]?.message).toBe('show.yaml corrects video, title, season of one.md: dead link and a slip')
    expect(items[0].title).toBe('Mended')
    expect(items[0]._podcast.season).toBe(2)
  })

  it('make an episode of a file that lacks its date', async () => {
    const {items, problems} = await itemsOf({
      'show.yaml': showFile('corrections: {one.md: {date: 2026-01-05, reason: It was never written down}}'),
      'one.md': '---\ntitle: One\naudio: {url: "https://m.example/1.mp3", size: 5000000, duration: 10:00}\n---\n',
    })
    expect(problems.map(({code}) => code)).toEqual(['correction-applied'])
    expect(items[0].date_published).toBe('2026-01-05T00:00:00.000Z')
  })

  it('are judged as the file would be, where they stand', async () => {
    const {problems} = await itemsOf({
      'show.yaml': showFile('corrections: {one.md: {date: 2026-02-31, reason: A slip}}'),
      'one.md': episodeFile('one'),
    })
    expect(problems.filter(({severity}) => severity === 'error')).toMatchObject([
      {code: 'value-invalid', file: 'show.yaml'},
    ])
  })
})

describe('what was published stays so', () => {
  it.each([
    ['leave_out: {one.md: Not good enough}', 'episode-withdrawn', 'episode-withdrawn:one'],
    ['corrections: {one.md: {draft: true, reason: Not good enough}}', 'episode-withdrawn', 'episode-withdrawn:one'],
    ['corrections: {one.md: {audio: null, reason: Dead link}}', 'enclosure-removed', 'enclosure-removed:one'],
    ['corrections: {one.md: {guid: other, reason: A new one}}', 'guid-changed', 'guid-changed:one'],
  ])('%s', async (line, code, accept) => {
    const root = mkdtempSync(join(tmpdir(), 'castwright-corrections-'))
    onTestFinished(() => rmSync(root, {recursive: true, force: true}))
    const show = join(root, 'show')
    const out = join(root, 'out')
    const now = new Date('2026-06-01T00:00:00Z')
    const files = {'show.yaml': showFile(), 'one.md': episodeFile('one'), 'two.md': episodeFile('two')}
    writeFiles(show, files)
    expect((await build(show, out, {now})).ok).toBe(true)
    writeFiles(show, {'show.yaml': showFile(line)})
    const refused = await build(show, out, {now})
    expect(refused.ok).toBe(false)
    expect(refused.problems.filter(({severity}) => severity === 'error')).toMatchObject([{code}])
    expect((await build(show, out, {now, accept: [accept]})).ok).toBe(true)
  })
})

describe('a show that would be published empty', () => {
  const titleOnly = '---\ntitle: A talk\n---\nWords.\n'

  it('is an error where files look like episodes', async () => {
    const {problems} = await itemsOf({'a-talk.md': titleOnly, 'another.md': titleOnly})
    expect(problems).toContainEqual(
      expect.objectContaining({code: 'episodes-missing', severity: 'error', file: 'show.yaml'}),
    )
    expect(problems.find(({code}) => code === 'episodes-missing')?.message).toMatch(/2 files .*a date, a number or a/)
  })

  it('is an error where `episodes` names none', async () => {
    const {problems} = await itemsOf({
      'show.yaml': showFile('episodes: nowhere/*.md'),
      'one.md': episodeFile('one'),
    })
    expect(problems).toMatchObject([{code: 'episodes-missing', severity: 'error'}])
  })

  it('is an error where all lie in a folder that is not looked into', async () => {
    const {problems} = await itemsOf({'transcripts/1.md': episodeFile('1'), 'transcripts/2.md': episodeFile('2')})
    expect(problems.filter(({severity}) => severity === 'error')).toMatchObject([
      {code: 'episodes-missing', hint: 'If they are episodes: episodes: transcripts/*.md'},
    ])
  })

  it.each<[string, Files]>([
    ['whose first episode is due tomorrow', {'one.md': episodeFile('one', ['date: 2026-06-02'])}],
    ['of drafts', {'one.md': '---\ntitle: One\ndraft: true\n---\n', 'talk.md': titleOnly}],
    ['of episodes that are left out', {'show.yaml': showFile('leave_out: {one.md: later}'), 'one.md': wrong}],
    ['without any episode', {'README.md': '# Our show\n'}],
    ['with notes that have no front matter', {'ideas.md': 'Ask Jo about trains.\n'}],
  ])('is none %s', async (_, files) => {
    const {problems} = await itemsOf(files)
    expect(problems.filter(({severity}) => severity === 'error')).toEqual([])
  })
})

describe('additions', () => {
  it('are what a file lacks; what it says counts, and old addresses are joined', async () => {
    const {problems, items} = await itemsOf({
      'show.yaml': showFile(
        'additions: {one.md: {aliases: [/2019/one.html], season: 2, title: Other}, two.md: {aliases: [/2019/two.html]}}',
      ),
      'one.md': episodeFile('one', ['redirect_from: /one.html']),
      'two.md': episodeFile('two', ['audio: {url: "https://m.example/2.mp3", size: 5000000, duration: 10:00}']),
    })
    expect(problems).toEqual([])
    expect(items.map(({title}: {title: string}) => title)).not.toContain('Other')
    expect(items[0]._podcast.season).toBe(2)
    const {files} = await planFiles({
      'show.yaml': showFile('additions: {one.md: {aliases: [/2019/one.html]}}'),
      'one.md': episodeFile('one', ['redirect_from: /one.html']),
    })
    expect([...files.keys()].filter((path) => path.endsWith('one.html'))).toEqual(['one.html', '2019/one.html'])
  })

  it('are said to be wrong at their line', async () => {
    const {problems} = await itemsOf({
      'show.yaml': showFile('additions:\n  one.md: {colour: red}\n  gone.md: {season: 1}'),
      'one.md': episodeFile('one'),
    })
    expect(problems.map(({code, file}) => [code, file])).toEqual([
      ['value-invalid', 'show.yaml'],
      ['correction-unused', 'show.yaml'],
    ])
    const {problems: ofList} = await itemsOf({
      'show.yaml': showFile('additions: {one.md: 5}'),
      'one.md': episodeFile('one'),
    })
    expect(ofList.map(({code}) => code)).toEqual(['value-invalid'])
  })
})
