import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {formatFfmetadata} from '../../src/chapters/ffmetadata.ts'
import type {Chapter} from '../../src/model/chapter.ts'

const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0
if (!hasFfmpeg) process.stderr.write('skipped: chapters in media files, ffmpeg is not installed\n')

/** Four seconds of a tone with chapters, as ffmpeg writes them into a file of this kind. `undefined` without ffmpeg. */
export const mediaWithChapters = hasFfmpeg
  ? (extension: string, chapters: readonly Chapter[]): Buffer => {
      const folder = mkdtempSync(join(tmpdir(), 'castwright-chapters-'))
      try {
        writeFileSync(join(folder, 'chapters.txt'), formatFfmetadata(chapters, {durationInSeconds: 4}))
        const output = join(folder, `out.${extension}`)
        const tone = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=4']
        const words = [
          '-v',
          'error',
          ...tone,
          '-i',
          join(folder, 'chapters.txt'),
          '-map_metadata',
          '1',
          '-map',
          '0:a',
          output,
        ]
        const {status, stderr} = spawnSync('ffmpeg', words, {encoding: 'utf8'})
        if (status !== 0) throw new Error(stderr)
        return readFileSync(output)
      } finally {
        rmSync(folder, {recursive: true, force: true})
      }
    }
  : undefined
