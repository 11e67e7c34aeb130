import {appendFile, mkdir, mkdtemp, readdir, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {type Problem, version} from '../../src/index.ts'
import {castwright as castwrightIn, castwrightProgram} from './castwright.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'castwright-cli-'))
})
afterEach(() => rm(folder, {recursive: true, force: true}))

const castwright = (...words: readonly string[]) => castwrightIn(words, {folder})
/** For what the bundle does before it loads the program, or the bundler may break. */
const program = (...words: readonly string[]) => castwrightProgram(words, {folder})

async function writeShow(extra: Readonly<Record<string, string>> = {}) {
  const files = {
    'show.yaml':
      'title: Small\ndescription: A small show.\nauthor: Kim\nsite_url: https://small.example/\ncategories: [Technology]\nimage: https://small.example/cover.jpg\nguid: 6b6a0c3e-6a7e-5d3e-9a52-1f6f6f0b8a11\n',
    '001-one.md':
      '---\ntitle: One\ndate: 2026-01-01\naudio: https://media.example/one.mp3\nlength: 1000000\nduration: "10:00"\n---\nHello.\n',
    ...extra,
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), {recursive: true})
    await writeFile(join(folder, path), text)
  }
}

describe('usage', () => {
  it('shows the commands, and that a command was missing', async () => {
    expect(program()).toMatchObject({
      status: 2,
      stdout: expect.stringMatching(/^ {2}build +Builds the show in FOLDER/m),
    })
    expect(await castwright('--help')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^ {2}check +Says everything that build would say/m),
    })
    expect(await castwright('build', '--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('--out FOLDER'),
    })
  })

  it('takes each --accept that is given', async () => {
    await writeShow()
    await castwright('build')
    await writeShow({
      '001-one.md': '---\ntitle: One\ndate: 2026-02-01\nguid: other\naudio: https://media.example/one.mp3\n---\n',
    })
    expect(await castwright('build', '--accept', 'guid-changed')).toMatchObject({status: 1})
    const both = ['--accept', 'guid-changed', '--accept', 'publication-moved']
    expect(await castwright('build', ...both)).toMatchObject({status: 0})
  })

  it('shows its version', () => {
    expect(program('--version')).toMatchObject({status: 0, stdout: `${version}\n`})
  })

  it.each([
    [['biuld'], 'Did you mean castwright build?'],
    [['build', '--ouput', 'x'], 'Did you mean --out?'],
    [['build', '--nwo=2026-01-01'], 'Did you mean --now?'],
    [['build', '--out'], '--out needs a value'],
    [['build', 'one', 'two'], '"two" is one argument too many'],
    [['build', '--now', 'tomorrow'], '--now tomorrow is no time'],
    [['check', '--format', 'xml'], '--format xml is not known'],
    [['build', '--help=yes'], '--help takes no value'],
  ])('refuses %j', async (words, text) => {
    const {status, stderr} = await castwright(...words)
    expect({status, stderr}).toEqual({status: 2, stderr: expect.stringContaining(text)})
  })
})

