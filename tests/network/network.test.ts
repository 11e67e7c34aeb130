import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'
import {parseOpml, parseRssFeed} from 'feedsmith'
import sharp from 'sharp'
import {describe, expect, it, onTestFinished, vi} from 'vitest'
import {feedKinds} from '../../src/file-kinds/feed-kinds.ts'
import {buildNetwork, deploy, mergeNetwork, type NetworkOptions} from '../../src/index.ts'
import {castwright} from '../cli/castwright.ts'
import {bucket, keys, objectServer} from '../deploy/object-server.ts'
import {hashesOf, writeFiles} from '../files-on-disk.ts'
import {fixtureNow} from '../plan-in-memory.ts'
import {ofSeries} from '../series.ts'
import {episodeFile, showFile, temporaryShow} from '../temporary-show.ts'
import {wavesFile} from './waves.ts'

const network = wavesFile('description: Three shows and more.')

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-network-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}

/** A folder for each show, with two episodes. */
function networkOf(names: readonly string[]): string {
  const folder = temporaryFolder()
  const shows = names.flatMap((name, index) => {
    const guid = `0d5a3d0e-5b69-5e0c-8f2c-${String(index).padStart(12, '0')}`
    const lines = [`title: Show ${name}`, `site_url: https://waves.example/${name}/`, `guid: ${guid}`]
    return [
      [`${name}/show.yaml`, showFile(...lines)] as const,
      [`${name}/one.md`, episodeFile(`${name}-one`, [`date: 2026-01-${10 + (index % 15)}`])] as const,
      [
        `${name}/two.md`,
        episodeFile(`${name}-two`, [`date: 2026-02-${10 + (index % 15)}`, 'aliases: [/old/]']),
      ] as const,
      [`${name}/three.md`, episodeFile(`${name}-secret`, ['date: 2099-01-01'])] as const,
    ]
  })
  writeFiles(folder, {'network.yaml': network, ...Object.fromEntries(shows)})
  return folder
}

async function built(folder: string, output: string, options: Partial<NetworkOptions> = {}) {
  const outcome = await buildNetwork(folder, output, {now: fixtureNow, ...options})
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome
}

describe('the page of a network', () => {
  it('has a card and the cover in the sizes of pages, made once', async () => {
    const folder = networkOf(['ebb'])
    writeFileSync(join(folder, 'network.yaml'), network.replace('https://waves.example/cover.jpg', 'cover.jpg'))
    const cover = {create: {width: 1500, height: 1500, channels: 3, background: '#2b5f8a'} as const}
    writeFileSync(join(folder, 'cover.jpg'), await sharp(cover).jpeg().toBuffer())
    const output = temporaryFolder()
    await built(folder, output)
    const page = readFileSync(join(output, 'index.html'), 'utf8')
    expect(page).toContain('<meta property="og:image" content="https://waves.example/assets/card.jpg">')
    expect(page).toContain('cover-480.webp')
    for (const made of ['assets/card.jpg', 'assets/pictures/cover-480.webp', 'assets/cover.css'])
      expect(readFileSync(join(output, made)).length).toBeGreaterThan(10)
    const again = await built(folder, output)
    expect(again.value.network?.written).toEqual([])
  })
})

describe('what subscribers have of a network', () => {
  const lockOf = (folder: string) => readFileSync(join(folder, 'castwright.lock.json'), 'utf8')

  it('is recorded beside network.yaml, the same every time', async () => {
    const [folder, output] = [networkOf(['ebb', 'flow']), temporaryFolder()]
    await built(folder, output)
    expect(lockOf(folder)).toContain(`"name":"main","paths":${JSON.stringify(feedKinds.map(({mainPath}) => mainPath))}`)
    const before = lockOf(folder)
    await built(folder, output)
    expect(lockOf(folder)).toBe(before)
    await built(folder, output, {frozen: true})
    expect(lockOf(folder)).toBe(before)
  })

  it.each([
    ['another guid', network.replace('9b024349', '8b024349'), 'podcast-guid-changed'],
    ['its feed at another path', `${network}feeds: {rss: all.xml}`, 'feed-moved'],
  ])('stops the build with %s, unless that is accepted', async (_what, changed, code) => {
    const [folder, output] = [networkOf(['ebb', 'flow']), temporaryFolder()]
    await built(folder, output)
    const published = readFileSync(join(output, 'feed.xml'), 'utf8')
    writeFiles(folder, {'network.yaml': changed})
    const stopped = await built(folder, output)
    expect(stopped.value.network).toBeUndefined()
    expect(stopped.problems.filter(({severity}) => severity === 'error').map((each) => each.code)).toContain(code)
    expect(readFileSync(join(output, 'feed.xml'), 'utf8')).toBe(published)
    expect((await built(folder, output, {accept: [code, 'feed-guid-changed']})).value.network).toBeDefined()
  })
})

