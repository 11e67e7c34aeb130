import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {build, buildNetwork} from '../../src/index.ts'
import {writeFiles} from '../files-on-disk.ts'
import {fixtureNow} from '../plan-in-memory.ts'
import {episodeFile, showFile} from '../temporary-show.ts'

/** The address of a server that answers everything in one way; 0 breaks the connection. */
async function serverThat(answers: (path: string) => number): Promise<string> {
  const server = createServer(({url = ''}, response) => {
    const status = answers(url)
    if (status === 0) response.destroy()
    else response.writeHead(status, status === 301 ? {location: '/moved'} : {}).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-first-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  writeFiles(folder, files)
  return folder
}

function show(site: string): string {
  return folderWith({'show.yaml': showFile(`site_url: ${site}`), '1.md': episodeFile('One', ['date: 2026-01-01'])})
}

const firstRun = {now: fixtureNow, frozen: true, first: {allowPrivate: true}}

async function firstBuild(folder: string) {
  const outcome = await build(folder, join(folder, 'output'), firstRun)
  return outcome.problems.filter(({severity}) => severity === 'error').map(({code, message}) => ({code, message}))
}

describe('a first build in CI', () => {
  it.each([404, 410])(
    'publishes where %s is answered for the feed, and leaves the lock to the next step',
    async (status) => {
      const folder = show(await serverThat(() => status))
      const output = join(folder, 'output')
      const outcome = await build(folder, output, firstRun)
      expect(outcome).toMatchObject({ok: true, value: {lock: 'behind', published: 1}})
      expect(existsSync(join(folder, 'castwright.lock.json'))).toBe(false)
    },
  )

  it('stops where one of the feeds is live', async () => {
    const folder = show(await serverThat((path) => (path === '/feed.json' ? 200 : 404)))
    expect(await firstBuild(folder)).toEqual([
      {
        code: 'lock-missing',
        message: expect.stringMatching(/\/feed\.json is live: listeners may get every episode again$/),
      },
    ])
  })

  it.each([
    ['the server has an error', () => 503],
    ['the server refuses', () => 403],
    ['the connection breaks', () => 0],
    ['the feed has moved to a feed that is live', (path: string) => (path === '/moved' ? 200 : 301)],
  ])('stops where %s', async (_, answers) => {
    const problems = await firstBuild(show(await serverThat(answers)))
    expect(problems.map(({code}) => code)).toEqual(['lock-missing', 'lock-missing', 'lock-missing'])
  })

  it('asks nobody if there is a lock', async () => {
    const asked: string[] = []
    const folder = show(await serverThat((path) => asked.push(path) && 200))
    const output = join(folder, 'output')
    await build(folder, output, {now: fixtureNow})
    expect(await build(folder, output, firstRun)).toMatchObject({ok: true, value: {lock: 'unchanged'}})
    writeFileSync(join(folder, 'castwright.lock.json'), '{')
    expect(await build(folder, output, firstRun)).toMatchObject({ok: false})
    expect(asked).toEqual([])
  })

  it('asks for the feeds of a network, too', async () => {
    const live = new Set(['/feed.xml'])
    const site = await serverThat((path) => (live.has(path) ? 200 : 404))
    const folder = folderWith({
      'network.yaml': `title: All\ndescription: All.\nsite_url: ${site}\nlanguage: en\nauthor: A\nimage: ${site}c.jpg\nguid: 9b024349-ccf0-5f69-a609-6b82873eab3c\n`,
      'one/show.yaml': showFile(`site_url: ${site}one/`),
      'one/1.md': episodeFile('One', ['date: 2026-01-01']),
    })
    const codes = async () => {
      const {problems} = await buildNetwork(folder, join(folder, 'output'), firstRun)
      return problems.filter(({severity}) => severity === 'error').map(({code}) => code)
    }
    expect(await codes()).toEqual(['lock-missing'])
    live.clear()
    expect(await codes()).toEqual([])
  })
})
