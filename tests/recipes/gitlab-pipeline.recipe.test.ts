import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {beforeAll, describe, expect, it, onTestFinished} from 'vitest'
import {init} from '../../src/index.ts'
import {writeFiles} from '../files-on-disk.ts'
import {git, newWorld, push, serve, stepEnvironment, type World} from '../init/workflow-world.ts'
import {episodeFile, showFile} from '../temporary-show.ts'

/** It holds pipelines against the schema that GitLab publishes, and runs their jobs as a runner does. Later ones need Node 22. */
const runner = 'gitlab-ci-local@4.61.1'
const before = '2026-06-30T00:00:00Z'
const after = '2026-07-01T08:23:00Z'
const names = ['boats', 'trains', 'trams'] as const
const tools = mkdtempSync(join(tmpdir(), 'castwright-gitlab-'))

beforeAll(() => {
  const words = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', tools, runner]
  const {status, stderr} = spawnSync('npm', words, {encoding: 'utf8'})
  expect(status, stderr).toBe(0)
  return () => rmSync(tools, {recursive: true, force: true})
})

type Repository = {readonly world: World; readonly root: string; readonly site: string}

/** A repository with a pipeline of GitLab for what is in the folder `below`: a network of three shows, or one show. */
async function repositoryOf(below: string, shards: number): Promise<Repository> {
  const world = newWorld()
  const site = await serve(world.live)
  const root = mkdtempSync(join(tmpdir(), 'castwright-gitlab-repository-'))
  onTestFinished(() => rmSync(root, {recursive: true, force: true}))
  const folder = join(root, below)
  mkdirSync(folder, {recursive: true})
  git(root, 'init', '--quiet', '--initial-branch=main')
  git(root, 'remote', 'add', 'origin', 'git@gitlab.example:kim/trial.git')
  git(world.remote, 'config', 'receive.advertisePushOptions', 'true')
  const pushed = 'https://castwright:a-token@gitlab.example/kim/trial.git'
  // GitLab is on this machine.
  const config = `[url "${world.remote}"]\n\tinsteadOf = ${pushed}\n\tinsteadOf = git@gitlab.example:kim/trial.git\n`
  writeFileSync(join(world.folder, 'home/gitconfig'), config)
  writeFiles(root, {'.gitignore': '.castwright/\n.gitlab-ci-local/\noutput/\nparts/\npublic/\nlocks/\npreview/\n'})
  const own = (number: number) => `guid: 0d5a3d0e-5b69-5e0c-8f2c-6d1b8a7f9e2${number}`
  const lines = ['timezone: Europe/Berlin', 'hosting: none']
  const episodes = (name: string) => ({
    '001-dawn.md': episodeFile(`${name}-dawn`, ['date: 2026-01-01']),
    '002-surprise.md': episodeFile(`${name}-surprise`, ['title: The Surprise', 'date: 2026-07-01 09:00']),
  })
  if (shards === 1)
    writeFiles(folder, {'show.yaml': showFile(`site_url: ${site}`, own(0), ...lines), ...episodes('one')})
  else {
    writeFiles(folder, {'network.yaml': showFile('title: All Waves', `site_url: ${site}`, own(9))})
    for (const [index, name] of names.entries())
      writeFiles(join(folder, name), {
        'show.yaml': showFile(`site_url: ${site}${name}/`, own(index), ...lines),
        ...episodes(name),
      })
  }
  const made = await init(folder, {host: 'gitlab-pages', now: new Date(before), ...(shards === 1 ? {} : {shards})})
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  push(world, root)
  return {world, root, site}
}

