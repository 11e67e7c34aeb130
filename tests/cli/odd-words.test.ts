import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {episodeFile, temporaryShow} from '../temporary-show.ts'
import {castwright} from './castwright.ts'

describe('words that mean nothing', () => {
  it.each<readonly [string, (folder: string) => readonly string[], number, RegExp, RegExp]>([
    [
      'a code to accept',
      (folder) => ['build', folder, '--accept', 'episode-removd:one'],
      2,
      /names no problem/,
      /episode-removed/,
    ],
    [
      'a code to accept at a store',
      () => ['deploy', '.', '--accept', 'x'],
      2,
      /--accept x names no problem/,
      /Copy it/,
    ],
    ['a folder to adopt', (folder) => ['adopt', join(folder, 'nope')], 1, /There is no folder/, /slip/],
    ['a file to adopt', (folder) => ['adopt', join(folder, 'one.md')], 1, /There is no folder/, /slip/],
    [
      'a file in place of a show',
      (folder) => ['build', join(folder, 'one.md')],
      1,
      /one\.md is a file/,
      /folder that the file is in/,
    ],
    ['a file to check', (folder) => ['check', join(folder, 'nope.xml')], 2, /There is no file/, /slip/],
    ['a bucket', () => ['deploy', '.', '--to', 'ftp://x'], 2, /ftp:\/\/x names no bucket/, /s3:\/\//],
  ])('are refused: %s', async (_what, words, status, message, hint) => {
    const folder = temporaryShow({'one.md': episodeFile('one')})
    const done = await castwright([...words(folder)])
    expect(done.status).toBe(status)
    expect(done.stdout + done.stderr).toMatch(message)
    expect(done.stdout + done.stderr).toMatch(hint)
  })
})
