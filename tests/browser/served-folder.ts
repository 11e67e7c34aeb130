import {once} from 'node:events'
import {readFileSync, statSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {extname, join} from 'node:path'

type Rule = {readonly path: string; readonly headers: readonly (readonly [name: string, value: string])[]}

/** The rules of a `_headers` file, as hosts read them: a path, and below it the headers of what lies there. */
function rulesOf(text: string): readonly Rule[] {
  return text.split(/\n(?=\/)/).flatMap((block) => {
    const [path = '', ...lines] = block.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
    const headers = lines.map((line): readonly [string, string] => {
      const at = line.indexOf(':')
      return [line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()]
    })
    return path.startsWith('/') ? [{path, headers}] : []
  })
}

/** `*` stands for anything, and `:name` for one part of a path. */
function matches(rule: string, path: string): boolean {
  const pattern = rule
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replace(/:\w+/g, '[^/]+')
  return new RegExp(`^${pattern}$`).test(path)
}

/** What hosts guess where no rule says it. */
const guesses: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.mp3': 'audio/mpeg',
}

/** Serves a built site below its path, with the headers that the build wrote for hosts (`_headers`). The value is the address of the show. */
export async function serveOutput(output: string, path: string): Promise<{root: string; close: () => void}> {
  const rules = rulesOf(readFileSync(join(output, '_headers'), 'utf8'))
  const server = createServer((request, response) => {
    const asked = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/')
    const headersOf = (name: string, extension: string) => {
      const found = rules.filter((rule) => matches(rule.path, name)).flatMap(({headers}) => headers)
      const guessed = guesses[extension]
      return Object.fromEntries([...(guessed === undefined ? [] : [['content-type', guessed]]), ...found])
    }
    const below = asked.startsWith(path) ? asked.slice(path.length) : 'no such file'
    const file = join(output, below.replace(/(?:^|\/)$/, '$&index.html'))
    if (statSync(file, {throwIfNoEntry: false})?.isFile() !== true) {
      response.writeHead(404, headersOf(`${path}404.html`, '.html')).end(readFileSync(join(output, '404.html')))
      return
    }
    const body = readFileSync(file)
    const headers = headersOf(asked, extname(file))
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
    const start = Number(from ?? 0)
    const part = from === undefined ? body : body.subarray(start, to ? Number(to) + 1 : undefined)
    const range =
      from === undefined ? {} : {'content-range': `bytes ${start}-${start + part.length - 1}/${body.length}`}
    response.writeHead(from === undefined ? 200 : 206, {
      ...headers,
      ...range,
      'accept-ranges': 'bytes',
      'content-length': part.length,
    })
    response.end(request.method === 'HEAD' ? undefined : part)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const {port} = server.address() as AddressInfo
  return {root: `http://127.0.0.1:${port}${path}`, close: () => void server.close()}
}
