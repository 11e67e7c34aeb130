import {spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeEach, describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {type InitHostName, init} from '../../src/index.ts'
import {build} from '../../src/uses/build.ts'
import {writeFiles} from '../files-on-disk.ts'
import {onlyInSeries} from '../series.ts'
import {episodeFile, showFile, temporaryShow} from '../temporary-show.ts'
import {type Event, type Run, runWorkflow} from './run-workflow.ts'
import {git, newWorld, push, serve, stepEnvironment, type World} from './workflow-world.ts'

/** Debian's `rsync`; without it that test is skipped. */
const hasRsync = spawnSync('rsync', ['--version']).status === 0

const before = '2026-06-30T00:00:00Z'
const minute = '2026-07-01T07:00:00Z'
const after = '2026-07-01T08:23:00Z'

let world: World
let clone: string
let sha: string

/** A show whose second episode is due in summer, committed with its lock and the workflows of `host`, in a bare repository. */
async function publishedShow(host: InitHostName): Promise<void> {
  world = newWorld()
  clone = temporaryShow({
    'show.yaml': showFile('timezone: Europe/Berlin'),
    '001-dawn.md': episodeFile('dawn', ['date: 2026-01-01']),
    '002-surprise.md': episodeFile('surprise', ['title: The Surprise', 'date: 2026-07-01 09:00']),
    '.gitignore': '/output/\n.castwright/\n',
  })
  await init(clone, {host, now: new Date(before)})
  await build(clone, join(clone, 'output'), {now: new Date(before)})
  sha = push(world, clone)
}

function run(file: 'publish' | 'preview', name: Event['name'], now: string, payload: Event['payload'] = {}): Run {
  const text = readFileSync(join(clone, `.github/workflows/${file}.yml`), 'utf8')
  return runWorkflow(world, text, {name, sha, now, payload})
}

const hourly = {schedule: '23 * * * *'}
const live = () => readdirSync(world.live, {recursive: true}).map(String).sort()
const liveText = () =>
  readdirSync(world.live, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')
const lockInRemote = () => git(world.remote, 'show', 'main:castwright.lock.json')

describe('the workflow that publishes', () => {
  beforeEach(() => publishedShow('github-pages'))

  // One run after another, as they follow each other in life: each starts the program several times.
  it('deploys what is pushed, then an episode that became due, and tells the world of each once', {
    timeout: 120_000,
  }, () => {
    const told = () => world.calls().filter((call) => call.startsWith('castwright notify'))
    const pushed = run('publish', 'push', before)
    expect(pushed.failed, pushed.log).toBeUndefined()
    expect(pushed.steps.indexOf('publish/Tell the world')).toBe(pushed.steps.indexOf('publish/Deploy') + 1)
    expect(pushed.steps.some((step) => step.startsWith('record/'))).toBe(false)
    expect(live()).toContain('feed.xml')
    expect(live().filter((path) => path.startsWith('.'))).toEqual([])
    expect(liveText() + pushed.log + pushed.page).not.toMatch(/surprise/i)
    expect(pushed.page).toContain('| Waiting | 1, the next 2026-07-01 09:00 Europe/Berlin |')
    expect(world.calls()).toContainEqual(expect.stringMatching(/^npm install --global --ignore-scripts castwright@\d/))
    expect(told()).toEqual(['castwright notify output --wait 300 --state .castwright/notified.json'])

    const due = run('publish', 'schedule', after, hourly)
    expect(due.failed, due.log).toBeUndefined()
    expect(due.steps).toContain('publish/Deploy')
    expect(liveText()).toContain('The Surprise')
    expect(due.page).toContain('New: [The Surprise]')
    expect(lockInRemote()).toContain('"slug":"002-surprise"')
    expect(git(world.remote, 'log', '-1', '--format=%an: %s', 'main')).toBe(
      'github-actions[bot]: Record what was published',
    )
    expect(told()).toHaveLength(2)

    // The next one has nothing left to do.
    const idle = run('publish', 'schedule', after, hourly)
    expect(idle.steps.filter((step) => /Deploy|Tell|record/.test(step))).toEqual([])
    expect(told()).toHaveLength(2)
  })

  onlyInSeries('deploys nothing on a schedule with nothing due', () => {
    run('publish', 'push', before)
    const {steps, failed} = run('publish', 'schedule', '2026-06-30T05:23:00Z', hourly)
    expect(failed).toBeUndefined()
    expect(steps).toContain('publish/Build')
    expect(steps).not.toContain('publish/Deploy')
    expect(steps.some((step) => /^(?:record|keep-alive)/.test(step))).toBe(false)
  })

  onlyInSeries('waits for an episode that is nearly due, and is then out at its minute', () => {
    const nearly = new Date(Date.parse(minute) - 300).toISOString()
    const {log} = run('publish', 'schedule', nearly, hourly)
    expect(log).toContain('The next episode is due 2026-07-01T07:00:00Z')
  })

  onlyInSeries('tries again what could not be deployed', () => {
    const publish = join(clone, '.github/workflows/publish.yml')
    const text = readFileSync(publish, 'utf8')
    writeFileSync(publish, text.replace(/- name: Deploy\n(.*\n)*?.*uses: .*/, '- name: Deploy\n        run: exit 1'))
    expect(run('publish', 'push', before).failed).toBe('publish/Deploy')
    writeFileSync(publish, text)
    expect(run('publish', 'schedule', before, hourly).steps).toContain('publish/Deploy')
  })

  onlyInSeries('deploys nothing when the check fails', () => {
    run('publish', 'push', before)
    const was = liveText()
    writeFiles(clone, {'003-broken.md': '---\ntitle: Broken\ndate: someday\n---\n'})
    sha = push(world, clone)
    const {steps, failed, log} = run('publish', 'push', after)
    expect(failed).toBe('publish/Check')
    expect(log).toMatch(/::error file=003-broken\.md,line=3/)
    expect(steps).not.toContain('publish/Deploy')
    expect(liveText()).toBe(was)
  })

  onlyInSeries('deploys nothing that would lose an episode', () => {
    run('publish', 'push', before)
    const was = liveText()
    git(clone, 'rm', '--quiet', '001-dawn.md')
    sha = push(world, clone)
    expect(run('publish', 'push', before).failed).toBe('publish/Check')
    expect(liveText()).toBe(was)
  })

  onlyInSeries('publishes no other branch, also by hand', () => {
    const text = readFileSync(join(clone, '.github/workflows/publish.yml'), 'utf8')
    const event = {name: 'workflow_dispatch', sha, now: before} as const
    expect(runWorkflow(world, text, {...event, branch: 'draft'}).steps).toEqual([])
    expect(runWorkflow(world, text, event).steps).toContain('publish/Deploy')
  })

  onlyInSeries('keeps its own schedule alive', () => {
    run('publish', 'schedule', before, {schedule: '41 5 1,15 * *'})
    expect(world.calls()).toContain('gh api --method PUT repos/kim/trial/actions/workflows/publish.yml/enable')
  })
})

describe('the workflow of a show that was never built before', () => {
  it('publishes it, commits the first lock, and stops if that lock is lost', async () => {
    world = newWorld()
    const site = await serve(world.live)
    clone = temporaryShow({
      'show.yaml': showFile(`site_url: ${site}`),
      '001-dawn.md': episodeFile('dawn', ['date: 2026-01-01']),
      '.gitignore': '/output/\n.castwright/\n',
    })
    await init(clone, {host: 'github-pages', now: new Date(before)})
    sha = push(world, clone)
    const {steps, failed, log} = run('publish', 'push', before)
    expect(failed, log).toBeUndefined()
    expect(steps).toContain('publish/Deploy')
    expect(lockInRemote()).toContain('"slug":"001-dawn"')

    // Somebody forces a branch without the lock, and there is no cache any more: nothing but the live feed knows of the lock.
    writeFiles(clone, {'002-noon.md': episodeFile('noon', ['date: 2026-01-08'])})
    sha = push(world, clone)
    world.caches.splice(0)
    const again = run('publish', 'push', before)
    expect(again.failed).toBe('publish/Build')
    expect(again.log).toContain(`${site}feed.xml is live: listeners may get every episode again`)
    expect(again.log).toContain(`castwright adopt --feed ${site}feed.xml`)
  })
})

describe('the workflow for pull requests', () => {
  beforeEach(() => publishedShow('github-pages'))

  function propose(edit: () => void, repository = 'kim/trial'): Run {
    const base = sha
    edit()
    sha = push(world, clone, 'change')
    return run('preview', 'pull_request', before, {
      pull_request: {number: 12, base: {sha: base}, head: {repo: {full_name: repository}}},
    })
  }

  const addNoon = () => writeFiles(clone, {'003-noon.md': episodeFile('noon', ['title: Noon', 'date: 2026-05-01'])})
  const comment = () => readFileSync(join(world.folder, 'calls.commented'), 'utf8')

  it('says in one comment what subscribers would see', () => {
    const {failed, log, page} = propose(addNoon)
    expect(failed, log).toBeUndefined()
    expect(comment()).toMatch(/^<!-- castwright -->\n[\s\S]*\| Noon \|/)
    expect(page).toContain('| Noon |')
    propose(() => writeFiles(clone, {'003-noon.md': episodeFile('noon', ['title: Noon again', 'date: 2026-05-01'])}))
    const posted = world.calls().filter((call) => call.includes('--method'))
    expect(posted).toEqual([
      expect.stringMatching(/^gh api --method POST repos\/kim\/trial\/issues\/12\/comments --field body=@/),
      expect.stringMatching(/^gh api --method PATCH repos\/kim\/trial\/issues\/comments\/7 --field body=@/),
    ])
  })

  onlyInSeries('does not try to comment for a fork, whose token may not', () => {
    const {failed, steps, page} = propose(addNoon, 'somebody/trial')
    expect(failed).toBeUndefined()
    expect(steps).not.toContain('preview/Comment')
    expect(page).toContain('| Noon |')
  })

  onlyInSeries('fails where the merge would lose an episode', () => {
    expect(propose(() => git(clone, 'rm', '--quiet', '001-dawn.md')).failed).toBe('preview/Check')
  })
})

describe('the deployment of other hosts', () => {
  onlyInSeries.each([
    ['netlify', /^npx --yes netlify-cli@[\d.]+ deploy --prod --no-build --dir=\S+\/site$/],
    ['cloudflare-pages', /^npx --yes wrangler@[\d.]+ pages deploy \S+\/site --project-name= --branch=main/],
    ['s3', /^castwright deploy output --to s3:\/\/trial$/],
  ] as const)('%s is called with the output', async (host, call) => {
    await publishedShow(host)
    expect(run('publish', 'push', before).failed).toBeUndefined()
    expect(world.calls().filter((each) => call.test(each))).toHaveLength(1)
  })
})

describe('a show below a path of its address', () => {
  it.each(['netlify', 'cloudflare-pages'] as const)(
    'lies there on %s, and the files of the host at the root',
    async (host) => {
      world = newWorld()
      clone = temporaryShow({
        'show.yaml': showFile('site_url: https://trial.example/some/nt/'),
        '001-dawn.md': episodeFile('dawn', ['date: 2026-01-01', 'aliases: [/old/]']),
        '.gitignore': '/output/\n.castwright/\n',
      })
      await init(clone, {host, now: new Date(before)})
      await build(clone, join(clone, 'output'), {now: new Date(before)})
      sha = push(world, clone)
      const {failed, log} = run('publish', 'push', before)
      expect(failed, log).toBeUndefined()
      const [call = ''] = world.calls().filter((each) => each.startsWith('npx'))
      const site = /(\S+\/site)(?: |$)/.exec(call)?.[1]?.replace('--dir=', '') ?? ''
      expect(readdirSync(site).sort()).toEqual(['_headers', '_redirects', 'some'])
      expect(readdirSync(join(site, 'some/nt'))).toContain('feed.xml')
      expect(readFileSync(join(site, '_redirects'), 'utf8')).toContain('/some/nt/old')
    },
  )
})

describe('rsync', () => {
  it.skipIf(!hasRsync)('brings the output to the server, and deletes what is gone', async () => {
    await publishedShow('rsync')
    const {failed, log} = run('publish', 'push', before)
    expect(failed, log).toBeUndefined()
    expect(live()).toContain('feed.xml')
    expect(live().filter((path) => path.startsWith('.castwright'))).toEqual([])
    writeFiles(world.live, {'left-over.html': 'old'})
    expect(run('publish', 'schedule', after, hourly).failed).toBeUndefined()
    expect(liveText()).toContain('The Surprise')
    expect(live()).not.toContain('left-over.html')
  })
})

describe('our own workflow', () => {
  const text = readFileSync(join(import.meta.dirname, '../../.github/workflows/publish.yml'), 'utf8')

  onlyInSeries('publishes the example show in the same way, with the Castwright of the commit', () => {
    world = newWorld()
    clone = temporaryShow({})
    cpSync(join(import.meta.dirname, '../../episodes'), join(clone, 'episodes'), {
      recursive: true,
      filter: (path) => !path.includes('.castwright'),
    })
    rmSync(join(clone, 'show.yaml'))
    sha = push(world, clone)
    const pushed = runWorkflow(world, text, {name: 'push', sha, now: before})
    expect(pushed.failed, pushed.log).toBeUndefined()
    expect(live()).toContain('feed.xml')
    expect(world.calls().slice(0, 2)).toEqual(['npm run compile', 'npm link --ignore-scripts'])
    const scheduled = runWorkflow(world, text, {name: 'schedule', sha, now: after, payload: hourly})
    expect(scheduled.steps).toContain('publish/Build')
    expect(scheduled.steps.filter((step) => /Deploy|record/.test(step))).toEqual([])
  })
})

describe('the pipeline for GitLab', () => {
  type Pipeline = Readonly<Record<'pages' | 'preview', {readonly script: readonly string[]}>> & {
    readonly default: {readonly before_script: readonly string[]}
  }

  /** Runs the script of a job in a clean clone, as a runner does; the value is what `public` or the log holds. */
  function runJob(job: 'pages' | 'preview', now: string, source: string, branch = 'main') {
    const pipeline: Pipeline = parse(readFileSync(join(clone, '.gitlab-ci.yml'), 'utf8'))
    const workspace = mkdtempSync(join(world.folder, 'job-'))
    git(workspace, 'clone', '--quiet', '--branch', branch, world.remote, '.')
    const script = [...pipeline.default.before_script, ...pipeline[job].script].join('\n')
    // The address that a job pushes to is that of the bare repository here.
    writeFileSync(
      join(world.folder, 'home/gitconfig'),
      `[url "${world.remote}"]\n  insteadOf = https://castwright:secret@gitlab.example/kim/trial.git\n[receive]\n  advertisePushOptions = true\n`,
    )
    git(world.remote, 'config', 'receive.advertisePushOptions', 'true')
    const {status, stdout, stderr} = spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
      cwd: workspace,
      encoding: 'utf8',
      env: {
        ...stepEnvironment(world, now),
        CI_PIPELINE_SOURCE: source,
        CI_DEFAULT_BRANCH: 'main',
        CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
        CI_SERVER_HOST: 'gitlab.example',
        CI_PROJECT_PATH: 'kim/trial',
        ...(job === 'pages' ? {CASTWRIGHT_TOKEN: 'secret'} : {}),
      },
    })
    const feed = join(workspace, 'public/feed.xml')
    return {status, log: stdout + stderr, feed: existsSync(feed) ? readFileSync(feed, 'utf8') : ''}
  }

  beforeEach(() => publishedShow('gitlab-pages'))

  it('publishes what is due, and records it', () => {
    const pushed = runJob('pages', before, 'push')
    expect(pushed.status, pushed.log).toBe(0)
    expect(pushed.feed).toContain('<title>dawn</title>')
    expect(pushed.feed).not.toContain('The Surprise')
    expect(lockInRemote()).not.toContain('surprise')
    const scheduled = runJob('pages', after, 'schedule')
    expect(scheduled.status, scheduled.log).toBe(0)
    expect(scheduled.feed).toContain('The Surprise')
    expect(lockInRemote()).toContain('"slug":"002-surprise"')
    expect(git(world.remote, 'log', '-1', '--format=%s', 'main')).toBe('Record what was published')
  })

  onlyInSeries('publishes nothing when the check fails', () => {
    writeFiles(clone, {'003-broken.md': '---\ntitle: Broken\ndate: someday\n---\n'})
    push(world, clone)
    expect(runJob('pages', before, 'push')).toMatchObject({status: 1, feed: ''})
  })

  onlyInSeries('compares a merge request with its target', () => {
    writeFiles(clone, {'003-noon.md': episodeFile('noon', ['title: Noon', 'date: 2026-05-01'])})
    push(world, clone, 'change')
    const {status, log} = runJob('preview', before, 'merge_request_event', 'change')
    expect(status, log).toBe(0)
    expect(log).toContain('| Noon |')
  })
})
