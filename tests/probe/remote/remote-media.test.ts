import {readdirSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {describe, expect, it, onTestFinished} from 'vitest'
import type {MediaReference} from '../../../src/model/media.ts'
import type {Validators} from '../../../src/probe/remote/probe-remote-media.ts'
import {type Manners, remoteProber} from '../../../src/probe/remote/remote-prober.ts'
import {mediaFolder, source} from '../made-media.ts'
import {
  type Behaviour,
  type Content,
  content,
  inTurn,
  mediaServer,
  redirect,
  status,
  withoutRanges,
  withRanges,
} from './media-server.ts'

const media = mediaFolder()
const server = await mediaServer()
const {tone, speechlike, both} = source

const manners: Manners = {requestsPerSecond: 1000, pausesInMilliseconds: [10, 20], silenceInMilliseconds: 400}
const name = {file: '001.md', line: 3}

async function probe(url: string, known?: Validators, allowed: readonly string[] = [server.host], asked = manners) {
  const prober = remoteProber('0.0.0', new Set(allowed), asked)
  onTestFinished(() => prober.close())
  server.forget()
  const reference: MediaReference = {location: url, kind: 'audio'}
  const result = await prober.probe(reference, {name, size: name, duration: name}, known)
  return {
    status: result.status,
    facts: result.found?.facts,
    found: result.found,
    codes: result.problems.map(({code}) => code),
    problems: result.problems,
    ...prober.traffic(),
  }
}

function bytesOf(file: string, seconds: number, inputs: readonly string[], output: readonly string[]): Buffer {
  media.make(file, seconds, inputs, output)
  return media.read(file)
}

/** `bytes` with `lengthInBytes` of nothing put in at `offset`, of which none is held in memory. */
function enlarged(bytes: Buffer, offset: number, lengthInBytes: number): Content {
  const sizeInBytes = bytes.length + lengthInBytes
  return {
    sizeInBytes,
    slice: (start, end) => {
      const piece = Buffer.alloc(Math.max(0, end - start))
      bytes.copy(piece, Math.max(0, -start), Math.min(start, offset), Math.min(end, offset))
      const behind = offset + lengthInBytes
      if (end > behind) {
        const from = Math.max(start, behind)
        bytes.copy(piece, from - start, from - lengthInBytes, end - lengthInBytes)
      }
      return piece
    },
  }
}

/** An MP4 whose media is so much longer, with the index behind it, as recorders leave it. */
function longMp4(bytes: Buffer, lengthInBytes: number): Content {
  const start = bytes.indexOf('mdat') - 4
  const size = bytes.readUInt32BE(start)
  const head = Buffer.from(bytes)
  head.writeUInt32BE(size + lengthInBytes, start)
  return enlarged(head, start + size, lengthInBytes)
}

media.makeAll(60, speechlike, [
  ['one.mp3', ['-q:a', '6', '-metadata', 'title=One', '-t', '20']],
  ['vbr.mp3', ['-q:a', '3', '-write_xing', '0']],
])
const kindsOfSound = media.makeAll(9, tone, [
  ['talk.opus', ['-c:a', 'libopus']],
  ['talk.ogg', ['-c:a', 'libvorbis']],
  ['talk.webm', ['-c:a', 'libopus']],
  ['talk.flac'],
  ['talk.wav'],
  ['talk.aac', ['-c:a', 'aac']],
])
media.makeAll(8, tone, [
  ['talk.m4a', ['-c:a', 'aac']],
  ['first.m4a', ['-c:a', 'aac', '-movflags', '+faststart']],
  ['cbr.mp3', ['-b:a', '256k', '-write_xing', '0', '-id3v2_version', '0', '-t', '30']],
])
const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']
media.makeAll(9, both, [
  ['film.mp4', [...h264, '-t', '8']],
  ['fragments.mp4', [...h264, '-movflags', 'frag_keyframe+empty_moov']],
  ['minute.mp4', [...h264, '-g', '10', '-b:v', '600k', '-t', '60']],
])
/** The same minute in fragments, with what tells of the last one. */
const kindsOfFragments = {
  'sidx.mp4': 'frag_keyframe+empty_moov+default_base_moof+global_sidx',
  'mfra.mp4': 'frag_keyframe+empty_moov+default_base_moof',
  'none.mp4': 'frag_keyframe+empty_moov+default_base_moof+skip_trailer',
}
const fragments = media.makeAll(
  60,
  ['-i', media.at('minute.mp4')],
  Object.entries(kindsOfFragments).map(([name, flags]) => [name, ['-c', 'copy', '-movflags', flags]] as const),
)

const mp3 = media.read('one.mp3')
const film = media.read('film.mp4')
const m4a = media.read('talk.m4a')
const cbr = media.read('cbr.mp3')

describe('a server that gives parts', () => {
  it('is asked for little of a 700 MB film with its index at the end', async () => {
    const url = server.serve('/film.mp4', withRanges(longMp4(film, 700_000_000)))
    const {facts, codes, receivedInBytes, requests} = await probe(url)
    expect(codes).toEqual([])
    expect(facts).toMatchObject({mimeType: 'video/mp4', widthInPixels: 160, sizeInBytes: film.length + 700_000_000})
    expect(facts?.durationInSeconds).toBeCloseTo(media.packetsEndInSeconds('film.mp4'), 1)
    expect(receivedInBytes).toBeLessThan(200_000)
    expect(server.sentInBytes()).toBeLessThan(200_000)
    expect(requests).toBeLessThan(6)
  })

  it('is asked for little of a 200 MB M4A, whose index alone has a megabyte', async () => {
    const looped = ['-stream_loop', '2000', '-i', media.at('talk.m4a')]
    const long = bytesOf('long.m4a', 14_400, looped, ['-c', 'copy'])
    const url = server.serve('/long.m4a', withRanges(longMp4(long, 200_000_000 - long.length)))
    expect(long.indexOf('moov')).toBeGreaterThan(0)
    expect(long.length - long.indexOf('moov')).toBeGreaterThan(1_000_000)
    const {facts, codes, receivedInBytes} = await probe(url)
    expect(codes).toEqual([])
    expect(facts?.durationInSeconds).toBeCloseTo(14_400, 0)
    expect(receivedInBytes).toBeLessThan(500_000)
  })

  it('is asked for less than 256 kB of an MP3 with a header, behind a cover of a megabyte', async () => {
    const tag = Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0x40, 0, 0])
    const tagged = Buffer.concat([tag, Buffer.alloc(0x40 << 14), mp3])
    const url = server.serve('/one.mp3', withRanges(content(tagged)))
    const {facts, codes, receivedInBytes} = await probe(url)
    expect(codes).toEqual([])
    expect(facts).toMatchObject({mimeType: 'audio/mpeg', sizeInBytes: tagged.length})
    expect(facts?.durationInSeconds).toBeCloseTo(20, 1)
    expect(receivedInBytes).toBeLessThan(256_000)
  })

  it('is asked for the chapters behind a cover, and not for the cover', async () => {
    const chapters = ['Hello', 'Goodbye'].map(
      (title, index) => `[CHAPTER]\nTIMEBASE=1/1\nSTART=${index}\nEND=${index + 1}\ntitle=${title}\n`,
    )
    media.write('chapters.txt', `;FFMETADATA1\n${chapters.join('')}`)
    const bytes = bytesOf('covered.mp3', 9, [...tone, '-i', media.at('chapters.txt')], ['-map_metadata', '1'])
    // A picture of 900 kB as the first frame of the tag, of 2.4 with its sizes in sevens of bits.
    const picture = Buffer.alloc(10 + 900_000)
    picture.write('APIC')
    for (const [index, shift] of [21, 14, 7, 0].entries()) picture[4 + index] = (900_000 >> shift) & 0x7f
    const length = [21, 14, 7, 0].reduce(
      (sum, shift, index) => sum + ((bytes[6 + index] ?? 0) << shift),
      picture.length,
    )
    for (const [index, shift] of [21, 14, 7, 0].entries()) bytes[6 + index] = (length >> shift) & 0x7f
    const covered = Buffer.concat([bytes.subarray(0, 10), picture, bytes.subarray(10)])
    const {found, codes, receivedInBytes} = await probe(server.serve('/covered.mp3', withRanges(content(covered))))
    expect(codes).toEqual([])
    expect(found?.chapters.map(({title}) => title)).toEqual(['Hello', 'Goodbye'])
    expect(found?.facts.durationInSeconds).toBeCloseTo(9, 1)
    expect(receivedInBytes).toBeLessThan(256_000)
  })

  it('is asked for a dozen places of an MP3 of one bitrate without a header', async () => {
    const frames = Buffer.concat(Array.from({length: 12}, () => cbr))
    const {facts, receivedInBytes} = await probe(server.serve('/cbr.mp3', withRanges(content(frames))))
    media.write('frames.mp3', frames)
    expect(facts?.durationInSeconds).toBeCloseTo(media.packetsEndInSeconds('frames.mp3'), 0)
    expect(receivedInBytes).toBeLessThan(frames.length / 10)
  })

  it('is asked for all of an MP3 of many bitrates without a header, for nothing else tells how long it is', async () => {
    const frames = media.read('vbr.mp3')
    const {facts} = await probe(server.serve('/vbr.mp3', withRanges(content(frames))))
    expect(facts?.durationInSeconds).toBeCloseTo(media.packetsEndInSeconds('vbr.mp3'), 1)
  })

  it.each([...kindsOfSound, 'fragments.mp4'])('gives the facts of %s as a disk does', async (file) => {
    const bytes = media.read(file)
    const {facts, codes} = await probe(server.serve(`/${file}`, withRanges(content(bytes))))
    expect(codes).toEqual([])
    expect(facts?.sizeInBytes).toBe(bytes.length)
    expect(facts?.durationInSeconds).toBeCloseTo(media.packetsEndInSeconds(file), 1)
  })

  it.each(fragments)('is asked for the last fragment of many, where an index tells: %s', async (file) => {
    const bytes = media.read(file)
    const {facts, codes, receivedInBytes} = await probe(server.serve(`/${file}`, withRanges(content(bytes))))
    expect(codes).toEqual([])
    expect(facts?.durationInSeconds).toBeCloseTo(media.packetsEndInSeconds(file), 1)
    if (file !== 'none.mp4') expect(receivedInBytes).toBeLessThan(bytes.length / 4)
  })

  it('gives the chapters of a file, with its validators', async () => {
    const chapters = ['Hello', 'Goodbye'].map(
      (title, index) => `[CHAPTER]\nTIMEBASE=1/1\nSTART=${index}\nEND=${index + 1}\ntitle=${title}\n`,
    )
    media.write('chapters.txt', `;FFMETADATA1\n${chapters.join('')}`)
    const bytes = bytesOf('chapters.mp3', 3, [...tone, '-i', media.at('chapters.txt')], ['-map_metadata', '1'])
    const lastModified = 'Thu, 26 Nov 2026 10:00:00 GMT'
    const {found} = await probe(server.serve('/chapters.mp3', withRanges(content(bytes), {lastModified})))
    expect(found?.chapters.map(({title}) => title)).toEqual(['Hello', 'Goodbye'])
    expect(found).toMatchObject({etag: '"one"', lastModified})
  })

  it('gives the length of a playlist through its first variant', async () => {
    server.serve(
      '/hls/low.m3u8',
      withRanges(content(Buffer.from('#EXTM3U\n#EXTINF:6.5,\na.ts\n#EXTINF:3,\nb.ts\n#EXT-X-ENDLIST\n'))),
    )
    const all =
      '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=90000,RESOLUTION=640x360,CODECS="avc1.64001f,mp4a.40.2"\nlow.m3u8\n'
    const {facts} = await probe(server.serve('/hls/all.m3u8', withRanges(content(Buffer.from(all)))))
    expect(facts).toMatchObject({durationInSeconds: 9.5, widthInPixels: 640, codecs: 'avc1.64001f, mp4a.40.2'})
  })

  it('may say nothing of its size but the bytes that it sends', async () => {
    const url = server.serve('/star.mp3', (request, response) => {
      if (request.headers.range === undefined) return withoutRanges(content(mp3))(request, response)
      response.writeHead(206, {'content-range': `bytes 0-99/*`, 'content-length': 100})
      response.end(mp3.subarray(0, 100))
    })
    expect((await probe(url)).facts?.sizeInBytes).toBe(mp3.length)
  })

  it.each([
    ['a page in its place', Buffer.from('<!doctype html><title>Gone</title>'), 'media-not-media'],
    ['nothing at all', Buffer.alloc(0), 'media-empty'],
    ['half of the file', m4a.subarray(0, m4a.length / 2), 'media-unreadable'],
  ])('and has %s is a problem where the file is named', async (_what, bytes, code) => {
    const {problems, found} = await probe(server.serve('/broken.m4a', withRanges(content(bytes))))
    expect(problems).toMatchObject([{code, severity: 'error', ...name}])
    expect(found).toBeUndefined()
  })
})

