import type {HeldBackLink, ShownProblem, ShownProblems} from './previewed-show.ts'

/** What an open page is told, when it begins to listen and whenever the show changes. */
export type LiveMessage = {
  /** The mark by which the page is known. A page whose mark has changed loads itself again. */
  readonly mark: string
  readonly counts: ShownProblems['counts']
  readonly problems: readonly ShownProblem[]
  readonly heldBack: readonly HeldBackLink[]
}
