import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished, vi} from 'vitest'
import {buildNetwork, type InitHostName, init} from '../../src/index.ts'
import {build} from '../../src/uses/build.ts'
import {writeFiles} from '../files-on-disk.ts'
import {waves} from '../network/waves.ts'
import {onlyInSeries, triesSeries} from '../series.ts'
import {episodeFile, showFile, temporaryShow} from '../temporary-show.ts'
import {type Event, runWorkflow} from './run-workflow.ts'
import {git, newWorld, push} from './workflow-world.ts'

const before = '2026-06-30T00:00:00Z'
const after = '2026-07-01T08:23:00Z'

/** A repository, whose shows are folders of it. */
function repository(folders: readonly string[]): string {
  const root = temporaryShow({'show.yaml': ''})
  git(root, 'init', '--quiet', '--initial-branch=main')
  for (const folder of folders) {
    writeFiles(join(root, folder), {
      'show.yaml': showFile('timezone: Europe/Berlin'),
      '001-dawn.md': episodeFile('dawn', ['date: 2026-01-01']),
      '002-surprise.md': episodeFile('surprise', ['title: The Surprise', 'date: 2026-07-01 09:00']),
    })
  }
  git(root, 'rm', '--quiet', '--cached', '--ignore-unmatch', 'show.yaml')
  writeFileSync(join(root, '.gitignore'), '/show.yaml\n.castwright/\noutput/\n')
  return root
}

async function made(folder: string, host: InitHostName = 'github-pages') {
  const outcome = await init(folder, {host, now: new Date(before)})
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value
}

const workflowsIn = (root: string) => readdirSync(join(root, '.github/workflows')).sort()

/** A workflow starts the program a dozen times, also on a machine that is busy. */
const timeout = 120_000

describe('a show in a folder of a repository', () => {
  it('has its workflow where GitHub reads it, which publishes that folder', {timeout}, async () => {
    const folder = "podcasts/Night Trains #1, Mara's"
    const root = repository([folder])
    const show = join(root, folder)
    const {created} = await made(show)
    const name = 'podcasts-night-trains-1-maras'
    expect(created).toEqual([
      `../../.github/workflows/publish-${name}.yml`,
      `../../.github/workflows/preview-${name}.yml`,
    ])
    expect(existsSync(join(show, '.github'))).toBe(false)
    await build(show, join(show, 'output'), {now: new Date(before)})

    const world = newWorld()
    const sha = push(world, root)
    const run = (file: string, event: Partial<Event> & Pick<Event, 'name' | 'now'>) =>
      runWorkflow(world, readFileSync(join(root, `.github/workflows/${file}-${name}.yml`), 'utf8'), {sha, ...event})
    const pushed = run('publish', {name: 'push', now: before})
    expect(pushed.failed, pushed.log).toBeUndefined()
    expect(readFileSync(join(world.live, 'feed.xml'), 'utf8')).toContain('<title>dawn</title>')
    // `npm test` sees that of a show at the root (publish-workflow.test.ts).
    if (triesSeries) {
      const scheduled = run('publish', {name: 'schedule', now: after, payload: {schedule: '23 * * * *'}})
      expect(scheduled.failed, scheduled.log).toBeUndefined()
      expect(readFileSync(join(world.live, 'feed.xml'), 'utf8')).toContain('The Surprise')
      expect(git(world.remote, 'show', `main:${folder}/castwright.lock.json`)).toContain('"slug":"002-surprise"')
    }

    writeFiles(show, {'003-noon.md': episodeFile('noon', ['title: Noon', 'date: 2026-05-01'])})
    const head = {repo: {full_name: 'kim/trial'}}
    const proposed = run('preview', {
      name: 'pull_request',
      now: before,
      sha: push(world, root, 'change'),
      payload: {pull_request: {number: 1, base: {sha}, head}},
    })
    expect(proposed.failed, proposed.log).toBeUndefined()
    expect(proposed.page).toContain('| Noon |')
  })

  onlyInSeries('has one of its own beside those of other shows', async () => {
    const root = repository(['trains', 'boats'])
    await made(join(root, 'trains'))
    await made(join(root, 'boats'))
    expect(workflowsIn(root)).toEqual([
      'preview-boats.yml',
      'preview-trains.yml',
      'publish-boats.yml',
      'publish-trains.yml',
    ])
    const text = readFileSync(join(root, '.github/workflows/publish-boats.yml'), 'utf8')
    expect(text).toContain('group: publish-boats')
    expect(text).toContain('key: published-boats-')
    expect((await made(join(root, 'trains'))).unchanged).toHaveLength(2)
  })

  it('leaves the one pipeline of GitLab to the show that has it', async () => {
    const root = repository(['trains', 'boats'])
    expect((await made(join(root, 'trains'), 'gitlab-pages')).created).toEqual(['../.gitlab-ci.yml'])
    const text = readFileSync(join(root, '.gitlab-ci.yml'), 'utf8')
    expect((await made(join(root, 'boats'), 'gitlab-pages')).kept).toEqual(['../.gitlab-ci.yml'])
    expect(readFileSync(join(root, '.gitlab-ci.yml'), 'utf8')).toBe(text)
  })

  it('may be made in a folder that is not there yet', async () => {
    const root = repository([])
    const {created} = await made(join(root, 'new/trains'))
    expect(created).toContain('episodes/show.yaml')
    expect(workflowsIn(root)).toEqual(['preview-new-trains.yml', 'publish-new-trains.yml'])
    const text = readFileSync(join(root, '.github/workflows/publish-new-trains.yml'), 'utf8')
    expect(text).toContain('run: castwright check --format github new/trains/episodes\n')
  })
})