describe('a server without ranges', () => {
  const long = Buffer.concat(Array.from({length: 60}, () => cbr))

  it('is left as soon as enough has come', async () => {
    const tail = Buffer.alloc(60_000_000)
    const first = media.read('first.m4a')
    const bytes = longMp4(first, tail.length)
    const {facts, codes, receivedInBytes} = await probe(server.serve('/first.m4a', withoutRanges(bytes)))
    expect(codes).toEqual(['media-without-ranges'])
    expect(facts).toMatchObject({sizeInBytes: first.length + tail.length})
    expect(facts?.durationInSeconds).toBeCloseTo(8, 1)
    expect(receivedInBytes).toBeLessThan(2_000_000)
  })

  it('is read to the index, wherever that is', async () => {
    const {facts, codes} = await probe(server.serve('/last.m4a', withoutRanges(longMp4(m4a, 5_000_000))))
    expect(codes).toEqual(['media-without-ranges'])
    expect(facts?.durationInSeconds).toBeCloseTo(8, 1)
  })

  it('is read to the end where it does not say how long the file is', async () => {
    const url = server.serve('/chunked.mp3', withoutRanges(content(mp3), {'transfer-encoding': 'chunked'}))
    const {facts, codes} = await probe(url)
    expect(codes).toEqual(['media-without-ranges'])
    expect(facts).toMatchObject({sizeInBytes: mp3.length})
    expect(facts?.durationInSeconds).toBeCloseTo(20, 1)
  })

  it('that announces more than it sends is an error, for downloads would fail', async () => {
    const url = server.serve('/short.mp3', (_request, response) => {
      response.writeHead(200, {'content-length': long.length + 1000, connection: 'close'})
      response.write(long.subarray(0, 400_000), () => response.destroy())
    })
    const {codes, problems} = await probe(url)
    expect(codes).toEqual(['media-length-wrong'])
    expect(problems[0]?.message).toMatch(/ends after \d+ bytes, though its server announces/)
  })

  it('that announces less than the file has is believed no further than its bytes', async () => {
    const url = server.serve('/less.mp3', withoutRanges(content(mp3.subarray(0, 9000)), {'content-length': 9000}))
    expect((await probe(url)).codes).toContain('media-truncated')
  })

  it('that compresses what it sends has no length to go by', async () => {
    const url = server.serve('/gzip.mp3', withoutRanges(content(mp3), {'content-encoding': 'gzip'}))
    expect((await probe(url)).codes).toEqual(['media-length-wrong'])
  })
})

