import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeEach, describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {importShow, init} from '../../src/index.ts'
import {writeFiles} from '../files-on-disk.ts'
import {type Event, type Run, runWorkflow} from './run-workflow.ts'
import {git, newWorld, push, serve, stepEnvironment, type World} from './workflow-world.ts'

/** A copy of a host's feed that says more, on a schedule: the workflow is run in real clones, against servers on this machine. */

const now = '2026-06-01T00:23:00Z'

type Item = {readonly guid: string; readonly title: string; readonly day: number; readonly more?: string}

const item = ({guid, title, day, more = ''}: Item) => `<item><title>${title}</title>
  <guid isPermaLink="false">${guid}</guid><pubDate>${new Date(Date.UTC(2026, 0, day)).toUTCString()}</pubDate>
  <enclosure url="https://media.host.example/${guid}.mp3?src=feed&amp;x=1" length="5000000" type="audio/mpeg"/>
  <description><![CDATA[<p>What happened on the way.</p>]]></description>${more}</item>`

function feed(items: readonly Item[], more = ''): string {
  return `<?xml version="1.0"?><rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
    xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Night Trains</title>
    <link>https://host.example/night-trains</link><language>en</language><description>Trains.</description>
    <itunes:author>Mara Winter</itunes:author><itunes:explicit>false</itunes:explicit>
    <itunes:category text="Arts"/>${more}${items.map(item).join('\n')}</channel></rss>`
}

const first = {guid: 'a-1', title: 'First light', day: 20}
const second = {guid: 'a-2', title: 'Second', day: 27}
const third = {guid: 'a-3', title: 'Third', day: 31}

let world: World
let clone: string
let host: string
let sha: string

/** The copy as its author commits it at first: two episodes of the host, one with a transcript and a guest. */
async function publishedCopy(automation: 'github-pages' | 'gitlab-pages'): Promise<void> {
  world = newWorld()
  host = join(world.folder, 'host')
  clone = join(world.folder, 'clone')
  mkdirSync(host)
  writeFileSync(join(host, 'feed.xml'), feed([second, first]))
  const [hostUrl, siteUrl] = [await serve(host), await serve(world.live)]
  const outcome = await importShow(`${hostUrl}feed.xml`, clone, {only: 'enrich', siteUrl, allowPrivate: true})
  expect(outcome.problems.filter(({severity}) => severity === 'error')).toEqual([])
  const file = readdirSync(clone).find((name) => name.endsWith('first-light.md')) ?? ''
  const text = readFileSync(join(clone, file), 'utf8')
  writeFiles(clone, {
    [file]: text.replace('---\n\n', 'people: [{name: Jo Lund, role: guest}]\n---\n\n'),
    [file.replace(/md$/, 'vtt')]: 'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Jo Lund>The first train.\n',
  })
  await init(clone, {host: automation, now: new Date(now)})
  sha = push(world, clone)
}

function run(name: Event['name'] = 'schedule'): Run {
  const text = readFileSync(join(clone, '.github/workflows/publish.yml'), 'utf8')
  return runWorkflow(world, text, {name, sha, now, payload: {schedule: '23 * * * *'}})
}

const liveFeed = () => readFileSync(join(world.live, 'feed.xml'), 'utf8')
const inRemote = () => git(world.remote, 'ls-tree', '--name-only', 'main').split('\n')
const log = () => git(world.remote, 'log', '--format=%an: %s', 'main').split('\n')
const hostSays = (text: string) => writeFileSync(join(host, 'feed.xml'), text)

