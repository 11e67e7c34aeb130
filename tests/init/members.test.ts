import {mkdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it, vi} from 'vitest'
import {build, type InitHostName, init, memberAddresses} from '../../src/index.ts'
import {bucket, keys, type ObjectServer, objectServer} from '../deploy/object-server.ts'
import {hashesOf, writeFiles} from '../files-on-disk.ts'
import {onlyInSeries} from '../series.ts'
import {episodeFile, media, showFile, temporaryShow} from '../temporary-show.ts'
import {type Event, type Run, runWorkflow} from './run-workflow.ts'
import {git, newWorld, push, type World} from './workflow-world.ts'

const secret = '5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a5f0c1f2b9d6e4a7c8b3a2d1e0f9c8b7a'
const members = 'kim@members.example\njo'
const now = '2026-06-30T00:00:00Z'
/** Of an episode that members have and nobody else. */
const early = /zqsecret|002-surprise/

type Published = {readonly world: World; readonly clone: string; readonly sha: string}

/** A public repository whose show has a feed for members, with the workflows of `host`. */
async function showWithMembers(host: InitHostName, vars: Record<string, string> = {}): Promise<Published> {
  const world = newWorld()
  const clone = temporaryShow({
    'show.yaml': showFile('feeds: {supporters: {members: $MEMBERS, early: 1 week}}'),
    '001-dawn.md': episodeFile('dawn', ['date: 2026-01-01']),
    '002-surprise.md': episodeFile('surprise', ['title: zqsecret', 'date: 2026-07-03', 'audio: 002-surprise.mp3']),
    '002-surprise.mp3': media.mp3,
    '.gitignore': '/output/\n/members/\n.castwright/\n',
  })
  await init(clone, {host, now: new Date(now)})
  await build(clone, join(clone, 'output'), {now: new Date(now), audience: 'public'})
  Object.assign(world.vars, vars)
  Object.assign(world.secrets, {CASTWRIGHT_SECRET: secret, MEMBERS: members})
  return {world, clone, sha: push(world, clone)}
}

function run({world, clone, sha}: Published, event: Partial<Event> = {}): Run {
  const file = event.name === 'pull_request' ? 'preview' : 'publish'
  const text = readFileSync(join(clone, `.github/workflows/${file}.yml`), 'utf8')
  return runWorkflow(world, text, {name: 'push', sha, now, ...event})
}

async function tokens(folder: string): Promise<readonly string[]> {
  vi.stubEnv('CASTWRIGHT_SECRET', secret)
  vi.stubEnv('MEMBERS', members)
  const outcome = await memberAddresses(folder)
  vi.unstubAllEnvs()
  return outcome.ok ? outcome.value.map(({address}) => address.split('/')[4] ?? '') : []
}

/** Everything that others can get at: caches, artifacts, the public site, the repository and what was printed. */
function openToAll({world}: Published, {log, page}: Run): string {
  const folders = ['caches', 'live', ...hashesOf(world.folder).keys()].filter((path) =>
    /^(?:caches|live)$|^run-\d+\/artifacts\/|^calls/.test(path),
  )
  const files = folders.flatMap((path) => (path === 'caches' || path === 'live' ? below(world, path) : [path]))
  const texts = files.map((path) => `${path}\n${readFileSync(join(world.folder, path), 'latin1')}`)
  return [...texts, log, page, git(world.remote, 'show', 'main:castwright.lock.json')].join('\n')
}

function below({folder}: World, path: string): readonly string[] {
  return [...hashesOf(join(folder, path)).keys()].map((each) => join(path, each))
}

const inStore = (server: ObjectServer) => ({
  MEMBERS_TARGET: `s3://${bucket}/for-members`,
  BUCKET_ENDPOINT: server.ownEndpoint,
  BUCKET_REGION: 'us-east-1',
})
const storeKeys = {BUCKET_ACCESS_KEY_ID: keys.accessKeyId, BUCKET_SECRET_ACCESS_KEY: keys.secretAccessKey}

