import {chmodSync, mkdtempSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, it, onTestFinished} from 'vitest'
import {build} from '../../src/index.ts'
import {fixtureNow} from '../plan-in-memory.ts'
import {media, temporaryShow} from '../temporary-show.ts'

it.skipIf(process.platform === 'win32')(
  'publishes files with the mode that the umask gives, whatever the author’s have',
  async () => {
    const folder = temporaryShow({'one.md': '---\ntitle: One\ndate: 2026-01-31\n---\nHello.\n', 'one.mp3': media.mp3})
    chmodSync(join(folder, 'one.mp3'), 0o600)
    const output = join(mkdtempSync(join(tmpdir(), 'castwright-mode-')), 'output')
    onTestFinished(() => rmSync(join(output, '..'), {recursive: true, force: true}))
    const published = join(output, 'media/one.mp3')
    const mode = () => statSync(published).mode & 0o777
    writeFileSync(join(folder, 'plain.txt'), '')
    const usual = statSync(join(folder, 'plain.txt')).mode & 0o777
    rmSync(join(folder, 'plain.txt'))

    await build(folder, output, {now: fixtureNow})
    expect(mode()).toBe(usual)

    // Earlier versions copied the mode as well: it is put right, and the file stays.
    chmodSync(published, 0o600)
    const before = statSync(published).ino
    writeFileSync(join(folder, 'one.md'), '---\ntitle: Another\ndate: 2026-01-31\n---\nHello.\n')
    await build(folder, output, {now: fixtureNow})
    expect(mode()).toBe(usual)
    expect(statSync(published).ino).toBe(before)
  },
)
