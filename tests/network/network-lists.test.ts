import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, it, onTestFinished} from 'vitest'
import {feedKinds} from '../../src/file-kinds/feed-kinds.ts'
import {buildNetwork} from '../../src/index.ts'
import {captured} from '../captured.ts'
import {writeFiles} from '../files-on-disk.ts'
import {fixtureNow} from '../plan-in-memory.ts'
import {episodeFile, showFile} from '../temporary-show.ts'
import {waves} from './waves.ts'

const network = [...waves, 'guid: 9b024349-ccf0-5f69-a609-6b82873eab3c']

/** The text of each file of the network itself, and the problems. */
async function built(lines: readonly string[], inner: readonly string[] = ['block: true']) {
  const work = mkdtempSync(join(tmpdir(), 'castwright-lists-'))
  onTestFinished(() => rmSync(work, {recursive: true, force: true}))
  const folder = join(work, 'network')
  writeFiles(folder, {
    'network.yaml': [...network, ...lines].join('\n'),
    'open/show.yaml': showFile('title: Open Circle', 'site_url: https://waves.example/open/'),
    'open/one.md': episodeFile('open-one'),
    'inner/show.yaml': showFile(
      'title: Kestrel Circle',
      'site_url: https://waves.example/inner/',
      'guid: 0d5a3d0e-5b69-5e0c-8f2c-6d1b8a7f9e22',
      ...inner,
    ),
    'inner/two.md': episodeFile('kestrel-two', ['guests: [Kestrel Moss]'], 'Kestrel notes.\n'),
  })
  const output = join(work, 'output')
  const outcome = await buildNetwork(folder, output, {now: fixtureNow})
  const files = outcome.ok ? ownFiles(output) : new Map<string, string>()
  const naming = [...files].filter(([, text]) => /kestrel|\binner\b/i.test(text)).map(([path]) => path)
  return {files, naming, problems: outcome.problems.filter(({severity}) => severity === 'error')}
}

/** What stands beside the folders of the shows; instructions for hosts name every folder that they serve. */
function ownFiles(output: string): ReadonlyMap<string, string> {
  const paths = readdirSync(output, {recursive: true, encoding: 'utf8'}).map((path) => path.replaceAll('\\', '/'))
  const own = paths.filter((path) => !/^(?:open|inner|\.castwright)(?:\/|$)|^_(?:headers|redirects)$/.test(path))
  return new Map(
    own
      .filter((path) => statSync(join(output, path)).isFile())
      .map((path) => [path, readFileSync(join(output, path), 'utf8')]),
  )
}

it('names a show that is blocked in nothing', async () => {
  const {files, naming, problems} = await built([])
  expect(problems).toEqual([])
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(['atom.xml', 'feed.json', 'feed.xml', 'index.html', 'publisher.xml', 'shows.opml']),
  )
  expect(naming).toEqual([])
})

/** The pages that link the feeds of the shows. */
const pages = ['episodes/index.html', 'index.html']
const feeds = feedKinds.map(({mainPath}) => mainPath).toSorted()

it('names a show that is not blocked in everything', async () => {
  const {naming} = await built([], [])
  expect(naming.sort()).toEqual([...feeds, ...pages, 'publisher.xml', 'shows.opml'].sort())
})

it.each<readonly [string, readonly string[]]>([
  ['none', []],
  ['[]', []],
  ['[feed]', [...feeds, 'index.html']],
  ['[index]', pages],
  ['opml', ['publisher.xml', 'shows.opml']],
])('with `lists: {inner: %s}`, whatever the show says', async (lists, expected) => {
  for (const inner of [[], ['block: true']]) {
    const {naming, problems} = await built([`lists: {inner: ${lists}}`], inner)
    expect(problems).toEqual([])
    expect(naming.sort()).toEqual(expected)
  }
})

it('begins its page with its shows, and says there which show an episode is of', async () => {
  const page = (await built([], [])).files.get('index.html') ?? ''
  const shows = /<nav class="shows"[\s\S]*?<\/nav>/.exec(page)?.[0] ?? ''
  expect(captured(shows, /<a href="([^"]*)">/g)).toEqual(['inner/', 'open/'])
  expect(captured(shows, /<b dir="auto">([^<]*)</g)).toEqual(['Kestrel Circle', 'Open Circle'])
  expect(page).toContain('<ul class="facts"><li><bdi>Kestrel Circle</bdi></li>')
  const hidden = (await built(['lists: {inner: [feed]}'], [])).files.get('index.html') ?? ''
  expect(hidden).toContain('<ul class="facts"><li><bdi>Open Circle</bdi></li>')
  expect(hidden).not.toContain('Kestrel Circle')
})

it('writes no list of shows where none is to be in it', async () => {
  const {files, problems} = await built(['lists: {inner: [feed], open: [feed]}'])
  expect(problems).toEqual([])
  expect([...files.keys()]).toContain('feed.xml')
  for (const path of ['publisher.xml', 'shows.opml']) expect([...files.keys()]).not.toContain(path)
})

it.each(['lists: {inner: fed}', 'lists: {inner: }', 'lists: all', 'lists: {inner: [feed, pages]}'])(
  'stops at `%s`, which may be meant to hide a show',
  async (line) => {
    const {problems} = await built([line])
    expect(problems.map(({code}) => code)).toEqual(['value-invalid'])
  },
)

it('stops at a list of a show that it does not have', async () => {
  const {problems} = await built(['lists: {iner: none}'], [])
  expect(problems).toMatchObject([{code: 'network-show-missing', message: expect.stringContaining('names iner')}])
})
