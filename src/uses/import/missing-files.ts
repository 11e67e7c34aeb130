import type {Problem} from '../../model/problem.ts'
import {problem} from './import-problems.ts'

/** A file of an episode that could not be downloaded. */
export type MissingFile = {
  /** The file of the episode. */
  readonly file: string
  readonly url: string
  /** What is wrong with it: `answers 404`. */
  readonly what: string
}

/** How many files of one host that fail alike are named one by one. */
const mostNamed = 3
const hint = 'Run the same import again'

/** A line for each file, or one for all files of a host that does not answer. Addresses of a private feed are secrets. */
export function missingProblems(missing: readonly MissingFile[], isPrivate: boolean): readonly Problem[] {
  const groups = new Map<string, MissingFile[]>()
  for (const each of missing) {
    const key = `${hostOf(each.url)} ${each.what}`
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups.values()].flatMap((group) =>
    group.length > mostNamed ? [ofHost(group, isPrivate)] : group.map((each) => ofFile(each, isPrivate)),
  )
}

function ofFile({file, url, what}: MissingFile, isPrivate: boolean): Problem {
  const message = isPrivate
    ? `A file of ${file} at ${hostOf(url)} ${what}; its address is a secret, so it is not written`
    : `${url} ${what}: the address stays in ${file}`
  return problem('import-file-missing', {file}, message, hint)
}

function ofHost(group: readonly MissingFile[], isPrivate: boolean): Problem {
  const [{url, what} = {url: '', what: ''}] = group
  const others = `and it is the same with ${group.length - 1} more files there`
  const message = isPrivate
    ? `A file at ${hostOf(url)} ${what}, ${others}; their addresses are secrets, so they are not written`
    : `${url} ${what}, ${others}: their addresses stay in the files of the episodes`
  return problem('import-file-missing', {}, message, hint)
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}
