import type {AbsoluteUrl} from '../../model/absolute-url.ts'
import {present} from '../../model/present.ts'
import type {Problem} from '../../model/problem.ts'
import {percentDecoded} from '../../text/addresses/percent-decoded.ts'
import {type HeadingIds, noHeadingIds} from './heading-ids.ts'
import {type AllowList, allowLists, type NotesPolicy} from './notes-policy.ts'
import {type NotesCode, problem} from './notes-problems.ts'
import {hasForeignScheme, isFragment, notesImageUrl, notesUrl} from './notes-url.ts'

export type NotesOptions = {
  /** The episode's page: relative links count from it. */
  readonly base: AbsoluteUrl
  readonly policy: NotesPolicy
  /** The file the notes are in, for problems. */
  readonly file: string
  /** The addresses for links to files of episodes. If a link has none, only its text is published. */
  readonly episodes?: ReadonlyMap<string, AbsoluteUrl | undefined>
  /** The same of pictures in the show folder. */
  readonly pictures?: ReadonlyMap<string, AbsoluteUrl | undefined>
  /** The rank of the highest heading, where the text does not stand below a heading of ours. */
  readonly highestHeading?: 2
}

/** What the writers of one run of blocks share: the rules, and the list for problems. */
export type NotesContext = {
  readonly allowed: AllowList
  readonly link: (reference: string) => string | undefined
  readonly imageLink: (reference: string) => string | undefined
  readonly headings: HeadingIds
  readonly report: (code: NotesCode, message: string, hint?: string) => void
}

/** The line on which the block begins that is being written: each block of the notes in its turn. */
export type NotesPlace = {line: number}

/** Problems go into `found`, where each is said once, at the line that `place` has then. */
export function notesContext(
  {base, policy, file, episodes, pictures, highestHeading}: NotesOptions,
  place: Readonly<NotesPlace>,
  found: Map<string, Problem>,
  headings: HeadingIds = noHeadingIds,
): NotesContext {
  const report: NotesContext['report'] = (code, message, hint) => {
    const key = `${code} ${message}`
    if (!found.has(key)) found.set(key, problem(code, {file, line: place.line}, message, hint))
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
    allowed: {...allowLists[policy], ...present({highestHeading})},
    link: (reference) => {
      if (episodes?.has(reference)) return episodes.get(reference)
      const own = reference.startsWith('#') ? headings.find(percentDecoded(reference.slice(1))) : undefined
      if (own !== undefined) return keepsFragments ? `#${own}` : notesUrl(`#${own}`, base)
      return keepsFragments && isFragment(reference) ? reference : (notesUrl(reference, base) ?? refuse(reference))
    },
    imageLink: (reference) =>
      pictures?.has(reference) ? pictures.get(reference) : (notesImageUrl(reference, base) ?? refuse(reference)),
    headings,
    report,
  }
}
