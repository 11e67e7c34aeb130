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
    [
      'a picture to check',
      (folder) => ['check', join(folder, 'one.jpg')],
      2,
      /one\.jpg is no feed/,
      /checks the show in this folder/,
    ],
    ['an episode to check', (folder) => ['check', join(folder, 'one.md')], 2, /one\.md is no feed/, /castwright check/],
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
    const folder = temporaryShow({
      'one.md': episodeFile('one'),
      'one.jpg': Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
    })
    const done = await castwright([...words(folder)])
    expect(done.status).toBe(status)
    expect(done.stdout + done.stderr).toMatch(message)
    expect(done.stdout + done.stderr).toMatch(hint)
  })
})
