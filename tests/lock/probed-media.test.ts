import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {build, plan, probeMedia} from '../../src/index.ts'
import {content, mediaServer, status, withRanges} from '../probe/remote/media-server.ts'
import {ofSeries} from '../series.ts'
import {media, showFile, temporaryShow} from '../temporary-show.ts'

const server = await mediaServer()
const now = new Date('2026-06-01T12:00:00Z')
const manners = {requestsPerSecond: 10_000, pausesInMilliseconds: [5], silenceInMilliseconds: 1000}

const probe = (folder: string, more: Partial<Parameters<typeof probeMedia>[1]> = {}) =>
  probeMedia(folder, {now, manners, ...more})
const output = (folder: string) => join(folder, 'output')
const buildIt = (folder: string, more: object = {}) => build(folder, output(folder), {now, ...more})
const lockOf = (folder: string) => readFileSync(join(folder, 'castwright.lock.json'), 'utf8')
const feedOf = (folder: string) => readFileSync(join(output(folder), 'feed.xml'), 'utf8')

function episode(name: string, url: string, more: readonly string[] = []): string {
  return ['---', `title: ${name}`, 'date: 2026-01-31', `audio: ${url}`, ...more, '---', 'Hello.', ''].join('\n')
}

/** A show of one episode on our server, which it allows. */
function show(url: string, more: readonly string[] = []): string {
  return temporaryShow({'show.yaml': showFile(`probe_hosts: [127.0.0.1]`), 'one.md': episode('one', url, more)})
}

