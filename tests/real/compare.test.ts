import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {compareFeeds} from '../../src/compare/compare-feeds.ts'
import {readSubscriberFeed} from '../../src/compare/subscriber-feed.ts'
import {planInMemory} from '../plan-in-memory.ts'
import {showFile} from '../temporary-show.ts'
import {hasMaterial, materialFolder} from './material.ts'

const show = 'real/rustacean-station'

async function feedOf(folder: string) {
  const {files} = await planInMemory(folder)
  return readSubscriberFeed(files.get('feed.xml') ?? '') ?? {items: []}
}

describe.skipIf(!hasMaterial(show))('two versions of a real show', () => {
  it('are told apart exactly', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'castwright-compare-'))
    onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
    cpSync(join(materialFolder, show, '_episodes'), join(folder, '_episodes'), {recursive: true})
    writeFileSync(join(folder, 'show.yaml'), showFile('episodes: _episodes/**/*.md'))
    const before = await feedOf(folder)
    expect(before.items.length).toBeGreaterThan(20)
    const files = readdirSync(join(folder, '_episodes/interviews'))
      .filter((name) => /^\d.*\.md$/.test(name))
      .sort()
    const edit = (index: number, pattern: RegExp, to: string) => {
      const path = join(folder, '_episodes/interviews', files[index] ?? '')
      const text = readFileSync(path, 'utf8')
      expect(text).toMatch(pattern)
      writeFileSync(path, text.replace(pattern, to))
      return readFileSync(path, 'utf8')
    }
    edit(3, /^---\n(?!guid)/, '---\nguid: quite-another\n')
    edit(5, /^(file: *https?:\/\/)[^/]+/m, '$1moved.example')
    edit(7, /^title: *.*$/m, 'title: A mended title')
    const added = edit(9, /^/, '')
      .replace(/^file:.*$/m, 'file: https://media.example/added.mp3')
      .replace(/^title:.*$/m, 'title: Added')
    writeFileSync(
      join(folder, '_episodes/interviews/2025-01-01-quite-new.md'),
      added.replace(/^(guid|slug|permalink):.*\n/gm, ''),
    )
    rmSync(join(folder, '_episodes/interviews', files[11] ?? ''))
    const changes = compareFeeds(before, await feedOf(folder))
    expect(changes.map(({kind}) => kind)).toEqual(['vanished', 'delivered-again', 'downloaded-again', 'renamed', 'new'])
  })
})
