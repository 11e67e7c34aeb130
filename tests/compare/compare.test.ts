import {readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {compareFeeds} from '../../src/compare/compare-feeds.ts'
import {changesAsText} from '../../src/compare/describe-changes.ts'
import {readSubscriberFeed} from '../../src/compare/subscriber-feed.ts'
import {castwright} from '../cli/castwright.ts'
import {writeFiles} from '../files-on-disk.ts'
import {episodeFile, temporaryShow} from '../temporary-show.ts'

const now = '2026-06-01T00:00:00Z'
const names = ['same', 'guid', 'gone', 'media', 'title', 'date']

async function builtShow(): Promise<string> {
  const folder = temporaryShow(Object.fromEntries(names.map((name) => [`${name}.md`, episodeFile(name)])))
  expect(await castwright(['build', '.', '--now', now], {folder})).toMatchObject({status: 0})
  return folder
}

function edit(folder: string, file: string, from: string, to: string) {
  writeFileSync(join(folder, file), readFileSync(join(folder, file), 'utf8').replace(from, to))
}

function breakIt(folder: string) {
  edit(folder, 'guid.md', 'title:', 'guid: another\ntitle:')
  rmSync(join(folder, 'gone.md'))
  edit(folder, 'media.md', 'media.example', 'other.example')
  edit(folder, 'title.md', 'title: title', 'title: Title')
  edit(folder, 'date.md', '2026-01-31', '2026-02-28')
  writeFiles(folder, {'more.md': episodeFile('more')})
}

describe('castwright compare', () => {
  it.each(['output', 'output/feed.xml', 'output/feed.json'])('states what subscribers of %s will see', async (old) => {
    const folder = await builtShow()
    breakIt(folder)
    const {status, stdout} = await castwright(['compare', old, '.', '--now', now, '--format', 'json'], {folder})
    expect(status).toBe(1)
    const found = JSON.parse(stdout).changes.map(({kind, title}: {kind: string; title: string}) => `${kind} ${title}`)
    expect(found).toEqual([
      'vanished gone',
      'delivered-again guid',
      'downloaded-again media',
      'resorted date',
      'renamed title',
      'new more',
    ])
  })

  it('finds nothing that hurts in a show that is as it was', async () => {
    const folder = await builtShow()
    expect(await castwright(['compare', 'output', '.', '--now', now], {folder})).toEqual({
      status: 0,
      stdout: 'Subscribers see no change\n',
      stderr: '',
    })
  })

  it('makes a table for a pull request', async () => {
    const folder = await builtShow()
    renameSync(join(folder, 'gone.md'), join(folder, 'gone.txt'))
    const {status, stdout} = await castwright(['compare', 'output', '.', '--now', now, '--format', 'markdown'], {
      folder,
    })
    expect({status, stdout}).toEqual({status: 1, stdout: expect.stringContaining('| **yes** | gone | vanishes')})
  })

  it.each([
    [[], 'needs an OLD'],
    [['nowhere.xml'], 'is no feed'],
    [['show.yaml'], 'is no RSS'],
  ])('refuses %j', async (words, said) => {
    const folder = temporaryShow({'one.md': episodeFile('one')})
    expect(await castwright(['compare', ...words], {folder})).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(said),
    })
  })
})

describe('a feed of any maker', () => {
  const rss = (...items: readonly string[]) =>
    readSubscriberFeed(`<rss><channel>${items.join('')}</channel></rss>`) ?? {items: []}

  it('has one episode where two items have one guid, as apps have', () => {
    const twice = rss(
      '<item><guid>a</guid><title>A</title></item>',
      '<item><guid>a</guid><title>A, longer</title></item>',
    )
    const once = rss('<item><guid>a</guid><title>A</title></item>')
    expect(compareFeeds(twice, once)).toEqual([])
    expect(compareFeeds(once, twice)).toEqual([])
    const without = rss('<item><title>A</title></item>', '<item><title>B</title></item>')
    expect(compareFeeds(without, rss('<item><title>A</title></item>')).map(({kind}) => kind)).toContain('vanished')
  })

  it('has titles in which white space is one blank', () => {
    const one = rss('<item><guid>a</guid><title>Ep. 1  Follow\n the money</title></item>')
    const other = rss('<item><guid>a</guid><title>Ep. 1 Follow the money</title></item>')
    expect(compareFeeds(one, other)).toEqual([])
  })

  it('whose items name no page has them moved nowhere: they have a page now', () => {
    const [bare, linked] = ['', '<link>https://trial.example/a/</link>'].map((link) =>
      rss(`<item><guid>a</guid><title>A</title>${link}</item>`),
    )
    const changes = compareFeeds(bare ?? rss(), linked ?? rss())
    expect(changesAsText({hurts: false, changes, losses: []})).toBe(
      '"A" has a page now\n    none -> https://trial.example/a/\nSubscribers get nothing twice and lose nothing\n',
    )
  })

  it('has its identities as apps read them, whatever references they are written with', () => {
    const item = (guid: string) => `<rss><channel><item><guid>${guid}</guid><title>One</title></item></channel></rss>`
    const guids = ['c &amp; 3', 'c &#38; 3', 'c &#x26; 3', '<![CDATA[c & 3]]>'].map((guid) => {
      return readSubscriberFeed(item(guid))?.items[0]?.guid
    })
    expect(guids).toEqual(['c & 3', 'c & 3', 'c & 3', 'c & 3'])
  })
})