describe('castwright probe', () => {
  it('before the first build lets builds without a network know everything', async () => {
    const folder = show(server.serve('/one.mp3', withRanges(content(media.mp3))))
    const probed = await probe(folder)
    expect(probed).toMatchObject({ok: true, problems: [], value: {lock: 'created', media: [{status: 'probed'}]}})
    expect(lockOf(folder)).toContain('"awaiting": [')
    server.forget()
    const built = await buildIt(folder)
    expect(built).toMatchObject({ok: true, problems: [], value: {lock: 'updated'}})
    expect(server.requests).toEqual([])
    expect(feedOf(folder)).toContain(`length="${media.mp3.length}" type="audio/mpeg"`)
    expect(feedOf(folder)).toMatch(/<itunes:duration>\d/)
    // Published now, so it stands in the line of its episode and nowhere else.
    expect(lockOf(folder)).not.toContain('awaiting')
    expect(lockOf(folder)).toMatch(/"etag":"\\"one\\"","probed":"2026-06-01"/)
    const before = [lockOf(folder), feedOf(folder)]
    expect(await buildIt(folder, {frozen: true})).toMatchObject({ok: true, value: {changed: false, lock: 'unchanged'}})
    expect([lockOf(folder), feedOf(folder)]).toEqual(before)
  })

  it('asks once more with a condition, and changes nothing', async () => {
    const folder = show(server.serve('/one.mp3', withRanges(content(media.mp3))))
    await probe(folder)
    await buildIt(folder)
    const before = lockOf(folder)
    server.forget()
    const again = await probe(folder, {now: new Date('2026-09-01')})
    expect(again).toMatchObject({ok: true, problems: [], value: {lock: 'unchanged', media: [{status: 'unchanged'}]}})
    expect(server.requests).toHaveLength(1)
    expect(lockOf(folder)).toBe(before)
  })

  it('believes the bytes and not the author, also in builds', async () => {
    const url = server.serve('/one.mp3', withRanges(content(media.mp3)))
    const folder = show(url, ['size: 5000000', 'duration: 1:00:00'])
    expect((await buildIt(folder)).problems).toEqual([])
    const codes = ['media-size-disagrees', 'media-duration-disagrees']
    const probed = await probe(folder)
    // What was typed and published was no fact: nothing changed but what is known.
    expect(probed.problems.map(({code, line}) => [code, line])).toEqual(codes.map((code, index) => [code, 5 + index]))
    expect((await buildIt(folder)).problems.map(({code}) => code)).toEqual(codes)
    expect(feedOf(folder)).toContain(`length="${media.mp3.length}"`)
  })

  it('stops at other bytes behind a published address, until that is meant', async () => {
    const url = server.serve('/one.mp3', withRanges(content(media.mp3)))
    const folder = show(url)
    await probe(folder)
    await buildIt(folder)
    const before = lockOf(folder)
    server.serve('/one.mp3', withRanges(content(Buffer.concat([media.mp3, media.mp3])), {etag: '"two"'}))
    const changed = await probe(folder)
    expect(changed.problems).toMatchObject([{code: 'media-bytes-changed', severity: 'error', file: 'one.md', line: 4}])
    expect(changed.problems[0]?.hint).toContain('castwright probe --accept media-bytes-changed:one')
    expect(lockOf(folder)).toBe(before)
    const accepted = await probe(folder, {accept: ['media-bytes-changed:one']})
    expect(accepted.problems).toEqual([])
    expect(lockOf(folder)).toContain(`"sizeInBytes":${media.mp3.length * 2}`)
    expect((await buildIt(folder)).ok).toBe(true)
  })

  it('asks about what is not published yet, forgets what no episode names, and expects nothing of drafts', async () => {
    const url = server.serve('/later.m4a', withRanges(content(media.m4a)))
    const folder = show(url)
    writeFileSync(join(folder, 'one.md'), episode('one', url).replace('2026-01-31', '2027-01-31'))
    writeFileSync(join(folder, 'two.md'), episode('two', server.url('/missing.mp3'), ['draft: true']))
    expect(await probe(folder)).toMatchObject({problems: [], value: {media: [{status: 'probed'}, {status: 'failed'}]}})
    expect(lockOf(folder)).toContain('/later.m4a')
    expect(lockOf(folder)).not.toContain('/missing.mp3')
    await buildIt(folder)
    expect(lockOf(folder)).toContain('/later.m4a')
    rmSync(join(folder, 'one.md'))
    await probe(folder)
    expect(lockOf(folder)).not.toContain('/later.m4a')
  })

  it('is heard by a build that remembers how an episode came out before', async () => {
    const url = server.serve('/later.m4a', withRanges(content(media.m4a)))
    const folder = show(url)
    writeFileSync(join(folder, 'one.md'), episode('one', url).replace('2026-01-31', '2027-01-31'))
    const codes = async () => (await buildIt(folder)).problems.map(({code}) => code)
    expect(await codes()).toEqual(['media-size-unknown', 'media-duration-unknown'])
    expect(await codes()).toEqual(['media-size-unknown', 'media-duration-unknown'])
    await probe(folder)
    expect(await codes()).toEqual([])
  })

  it('keeps what it knew of a file that cannot be asked about', async () => {
    const folder = show(server.serve('/one.mp3', withRanges(content(media.mp3))))
    await probe(folder)
    const before = lockOf(folder)
    server.serve('/one.mp3', status(503))
    expect((await probe(folder)).problems).toMatchObject([{code: 'media-unreachable', severity: 'warning'}])
    expect(lockOf(folder)).toBe(before)
  })

  it('publishes the chapters of a file on a server', async () => {
    const folder = show(server.serve('/one.mp3', withRanges(content(media.mp3))))
    await probe(folder)
    const text = lockOf(folder).replace(/"probed":"2026-06-01"/, '$&,"chapters":[{"startInSeconds":0,"title":"Noon"}]')
    writeFileSync(join(folder, 'castwright.lock.json'), text)
    await buildIt(folder)
    expect(feedOf(folder)).toContain('Noon')
    expect(lockOf(folder)).toContain('Noon')
  })

  it('asks no private host that the show does not allow, and no other host either', async () => {
    const folder = show(server.serve('/one.mp3', withRanges(content(media.mp3))))
    writeFileSync(join(folder, 'show.yaml'), showFile())
    server.forget()
    expect((await probe(folder)).problems).toMatchObject([{code: 'media-address-refused', file: 'one.md', line: 4}])
    expect(server.requests).toEqual([])
  })

  it.each(['"awaiting": [{"url":1}]', '"awaiting": 7'])('takes no lock with %s', async (written) => {
    const folder = show(server.url('/one.mp3'))
    const lock = `{"castwrightLock":1,"show":{"guid":"a","site":"https://trial.example/","feeds":[]},"episodes":[],${written}}`
    writeFileSync(join(folder, 'castwright.lock.json'), lock)
    expect((await buildIt(folder)).problems).toMatchObject([{code: 'lock-unreadable', line: 1}])
    expect(lockOf(folder)).toBe(lock)
  })
})

