import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {openStore} from '../../src/deploy/object-store.ts'
import {build, deploy} from '../../src/index.ts'
import {castwright} from '../cli/castwright.ts'
import {fixtureNow} from '../plan-in-memory.ts'
import {ofSeries} from '../series.ts'
import {media, showFile, temporaryShow} from '../temporary-show.ts'
import {bucket, keys, type ObjectServer, objectServer} from './object-server.ts'

const site = 'https://trial.example/some/show/'
const main = join(import.meta.dirname, '../../dist/bin/castwright.js')
const vtt = 'WEBVTT\n\n00:00.000 --> 00:00.400\nOne.\n'

function episodes(names: readonly string[], word: string) {
  const files = names.flatMap((name) => [
    [`${name}.md`, `---\ntitle: ${word} ${name}\ndate: 2026-01-31\n---\n${word}.\n`] as const,
    [`${name}.mp3`, Buffer.concat([media.mp3, Buffer.from(name)])] as const,
    [`${name}.vtt`, vtt.replace('One', word)] as const,
  ])
  return {'show.yaml': showFile(`site_url: ${site}`, `title: ${word}`), ...Object.fromEntries(files)}
}

async function builtOutput(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const output = mkdtempSync(join(tmpdir(), 'castwright-deploy-'))
  onTestFinished(() => rmSync(output, {recursive: true, force: true}))
  const outcome = await build(temporaryShow(files), output, {now: fixtureNow})
  expect(outcome.problems.filter(({severity}) => severity === 'error')).toEqual([])
  return output
}

function optionsFor({endpoint}: Pick<ObjectServer, 'endpoint'>, prefix = 'some/show') {
  return {bucket, prefix, endpoint, region: 'us-east-1', ...keys}
}

/** Whatever the store loses by it: outputs of these tests follow each other without a lock that says so. */
async function deployed(output: string, server: ObjectServer, prefix?: string) {
  const accept = ['deploy-takes-back', 'deploy-of-another-show']
  const outcome = await deploy(output, {...optionsFor(server, prefix), accept})
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value
}

