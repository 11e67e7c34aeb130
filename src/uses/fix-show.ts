import {randomBytes} from 'node:crypto'
import {chmod, lstat, readFile, realpath, rename, rm, stat, writeFile} from 'node:fs/promises'
import {join, sep} from 'node:path'
import {fileKinds} from '../file-kinds/all-kinds.ts'
import {sourceKinds, transcriptKinds} from '../file-kinds/text-kinds.ts'
import {canBeFixed, type FixEdit, fixText} from '../fixes/fix-text.ts'
import type {Problem} from '../model/problem.ts'
import {isAuthoredMap, readDataFile} from '../read/data/authored-data.ts'
import {readFrontMatter} from '../read/data/front-matter.ts'
import type {Authored} from '../tags/kinds/value-kind.ts'
import {problem} from './use-problems.ts'

/** A file of the author's, as it is now and as it would be. */
export type FileFix = {
  /** Relative to the show folder, with `/` on every system. */
  readonly file: string
  readonly edits: readonly FixEdit[]
  /** A unified diff, as `patch` and `git apply` read it. */
  readonly diff: string
  /** The problems that this mends. They are the same objects that were given. */
  readonly problems: readonly Problem[]
  readonly before: string
  readonly after: string
}

/** The files that were mended, and why the others were not. */
export type WrittenFixes = {readonly written: readonly FileFix[]; readonly problems: readonly Problem[]}

/**
 * Finds how the problems that `check` found in `folder` can be mended without asking the author. Nothing is written: see
 * `writeFixes`. Only regular files inside the folder, in UTF-8, are considered. Links are left alone.
 */
export async function findFixes(folder: string, problems: readonly Problem[]): Promise<readonly FileFix[]> {
  const byFile = new Map<string, Problem[]>()
  for (const each of problems) {
    const group = byFile.get(each.file ?? '')
    if (group === undefined) byFile.set(each.file ?? '', [each])
    else group.push(each)
  }
  const fixes: FileFix[] = []
  for (const [file, group] of byFile) {
    if (!group.some(canBeFixed)) continue
    const before = await readOwnText(folder, file)
    if (before === undefined) continue
    const fixed = fixText(file, before, group, soundness(file))
    if (fixed === undefined) continue
    const {text: after, edits, diff} = fixed
    fixes.push({file, edits, diff, problems: fixed.problems, before, after})
  }
  return fixes
}

/** Replaces each file by a rename, but only if it is still the same as when its fix was planned. Problems: `fix-unwritten`. */
export async function writeFixes(folder: string, fixes: readonly FileFix[]): Promise<WrittenFixes> {
  const written: FileFix[] = []
  const problems: Problem[] = []
  for (const fix of fixes) {
    const reason = await replaceFile(folder, fix)
    if (reason === undefined) written.push(fix)
    else problems.push(unwritten(fix.file, reason))
  }
  return {written, problems}
}

function unwritten(file: string, reason: string): Problem {
  const message = `The file was not mended, and is as it was: ${reason}`
  return problem('fix-unwritten', {file}, message, 'Run castwright check --fix again when it can be written')
}

/** Replaces a file. The result is the reason if that failed. */
async function replaceFile(folder: string, {file, before, after}: FileFix): Promise<string | undefined> {
  const path = join(folder, file)
  const aside = `${path}.${randomBytes(8).toString('hex')}.new`
  try {
    const {mode} = await stat(path)
    await writeFile(aside, after, {flag: 'wx'})
    await chmod(aside, mode)
    // This check is as late as possible, because an editor may have the file open.
    if ((await readOwnText(folder, file)) !== before) throw new Error('it was changed while it was checked')
    await rename(aside, path)
  } catch (error) {
    // The reason of the first failure is the one to report. For example, a name that is too long cannot be deleted either.
    await rm(aside, {force: true}).catch(() => undefined)
    return error instanceof Error ? error.message : String(error)
  }
  return undefined
}

/** The exact characters of a file, with its byte order mark. `undefined` if it is no regular file of the show, or not in UTF-8. */
async function readOwnText(folder: string, file: string): Promise<string | undefined> {
  const path = join(folder, file)
  try {
    if (!(await lstat(path)).isFile()) return undefined
    if (!(await realpath(path)).startsWith((await realpath(folder)) + sep)) return undefined
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(await readFile(path))
  } catch {
    // The file was there when the problem was found. A file that cannot be read now is not mended.
    return undefined
  }
}

/** The data must keep its values, in their order, and must get no fault that it did not have before. */
function soundness(file: string): (before: string, after: string) => boolean {
  const kind = fileKinds.ofName(file)
  const read =
    kind === sourceKinds.markdown || kind === transcriptKinds.markdown
      ? (text: string) => readFrontMatter(text, file)
      : kind === sourceKinds.yaml || kind === transcriptKinds.json
        ? (text: string) => readDataFile(text, file, kind === sourceKinds.yaml ? 'yaml' : 'json')
        : undefined
  if (read === undefined) return () => true
  return (before, after) => {
    const [was, is] = [read(before), read(after)]
    const faults = new Set(was.problems.map(({code}) => code))
    const values = valuesOf(is.data)
    return (
      is.problems.every(({code}) => faults.has(code)) && valuesOf(was.data).every((each, at) => each === values[at])
    )
  }
}

function valuesOf(value: Authored): readonly Authored[] {
  if (Array.isArray(value)) return value.flatMap(valuesOf)
  return isAuthoredMap(value) ? Object.values(value).flatMap(valuesOf) : [value]
}
