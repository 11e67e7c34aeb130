import {mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {build, hostingText} from '../../src/index.ts'
import {writeFiles} from '../files-on-disk.ts'
import {fixtureNow} from '../plan-in-memory.ts'
import {media, showFile} from '../temporary-show.ts'
import {ask, isInstalled, serveWith, type WebServer, webServers} from './web-servers.ts'

const cover = readFileSync(
  join(import.meta.dirname, '../fixtures/shows/languages-and-paths/show/Umschlag für alle.png'),
)
const vtt = 'WEBVTT\n\n00:00.000 --> 00:00.400\n<v Kim>One.\n\n00:00.400 --> 00:00.700\nTwo.\n'

/** A show under a path with a file of every kind. */
const everyKind = {
  'show.yaml': showFile(
    'site_url: https://trial.example/some/show/',
    'image: cover.png',
    'hosting: apache',
    'precompress: true',
    'embed: true',
    'own_pages: pages/*.md',
  ),
  'pages/about.md': '---\ntitle: About\n---\nWho we are.\n',
  'cover.png': cover,
  'one.md': '---\ntitle: One\ndate: 2026-01-31\nchapters: ["0:00 Start", "0:00.4 End"]\n---\nHello there. '.padEnd(
    2000,
    'More to say. ',
  ),
  'one.mp3': media.mp3,
  'one.vtt': vtt,
  'one.de.vtt': vtt,
  'two.md': '---\ntitle: Two\ndate: 2026-02-28\n---\nHello.\n',
  'two.m4a': media.m4a,
  'three.md': '---\ntitle: Three\ndate: 2026-03-31\n---\nHello.\n',
  'three.mp4': media.mp4,
}

/** What each kind of file has to be served as, written down once more. */
const expectations: readonly (readonly [path: RegExp, type: string, cache: string, cors: boolean])[] = [
  [/\/feed\.xml$/, 'application/xml; charset=utf-8', 'public, max-age=300', true],
  [/\/atom\.xml$/, 'application/xml; charset=utf-8', 'public, max-age=300', true],
  [/\/feed\.json$/, 'application/feed+json', 'public, max-age=300', true],
  [/\/chapters\.json$/, 'application/json+chapters', 'public, max-age=3600', true],
  [/\/(?:chapters|transcript(?:\.de)?)\.vtt$/, 'text/vtt; charset=utf-8', 'public, max-age=3600', true],
  [/\/transcript(?:\.de)?\.srt$/, 'application/x-subrip; charset=utf-8', 'public, max-age=3600', true],
  [/\/transcript(?:\.de)?\.json$/, 'application/json', 'public, max-age=3600', true],
  [/\/transcript(?:\.de)?\.txt$/, 'text/plain; charset=utf-8', 'public, max-age=3600', true],
  [/\/transcript(?:\.de)?\.html$/, 'text/html; charset=utf-8', 'public, max-age=3600', true],
  [/\/(?:index\.html|404\.html)?$/, 'text/html; charset=utf-8', 'public, max-age=0, must-revalidate', false],
  [/\/episode-list\.json$/, 'application/json', 'public, max-age=3600', true],
  [/\/search\/.*\.json$/, 'application/json', 'public, max-age=3600', true],
  [/\/search\/.*\.txt$/, 'text/plain; charset=utf-8', 'public, max-age=3600', true],
  [/\/(?:episode|oembed)\.json$/, 'application/json', 'public, max-age=3600', true],
  [/\/sitemap\.xml$/, 'application/xml; charset=utf-8', 'public, max-age=3600', true],
  [/\.css$/, 'text/css; charset=utf-8', 'public, max-age=0, must-revalidate', false],
  [/\.js$/, 'text/javascript; charset=utf-8', 'public, max-age=0, must-revalidate', false],
  [/\.png$/, 'image/png', 'public, max-age=86400', true],
  [/\.jpg$/, 'image/jpeg', 'public, max-age=86400', true],
  [/\.webp$/, 'image/webp', 'public, max-age=86400', true],
  [/\.mp3$/, 'audio/mpeg', 'public, max-age=86400', true],
  [/\.m4a$/, 'audio/x-m4a', 'public, max-age=86400', true],
  [/\.mp4$/, 'video/mp4', 'public, max-age=86400', true],
]

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true})
})

type Site = {readonly folder: string; readonly show: string; readonly output: string; readonly paths: readonly string[]}

/** The show built into a site of which it is only a part, as its address says. */
async function builtSite(below: string): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-hosting-'))
  folders.push(folder)
  const address = `site_url: https://trial.example/${encodeURI(below)}/`
  const own = everyKind['show.yaml'].replace(/^site_url:.*$/m, address)
  const [show, output] = [join(folder, 'show'), join(folder, 'www', below)]
  writeFiles(show, {...everyKind, 'show.yaml': own})
  const outcome = await build(show, output, {now: fixtureNow})
  expect(outcome.problems.filter(({severity}) => severity !== 'info')).toEqual([])
  const manifest: {readonly files: readonly string[]} = JSON.parse(
    readFileSync(join(output, '.castwright/manifest.json'), 'utf8'),
  )
  const paths = manifest.files.filter((path) => !/^\.|\.(?:gz|br)$/.test(path))
  return {folder, show, output, paths}
}

/** All servers have the same site: to compress every file of it takes longer than what is asked of a server. */
const sites = new Map<string, Promise<Site>>()

