import type {Episode, ProbedEpisode} from '../model/episode.ts'
import {present} from '../model/present.ts'
import type {Outcome, Problem} from '../model/problem.ts'
import {probeEpisode} from '../probe/probe.ts'
import {episodeGuid} from '../read/episode/identity.ts'
import {type EpisodeFiles, readEpisode} from '../read/read.ts'
import {episodeLinks} from './episode-links.ts'
import type {PlannedIdentity} from './episode-result.ts'
import {type KnownFacts, knownAsset, withKnownMedia} from './identity/locked-media.ts'
import {doubtOf} from './page-in-doubt.ts'
import {filesAtOf, lockedLine, type ReadyShow} from './ready-show.ts'
import {type SharedPictures, sharedPictures} from './shared-pictures.ts'
import {soundUpdate} from './sound-update.ts'

/** An episode that was read, and what `probe` found out about it with the help of the lock. */
export type KnownEpisode = {
  readonly episode: Episode
  readonly identity: PlannedIdentity
  readonly probed: Outcome<ProbedEpisode>
  /** What the lock knows of it. */
  readonly locked: KnownFacts
  readonly picturesAt: SharedPictures['picturesAt']
  /** Whether it may come out differently tomorrow, although no file of it changes. */
  readonly mayChange: boolean
  /** The problems of `probed` are not among these. */
  readonly problems: readonly Problem[]
}

/** A file that could not be read, or that may be no episode. */
export type UnreadEpisode = {
  readonly episode?: never
  readonly problems: readonly Problem[]
  readonly mayChange: boolean
}

/** An episode up to where it is decided whether it is published: read, held against the lock, probed. */
export async function probedEpisode(
  ready: ReadyShow,
  files: EpisodeFiles,
  now: Date,
): Promise<KnownEpisode | UnreadEpisode> {
  const {opened, probedByUrl} = ready
  const read = await readEpisode(opened, files, ready.slugs.get(files.file))
  if (!read.ok) return {problems: read.problems, mayChange: false}
  const doubt = await doubtOf(ready, read.value, files)
  if (doubt.problem !== undefined) return {problems: [...read.problems, doubt.problem], mayChange: doubt.mayChange}
  const identity = identityOf(read.value, opened.show.guid)
  const filesAt = filesAtOf(ready, files.file, identity.slug)
  const locked = lockedLine(ready, files.file, identity.slug)
  const {shared, picturesAt} = await sharedPictures(ready, read.value, files, locked)
  const linked = await episodeLinks(ready, read.value, now)
  const updated = soundUpdate(read.value, now)
  const mayChange = [doubt, linked, updated].some((each) => each.mayChange)
  const links = linked.links.size > 0 && {episodeLinks: linked.links}
  const episode = {...updated.episode, ...present({filesAt, sharedPictures: shared}), ...links}

  const completed = withKnownMedia(episode, locked, opened.show.mediaUrl)
  const probed = await probeEpisode(completed, opened.folder, knownAsset(locked, probedByUrl))
  const problems = [...read.problems, ...linked.problems, ...updated.problems]
  return {episode, identity, probed, locked: {locked, probedByUrl}, picturesAt, mayChange, problems}
}

function identityOf({file, slug, guid, places}: Episode, showGuid: string): PlannedIdentity {
  const line = places.get('guid')?.line
  const hasOwnGuid = guid !== episodeGuid(undefined, showGuid, slug)
  return {file, slug, guid, hasOwnGuid, ...(line === undefined ? {} : {line})}
}