describe('castwright build', () => {
  it('builds the show here into output/, says what it wrote, and nothing the second time', async () => {
    await writeShow()
    const first = program('build')
    expect(first).toMatchObject({status: 0, stderr: ''})
    expect(first.stdout).toContain('Small: 1 episode published')
    expect(first.stdout).toContain('output/index.html')
    expect(await readdir(join(folder, 'output'))).toContain('feed.xml')
    expect(program('build').stdout).toMatch(/^0 files written, \d+ unchanged, 0 deleted in output$/m)
  })

  it('writes addresses in ASCII, for which the bundle loads its tables late', async () => {
    await writeShow({
      'Über Größe.md': '---\ntitle: Two\ndate: 2026-01-02\naudio: https://media.example/two.mp3\n---\nHello.\n',
    })
    expect(program('build')).toMatchObject({status: 0})
    expect(await readdir(join(folder, 'output/episodes'))).toEqual(['001-one', 'index.html', 'ueber-groesse'])
  })

  it('tells of feeds as the show has them, whichever was made first, and of those at old addresses last', async () => {
    await writeShow()
    await appendFile(
      join(folder, 'show.yaml'),
      'old_feed_urls: [https://small.example/rss.xml]\nfeeds: {short: {latest: 1}}\n',
    )
    const {status, stdout} = await castwright('build')
    const feeds = ['feed.xml, atom.xml, feed.json', 'short.xml', 'rss.xml']
    expect({status, stdout}).toEqual({
      status: 0,
      stdout: expect.stringContaining(`Changed feeds: ${feeds.join(', ')}\n`),
    })
  })

  it.each([
    ['is live already', '', 'If the show is live already', 'https://small.example/feed.xml'],
    ['moves', 'old_feed_urls: [https://host.example/feed]\n', 'Before you publish this', 'https://host.example/feed'],
  ])(
    'offers to compare the first build with the feed that subscribers have, of a show that %s',
    async (_name, lines, when, feed) => {
      await writeShow()
      await appendFile(join(folder, 'show.yaml'), lines)
      const line = `${when}, see what its subscribers would notice: npx castwright compare ${feed} .`
      expect((await castwright('build')).stdout.split('\n')).toContain(line)
    },
  )

  it('finds the show in episodes/, and builds where it is told to', async () => {
    await writeShow()
    await mkdir(join(folder, 'elsewhere/episodes'), {recursive: true})
    const ran = await castwrightIn(['build', '..', '--out', 'site'], {folder: join(folder, 'elsewhere')})
    expect(ran).toMatchObject({status: 0})
    expect(await readdir(join(folder, 'elsewhere/site'))).toContain('feed.xml')
  })

  it('prints a problem with its place, its code and what to do, and writes nothing', async () => {
    await writeShow({'002-two.md': '---\ntitle: Two\ndate: the day after\naudio: https://media.example/two.mp3\n---\n'})
    const {status, stdout} = await castwright('build')
    expect(status).toBe(1)
    expect(stdout).toMatch(/^002-two\.md:3:7 {2}error {2}[a-z-]+ {2}.*date/m)
    expect(stdout).toContain('Nothing was written')
    expect(await readdir(join(folder, 'output')).catch(() => [])).not.toContain('feed.xml')
  })

  it('gives the same as JSON', async () => {
    await writeShow({'002-two.md': '---\ntitle: Two\ndate: the day after\naudio: https://media.example/two.mp3\n---\n'})
    const {status, stdout} = await castwright('build', '--format', 'json')
    expect(status).toBe(1)
    const {ok, problems} = JSON.parse(stdout)
    expect(ok).toBe(false)
    expect(problems).toContainEqual(
      expect.objectContaining({severity: 'error', file: '002-two.md', line: 3, column: 7}),
    )
  })

  it('holds a future episode back without naming it', async () => {
    await writeShow({
      '002-secret.md':
        '---\ntitle: Secret\ndate: 2030-01-01\naudio: https://media.example/2.mp3\nlength: 2000000\nduration: 60\n---\n',
    })
    const {stdout} = await castwright('build')
    expect(stdout).toContain('1 scheduled, the next for 2030-01-01T00:00:00.000Z')
    expect(stdout).not.toMatch(/secret/i)
    expect((await castwright('build', '--now', '2030-01-02T00:00:00Z')).stdout).toContain('2 episodes published')
  })

  it('says what is missing in a folder that is no show', async () => {
    const {status, stdout} = await castwright('build')
    expect(status).toBe(1)
    expect(stdout).toContain('show.yaml')
  })
})

describe('castwright check', () => {
  it('says that all is well', async () => {
    await writeShow()
    expect(await castwright('check')).toMatchObject({status: 0})
    expect(await readdir(folder)).toEqual(['001-one.md', 'show.yaml'])
  })

  it('says what build would say, and what only the whole show tells', async () => {
    await writeShow({'002-two.md': '---\ntitle: Two\ndate: the day after\n---\n'})
    const check = await castwright('check', '--format', 'json')
    const build = await castwright('build', '--format', 'json')
    expect(check.status).toBe(1)
    const [said, more] = [build, check].map(({stdout}) => JSON.parse(stdout).problems as readonly Problem[])
    expect(more?.filter(({code}) => code !== 'people-missing')).toEqual(said)
    expect(more).toContainEqual(expect.objectContaining({code: 'people-missing', severity: 'info'}))
  })
})
