import {once} from 'node:events'
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createServer, type RequestListener} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {build, importShow} from '../../../src/index.ts'

const now = new Date('2026-06-01T00:00:00Z')

async function hostOf(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-hostile-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}

function feed(items: string, channel = '', start = ''): string {
  return `<?xml version="1.0"?>${start}<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
    xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Night Trains</title>
    <link>https://trains.example/</link><language>en</language><description>Trains.</description>${channel}${items}</channel></rss>`
}

const item = (title: string, more = '', guid = title) =>
  `<item><title>${title}</title><guid isPermaLink="false">${guid}</guid><pubDate>Mon, 01 Jun 2025 08:00:00 GMT</pubDate>
   <enclosure url="https://media.example/1.mp3" length="5000000" type="audio/mpeg"/>${more}</item>`

/** What an import of `text` leaves in a folder that holds nothing else than it and the show. */
async function imported(text: string) {
  const folder = scratch()
  writeFileSync(join(folder, 'feed.xml'), text)
  const outcome = await importShow(join(folder, 'feed.xml'), join(folder, 'show'))
  const show = existsSync(join(folder, 'show')) ? readdirSync(join(folder, 'show')) : []
  return {outcome, folder, around: readdirSync(folder), show, codes: outcome.problems.map(({code}) => code)}
}

const up = '../../../../../../tmp/castwright-evil'

describe('a hostile source', () => {
  it.each([
    ['titles', item(up)],
    ['titles of Windows', item('..\\..\\evil'.replaceAll('\\', '&#92;'))],
    ['titles that are names of devices', item('CON')],
    ['titles of 20,000 letters', item('x'.repeat(20_000))],
    ['guids', item('One', '', `${up}/${'g'.repeat(5000)}`)],
    [
      'languages of transcripts',
      item('One', `<podcast:transcript url="https://127.0.0.1:9/x.vtt" type="text/vtt" language="${up}"/>`),
    ],
    ['endings of pictures', item('One', `<itunes:image href="https://127.0.0.1:9/x.png/..%2F..%2Fevil"/>`)],
    ['numbers', item('One', '<itunes:episode>../../1</itunes:episode><itunes:season>-1</itunes:season>')],
    [
      'control characters',
      item('One&#7;&#27;[31m&#8238;evil', '<description>&#0;&#11;&#27;]0;owned&#7;</description>'),
    ],
  ])('leads out of the folder by no %s, and the show builds', async (_name, items) => {
    const {outcome, around, show, folder} = await imported(feed(items))
    expect(outcome.ok).toBe(true)
    expect(around.sort()).toEqual(['feed.xml', 'show'])
    expect(existsSync('/tmp/castwright-evil')).toBe(false)
    for (const name of show) {
      expect(name).toMatch(/^[\w.-]{1,100}$/)
      expect(readFileSync(join(folder, 'show', name), 'utf8').replaceAll('\\u', '')).not.toMatch(
        /[\0-\x08\x0b-\x1f\x7f]/,
      )
    }
    const built = await build(join(folder, 'show'), join(folder, 'out'), {now})
    expect(built.problems.filter(({severity}) => severity === 'error')).toEqual([])
  })

  it.each([
    [
      'that doubles',
      `<!ENTITY a "${'lol'.repeat(1000)}">${Array.from({length: 20}, (_, index) => `<!ENTITY a${index} "${'&a;'.repeat(10)}">`).join('')}`,
    ],
    ['that is a file', '<!ENTITY a19 SYSTEM "file:///etc/passwd">'],
  ])('has no entity of its own read: one %s', async (_name, entities) => {
    const text = feed(item('One', '<description>Before &a19; behind</description>'), '', `<!DOCTYPE rss [${entities}]>`)
    const {outcome, show, folder} = await imported(text)
    expect(outcome.ok).toBe(true)
    const all = show.map((name) => readFileSync(join(folder, 'show', name), 'utf8')).join('')
    expect(all).not.toMatch(/lollol|root:/)
    expect(all.length).toBeLessThan(20_000)
  })

  it('nests as deep as no feed does, and is none', async () => {
    const deep = `<description>${'<b>'.repeat(50_000)}${'</b>'.repeat(50_000)}</description>`
    expect((await imported(feed(item('One', deep)))).codes).toEqual(['source-unreadable'])
  })

  it.each([
    ['nest', '<div>'.repeat(20_000)],
    ['leave marks open', '<p><b class=1>x</p>'.repeat(1000)],
    ['have marks crosswise', '<b><i>x</b></i>'.repeat(5000)],
  ])('has notes that %s, which come in as they are, and the show builds', async (_name, notes) => {
    const {outcome, folder} = await imported(feed(item('One', `<description><![CDATA[${notes}]]></description>`)))
    expect(outcome.ok).toBe(true)
    const built = await build(join(folder, 'show'), join(folder, 'out'), {now})
    expect(built.problems.filter(({severity}) => severity === 'error')).toEqual([])
  })

  it.each([
    [
      'episodes with one title and one day',
      Array.from({length: 5000}, (_, index) => item('One', '', `g${index}`)).join(''),
    ],
    [
      'notes without an end of a paragraph',
      item('One', `<description><![CDATA[${'<p>word <b>x</b> '.repeat(300_000)}]]></description>`),
    ],
    ['blanks in a title', item(`One${' '.repeat(1_000_000)}x`)],
    ['people', item('One', '<podcast:person>Anna</podcast:person>'.repeat(20_000))],
    [
      'tags that nobody knows',
      item('One', Array.from({length: 20_000}, (_, index) => `<x${index}>v</x${index}>`).join('')),
    ],
  ])('has more %s than any show, and is read all the same', async (_name, items) => {
    const {outcome} = await imported(feed(items))
    expect(outcome.ok).toBe(true)
  })

  it('has more notes than can be turned into Markdown, which stay as they are, and it is said', async () => {
    const notes = `<description><![CDATA[${'<div>'.repeat(15_000)}]]></description>`
    const items = Array.from({length: 60}, (_, index) => item(`Night ${index}`, notes)).join('')
    const {outcome} = await imported(feed(items))
    expect(outcome.problems).toMatchObject([
      {code: 'import-notes-html', message: expect.stringMatching(/^The notes of 8 episodes stay HTML/)},
    ])
  })

  it('names addresses of private networks, and none is asked', async () => {
    const asked: string[] = []
    const host = await hostOf((request, response) => {
      asked.push(request.url ?? '')
      response.end('secret')
    })
    const text = feed(
      item(
        'One',
        `<podcast:transcript url="${host}/a.vtt" type="text/vtt"/><podcast:chapters url="${host}/b.json" type="application/json+chapters"/><itunes:image href="${host}/c.png"/>`,
      ),
      `<itunes:image href="${host.replace('127.0.0.1', 'localhost')}/d.png"/>`,
    )
    const {outcome, codes} = await imported(text)
    expect(outcome.ok).toBe(true)
    expect(asked).toEqual([])
    expect(codes.filter((code) => code === 'import-file-missing')).toHaveLength(4)
  })
})

