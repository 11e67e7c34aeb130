import type {NotesBlock} from '../../model/episode.ts'
import {type BlockToken, blockText} from '../../text/markdown/block-text.ts'
import {ownIdPrefix} from '../../text/marks/footnotes.ts'

/** The headings of notes by the ids that links lead to, as GitHub makes them: `## More links` is `#more-links`. */
export type HeadingIds = {
  readonly idOf: (heading: object) => string | undefined
  /** The id for what an author wrote after a `#`. `undefined` if no heading has it. */
  readonly find: (fragment: string) => string | undefined
}

export function headingIds(notes: readonly NotesBlock[]): HeadingIds {
  const byHeading = new Map<object, string>()
  const ids = new Set<string>()
  for (const {token} of notes) {
    if (token.type !== 'heading') continue
    const slug = fragmentOf(blockText(token as BlockToken))
    if (slug === '') continue
    let id = slug
    for (let number = 1; ids.has(id); number += 1) id = `${slug}-${number}`
    ids.add(id)
    byHeading.set(token, ownIdPrefix + id)
  }
  return {
    idOf: (heading) => byHeading.get(heading),
    find: (fragment) => (ids.has(fragmentOf(fragment)) ? ownIdPrefix + fragmentOf(fragment) : undefined),
  }
}

/** GitHub's rule: letters and digits stay, blanks become hyphens, everything else goes. */
export function fragmentOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')
    .slice(0, 100)
}

export const noHeadingIds: HeadingIds = {idOf: () => undefined, find: () => undefined}
