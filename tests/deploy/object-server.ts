import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {createServer, type IncomingMessage, request, type ServerResponse} from 'node:http'
import type {Socket} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {buffer} from 'node:stream/consumers'
import {AwsClient} from 'aws4fetch'
import {onTestFinished} from 'vitest'

/** The keys that the server knows; it checks every signature. */
export const keys = {accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER'} as const
export const bucket = 'podcast'

type Watcher = (request: IncomingMessage, response: ServerResponse) => boolean

export type ObjectServer = {
  readonly endpoint: string
  /** The same in a process of its own, past the watcher: it also answers while this process waits for another one. */
  readonly ownEndpoint: string
  /** Called before each request is answered; `true` takes it over. */
  readonly watch: (watcher: Watcher) => void
  /** Once everything that was asked is answered, or nobody waits for it any more. */
  readonly settled: () => Promise<void>
  /** Read as any other client does. */
  readonly read: (key: string) => Promise<Response>
  /** Written as any other client does. */
  readonly write: (key: string, text: string) => Promise<void>
  readonly keys: () => Promise<readonly string[]>
}

type Store = {readonly port: number; readonly directory: string}

/** Started for an earlier test of this worker, and empty again: to start one takes longer than most tests. */
const idleStores: Store[] = []

async function startStore(): Promise<Store> {
  const directory = mkdtempSync(join(tmpdir(), 'castwright-s3-'))
  const script = join(import.meta.dirname, 'run-s3rver.mjs')
  const words = ['--openssl-legacy-provider', script, directory, bucket]
  // It ends, and takes its folder along, when this process no longer holds its input.
  const child = spawn(process.execPath, words, {stdio: ['pipe', 'pipe', 'inherit']})
  const [port] = await once(child.stdout, 'data')
  child.unref()
  for (const stream of [child.stdin, child.stdout]) if ('unref' in stream) (stream as Socket).unref()
  return {port: Number(String(port)), directory}
}

/** A store with nothing in it. Every test has its own while it runs. */
async function takeStore(): Promise<number> {
  const store = idleStores.pop() ?? (await startStore())
  onTestFinished(() => {
    const folder = join(store.directory, bucket)
    for (const name of readdirSync(folder)) rmSync(join(folder, name), {recursive: true, force: true})
    idleStores.push(store)
  })
  return store.port
}

/** Hands a request on once it is whole: a store takes an object wholly or not at all, this server keeps what came of one. */
async function handOn(incoming: IncomingMessage, answer: ServerResponse, port: number): Promise<void> {
  const body = await buffer(incoming).catch(() => undefined)
  if (body === undefined) return
  const {method, url, headers} = incoming
  const inner = request({host: '127.0.0.1', port, method, path: url, headers, agent: false})
  inner.end(body)
  const [response]: readonly IncomingMessage[] = await once(inner, 'response')
  const bytes = response === undefined ? '' : await buffer(response)
  answer.writeHead(response?.statusCode ?? 500, response?.headers).end(bytes)
}

/** A real S3-compatible server on loopback with one bucket; it is gone after the test. */
export async function objectServer(): Promise<ObjectServer> {
  const port = await takeStore()
  let watcher: Watcher = () => false
  const underWay = new Set<Promise<void>>()
  const server = createServer((incoming, answer) => {
    if (watcher(incoming, answer)) return
    const work: Promise<void> = handOn(incoming, answer, port).finally(() => underWay.delete(work))
    underWay.add(work)
  }).listen(0, '127.0.0.1')
  // Not closed while a test works on something else.
  server.keepAliveTimeout = 120_000
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    // What was cut off may still be on its way into the store, which the next test has.
    while (underWay.size > 0) await Promise.allSettled(underWay)
  })
  const address = server.address()
  const endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  const client = new AwsClient({...keys, service: 's3', region: 'us-east-1', retries: 0})
  const read = (key: string) => client.fetch(`${endpoint}/${bucket}/${key}`)
  return {
    endpoint,
    ownEndpoint: `http://127.0.0.1:${port}`,
    watch: (next) => {
      watcher = next
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    read,
    write: async (key, text) => {
      await client.fetch(`${endpoint}/${bucket}/${key}`, {method: 'PUT', body: text})
    },
    keys: async () => {
      const text = await (await client.fetch(`${endpoint}/${bucket}?list-type=2`)).text()
      if (text.includes('<IsTruncated>true')) throw new Error('more than one page')
      return [...text.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => key)
    },
  }
}
