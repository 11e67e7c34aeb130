import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/uses/build.ts'
import {media, showFile, temporaryShow} from '../temporary-show.ts'

const now = new Date('2026-06-01T00:00:00Z')
const guid = '0d5a3d0e-5b69-5e0c-8f2c-6d1b8a7f9e21'

/** What the second build says of errors, after the author has changed a file. */
async function afterChange(file: string, from: string, to: string, ...showLines: readonly string[]) {
  const folder = temporaryShow({
    'show.yaml': showFile('title: Trial Run', 'author: Kim Vale', ...showLines),
    'one.md': '---\ntitle: One\nnumber: 1\ndate: 2026-01-01\n---\nHello.\n',
    'one.mp3': media.mp3,
  })
  const run = () => build(folder, join(folder, 'output'), {now})
  expect(await run()).toMatchObject({ok: true})
  const path = join(folder, file)
  const text = readFileSync(path)
  if (to === '') rmSync(path)
  else writeFileSync(path, text.toString('utf8').replace(from, to))
  const {problems} = await run()
  const said = problems.filter(({code, severity}) => severity === 'error' || code === 'show-guid-derived')
  return said.map((each) => ({...each, at: [each.file, each.line, each.column].join(':')}))
}

describe('what subscribers would notice is said where it is written', () => {
  it.each([
    ['one.md', '2026-01-01', '2027-01-01', 'episode-withdrawn', 'one.md:4:7', /^Write date: 2026-01-01 and no draft/],
    ['one.md', 'number: 1', 'draft: true', 'episode-withdrawn', 'one.md:3:8', /no draft/],
    ['one.md', '2026-01-01', '2026-02-01', 'publication-moved', 'one.md:4:7', /^Write date: 2026-01-01T00/],
    ['one.mp3', '', '', 'enclosure-removed', 'one.md:1:', /^Put one\.mp3 back/],
    ['show.yaml', 'https://trial.', 'https://www.trial.', 'site-moved', 'show.yaml:2:11', /redirect/],
    ['show.yaml', guid, guid.replace('0', '1'), 'podcast-guid-changed', 'show.yaml:8:7', new RegExp(guid)],
    ['show.yaml', `guid: ${guid}`, '', 'podcast-guid-changed', 'show.yaml:1:', new RegExp(guid)],
    ['show.yaml', 'author:', 'feed_path: pod.xml\nauthor:', 'feed-moved', 'show.yaml:10:12', /^Keep its path/],
  ])('%s: %s becomes %s', async (file, from, to, code, at, hint) => {
    const said = await afterChange(file, from, to === '' && file === 'show.yaml' ? '# nothing' : to)
    expect(said).toMatchObject([{code, at, hint: expect.stringMatching(hint)}])
  })
})

it('days are those of the show, at night as well', async () => {
  // Midnight in Auckland is noon of the day before in UTC.
  const zone = 'timezone: Pacific/Auckland'
  const held = await afterChange('one.md', 'number: 1', 'draft: true', zone)
  expect(held).toMatchObject([{message: /on 2026-01-01 /, hint: /^Write date: 2026-01-01 and/}].map(asPatterns))
  const moved = await afterChange('one.md', '2026-01-01', '2026-02-01', zone)
  expect(moved).toMatchObject([{message: /was 2026-01-01 and would be 2026-02-01/}].map(asPatterns))
})

function asPatterns(row: Readonly<Record<string, RegExp>>) {
  return Object.fromEntries(Object.entries(row).map(([name, pattern]) => [name, expect.stringMatching(pattern)]))
}
