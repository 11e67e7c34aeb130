import {join} from 'node:path'
import {describe, expect, it, test} from 'vitest'
import {readMediaChapters} from '../../src/probe/media-chapters.ts'
import {withRandomAccessFile} from '../../src/probe/random-access-file.ts'
import {hasMaterial, materialFolder, readMaterial} from './material.ts'

/** `ch`: what FFmpeg finds in the file. */
type Row = {readonly file: string; readonly ch?: readonly (readonly [startInSeconds: number, title: string])[]}

const isThere = hasMaterial('real/media/INDEX.json')
const rows = isThere ? (JSON.parse(readMaterial('real/media/INDEX.json')) as readonly Row[]) : []

describe.skipIf(!isThere)('chapters in real media files', () => {
  test.each(rows)('$file', async ({file, ch = []}) => {
    const chapters = await withRandomAccessFile(join(materialFolder, 'real/media', file), readMediaChapters)
    expect(chapters.map((chapter) => [chapter.startInSeconds, chapter.title])).toEqual(ch)
  })

  it('are in some of them', () => {
    expect(rows.some(({ch}) => ch !== undefined && ch.length > 0)).toBe(true)
  })
})
