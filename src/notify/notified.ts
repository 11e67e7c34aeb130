import {lstat, mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {dirname} from 'node:path'

/** What was told of a feed: the bytes that it had (SHA-256), and to whom. */
export type Told = {readonly sha256: string; readonly to: readonly string[]}

/** By the address of the feed. */
export type Notified = Readonly<Record<string, Told>>

/** An unreadable file is as none: at worst a hub is told a second time, which does no harm. */
export async function readNotified(path: string): Promise<Notified> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'))
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).filter(isTold)) : {}
  } catch {
    return {}
  }
}

function isTold(entry: readonly [string, unknown]): entry is [string, Told] {
  const told = entry[1]
  if (typeof told !== 'object' || told === null || !('sha256' in told) || !('to' in told)) return false
  return typeof told.sha256 === 'string' && Array.isArray(told.to)
}

export async function writeNotified(path: string, notified: Notified): Promise<void> {
  const inOrder = Object.entries(notified).sort(([a], [b]) => (a < b ? -1 : 1))
  await mkdir(dirname(path), {recursive: true})
  await writeFile(`${path}.new`, `${JSON.stringify(Object.fromEntries(inOrder), null, 1)}\n`)
  await rename(`${path}.new`, path)
}

/** Why nothing could be written there, as a sentence of the system; `undefined` if all is well. Leaves no trace. */
export async function whyNotWritable(path: string): Promise<string | undefined> {
  try {
    await mkdir(dirname(path), {recursive: true})
    await writeFile(`${path}.new`, '')
    await rm(`${path}.new`)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  const there = await lstat(path).catch(() => undefined)
  return there?.isDirectory() === true ? 'it is a folder' : undefined
}
