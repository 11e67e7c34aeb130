import {execFile, spawn} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {promisify} from 'node:util'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {build} from '../../src/index.ts'
import {type StaticHost, serveFolder} from './static-host.ts'

// Debian's newsboat (with podboat) and gpodder, each with a home of its own, against the example show on a real server.

const example = join(import.meta.dirname, '../../episodes')
const run = promisify(execFile)
const has = (program: string) => existsSync(`/usr/bin/${program}`)

/** Before the last episode is due, and after. */
const before = new Date('2025-05-01T00:00:00Z')
const after = new Date('2027-01-01T00:00:00Z')

type Episode = {readonly guid: string; readonly title: string; readonly enclosure: string}

let folder: string
let host: StaticHost

function writeShow(origin: string): void {
  cpSync(example, join(folder, 'show'), {recursive: true})
  rmSync(join(folder, 'show/castwright.lock.json'), {force: true})
  const file = join(folder, 'show/show.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^site_url: .*$/m, `site_url: ${origin}/`))
}

async function buildAt(now: Date): Promise<void> {
  const {problems} = await build(join(folder, 'show'), join(folder, 'output'), {now})
  expect(problems.filter(({severity}) => severity === 'error')).toEqual([])
}

/** What the clients should show, newest first: from JSON Feed, which none of them reads. */
function published(): readonly Episode[] {
  const {items} = JSON.parse(readFileSync(join(folder, 'output/feed.json'), 'utf8'))
  return items.map(
    ({id, title, attachments = []}: Readonly<Record<string, never>> & {attachments?: {url: string}[]}) => ({
      guid: id,
      title,
      enclosure: attachments[0]?.url ?? '',
    }),
  )
}

const playable = () => published().filter(({enclosure}) => enclosure !== '')

/** The bytes that lie at an address of the show. */
function bytesAt(address: string): Buffer {
  return readFileSync(join(folder, 'output', decodeURIComponent(new URL(address).pathname)))
}

function statusesOf(client: string, path: string): readonly number[] {
  return host.visits.filter((each) => each.client.startsWith(client) && each.path === path).map(({status}) => status)
}

/** Rows of a client's database, as Python's own SQLite reads them. */
async function query(database: string, sql: string): Promise<readonly (readonly string[])[]> {
  const script =
    'import json, sqlite3, sys; print(json.dumps(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchall()))'
  return JSON.parse((await run('python3', ['-c', script, database, sql])).stdout)
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'castwright-clients-'))
  mkdirSync(join(folder, 'output'))
  host = await serveFolder(join(folder, 'output'))
  writeShow(host.origin)
}, 60_000)

afterAll(() => {
  host?.close()
  rmSync(folder, {recursive: true, force: true})
})

