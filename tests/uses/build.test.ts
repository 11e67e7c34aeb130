import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/index.ts'
import {captured} from '../captured.ts'
import {hashesOf} from '../files-on-disk.ts'
import {fixtureNow} from '../plan-in-memory.ts'
import {ofSeries} from '../series.ts'
import {episodeFile, feedsOf, media, showFile, temporaryShow} from '../temporary-show.ts'

describe('a build', () => {
  it('leaves no episode out, however many there are', async () => {
    const count = ofSeries(1000, 300)
    const names = Array.from({length: count}, (_, index) => `e${String(index + 1).padStart(4, '0')}`)
    const {rss, atom, json} = await feedsOf(Object.fromEntries(names.map((name) => [`${name}.md`, episodeFile(name)])))
    expect(captured(rss, /<item>\s*<title>(.*)<\/title>/g).toSorted()).toEqual(names)
    expect(atom.match(/<entry>/g)?.length).toBe(count)
    expect(json.items.length).toBe(count)
  })

  it('changes no file of the author’s, and adds the lock and a cache that git does not see', async () => {
    const folder = temporaryShow({'one.md': episodeFile('one', ['audio:']), 'one.mp3': media.mp3, 'notes.txt': 'mine'})
    const before = hashesOf(folder)
    const output = temporaryShow({})
    await build(folder, join(output, 'public'), {now: fixtureNow})
    expect(hashesOf(join(output, 'public')).size).toBeGreaterThan(5)
    const after = new Map(hashesOf(folder))
    expect(after.delete('castwright.lock.json')).toBe(true)
    for (const file of ['.gitignore', 'episodes.cache']) expect(after.delete(`.castwright/${file}`)).toBe(true)
    expect(after).toEqual(before)
  })

  it('gives the same bytes in another folder, on another day, in another time zone', () => {
    const files = {'one.md': episodeFile('one', ['audio:', 'date: 2026-01-31 23:30']), 'one.mp3': media.mp3}
    const main = join(import.meta.dirname, '../../dist/bin/castwright.js')
    const built = ['Pacific/Kiritimati', 'America/St_Johns'].map((zone, index) => {
      const folder = temporaryShow({...files, 'show.yaml': showFile('timezone: Europe/Lisbon')})
      const now = `2026-0${index + 3}-0${index + 1}T12:34:56Z`
      const {status} = spawnSync(process.execPath, [main, 'build', '--now', now, '--out', 'public'], {
        cwd: folder,
        env: {...process.env, TZ: zone, LANG: index === 0 ? 'C' : 'de_DE.UTF-8'},
      })
      expect(status).toBe(0)
      return hashesOf(join(folder, 'public'))
    })
    expect(built[0]?.size).toBeGreaterThan(5)
    expect(built[1]).toEqual(built[0])
  })
})
