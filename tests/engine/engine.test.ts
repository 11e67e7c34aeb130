import {cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import type {BuildEngine} from '../../src/engine/engine.ts'
import {inOneThread} from '../../src/plan/in-one-thread.ts'
import {build, buildWith} from '../../src/uses/build.ts'
import {hashesOf} from '../files-on-disk.ts'

const shows = join(import.meta.dirname, '../fixtures/shows')
const now = new Date('2026-06-01T00:00:00Z')

const noEngine = (): BuildEngine => ({isIdle: () => false, plan: inOneThread, save: () => {}, discard: () => {}})

/** What a build says and leaves behind, and what the next one does, which may remember it. */
async function built(name: string, start: typeof build) {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-engine-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const [show, output] = [join(folder, 'show'), join(folder, 'output')]
  cpSync(join(shows, name, 'show'), show, {recursive: true})
  const [first, second] = [await start(show, output, {now}), await start(show, output, {now})]
  const lock = join(show, 'castwright.lock.json')
  return {
    first,
    second,
    files: existsSync(output) ? Object.fromEntries(hashesOf(output)) : {},
    lock: existsSync(lock) ? readFileSync(lock, 'utf8') : undefined,
    remembers: existsSync(join(show, '.castwright/episodes.cache')),
  }
}

describe('a show that is built without the engine, in one thread', () => {
  let published = 0
  it.each(readdirSync(shows))('comes out as with it: %s', async (name) => {
    const plain = await built(name, (...words) => buildWith(noEngine, ...words))
    const usual = await built(name, build)
    expect(plain).toEqual({...usual, remembers: false})
    if (!usual.first.ok) return
    published += 1
    expect(usual.remembers).toBe(true)
    expect(usual.second).toMatchObject({value: {changed: false}})
  })

  it('is published at all', () => {
    expect(published).toBeGreaterThan(3)
  })
})
