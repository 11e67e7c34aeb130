import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {describe, expect, it} from 'vitest'
import {probeEpisode} from '../../src/probe/probe.ts'
import {episodeWith} from '../probe/episode-with.ts'

const material = resolve(process.env.CASTWRIGHT_MATERIAL ?? '../shared')
const folder = join(material, 'real', 'media')
const isThere = existsSync(join(folder, 'INDEX.json'))
if (!isThere) process.stderr.write(`skipped: no media at ${folder} (set CASTWRIGHT_MATERIAL)\n`)

type IndexRow = {readonly file: string; readonly demux_dur?: number}

/** What a file is known to be wrong with; every other file must have the duration of its packets. */
const expectedFaults: Readonly<Record<string, string>> = {
  // Cut between two frames and given a new ID3v1 tag: edited, not broken off.
  'two-id3v2-tags.mp3': 'media-header-disagrees',
  'vbri-header-truncated.mp3': 'media-truncated',
  'zero-bytes.mp3': 'media-empty',
}

describe.skipIf(!isThere)('real media files', () => {
  const rows = isThere ? (JSON.parse(readFileSync(join(folder, 'INDEX.json'), 'utf8')) as readonly IndexRow[]) : []

  it('lists every file of the folder', () => {
    const files = readdirSync(folder).filter((name) => name !== 'INDEX.json')
    expect(rows.map((row) => row.file).sort()).toEqual(files.sort())
  })

  it.each(rows.map((row) => [row.file, row] as const))('%s', async (file, row) => {
    const outcome = await probeEpisode(episodeWith([{location: file, kind: 'audio'}]), folder)
    const codes = outcome.problems.map((each) => each.code).filter((code) => code !== 'media-not-for-apple')
    expect(codes).toEqual(expectedFaults[file] === undefined ? [] : [expectedFaults[file]])
    if (row.demux_dur === undefined) return
    const duration = outcome.ok ? outcome.value.media[0]?.facts.durationInSeconds : undefined
    expect(Math.abs((duration ?? Number.NaN) - row.demux_dur)).toBeLessThan(0.15)
  })
})
