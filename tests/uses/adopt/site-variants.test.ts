import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, it, onTestFinished} from 'vitest'
import {adoptShow, build} from '../../../src/index.ts'
import {type Files, writeFiles} from '../../files-on-disk.ts'

const now = new Date('2026-06-01T00:00:00Z')
const media = (number: number) => `https://media.example/${number}.mp3`

const astro: Files = {
  'astro.config.mjs':
    "import {defineConfig} from 'astro/config'\nexport default defineConfig({site: 'https://trains.example'})\n",
  'src/site.config.ts':
    "export const SITE: SiteConfig = {title: 'Night Trains', description: 'Trains at night.', cover: '/cover.jpg'} as const\n",
  'src/content/episodes/1.md': `---\ntitle: First\npubDate: 'Jul 01 2025'\naudioUrl: ${media(1)}\n---\n\nOne.\n`,
  'src/content/episodes/2.mdx': `---\ntitle: Second\npubDate: 'Jul 02 2025'\naudioUrl: ${media(2)}\n---\nimport Chart from '../Chart.astro'\n\n<Chart data={[1, 2]} />\n\nTwo.\n`,
  'public/artwork.svg': '<svg/>',
}

const post = (title: string, day: number, more = '') =>
  `---\ntitle: ${title}\ndate: 2026-01-0${day}\n${more}---\n\nText.\n`

/** Jekyll's blog: most posts are no episodes, and all have a day in their name. */
const blog: Files = {
  '_config.yml': 'title: Night Trains\ndescription: Trains at night.\nurl: https://trains.example\n',
  '_posts/2026-01-01-news.md': post('News', 1),
  '_posts/2026-01-02-more.md': post('More', 2),
  '_posts/2026-01-03-again.md': post('Again', 3),
  '_posts/2026-01-04-first.md': post('First', 4, `audio: ${media(1)}\n`),
  '_posts/2026-01-05-second.md': post('Second', 5, `audio: ${media(2)}\n`),
}

const languages =
  'defaultContentLanguage: en\nbaseURL: https://trains.example/\nlanguages:\n  de: {title: Nachtzüge, params: {description: Züge.}}\n  en: {title: Night Trains, params: {description: Trains at night.}}\n'
const inTwoLanguages: Files = {
  'hugo.yaml': languages,
  'content/episodes/1.de.md': post('Erste', 1, `audio: ${media(1)}\n`),
  'content/episodes/2.de.md': post('Zweite', 2, `audio: ${media(2)}\n`),
  'content/episodes/1.en.md': post('First', 1, `audio: ${media(1)}\n`),
  'content/episodes/2.en.md': post('Second', 2, `audio: ${media(2)}\n`),
}

const zola = (number: number, title: string) =>
  `+++\ntitle = "${title}"\ndate = 2026-01-0${number}\n[extra]\nduration = 1805\nenclosure = {url = "${media(number)}", length = 700000${number}}\n+++\nText.\n`
const nestedInExtra: Files = {
  'zola.toml': 'base_url = "https://trains.example"\ntitle = "Night Trains"\ndescription = "Trains at night."\n',
  'content/001/index.md': zola(1, 'First'),
  'content/002/index.md': zola(2, 'Second'),
}

async function adopted(files: Files) {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-variant-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  writeFiles(folder, files)
  const outcome = await adoptShow(folder, {now})
  return {folder, outcome}
}

async function feedOf(folder: string): Promise<string> {
  const built = await build(folder, join(folder, 'out'), {now})
  expect(built.problems.filter(({severity}) => severity === 'error')).toEqual([])
  return readFileSync(join(folder, 'out/feed.xml'), 'utf8')
}

const titlesIn = (feed: string) => [...feed.matchAll(/<item>\s*<title>(.*?)<\/title>/g)].map(([, title]) => title)