describe('the feeds for members', () => {
  it('go to a place of their own, and into nothing that others can get at', async () => {
    const server = await objectServer()
    const show = await showWithMembers('github-pages', inStore(server))
    Object.assign(show.world.secrets, storeKeys)
    const pushed = run(show)
    expect(pushed.failed, pushed.log).toBeUndefined()
    expect(pushed.steps.filter((step) => /Deploy$/.test(step))).toEqual(['publish/Deploy', 'members/Deploy'])
    const stored = await server.keys()
    const each = await tokens(show.clone)
    expect(each).toHaveLength(2)
    for (const token of each) expect(stored).toContain(`for-members/supporters/${token}/supporters.xml`)
    expect(stored.some((key) => /^for-members\/supporters\/[\da-f]{48}\/media\/002-surprise\.mp3$/.test(key))).toBe(
      true,
    )
    const feed = await server.read(`for-members/supporters/${each[0]}/supporters.xml`)
    expect(feed.headers.get('cache-control')).toBe('private, max-age=300')
    expect(await feed.text()).toContain('zqsecret')
    const open = openToAll(show, pushed)
    expect(open).toContain('<title>dawn</title>')
    for (const word of [...each, secret, 'kim@members']) expect(open).not.toContain(word)
    expect(open).not.toMatch(early)
  })

  onlyInSeries('are taken from a member who is off the list, and the others keep theirs', async () => {
    const server = await objectServer()
    const show = await showWithMembers('s3', inStore(server))
    show.world.vars.BUCKET = bucket
    Object.assign(show.world.secrets, storeKeys)
    expect(run(show).failed).toBeUndefined()
    const each = await tokens(show.clone)
    show.world.secrets.MEMBERS = 'jo'
    expect(run(show, {name: 'schedule', payload: {schedule: '23 * * * *'}}).failed).toBeUndefined()
    const left = (await server.keys()).filter((key) => key.endsWith('/supporters.xml'))
    expect(left).toEqual([`for-members/supporters/${each[1]}/supporters.xml`])
    expect(await server.keys()).toContain('feed.xml')
  })

  onlyInSeries('are left alone until their target is set, and the public ones are published', async () => {
    const show = await showWithMembers('s3')
    const pushed = run(show)
    expect(pushed.failed, pushed.log).toBeUndefined()
    expect(pushed.steps.filter((step) => step.startsWith('members/'))).toEqual([])
    expect(pushed.log).toContain('supporters: for members, and left as it is')
  })

  onlyInSeries('go by rsync where the site does', async () => {
    const show = await showWithMembers('rsync')
    const target = join(show.world.folder, 'members-live')
    mkdirSync(target)
    show.world.vars.MEMBERS_TARGET = `${target}/`
    const pushed = run(show)
    expect(pushed.failed, pushed.log).toBeUndefined()
    const carried = [...hashesOf(target).keys()]
    for (const token of await tokens(show.clone)) expect(carried).toContain(`supporters/${token}/supporters.xml`)
    expect(carried.filter((path) => path.includes('castwright'))).toEqual([])
    expect(openToAll(show, pushed)).not.toMatch(early)
    expect(pushed.log).not.toContain('feeds of members are on the server')
    // A name that is spelt otherwise is another address.
    show.world.secrets.MEMBERS = members.replace('kim', 'Kim')
    const again = run(show, {name: 'schedule', payload: {schedule: '23 * * * *'}})
    expect(again.failed, again.log).toBeUndefined()
    expect(again.log).toContain('::warning::1 feeds of members are on the server')
  })
})

describe('a pull request of a fork, which gets no secret', () => {
  it('passes without the feeds for members, and has nothing of them', async () => {
    const show = await showWithMembers('github-pages')
    const base = show.sha
    writeFiles(show.clone, {'003-noon.md': episodeFile('noon', ['title: Noon', 'date: 2026-05-01'])})
    const sha = push(show.world, show.clone, 'change')
    const pull = {number: 12, base: {sha: base}, head: {repo: {full_name: 'somebody/trial'}}}
    const proposed = run({...show, sha}, {name: 'pull_request', payload: {pull_request: pull}})
    expect(proposed.failed, proposed.log).toBeUndefined()
    expect(proposed.page).toContain('| Noon |')
    expect(proposed.log).toContain('members-left')
    expect(openToAll(show, proposed)).not.toMatch(early)
  })
})

describe('the pipeline for GitLab', () => {
  it('keeps members out of artifacts and caches, although its jobs have the secret', async () => {
    const show = await showWithMembers('gitlab-pages')
    const pipeline = readFileSync(join(show.clone, '.gitlab-ci.yml'), 'utf8')
    const builds = [...pipeline.matchAll(/castwright build --[^\n"]*/g)].map(([line]) => line)
    expect(builds).toHaveLength(5)
    expect(builds.filter((line) => line.includes('--for public'))).toHaveLength(4)
    expect(builds.filter((line) => line.includes('--for members --out members'))).toHaveLength(1)
    expect(pipeline.slice(pipeline.indexOf('\nmembers:'))).not.toContain('artifacts:')
  })
})
