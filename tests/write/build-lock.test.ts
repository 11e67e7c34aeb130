import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {takeBuildLock} from '../../src/write/build-lock.ts'
import {livenessOf, thisProcess} from '../../src/write/running-process.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'castwright-lock-'))
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

const compiled = join(import.meta.dirname, '../../dist/write/build-lock.js')

/** Waits for the file `go`, takes the lock, and says from when to when it had it. */
const contender = `
const {takeBuildLock} = await import(process.argv[1])
const {existsSync} = await import('node:fs')
const folder = process.argv[2]
console.log('ready')
while (!existsSync(folder + '/go')) {}
const lock = await takeBuildLock(folder + '/own')
if ('heldBy' in lock) console.log('busy')
else {
  const {writeFileSync, rmSync} = await import('node:fs')
  let alone = true
  try { writeFileSync(folder + '/inside', '', {flag: 'wx'}) } catch { alone = false }
  await new Promise((resolve) => setTimeout(resolve, 700))
  rmSync(folder + '/inside', {force: true})
  console.log(alone && lock.isHeld() ? 'held' : 'held twice')
  lock.release()
}
`

function start(): ChildProcess {
  return spawn(process.execPath, ['--input-type=module', '-e', contender, compiled, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function outcomeOf(child: ChildProcess): Promise<string> {
  let text = ''
  child.stdout?.on('data', (chunk) => {
    text += chunk
  })
  await once(child, 'close')
  return text.replace('ready', '').trim()
}

function claim(place: string, id: number, startedAt: string, ageInSeconds = 0): string {
  const name = `lock-${place}-${id}-${startedAt}-0123456789ab`
  mkdirSync(join(folder, 'own'), {recursive: true})
  const path = join(folder, 'own', name)
  writeFileSync(path, '.')
  const then = Date.now() / 1000 - ageInSeconds
  utimesSync(path, then, then)
  return name
}

const take = () => takeBuildLock(join(folder, 'own'))

describe('builds that start at one instant', () => {
  it.each([
    ['no lock', () => {}],
    ['the lock of a dead build', () => void claim(thisProcess.machine, 999_999_999, '5')],
  ])('do not have the folder together, and one of them has it: %s', {timeout: 60_000}, async (_, prepare) => {
    prepare()
    const children = Array.from({length: 6}, start)
    const outcomes = children.map(outcomeOf)
    await Promise.all(children.map((child) => child.stdout && once(child.stdout, 'data')))
    writeFileSync(join(folder, 'go'), '')
    const found = (await Promise.all(outcomes)).sort()
    expect(found.filter((each) => each === 'held twice')).toEqual([])
    expect(found.filter((each) => each === 'held').length).toBeGreaterThanOrEqual(1)
    expect(readdirSync(join(folder, 'own'))).toEqual([])
  })

  it('of one process exclude each other as well', async () => {
    const taken = await Promise.all([take(), take(), take()])
    expect(taken.filter((each) => 'release' in each)).toHaveLength(1)
    for (const each of taken) if ('release' in each) each.release()
    expect(readdirSync(join(folder, 'own'))).toEqual([])
  })
})

describe('a claim that lies there', () => {
  it.each([
    ['of a process that is gone', () => claim(thisProcess.machine, 999_999_999, '5'), true],
    ['of another program that has its id now', () => claim(thisProcess.machine, process.ppid, '5'), true],
    ['of this very process', () => claim(thisProcess.machine, thisProcess.id, thisProcess.startedAt), false],
    ['of another machine, that was refreshed', () => claim('00000000', 1, '5', 20), false],
    ['of another machine, that nobody refreshes', () => claim('00000000', 1, '5', 90), true],
    ['without a start, that was refreshed', () => claim(thisProcess.machine, process.ppid, '0', 20), false],
    ['without a start, that nobody refreshes', () => claim(thisProcess.machine, process.ppid, '0', 90), true],
  ])('%s', async (_, prepare, isDead) => {
    const name = prepare()
    const taken = await take()
    expect('release' in taken).toBe(isDead)
    expect(existsSync(join(folder, 'own', name))).toBe(!isDead)
    if ('release' in taken) taken.release()
    else expect(taken.heldBy).toBe(name)
  })

  it('that is lost is noticed by who held it', async () => {
    const taken = await take()
    if (!('release' in taken)) throw new Error('not taken')
    expect(taken.isHeld()).toBe(true)
    for (const name of readdirSync(join(folder, 'own'))) rmSync(join(folder, 'own', name))
    expect(taken.isHeld()).toBe(false)
    taken.release()
  })
})

it('tells a process from another one that has its id', () => {
  expect(livenessOf(thisProcess)).toBe('runs')
  if (process.platform !== 'linux') return
  expect(livenessOf({...thisProcess, startedAt: '1'})).toBe('ended')
  expect(livenessOf({...thisProcess, machine: '00000000'})).toBe('unknown')
})
