import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, it, onTestFinished} from 'vitest'
import {compare, importShow} from '../../src/index.ts'
import {hasMaterial, materialFolder} from './material.ts'

const now = new Date('2026-06-01T00:00:00Z')
const folder = join(materialFolder, 'feeds')
const names = hasMaterial('feeds') ? readdirSync(folder).filter((name) => /\.(?:xml|rss)$/.test(name)) : ['(none)']

/** Who a locked feed belongs to, so that it may be imported. */
function ownerOf(text: string): string | undefined {
  return /<podcast:locked[^>]*owner="([^"]+)"/.exec(text)?.[1] ?? /<itunes:email>([^<]+)/.exec(text)?.[1]
}

it.skipIf(names[0] === '(none)').each(names)('%s, imported and built, loses nobody', async (name) => {
  const work = mkdtempSync(join(tmpdir(), 'castwright-import-feeds-'))
  onTestFinished(() => rmSync(work, {recursive: true, force: true}))
  const path = join(folder, name)
  const bytes = readFileSync(path)
  const owner = ownerOf(bytes.toString())
  const imported = await importShow(path, join(work, 'show'), owner === undefined ? {} : {owner})
  expect(imported.problems.filter(({severity}) => severity === 'error')).toEqual([])
  const compared = await compare(bytes, join(work, 'show'), {now})
  expect(compared.problems.filter(({severity}) => severity === 'error')).toEqual([])
  expect(compared).toMatchObject({ok: true, value: {hurts: false}})
})
