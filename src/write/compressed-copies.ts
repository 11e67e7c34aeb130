import {readFile, realpath, stat, utimes, writeFile} from 'node:fs/promises'
import {promisify} from 'node:util'
import {brotliCompress, constants, gzip} from 'node:zlib'
import {thereAt} from './obstacles.ts'

export type Encoding = {readonly ending: string; readonly compress: (bytes: Buffer) => Promise<Buffer>}

/** Whether a file was made in the stage, or the output already has the same. */
export type Staging = 'made' | 'unchanged'

const compressGzip = promisify(gzip)
const compressBrotli = promisify(brotliCompress)

/** As nginx (`gzip_static`), Caddy (`precompressed`) and GitLab Pages look for them. */
export const encodings: readonly Encoding[] = [
  {
    ending: '.gz',
    compress: async (bytes) => {
      const compressed = await compressGzip(bytes, {level: 9})
      // This byte names the operating system, and nobody reads it. Without "unknown", a build on macOS would differ from one on Linux.
      compressed[9] = 255
      return compressed
    },
  },
  {
    ending: '.br',
    // 11, the highest quality, takes twenty times as long and saves a twentieth.
    compress: (bytes) => compressBrotli(bytes, {params: {[constants.BROTLI_PARAM_QUALITY]: 9}}),
  },
]

/**
 * Makes the compressed copy of the text at `original` at `stagedPath()`, unless `target` is one already. A copy has the time of its
 * original. So it is recognised later, even if a build was killed between the two.
 */
export async function stageCompressed(
  {compress}: Encoding,
  original: string,
  stagedPath: () => string,
  target: string,
): Promise<Staging> {
  const {mtime} = await stat(original)
  const there = thereAt(target)
  const existing = there?.isFile() === true ? there : undefined
  if (existing !== undefined && existing.mtime.getTime() === mtime.getTime()) return 'unchanged'
  const compressed = await compress(await readFile(original))
  if (existing?.size === compressed.length && (await readFile(target)).equals(compressed)) {
    // If the folder is a link, the file may be anybody's.
    if ((await realpath(target)) === target) {
      await utimes(target, mtime, mtime)
      return 'unchanged'
    }
  }
  const staged = stagedPath()
  await writeFile(staged, compressed)
  await utimes(staged, mtime, mtime)
  return 'made'
}
