import type {Problem} from '../../model/problem.ts'
import {problem} from './episode-problems.ts'

/** What tells an episode from the others. Drafts and scheduled episodes count, because they will be published later. */
export type EpisodeIdentity = {
  readonly file: string
  readonly slug: string
  readonly guid: string
  /** The line in which the guid was written, if it was. */
  readonly line?: number
}

/** Reports two episodes with one guid or one slug. The problem names the file that is later in the order of names. */
export function duplicateIdentities(identities: readonly EpisodeIdentity[]): readonly Problem[] {
  const guids = new Map<string, EpisodeIdentity>()
  const slugs = new Map<string, EpisodeIdentity>()
  const problems: Problem[] = []
  for (const identity of identities) {
    const {file, slug, guid, line = 1} = identity
    const sameSlug = slugs.get(slug)
    const sameGuid = guids.get(guid)
    if (sameSlug !== undefined) {
      const message = `This episode and ${sameSlug.file} both have the slug "${slug}", so they would be one page`
      problems.push(problem('slug-duplicate', {file, line: 1}, message, `slug: ${slug}-2`))
    }
    // A derived guid follows from the slug. Two equal slugs are one cause, so they are one problem.
    if (sameGuid !== undefined && sameSlug === undefined) {
      const message = `This episode and ${sameGuid.file} both have the guid "${guid}": apps would show only one of them`
      problems.push(
        problem('guid-duplicate', {file, line}, message, 'Remove the guid of the episode that is not published yet'),
      )
    }
    if (sameSlug === undefined) slugs.set(slug, identity)
    if (sameGuid === undefined) guids.set(guid, identity)
  }
  return problems
}

/** The files of episodes that share their slug. All their other collisions follow from that. */
export function filesOfSharedSlugs(identities: readonly EpisodeIdentity[]): ReadonlySet<string> {
  const bySlug = new Map<string, string[]>()
  for (const {slug, file} of identities) bySlug.set(slug, [...(bySlug.get(slug) ?? []), file])
  return new Set([...bySlug.values()].filter((files) => files.length > 1).flat())
}