describe('redirects', () => {
  const good = withRanges(content(m4a))

  it('are followed, absolute and relative, and asked once for a file', async () => {
    server.serve('/media/talk.m4a', good)
    server.serve('/hop', redirect('media/talk.m4a', 301))
    const url = server.serve('/prefix/talk.m4a', redirect(server.url('/hop'), 307))
    const {facts, codes} = await probe(url)
    expect(codes).toEqual([])
    expect(facts?.sizeInBytes).toBe(m4a.length)
    expect(server.requests.filter(({path}) => path.startsWith('/prefix'))).toHaveLength(1)
  })

  it('to a signed address that runs out are followed anew', async () => {
    let signature = 0
    server.serve('/signed', (request, response) => {
      const isValid = request.url === `/signed?s=${signature}` && signature === 2
      if (isValid || signature === 1) withRanges(longMp4(m4a, 1_000_000))(request, response)
      else response.writeHead(403).end()
      if (signature === 1) signature = -1
    })
    const url = server.serve('/fresh.m4a', (_request, response) => {
      signature = signature === 0 ? 1 : 2
      response.writeHead(302, {location: `/signed?s=${signature}`}).end()
    })
    const {codes, facts} = await probe(url)
    expect(codes).toEqual([])
    expect(facts?.durationInSeconds).toBeCloseTo(8, 1)
    expect(server.requests.filter(({path}) => path === '/fresh.m4a')).toHaveLength(2)
  })

  it.each([
    ['in a circle', '/a', () => [server.serve('/a', redirect('/b')), server.serve('/b', redirect('/a'))]],
    ['without end', '/n/0', () => Array.from({length: 20}, (_, n) => server.serve(`/n/${n}`, redirect(`/n/${n + 1}`)))],
    ['to nowhere', '/nowhere', () => server.serve('/nowhere', status(302))],
    ['to nonsense', '/nonsense', () => server.serve('/nonsense', redirect('http://[nonsense'))],
  ])('%s are an error', async (_how, path, make) => {
    make()
    expect((await probe(server.url(path))).codes).toEqual(['media-redirects'])
    expect(server.requests.length).toBeLessThan(12)
  })

  it('are followed ten times', async () => {
    for (let n = 0; n < 10; n += 1) server.serve(`/ten/${n}`, redirect(`/ten/${n + 1}`))
    server.serve('/ten/10', good)
    expect((await probe(server.url('/ten/0'))).status).toBe('probed')
  })

  it.each([
    'http://10.1.2.3/a.m4a',
    'http://169.254.169.254/latest/meta-data',
    'http://[::1]/a.m4a',
    'http://localhost/a.m4a',
    'file:///etc/passwd',
    'ftp://media.example/a.m4a',
    'http://me:secret@media.example/a.m4a',
  ])('to %s are refused, and say that they are redirects', async (target) => {
    const {problems, requests} = await probe(server.serve('/away', redirect(target)))
    expect(problems).toMatchObject([{code: 'media-address-refused', message: expect.stringContaining('the redirect')}])
    expect(requests).toBe(1)
  })
})

