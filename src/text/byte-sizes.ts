/** A size as people read it: `62 kB`, `9.7 MB`. Never less than it is below a megabyte, so that something is never 0. */
export function byteSize(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}
