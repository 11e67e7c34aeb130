import {readdirSync, rmSync, writeFileSync} from 'node:fs'
import {get, type IncomingHttpHeaders} from 'node:http'
import {connect} from 'node:net'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {describe, expect, it, onTestFinished} from 'vitest'
import {type Preview, type PreviewOptions, preview} from '../../src/index.ts'
import {hashesOf} from '../files-on-disk.ts'
import {episodeFile, media, showFile, temporaryShow} from '../temporary-show.ts'

const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "';alert(1)//",
  '</head><script>alert(1)</script>',
]

const files = {
  'show.yaml': showFile('site_url: https://trial.example/pod/'),
  '001-first.md': '---\ntitle: First\ndate: 2026-01-31\n---\nNotes with a time: 0:00.\n',
  '001-first.mp3': media.mp3,
  '002-draft.md': `---\ntitle: "Draft <b>&\ndate: 2026-02-01\ndraft: true\n---\nNot yet.\n`.replace(
    '<b>&',
    '<b>&amp;"',
  ),
  '002-draft.mp3': media.mp3,
  '003-later.md': episodeFile('003-later', ['title: Later', 'date: 2999-01-01']),
}

async function opened(
  given: Parameters<typeof temporaryShow>[0] = files,
  options: PreviewOptions = {},
): Promise<Preview & {readonly folder: string}> {
  const folder = temporaryShow(given)
  const outcome = await preview(folder, {port: 0, ...options})
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  onTestFinished(outcome.value.close)
  return {...outcome.value, folder}
}

type Answer = {readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string}

/** As it is given: `fetch` resolves `..` before it asks. */
function ask(
  url: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Answer> {
  const {hostname, port} = new URL(url)
  return new Promise((resolve, reject) => {
    const request = get(
      {
        host: hostname.replace('localhost', '127.0.0.1'),
        port,
        path,
        headers: {host: `localhost:${port}`, ...headers},
        method,
        agent: false,
      },
      (response) => {
        const pieces: Buffer[] = []
        response.on('data', (piece) => pieces.push(piece))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(pieces).toString('latin1'),
          }),
        )
        response.on('error', reject)
      },
    )
    request.on('error', reject)
  })
}

/** The first message of the stream of events, and the next ones as they come. */
async function listen(url: string, path: string) {
  const {body} = await fetch(new URL(`/-castwright/events?path=${encodeURIComponent(path)}`, url))
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  onTestFinished(() => void reader?.cancel().catch(() => {}))
  let text = ''
  return async () => {
    for (;;) {
      const found = /data: (.*)\n\n/.exec(text)
      if (found !== null) {
        text = text.slice(found.index + found[0].length)
        return JSON.parse(found[1] ?? '')
      }
      const {value = '', done} = (await reader?.read()) ?? {done: true}
      if (done) throw new Error('the stream has ended')
      text += value
    }
  }
}

