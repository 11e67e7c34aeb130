import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll} from 'vitest'

const tone = ['-f', 'lavfi', '-i', 'sine=frequency=330:sample_rate=44100']
// Loud and quiet in turn, so that a variable bitrate varies.
const speechlike = ['-f', 'lavfi', '-i', 'aevalsrc=exprs=random(0)*between(mod(t\\,2)\\,0\\,1)/3:sample_rate=44100']
const picture = ['-f', 'lavfi', '-i', 'testsrc2=size=160x90:rate=10']

export const source = {tone, speechlike, picture, both: [...picture, ...tone]} as const

/** A folder for one test file's media; gone when its tests are done. */
export function mediaFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-probe-'))
  afterAll(() => rmSync(folder, {recursive: true}))
  const at = (name: string) => join(folder, name)
  return {
    folder,
    at,
    /** Encodes `seconds` of a source with ffmpeg. */
    make(name: string, seconds: number, inputs: readonly string[], output: readonly string[] = []): string {
      execFileSync('ffmpeg', ['-v', 'error', '-y', ...inputs, '-t', String(seconds), ...output, at(name)])
      return name
    },
    /**
     * Encodes several files of one source, in one process: to start ffmpeg takes longer than most of them. One that is to be shorter
     * has a `-t` of its own.
     */
    makeAll(
      seconds: number,
      inputs: readonly string[],
      outputs: readonly (readonly [name: string, output?: readonly string[]])[],
    ): readonly string[] {
      const files = outputs.flatMap(([name, output = []]) => ['-t', String(seconds), ...output, at(name)])
      execFileSync('ffmpeg', ['-v', 'error', '-y', ...inputs, ...files])
      return outputs.map(([name]) => name)
    },
    write(name: string, bytes: Uint8Array | string): string {
      writeFileSync(at(name), bytes)
      return name
    },
    read: (name: string): Buffer => readFileSync(at(name)),
    /** A copy of the first `share` of a file. */
    cut(name: string, copy: string, share: number): string {
      const bytes = readFileSync(at(name))
      writeFileSync(at(copy), bytes)
      truncateSync(at(copy), Math.floor(bytes.length * share))
      return copy
    },
    /** Where the last packet of the longest stream ends, as ffprobe finds by reading them all. */
    packetsEndInSeconds(name: string): number {
      const entries = ['-show_entries', 'packet=pts_time,duration_time', '-of', 'csv=p=0']
      const rows = execFileSync('ffprobe', ['-v', 'quiet', ...entries, at(name)], {encoding: 'utf8'})
        .trim()
        .split('\n')
      const ends = rows.map((row) => {
        const [start = 'N/A', length = 'N/A'] = row.split(',')
        return Number(start) + (Number(length) || 0)
      })
      return Math.max(...ends.filter(Number.isFinite))
    },
  }
}
