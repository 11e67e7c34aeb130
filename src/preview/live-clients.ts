import type {ServerResponse} from 'node:http'
import type {HeldBackLink, PreviewedShow, ShownProblem} from './previewed-show.ts'

/** What an open page is told, when it begins to listen and whenever the show changes. */
export type LiveMessage = {
  /** The mark by which the page is known. A page whose mark has changed loads itself again. */
  readonly mark: string
  readonly problems: readonly ShownProblem[]
  readonly heldBack: readonly HeldBackLink[]
}

/** The pages that are open in browsers (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export type LiveClients = {
  readonly add: (path: string, response: ServerResponse) => Promise<void>
  /** Tells all open pages what their marks are now. */
  readonly tell: () => Promise<void>
  readonly close: () => void
}

/** A page without news gets a line this often, because proxies close connections on which nothing is said. */
const pauseInMilliseconds = 25_000

export function liveClients(show: PreviewedShow, markOfPage: (path: string) => Promise<string>): LiveClients {
  const clients = new Map<ServerResponse, {readonly path: string}>()
  const breath = setInterval(() => {
    for (const response of clients.keys()) response.write(':\n\n')
  }, pauseInMilliseconds)
  breath.unref()

  async function tellOne(response: ServerResponse, path: string): Promise<void> {
    const message: LiveMessage = {
      mark: await markOfPage(path),
      problems: await show.problems(),
      heldBack: show.heldBack(),
    }
    response.write(`data: ${JSON.stringify(message)}\n\n`)
  }
  return {
    add: async (path, response) => {
      response.writeHead(200, {
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-store',
        'Cross-Origin-Resource-Policy': 'same-origin',
        'X-Accel-Buffering': 'no',
      })
      // After the server was started again, an open page finds it soon.
      response.write('retry: 500\n\n')
      clients.set(response, {path})
      response.once('close', () => clients.delete(response))
      await tellOne(response, path)
    },
    tell: async () => {
      await Promise.all([...clients].map(([response, {path}]) => tellOne(response, path)))
    },
    close: () => {
      clearInterval(breath)
      for (const response of clients.keys()) response.end()
      clients.clear()
    },
  }
}
