import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {exampleSite, expectSite} from './example-site.ts'

const jekyll = '/usr/bin/jekyll'

it.skipIf(!existsSync(jekyll))('Jekyll makes its site of the data', {timeout: 60_000}, async () => {
  const site = await exampleSite('jekyll', '_castwright')
  const {status, stderr} = spawnSync(jekyll, ['build'], {cwd: site, encoding: 'utf8'})
  expect([status, stderr]).toEqual([0, ''])
  const read = (path: string) => readFileSync(join(site, '_site', path), 'utf8')
  expectSite(read('index.html'), read('episodes/001-first-light/index.html'))
  expect(read('feed.xml')).toContain('<rss')
  expect(read('episodes/001-first-light/transcript.vtt')).toContain('WEBVTT')
  // Castwright's own folder is no part of a site.
  expect(existsSync(join(site, '_site/.castwright'))).toBe(false)
})
