import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import type {BrowserContext, BrowserContextOptions, Page} from 'playwright-core'
import {chromiumHere, playsByItself} from './chromium.ts'

/** Silence, 3 minutes of 8 kHz, which a browser plays under any name. */
export function silentWave(): Buffer {
  const samples = Buffer.alloc(8000 * 180, 128)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8000, 24)
  head.writeUInt32LE(8000, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}

export const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export type Served = {readonly type: string; readonly body: Buffer}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  vtt: 'text/vtt',
}

/** Texts of a plan (`planInMemory`) as a server has them; a recording is silence, and a picture one pixel. */
export function servedTexts(files: ReadonlyMap<string, string>): ReadonlyMap<string, Served> {
  return new Map(
    [...files].map(([path, text]): readonly [string, Served] => {
      const ending = path.slice(path.lastIndexOf('.') + 1)
      if (/^(?:mp3|m4a|ogg)$/.test(ending)) return [path, {type: 'audio/wav', body: silentWave()}]
      if (/^(?:png|jpe?g|webp)$/.test(ending)) return [path, {type: 'image/png', body: onePixel}]
      return [path, {type: types[ending] ?? 'application/octet-stream', body: Buffer.from(text)}]
    }),
  )
}

/** The site under another address and path than it was made for. */
async function serve(files: ReadonlyMap<string, Served>): Promise<Server> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/^\/(?:elsewhere\/)?/, '').replace(/(?:^|\/)$/, '$&index.html')
    const file = files.get(path)
    if (file === undefined) return response.writeHead(404).end()
    const range = /^bytes=(\d+)-(\d*)/.exec(request.headers.range ?? '')
    if (!range)
      return response
        .writeHead(200, {'content-type': file.type, 'accept-ranges': 'bytes', 'content-length': file.body.length})
        .end(file.body)
    const [start, end] = [Number(range[1]), range[2] ? Number(range[2]) : file.body.length - 1]
    const headers = {
      'content-type': file.type,
      'content-range': `bytes ${start}-${end}/${file.body.length}`,
      'content-length': end - start + 1,
    }
    return response.writeHead(206, headers).end(file.body.subarray(start, end + 1))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

/** A site and a browser, and the pages of the one in the other. */
export type OpenSite = {
  readonly root: string
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<OpenPage>
  readonly close: () => Promise<void>
}

/** `complaints` is what the console says and what the server does not have; `asked` are the addresses that the page asked for. */
export type OpenPage = {readonly page: Page; readonly complaints: readonly string[]; readonly asked: readonly string[]}

export async function openSite(files: ReadonlyMap<string, Served>): Promise<OpenSite> {
  const server = await serve(files)
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/elsewhere/`
  const browser = await chromiumHere(playsByItself)
  const contexts: BrowserContext[] = []
  return {
    root,
    open: async (path, options = {}) => {
      const context = await browser.newContext({viewport: {width: 1280, height: 844}, ...options})
      contexts.push(context)
      const page = await context.newPage()
      const complaints: string[] = []
      const asked: string[] = []
      page.on('console', (message) => complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('request', (request) => asked.push(request.url()))
      page.on(
        'response',
        (response) => response.status() >= 400 && complaints.push(`${response.status()} ${response.url()}`),
      )
      await page.goto(root + path)
      await page.waitForLoadState('networkidle')
      return {page, complaints, asked}
    },
    close: async () => {
      await Promise.all(contexts.map((context) => context.close()))
      server.close()
    },
  }
}
