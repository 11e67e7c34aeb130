import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, it, onTestFinished} from 'vitest'
import {buildShow, filesFolder, isForSite} from '../../src/integrations/built-show.ts'
import {serveFiles} from '../../src/integrations/serve-files.ts'

const now = new Date('2026-06-01T00:00:00Z')

/** The example show, and the options of an integration for it. */
function exampleShow() {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-integration-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const show = join(folder, 'show')
  cpSync(join(import.meta.dirname, '../../examples/show'), show, {recursive: true})
  const warnings: string[] = []
  const options = {show, into: join(folder, 'made'), now}
  return {show, options, warnings, warn: (text: string) => warnings.push(text)}
}

it('gives templates the show and its episodes, with transcripts and chapters', async () => {
  const {options, warn, warnings} = exampleShow()
  const {show, episodes} = await buildShow(options, false, warn)
  expect(show.feeds[0]?.rss).toBe('https://example.org/feed.xml')
  expect(episodes.map(({slug}) => slug)).toEqual(['002-north', '001-first-light'])
  expect(episodes[1]?.chapters).toHaveLength(2)
  expect(episodes[1]?.transcripts[0]?.files.length).toBeGreaterThan(2)
  expect(warnings.every((text) => /show\.yaml|\.md:\d+/.test(text))).toBe(true)
  expect(readFileSync(join(options.into, '.gitignore'), 'utf8')).toBe('*\n')
})

it('records in the lock what is published, and nothing of what is only looked at', async () => {
  const {show, options, warn} = exampleShow()
  await buildShow(options, true, warn)
  expect(existsSync(join(show, 'castwright.lock.json'))).toBe(false)
  await buildShow(options, false, warn)
  expect(existsSync(join(show, 'castwright.lock.json'))).toBe(true)
})

it('refuses a show with pages of its own before anything of it is built', async () => {
  const {show, options, warn} = exampleShow()
  const file = join(show, 'show.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^pages: false\ndata: true\n/m, ''))
  await expect(buildShow(options, false, warn)).rejects.toThrow(/Write pages: false and data: true into .*show\.yaml/)
  expect(existsSync(options.into)).toBe(false)
})

it('throws with the place of each error, and without what is less', async () => {
  const {show, options, warn} = exampleShow()
  writeFileSync(join(show, '003-south.md'), '---\ntitle: South\ndate: never\n---\n')
  const refusal = buildShow(options, false, warn)
  await expect(refusal).rejects.toThrow(/003-south\.md:3:7 error: .*value-invalid/)
  await expect(refusal).rejects.not.toThrow(/ warning: /)
})

it('copies to the site what is for listeners', () => {
  expect(isForSite('made/site/feed.xml')).toBe(true)
  expect(isForSite('made/site/.nojekyll')).toBe(true)
  expect(isForSite('made/site/.castwright/manifest.json')).toBe(false)
  expect(isForSite('made\\site\\.castwright')).toBe(false)
})

it('serves the files while the site is written, and parts of them', async () => {
  const {options, warn} = exampleShow()
  await buildShow(options, true, warn)
  const serve = serveFiles(filesFolder(options, true))
  const server = createServer((request, response) =>
    serve(request, response, () => response.writeHead(404).end('not ours')),
  )
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  const {port} = server.address() as AddressInfo
  const get = (path: string, headers = {}) => fetch(`http://127.0.0.1:${port}${path}`, {headers})
  const feed = await get('/feed.xml')
  expect([feed.status, feed.headers.get('content-type')]).toEqual([200, expect.stringContaining('xml')])
  expect(await feed.text()).toContain('<rss')
  const part = await get('/feed.xml', {Range: 'bytes=0-4'})
  expect([part.status, await part.text()]).toEqual([206, '<?xml'])
  for (const path of ['/', '/none.xml', '/.castwright/manifest.json', '/%2e%2e/show.yaml', '/..%2fshow.yaml', '/%'])
    expect([path, await (await get(path)).text()]).toEqual([path, 'not ours'])
})