describe('the workflow of a copy', () => {
  beforeEach(() => publishedCopy('github-pages'))

  it('publishes what the host has and the author has added, and commits what is new', () => {
    const {steps, failed, log: output} = run('push')
    expect(failed, output).toBeUndefined()
    expect(steps.indexOf('publish/Bring what the host has')).toBeLessThan(steps.indexOf('publish/Check'))
    expect(liveFeed()).toContain('url="https://media.host.example/a-1.mp3?src=feed&amp;x=1"')
    expect(liveFeed()).toContain('<guid isPermaLink="false">a-1</guid>')
    expect(liveFeed()).toContain('>Jo Lund</podcast:person>')
    expect(liveFeed()).toMatch(/<podcast:transcript url="[^"]+\.vtt"/)
    expect(liveFeed()).not.toContain('new-feed-url')
    expect(inRemote()).toContain('castwright.lock.json')

    hostSays(feed([third, {...second, title: 'The second'}, first]))
    const next = run()
    expect(next.failed, next.log).toBeUndefined()
    expect(liveFeed()).toMatch(/<title>Third<[\s\S]*<title>The second<[\s\S]*<title>First light</)
    expect(liveFeed()).toContain('>Jo Lund</podcast:person>')
    expect(log()[0]).toBe('github-actions[bot]: Bring what the host has published')
    expect(inRemote()).toContain('2026-01-31-third.md')
    expect(inRemote().filter((path) => /^(?:output|\.castwright|host\.tar)/.test(path))).toEqual([])
    // The next one has nothing left to do.
    expect(run().steps.filter((step) => /Deploy|record|host\/|upload-artifact/.test(step))).toEqual([])
  })

  it('leaves everything as it was where the host is down or answers rubbish, publishes what the author adds, and turns red', () => {
    run('push')
    const was = [liveFeed(), git(world.remote, 'rev-parse', 'main')]
    const whole = feed([third, second, first])
    const answers = ['<html><body>Sorry</body></html>', whole.slice(0, -400), feed([]), feed([{...third, guid: 'z-9'}])]
    for (const answer of answers) {
      hostSays(answer)
      const {failed, log: output, steps} = run()
      expect(failed, answer).toMatch(/^host\//)
      expect(output).toMatch(/::error.*(?:is a web page, and no feed|ends in the middle|has no episodes|none of the 2)/)
      expect(steps).toContain('publish/Build')
      expect([liveFeed(), git(world.remote, 'rev-parse', 'main')]).toEqual(was)
    }
    rmSync(join(host, 'feed.xml'))
    git(clone, 'pull', '--quiet', world.remote, 'main')
    const file = readdirSync(clone).find((name) => name.endsWith('second.md')) ?? ''
    writeFiles(clone, {[file.replace(/md$/, 'srt')]: '1\n00:00:01,000 --> 00:00:04,000\nGood evening.\n'})
    sha = push(world, clone)
    expect(run('push').failed).toMatch(/^host\//)
    expect(liveFeed().match(/<podcast:transcript [^>]+vtt"/g)).toHaveLength(2)
  })

  it('says which episode the host has taken out, and keeps it', () => {
    run('push')
    hostSays(feed([third, second]))
    const {failed, log: output} = run()
    expect(failed, output).toBeUndefined()
    expect(output).toContain('first-light.md any more')
    expect(liveFeed()).toMatch(/<title>Third<[\s\S]*<title>First light</)
    expect(run().log).not.toContain('first-light.md any more')
  })

  it('does not take itself for its host where the host sends everybody to the copy', () => {
    run('push')
    const record = JSON.parse(readFileSync(join(clone, 'castwright.import.json'), 'utf8'))
    const workflow = join(clone, '.github/workflows/publish.yml')
    const site = /site_url: (\S+)/.exec(readFileSync(join(clone, 'show.yaml'), 'utf8'))?.[1]
    writeFileSync(workflow, readFileSync(workflow, 'utf8').replaceAll(record.source, `${site}feed.xml`))
    const {failed, log: output} = run()
    expect(failed).toMatch(/^host\//)
    expect(output).toContain('is the feed of this very copy')
  })
})

describe('the workflow that brings what hosts have into a network', () => {
  it('commits it for each show that is a copy, and one host that is down keeps nobody from the others', async () => {
    world = newWorld()
    clone = join(world.folder, 'clone')
    host = join(world.folder, 'host')
    mkdirSync(host)
    const [hostUrl, siteUrl] = [await serve(host), await serve(world.live)]
    for (const name of ['boats', 'trains']) {
      writeFileSync(join(host, `${name}.xml`), feed([first]).replaceAll('a-1', `${name}-1`))
      const folder = join(clone, 'nets', name)
      const brought = await importShow(`${hostUrl}${name}.xml`, folder, {
        only: 'enrich',
        siteUrl: `${siteUrl}${name}/`,
        allowPrivate: true,
      })
      expect(brought.ok).toBe(true)
    }
    writeFiles(clone, {
      'nets/network.yaml': `title: All Waves\nsite_url: ${siteUrl}\nguid: 0d5a3d0e-5b69-5e0c-8f2c-6d1b8a7f9e29\n`,
      'nets/trams/show.yaml': 'title: Trams\n',
    })
    git(clone, 'init', '--quiet', '--initial-branch=main')
    const made = await init(join(clone, 'nets'), {host: 'github-pages', now: new Date(now)})
    expect(made.ok && made.value.toDo.join()).not.toContain('castwright import')
    sha = push(world, clone)
    const bring = () => {
      const text = readFileSync(join(clone, '.github/workflows/bring-nets.yml'), 'utf8')
      return runWorkflow(world, text, {name: 'schedule', sha, now, payload: {schedule: '8 * * * *'}})
    }
    const nothing = bring()
    expect([nothing.failed, nothing.steps.filter((step) => step.startsWith('record/'))]).toEqual([undefined, []])
    writeFileSync(join(host, 'trains.xml'), feed([second, first]).replaceAll('a-1', 'trains-1'))
    rmSync(join(host, 'boats.xml'))
    const {failed, log: output} = bring()
    expect(failed, output).toMatch(/^host\//)
    expect(log()[0]).toBe('github-actions[bot]: Bring what the host has published')
    const names = git(world.remote, 'ls-tree', '-r', '--name-only', 'main').split('\n')
    expect(names).toContain('nets/trains/2026-01-27-second.md')
    expect(names.filter((name) => name.startsWith('nets/boats/') && name.endsWith('.md'))).toHaveLength(1)
  })
})

describe('the pipeline of a copy on GitLab', () => {
  beforeEach(() => publishedCopy('gitlab-pages'))

  it('brings what the host has, and commits it', () => {
    const pages = () => {
      const pipeline = parse(readFileSync(join(clone, '.gitlab-ci.yml'), 'utf8'))
      const workspace = mkdtempSync(join(world.folder, 'job-'))
      git(workspace, 'clone', '--quiet', world.remote, '.')
      const config = `[url "${world.remote}"]\n  insteadOf = https://castwright:secret@gitlab.example/kim/trial.git\n`
      writeFileSync(join(world.folder, 'home/gitconfig'), `${config}[receive]\n  advertisePushOptions = true\n`)
      git(world.remote, 'config', 'receive.advertisePushOptions', 'true')
      const {status, stdout, stderr} = spawnSync('bash', ['-eo', 'pipefail', '-c', pipeline.pages.script.join('\n')], {
        cwd: workspace,
        encoding: 'utf8',
        env: {
          ...stepEnvironment(world, now),
          CI_PIPELINE_SOURCE: 'schedule',
          CI_DEFAULT_BRANCH: 'main',
          CI_SERVER_HOST: 'gitlab.example',
          CI_PROJECT_PATH: 'kim/trial',
          CASTWRIGHT_TOKEN: 'secret',
        },
      })
      const state = readFileSync(join(workspace, 'host.env'), 'utf8').trim()
      const feedFile = join(workspace, 'public/feed.xml')
      return {status, state, log: stdout + stderr, feed: existsSync(feedFile) ? readFileSync(feedFile, 'utf8') : ''}
    }
    hostSays(feed([third, second, first]))
    const scheduled = pages()
    expect(scheduled.status, scheduled.log).toBe(0)
    expect(scheduled.state).toBe('HOST_STATE=fine')
    expect(scheduled.feed).toContain('<title>Third</title>')
    expect(inRemote()).toContain('2026-01-31-third.md')
    expect(inRemote().filter((path) => /^(?:public|host\.env|\.castwright)/.test(path))).toEqual([])
    expect(log()[0]).toContain('Bring what the host has published')
    hostSays('Sorry')
    expect(pages()).toMatchObject({status: 0, state: 'HOST_STATE=failed', feed: scheduled.feed})
  })
})
