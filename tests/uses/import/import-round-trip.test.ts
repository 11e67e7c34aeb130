import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {XMLParser} from 'fast-xml-parser'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {build, importShow} from '../../../src/index.ts'
import {writeFiles} from '../../files-on-disk.ts'
import {bounded} from '../../series.ts'
import {generatedShow} from '../generated-show.ts'

const now = new Date('2026-12-01T00:00:00Z')
const work = mkdtempSync(join(tmpdir(), 'castwright-round-trip-'))
let site = ''
const server = createServer((request, response) => {
  try {
    response.end(readFileSync(join(work, decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname))))
  } catch {
    response.writeHead(404).end()
  }
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
afterAll(() => {
  server.close()
  rmSync(work, {recursive: true, force: true})
})

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  trimValues: false,
  parseTagValue: false,
  processEntities: true,
})

/** A feed as a list of lines, an element a line; addresses of our own files say only their kind. */
function lines(folder: string): readonly string[] {
  const found: string[] = []
  const walk = (nodes: readonly Record<string, unknown>[], path: string) => {
    for (const node of nodes) {
      const name = Object.keys(node).find((key) => key !== ':@') ?? ''
      const value = node[name]
      if (name === '#text') {
        // Markdown has one mark for both.
        const own = String(value)
          .trim()
          .replaceAll(/(<\/?)b>/g, '$1strong>')
        if (own !== '') found.push(`${path} = ${own}`)
        continue
      }
      if (name === 'lastBuildDate' || name === 'generator') continue
      const attributes = Object.entries((node[':@'] ?? {}) as Record<string, string>)
      found.push([`${path}/${name}`, ...attributes.map(([key, each]) => `${key.slice(2)}=${each}`)].join(' '))
      walk(value as readonly Record<string, unknown>[], `${path}/${name}`)
    }
  }
  walk(parser.parse(readFileSync(join(folder, 'feed.xml'), 'utf8')), '')
  return found.map((line) =>
    line.replaceAll(/http:\/\/127\.0\.0\.1:\d+\/[^\s"<>]*?(\.[a-z0-9]+)?(?=[\s"<>]|$)/g, 'SITE$1'),
  )
}

function filesIn(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'latin1')])
}

// `npm run round-trips -- --count 300` tries so many.
it.each(bounded(4).cases.map((index) => index + 1))(
  'show %i, built, imported and built again, says the same',
  async (seed) => {
    const folder = join(work, String(seed))
    // What is served is `folder`, and no show lies in what is served.
    const [source, imports] = [join(work, `source-${seed}`), join(work, `imported-${seed}`)]
    const base = `${site}${seed}/`
    writeFiles(source, generatedShow(seed, base))
    const first = await build(source, folder, {now})
    expect(first.problems.filter(({severity}) => severity === 'error')).toEqual([])
    const importIt = () => importShow(`${base}feed.xml`, imports, {allowPrivate: true, owner: 'post@fog.example'})
    const imported = await importIt()
    expect(imported.problems.filter(({severity}) => severity !== 'info')).toEqual([])
    const files = filesIn(imports)
    const again = await importIt()
    expect(again.ok && new Set(again.value.episodes.map(({fate}) => fate))).toEqual(new Set(['unchanged']))
    expect(filesIn(imports)).toEqual(files)
    const second = await build(imports, join(imports, 'output'), {now})
    expect(second.problems.filter(({severity}) => severity === 'error')).toEqual([])
    const [before, after] = [lines(folder), lines(join(imports, 'output'))]
    expect(before.filter((line) => !after.includes(line))).toEqual([])
    expect(after).toEqual(before)
    // Three hundred of them are many files to delete at once.
    for (const each of [folder, source, imports]) rmSync(each, {recursive: true})
  },
  120_000,
)