it.each([
  ['Astro with MDX and a module of constants', astro, [], ['episodes: "src/content/episodes/*.{md,mdx}"']],
  ['a blog that is a show as well', blog, [], ['  "_posts/2026-01-01-news.md": a page, not an episode']],
  ['Zola with a map of the file', nestedInExtra, [], ['  audio: extra.enclosure', '  duration: extra.duration']],
  ['Hugo with the language in names', inTwoLanguages, ['adopt-group-left'], ['language: en']],
] as const)('%s becomes a show with its episodes and nothing else', async (_name, files, codes, lines) => {
  const {folder, outcome} = await adopted(files)
  expect(outcome.problems.map(({code}) => code)).toEqual(codes)
  const text = readFileSync(join(folder, 'show.yaml'), 'utf8').split('\n')
  expect(text).toEqual(expect.arrayContaining(['title: Night Trains', 'description: Trains at night.', ...lines]))
  const feed = await feedOf(folder)
  expect(titlesIn(feed)).toEqual(['Second', 'First'])
  expect(feed).not.toMatch(/import|Chart/)
  expect([...feed.matchAll(/<enclosure url="([^"]*)"/g)].map(([, url]) => url)).toEqual([media(2), media(1)])
})

it('Hugo with a folder for each language becomes a show in each of them', async () => {
  const {folder, outcome} = await adopted({
    'hugo.yaml': languages,
    ...Object.fromEntries(
      ['de', 'en'].flatMap((language) => [
        [`content/${language}/episodes/_index.md`, '---\ntitle: Episodes\n---\n'],
        [`content/${language}/episodes/1.md`, post('First', 1, `audio: ${media(1)}\n`)],
        [`content/${language}/episodes/2.md`, post('Second', 2, `audio: ${media(2)}\n`)],
      ]),
    ),
  })
  const reports = outcome.ok ? outcome.value : []
  expect(reports.map(({title, folder: place}) => [title, place])).toEqual([
    ['Nachtzüge', 'content/de/episodes'],
    ['Night Trains', 'content/en/episodes'],
  ])
  expect(readFileSync(join(folder, 'content/de/episodes/show.yaml'), 'utf8')).toContain(
    'site_url: https://trains.example/de/episodes/',
  )
  expect(titlesIn(await feedOf(join(folder, 'content/de/episodes')))).toEqual(['Second', 'First'])
})

it('Eleventy with data for a folder is told which fields no episode has', async () => {
  const {folder, outcome} = await adopted({
    '_data/site.json': '{"title": "Night Trains", "description": "Trains.", "url": "https://trains.example"}',
    'episodes/episodes.json': '{"layout": "ep.njk", "tags": "episode", "season": 1}',
    'episodes/1.md': post('First', 1, `audio: ${media(1)}\n`),
    'episodes/2.md': post('Second', 2, `audio: ${media(2)}\n`),
  })
  expect(outcome.problems.map(({code, message}) => [code, message])).toEqual([
    [
      'adopt-shared-left',
      'episodes/episodes.json says season for all episodes, and Castwright reads it from the episodes alone',
    ],
  ])
  expect(titlesIn(await feedOf(folder))).toEqual(['Second', 'First'])
})

it.each([
  [
    'Jekyll',
    '_episodes',
    {
      '_config.yml': `title: Night Trains\ndescription: Trains.\nurl: https://trains.example\ndefaults:\n- scope: {path: "", type: episodes}
  values: {layout: ep, author: Ida Falk, explicit: true, season: 2}\n`,
    },
  ],
  [
    'Hugo',
    'content/episodes',
    {
      'hugo.yaml': 'title: Night Trains\nbaseURL: https://trains.example/\nparams: {description: Trains.}\n',
      'content/episodes/_index.md':
        '---\ntitle: Episodes\ncascade: {author: Ida Falk, explicit: true, season: 2}\n---\n',
    },
  ],
])('%s with values for all episodes says of the show what a show can say', async (_, place, files) => {
  const {folder, outcome} = await adopted({
    ...files,
    [`${place}/1.md`]: post('First', 1, `audio: ${media(1)}\n`),
    [`${place}/2.md`]: post('Second', 2, `audio: ${media(2)}\n`),
  })
  const show = readFileSync(join(folder, 'show.yaml'), 'utf8')
  expect(show).toMatch(/said for all episodes\nauthor: Ida Falk\n/)
  expect(show).toMatch(/said for all episodes\nexplicit: true\n/)
  const left = outcome.problems.filter(({code}) => code === 'adopt-shared-left').map(({message}) => message)
  expect(left).toEqual([expect.stringMatching(/says season for all episodes/)])
})

it('a folder that is called like a language is none where it is the only one', async () => {
  const {folder} = await adopted({
    '_config.yml': 'title: Night Trains\ndescription: Trains.\nurl: https://trains.example\nlang: en\n',
    'content/it/1.md': post('First', 1, `audio: ${media(1)}\n`),
    'content/it/2.md': post('Second', 2, `audio: ${media(2)}\n`),
  })
  expect(readFileSync(join(folder, 'show.yaml'), 'utf8')).toContain('\nlanguage: en\n')
})
