import {readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {episodeFile, showFile} from '../temporary-show.ts'
import {castwright, folderOf} from './castwright.ts'

const files = {
  'show.yaml': showFile('timezone: Europe/Berlin'),
  'dawn.md': episodeFile('dawn', ['title: "Dawn <b> | a `tale`"']),
  'secret.md': episodeFile('secret', ['title: The Secret', 'date: 2026-07-01 09:00']),
}

/** Runs a build as a step of a job does, and what the step told: its outputs as a runner reads them, and the page. */
async function step(folder: string, ...words: readonly string[]) {
  const [outputs, page] = [join(folder, 'outputs'), join(folder, 'page.md')]
  const env = {GITHUB_OUTPUT: outputs, GITHUB_STEP_SUMMARY: page}
  const {status} = await castwright(['build', ...words], {folder, env})
  return {status, outputs: readOutputs(readFileSync(outputs, 'utf8')), page: readFileSync(page, 'utf8')}
}

function readOutputs(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const [, name = '', , value = ''] of text.matchAll(/^(\w+)<<(\S+)\n([\s\S]*?)\n\2$/gm)) found[name] = value
  return found
}

describe('a job of GitHub Actions', () => {
  it('is told what changed, what is new and when the next episode is due, without its name', async () => {
    const {outputs, page} = await step(folderOf(files), '--now', '2026-06-01T00:00:00Z')
    expect(outputs).toEqual({
      changed: 'true',
      feeds: 'feed.xml\natom.xml\nfeed.json',
      published: 'dawn',
      next: '2026-07-01T07:00:00.000Z',
      lock: 'created',
      path: '/',
    })
    expect(page).toContain('## Trial Run: changed')
    expect(page).toContain('- New: [Dawn \\<b\\> \\| a \\`tale\\`](<https://trial.example/episodes/dawn/>)')
    expect(page).toContain('| Waiting | 1, the next 2026-07-01 09:00 Europe/Berlin |')
    expect(page).toMatch(/\| feed\.xml \| [\d.]+ kB \| changed \|/)
    expect(page).not.toMatch(/secret/i)
  })

  it('is told that nothing changed, and what a lock lacks that CI may not write', async () => {
    const folder = folderOf(files)
    await castwright(['build', '--now', '2026-06-01T00:00:00Z'], {folder})
    const again = await step(folder, '--frozen', '--now', '2026-06-02T00:00:00Z')
    expect(again.outputs).toMatchObject({changed: 'false', feeds: '', published: '', lock: 'unchanged'})
    const due = await step(folder, '--frozen', '--now', '2026-07-01T07:00:00Z')
    expect(due.outputs).toMatchObject({changed: 'true', published: 'secret', next: '', lock: 'behind'})
    expect(due.page).toContain('- New: [The Secret](<https://trial.example/episodes/secret/>)')
  })

  it('is told why nothing was published', async () => {
    const folder = folderOf({...files, 'broken.md': '---\ntitle: Broken\ndate: someday\n---\n'})
    const {status, outputs, page} = await step(folder)
    expect({status, outputs}).toEqual({status: 1, outputs: {changed: 'false'}})
    expect(page).toContain('## Nothing was published')
    expect(page).toMatch(/\| Error \| broken\.md:3 \| .*someday/)
  })

  it('that cannot be told is no reason to fail', async () => {
    const folder = folderOf(files)
    const ran = await castwright(['build'], {folder, env: {GITHUB_OUTPUT: join(folder, 'none/outputs')}})
    expect(ran).toMatchObject({status: 0, stderr: expect.stringContaining('cannot be written')})
  })

  it('is told of all shows of a network', async () => {
    const show = (name: string) => showFile(`title: ${name}`, `site_url: https://waves.example/${name}/`, 'guid:')
    const network = showFile('title: All Waves', 'site_url: https://waves.example/')
    const folder = folderOf({
      'show.yaml': '',
      'network.yaml': `${network}\nshows: [boats, trains]`,
      'boats/show.yaml': show('boats'),
      'boats/dawn.md': episodeFile('dawn'),
      'trains/show.yaml': show('trains'),
      'trains/noon.md': episodeFile('noon'),
      'trains/secret.md': episodeFile('secret', ['date: 2026-07-01 09:00']),
    })
    rmSync(join(folder, 'show.yaml'))
    const first = await step(folder, '--now', '2026-06-01T00:00:00Z')
    expect(first.outputs).toMatchObject({
      changed: 'true',
      published: 'boats/dawn\ntrains/noon',
      next: '2026-07-01T09:00:00.000Z',
      lock: 'created',
    })
    expect(first.outputs.feeds?.split('\n')).toEqual(
      expect.arrayContaining(['boats/feed.xml', 'trains/feed.json', 'feed.xml']),
    )
    expect(first.page).toContain('## boats: changed')
    const second = await step(folder, '--now', '2026-06-01T00:00:00Z')
    expect(second.outputs).toMatchObject({changed: 'false', feeds: '', published: '', lock: 'unchanged'})
  })
})