describe('a preview', () => {
  it('serves what a build would write, with its types, and writes nothing', async () => {
    const {url, folder} = await opened()
    const before = hashesOf(folder)
    expect(new URL(url).pathname).toBe('/pod/')
    const types = new Map([
      ['', 'text/html; charset=utf-8'],
      ['episodes/001-first/', 'text/html; charset=utf-8'],
      ['feed.xml', 'application/xml; charset=utf-8'],
      ['feed.json', 'application/feed+json'],
      ['assets/castwright.css', 'text/css; charset=utf-8'],
      ['media/001-first.mp3', 'audio/mpeg'],
    ])
    for (const [path, type] of types) {
      const {status, headers} = await ask(url, `/pod/${path}`)
      expect([path, status, headers['content-type']]).toEqual([path, 200, type])
      expect(headers['access-control-allow-origin']).toBeUndefined()
    }
    expect((await ask(url, '/')).headers.location).toBe('/pod/')
    expect((await ask(url, '/pod/episodes/001-first')).headers.location).toBe('/pod/episodes/001-first/')
    expect((await ask(url, '/pod/nothing')).status).toBe(404)
    expect(hashesOf(folder)).toEqual(before)
    expect(readdirSync(folder)).not.toContain('.castwright')
  })

  it('answers in parts, with heads alone, and with nothing new', async () => {
    const {url} = await opened()
    const whole = await ask(url, '/pod/media/001-first.mp3')
    expect(Number(whole.headers['content-length'])).toBe(media.mp3.length)
    const part = await ask(url, '/pod/media/001-first.mp3', {range: 'bytes=10-19'})
    expect([part.status, part.headers['content-range']]).toEqual([206, `bytes 10-19/${media.mp3.length}`])
    expect(part.body).toBe(media.mp3.subarray(10, 20).toString('latin1'))
    const beyond = await ask(url, '/pod/media/001-first.mp3', {range: 'bytes=9999999-'})
    expect([beyond.status, beyond.headers['content-range']]).toEqual([416, `bytes */${media.mp3.length}`])
    const {etag = '', 'last-modified': modified = ''} = whole.headers
    expect((await ask(url, '/pod/media/001-first.mp3', {'if-none-match': etag})).status).toBe(304)
    expect((await ask(url, '/pod/media/001-first.mp3', {'if-modified-since': modified})).status).toBe(304)
    expect((await ask(url, '/pod/media/001-first.mp3', {range: 'bytes=0-1', 'if-range': '"other"'})).status).toBe(200)
    const head = await ask(url, '/pod/media/001-first.mp3', {}, 'HEAD')
    expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', String(media.mp3.length)])
    const page = await ask(url, '/pod/episodes/001-first/')
    expect((await ask(url, '/pod/episodes/001-first/', {'if-none-match': String(page.headers.etag)})).status).toBe(304)
    const posted = await ask(url, '/pod/', {}, 'POST')
    expect([posted.status, posted.headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  it('shows drafts and scheduled episodes in lists and on pages, and in no feed', async () => {
    const {url} = await opened()
    for (const path of ['episodes/002-draft/', 'episodes/003-later/', 'media/002-draft.mp3'])
      expect([path, (await ask(url, `/pod/${path}`)).status]).toEqual([path, 200])
    const list = (await ask(url, '/pod/')).body
    expect(list).toContain('href="episodes/002-draft/"')
    expect(list).toContain('href="episodes/003-later/"')
    const feed = (await ask(url, '/pod/feed.xml')).body
    expect(feed).toContain('001-first')
    expect(feed).not.toMatch(/002-draft|003-later/)
    const {heldBack} = await (await listen(url, 'index.html'))()
    expect(heldBack).toEqual([
      {path: 'episodes/002-draft/', title: expect.stringContaining('Draft'), state: 'draft'},
      {path: 'episodes/003-later/', title: 'Later', state: 'scheduled', at: '2999-01-01T00:00:00.000Z'},
    ])
  })
})

describe('an open page', () => {
  it('is told when it is another one, and not when another episode is', async () => {
    const {url, folder} = await opened()
    const first = await listen(url, 'episodes/001-first/index.html')
    const other = await listen(url, 'episodes/003-later/index.html')
    const [before, otherBefore] = [await first(), await other()]
    expect((await ask(url, '/pod/episodes/001-first/')).body).toContain(`data-mark="${before.mark}"`)
    writeFileSync(join(folder, '001-first.md'), files['001-first.md'].replace('Notes', 'New notes'))
    const [after, otherAfter] = [await first(), await other()]
    expect(after.mark).not.toBe(before.mark)
    expect(otherAfter.mark).toBe(otherBefore.mark)
    expect((await ask(url, '/pod/episodes/001-first/')).body).toContain('New notes')
  })

  it('is told when a transcript outside the show changes', async () => {
    const outside = temporaryShow({'001-first.vtt': 'WEBVTT\n\n00:00.000 --> 00:00.400\nGood evening.\n'})
    const {url} = await opened({
      ...files,
      'show.yaml': showFile('site_url: https://trial.example/pod/', `transcripts_from: ${outside}`),
    })
    const next = await listen(url, 'episodes/001-first/index.html')
    await next()
    expect((await ask(url, '/pod/episodes/001-first/')).body).toContain('Good evening.')
    // The folder is watched a moment after the page can be asked for.
    for (let tries = 0; tries < 50; tries += 1) {
      writeFileSync(join(outside, '001-first.vtt'), `WEBVTT\n\n00:00.000 --> 00:00.400\nGood night ${tries}.\n`)
      if ((await ask(url, '/pod/episodes/001-first/')).body.includes('Good night')) break
      await sleep(100)
    }
    expect((await ask(url, '/pod/episodes/001-first/')).body).toContain('Good night')
  })

  it('is told when the theme or a page of the author changes', async () => {
    const own = {'show.yaml': showFile('site_url: https://trial.example/pod/', 'own_pages: pages/*.md')}
    const {url, folder} = await opened({...files, ...own, 'theme/style.css': 'a {}', 'pages/about.md': '# About'})
    const next = await listen(url, 'about/index.html')
    const marks = [(await next()).mark]
    for (const [path, text] of [
      ['theme/style.css', 'a { color: red }'],
      ['theme/footer.liquid', '<footer>{{ show.title }} here</footer>'],
      ['pages/about.md', '# About us'],
    ] as const) {
      writeFileSync(join(folder, path), text)
      marks.push((await next()).mark)
    }
    expect(new Set(marks).size).toBe(4)
    const {body} = await ask(url, '/pod/about/')
    expect(body).toContain('<footer>Trial Run here</footer>')
    expect(body).toContain('About us</h1>')
    writeFileSync(join(folder, 'theme/footer.liquid'), '{{ show.titel }}')
    expect((await next()).problems).toContainEqual(
      expect.objectContaining({code: 'template-broken', file: 'theme/footer.liquid', line: 1}),
    )
  })

  it('is told what is wrong, with the line, and when it is mended; the page of before stays', async () => {
    const {url, folder} = await opened()
    const next = await listen(url, 'episodes/001-first/index.html')
    expect((await next()).problems.filter(isError)).toEqual([])
    writeFileSync(join(folder, '001-first.md'), files['001-first.md'].replace('2026-01-31', '2026-13-31'))
    const [problem] = (await next()).problems.filter(isError)
    expect(problem).toMatchObject({code: 'value-invalid', file: '001-first.md', line: 3})
    expect(problem.excerpt).toEqual({
      firstLine: 1,
      lines: ['---', 'title: First', 'date: 2026-13-31', '---', 'Notes with a time: 0:00.'],
    })
    writeFileSync(join(folder, 'show.yaml'), 'title: [')
    await until(next, (errors) => errors[0]?.file === 'show.yaml')
    expect((await ask(url, '/pod/')).status).toBe(200)
    writeFileSync(join(folder, 'show.yaml'), files['show.yaml'])
    writeFileSync(join(folder, '001-first.md'), files['001-first.md'])
    await until(next, (errors) => errors.length === 0)
    expect((await ask(url, '/pod/episodes/001-first/')).status).toBe(200)
  })
})

type Message = {readonly problems: readonly {readonly severity: string; readonly file?: string}[]}

/** Several changes may come in one message or in several. */
async function until(next: () => Promise<Message>, isIt: (errors: Message['problems']) => boolean): Promise<void> {
  let errors: Message['problems'] | undefined
  while (errors === undefined || !isIt(errors)) errors = (await next()).problems.filter(isError)
}

function isError({severity}: {readonly severity: string}): boolean {
  return severity === 'error'
}

describe('nothing outside the show', () => {
  const ways = [
    '/pod/../show.yaml',
    '/pod/%2e%2e/show.yaml',
    '/pod/..%2fshow.yaml',
    '/pod/%2e%2e%2fshow.yaml',
    '/pod/%252e%252e%252fshow.yaml',
    '/pod/..%5cshow.yaml',
    '/pod/..\\show.yaml',
    '/pod/media/..%2f..%2fshow.yaml',
    '/pod/%c0%ae%c0%ae/show.yaml',
    '/pod/%c0%2e%c0%2e/show.yaml',
    '/pod/%uff0e%uff0e/show.yaml',
    '/pod/%ef%bc%8e%ef%bc%8e/show.yaml',
    '/pod/%2e%2e%5cshow.yaml',
    '/pod/.%2e/.%2e/etc/passwd',
    '/pod/%%32%65%%32%65/show.yaml',
    '/pod/media/001-first.mp3/../../show.yaml',
    '/pod/....//show.yaml',
    '/pod/..;/show.yaml',
    '/pod/%00/../show.yaml',
    '/pod//etc/passwd',
    '//etc/passwd',
    '/pod/file:%2f%2f%2fetc/passwd',
    '/pod/show.yaml',
    '/pod/002-draft.md',
    '/-castwright/../show.yaml',
    '/-castwright/as/apple/..%2f..%2f',
  ]
  it('comes by any way', async () => {
    const {url} = await opened()
    for (const way of ways) {
      const {status, body} = await ask(url, way)
      expect([way, status]).toEqual([way, 404])
      expect(body).not.toMatch(/owner: none|root:/)
    }
    const raw = await rawAnswer(
      url,
      'GET http://localhost/pod/show.yaml HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
    )
    expect(raw).toMatch(/^HTTP\/1\.1 400 /)
  })

  it('asks under another name', async () => {
    const {url} = await opened()
    const {port} = new URL(url)
    for (const host of ['evil.example', `evil.example:${port}`, `localhost.evil.example:${port}`, '0.0.0.0'])
      expect([host, (await ask(url, '/pod/', {host})).status]).toEqual([host, 403])
    for (const host of [`127.0.0.1:${port}`, 'LOCALHOST', `[::1]:${port}`])
      expect([host, (await ask(url, '/pod/', {host})).status]).toEqual([host, 200])
  })

  it('leads to another host', async () => {
    const {url} = await opened({...files, 'show.yaml': showFile('site_url: https://trial.example/')})
    const {headers} = await ask(url, '//episodes/001-first')
    expect(headers.location ?? '/').not.toMatch(/^\/\//)
  })
})

function rawAnswer(url: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text))
    let answer = ''
    socket.on('data', (piece) => {
      answer += piece
    })
    socket.on('end', () => resolve(answer))
    socket.on('error', reject)
  })
}

describe('the preview’s own pages', () => {
  it('show each episode as apps do, drafts as well, and nothing of an author runs there', async () => {
    const named = Object.fromEntries(
      attacks.map((attack, index) => [
        `01${index}-x.md`,
        episodeFile(`01${index}-x`, [`title: ${JSON.stringify(attack)}`], `${attack}\n`),
      ]),
    )
    const {url} = await opened({...files, ...named})
    const desk = (await ask(url, '/-castwright/')).body
    expect(desk).toContain('/-castwright/as/apple/002-draft/')
    expect(desk).toContain('href="/pod/feed.xml"')
    const pages = [desk, (await ask(url, '/-castwright/as/spotify/')).body]
    for (const app of ['apple', 'spotify', 'overcast', 'youtube'])
      for (const slug of ['001-first', '002-draft', ...attacks.map((_, index) => `01${index}-x`)]) {
        const {status, body} = await ask(url, `/-castwright/as/${app}/${slug}/`)
        expect([app, slug, status]).toEqual([app, slug, 200])
        pages.push(body)
      }
    for (const page of pages)
      expect(page.replace(/<script src="\/-castwright\/live\.js"[^>]*><\/script>/g, '')).not.toMatch(
        /<script|<img[^>]*onerror/,
      )
    const none = await ask(url, '/-castwright/as/apple/none/')
    expect([none.status, none.body.includes('/-castwright/live.js')]).toEqual([404, true])
    expect((await ask(url, '/-castwright/as/winamp/001-first/')).status).toBe(404)
  })
})

describe('without --host', () => {
  it('nobody else is let in, and with it everybody gets an address', async () => {
    const alone = await opened()
    expect([alone.networkUrls, alone.qrCode]).toEqual([[], undefined])
    const shared = await opened(files, {isInNetwork: true})
    if (shared.networkUrls.length === 0) return
    expect(shared.qrCode).toMatch(/█/)
    expect((await fetch(shared.networkUrls[0] ?? '')).status).toBe(200)
    const outside = new URL(shared.networkUrls[0] ?? '')
    outside.port = new URL(alone.url).port
    await expect(fetch(outside)).rejects.toThrow()
  })

  it('is no preview where there is no show', async () => {
    const folder = temporaryShow({})
    rmSync(join(folder, 'show.yaml'))
    expect(await preview(folder, {port: 0})).toMatchObject({ok: false, problems: [{code: 'show-file-missing'}]})
  })
})