describe('what the feeds of a network have', () => {
  const codesOf = ({problems}: Awaited<ReturnType<typeof built>>) =>
    problems.filter(({severity}) => severity === 'error').map(({code}) => code)

  /** A network that was built once, with the locks that it has since. */
  async function published(lines = ''): Promise<readonly [string, string]> {
    const [folder, output] = [networkOf(['ebb', 'flow']), temporaryFolder()]
    writeFiles(folder, {'network.yaml': `${network}${lines}`})
    await built(folder, output)
    return [folder, output]
  }

  it.each([
    ['its items under other guids', 'feeds: {main: {item_guids: own}}', 'item-guids-changed:main'],
    ['a show that leaves its feed', 'lists: {flow: [index, opml]}', 'feed-episodes-gone:main'],
    ['a window where there was none', 'feeds: {main: {latest: 2}}', 'feed-episodes-gone:main'],
    ['a feed for other media', 'feeds: {main: {media: video}}', 'feed-episodes-gone:main'],
    ['a show that is built no more', 'shows: [ebb]', 'show-removed:flow'],
  ])('stops a build with %s', async (_what, line, accept) => {
    const [folder, output] = await published()
    writeFiles(folder, {'network.yaml': `${network}${line}`})
    const stopped = await built(folder, output, {frozen: true})
    expect(codesOf(stopped)).toContain(accept.split(':')[0])
    expect(stopped.value.network).toBeUndefined()
    const accepted = await built(folder, output, {accept: [accept, 'feed-episodes-gone:main']})
    expect(codesOf(accepted)).toEqual([])
    expect(codesOf(await built(folder, output))).toEqual([])
  })

  it('says which episodes leave, and what to leave as it was', async () => {
    const [folder, output] = await published()
    writeFiles(folder, {'network.yaml': `${network}lists: {flow: none}`})
    const {problems} = await built(folder, output)
    expect(problems.find(({code}) => code === 'feed-episodes-gone')).toMatchObject({
      file: 'network.yaml',
      message: expect.stringContaining('flow/one, flow/two would not be in the feed main any more'),
      hint: expect.stringContaining('lists in network.yaml'),
    })
  })

  it('holds a further feed, too', async () => {
    const [folder, output] = await published('feeds: {few: {tag: deep}}')
    writeFiles(folder, {'ebb/one.md': episodeFile('ebb-one', ['date: 2026-01-10', 'tags: [deep]'])})
    await built(folder, output)
    writeFiles(folder, {'network.yaml': `${network}feeds: {few: {tag: shallow}}`})
    expect(codesOf(await built(folder, output))).toEqual(['feed-episodes-gone'])
  })

  it('stops for nothing that was accepted in a show', async () => {
    const [folder, output] = await published()
    rmSync(join(folder, 'flow/two.md'))
    writeFiles(folder, {'ebb/one.md': episodeFile('ebb-one-again', ['date: 2026-01-10'])})
    const stopped = await built(folder, output)
    expect(new Set(codesOf(stopped))).toContain('episode-removed')
    const accept = ['episode-removed:two', 'enclosure-moved:one', 'guid-changed:one', 'address-gone']
    expect(codesOf(await built(folder, output, {accept}))).toEqual([])
  })

  it('stops for no window that moves on, and for no lock of an older version', async () => {
    const [folder, output] = await published('feeds: {main: {latest: 2}}')
    writeFiles(folder, {'ebb/four.md': episodeFile('ebb-four', ['date: 2026-03-20'])})
    expect(codesOf(await built(folder, output))).toEqual([])
    const lock = readFileSync(join(folder, 'castwright.lock.json'), 'utf8')
    writeFiles(folder, {'castwright.lock.json': lock.replace(/,\n"shows"[\s\S]*$/, '\n}\n')})
    writeFiles(folder, {'network.yaml': `${network}feeds: {main: {latest: 3}}`})
    expect(codesOf(await built(folder, output))).toEqual([])
  })
})

