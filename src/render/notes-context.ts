import type {AbsoluteUrl} from '../model/absolute-url.ts'
import {type Place, type Problem, type ProblemCode, problem} from '../model/problem.ts'
import {type AllowList, allowLists, type NotesPolicy} from './notes-policy.ts'
import {hasForeignScheme, isFragment, notesImageUrl, notesUrl} from './notes-url.ts'

export type NotesOptions = {
  /** The episode's page: relative links count from it. */
  readonly base: AbsoluteUrl
  readonly policy: NotesPolicy
  /** The file the notes are in, for problems. */
  readonly place?: Place
}

/** What the writers of notes share during one call: the rules, and the problems found so far. */
export type NotesContext = {
  readonly allowed: AllowList
  readonly link: (reference: string) => string | undefined
  readonly imageLink: (reference: string) => string | undefined
  readonly report: (code: ProblemCode, message: string, hint?: string) => void
  /** In the order found; the same thing is said once. */
  readonly problems: () => readonly Problem[]
}

export function notesContext({base, policy, place = {}}: NotesOptions): NotesContext {
  const found = new Map<string, Problem>()
  const report: NotesContext['report'] = (code, message, hint) => {
    found.set(`${code} ${message}`, problem(code, place, message, hint))
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
    problems: () => [...found.values()],
  }
}
