import {pairEpisodes, type Recognisable} from '../../lock/pair-episodes.ts'
import type {Episode} from '../../model/episode.ts'
import type {LockedEpisode, LockedMedia} from '../../model/lock.ts'
import {present} from '../../model/present.ts'
import type {Problem} from '../../model/problem.ts'
import {mediaHash} from '../../probe/media-hash.ts'
import {type EpisodeFiles, type OpenedShow, readEpisode} from '../../read/read.ts'
import {problem} from './identity-problems.ts'
import {isOnServer, textMark} from './locked-media.ts'

/** The slug under which each episode was published, by the file that it is in today. New files are not in this list. */
export type KeptSlugs = {readonly slugs: ReadonlyMap<string, string>; readonly problems: readonly Problem[]}

/**
 * Files may be renamed and moved. An episode is found again by its media, its words or its guid, and keeps its slug, so that none
 * of its addresses moves. This costs nothing unless a file of the lock is gone; then new files are read twice.
 */
export async function keptSlugs(opened: OpenedShow, published: readonly LockedEpisode[]): Promise<KeptSlugs> {
  const known = new Map(published.map((each) => [each.source, each.slug]))
  const isThere = new Set(opened.episodes.map(({file}) => file))
  const slugs = new Map(opened.episodes.flatMap(({file}) => (known.has(file) ? [[file, known.get(file) ?? '']] : [])))
  const gone = published.filter(({source}) => source !== undefined && !isThere.has(source))
  if (gone.length === 0) return {slugs, problems: []}
  const fresh: (Recognisable & {readonly file: string})[] = []
  for (const files of opened.episodes) {
    const found = known.has(files.file) ? undefined : await recognisable(opened, files)
    if (found !== undefined) fresh.push(found)
  }
  const pairs = pairEpisodes(gone, fresh)
  const problems: Problem[] = []
  for (const {slug, file} of fresh) {
    const old = pairs.get(slug)
    if (old === undefined) continue
    slugs.set(file, old.slug)
    if (old.slug === slug) continue
    const message = `This episode was in ${old.source}: it keeps its address (${old.slug}) and its guid, so nobody notices the new name of the file`
    problems.push(problem('slug-kept', {file, line: 1}, message, `To move its page as well, write: slug: ${slug}`))
  }
  return {slugs, problems}
}

/** What is known of an episode that is not published yet. `undefined` if its author wrote the slug. */
async function recognisable(
  opened: OpenedShow,
  files: EpisodeFiles,
): Promise<(Recognisable & {readonly file: string}) | undefined> {
  const read = await readEpisode(opened, files)
  if (!read.ok || read.value.publication.state === 'draft') return undefined
  const {file, slug, guid, publication, media, places} = read.value
  if (places.has('slug') || places.has('permalink')) return undefined
  const [enclosure] = media
  const marks =
    enclosure === undefined
      ? {media: [], ...present({text: textMark(read.value)})}
      : {media: [await mediaMark(enclosure, opened.folder)]}
  return {file, slug, guid, published: publication.at.toISOString(), ...marks}
}

async function mediaMark({location}: Episode['media'][number], folder: string): Promise<Partial<LockedMedia>> {
  if (isOnServer(location)) return {url: location}
  // `probe` says the problem of a file that cannot be read.
  return present({sha256: await mediaHash(folder, location).catch(() => undefined)})
}
