import {spawnSync} from 'node:child_process'
import {cpSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {writeFiles} from '../files-on-disk.ts'
import {episodeFile, showFile, temporaryShow} from '../temporary-show.ts'
import {after, before, hourly, inRepository, publishedShow} from './show-in-repository.ts'
import {newWorld} from './workflow-world.ts'

/** Debian's `rsync`; without it that test is skipped. */
const hasRsync = spawnSync('rsync', ['--version']).status === 0

describe('the deployment of other hosts', () => {
  it.each([
    ['netlify', /^npx --yes netlify-cli@[\d.]+ deploy --prod --no-build --dir=\S+\/site$/],
    ['cloudflare-pages', /^npx --yes wrangler@[\d.]+ pages deploy \S+\/site --project-name= --branch=main/],
    ['s3', /^castwright deploy output --to s3:\/\/trial$/],
  ] as const)('%s is called with the output', async (host, call) => {
    const show = await publishedShow(host)
    expect(show.run('publish', 'push', before).failed).toBeUndefined()
    expect(show.world.calls().filter((each) => call.test(each))).toHaveLength(1)
  })
})

describe('a show below a path of its address', () => {
  it.each(['netlify', 'cloudflare-pages'] as const)(
    'lies there on %s, and the files of the host at the root',
    async (host) => {
      const show = await publishedShow(host, {
        'show.yaml': showFile('site_url: https://trial.example/some/nt/'),
        '001-dawn.md': episodeFile('dawn', ['date: 2026-01-01', 'aliases: [/old/]']),
      })
      const {failed, log} = show.run('publish', 'push', before)
      expect(failed, log).toBeUndefined()
      const [call = ''] = show.world.calls().filter((each) => each.startsWith('npx'))
      const site = /(\S+\/site)(?: |$)/.exec(call)?.[1]?.replace('--dir=', '') ?? ''
      expect(readdirSync(site).sort()).toEqual(['_headers', '_redirects', 'some'])
      expect(readdirSync(join(site, 'some/nt'))).toContain('feed.xml')
      expect(readFileSync(join(site, '_redirects'), 'utf8')).toContain('/some/nt/old')
    },
  )
})

describe('rsync', () => {
  it.skipIf(!hasRsync)('brings the output to the server, and deletes what is gone', async () => {
    const show = await publishedShow('rsync')
    const {failed, log} = show.run('publish', 'push', before)
    expect(failed, log).toBeUndefined()
    expect(show.live()).toContain('feed.xml')
    expect(show.live().filter((path) => path.startsWith('.castwright'))).toEqual([])
    writeFiles(show.world.live, {'left-over.html': 'old'})
    expect(show.run('publish', 'schedule', after, hourly).failed).toBeUndefined()
    expect(show.liveText()).toContain('The Surprise')
    expect(show.live()).not.toContain('left-over.html')
  })
})

describe('our own workflow', () => {
  const text = readFileSync(join(import.meta.dirname, '../../.github/workflows/publish.yml'), 'utf8')

  it('publishes the example show in the same way, with the Castwright of the commit', () => {
    const clone = temporaryShow({})
    cpSync(join(import.meta.dirname, '../../episodes'), join(clone, 'episodes'), {
      recursive: true,
      filter: (path) => !path.includes('.castwright'),
    })
    rmSync(join(clone, 'show.yaml'))
    const show = inRepository(newWorld(), clone)
    const pushed = show.runText(text, {name: 'push', now: before})
    expect(pushed.failed, pushed.log).toBeUndefined()
    expect(show.live()).toContain('feed.xml')
    expect(show.world.calls().slice(0, 2)).toEqual(['npm run compile', 'npm link --ignore-scripts'])
    const scheduled = show.runText(text, {name: 'schedule', now: after, payload: hourly})
    expect(scheduled.steps).toContain('publish/Build')
    expect(scheduled.steps.filter((step) => /Deploy|record/.test(step))).toEqual([])
  })
})
