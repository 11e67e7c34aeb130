import {execFileSync} from 'node:child_process'
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {type LocalRegistry, openRegistry} from './local-registry.ts'
import {openHost} from './old-host.ts'
import {follow} from './reader.ts'
import {recipesFolder} from './recipe-steps.ts'

let registry: LocalRegistry
let cache: string

beforeAll(async () => {
  registry = await openRegistry()
  cache = mkdtempSync(join(tmpdir(), 'castwright-npm-'))
})
afterAll(() => {
  registry.close()
  rmSync(cache, {recursive: true, force: true})
})

const machine = () => ({registry: registry.url, cache})
const textIn = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8')

/** The pages and files that a site of another generator must have of the show of its recipe. */
function expectSite(site: string): void {
  expect(textIn(site, 'index.html')).toContain(
    '<a href="https://example.org/episodes/001-first-light/">First light</a>',
  )
  const page = textIn(site, 'episodes/001-first-light/index.html')
  for (const text of ['Good evening, and welcome aboard.', 'media/001-first-light.mp3', 'The first train of the year.'])
    expect(page).toContain(text)
  expect(textIn(site, 'feed.xml')).toContain('<rss')
  for (const path of ['episodes/001-first-light/transcript.vtt', 'media/001-first-light.mp3'])
    expect(existsSync(join(site, path)), path).toBe(true)
  expect(existsSync(join(site, '.castwright'))).toBe(site.endsWith('public'))
}

it('github-pages.md: a show, pushed with its workflow and its lock', async () => {
  const hub = 'hub/mara-winter/night-trains.git'
  const {home, at} = await follow('github-pages.md', {
    ...machine(),
    prepare: (folder) => execFileSync('git', ['init', '--quiet', '--bare', join(folder, hub)]),
  })
  const pushed = execFileSync('git', ['--git-dir', join(home, hub), 'ls-tree', '-r', '--name-only', 'main'], {
    encoding: 'utf8',
  })
  for (const path of ['.github/workflows/publish.yml', 'episodes/castwright.lock.json', 'episodes/002-north.md'])
    expect(pushed.split('\n')).toContain(path)
  expect(pushed).not.toMatch(/^output|placeholder|\.castwright\//m)
  expect(textIn(at, 'output/feed.xml').match(/<item>/g)).toHaveLength(2)
})

it('from-a-host.md: a show that loses nobody', async () => {
  const host = await openHost()
  const {at} = await follow('from-a-host.md', {...machine(), prepare: host.leadTo})
  expect(textIn(at, 'output/feed.xml')).toContain('<guid isPermaLink="false">urn:host:1</guid>')
  expect(textIn(at, 'output/feed.xml')).toContain('https://media.host.example/1.mp3')
})

it.each([
  ['eleventy.md', '_site'],
  ['astro.md', 'dist'],
])('%s: a site with the show', async (recipe, made) => {
  const {at} = await follow(recipe, machine())
  expectSite(join(at, made))
})

it.skipIf(!existsSync('/usr/bin/hugo'))('hugo.md: a site with the show', async () => {
  const {at} = await follow('hugo.md', machine())
  expectSite(join(at, 'public'))
})

it.skipIf(!existsSync('/usr/bin/jekyll'))('jekyll.md: a site with the show', async () => {
  const {at} = await follow('jekyll.md', machine())
  expectSite(join(at, '_site'))
  expect(existsSync(join(at, '_site/show'))).toBe(false)
})

it('network.md: both shows, and the feed of all', async () => {
  const {at} = await follow('network.md', machine())
  expect(textIn(at, 'output/feed.xml').match(/<item>/g)).toHaveLength(2)
  expect(textIn(at, 'output/shows.opml').match(/xmlUrl=/g)?.length).toBeGreaterThan(1)
})

it('members.md: a feed for each, which nothing names', async () => {
  const {at} = await follow('members.md', machine())
  expect(textIn(at, 'output/index.html')).not.toContain('supporters')
  expect(existsSync(join(at, 'output/feed.xml'))).toBe(true)
})

it('video.md: a feed to hear and one to watch', async () => {
  const {at} = await follow('video.md', machine())
  expect(textIn(at, 'output/feed.xml')).toMatch(/<enclosure [^>]*audio\/mpeg/)
  expect(textIn(at, 'output/video.xml')).toMatch(/<enclosure [^>]*video\/mp4/)
})

it('languages.md: a feed of each', async () => {
  const {at} = await follow('languages.md', machine())
  expect(textIn(at, 'output/deutsch.xml')).toMatch(/<language>de<[\s\S]*Nach Norden/)
  expect(textIn(at, 'output/deutsch.xml')).not.toContain('First light')
  expect(textIn(at, 'output/english.xml')).not.toContain('Nach Norden')
})

it('class-project.md: an episode once it is no draft', async () => {
  const {at} = await follow('class-project.md', machine())
  expect(textIn(at, 'output/feed.xml')).toMatch(/<itunes:block>Yes<[\s\S]*The mill/i)
})

it('has a test here for each recipe', () => {
  const tested = readFileSync(import.meta.filename, 'utf8')
  const recipes = readdirSync(recipesFolder).filter((name) => name !== 'index.md')
  expect(recipes.length).toBeGreaterThan(8)
  for (const name of recipes) {
    expect(tested).toContain(`'${name}`)
    expect(textIn(recipesFolder, 'index.md')).toContain(`(${name})`)
  }
})
