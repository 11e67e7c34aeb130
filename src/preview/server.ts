import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {notFoundPath, servedFile, themeStylePath} from '../model/site-paths.ts'
import {type LiveClients, liveClients} from './live-clients.ts'
import {livePage} from './live-page.ts'
import {ownFile} from './own-files.ts'
import {ownFolder, ownPaths} from './own-paths.ts'
import type {PreviewedShow, SiteFile} from './previewed-show.ts'
import {askedFor, namesOfHost} from './requests.ts'
import {sendContent, sendWords, textMarkOf} from './send-file.ts'

export type PreviewServer = {
  readonly port: number
  /** To be called when the show changed: open pages are told. */
  readonly changed: () => Promise<void>
  /** The same, but only pages that became other ones are told. Returns whether there are any. */
  readonly changedPages: () => Promise<boolean>
  readonly close: () => Promise<void>
}

export type ServerOptions = {
  readonly port: number
  /** Whether other machines may ask, or only this one. */
  readonly isInNetwork: boolean
}

const stylePath = 'assets/castwright.css'

/** This many ports are tried, the wanted one first: another preview may have it. */
const portsTried = 20

/** Serves a show to the one who writes it. It is a tool for writing and no server for listeners. */
export async function startServer(show: PreviewedShow, {port, isInNetwork}: ServerOptions): Promise<PreviewServer> {
  const names = namesOfHost(isInNetwork)
  const clients = liveClients(show, async (path) => markOfPage(show, await pageAt(show, path)))
  const server = createServer((request, response) => {
    answer(request, response, show, clients, names).catch((error: unknown) => failed(response, error))
  })
  await listenSomewhere(server, port, isInNetwork ? '::' : '127.0.0.1')
  return {
    port: (server.address() as AddressInfo).port,
    changed: clients.tell,
    changedPages: clients.tellChanged,
    close: async () => {
      clients.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

async function listenSomewhere(server: Server, first: number, host: string): Promise<void> {
  for (let port = first; ; port += 1) {
    try {
      await listen(server, port, host)
      return
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      if (isTaken && port < first + portsTried) continue
      // A machine without IPv6.
      if (host !== '::' || isTaken) throw error
      return listenSomewhere(server, first, '0.0.0.0')
    }
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** The browser went away in the middle of a film, or a file is gone that was there a moment ago. */
function failed(response: ServerResponse, error: unknown): void {
  if (response.headersSent) response.destroy()
  else sendWords(response, 500, `This could not be read: ${error instanceof Error ? error.message : String(error)}`)
}

const refusals = {
  method: [405, 'Only GET and HEAD'],
  host: [403, 'The preview answers to this machine only; castwright preview --host opens it to the network'],
  address: [400, 'This is no address'],
} as const

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  show: PreviewedShow,
  clients: LiveClients,
  names: ReadonlySet<string>,
): Promise<void> {
  const {method, url} = request
  const asked = askedFor({method, url, host: request.headers.host}, names)
  if ('refused' in asked) {
    const [status, words] = refusals[asked.refused]
    return sendWords(response, status, words, asked.refused === 'method' ? {Allow: 'GET, HEAD'} : {})
  }
  const {path, query} = asked
  if (path === ownPaths.events) return clients.add(query.get('path') ?? '', response)
  if (path.startsWith(ownFolder)) return answerWithOwn(request, response, show, path)
  return answerWithSite(request, response, show, path)
}

async function answerWithOwn(
  request: IncomingMessage,
  response: ServerResponse,
  show: PreviewedShow,
  path: string,
): Promise<void> {
  const own = await ownFile(show, path)
  // The episode may have an error at the moment: the page comes when it is mended.
  if (own === undefined) return sendPage(request, response, show, path, 404)
  if (own.mimeType === 'text/html') return sendPage(request, response, show, path)
  return sendContent(request, response, {mimeType: own.mimeType, bytes: Buffer.from(own.text)})
}

async function answerWithSite(
  request: IncomingMessage,
  response: ServerResponse,
  show: PreviewedShow,
  path: string,
): Promise<void> {
  const base = show.base()
  if (!path.startsWith(base)) {
    const isRoot = path === '/' || `${path}/` === base
    if (isRoot) return redirect(response, base)
    return sendPage(request, response, show, path.slice(1), 404)
  }
  const below = servedFile(path.slice(base.length))
  const file = show.file(below)
  if (file !== undefined) return sendFile(request, response, show, below, file)
  if (show.file(`${below}/index.html`) !== undefined) return redirect(response, `${path}/`)
  return sendPage(request, response, show, below, 404)
}

/** Within this server only: two slashes at the beginning would lead to another host. */
function redirect(response: ServerResponse, path: string): void {
  const encoded = path.replace(/^\/+/, '/').split('/').map(encodeURIComponent).join('/')
  sendWords(response, 302, 'Over there', {Location: encoded})
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  show: PreviewedShow,
  path: string,
  file: SiteFile,
): Promise<void> {
  if ('onDisk' in file) return sendContent(request, response, file)
  if (file.mimeType === 'text/html') return sendPage(request, response, show, path)
  return sendContent(request, response, {mimeType: file.mimeType, bytes: Buffer.from(await file.text())})
}

/** Where there is no page, one that says so and shows what is wrong with the show. */
const nothing =
  '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<link rel="icon" href="data:,">\n<title>Castwright</title>\n</head>\n<body></body>\n</html>\n'

async function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  show: PreviewedShow,
  path: string,
  status = 200,
): Promise<void> {
  const page = await pageAt(show, path)
  const bytes = Buffer.from(livePage(page, {mark: await markOfPage(show, page), path, base: show.base()}))
  await sendContent(request, response, {mimeType: 'text/html', bytes}, status)
}

/** What stands at an address now. If there is nothing, the page may come while somebody waits for it. */
async function pageAt(show: PreviewedShow, path: string): Promise<string> {
  const own = path.startsWith(ownFolder) ? await ownFile(show, path) : undefined
  return own?.text ?? (await textOf(show, path)) ?? (await textOf(show, notFoundPath)) ?? nothing
}

async function textOf(show: PreviewedShow, path: string): Promise<string | undefined> {
  const file = show.file(path)
  return file !== undefined && 'text' in file ? file.text() : undefined
}

/** A page looks different if its style does. */
async function markOfPage(show: PreviewedShow, page: string): Promise<string> {
  const styles = await Promise.all([stylePath, themeStylePath].map((path) => textOf(show, path)))
  return textMarkOf([page, ...styles].join('\n'))
}