describe('a network of shows', () => {
  it('has one workflow, no show of its own, and locks that are recorded', {timeout}, async () => {
    const root = repository(['boats', 'trains'])
    for (const [index, name] of ['boats', 'trains'].entries()) {
      const own = [`site_url: https://waves.example/${name}/`, `guid: 0d5a3d0e-5b69-5e0c-8f2c-6d1b8a7f9e2${index}`]
      writeFiles(join(root, name), {'show.yaml': showFile('timezone: Europe/Berlin', ...own)})
    }
    writeFiles(root, {'network.yaml': waves.join('\n')})
    const {created} = await made(root)
    expect(created).toEqual(['.github/workflows/publish.yml', '.github/workflows/preview.yml'])
    await buildNetwork(root, join(root, 'output'), {now: new Date(before)})

    const world = newWorld()
    const sha = push(world, root)
    const text = readFileSync(join(root, '.github/workflows/publish.yml'), 'utf8')
    const hourly = {schedule: '23 * * * *'}
    // `npm test` sees these of a show.
    if (triesSeries) {
      const pushed = runWorkflow(world, text, {name: 'push', now: before, sha})
      expect(pushed.failed, pushed.log).toBeUndefined()
      expect(pushed.steps).toContain('publish/Deploy')
      const idle = runWorkflow(world, text, {name: 'schedule', now: before, sha, payload: hourly})
      expect(idle.steps.filter((step) => /Deploy|record/.test(step))).toEqual([])
    }
    const due = runWorkflow(world, text, {name: 'schedule', now: after, sha, payload: hourly})
    expect(due.failed, due.log).toBeUndefined()
    expect(due.steps).toContain('publish/Deploy')
    expect(readFileSync(join(world.live, 'shows.opml'), 'utf8')).toContain('https://waves.example/boats/feed.xml')
    expect(readFileSync(join(world.live, 'trains/feed.xml'), 'utf8')).toContain('The Surprise')
    expect(readFileSync(join(world.live, 'feed.xml'), 'utf8')).toContain('The Surprise')
    for (const name of ['boats', 'trains']) {
      expect(git(world.remote, 'show', `main:${name}/castwright.lock.json`)).toContain('"slug":"002-surprise"')
    }
  })

  it('has a workflow for those of its shows that follow the feed of a host; the pipeline for GitLab leaves them to people', async () => {
    const root = repository(['boats', 'trains'])
    const source = 'https://host.example/trains.rss'
    const record = {format: 1, source, only: 'enrich', owner: 'mara@trains.example', show: '', episodes: []}
    writeFiles(root, {'network.yaml': waves.join('\n'), 'trains/castwright.import.json': JSON.stringify(record)})
    const onGithub = await made(root)
    expect(onGithub.toDo.filter((step) => step.includes('castwright import'))).toEqual([])
    expect(readFileSync(join(root, '.github/workflows/bring.yml'), 'utf8')).toContain(
      "castwright import 'https://host.example/trains.rss' trains --only enrich --owner 'mara@trains.example' --format github",
    )
    const onGitlab = await made(root, 'gitlab-pages')
    expect(onGitlab.toDo.filter((step) => step.includes('castwright import'))).toEqual([
      expect.stringMatching(
        /^The show trains follows .*: npx castwright import https:\/\/host\.example\/trains\.rss trains --only enrich --owner mara@trains\.example$/,
      ),
    ])
  })
})

onlyInSeries(
  'has its workflow in its own folder where the repository is the home folder, which holds settings',
  async () => {
    const home = repository(['trains'])
    vi.stubEnv('HOME', home)
    vi.stubEnv('USERPROFILE', home)
    onTestFinished(() => void vi.unstubAllEnvs())
    mkdirSync(join(home, 'trains'), {recursive: true})
    expect((await made(join(home, 'trains'))).created).toContain('.github/workflows/publish.yml')
    expect(existsSync(join(home, '.github'))).toBe(false)
  },
)