describe('a network of shows', () => {
  it('has no feed that is early: its shows give it what is published', async () => {
    vi.stubEnv('CASTWRIGHT_SECRET', 'a'.repeat(64))
    onTestFinished(() => void vi.unstubAllEnvs())
    const folder = networkOf(['alpha'])
    writeFiles(folder, {
      'network.yaml': `${network}feeds: {all: {members: members.txt, early: 3 days}}`,
      'members.txt': 'jo\n',
    })
    const {problems} = await buildNetwork(folder, temporaryFolder(), {now: fixtureNow})
    const errors = problems.filter(({severity}) => severity === 'error')
    expect(errors).toMatchObject([{code: 'value-invalid', file: 'network.yaml', line: 9}])
  })

  it('has each show below its own folder, and one feed of all, newest first', async () => {
    const output = temporaryFolder()
    const {problems} = await built(networkOf(['alpha', 'beta']), output)
    expect(problems.filter(({severity}) => severity !== 'info')).toEqual([])
    const text = (path: string) => readFileSync(join(output, path), 'utf8')
    expect(text('alpha/feed.xml')).toContain('<title>Show alpha</title>')
    const {title, items = []} = parseRssFeed(text('feed.xml'))
    expect(title).toBe('All Waves')
    expect(items.map((item) => item.title)).toEqual(['beta-two', 'alpha-two', 'beta-one', 'alpha-one'])
    const own = ['alpha', 'beta'].flatMap((name) => parseRssFeed(text(`${name}/feed.xml`)).items ?? [])
    expect(items.map(({guid}) => guid?.value).toSorted()).toEqual(own.map(({guid}) => guid?.value).toSorted())
    expect(JSON.parse(text('feed.json')).items.length).toBe(4)
    expect(text('index.html')).toContain('https://waves.example/beta/feed.xml')
    for (const path of ['feed.xml', 'atom.xml', 'feed.json', 'index.html']) expect(text(path)).not.toContain('secret')
  })

  it('lists its shows for apps, with the page before the feed in each line', async () => {
    const output = temporaryFolder()
    await built(networkOf(['alpha', 'beta']), output)
    const text = readFileSync(join(output, 'shows.opml'), 'utf8')
    expect(parseOpml(text).body?.outlines?.map(({text, xmlUrl}) => [text, xmlUrl])).toEqual([
      ['Show alpha', 'https://waves.example/alpha/feed.xml'],
      ['Show beta', 'https://waves.example/beta/feed.xml'],
    ])
    for (const line of text.split('\n').filter((each) => each.includes('xmlUrl')))
      expect(line.indexOf('htmlUrl=')).toBeLessThan(line.indexOf('xmlUrl='))
  })

  it('has a feed of its publisher that lists the shows, each of which names it', async () => {
    const output = temporaryFolder()
    await built(networkOf(['alpha', 'beta']), output)
    const text = readFileSync(join(output, 'publisher.xml'), 'utf8')
    const {podcast} = parseRssFeed(text)
    expect(podcast?.medium).toBe('publisher')
    expect(podcast?.remoteItems?.map(({feedUrl}) => feedUrl)).toEqual([
      'https://waves.example/alpha/feed.xml',
      'https://waves.example/beta/feed.xml',
    ])
    const show = parseRssFeed(readFileSync(join(output, 'beta/feed.xml'), 'utf8'))
    expect(show.podcast?.publisher?.remoteItem).toMatchObject({
      feedGuid: podcast?.guid,
      feedUrl: 'https://waves.example/publisher.xml',
      medium: 'publisher',
    })
    expect(podcast?.remoteItems?.map(({feedGuid}) => feedGuid)).toContain(show.podcast?.guid)
  })

  it('tells hosts of all shows at its root', async () => {
    const output = temporaryFolder()
    await built(networkOf(['alpha', 'beta']), output)
    const headers = readFileSync(join(output, '_headers'), 'utf8')
    for (const path of ['/feed.xml', '/alpha/feed.xml', '/beta/feed.xml', '/shows.opml'])
      expect(headers).toContain(`${path}\n`)
    expect(readFileSync(join(output, '_redirects'), 'utf8')).toContain('/beta/old /beta/episodes/two/ 301\n')
  })

  it('builds the other shows when one has an error, and leaves its output and the network as they were', async () => {
    const folder = networkOf(['alpha', 'beta'])
    const output = temporaryFolder()
    await built(folder, output)
    const before = hashesOf(output)
    writeFiles(folder, {
      'alpha/one.md': episodeFile('alpha-one', ['drfat: true']),
      'beta/one.md': episodeFile('beta-one', ['date: 2026-01-11'], 'Other words.\n'),
    })
    const {value, problems} = await built(folder, output)
    expect(problems.filter(({severity}) => severity === 'error')).toMatchObject([
      {code: 'key-misspelt', file: 'alpha/one.md'},
    ])
    expect(value.network).toBeUndefined()
    const changed = [...hashesOf(output)].filter(([path, hash]) => before.get(path) !== hash).map(([path]) => path)
    expect(changed).toContain('beta/feed.xml')
    expect(changed.every((path) => path.startsWith('beta/'))).toBe(true)
  })

  it('writes nothing the second time', async () => {
    const folder = networkOf(['alpha', 'beta'])
    const output = temporaryFolder()
    await built(folder, output)
    const {value} = await built(folder, output)
    expect(value.network?.written).toEqual([])
    expect(value.shows.flatMap(({outcome}) => (outcome.ok ? outcome.value.written : ['failed']))).toEqual([])
  })

  it('refuses a show that is not there, or outside', async () => {
    const folder = networkOf(['alpha'])
    const outside = temporaryShow({})
    writeFiles(folder, {'network.yaml': `${network}shows: [alpha, gamma, ../${basename(outside)}]\n`})
    const {problems} = await buildNetwork(folder, temporaryFolder(), {now: fixtureNow})
    expect(problems.filter(({severity}) => severity === 'error').map(({code}) => code)).toEqual([
      'network-show-missing',
      'network-show-missing',
    ])
  })
})

