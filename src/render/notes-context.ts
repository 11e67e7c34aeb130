import type {AbsoluteUrl} from '../model/absolute-url.ts'
import {type Problem, type ProblemCode, problem} from '../model/problem.ts'
import {type AllowList, allowLists, type NotesPolicy} from './notes-policy.ts'
import {hasForeignScheme, isFragment, notesImageUrl, notesUrl} from './notes-url.ts'

export type NotesOptions = {
  /** The episode's page: relative links count from it. */
  readonly base: AbsoluteUrl
  readonly policy: NotesPolicy
  /** The file the notes are in, for problems. */
  readonly file: string
}

/** What the writers of one run of blocks share: the rules, and whom to tell what is wrong. */
export type NotesContext = {
  readonly allowed: AllowList
  readonly link: (reference: string) => string | undefined
  readonly imageLink: (reference: string) => string | undefined
  readonly report: (code: ProblemCode, message: string, hint?: string) => void
}

/** For blocks that start on `line`. What is wrong goes into `found`, where the same thing is said once. */
export function notesContext(
  {base, policy, file}: NotesOptions,
  line: number,
  found: Map<string, Problem>,
): NotesContext {
  const report: NotesContext['report'] = (code, message, hint) => {
    const key = `${code} ${message}`
    if (!found.has(key)) found.set(key, problem(code, {file, line}, message, hint))
  }
  const refuse = (reference: string): undefined => {
    const shown = reference.length > 80 ? `${reference.slice(0, 80)}…` : reference
    if (hasForeignScheme(reference)) {
      report('link-unsafe', `The link "${shown}" is left out: only http, https and mailto links are published`)
    } else
      report('link-unreadable', `The link "${shown}" is left out: it is not an address`, 'https://example.org/page')
  }
  const keepsFragments = policy === 'page'
  return {
    allowed: allowLists[policy],
    link: (reference) =>
      keepsFragments && isFragment(reference) ? reference : (notesUrl(reference, base) ?? refuse(reference)),
    imageLink: (reference) => notesImageUrl(reference, base) ?? refuse(reference),
    report,
  }
}
