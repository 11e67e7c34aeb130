import {spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {afterAll, beforeEach, describe, expect, it} from 'vitest'
import {rowsOfSeries} from '../series.ts'
import {episodeFile, showFile} from '../temporary-show.ts'

const root = resolve(import.meta.dirname, '../..')
const top = mkdtempSync(join(tmpdir(), 'castwright-compiled-'))
afterAll(() => rmSync(top, {recursive: true, force: true}))

let folder: string
let kept: string

/** An installation of its own, which nothing has been kept for. */
beforeEach(() => {
  folder = mkdtempSync(join(top, 'installed-'))
  kept = join(folder, 'dist/bin/.compiled')
  cpSync(join(root, 'dist/bin'), join(folder, 'dist/bin'), {recursive: true})
  cpSync(join(root, 'package.json'), join(folder, 'package.json'))
  rmSync(kept, {recursive: true, force: true})
  writeFileSync(join(folder, 'show.yaml'), showFile())
  writeFileSync(join(folder, '001-first.md'), episodeFile('First'))
})

function castwright(...words: readonly string[]) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [join(folder, 'dist/bin/castwright.js'), ...words], {
    encoding: 'utf8',
  })
  return {status, stderr, stdout}
}

const build = () => castwright('build', folder, '--out', join(folder, 'site'), '--now', '2026-06-01T00:00:00Z')

// Newer ones keep it themselves, in a folder of theirs.
const major = Number(process.versions.node.split('.')[0])

describe.skipIf(major >= 22)('compiled code of the command line', () => {
  const keptFile = () => join(kept, readdirSync(kept).find((name) => name.startsWith(process.version)) ?? 'none')

  it('is kept by the first build, and left as it is by the next one', () => {
    expect(castwright('--version').status).toBe(0)
    expect(existsSync(kept)).toBe(false)
    expect(build()).toMatchObject({status: 0, stderr: ''})
    const {mtimeMs, size} = statSync(keptFile())
    expect(size).toBeGreaterThan(100_000)
    expect(build()).toMatchObject({status: 0, stderr: ''})
    expect(statSync(keptFile())).toMatchObject({mtimeMs, size})
    expect(castwright('--version').stdout).toBe(castwright('--version').stdout)
  })

  const damages: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
    ['cut short', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['other bytes in the middle', (bytes) => bytes.fill(0x5a, 1_000_000, 1_005_000)],
    ['other bytes everywhere', (bytes) => bytes.fill(0xff)],
  ]

  it.each(rowsOfSeries(damages, 4))('does no harm where it is damaged, and is made anew: %s', (_name, damaged) => {
    expect(build().status).toBe(0)
    writeFileSync(keptFile(), damaged(readFileSync(keptFile())))
    expect(castwright('check', folder, '--now', '2026-06-01T00:00:00Z')).toMatchObject({status: 0})
    expect(build()).toMatchObject({status: 0, stderr: ''})
    const {mtimeMs, size} = statSync(keptFile())
    expect(size).toBeGreaterThan(1_000_000)
    expect(build()).toMatchObject({status: 0, stderr: ''})
    expect(statSync(keptFile())).toMatchObject({mtimeMs, size})
  })

  it('is made anew where V8 has other flags, which refuses it', () => {
    expect(build().status).toBe(0)
    const {mtimeMs} = statSync(keptFile())
    const words = [join(folder, 'dist/bin/castwright.js'), 'build', folder, '--out', join(folder, 'other')]
    const {status} = spawnSync(process.execPath, ['--no-opt', ...words, '--now', '2026-06-01T00:00:00Z'])
    expect(status).toBe(0)
    expect(statSync(keptFile()).mtimeMs).toBeGreaterThan(mtimeMs)
    expect(build()).toMatchObject({status: 0, stderr: ''})
  })

  it('is done without where its folder cannot be made', () => {
    writeFileSync(kept, 'a file of somebody else')
    expect(build()).toMatchObject({status: 0, stderr: ''})
    expect(readFileSync(kept, 'utf8')).toBe('a file of somebody else')
  })
})