describe('shards of a network', () => {
  it('make, copied together, the files of one whole build, and none of them twice', async () => {
    const shows = ofSeries(40, 6)
    const folder = networkOf(Array.from({length: shows}, (_, index) => `show-${index}`))
    const [whole, first, second, merged] = [
      temporaryFolder(),
      temporaryFolder(),
      temporaryFolder(),
      temporaryFolder(),
    ] as const
    // Each from a checkout of its own, as jobs of CI have them.
    const checkout = () => {
      const copy = temporaryFolder()
      cpSync(folder, copy, {recursive: true})
      return copy
    }
    await built(checkout(), whole)
    await built(checkout(), first, {shard: {number: 1, of: 2}})
    await built(checkout(), second, {shard: {number: 2, of: 2}})
    // Of a third one nothing is there but what the shards have left.
    const parts = temporaryFolder()
    for (const [part, shard] of [
      ['1', first],
      ['2', second],
    ] as const)
      cpSync(shard, join(parts, part), {recursive: true})
    const own = join(parts, '0')
    const outcome = await mergeNetwork(checkout(), parts, own, {now: fixtureNow})
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
    const inBoth = [...hashesOf(first).keys()].filter((path) => hashesOf(second).has(path))
    expect(inBoth).toEqual([])
    for (const shard of [first, second, own]) cpSync(shard, merged, {recursive: true, errorOnExist: true})
    const published = (folder: string) => [...hashesOf(folder)].filter(([path]) => !path.endsWith('digest.cache'))
    expect(published(merged)).toEqual(published(whole))
    const madeFrom = (folder: string) =>
      readFileSync(join(folder, 'show-0/.castwright/digest.cache'), 'latin1').split('"')[7]
    expect(madeFrom(merged)).toBe(madeFrom(whole))
    expect(madeFrom(whole)).toHaveLength(28)
    expect(hashesOf(whole).size).toBeGreaterThan(10 * shows)
  }, 120_000)

  it('are merged only if all of them are there, and of this version', async () => {
    const folder = networkOf(['alpha', 'beta'])
    const parts = temporaryFolder()
    await built(folder, join(parts, '1'), {shard: {number: 1, of: 2}})
    const merge = () => mergeNetwork(folder, parts, join(parts, '0'), {now: fixtureNow})
    const codes = async () =>
      (await merge()).problems.map(({code, message}) => [code, /of (\w+) by/.exec(message)?.[1]])
    expect(await codes()).toEqual([['network-show-unbuilt', 'beta']])
    await built(folder, join(parts, '2'), {shard: {number: 2, of: 2}})
    expect((await merge()).ok).toBe(true)
    const digest = join(parts, '2/beta/.castwright/digest.cache')
    const bytes = readFileSync(digest)
    for (const damaged of [bytes.subarray(0, -1), Buffer.concat([Buffer.from('x'), bytes]), Buffer.alloc(0)]) {
      writeFileSync(digest, damaged)
      expect(await codes()).toEqual([['network-show-unbuilt', 'beta']])
    }
    writeFileSync(digest, bytes)
    const {problems, ...rest} = await merge()
    expect(problems.filter(({severity}) => severity === 'error')).toEqual([])
    expect(rest.ok && rest.value.network?.written).toEqual([])
    expect(rest.ok && rest.value.feedsOfShows).toContain('beta/feed.xml')
  })

  it('leave an archive as it is when an older episode is added', async () => {
    const folder = networkOf(['alpha', 'beta'])
    const output = temporaryFolder()
    const more = (name: string, day: number) => episodeFile(name, [`date: 2025-03-${String(day).padStart(2, '0')}`])
    writeFiles(folder, {'network.yaml': `${network}items_per_feed: 10\n`})
    for (let day = 2; day <= 31; day += 1) writeFiles(folder, {[`alpha/d${day}.md`]: more(`d${day}`, day)})
    await built(folder, output)
    const archives = () => [...hashesOf(output)].filter(([path]) => /^feed-archive-\d+\.xml$/.test(path))
    const before = archives()
    expect(before.length).toBeGreaterThan(1)
    writeFiles(folder, {'beta/old.md': more('old', 1)})
    await built(folder, output)
    expect(archives().slice(0, before.length)).toEqual(before)
  })
})