describe('trouble', () => {
  const good = withRanges(content(mp3))

  it.each([429, 500, 502, 503, 504])('of the kind that passes is waited for: %d', async (code) => {
    const url = server.serve('/busy.mp3', inTurn([status(code), status(code)], good))
    expect((await probe(url)).status).toBe('probed')
  })

  it('is waited for as long as the server asks, and no other request goes there meanwhile', async () => {
    const begun = performance.now()
    const url = server.serve('/later.mp3', inTurn([status(429, {'retry-after': '1'})], good))
    expect((await probe(url)).status).toBe('probed')
    expect(performance.now() - begun).toBeGreaterThan(990)
  })

  it('that is to take an hour is not waited for', async () => {
    const {problems} = await probe(server.serve('/hour.mp3', status(503, {'retry-after': '3600'})))
    expect(problems).toMatchObject([{code: 'media-unreachable', message: expect.stringContaining('3600 seconds')}])
    expect(server.requests).toHaveLength(1)
  })

  it('that does not pass is given up after some tries', async () => {
    expect((await probe(server.serve('/down.mp3', status(500)))).codes).toEqual(['media-unreachable'])
    expect(server.requests).toHaveLength(1 + manners.pausesInMilliseconds.length)
  })

  it.each([
    [404, 'media-not-found', 'error'],
    [410, 'media-not-found', 'error'],
    [401, 'media-refused', 'warning'],
    [403, 'media-refused', 'warning'],
    [451, 'media-refused', 'warning'],
  ])('%d is %s, and not asked again', async (code, expected, severity) => {
    expect((await probe(server.serve('/no.mp3', status(code)))).problems).toMatchObject([{code: expected, severity}])
    expect(server.requests).toHaveLength(1)
  })

  it('with agents that nobody knows is not ours: we say who we are', async () => {
    const url = server.serve('/agents.mp3', (request, response) => {
      const isKnown = /^Castwright\/\S+ \(podcast/.test(request.headers['user-agent'] ?? '')
      ;(isKnown ? good : status(403))(request, response)
    })
    expect((await probe(url)).status).toBe('probed')
  })

  it('of a connection that breaks once is got over', async () => {
    const breaks = inTurn([(_request, response) => void response.destroy()], good)
    expect((await probe(server.serve('/breaks.mp3', breaks))).status).toBe('probed')
    const halfway = inTurn(
      [
        (_request, response) => {
          response.writeHead(206, {'content-range': `bytes 0-32767/${mp3.length}`, 'content-length': 32_768})
          response.write(mp3.subarray(0, 1000), () => response.destroy())
        },
      ],
      good,
    )
    expect((await probe(server.serve('/halfway.mp3', halfway))).status).toBe('probed')
  })

  it('of a server that says nothing, or a byte now and then, ends', async () => {
    expect((await probe(server.serve('/silent.mp3', () => undefined))).codes).toEqual(['media-unreachable'])
    const trickle = server.serve('/trickle.mp3', (_request, response) => {
      response.writeHead(206, {'content-range': `bytes 0-32767/${mp3.length}`, 'content-length': 32_768})
      const timer = setInterval(() => response.write('x'), 100)
      response.on('close', () => clearInterval(timer))
    })
    const {problems} = await probe(trickle)
    expect(problems).toMatchObject([{code: 'media-unreachable', message: expect.stringContaining('too slow')}])
  })

  /** Sends `first`, then `again` every 20 ms for as long as somebody listens. */
  const dripping =
    (first: string, again: string): Behaviour =>
    ({socket}) => {
      socket.write(first)
      const timer = setInterval(() => socket.write(again), 20)
      socket.on('close', () => clearInterval(timer)).on('error', () => undefined)
    }

  it.each([
    ['headers that come one by one for ever', 'HTTP/1.1 206 Partial Content\r\n', 'x-a: b\r\n'],
    ['hints that come one by one for ever', '', 'HTTP/1.1 103 Early Hints\r\nlink: <a>\r\n\r\n'],
    ['one header that never ends', 'HTTP/1.1 200 OK\r\nx-a: ', 'b'],
  ])('of %s ends, also behind a redirect', async (_what, first, again) => {
    const url = server.serve('/dripping.mp3', dripping(first, again))
    const before = server.serve('/leads-to-dripping.mp3', redirect(url))
    for (const each of [url, before]) {
      const hasty = {...manners, pausesInMilliseconds: [], silenceInMilliseconds: 100}
      const {codes, problems} = await probe(each, undefined, [server.host], hasty)
      expect(codes).toEqual(['media-unreachable'])
      expect(problems[0]?.message).toContain('gave no answer')
    }
  })

  it('of a file that changes while it is read is trouble, not a fact', async () => {
    let count = 0
    const url = server.serve('/changes.m4a', (request, response) => {
      count += 1
      withRanges(longMp4(m4a, 1_000_000 + count))(request, response)
    })
    expect((await probe(url)).codes).toEqual(['media-unreachable'])
  })

  it('of no server at that address', async () => {
    const {codes, problems} = await probe('http://127.0.0.1:9/one.mp3', undefined, ['127.0.0.1'])
    expect(codes).toEqual(['media-unreachable'])
    expect(problems[0]?.message).toMatch(/ECONNREFUSED/)
  })
})

describe('asking again', () => {
  const known = {sizeInBytes: mp3.length, etag: '"one"'}

  it('is one request, answered by nothing', async () => {
    const url = server.serve('/again.mp3', withRanges(content(mp3)))
    expect(await probe(url, known)).toMatchObject({status: 'unchanged', requests: 1, receivedInBytes: 0})
    expect(server.requests[0]?.headers).toMatchObject({'if-none-match': '"one"'})
  })

  it('goes by the date where there is no ETag', async () => {
    const lastModified = 'Thu, 26 Nov 2026 10:00:00 GMT'
    const url = server.serve('/dated.mp3', withRanges(content(mp3), {etag: '', lastModified}))
    const result = await probe(url, {sizeInBytes: mp3.length, lastModified})
    expect(result).toMatchObject({status: 'unchanged', requests: 1, receivedInBytes: 0})
  })

  it('is one request also of a server that knows no conditions', async () => {
    const deaf = withRanges(content(mp3), {etag: '"one"'})
    const url = server.serve('/deaf.mp3', (request, response) => {
      request.headers['if-none-match'] = ''
      deaf(request, response)
    })
    expect(await probe(url, known)).toMatchObject({status: 'unchanged', requests: 1})
    const whole = server.serve(
      '/whole.mp3',
      withoutRanges(content(mp3), {etag: 'W/"one"', 'content-length': mp3.length}),
    )
    expect(await probe(whole, known)).toMatchObject({status: 'unchanged', requests: 1})
  })

  it('finds other bytes', async () => {
    const url = server.serve('/again.mp3', withRanges(content(m4a), {etag: '"two"'}))
    const {status: state, facts} = await probe(url, known)
    expect([state, facts?.mimeType]).toEqual(['probed', 'audio/x-m4a'])
  })
})

describe('temporary files', () => {
  it('are gone when a file from a server without ranges was read', async () => {
    const left = () =>
      readdirSync(tmpdir()).filter((entry) => entry.startsWith('castwright-probe-') && !media.folder.endsWith(entry))
    const before = left()
    await probe(server.serve('/temporary.m4a', withoutRanges(longMp4(m4a, 100_000))))
    expect(left()).toEqual(before)
  })
})
