import {spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeEach, describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {writeFiles} from '../files-on-disk.ts'
import {episodeFile} from '../temporary-show.ts'
import {after, before, publishedShow, type ShowInRepository} from './show-in-repository.ts'
import {git, stepEnvironment} from './workflow-world.ts'

let show: ShowInRepository

describe('the pipeline for GitLab', () => {
  type Job = {readonly script: readonly string[]; readonly cache?: {readonly paths: readonly string[]}}
  type Pipeline = Readonly<Record<'pages' | 'preview', Job>> & {
    readonly default: {readonly before_script: readonly string[]}
  }

  /** What the last run of a job put into the cache. */
  let cached: string | undefined

  /** Runs the script of a job in a clean clone with its cache, as a runner does; the value is what `public` or the log holds. */
  function runJob(job: 'pages' | 'preview', now: string, source: string, branch = 'main') {
    const pipeline: Pipeline = parse(readFileSync(join(show.clone, '.gitlab-ci.yml'), 'utf8'))
    const workspace = mkdtempSync(join(show.world.folder, 'job-'))
    git(workspace, 'clone', '--quiet', '--branch', branch, show.world.remote, '.')
    const {paths = []} = pipeline[job].cache ?? {}
    const carry = (from: string, to: string) => {
      for (const path of paths.filter((each) => existsSync(join(from, each))))
        cpSync(join(from, path), join(to, path), {recursive: true, preserveTimestamps: true})
    }
    if (cached !== undefined) carry(cached, workspace)
    const script = [...pipeline.default.before_script, ...pipeline[job].script].join('\n')
    // The address that a job pushes to is that of the bare repository here.
    writeFileSync(
      join(show.world.folder, 'home/gitconfig'),
      `[url "${show.world.remote}"]\n  insteadOf = https://castwright:secret@gitlab.example/kim/trial.git\n[receive]\n  advertisePushOptions = true\n`,
    )
    git(show.world.remote, 'config', 'receive.advertisePushOptions', 'true')
    const {status, stdout, stderr} = spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
      cwd: workspace,
      encoding: 'utf8',
      env: {
        ...stepEnvironment(show.world, now),
        CI_PIPELINE_SOURCE: source,
        CI_DEFAULT_BRANCH: 'main',
        CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
        CI_SERVER_HOST: 'gitlab.example',
        CI_PROJECT_PATH: 'kim/trial',
        ...(job === 'pages' ? {CASTWRIGHT_TOKEN: 'secret'} : {}),
      },
    })
    if (status === 0 && paths.length > 0) {
      cached = mkdtempSync(join(show.world.folder, 'cache-'))
      carry(workspace, cached)
    }
    const feed = join(workspace, 'public/feed.xml')
    return {status, log: stdout + stderr, feed: existsSync(feed) ? readFileSync(feed, 'utf8') : ''}
  }

  beforeEach(async () => {
    cached = undefined
    show = await publishedShow('gitlab-pages')
  })

  it('publishes what is due, and records it', () => {
    const pushed = runJob('pages', before, 'push')
    expect(pushed.status, pushed.log).toBe(0)
    expect(pushed.feed).toContain('<title>dawn</title>')
    expect(pushed.feed).not.toContain('The Surprise')
    expect(show.lockInRemote()).not.toContain('surprise')
    const scheduled = runJob('pages', after, 'schedule')
    expect(scheduled.status, scheduled.log).toBe(0)
    expect(scheduled.feed).toContain('The Surprise')
    expect(show.lockInRemote()).toContain('"slug":"002-surprise"')
    expect(git(show.world.remote, 'log', '-1', '--format=%s', 'main')).toBe('Record what was published')
  })

  it('makes nothing again that is in the cache', () => {
    expect(runJob('pages', before, 'push').log).toMatch(/1 episode/)
    const again = runJob('pages', before, 'push')
    expect(again.status, again.log).toBe(0)
    // The job builds twice: first with a frozen lock.
    expect(again.log.match(/\d+ files? written/g)).toEqual(['0 files written', '0 files written'])
    expect(again.feed).toContain('<title>dawn</title>')
  })

  it('publishes nothing when the check fails', () => {
    writeFiles(show.clone, {'003-broken.md': '---\ntitle: Broken\ndate: someday\n---\n'})
    show.push()
    expect(runJob('pages', before, 'push')).toMatchObject({status: 1, feed: ''})
  })

  it('compares a merge request with its target', () => {
    writeFiles(show.clone, {'003-noon.md': episodeFile('noon', ['title: Noon', 'date: 2026-05-01'])})
    show.push('change')
    const {status, log} = runJob('preview', before, 'merge_request_event', 'change')
    expect(status, log).toBe(0)
    expect(log).toContain('| Noon |')
  })
})
