import {readFile} from 'node:fs/promises'
import {buffer} from 'node:stream/consumers'
import type {NamedBytes} from '../index.ts'

/** A file, or standard input for `-`. `undefined` if it cannot be read. */
export async function readInput(name: string): Promise<NamedBytes | undefined> {
  try {
    return name === '-' ? {bytes: await buffer(process.stdin), name: ''} : {bytes: await readFile(name), name}
  } catch {
    return undefined
  }
}
