import {existsSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {type OutputFolder, outputOf} from '../../write/write.ts'
import {isOutside, leavesEntry, type Scope} from './members-build.ts'

/** What an output is about lies beside it, for whoever carries it elsewhere: nobody deletes there what is not in its part. */
const scopeFile = '.castwright/scope.json'

/** Notes what an output is about, and leaves the rest of it to other builds. To be called before the output is changed. */
export function claimScope(
  output: string,
  scope: Scope,
  {entries, leave}: Pick<OutputFolder, 'entries' | 'leave'>,
): void {
  leave(leavesEntry(scope, entries))
  keepScope(output, scope)
}

/** Notes by rename what the output is about. It is left untouched if it says the same already. */
function keepScope(output: string, scope: Scope): void {
  const path = join(output, scopeFile)
  const text = `${JSON.stringify(scope)}\n`
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return
  writeFileSync(`${path}.new`, text)
  renameSync(`${path}.new`, path)
}

/** An output of an older version, or one whose note cannot be read, is about everything. */
async function readScope(output: string): Promise<Scope> {
  try {
    const value: unknown = JSON.parse(await readFile(join(output, scopeFile), 'utf8'))
    return isScope(value) ? value : {without: []}
  } catch {
    return {without: []}
  }
}

function isScope(value: unknown): value is Scope {
  if (typeof value !== 'object' || value === null || !('without' in value) || !isNames(value.without)) return false
  return !('only' in value) || isNames(value.only)
}

function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
}

/**
 * Whether a path in a store belongs to what lies in `output`, so that it may be deleted there if the output has it no more. The output
 * may be one shard of a network, or the part of the public or of members: the others are somebody else's. `outputs` are those in it.
 */
export async function outputHolds(output: string, outputs: readonly string[]): Promise<(path: string) => boolean> {
  const scopes = new Map<string, Scope>()
  for (const each of outputs) scopes.set(each, await readScope(join(output, each)))
  return (path) => {
    const owner = outputOf(path, scopes)
    const scope = owner === undefined ? undefined : scopes.get(owner)
    return owner !== undefined && scope !== undefined && !isOutside(scope, path.slice(owner.length))
  }
}
