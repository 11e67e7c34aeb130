import {createHash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import type {OutputFile, Problem} from '../src/index.ts'
import {plan} from '../src/index.ts'

export type PlannedFiles = {
  readonly files: ReadonlyMap<string, string>
  /** Paths that two inputs want. The first has it here; a build refuses it. */
  readonly plannedTwice: readonly string[]
  readonly problems: readonly Problem[]
}

/** The clock of all fixtures. */
export const fixtureNow = new Date('2026-06-01T00:00:00Z')

/** Everything a build would write, by path: text as it is, a copied file as its hash. */
export async function planInMemory(folder: string, now = fixtureNow): Promise<PlannedFiles> {
  const files = new Map<string, string>()
  const plannedTwice: string[] = []
  const take = async (file: OutputFile) => {
    if ('staged' in file) throw new Error('only workers stage')
    const content = 'pieces' in file ? [...file.pieces].join('') : `sha256 ${await sha256(file.copyFrom)}\n`
    if (files.has(file.path)) plannedTwice.push(file.path)
    else files.set(file.path, content)
    return []
  }
  const {problems} = await plan(folder, {now}, take)
  return {files, plannedTwice, problems}
}

async function sha256(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
}