describe('a hostile server', () => {
  it('sends without an end, and is left at the limit', async () => {
    const host = await hostOf((request, response) => {
      if (request.url === '/feed.xml') {
        response.end(feed(item('One', `<podcast:transcript url="${host}/endless.vtt" type="text/vtt"/>`)))
        return
      }
      const piece = Buffer.alloc(1024 * 1024, 'a')
      const send = () => {
        while (!response.destroyed && response.write(piece));
      }
      response.on('drain', send)
      send()
    })
    const folder = scratch()
    const outcome = await importShow(`${host}/feed.xml`, join(folder, 'show'), {allowPrivate: true})
    expect(outcome.problems.map(({code}) => code)).toEqual(['import-file-missing'])
    expect(readdirSync(join(folder, 'show')).sort()).toEqual([
      '2025-06-01-one.md',
      'castwright.import.json',
      'show.yaml',
    ])
  })

  it('leads to a private network, or round in a circle, and is not followed', async () => {
    const asked: string[] = []
    const inner = await hostOf((request, response) => {
      asked.push(request.url ?? '')
      response.end(feed(item('One')))
    })
    const host = await hostOf((request, response) => {
      const to = request.url === '/inner' ? `${inner}/feed.xml` : `${host}/circle`
      response.writeHead(302, {location: to}).end()
    })
    for (const path of ['/inner', '/circle']) {
      const outcome = await importShow(`${host}${path}`, join(scratch(), 'show'), {allowPrivate: true})
      expect(outcome.problems.map(({code}) => code)).toEqual(['feed-unreachable'])
    }
    expect(asked).toEqual([])
  })
})
