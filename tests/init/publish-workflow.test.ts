import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeEach, describe, expect, it} from 'vitest'
import {writeFiles} from '../files-on-disk.ts'
import {onlyInSeries} from '../series.ts'
import {episodeFile, showFile} from '../temporary-show.ts'
import {after, before, hourly, minute, newShow, publishedShow, type ShowInRepository} from './show-in-repository.ts'
import {git, newWorld, serve} from './workflow-world.ts'

let show: ShowInRepository

describe('the workflow that publishes', () => {
  beforeEach(async () => {
    show = await publishedShow('github-pages')
  })

  // One run after another, as they follow each other in life: each starts the program several times.
  it('deploys what is pushed, then an episode that became due, and tells the world of each once', {
    timeout: 120_000,
  }, () => {
    const told = () => show.world.calls().filter((call) => call.startsWith('castwright notify'))
    const pushed = show.run('publish', 'push', before)
    expect(pushed.failed, pushed.log).toBeUndefined()
    expect(pushed.steps.indexOf('publish/Tell the world')).toBe(pushed.steps.indexOf('publish/Deploy') + 1)
    expect(pushed.steps.some((step) => step.startsWith('record/'))).toBe(false)
    expect(show.live()).toContain('feed.xml')
    expect(show.live().filter((path) => path.startsWith('.'))).toEqual([])
    expect(show.liveText() + pushed.log + pushed.page).not.toMatch(/surprise/i)
    expect(pushed.page).toContain('| Waiting | 1, the next 2026-07-01 09:00 Europe/Berlin |')
    expect(show.world.calls()).toContainEqual(
      expect.stringMatching(/^npm install --global --ignore-scripts castwright@\d/),
    )
    expect(told()).toEqual(['castwright notify output --wait 300 --state .castwright/notified.json'])

    const due = show.run('publish', 'schedule', after, hourly)
    expect(due.failed, due.log).toBeUndefined()
    expect(due.steps).toContain('publish/Deploy')
    expect(show.liveText()).toContain('The Surprise')
    expect(due.page).toContain('New: [The Surprise]')
    expect(show.lockInRemote()).toContain('"slug":"002-surprise"')
    expect(git(show.world.remote, 'log', '-1', '--format=%an: %s', 'main')).toBe(
      'github-actions[bot]: Record what was published',
    )
    expect(told()).toHaveLength(2)

    // The next one has nothing left to do.
    const idle = show.run('publish', 'schedule', after, hourly)
    expect(idle.steps.filter((step) => /Deploy|Tell|record/.test(step))).toEqual([])
    expect(told()).toHaveLength(2)
  })

  onlyInSeries('deploys nothing on a schedule with nothing due', () => {
    show.run('publish', 'push', before)
    const {steps, failed} = show.run('publish', 'schedule', '2026-06-30T05:23:00Z', hourly)
    expect(failed).toBeUndefined()
    expect(steps).toContain('publish/Build')
    expect(steps).not.toContain('publish/Deploy')
    expect(steps.some((step) => /^(?:record|keep-alive)/.test(step))).toBe(false)
  })

  onlyInSeries('waits for an episode that is nearly due, and is then out at its minute', () => {
    const nearly = new Date(Date.parse(minute) - 300).toISOString()
    const {log} = show.run('publish', 'schedule', nearly, hourly)
    expect(log).toContain('The next episode is due 2026-07-01T07:00:00Z')
  })

  onlyInSeries('tries again what could not be deployed', () => {
    const publish = join(show.clone, '.github/workflows/publish.yml')
    const text = readFileSync(publish, 'utf8')
    writeFileSync(publish, text.replace(/- name: Deploy\n(.*\n)*?.*uses: .*/, '- name: Deploy\n        run: exit 1'))
    expect(show.run('publish', 'push', before).failed).toBe('publish/Deploy')
    writeFileSync(publish, text)
    expect(show.run('publish', 'schedule', before, hourly).steps).toContain('publish/Deploy')
  })

  onlyInSeries('deploys nothing when the check fails', () => {
    show.run('publish', 'push', before)
    const was = show.liveText()
    writeFiles(show.clone, {'003-broken.md': '---\ntitle: Broken\ndate: someday\n---\n'})
    show.push()
    const {steps, failed, log} = show.run('publish', 'push', after)
    expect(failed).toBe('publish/Check')
    expect(log).toMatch(/::error file=003-broken\.md,line=3/)
    expect(steps).not.toContain('publish/Deploy')
    expect(show.liveText()).toBe(was)
  })

  onlyInSeries('deploys nothing that would lose an episode', () => {
    show.run('publish', 'push', before)
    const was = show.liveText()
    git(show.clone, 'rm', '--quiet', '001-dawn.md')
    show.push()
    expect(show.run('publish', 'push', before).failed).toBe('publish/Check')
    expect(show.liveText()).toBe(was)
  })

  onlyInSeries('publishes no other branch, also by hand', () => {
    const text = readFileSync(join(show.clone, '.github/workflows/publish.yml'), 'utf8')
    const event = {name: 'workflow_dispatch', now: before} as const
    expect(show.runText(text, {...event, branch: 'draft'}).steps).toEqual([])
    expect(show.runText(text, event).steps).toContain('publish/Deploy')
  })

  onlyInSeries('keeps its own schedule alive', () => {
    show.run('publish', 'schedule', before, {schedule: '41 5 1,15 * *'})
    expect(show.world.calls()).toContain('gh api --method PUT repos/kim/trial/actions/workflows/publish.yml/enable')
  })
})

describe('the workflow of a show that was never built before', () => {
  it('publishes it, commits the first lock, and stops if that lock is lost', async () => {
    const world = newWorld()
    const site = await serve(world.live)
    const show = await newShow('github-pages', world, {
      'show.yaml': showFile(`site_url: ${site}`),
      '001-dawn.md': episodeFile('dawn', ['date: 2026-01-01']),
    })
    const {steps, failed, log} = show.run('publish', 'push', before)
    expect(failed, log).toBeUndefined()
    expect(steps).toContain('publish/Deploy')
    expect(show.lockInRemote()).toContain('"slug":"001-dawn"')

    // Somebody forces a branch without the lock, and there is no cache any more: nothing but the live feed knows of the lock.
    writeFiles(show.clone, {'002-noon.md': episodeFile('noon', ['date: 2026-01-08'])})
    show.push()
    show.world.caches.splice(0)
    const again = show.run('publish', 'push', before)
    expect(again.failed).toBe('publish/Build')
    expect(again.log).toContain(`${site}feed.xml is live: listeners may get every episode again`)
    expect(again.log).toContain(`castwright adopt --feed ${site}feed.xml`)
  })
})
