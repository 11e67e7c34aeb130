import {syncBuiltinESMExports} from 'node:module'
import os from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {build, init} from '../../src/index.ts'
import {homeFolder} from '../../src/uses/home-folder.ts'
import {episodeFile, temporaryShow} from '../temporary-show.ts'

// What Node does in a container that runs under a number which is no user, and without HOME.
const {homedir} = os
beforeAll(() => {
  os.homedir = () => {
    throw Object.assign(new Error('A system error occurred: uv_os_homedir returned ENOENT'), {code: 'ERR_SYSTEM_ERROR'})
  }
  syncBuiltinESMExports()
})
afterAll(() => {
  os.homedir = homedir
  syncBuiltinESMExports()
})

it('nobody needs a home folder', async () => {
  expect(homeFolder()).toBeUndefined()
  const folder = temporaryShow({'one.md': episodeFile('one')})
  expect(await build(folder, join(folder, 'site'))).toMatchObject({ok: true})
  expect(await init(join(folder, 'new'), {host: 'github-pages'})).toMatchObject({ok: true})
})

it('a place below a file is told of by whoever writes there', async () => {
  const folder = temporaryShow({'one.md': episodeFile('one')})
  const {problems} = await build(folder, join(folder, 'one.md', 'site'))
  expect(problems.map(({code}) => code)).toContain('output-unwritable')
})
