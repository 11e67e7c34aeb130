import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {existsSync} from 'node:fs'
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, relative} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {planInMemory} from '../plan-in-memory.ts'

const main = join(import.meta.dirname, '../../dist/bin/castwright.js')
const siteUrl = 'https://killed.example/'
const now = '2026-06-01T00:00:00Z'
// `npm run kills` tries hundreds, and `npm test` a few of those.
const instants = process.env.CI === undefined ? 50 : 20

let folder: string
let output: string
const versions: {readonly show: string; readonly files: ReadonlyMap<string, string>}[] = []

/** Thirty episodes; every file of one version differs from that of the other. */
async function writeShow(show: string, word: string): Promise<void> {
  const head = [`title: ${word} show`, `description: The ${word} one.`, 'author: Kim', `site_url: ${siteUrl}`]
  await writeFile(
    join(show, 'show.yaml'),
    [...head, 'categories: [Technology]', 'guid: 6b6a0c3e-6a7e-5d3e-9a52-1f6f6f0b8a11', ''].join('\n'),
  )
  for (let index = 10; index < 40; index += 1) {
    const lines = [
      '---',
      `title: ${word} ${index}`,
      `date: 2026-01-${index - 9}`,
      `summary: ${word}`,
      '---',
      '',
      word.repeat(2000),
      '',
    ]
    await writeFile(join(show, `${index}.md`), lines.join('\n'))
    const cue = `WEBVTT\n\n00:00.000 --> 00:02.000\n<v Kim>${word}\n`
    await writeFile(join(show, `${index}.vtt`), cue)
    await writeFile(
      join(show, `${index}.chapters.json`),
      JSON.stringify({version: '1.2.0', chapters: [{startTime: 0, title: word}]}),
    )
  }
}

function startBuild(show: string) {
  return spawn(process.execPath, [main, 'build', show, '--out', output, '--now', now], {stdio: 'ignore'})
}

async function publicFiles(): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(output, {recursive: true, withFileTypes: true})
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(output, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('.castwright/'))
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(output, path), 'utf8')] as const)),
  )
}

/** Addresses below the site that the feeds name, as paths. */
function namedByFeeds(files: ReadonlyMap<string, string>): readonly string[] {
  const text = ['feed.xml', 'atom.xml', 'feed.json'].map((path) => files.get(path) ?? '').join('\n')
  const addresses = text.match(new RegExp(`${siteUrl}[^"<\\s]*`, 'g')) ?? []
  return [...new Set(addresses)].map((address) => {
    const path = address.slice(siteUrl.length)
    return path === '' || path.endsWith('/') ? `${path}index.html` : path
  })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'castwright-killed-'))
  output = join(folder, 'output')
  for (const word of ['first', 'other']) {
    const show = join(folder, word)
    await mkdir(show)
    await writeShow(show, word)
    versions.push({show, files: (await planInMemory(show, new Date(now))).files})
  }
})
afterAll(() => rm(folder, {recursive: true, force: true}))

describe('a build that is killed', () => {
  it('leaves every file old or new and every address of the feeds alive, whenever that is', {
    timeout: 300_000,
  }, async () => {
    const [first, other] = versions
    if (first === undefined || other === undefined) throw new Error('no versions')
    const begun = performance.now()
    await once(startBuild(first.show), 'exit')
    const durationInMilliseconds = performance.now() - begun
    expect(await publicFiles()).toEqual(first.files)

    let cutShort = 0
    for (let instant = 0; instant < instants; instant += 1) {
      const [old, next] = instant % 2 === 0 ? [first, other] : [other, first]
      const child = startBuild(next.show)
      const ended = once(child, 'exit')
      // Spread over the whole run, the renames at its end included.
      const delay = durationInMilliseconds * (0.3 + 0.8 * ((instant * 0.618) % 1))
      const timer = setTimeout(() => child.kill('SIGKILL'), delay)
      const [, signal] = await ended
      clearTimeout(timer)
      if (signal === 'SIGKILL') cutShort += 1

      const files = await publicFiles()
      for (const [path, text] of files) expect([old.files.get(path), next.files.get(path)], path).toContain(text)
      for (const path of namedByFeeds(files)) expect(existsSync(join(output, path)), path).toBe(true)
      const [code] = await once(startBuild(next.show), 'exit')
      expect(code).toBe(0)
      expect(await publicFiles()).toEqual(next.files)
      expect((await readdir(join(output, '.castwright'))).sort()).toEqual(['lock.json', 'manifest.json', 'scope.json'])
    }
    expect(cutShort).toBeGreaterThan(instants / 4)
  })
})
