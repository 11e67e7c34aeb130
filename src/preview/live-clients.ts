import type {ServerResponse} from 'node:http'
import type {LiveMessage} from './live-message.ts'
import type {PreviewedShow} from './previewed-show.ts'

/** The pages that are open in browsers (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export type LiveClients = {
  readonly add: (path: string, response: ServerResponse) => Promise<void>
  /** Tells all open pages what their marks are now. */
  readonly tell: () => Promise<void>
  /** Tells the pages that have another mark than they were told last. Returns whether there are any. */
  readonly tellChanged: () => Promise<boolean>
  readonly close: () => void
}

/** A page without news gets a line this often, because proxies close connections on which nothing is said. */
const pauseInMilliseconds = 25_000

export function liveClients(show: PreviewedShow, markOfPage: (path: string) => Promise<string>): LiveClients {
  const clients = new Map<ServerResponse, {readonly path: string; mark?: string}>()
  const breath = setInterval(() => {
    for (const response of clients.keys()) response.write(':\n\n')
  }, pauseInMilliseconds)
  breath.unref()

  async function tellOne(response: ServerResponse, path: string): Promise<void> {
    const mark = await markOfPage(path)
    const {first, counts} = await show.problems()
    const message: LiveMessage = {mark, counts, problems: first, heldBack: show.heldBack()}
    const client = clients.get(response)
    if (client !== undefined) client.mark = mark
    response.write(`data: ${JSON.stringify(message)}\n\n`)
  }

  async function tellIfChanged(response: ServerResponse, path: string): Promise<boolean> {
    const isSame = (await markOfPage(path)) === clients.get(response)?.mark
    if (!isSame) await tellOne(response, path)
    return !isSame
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
    tellChanged: async () => {
      const told = await Promise.all([...clients].map(([response, {path}]) => tellIfChanged(response, path)))
      return told.includes(true)
    },
    close: () => {
      clearInterval(breath)
      for (const response of clients.keys()) response.end()
      clients.clear()
    },
  }
}
