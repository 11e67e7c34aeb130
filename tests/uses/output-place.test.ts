import {readdirSync, writeFileSync} from 'node:fs'
import {homedir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/uses/build.ts'
import {buildNetwork} from '../../src/uses/network/network.ts'
import {episodeFile, showFile, temporaryShow} from '../temporary-show.ts'

describe('nothing is built into a place of something else', () => {
  it.each<readonly [what: string, output: (folder: string) => string, why: RegExp]>([
    ['the folder of the show', (folder) => folder, /the folder of the show/],
    ['the same by another way', (folder) => join(folder, 'art', '..'), /the folder of the show/],
    ['its theme', (folder) => join(folder, 'theme'), /in theme\//],
    ['a folder of its theme', (folder) => join(folder, 'theme/site'), /in theme\//],
    ['the root of the disk', () => '/', /root of the disk/],
    ['the home folder', () => homedir(), /home folder/],
    ['a folder with the name ~', (folder) => join(folder, '~', 'site'), /was not replaced/],
    ['a file', (folder) => join(folder, 'one.md'), /is a file/],
    ['no name', () => '', /an empty name/],
  ])('%s', async (_what, output, why) => {
    const folder = temporaryShow({'one.md': episodeFile('one')})
    const before = readdirSync(folder)
    const {ok, problems} = await build(folder, output(folder))
    expect(ok).toBe(false)
    expect(problems).toMatchObject([{code: 'output-misplaced', message: expect.stringMatching(why)}])
    expect(readdirSync(folder)).toEqual(before)
  })

  it('nor is a network', async () => {
    const folder = temporaryShow({
      'network.yaml': showFile('title: All', 'guid: 1d5a3d0e-5b69-5e0c-8f2c-6d1b8a7f9e21'),
      'a/show.yaml': showFile('site_url: https://trial.example/a/'),
      'a/one.md': episodeFile('one'),
    })
    const {problems} = await buildNetwork(folder, folder)
    expect(problems.map(({code}) => code)).toContain('output-misplaced')
    expect(readdirSync(join(folder, 'a'))).toEqual(['one.md', 'show.yaml'])
  })

  it('and a folder below the show is no such place', async () => {
    const folder = temporaryShow({'one.md': episodeFile('one')})
    writeFileSync(join(folder, 'note.txt'), 'mine')
    expect(await build(folder, join(folder, 'site'))).toMatchObject({ok: true})
  })
})