// Skipped without them: `apt install newsboat`.
describe.skipIf(!has('newsboat') || !has('podboat') || !has('script') || !has('python3'))(
  'newsboat and podboat',
  () => {
    const home = () => join(folder, 'newsboat')
    const env = () => ({...process.env, HOME: home(), XDG_CONFIG_HOME: join(home(), 'none'), TERM: 'xterm'})
    const files = () => ['-C', join(home(), 'config'), '-q', '-u', join(home(), 'urls'), '-c', join(home(), 'cache.db')]
    const reload = () => run('newsboat', [...files(), '-x', 'reload'], {env: env()})

    async function listed(path: string, cache = 'cache.db'): Promise<readonly Episode[]> {
      const sql = `select guid, title, enclosure_url from rss_item where feedurl = '${host.origin}${path}' order by pubDate desc`
      const rows = await query(join(home(), cache), sql)
      return rows.map(([guid = '', title = '', enclosure = '']) => ({
        guid: guid.replace('urn:uuid:', ''),
        title,
        enclosure,
      }))
    }

    beforeAll(() => {
      mkdirSync(join(home(), '.newsboat'), {recursive: true})
      writeFileSync(join(home(), 'urls'), `${host.origin}/feed.xml\n${host.origin}/atom.xml\n`)
      writeFileSync(join(home(), 'config'), `podcast-auto-enqueue yes\ndownload-path ${join(home(), 'media')}\n`)
    })

    it('list every episode of RSS and Atom, and the new one after a rebuild; what is unchanged is not sent again', async () => {
      await buildAt(before)
      await reload()
      const first = published()
      expect(first.length).toBeGreaterThanOrEqual(5)
      expect(await listed('/feed.xml')).toEqual(first)
      expect(await listed('/atom.xml')).toEqual(first)
      // It remembers an ETag from the second visit on.
      await reload()
      await buildAt(before)
      await reload()
      expect(statusesOf('newsboat', '/feed.xml')).toEqual([200, 200, 304])
      expect(statusesOf('newsboat', '/atom.xml')).toEqual([200, 200, 304])
      // Newsboat goes by the time as well, which HTTP counts in whole seconds: nobody publishes twice in one.
      await pause(1100)
      await buildAt(after)
      await reload()
      expect(published().length).toBe(first.length + 1)
      expect(await listed('/feed.xml')).toEqual(published())
      expect(await listed('/atom.xml')).toEqual(published())
      expect(statusesOf('newsboat', '/feed.xml')).toEqual([200, 200, 304, 200])
    }, 60_000)

    it('take the enclosure of an episode with films of two sizes, and not another file of its group', async () => {
      const film = join(import.meta.dirname, '../fixtures/shows/video-and-hosted/expected/feed.xml')
      cpSync(film, join(folder, 'output/films.xml'))
      // Apart from the others: what is in the queue is downloaded by the next test.
      writeFileSync(join(home(), 'films-urls'), `${host.origin}/films.xml\n`)
      writeFileSync(join(home(), 'films-config'), 'podcast-auto-enqueue no\n')
      const own = ['-C', 'films-config', '-u', 'films-urls', '-c', 'films.db'].map((word) =>
        word.startsWith('-') ? word : join(home(), word),
      )
      await run('newsboat', ['-q', ...own, '-x', 'reload'], {env: env()})
      const episodes = await listed('/films.xml', 'films.db')
      expect(episodes.map(({enclosure}) => enclosure)).toContain('https://bench.example/media/hinge.mp4')
      rmSync(join(folder, 'output/films.xml'))
    }, 60_000)

    it('download every enclosure under a name of its own, byte for byte', async () => {
      const queue = join(home(), '.newsboat/queue')
      const wanted = playable().map(({enclosure}) => enclosure)
      const done = () => wanted.every((address) => existsSync(join(home(), 'media', address.split('/').at(-1) ?? '')))
      // A program for terminals: `script` gives it one. It stays open when all is downloaded.
      const command = `podboat -a -C ${join(home(), 'config')} -q ${queue}`
      const podboat = spawn('script', ['-qec', command, '/dev/null'], {env: env(), stdio: ['pipe', 'ignore', 'ignore']})
      const ended = new Promise((resolve) => podboat.once('exit', resolve))
      for (let turn = 0; turn < 300 && !done(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 100))
      podboat.stdin.write('q')
      podboat.stdin.end()
      await ended
      for (const address of wanted) {
        const file = readFileSync(join(home(), 'media', address.split('/').at(-1) ?? ''))
        expect(file.equals(bytesAt(address)), address).toBe(true)
      }
      expect(readdirSync(join(home(), 'media')).length).toBe(wanted.length)
    }, 60_000)
  },
)

// Skipped without it: `apt install gpodder`.
describe.skipIf(!has('gpo'))('gpodder', () => {
  const home = () => join(folder, 'gpodder')
  const gpo = (...words: readonly string[]) =>
    run('gpo', words, {env: {...process.env, HOME: folder, GPODDER_HOME: home(), PYTHONWARNINGS: 'ignore'}})
  const feed = () => `${host.origin}/feed.xml`
  const columns = 'guid, title, url, published, total_time'
  const listed = () =>
    query(join(home(), 'Database'), `select ${columns} from episode where url <> '' order by published desc`)

  it('lists every episode that has media, with its length, and the new one after a rebuild', async () => {
    // Back to the time before: what the other client had is no output of this show.
    for (const name of ['show', 'output']) rmSync(join(folder, name), {recursive: true})
    mkdirSync(join(folder, 'output'))
    writeShow(host.origin)
    await buildAt(before)
    await gpo('subscribe', feed())
    const found = await listed()
    expect(found.map(([guid, title, enclosure]) => ({guid, title, enclosure}))).toEqual(playable())
    expect(found.every(([, , , , seconds]) => Number(seconds) > 0)).toBe(true)
    await gpo('update', feed())
    expect(statusesOf('gPodder', '/feed.xml').at(-1)).toBe(304)
    await buildAt(after)
    await gpo('update', feed())
    expect((await listed()).map(([guid]) => guid)).toEqual(playable().map(({guid}) => guid))
    expect((await gpo('episodes', feed())).stdout).toContain(playable()[0]?.title)
  }, 60_000)

  it('downloads an enclosure, byte for byte', async () => {
    const [newest] = playable()
    await gpo('download', feed(), newest?.guid ?? '')
    const [name = ''] = readdirSync(join(home(), 'Downloads'))
    const [file = ''] = readdirSync(join(home(), 'Downloads', name)).filter((each) => /\.mp[34]$/.test(each))
    expect(readFileSync(join(home(), 'Downloads', name, file)).equals(bytesAt(newest?.enclosure ?? ''))).toBe(true)
  }, 60_000)
})
