import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {episodeFile, showFile} from '../temporary-show.ts'
import {folderOf} from './castwright.ts'

const main = join(import.meta.dirname, '../../dist/bin/castwright.js')

it.skipIf(process.platform === 'win32')('a preview that is stopped ends well', async () => {
  const folder = folderOf({'show.yaml': showFile(), '1.md': episodeFile('One')})
  const child = spawn(process.execPath, [main, 'preview', '--port', '0'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (text) => {
    said += text
  })
  let printed = ''
  for await (const text of child.stdout.setEncoding('utf8')) {
    printed += text
    if (!printed.includes('ends the preview')) continue
    child.kill('SIGINT')
    break
  }
  expect([...(await once(child, 'close')), said]).toEqual([0, null, ''])
})

// A signal ends a program of Windows without asking it.
it.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
  'a command that is stopped by %s says so, and ends as by that signal',
  async (signal) => {
    const folder = folderOf({'show.yaml': showFile(), '1.md': episodeFile('One', ['date: 2026-07-01'])})
    const words = ['next', '--wait', '600', '--now', '2026-06-30T23:59:00Z']
    const child = spawn(process.execPath, [main, ...words], {cwd: folder, stdio: ['ignore', 'pipe', 'pipe']})
    let said = ''
    child.stderr.on('data', (text) => {
      said += text
    })
    // It says when the episode is due, and waits for it.
    await once(child.stdout, 'data')
    child.kill(signal)
    expect(await once(child, 'close')).toEqual([null, signal])
    expect(said).toBe(`\ncastwright: stopped by ${signal}. Run the same command again.\n`)
  },
)
