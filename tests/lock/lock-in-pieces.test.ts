import {appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {lockPieces, lockText} from '../../src/lock/lock-text.ts'
import {parseLock} from '../../src/lock/parse-lock.ts'
import type {Guid} from '../../src/model/episode.ts'
import type {Lock} from '../../src/model/lock.ts'
import {holdsLock, sha1OfLock, writeLockText} from '../../src/plan/identity/lock-bytes.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'castwright-lock-'))
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

/** Of a network, with more lines than a piece has, not in their order, and with letters of two bytes. */
function lockOf(items: number): Lock {
  const lines = Array.from({length: items}, (_, index) => ({
    episode: `wellen/größe-${String((index * 7) % items).padStart(5, '0')}`,
    guid: `guid ${index}` as Guid,
    published: '2026-01-31T09:00:00.000Z',
    feeds: {main: `https://media.example.org/${index}.mp3`},
  }))
  const show = {guid: '9b024349-ccf0-5f69-a609-6b82873eab3c', site: 'https://waves.example/'}
  return {show, feeds: [{name: 'main', paths: ['feed.xml']}], episodes: [], shows: ['wellen'], items: lines}
}

it('has the same bytes on the disk as in one text, with every line in order', () => {
  const lock = lockOf(1201)
  const path = join(folder, 'lock.json')
  writeLockText(path, lock)
  const text = readFileSync(path, 'utf8')
  expect([...lockPieces(lock)].length).toBeGreaterThan(6)
  expect(text).toBe(lockText(lock))
  const read = parseLock(text)
  const slugs = read.ok ? (read.value.items ?? []).map(({episode}) => episode) : []
  expect(slugs).toHaveLength(1201)
  expect(slugs).toEqual(slugs.toSorted())
})

it('is told from a lock that differs in its last line, and from a file that is longer or shorter', () => {
  const [lock, other] = [lockOf(1201), lockOf(1201)]
  const path = join(folder, 'same.json')
  writeLockText(path, lock)
  expect(holdsLock(path, other)).toBe(true)
  expect(sha1OfLock(other)).toBe(sha1OfLock(lock))
  const changed = {...lock, shows: ['wellem']}
  expect(holdsLock(path, changed)).toBe(false)
  expect(sha1OfLock(changed)).not.toBe(sha1OfLock(lock))
  appendFileSync(path, '\n')
  expect(holdsLock(path, lock)).toBe(false)
  writeFileSync(path, lockText(lock).slice(0, -1))
  expect(holdsLock(path, lock)).toBe(false)
})
