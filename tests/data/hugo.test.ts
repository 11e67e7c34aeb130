import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {exampleSite, expectSite} from './example-site.ts'

const hugo = '/usr/bin/hugo'

it.skipIf(!existsSync(hugo))('Hugo makes its site of the data', async () => {
  const site = await exampleSite('hugo', 'static')
  const {status, stdout, stderr} = spawnSync(hugo, [], {cwd: site, encoding: 'utf8'})
  expect([status, stdout, stderr]).toEqual([0, expect.anything(), ''])
  const read = (path: string) => readFileSync(join(site, 'public', path), 'utf8')
  expectSite(read('index.html'), read('episodes/001-first-light/index.html'))
  expect(read('feed.xml')).toContain('<rss')
})
