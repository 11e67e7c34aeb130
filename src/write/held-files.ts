import {readFileSync} from 'node:fs'
import {open, stat} from 'node:fs/promises'
import {thereAt} from './obstacles.ts'

/** Whether the file at `path` has these bytes; where there is none, it has not. */
export function holds(path: string, bytes: Buffer): boolean {
  try {
    const there = thereAt(path)
    return there?.isFile() === true && there.size === bytes.length && readFileSync(path).equals(bytes)
  } catch {
    return false
  }
}

/** Whether both files have the same bytes. `other` need not be there. */
export async function sameFiles(one: string, other: string): Promise<boolean> {
  const second = thereAt(other)
  if (second?.isFile() !== true) return false
  const first = await stat(one)
  if (first.size !== second.size) return false
  const handles = await Promise.all([open(one), open(other)])
  try {
    const chunks = [Buffer.alloc(1 << 16), Buffer.alloc(1 << 16)] as const
    for (let position = 0; position < first.size; position += chunks[0].length) {
      const [a, b] = await Promise.all([
        handles[0].read(chunks[0], 0, chunks[0].length, position),
        handles[1].read(chunks[1], 0, chunks[1].length, position),
      ])
      if (!chunks[0].subarray(0, a.bytesRead).equals(chunks[1].subarray(0, b.bytesRead))) return false
    }
    return true
  } finally {
    await Promise.all(handles.map((handle) => handle.close()))
  }
}