/** Addresses below the site that the feed in the store names and nothing is at. */
async function deadLinks(server: ObjectServer): Promise<readonly string[]> {
  const feed = await (await server.read('some/show/feed.xml')).text()
  expect(feed).toMatch(/<\/rss>\n$/)
  const there = new Set(await server.keys())
  const named = [...feed.matchAll(/https:\/\/trial\.example\/[^"<\s]*/g)].map(([address]) => address)
  expect(named.length).toBeGreaterThan(5)
  return named
    .map((address) => address.slice('https://trial.example/'.length))
    .map((path) => (path === '' || path.endsWith('/') ? `${path}index.html` : path))
    .filter((key) => !there.has(key) && key !== 'cover.jpg')
}

describe('deploying to an S3-compatible store', () => {
  it('puts every file there with its bytes, type and caching, and no instruction for hosts', async () => {
    const server = await objectServer()
    const output = await builtOutput(episodes(['one', 'two'], 'first'))
    const {uploaded} = await deployed(output, server)
    expect(uploaded).toContain('media/one.mp3')
    expect(uploaded.some((path) => /^[._]/.test(path))).toBe(false)
    expect((await server.keys()).toSorted()).toEqual(
      ['.castwright-deployed.json', ...uploaded].map((path) => `some/show/${path}`).toSorted(),
    )
    for (const path of uploaded) {
      const answer = await server.read(`some/show/${path}`)
      expect(Buffer.from(await answer.arrayBuffer()).equals(readFileSync(join(output, path))), path).toBe(true)
    }
    const served = async (path: string) => {
      const {headers} = await server.read(`some/show/${path}`)
      return [headers.get('content-type'), headers.get('cache-control')]
    }
    expect(await served('feed.xml')).toEqual(['application/xml; charset=utf-8', 'public, max-age=300'])
    expect(await served('atom.xml')).toEqual(['application/xml; charset=utf-8', 'public, max-age=300'])
    expect(await served('feed.json')).toEqual(['application/feed+json', 'public, max-age=300'])
    expect(await served('media/one.mp3')).toEqual(['audio/mpeg', 'public, max-age=86400'])
    expect(await served('episodes/one/transcript.vtt')).toEqual(['text/vtt; charset=utf-8', 'public, max-age=3600'])
    expect(await served('episodes/one/index.html')).toEqual([
      'text/html; charset=utf-8',
      'public, max-age=0, must-revalidate',
    ])
  })

  it('sends nothing the second time, and what changed the third time', async () => {
    const server = await objectServer()
    await deployed(await builtOutput(episodes(['one', 'two'], 'first')), server)
    const requests: string[] = []
    server.watch(({method = ''}) => {
      requests.push(method)
      return false
    })
    const again = await deployed(await builtOutput(episodes(['one', 'two'], 'first')), server)
    expect([again.uploaded, again.deleted]).toEqual([[], []])
    expect(requests.toSorted()).toEqual(['GET', 'GET'])
    const {uploaded} = await deployed(await builtOutput(episodes(['one', 'two'], 'other')), server)
    expect(uploaded).toContain('episodes/one/transcript.vtt')
    expect(uploaded).not.toContain('media/one.mp3')
  })

  it('sends feeds after what they refer to, and deletes after the feeds, only what it has put there', async () => {
    const server = await objectServer()
    await deployed(await builtOutput(episodes(['one', 'two'], 'first')), server)
    const foreign = await deploy(await builtOutput(episodes(['zed'], 'foreign')), optionsFor(server, 'other'))
    expect(foreign.ok).toBe(true)
    const steps: string[] = []
    server.watch(({method = '', url = ''}) => {
      if (method === 'PUT' || method === 'DELETE') steps.push(`${method} ${url}`)
      return false
    })
    const {deleted} = await deployed(await builtOutput(episodes(['two', 'three'], 'second')), server)
    expect(deleted).toContain('media/one.mp3')
    const kind = (step: string) =>
      step.startsWith('DELETE')
        ? 'delete'
        : /feed\.xml|atom\.xml|feed\.json|show\/index\.html/.test(step)
          ? 'feed'
          : 'file'
    const order = steps.filter((step) => !step.includes('.castwright-deployed')).map(kind)
    expect(order).toEqual(order.toSorted((a, b) => 'file feed delete'.indexOf(a) - 'file feed delete'.indexOf(b)))
    expect(new Set(order).size).toBe(3)
    expect((await server.keys()).filter((key) => key.startsWith('other/')).length).toBeGreaterThan(5)
  })

  it('leaves what somebody else has put there, or instead of a file, and tells no address in its record', async () => {
    const server = await objectServer()
    await deployed(await builtOutput(episodes(['one'], 'first')), server)
    await server.write('some/show/private/notes.txt', 'by hand')
    await server.write('some/show/media/one.mp3', 'by hand')
    const record = await (await server.read('some/show/.castwright-deployed.json')).text()
    expect(record).not.toContain('one')
    const {deleted} = await deployed(await builtOutput(episodes(['two'], 'second')), server)
    expect(deleted).toContain('episodes/one/index.html')
    const left = await server.keys()
    expect(left).toContain('some/show/private/notes.txt')
    expect(left).toContain('some/show/media/one.mp3')
  })

  it('puts a file again that somebody has changed in the store', async () => {
    const server = await objectServer()
    const output = await builtOutput(episodes(['one'], 'first'))
    await deployed(output, server)
    await server.write('some/show/feed.xml', readFileSync(join(output, 'feed.xml'), 'utf8').replace('first', 'FIRST'))
    expect((await deployed(output, server)).uploaded).toEqual(['feed.xml'])
  })

  it('lists page by page', async () => {
    const server = await objectServer()
    const {uploaded} = await deployed(await builtOutput(episodes(['one', 'two'], 'first')), server)
    const listed = await openStore(optionsFor(server), 5).list('some/show/')
    expect('fault' in listed ? listed : [...listed.keys()].toSorted()).toEqual(
      ['.castwright-deployed.json', ...uploaded].map((path) => `some/show/${path}`).toSorted(),
    )
    expect(uploaded.length).toBeGreaterThan(15)
  })

  it('refuses a folder without a finished build, and one from which a file is gone', async () => {
    const server = {endpoint: 'http://127.0.0.1:9'}
    const empty = await deploy(temporaryShow({}), optionsFor(server))
    expect(empty.problems).toMatchObject([{code: 'deploy-unbuilt'}])
    const output = await builtOutput(episodes(['one'], 'first'))
    rmSync(join(output, 'media/one.mp3'))
    expect((await deploy(output, optionsFor(server))).problems).toMatchObject([{code: 'deploy-file-missing'}])
  })
})

describe('a store that refuses', () => {
  it('is asked again when it is busy, and what it says is told', async () => {
    const server = await objectServer()
    const output = await builtOutput(episodes(['one'], 'first'))
    let count = 0
    server.watch((_request, response) => {
      count += 1
      if (count % 3 !== 0) return false
      response.writeHead(503).end()
      return true
    })
    await deployed(output, server)
    server.watch(() => false)
    expect(await deadLinks(server)).toEqual([])
    const refused = await deploy(output, {...optionsFor(server), secretAccessKey: 'wrong'})
    expect(refused.problems).toMatchObject([
      {code: 'deploy-failed', message: expect.stringContaining('SignatureDoesNotMatch')},
    ])
    const nowhere = await deploy(output, {...optionsFor(server), bucket: 'no-such-bucket'})
    expect(nowhere.problems).toMatchObject([{code: 'deploy-failed', message: expect.stringContaining('NoSuchBucket')}])
  })

  it('says where the bucket is, if it is in another region; what is no store is none', async () => {
    const server = await objectServer()
    const output = await builtOutput(episodes(['one'], 'first'))
    const answers: readonly (readonly [number, Readonly<Record<string, string>>, string, string])[] = [
      [
        301,
        {'x-amz-bucket-region': 'eu-west-1'},
        '',
        '(the bucket is in eu-west-1: --region eu-west-1, or AWS_REGION)',
      ],
      [200, {'Content-Type': 'text/html'}, '<!doctype html><p>Log in', 'what answers there is no store'],
      [
        200,
        {},
        '<ListBucketResult><IsTruncated>true</IsTruncated><Contents><Key>a</Key></Contents></ListBucketResult>',
        'the store lists 1 objects and does not say how to go on',
      ],
    ]
    for (const [status, headers, body, message] of answers) {
      server.watch(({url = ''}, response) => {
        if (!url.includes('list-type')) return false
        response.writeHead(status, headers).end(body)
        return true
      })
      const {problems} = await deploy(output, optionsFor(server))
      expect(problems).toMatchObject([{code: 'deploy-failed', message: expect.stringContaining(message)}])
    }
  })

  it('one file while others go well, gets no feed after that', async () => {
    const server = await objectServer()
    const output = await builtOutput(episodes(['one', 'two', 'three'], 'first'))
    server.watch(({method, url = ''}, response) => {
      if (method !== 'PUT' || !url.endsWith('media/one.mp3')) return false
      response.writeHead(403).end('<Error><Code>AccessDenied</Code><Message>Not this one</Message></Error>')
      return true
    })
    const {problems} = await deploy(output, optionsFor(server))
    expect(problems).toMatchObject([{code: 'deploy-failed', message: expect.stringContaining('Not this one')}])
    expect(await server.keys()).not.toContain('some/show/feed.xml')
    server.watch(() => false)
    await deployed(output, server)
    expect(await deadLinks(server)).toEqual([])
  })

  it('is waited for as long as it asks for', async () => {
    const server = await objectServer()
    const times: number[] = []
    server.watch(({url = ''}, response) => {
      if (!url.includes('list-type') || times.push(performance.now()) > 1) return false
      response.writeHead(503, {'Retry-After': '1'}).end()
      return true
    })
    await deployed(await builtOutput(episodes(['one'], 'first')), server)
    const [first = 0, second = 0] = times
    expect(second - first).toBeGreaterThan(950)
  })
})

describe('what the store has already', () => {
  it('is not taken back by an older output, of which nothing is put there', async () => {
    const server = await objectServer()
    await deployed(await builtOutput(episodes(['one', 'two'], 'first')), server)
    const feed = await (await server.read('some/show/feed.xml')).text()
    const older = await builtOutput(episodes(['one'], 'older'))
    const refused = await deploy(older, optionsFor(server))
    expect(refused).toMatchObject({
      ok: false,
      problems: [{code: 'deploy-takes-back', message: expect.stringContaining('the episode two (guid ')}],
    })
    expect(refused.problems[0]?.hint).toContain('castwright deploy --accept deploy-takes-back:two')
    expect(await (await server.read('some/show/feed.xml')).text()).toBe(feed)
    expect(await server.keys()).toContain('some/show/media/two.mp3')
    expect((await deploy(older, {...optionsFor(server), dryRun: true})).ok).toBe(false)
    expect((await deploy(older, {...optionsFor(server), accept: ['deploy-takes-back:two']})).ok).toBe(true)
    expect(await server.keys()).not.toContain('some/show/media/two.mp3')
  })

  it('is not replaced by another show, nor under other guids', async () => {
    const server = await objectServer()
    await deployed(await builtOutput(episodes(['one', 'two'], 'first')), server)
    const guid = '5d0e5c0a-1d7e-5b0e-9a53-0d3c2f1b7a44'
    const other = {...episodes(['zed'], 'zed'), 'show.yaml': showFile(`site_url: ${site}`, `guid: ${guid}`)}
    const replaced = await deploy(await builtOutput(other), optionsFor(server))
    expect(replaced.problems).toMatchObject([{code: 'deploy-of-another-show'}])
    const again = {
      ...episodes(['one', 'two'], 'first'),
      'one.md': '---\ntitle: One\ndate: 2026-01-31\nguid: new\n---\n',
    }
    const delivered = await deploy(await builtOutput(again), optionsFor(server))
    expect(delivered.problems).toMatchObject([
      {code: 'deploy-takes-back', message: expect.stringContaining('subscribers get it a second time')},
    ])
  })

  it('goes where the build has accepted that, and nobody is asked again', async () => {
    const server = await objectServer()
    const folder = temporaryShow(episodes(['one', 'two'], 'first'))
    const output = join(folder, 'output')
    await build(folder, output, {now: fixtureNow})
    expect((await deploy(output, optionsFor(server))).ok).toBe(true)
    rmSync(join(folder, 'two.md'))
    expect((await build(folder, output, {now: fixtureNow, accept: ['episode-removed:two']})).ok).toBe(true)
    expect((await deploy(output, optionsFor(server))).problems).toEqual([])
    expect(await server.keys()).not.toContain('some/show/media/two.mp3')
  })

  it('goes with its feeds first', async () => {
    const server = await objectServer()
    const files = episodes(['one', 'two'], 'first')
    const further = {...files, 'show.yaml': showFile(`site_url: ${site}`, 'feeds: {second: {latest: 5}}')}
    await deployed(await builtOutput(further), server)
    const deletions: string[] = []
    server.watch(({method, url = ''}) => {
      if (method === 'DELETE') deletions.push(url.replace(/.*\/show\//, ''))
      return false
    })
    await deployed(await builtOutput(episodes(['one'], 'first')), server)
    expect(deletions[0]).toBe('second.xml')
    // Several go at once after it, in any order.
    expect(deletions).toContain('episodes/two/index.html')
  })
})

describe('a deploy that is killed', () => {
  it('at any instant leaves a feed whose files are there, and is completed by the next', async () => {
    const server = await objectServer()
    const outputs = [
      await builtOutput(episodes(['one', 'two'], 'first')),
      await builtOutput(episodes(['two', 'three'], 'second')),
    ]
    await deployed(outputs[0] ?? '', server)
    let requests = 0
    server.watch(() => {
      requests += 1
      return false
    })
    await deployed(outputs[1] ?? '', server)
    const total = requests
    const env = {...process.env, AWS_ACCESS_KEY_ID: keys.accessKeyId, AWS_SECRET_ACCESS_KEY: keys.secretAccessKey}
    const feeds = new Set<string>()
    const instants = ofSeries(20, 8)
    for (let instant = 0; instant < instants; instant += 1) {
      const output = outputs[instant % 2] ?? ''
      const where = ['--to', `s3://${bucket}/some/show`, '--endpoint', server.endpoint]
      const words = [main, 'deploy', output, ...where, '--accept', 'deploy-takes-back']
      const child = spawn(process.execPath, words, {env, stdio: 'ignore'})
      let seen = 0
      const last = 2 + Math.floor(((total - 2) * instant) / (instants - 1))
      server.watch(() => {
        seen += 1
        if (seen === last) child.kill('SIGKILL')
        return false
      })
      await once(child, 'exit')
      server.watch(() => false)
      await server.settled()
      expect([instant, await deadLinks(server)]).toEqual([instant, []])
      const feed = await (await server.read('some/show/feed.xml')).text()
      feeds.add(`${feed.includes('<title>second</title>')} ${instant % 2}`)
      const {uploaded, unchanged} = await deployed(output, server)
      expect(await (await server.read('some/show/feed.xml')).text()).toBe(
        readFileSync(join(output, 'feed.xml'), 'utf8'),
      )
      expect((await server.keys()).toSorted()).toEqual(
        ['.castwright-deployed.json', ...uploaded, ...unchanged].map((path) => `some/show/${path}`).toSorted(),
      )
    }
    // Killed before and after the feed was sent.
    expect(feeds.size).toBe(4)
  }, 120_000)
})

describe('castwright deploy', () => {
  it('says with --dry-run what it would do, and does nothing', async () => {
    const server = await objectServer()
    const output = await builtOutput(episodes(['one'], 'first'))
    const env = {AWS_ACCESS_KEY_ID: keys.accessKeyId, AWS_SECRET_ACCESS_KEY: keys.secretAccessKey}
    const child = spawn(
      process.execPath,
      [main, 'deploy', output, '--to', `s3://${bucket}`, '--endpoint', server.endpoint, '--dry-run'],
      {env: {...process.env, ...env}, stdio: ['ignore', 'pipe', 'inherit']},
    )
    const text = (await child.stdout.toArray()).join('')
    expect(text).toContain('upload  media/one.mp3\n')
    expect(text).toMatch(/Would be: \d+ uploaded \(\d+ kB\), 0 unchanged, 0 deleted\. Nothing was done\n$/)
    expect(await server.keys()).toEqual([])
  })

  it.each([
    [['deploy'], 'deploy needs --to s3://BUCKET'],
    [['deploy', '--to', 'ftp://x'], 'deploy needs --to s3://BUCKET'],
    [['deploy', '--to', 's3://podcast'], 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; one of them is not set'],
  ])('refuses %j', async (words, message) => {
    const {status, stderr} = await castwright(words)
    expect(status).toBe(2)
    expect(stderr).toContain(message)
  })
})
