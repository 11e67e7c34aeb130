import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {buffer} from 'node:stream/consumers'
import {describe, expect, it, onTestFinished, vi} from 'vitest'
import {build, type NotifyOptions, notify} from '../../src/index.ts'
import {fixtureNow} from '../plan-in-memory.ts'
import {episodeFile, showFile, temporaryShow} from '../temporary-show.ts'

type Received = {
  readonly service: string
  readonly method: string
  readonly url: string
  readonly body: string
  readonly authorization: string
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-notify-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}

/** A web server for the site in `root`, and what hub, Podping and Podcast Index receive, on loopback. */
async function receivers(root: string) {
  const received: Received[] = []
  const refusing = new Set<string>()
  const server = createServer(async (request, response) => {
    const {url = '', method = '', headers} = request
    const service = /^\/(hub|podping|podcastindex)/.exec(url)?.[1]
    if (service === undefined) {
      try {
        response.end(readFileSync(join(root, url)))
      } catch {
        response.writeHead(404).end()
      }
      return
    }
    const body = (await buffer(request)).toString()
    received.push({service, method, url, body, authorization: headers.authorization ?? ''})
    response.writeHead(refusing.has(service) ? 500 : 202).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  return {origin, received, refusing, take: () => received.splice(0)}
}

async function published(more: Readonly<Record<string, string>> = {}, ...lines: readonly string[]) {
  const root = temporaryFolder()
  const services = await receivers(root)
  const {origin} = services
  const output = temporaryFolder()
  const usual = [`site_url: ${origin}/`, `hubs: [${origin}/hub]`]
  const show = temporaryShow({'show.yaml': showFile(...usual, ...lines), 'one.md': episodeFile('one'), ...more})
  const rebuild = async (word: string, text = word) => {
    writeFileSync(join(show, 'one.md'), episodeFile('one', [`subtitle: ${word}`], `${text}.\n`))
    const outcome = await build(show, output, {now: fixtureNow})
    expect(outcome.problems.filter(({severity}) => severity === 'error')).toEqual([])
  }
  await rebuild('first')
  const upload = () => cpSync(output, root, {recursive: true, force: true})
  const options: NotifyOptions = {
    state: join(temporaryFolder(), 'deep/notified.json'),
    waitInSeconds: 0,
    podpingUrl: `${origin}/podping`,
    podcastIndexUrl: `${origin}/podcastindex`,
    podpingToken: 'secret-token',
  }
  return {...services, root, output, rebuild, upload, options}
}

function callsOf(received: readonly Received[]): readonly string[] {
  return received.map(({service, url, body}) => {
    const query = service === 'hub' ? new URLSearchParams(body) : new URL(url, 'http://x').searchParams
    return `${service} ${query.get('hub.url') ?? query.get('url')}`
  })
}

describe('notify tells of a change', () => {
  it('tells each once of a changed feed, in the form that each takes', async () => {
    const {origin, output, upload, options, take} = await published()
    upload()
    const {problems} = await notify(output, options)
    expect(problems).toEqual([])
    const received = take()
    expect(callsOf(received).toSorted()).toEqual(
      [
        `hub ${origin}/feed.xml`,
        `hub ${origin}/atom.xml`,
        `hub ${origin}/feed.json`,
        `podping ${origin}/feed.xml`,
        `podcastindex ${origin}/feed.xml`,
      ].toSorted(),
    )
    const hub = received.find(({service}) => service === 'hub')
    expect([hub?.method, new URLSearchParams(hub?.body).get('hub.mode')]).toEqual(['POST', 'publish'])
    const podping = received.find(({service}) => service === 'podping')
    expect([podping?.method, podping?.authorization]).toEqual(['GET', 'secret-token'])
    expect(podping?.url).toContain('reason=update')
  })

  it('tells nobody when nothing changed, and all of them again after a change', async () => {
    const {output, upload, options, take, rebuild} = await published()
    upload()
    await notify(output, options)
    take()
    const again = await notify(output, options)
    expect(again.ok && again.value.map(({state}) => state)).toEqual(['unchanged', 'unchanged', 'unchanged'])
    expect(take()).toEqual([])
    await rebuild('second')
    upload()
    await notify(output, options)
    expect(take().length).toBe(5)
  })

  it('tells nobody of the feeds that did not change', async () => {
    const {origin, output, upload, options, take, rebuild} = await published()
    upload()
    await notify(output, options)
    take()
    // Only RSS has a place for a subtitle.
    await rebuild('second', 'first')
    upload()
    await notify(output, options)
    expect(callsOf(take()).toSorted()).toEqual(
      ['hub', 'podcastindex', 'podping'].map((name) => `${name} ${origin}/feed.xml`),
    )
  })

  it('takes compressed copies of a feed for no feed', async () => {
    const {upload, options, output} = await published({}, 'precompress: true')
    upload()
    const outcome = await notify(output, options)
    expect(outcome).toMatchObject({ok: true, problems: []})
    expect(outcome.ok && outcome.value.map(({state}) => state)).toEqual(['told', 'told', 'told'])
  })

  it('tells nobody while the live feed is the old one, or none', async () => {
    const {output, upload, options, take, rebuild} = await published()
    const before = await notify(output, options)
    expect(before.problems.map(({code}) => code)).toEqual(Array(3).fill('notify-feed-not-live'))
    upload()
    await notify(output, options)
    take()
    await rebuild('second')
    const old = await notify(output, options)
    expect(old.problems.map(({code}) => code)).toEqual(Array(3).fill('notify-feed-not-live'))
    expect(take()).toEqual([])
  })

  it('waits for a feed that comes late', async () => {
    const {output, upload, options, take} = await published()
    const telling = notify(output, {...options, services: ['podping'], waitInSeconds: 20})
    setTimeout(upload, 500)
    expect((await telling).problems).toEqual([])
    expect(take().length).toBe(1)
  })

  it('tells those again that refused, and nobody else', async () => {
    const {output, upload, options, take, refusing} = await published()
    upload()
    refusing.add('podping')
    const first = await notify(output, options)
    expect(first.problems).toMatchObject([
      {code: 'notify-refused', message: expect.stringContaining('it answered 500')},
    ])
    take()
    refusing.clear()
    await notify(output, options)
    expect(take().map(({service}) => service)).toEqual(['podping'])
  })
})

describe('notify, where not everybody is told or can be,', () => {
  it('keeps a show that is kept out of directories to its hubs', async () => {
    const {output, upload, options, take} = await published({}, 'block: true')
    upload()
    await notify(output, options)
    expect(new Set(take().map(({service}) => service))).toEqual(new Set(['hub']))
  })

  it('tells nobody of the feeds of members, nor says their addresses', async () => {
    vi.stubEnv('CASTWRIGHT_SECRET', 'a'.repeat(64))
    onTestFinished(() => void vi.unstubAllEnvs())
    const feeds = 'feeds: {supporters: {members: members.txt, formats: [rss, atom, json]}}'
    const {output, upload, options, take} = await published({'members.txt': 'jo\n'}, feeds)
    upload()
    const {ok, problems, ...outcome} = await notify(output, options)
    expect([ok, problems]).toEqual([true, []])
    expect(callsOf(take()).filter((call) => call.includes('supporters'))).toEqual([])
    expect(JSON.stringify(outcome) + readFileSync(options.state, 'utf8')).not.toContain('supporters')
    const files = readdirSync(join(output, 'supporters'), {recursive: true, encoding: 'utf8'})
    const found = files.filter((path) => /supporters\.(?:xml|atom\.xml|json)$/.test(path))
    expect(found).toHaveLength(3)
    for (const path of found) expect(readFileSync(join(output, 'supporters', path), 'utf8')).not.toContain('/hub')
  })

  it('leaves Podping alone without a token, and others that are not wanted', async () => {
    const {output, upload, options, take} = await published()
    upload()
    const {podpingToken: _none, ...without} = options
    await notify(output, {...without, services: ['podping', 'podcastindex']})
    expect(take().map(({service}) => service)).toEqual(['podcastindex'])
  })

  it('says so of a folder without a build', async () => {
    const {options} = await published()
    expect((await notify(temporaryFolder(), options)).problems).toMatchObject([{code: 'deploy-unbuilt'}])
  })

  it('names a feed that is gone since the build, and tells of the others', async () => {
    const {output, upload, options, take} = await published()
    upload()
    rmSync(join(output, 'feed.json'))
    const {problems} = await notify(output, options)
    expect(problems).toMatchObject([{code: 'deploy-file-missing', message: expect.stringContaining('feed.json')}])
    expect(take().map(({service}) => service)).toContain('hub')
  })

  it('tells nobody where nothing can be recorded', async () => {
    const {output, upload, options, take} = await published()
    upload()
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), '')
    for (const state of [folder, join(folder, 'file/notified.json')]) {
      const outcome = await notify(output, {...options, state})
      expect(outcome).toMatchObject({ok: false, problems: [{code: 'notify-unrecorded'}]})
    }
    expect(take()).toEqual([])
    expect(readdirSync(folder)).toEqual(['file'])
  })

  it('runs from the command line, with its memory in the folder it runs in', async () => {
    const {origin, output, upload, take} = await published()
    upload()
    const main = join(import.meta.dirname, '../../dist/bin/castwright.js')
    const folder = temporaryFolder()
    const words = [
      main,
      'notify',
      output,
      '--wait',
      '0',
      '--podping',
      `${origin}/podping`,
      '--podcastindex',
      `${origin}/podcastindex`,
    ]
    const run = async () => {
      const env = {...process.env, PODPING_TOKEN: 'token'}
      const child = spawn(process.execPath, words, {cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit']})
      const text = (await child.stdout.toArray()).join('')
      return text
    }
    expect(await run()).toContain(`${origin}/feed.xml  told websub ${origin}/hub, podping, podcastindex\n`)
    expect(take().length).toBe(5)
    expect(await run()).toContain(`${origin}/feed.xml  nothing new to tell\n`)
    expect(take()).toEqual([])
    expect(JSON.parse(readFileSync(join(folder, '.castwright/notified.json'), 'utf8'))).toHaveProperty([
      `${origin}/feed.xml`,
    ])
  })
})