describe('build --probe', () => {
  it('asks about what is unknown, once, and about no draft', async () => {
    const url = server.serve('/one.mp3', withRanges(content(media.mp3)))
    const folder = show(url)
    writeFileSync(join(folder, 'two.md'), episode('two', server.url('/later.mp3'), ['draft: true']))
    server.forget()
    const first = await buildIt(folder, {probe: {manners}})
    expect(first.ok).toBe(true)
    expect(server.requests.map(({path}) => path)).toEqual(['/one.mp3'])
    expect(feedOf(folder)).toContain(`length="${media.mp3.length}"`)
    server.forget()
    expect(await buildIt(folder, {probe: true})).toMatchObject({ok: true, value: {changed: false}})
    expect(server.requests).toEqual([])
  })

  it('writes nothing if a published file does not exist', async () => {
    const folder = show(server.url('/gone.mp3'))
    const outcome = await buildIt(folder, {probe: {manners}})
    expect(outcome).toMatchObject({ok: false, problems: [{code: 'media-not-found'}]})
    expect(() => feedOf(folder)).toThrow()
  })

  it('says once what the build finds in the lock as well', async () => {
    const folder = show(server.serve('/one.mp3', withRanges(content(media.mp3))), ['size: 5000000'])
    const {problems} = await buildIt(folder, {probe: {manners}})
    expect(problems.map(({code}) => code)).toEqual(['media-size-disagrees'])
  })
})

const many = ofSeries(500, 100)

describe('many episodes on a server', () => {
  it('are asked about eight at a time, then with one conditional request each, and by a build never', async () => {
    const names = Array.from({length: many}, (_, index) => `e${String(index).padStart(3, '0')}`)
    const files = names.map((name) => {
      const answer = withRanges(content(media.mp3), {etag: `"${name}"`})
      const url = server.serve(`/${name}.mp3`, (...request) => void setTimeout(() => answer(...request), 2))
      return [`${name}.md`, episode(name, url)] as const
    })
    const folder = temporaryShow({'show.yaml': showFile('probe_hosts: [127.0.0.1]'), ...Object.fromEntries(files)})
    server.forget()
    const progress: number[] = []
    const first = await probe(folder, {onProgress: ({done, total}) => progress.push(done / total)})
    expect(first.ok && first.value.media.every(({status: each}) => each === 'probed')).toBe(true)
    expect(progress).toHaveLength(many)
    expect(progress.at(-1)).toBe(1)
    expect(server.mostAtOnce()).toBeGreaterThan(4)
    expect(server.mostAtOnce()).toBeLessThanOrEqual(8)

    server.forget()
    const built = await plan(folder, {now}, async () => {})
    expect(built).toMatchObject({ok: true, value: {summary: {published: many}}, problems: []})
    expect(server.requests).toEqual([])

    const again = await probe(folder)
    expect(again).toMatchObject({ok: true, value: {requests: many, receivedInBytes: 0, lock: 'unchanged'}})
    expect(server.requests).toHaveLength(many)
    expect(server.requests.every(({headers}) => headers['if-none-match'] !== undefined)).toBe(true)
  }, 60_000)
})
