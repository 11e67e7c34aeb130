import {cpSync, existsSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {build} from '../../src/uses/build.ts'
import {compareOutput} from '../../src/uses/compare.ts'
import {writeFiles} from '../files-on-disk.ts'
import type {Deed} from './deeds.ts'
import {lossesBetween} from './oracle.ts'
import {declared, now, publishedShow, secret} from './published-show.ts'

export type Tried = {
  /** The errors of a build that accepts nothing. */
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
  /** What `compare` says of it: whether it hurts. */
  readonly hurts: boolean | undefined
  /** What is lost if it is published all the same. */
  readonly losses: readonly string[]
}

/** A folder with the show and its output, as they were published. */
export async function publish(): Promise<string> {
  process.env.CASTWRIGHT_SECRET = secret
  const folder = mkdtempSync(join(tmpdir(), 'castwright-published-'))
  writeFiles(folder, publishedShow())
  const outcome = await build(folder, join(folder, 'output'), {now, cache: false})
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems, null, 1))
  return folder
}

/** Does it to a copy of the published show, where `first` was published as well, and builds. */
export async function tryOut(
  published: string,
  deeds: readonly Deed[],
  witness: 'output' | 'lock' = 'output',
  first?: Deed,
): Promise<Tried | undefined> {
  if (first !== undefined) return tryAfter(published, first, deeds)
  const folder = mkdtempSync(join(tmpdir(), 'castwright-tried-'))
  try {
    cpSync(published, folder, {recursive: true, preserveTimestamps: true})
    const output = join(folder, 'output')
    if (!deeds.every((deed) => deed(folder))) return undefined
    if (witness === 'lock') rmSync(output, {recursive: true})
    const compared = await compareOutput(join(published, 'output'), folder, {now})
    const outcome = await build(folder, output, {now, cache: false})
    const codesOf = (severity: string) => {
      const found = outcome.problems.filter((problem) => problem.severity === severity)
      return [...new Set(found.map(({code}) => code))].sort()
    }
    const losses = existsSync(output) && outcome.ok ? lossesBetween(join(published, 'output'), output, declared) : []
    const hurts = compared.ok ? compared.value?.hurts : undefined
    return {errors: codesOf('error'), warnings: codesOf('warning'), hurts, losses}
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

async function tryAfter(published: string, first: Deed, deeds: readonly Deed[]): Promise<Tried | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-published-'))
  try {
    cpSync(published, folder, {recursive: true, preserveTimestamps: true})
    const outcome = first(folder) ? await build(folder, join(folder, 'output'), {now, cache: false}) : undefined
    if (outcome?.ok !== true) throw new Error(JSON.stringify(outcome?.problems, null, 1))
    return await tryOut(folder, deeds)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
