import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {buildNetwork, mergeNetwork} from '../../src/index.ts'
import {hashesOf, writeFiles} from '../files-on-disk.ts'
import {fixtureNow} from '../plan-in-memory.ts'
import {episodeFile, showFile} from '../temporary-show.ts'
import {waves} from './waves.ts'

const network = [...waves, 'guid: 9b024349-ccf0-5f69-a609-6b82873eab3c']

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-written-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}

const about = {
  ebb: ['guid: 0d5a3d0e-5b69-5e0c-8f2c-000000000001', 'hosts: [Kim Abel]'],
  flow: ['guid: 0d5a3d0e-5b69-5e0c-8f2c-000000000002', 'language: de', 'prefixes: [op3]'],
}

/** A network whose two shards were built, and nothing else of it. */
async function shards(lines: readonly string[] = network): Promise<readonly [string, string]> {
  const [folder, parts] = [temporaryFolder(), temporaryFolder()]
  writeFiles(folder, {'network.yaml': lines.join('\n')})
  for (const [name, more] of Object.entries(about))
    writeFiles(folder, {
      [`${name}/show.yaml`]: showFile(`title: ${name}`, `site_url: https://waves.example/${name}/`, ...more),
      [`${name}/one.md`]: episodeFile(`${name}-one`, ['date: 2026-01-10', 'tags: [sea]'], 'Salt & "wind".\n'),
      [`${name}/two.md`]: episodeFile(`${name}-two`, ['date: 2026-02-10', 'season: 1']),
    })
  for (const number of [1, 2]) {
    const outcome = await buildNetwork(folder, join(parts, `${number}`), {now: fixtureNow, shard: {number, of: 2}})
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  }
  return [folder, parts]
}

async function merged(folder: string, parts: string): Promise<string> {
  const output = join(parts, '0')
  const outcome = await mergeNetwork(folder, parts, output, {now: fixtureNow})
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return output
}

const feeds = ['feed.xml', 'atom.xml', 'feed.json']
const textsIn = (output: string) => feeds.map((name) => readFileSync(join(output, name), 'utf8'))

/** Puts another word of the same length into the texts that a shard left. */
function spoil(parts: string, show: string, from: string, to: string): void {
  const folder = join(parts, show === 'ebb' ? '1' : '2', show, '.castwright')
  const name = readdirSync(folder).find((each) => each.endsWith('.texts')) ?? ''
  // There are values between the texts that are none, so each byte is to stay a byte.
  const text = readFileSync(join(folder, name), 'latin1')
  expect(text).toContain(from)
  writeFileSync(join(folder, name), text.replaceAll(from, to), 'latin1')
}

describe('the items in the feeds of a network', () => {
  it('are copied as the shard wrote them, in each format', async () => {
    const [folder, parts] = await shards()
    spoil(parts, 'ebb', 'ebb-one', 'EBB-ONE')
    for (const text of textsIn(await merged(folder, parts))) expect(text).toContain('EBB-ONE')
  })

  it.each([
    ['author', 'author: Waves', 'author: Kim Abel'],
    ['language', 'language: en', 'language: de'],
    ['prefixes', 'author: Waves', 'author: Waves\nprefixes: [op3]'],
  ])('are written anew where network.yaml has another %s since', async (_what, from, to) => {
    const [folder, parts] = await shards()
    const other = network.map((line) => (line === from ? to : line))
    spoil(parts, 'ebb', '<title>ebb-one', '<title>EBB-ONE')
    writeFiles(folder, {'network.yaml': other.join('\n')})
    const [expectedFolder, expectedParts] = await shards(other)
    expect(textsIn(await merged(folder, parts))).toEqual(textsIn(await merged(expectedFolder, expectedParts)))
  })

  it('are the same, whether a digest has their texts or not', async () => {
    const [folder, parts] = await shards()
    const copy = temporaryFolder()
    cpSync(folder, copy, {recursive: true})
    // A second feed has guids of its own, so none of its items can be copied.
    const own = 'feeds: {again: {rss: again.xml, atom: again-atom.xml, json: again.json, item_guids: own}}'
    writeFiles(copy, {'network.yaml': [...network, own].join('\n')})
    const plain = (text: string) => text.replace(/[\da-f]{8}-[\da-f-]{27}|again-atom|again|atom|feed/g, '')
    const [rss = '', atom = '', json = ''] = textsIn(await merged(copy, parts))
    const again = ['again.xml', 'again-atom.xml', 'again.json'].map((name) =>
      readFileSync(join(parts, '0', name), 'utf8'),
    )
    const items = (text: string) => text.match(/<item>.*<\/item>|<entry.*<\/entry>|"items": .*/s)?.[0] ?? ''
    expect([rss, atom, json].map(items).map((text) => text.length > 500)).toEqual([true, true, true])
    const guids = /<guid.*?<\/guid>|<id>.*?<\/id>|^ {6}"id": .*/gm
    const bare = (text: string) => items(plain(text).replace(guids, ''))
    expect(again.map(bare)).toEqual([rss, atom, json].map(bare))
  })

  it('are written from what the digest says where nothing is to be remembered', async () => {
    const [folder, parts] = await shards()
    spoil(parts, 'ebb', '<title>ebb-one', '<title>EBB-ONE')
    const outcome = await mergeNetwork(folder, parts, join(parts, '0'), {now: fixtureNow, cache: false})
    expect(outcome.ok).toBe(true)
    expect(readFileSync(join(parts, '0/feed.xml'), 'utf8')).toContain('<title>ebb-one')
  })

  it('are judged where a shard did not find them sound at this clock', async () => {
    const [folder, parts] = await shards()
    // What is no XML any more would be found by whoever judges it.
    spoil(parts, 'ebb', '<title>ebb-one</title>', '<title>ebb-one<title/>')
    expect(hashesOf(await merged(folder, parts)).size).toBeGreaterThan(5)
    rmSync(join(parts, '0'), {recursive: true})
    const earlier = new Date(fixtureNow.getTime() - 1)
    rmSync(join(folder, '.castwright'), {recursive: true, force: true})
    const again = await mergeNetwork(folder, parts, join(parts, '0'), {now: earlier})
    expect(again.ok).toBe(false)
    expect(again.problems.some(({message}) => message.startsWith('feed.xml would be invalid'))).toBe(true)
  })
})