async function servedSite(server: WebServer, below = 'some/show') {
  const known = sites.get(below) ?? builtSite(below)
  sites.set(below, known)
  const site = await known
  const configuration = await hostingText(site.show, server.host, {now: fixtureNow})
  const [root, text] = [join(site.folder, 'www'), configuration.ok ? configuration.value : '']
  return {...site, origin: await serveWith(server, root, site.folder, text)}
}

describe.each(webServers)('served by $host', (server) => {
  it.skipIf(!isInstalled(server))(
    `every file has its type, caching, CORS, ranges and 304 (skipped without ${server.program})`,
    async () => {
      const {output, paths, origin} = await servedSite(server)
      const seen = new Set<number>()
      expect(paths).toEqual(expect.arrayContaining(['episodes/one/embed/index.html', 'about/index.html']))
      for (const path of [...paths, '', 'episodes/one/', 'episodes/', 'episodes/one/embed/', 'about/']) {
        const address = `${origin}/some/show/${path}`
        const index = expectations.findIndex(([pattern]) => pattern.test(`/${path}`))
        const [, type, cache, cors] = expectations[index] ?? []
        seen.add(index)
        const head = await ask(address, {}, 'HEAD')
        const {
          'content-type': servedType,
          'cache-control': servedCache,
          'access-control-allow-origin': origins,
        } = head.headers
        expect({path, status: head.status, type: servedType, cache: servedCache, cors: origins}).toEqual({
          path,
          status: 200,
          type,
          cache,
          cors: cors ? '*' : undefined,
        })
        const bytes = statSync(join(output, path.replace(/(?:^|(?<=\/))$/, 'index.html'))).size
        expect([path, Number(head.headers['content-length'])]).toEqual([path, bytes])
        expect((await ask(address)).size).toBe(bytes)
        for (const encoding of ['identity', 'gzip']) {
          const {headers} = await ask(address, {'Accept-Encoding': encoding})
          const again = await ask(address, {'Accept-Encoding': encoding, 'If-None-Match': String(headers.etag)})
          expect([path, encoding, again.status, again.size]).toEqual([path, encoding, 304, 0])
        }
        const since = await ask(address, {'If-Modified-Since': String(head.headers['last-modified'])})
        expect([path, since.status]).toEqual([path, 304])
        const part = await ask(address, {Range: 'bytes=1-2'})
        expect([path, part.status, part.headers['content-range'], part.size]).toEqual([
          path,
          206,
          `bytes 1-2/${bytes}`,
          2,
        ])
        expect((await ask(address, {Range: `bytes=${bytes + 5}-`})).status).toBe(416)
      }
      expect([...seen].sort((a, b) => a - b)).toEqual([...expectations.keys()])
    },
  )

  it.skipIf(!isInstalled(server))(
    `all of it also holds where the address has letters and blanks of its own (skipped without ${server.program})`,
    async () => {
      const below = 'nächtliche züge/«eins»'
      const {output, origin} = await servedSite(server, below)
      const address = `${origin}/${encodeURI(below)}`
      for (const path of ['feed.xml', 'episodes/one/transcript.vtt', 'episodes/one/', 'media/one.mp3']) {
        const [, type, cache] = expectations.find(([pattern]) => pattern.test(`/${path}`)) ?? []
        const {status, headers} = await ask(`${address}/${path}`)
        expect([path, status, headers['content-type'], headers['cache-control']]).toEqual([path, 200, type, cache])
      }
      const missing = await ask(`${address}/nothing/`)
      expect([missing.status, missing.size]).toEqual([404, statSync(join(output, '404.html')).size])
    },
  )

  it.skipIf(!isInstalled(server))(
    `what is missing is answered with our page, and no page may be framed elsewhere (skipped without ${server.program})`,
    async () => {
      const {output, origin} = await servedSite(server)
      const own = statSync(join(output, '404.html')).size
      for (const path of ['episodes/nothing/', 'nothing.png', 'episodes/one/nothing.vtt']) {
        const {status, size} = await ask(`${origin}/some/show/${path}`)
        expect([path, status, size]).toEqual([path, 404, own])
      }
      // Another show, or whatever else the server has, is none of ours.
      expect((await ask(`${origin}/elsewhere/`)).size).not.toBe(own)
      const policyOf = async (path: string) =>
        (await ask(`${origin}/some/show/${path}`)).headers['content-security-policy']
      expect(await policyOf('')).toBe("frame-ancestors 'self'")
      expect(await policyOf('episodes/one/')).toBe("frame-ancestors 'self'")
      expect(await policyOf('about/')).toBe("frame-ancestors 'self'")
      expect(await policyOf('media/one.mp3')).toBeUndefined()
    },
  )

  it.skipIf(!isInstalled(server))(
    `texts are compressed and media are not (skipped without ${server.program})`,
    async () => {
      const {paths, output, origin} = await servedSite(server)
      for (const path of paths) {
        const {headers, size} = await ask(`${origin}/some/show/${path}`, {'Accept-Encoding': 'gzip'})
        const isMedia = /\.(?:mp3|m4a|mp4|png|jpg|webp)$/.test(path)
        const original = statSync(join(output, path)).size
        if (isMedia) expect([path, headers['content-encoding'], size]).toEqual([path, undefined, original])
        else if (original > 1000)
          expect([path, headers['content-encoding'], size < original]).toEqual([path, 'gzip', true])
      }
    },
  )
})
