import {readFileSync, renameSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/index.ts'
import {type Files, writeFiles} from '../files-on-disk.ts'
import {fixtureNow} from '../plan-in-memory.ts'
import {episodeFile, media, planFiles, showFile, temporaryShow} from '../temporary-show.ts'

async function built(files: Files) {
  const {files: planned, problems} = await planFiles(files)
  const {items} = JSON.parse(planned.get('feed.json') ?? '{"items": []}')
  return {
    planned,
    slugs: items.map(({url}: {url: string}) => url.replace('https://trial.example/episodes/', '').replace('/', '')),
    said: problems.map(({code, severity, file}) => `${severity} ${code} ${file ?? ''}`.trim()),
    problems,
  }
}

/** A show on disk. Building it gives the items of its feed. */
function shown(files: Files) {
  const folder = temporaryShow(files)
  const output = join(folder, 'output')
  return {
    folder,
    build: async () => {
      const {problems} = await build(folder, output, {now: fixtureNow})
      expect(problems.filter(({severity}) => severity === 'error')).toEqual([])
      const {items} = JSON.parse(readFileSync(join(output, 'feed.json'), 'utf8'))
      return items.map(({id, url}: {id: string; url: string}) => ({id, url}))
    },
  }
}

const titled = '---\ntitle: First talk\n---\nHello.\n'

describe('a number in a name is evidence of an episode', () => {
  it.each(['012-first-talk.md', 'ep12.md', 's1e3-north.md', '12/index.md', 'episodes/012-first-talk/index.md'])(
    'without a date it is asked about: %s',
    async (file) => {
      const {slugs, problems} = await built({'one.md': episodeFile('one'), [file]: titled})
      expect(slugs).toEqual(['one'])
      expect(problems).toMatchObject([{code: 'episode-in-doubt', severity: 'warning', file}])
      expect(problems[0]?.hint).toContain('date: 2024-01-31')
    },
  )

  it('a show of nothing else is not published empty', async () => {
    const {said} = await built({'001-one.md': titled, '002-two.md': 'Hello.\n'})
    expect(said).toContain('error episodes-missing show.yaml')
  })

  it('a text without front matter is only mentioned', async () => {
    const {said} = await built({'one.md': episodeFile('one'), 'docs/0001-record.md': '# We decided\n'})
    expect(said).toEqual(['info episode-in-doubt docs/0001-record.md'])
  })

  it.each(['2015-in-review.md', 'about.md'])('%s has none', async (file) => {
    expect((await built({'one.md': episodeFile('one'), [file]: titled})).said).toEqual([`info file-skipped ${file}`])
  })

  it('leave_out answers', async () => {
    const show = showFile('leave_out: {"012-how.md": a page}')
    const {said} = await built({'show.yaml': show, 'one.md': episodeFile('one'), '012-how.md': titled})
    expect(said).not.toContain('warning episode-in-doubt 012-how.md')
  })
})

describe('a page with a date and nothing else', () => {
  const page = '---\ntitle: Subscribe\ndate: 2022-08-25\ndraft: false\n---\nHere.\n'

  it.each<[string, Files]>([
    ['an episode with media on a server', {'0001.md': episodeFile('0001')}],
    ['a recording', {'one.md': '---\ntitle: One\ndate: 2026-01-31\n---\n', 'one.mp3': media.mp3}],
    ['a numbered episode', {'0001.md': '---\ntitle: One\ndate: 2026-01-31\n---\n'}],
  ])('is asked about beside %s', async (_name, files) => {
    const {slugs, planned, problems} = await built({...files, 'subscribe.md': page})
    expect(slugs).toHaveLength(1)
    expect(problems.filter(({code}) => code === 'episode-in-doubt')).toMatchObject([
      {severity: 'warning', file: 'subscribe.md', line: 3},
    ])
    expect([...planned].filter(([, text]) => text.includes('ubscribe.md') || text.includes('Here.'))).toEqual([])
  })

  it.each([
    'type: full',
    'episode: 4',
    'guests: [Jo Lund]',
    'guid: abc',
    'duration: 10:00',
    'youtube: https://youtu.be/abcdefghijk',
  ])('is an episode with %s', async (line) => {
    const {slugs} = await built({'one.md': episodeFile('one'), 'two.md': page.replace('draft: false', line)})
    expect([...slugs].sort()).toEqual(['one', 'two'])
  })

  it.each<[string, Files]>([
    ['a number in its name', {'12-two.md': page}],
    ['a date in its name', {'2022-08-25-two.md': page}],
    ['a transcript', {'two.md': page, 'two.vtt': 'WEBVTT\n\n00:00.000 --> 00:04.000\nHello.\n'}],
  ])('is an episode with %s', async (_name, files) => {
    expect((await built({'one.md': episodeFile('one'), ...files})).slugs).toHaveLength(2)
  })

  it('is an episode where all are like that', async () => {
    expect((await built({'one.md': page, 'two.md': page})).slugs).toHaveLength(2)
  })

  it('stays a draft, if it is one', async () => {
    const {said} = await built({'one.md': episodeFile('one'), 'two.md': page.replace('draft: false', 'draft: true')})
    expect(said).toEqual([])
  })

  it('stays published, if it was, under any name of its file', async () => {
    const {folder, build} = shown({'two.md': page})
    const [item] = await build()
    writeFiles(folder, {'one.md': episodeFile('one')})
    expect(await build()).toContainEqual(item)
    renameSync(join(folder, 'two.md'), join(folder, 'drei.md'))
    expect(await build()).toContainEqual(item)
  })

  it('has no link to it', async () => {
    const {planned, said} = await built({
      'one.md': episodeFile('one', [], 'See [there](subscribe.md).\n'),
      'subscribe.md': page,
    })
    expect(planned.get('feed.json')).not.toContain('href')
    expect(said).toContain('warning episode-link-left-out one.md')
  })
})

describe('the folder names the episode', () => {
  const dated = '---\ntitle: One\ndate: 2026-01-31\n---\n**Jo:** Hello.\n\n**Mara:** Hello, too.\n'
  it.each([
    ['episodes/*/transcript.md', 'transcript.md'],
    ['episodes/*/index.md', 'index.md'],
    ['episodes/**/talk.md', 'talk.md'],
    ['episodes/*/README.md', 'README.md'],
  ])('with %s', async (glob, name) => {
    const {slugs, said} = await built({
      'show.yaml': showFile(`episodes: ${glob}`),
      [`episodes/first-light/${name}`]: dated,
      'episodes/first-light/sound.mp3': media.mp3,
      [`episodes/north/${name}`]: dated.replace('One', 'Two'),
      'episodes/north/sound.mp3': media.m4a,
    })
    expect([...slugs].sort()).toEqual(['first-light', 'north'])
    expect(said.filter((each) => !/media|title/.test(each))).toEqual([])
  })

  it.each(['transcript.md', 'notes.md', 'show-notes.md', 'README.md'])(
    'without a glob, in folders with numbers: %s',
    async (name) => {
      const {slugs} = await built({[`012-first-light/${name}`]: dated, [`013-north/${name}`]: dated})
      expect([...slugs].sort()).toEqual(['012-first-light', '013-north'])
    },
  )

  it('but not beside another text', async () => {
    const {slugs} = await built({'012-first-light/talk.md': dated, '012-first-light/notes.md': dated})
    expect([...slugs].sort()).toEqual(['notes', 'talk'])
  })

  it('an episode that was published under the name of its file stays where it is', async () => {
    const {folder, build} = shown({'012-one/transcript.md': dated.replace('title', 'slug: transcript\ntitle')})
    const before = await build()
    writeFiles(folder, {'012-one/transcript.md': dated})
    expect(await build()).toEqual(before)
    expect(before).toMatchObject([{url: 'https://trial.example/episodes/transcript/'}])
  })
})

describe('people in folders of their own', () => {
  it.each(['person/jo/index.md', 'content/people/jo/_index.md', 'guests/jo/index.yaml'])('%s', async (file) => {
    const data = 'title: Jo Lund\nurl: https://jo.example/\nimage: jo.jpg\n'
    const {planned, said} = await built({
      'one.md': episodeFile('one', ['guests: [jo]']),
      [file]: file.endsWith('.md') ? `---\n${data}---\n` : data.replace('title', 'name'),
      [file.replace(/_?index.*/, 'jo.jpg')]: 'a picture',
    })
    expect(JSON.parse(planned.get('feed.json') ?? '').items[0].authors).toMatchObject([
      {name: 'Jo Lund', url: 'https://jo.example/', avatar: expect.stringContaining('jo-jo.jpg')},
    ])
    expect(said).toEqual([])
  })
})

describe('a text in which people talk by turns, without a recording', () => {
  const talk = (turns: number, one = '**Mara Winter:**', other = '**Jo Lund:**') =>
    `# Why trains run at night\n\n${`${one} How did it begin?\n\n${other} With one carriage, and much coffee.\n\n`.repeat(turns / 2)}`

  it.each([
    ['bold names', talk(6)],
    ['plain names', talk(6, 'Mara Winter:', 'Jo Lund:')],
    ['front matter with a title alone', `---\ntitle: Night\n---\n${talk(8)}`],
  ])('is asked about: %s', async (_what, text) => {
    const {slugs, problems} = await built({'one.md': episodeFile('one'), 'talk.md': text})
    expect(slugs).toEqual(['one'])
    expect(problems).toMatchObject([{code: 'episode-in-doubt', severity: 'warning', file: 'talk.md'}])
    expect(problems[0]?.hint).toContain('audio: interview.mp3')
  })

  it('is no empty show where there is nothing else', async () => {
    expect((await built({'talk.md': talk(6)})).said).toContain('error episodes-missing show.yaml')
  })

  it.each([
    ['few turns', talk(4)],
    ['one who speaks', talk(8, '**Mara Winter:**', '')],
    ['prose for the most part', `${talk(6)}${'Prose.\n\n'.repeat(7)}`],
  ])('is a page with %s', async (_what, text) => {
    const {said} = await built({'one.md': episodeFile('one'), 'talk.md': text})
    expect(said).toEqual(['info file-skipped talk.md'])
  })
})