describe('castwright build on a network', () => {
  it('says what became of each show, and takes a shard', async () => {
    const folder = networkOf(['alpha', 'beta'])
    const output = temporaryFolder()
    const words = ['build', folder, '--out', output, '--now', fixtureNow.toISOString()]
    const {status, stdout} = await castwright([...words, '--shard', '2/2'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^beta: 2 published, 2 of them new, \d+ files written$/m)
    expect(stdout).toMatch(/^castwright\.lock\.json created in beta: .* Commit it$/m)
    const all = await castwright(words)
    expect(all.stdout).toMatch(
      /^alpha: 2 published, 2 of them new, \d+ files written\nbeta: 2 published, 0 files written\nnetwork: \d+ files written$/m,
    )
    expect(all.stdout).toMatch(/^castwright\.lock\.json created in alpha and the network: .* Commit it$/m)
    expect(all.stdout).toMatch(/index\.html +open this one in a browser/)
    expect(await castwright([...words, '--shard', '3/2'])).toMatchObject({status: 2})
  })
})

describe('deploying a network', () => {
  it('sends the files of all its shows, and none of the instructions for hosts', async () => {
    const server = await objectServer()
    const output = temporaryFolder()
    await built(networkOf(['alpha', 'beta']), output)
    const {endpoint} = server
    const outcome = await deploy(output, {bucket, endpoint, region: 'us-east-1', ...keys})
    const uploaded = outcome.ok ? outcome.value.uploaded : []
    for (const path of ['feed.xml', 'shows.opml', 'alpha/feed.xml', 'beta/episodes/one/index.html'])
      expect(uploaded).toContain(path)
    expect(uploaded.filter((path) => /(?:^|\/)[._]/.test(path))).toEqual([])
    expect((await server.read('beta/feed.xml')).headers.get('content-type')).toBe('application/xml; charset=utf-8')
  })
})
