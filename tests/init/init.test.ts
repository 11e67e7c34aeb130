import {existsSync, lstatSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {type InitOptions, init, initHosts} from '../../src/index.ts'
import {build} from '../../src/uses/build.ts'
import {check} from '../../src/uses/check.ts'
import {castwright, folderOf} from '../cli/castwright.ts'
import {hashesOf} from '../files-on-disk.ts'
import {showFile} from '../temporary-show.ts'

const now = new Date('2026-06-01T12:00:00Z')

async function made(folder: string, options: Partial<InitOptions> = {}) {
  const outcome = await init(folder, {now, ...options})
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value
}

/** Where `init` left something open, as `check` says it. */
async function placeholdersIn(folder: string): Promise<readonly string[]> {
  const {problems} = await check(join(folder, 'episodes'), {now})
  return problems.map(({code, file, message}) => `${code} ${file} ${/`(\w+)`/.exec(message)?.[1]}`)
}

const openInEpisode = ['title', 'summary', 'audio'].map((name) => `placeholder-left 001-first-episode.md ${name}`)
const openInShow = ['title', 'description', 'author', 'site_url', 'image'].map(
  (name) => `placeholder-left show.yaml ${name}`,
)

describe('a new show', () => {
  it('builds at once, and has no problem but its placeholders, each named', async () => {
    const folder = folderOf({})
    await made(folder)
    const outcome = await build(join(folder, 'episodes'), join(folder, 'output'), {now})
    expect(outcome).toMatchObject({ok: true, value: {published: 1, lock: 'unchanged'}})
    expect(await placeholdersIn(folder)).toEqual([...openInEpisode, ...openInShow])
  })

  it('is one of the article that lies there, without an example beside it', async () => {
    const article =
      '---\ntitle: A talk\ndate: 2026-05-01\n---\n<audio src="https://media.example/talk.mp3"></audio>\n\nNotes.\n'
    const folder = folderOf({'README.md': '# Mine\n', 'a-talk.md': article})
    const {created, showFolder} = await made(folder, {siteUrl: 'https://trains.example/show'})
    expect(created).toContain('show.yaml')
    expect(created.filter((path) => /first-episode|placeholder\.mp3/.test(path))).toEqual([])
    expect(showFolder).toBe('')
    const outcome = await build(folder, join(folder, 'output'), {now})
    expect(outcome).toMatchObject({ok: true, value: {published: 1}})
    // The article stays the only episode.
    expect(await made(folder)).toMatchObject({created: [], showFolder: ''})
  })

  it('has as few placeholders as it was told answers', async () => {
    const folder = folderOf({})
    const title = 'Night: "Trains" & #1'
    await made(folder, {title, author: 'Mara', description: 'Trains.', siteUrl: 'https://trains.example/show'})
    expect(await placeholdersIn(folder)).toEqual([...openInEpisode, 'placeholder-left show.yaml image'])
    const text = readFileSync(join(folder, 'episodes/show.yaml'), 'utf8')
    expect(text).toContain('site_url: https://trains.example/show/\n')
    // By the rule of the podcast namespace, from the address of its feed; worked out apart from our code.
    expect(text).toContain('guid: 3e1a0267-2a28-50d3-8c62-33dc9ae35795')
    expect(await check(join(folder, 'episodes'), {now})).toMatchObject({value: {title}})
  })

  it('is not recorded and not published from CI before they are filled in, so the example may be thrown away', async () => {
    const folder = folderOf({})
    await made(folder)
    const show = join(folder, 'episodes')
    const frozen = await build(show, join(folder, 'output'), {now, frozen: true})
    expect(frozen.problems).toContainEqual(expect.objectContaining({code: 'show-unfinished', line: expect.any(Number)}))
    expect(existsSync(join(folder, 'output'))).toBe(false)
    await build(show, join(folder, 'output'), {now})
    expect(existsSync(join(show, 'castwright.lock.json'))).toBe(false)
  })

  it('is the same on every machine', async () => {
    const folders = [folderOf({}), folderOf({})]
    for (const folder of folders) await made(folder, {host: 'github-pages', timeZone: 'Europe/Berlin'})
    const [one, other] = folders.map(hashesOf)
    expect(one).toEqual(other)
  })

  it.each([
    [{timeZone: 'Mars/Base'}, 'no time zone'],
    [{language: 'english please'}, 'no language'],
    [{siteUrl: 'trains.example'}, 'no address of a site'],
    [{siteUrl: 'javascript:alert(1)'}, 'no address of a site'],
  ])('is not made of %j', async (options, words) => {
    const folder = folderOf({})
    const {ok, problems} = await init(folder, {now, ...options})
    expect({ok, problems}).toEqual({
      ok: false,
      problems: [expect.objectContaining({message: expect.stringContaining(words)})],
    })
    expect(hashesOf(folder).size).toBe(0)
  })

  it.each(initHosts.map(({name}) => name))(
    'comes with automation for %s, and with what is to be done there',
    async (host) => {
      const {created, toDo} = await made(folderOf({}), {host})
      expect(created.some((path) => /^\.github\/workflows\/publish\.yml$|^\.gitlab-ci\.yml$/.test(path))).toBe(true)
      expect(toDo.length).toBeGreaterThan(0)
    },
  )
})

describe('what is there already', () => {
  it('is never overwritten', async () => {
    const mine = {'README.md': 'mine', '.gitignore': 'mine', '.github/workflows/publish.yml': 'name: mine\n'}
    const folder = folderOf(mine)
    const {kept} = await made(folder, {host: 'github-pages'})
    expect([...kept].sort()).toEqual(Object.keys(mine).sort())
    for (const [path, text] of Object.entries(mine)) expect(readFileSync(join(folder, path), 'utf8')).toBe(text)
  })

  it('may be a link, also one to nowhere, which is not followed', async () => {
    const folder = folderOf({})
    symlinkSync('/nowhere/at/all', join(folder, 'README.md'))
    expect((await made(folder)).kept).toEqual(['README.md'])
    expect(lstatSync(join(folder, 'README.md')).isSymbolicLink()).toBe(true)
  })

  it('as init wrote it, stays as it is', async () => {
    const folder = folderOf({})
    await made(folder, {host: 'rsync'})
    const first = hashesOf(folder)
    expect(await made(folder, {host: 'rsync'})).toMatchObject({created: [], updated: [], kept: []})
    expect(hashesOf(folder)).toEqual(first)
  })

  it('as an older init wrote it, is brought up to date; once edited, it is not', async () => {
    const folder = folderOf({})
    await made(folder, {host: 'netlify'})
    const path = join(folder, '.github/workflows/publish.yml')
    const netlify = readFileSync(path, 'utf8')
    expect(await made(folder, {host: 'rsync'})).toMatchObject({updated: ['.github/workflows/publish.yml']})
    expect(readFileSync(path, 'utf8')).toContain('rsync')
    // Another system's line ends are no edit.
    writeFileSync(path, netlify.replaceAll('\n', '\r\n'))
    expect((await made(folder, {host: 'rsync'})).updated).toHaveLength(1)
    writeFileSync(path, netlify.replace('23 * * * *', '53 8 * * 1'))
    expect(await made(folder, {host: 'rsync'})).toMatchObject({updated: [], kept: ['.github/workflows/publish.yml']})
    expect(readFileSync(path, 'utf8')).toContain('53 8 * * 1')
  })

  it('is a show: it gets the automation alone, for where it is', async () => {
    const folder = folderOf({'show.yaml': showFile(), 'one.md': '---\ntitle: One\ndraft: true\n---\n'})
    const {created, showFolder} = await made(folder, {host: 'github-pages'})
    expect(created).toEqual(['.github/workflows/publish.yml', '.github/workflows/preview.yml'])
    expect(showFolder).toBe('')
    expect(readFileSync(join(folder, '.github/workflows/publish.yml'), 'utf8')).toContain('--out output .\n')
  })
})

describe('castwright init', () => {
  it('asks nothing where nobody can answer, and says what comes next', async () => {
    const folder = folderOf({})
    const {status, stdout, stderr} = await castwright(
      ['init', 'show', '--host', 'github-pages', '--title', 'Night Trains'],
      {
        folder,
      },
    )
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    expect(stdout).toContain('created   show/episodes/show.yaml')
    expect(stdout).toContain('Settings → Pages → Source: GitHub Actions')
    const checked = await castwright(['check'], {folder: join(folder, 'show')})
    expect(checked).toMatchObject({status: 0, stdout: expect.stringContaining('7 warnings')})
  })

  it('refuses a host that it does not know', async () => {
    expect(await castwright(['init', '--host', 'geocities'], {folder: folderOf({})})).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('github-pages, gitlab-pages, netlify'),
    })
  })
})
