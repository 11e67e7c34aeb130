import {spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {type InitHostName, init} from '../../src/index.ts'
import {writeFiles} from '../files-on-disk.ts'
import {bounded} from '../series.ts'
import {episodeFile, showFile} from '../temporary-show.ts'
import {type Event, type Run, runWorkflow} from './run-workflow.ts'
import {git, newWorld, push, type World} from './workflow-world.ts'

const before = '2026-06-30T00:00:00Z'
const after = '2026-07-01T08:23:00Z'
const hourly = {schedule: '23 * * * *'}
const hasRsync = spawnSync('rsync', ['--version']).status === 0
const names = ['boats', 'trains', 'trams'] as const

/** The address of a web server for `folder`, a process of its own: the steps of a workflow stop this one while they run. */
async function serve(folder: string): Promise<string> {
  const script = `
    const {createServer} = require('node:http'), {readFile} = require('node:fs')
    createServer(({url}, response) => readFile(process.argv[1] + url, (error, bytes) => response.writeHead(error ? 404 : 200).end(bytes)))
      .listen(0, '127.0.0.1', function () { console.log(this.address().port) })`
  const server = spawn(process.execPath, ['-e', script, folder], {stdio: ['ignore', 'pipe', 'inherit']})
  onTestFinished(() => {
    server.kill()
  })
  const [port] = await once(server.stdout, 'data')
  return `http://127.0.0.1:${String(port).trim()}/`
}

type Published = {readonly world: World; readonly root: string; readonly folder: string; sha: string}

/** A repository with a network of three shows, in the folder `below`, that nobody has built yet: each show in a shard of its own. */
async function networkOf(host: InitHostName, below = ''): Promise<Published> {
  const world = newWorld()
  const site = await serve(world.live)
  const root = mkdtempSync(join(tmpdir(), 'castwright-network-workflow-'))
  onTestFinished(() => rmSync(root, {recursive: true, force: true}))
  const folder = join(root, below)
  mkdirSync(folder, {recursive: true})
  git(root, 'init', '--quiet', '--initial-branch=main')
  writeFiles(root, {'.gitignore': '.castwright/\noutput/\nparts/\nmembers/\n'})
  const own = (number: number) => `guid: 0d5a3d0e-5b69-5e0c-8f2c-6d1b8a7f9e2${number}`
  const network = showFile('title: All Waves', `site_url: ${site}`, own(9))
  writeFiles(folder, {'network.yaml': network})
  for (const [index, name] of names.entries()) {
    writeFiles(join(folder, name), {
      'show.yaml': showFile(`site_url: ${site}${name}/`, own(index), 'timezone: Europe/Berlin', 'hosting: none'),
      '001-dawn.md': episodeFile(`${name}-dawn`, ['date: 2026-01-01']),
    })
  }
  writeFiles(join(folder, 'trains'), {
    '002-surprise.md': episodeFile('surprise', ['title: The Surprise', 'date: 2026-07-01 09:00']),
  })
  const made = await init(folder, {host, now: new Date(before), shards: 3})
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return {world, root, folder, sha: push(world, root)}
}

function run({world, root, sha}: Published, event: Partial<Event> = {}): Run {
  const start = event.name === 'pull_request' ? 'preview' : 'publish'
  const folder = join(root, '.github/workflows')
  const file = readdirSync(folder).find((each) => each.startsWith(start)) ?? ''
  return runWorkflow(world, readFileSync(join(folder, file), 'utf8'), {name: 'push', sha, now: before, ...event})
}

const lockIn = ({world}: Published, path: string) => git(world.remote, 'show', `main:${path}castwright.lock.json`)
const live = ({world}: Published, path: string) => readFileSync(join(world.live, path), 'utf8')
const commits = ({world}: Published) => Number(git(world.remote, 'rev-list', '--count', 'main'))
const notified = ({world}: Published) => world.calls().filter((call) => call.startsWith('castwright notify')).length
const deployed = ({steps}: Run) => steps.filter((step) => step.endsWith('/Deploy'))

/** The events of a month, one after another, and what each left behind. `isLive` is for hosts that a folder stands in for. */
function tryEvents(show: Published, below: string, isLive: boolean): void {
  // The first publication: nobody has built anything, and there is no lock.
  const first = run(show)
  expect(first.failed, first.log).toBeUndefined()
  expect(deployed(first)).toEqual(['publish/Deploy'])
  for (const name of names) expect(lockIn(show, `${below}${name}/`)).toContain('"slug":"001-dawn"')
  expect(lockIn(show, below)).toContain('"episode":"trams/001-dawn"')
  expect(notified(show)).toBe(1)
  if (isLive) {
    for (const name of names) expect(live(show, `${name}/feed.xml`)).toContain(`<title>${name}-dawn</title>`)
    for (const name of names) expect(live(show, 'feed.xml')).toContain(`<title>${name}-dawn</title>`)
    expect(
      readdirSync(show.world.live, {recursive: true}).filter((path) => /[.]castwright/.test(String(path))),
    ).toEqual([])
  }
  git(show.root, 'pull', '--quiet', show.world.remote, 'main')
  show.sha = git(show.root, 'rev-parse', 'HEAD')

  // An hourly run with nothing new builds the shards, and does nothing else.
  const [caches, count] = [show.world.caches.length, commits(show)]
  const quiet = run(show, {name: 'schedule', payload: hourly})
  expect(quiet.failed, quiet.log).toBeUndefined()
  expect(quiet.steps.filter((step) => !step.startsWith('shards '))).toEqual([])
  expect([show.world.caches.length, commits(show), notified(show)]).toEqual([caches, count, 1])

  // An episode falls due: one shard has something new, and what it published is recorded.
  const due = run(show, {name: 'schedule', now: after, payload: hourly})
  expect(due.failed, due.log).toBeUndefined()
  expect(deployed(due)).toEqual(['publish/Deploy'])
  expect(due.steps.filter((step) => step.endsWith('/actions/upload-artifact') && step.startsWith('shards'))).toEqual([
    'shards 2/actions/upload-artifact',
    'shards 2/actions/upload-artifact',
  ])
  expect(lockIn(show, `${below}trains/`)).toContain('"slug":"002-surprise"')
  expect(lockIn(show, below)).toContain('"episode":"trains/002-surprise"')
  expect([commits(show), notified(show)]).toEqual([count + 1, 2])
  if (isLive) for (const path of ['feed.xml', 'trains/feed.xml']) expect(live(show, path)).toContain('The Surprise')
  git(show.root, 'pull', '--quiet', show.world.remote, 'main')
  show.sha = git(show.root, 'rev-parse', 'HEAD')
}

/** A pull request of the repository itself and of a fork: neither publishes anything. */
function tryPullRequests(show: Published): void {
  const base = show.sha
  const was = [commits(show), notified(show), show.world.caches.filter((each) => !each.startsWith('lfs-')).length]
  writeFiles(join(show.folder, 'boats'), {'003-noon.md': episodeFile('noon', ['title: Noon', 'date: 2026-05-01'])})
  const sha = push(show.world, show.root, 'change')
  for (const repository of ['kim/trial', 'somebody/trial']) {
    const payload = {pull_request: {number: 12, base: {sha: base}, head: {repo: {full_name: repository}}}}
    const proposed = run({...show, sha}, {name: 'pull_request', now: after, payload})
    expect(proposed.failed, proposed.log).toBeUndefined()
    expect(proposed.page).toContain('| Noon |')
    expect(proposed.steps.includes('preview/Comment')).toBe(repository === 'kim/trial')
  }
  const caches = show.world.caches.filter((each) => !each.startsWith('lfs-')).length
  expect([commits(show), notified(show), caches]).toEqual(was)
}

describe('the workflow of a network in three shards', () => {
  it('publishes, is quiet, records what fell due, and tells pull requests', async () => {
    const show = await networkOf('github-pages')
    tryEvents(show, '', true)
    tryPullRequests(show)
  }, 300_000)

  it('tries a deployment again that failed, though no shard has anything new', async () => {
    const show = await networkOf('github-pages')
    const file = join(show.root, '.github/workflows/publish.yml')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace(/- name: Deploy\n(.*\n)*?.*uses: .*/, '- name: Deploy\n        run: exit 1'))
    expect(run(show).failed).toBe('publish/Deploy')
    writeFileSync(file, text)
    const again = run(show, {name: 'schedule', payload: hourly})
    expect(again.failed, again.log).toBeUndefined()
    expect(live(show, 'feed.xml')).toContain('<title>trams-dawn</title>')
  }, 300_000)

  it('deploys nothing where one shard fails, and says where', async () => {
    const show = await networkOf('github-pages')
    writeFiles(join(show.folder, 'trams'), {'003-broken.md': '---\ntitle: Broken\ndate: someday\n---\n'})
    show.sha = push(show.world, show.root)
    const {failed, steps, log} = run(show)
    expect(failed).toBe('shards 3/Build')
    expect(log).toMatch(/::error file=trams\/003-broken\.md,line=3/)
    expect(steps.filter((step) => step.startsWith('publish/'))).toEqual([])
  }, 300_000)

  it('publishes what changed in network.yaml alone', async () => {
    const show = await networkOf('github-pages')
    run(show)
    git(show.root, 'pull', '--quiet', show.world.remote, 'main')
    const file = join(show.folder, 'network.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('All Waves', 'All Tides'))
    show.sha = push(show.world, show.root)
    const pushed = run(show)
    expect(pushed.failed, pushed.log).toBeUndefined()
    expect(live(show, 'feed.xml')).toContain('<title>All Tides</title>')
  }, 300_000)
})

const places = [
  ['github-pages', 'nets/my waves/', true],
  ['netlify', '', false],
  ['netlify', 'nets/', false],
  ['cloudflare-pages', '', false],
  ['cloudflare-pages', 'nets/', false],
  ['s3', '', false],
  ['s3', 'nets/', false],
  ['rsync', '', true],
  ['rsync', 'nets/', true],
] as const

/** Each takes half a minute: `CASTWRIGHT_COUNT=9 npm run test:long -- tests/init/network-workflow` tries all of them. */
const tried = bounded(3).cases.flatMap((index) => places.slice((index * 5) % places.length).slice(0, 1))

describe('the workflow of a network on each host', () => {
  it.each(tried)(
    '%s, in the folder "%s"',
    async (host, below, isLive) => {
      if (host === 'rsync' && !hasRsync) return
      const show = await networkOf(host, below)
      tryEvents(show, below, isLive)
      tryPullRequests(show)
    },
    300_000,
  )
})