/** Runs the pipeline of the branch that is checked out, with what GitLab tells its jobs. */
function pipeline({world, root}: Repository, now: string, variables: Readonly<Record<string, string>> = {}) {
  const ofProject = {CI_SERVER_HOST: 'gitlab.example', CI_PROJECT_PATH: 'kim/trial', CASTWRIGHT_TOKEN: 'a-token'}
  const given = Object.entries({...ofProject, ...variables})
  const words = ['--force-shell-executor', '--shell-isolation', '--no-color', '--concurrency', '2']
  const {status, stdout, stderr} = spawnSync(
    join(tools, 'node_modules/.bin/gitlab-ci-local'),
    [...words, ...given.flatMap(([name, value]) => ['--variable', `${name}=${value}`])],
    {cwd: root, encoding: 'utf8', env: stepEnvironment(world, now)},
  )
  return {status, log: `${stdout}${stderr}`}
}

const artifact = ({root}: Repository, path: string) => readFileSync(join(root, 'public', path), 'utf8')
const commits = ({world}: Repository) => Number(git(world.remote, 'rev-list', '--count', 'main'))

/** What GitLab Pages does with the artifact of the job `pages`. */
function goLive({root, world}: Repository): void {
  git(root, 'pull', '--quiet', world.remote, 'main')
  spawnSync('cp', ['-a', `${join(root, 'public')}/.`, world.live])
}

describe.each([
  ['a show', '', 1],
  ['a show in a folder', 'podcasts/night trains/', 1],
  ['a network in three shards', '', 3],
  ['a network in three shards, in a folder', 'nets/my waves/', 3],
])('the pipeline of %s', (_what, below, shards) => {
  it('is what the schema of GitLab allows, publishes, is quiet, and records what fell due', async () => {
    const repository = await repositoryOf(below, shards)
    const locks = shards === 1 ? [below] : [below, ...names.map((name) => `${below}${name}/`)]
    const lockIn = (path: string) => git(repository.world.remote, 'show', `main:${path}castwright.lock.json`)
    const first = pipeline(repository, before)
    expect(first.status, first.log).toBe(0)
    expect(first.log).toContain('json schema validated')
    expect(first.log).not.toContain('could not be pushed')
    for (const path of locks) expect(lockIn(path)).toContain('001-dawn')
    for (const name of shards === 1 ? ['one'] : names)
      expect(artifact(repository, 'feed.xml')).toContain(`<title>${name}-dawn</title>`)
    expect(artifact(repository, 'feed.xml')).not.toContain('Surprise')
    goLive(repository)

    const count = commits(repository)
    const quiet = pipeline(repository, before, {CI_PIPELINE_SOURCE: 'schedule'})
    expect(quiet.status, quiet.log).toBe(0)
    expect(commits(repository)).toBe(count)
    expect(artifact(repository, 'feed.xml')).toBe(readFileSync(join(repository.world.live, 'feed.xml'), 'utf8'))

    const due = pipeline(repository, after, {CI_PIPELINE_SOURCE: 'schedule'})
    expect(due.status, due.log).toBe(0)
    expect(commits(repository)).toBe(count + 1)
    for (const path of locks) expect(lockIn(path)).toContain('002-surprise')
    expect(artifact(repository, 'feed.xml')).toContain('The Surprise')
    goLive(repository)
  }, 300_000)

  it('tells a merge request what it would change, and publishes nothing', async () => {
    const repository = await repositoryOf(below, shards)
    const {root, world} = repository
    expect(pipeline(repository, before).status).toBe(0)
    goLive(repository)
    rmSync(join(root, 'public'), {recursive: true})
    const count = commits(repository)
    git(root, 'checkout', '--quiet', '-b', 'change')
    const show = join(root, below, shards === 1 ? '' : 'boats')
    writeFiles(show, {'003-noon.md': episodeFile('noon', ['title: Noon', 'date: 2026-05-01'])})
    push(world, root, 'change')
    const request = {CI_PIPELINE_SOURCE: 'merge_request_event', CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main'}
    const proposed = pipeline(repository, before, {...request, CASTWRIGHT_TOKEN: ''})
    expect(proposed.status, proposed.log).toBe(0)
    expect(readFileSync(join(root, 'compare.md'), 'utf8')).toContain('| Noon |')
    expect(existsSync(join(root, 'public'))).toBe(false)
    expect(commits(repository)).toBe(count)
  }, 300_000)
})
