import {hash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {filesAtOf, lockedLine, type ReadyShow} from '../../plan/ready-show.ts'
import {lockedPicturesAt} from '../../plan/shared-pictures.ts'
import type {EpisodeFiles} from '../../read/read.ts'
import {buildMark, version} from '../../version.ts'
import {type EpisodeInputs, unchangedInputs} from './episode-inputs.ts'
import {markOfLockedMedia} from './locked-media-mark.ts'
import type {EpisodeRecord} from './packed-episode.ts'
import {stableText} from './stable-text.ts'

/** Where builds of the show in `folder` keep what they made of its episodes. */
export function memoryFile(folder: string): string {
  return join(folder, '.castwright', 'episodes.cache')
}

/** The inputs of an episode as they are now, if it would come out of them as it did; else `undefined`. */
export async function stillTrue(
  entry: EpisodeRecord,
  files: EpisodeFiles,
  ready: ReadyShow,
  now: Date,
): Promise<EpisodeInputs | undefined> {
  const {planned, givenSlug} = entry
  const {identity} = planned.result
  const slug = ready.slugs.get(entry.file)
  if (slug !== givenSlug && slug !== identity?.slug) return undefined
  if (!isOfNow(entry, now)) return undefined
  if (identity !== undefined) {
    const locked = lockedLine(ready, entry.file, identity.slug)
    const {probedByUrl} = ready
    const {result} = planned
    const filesAt = filesAtOf(ready, entry.file, identity.slug)
    if (result.kind === 'published' && result.item.filesAt !== filesAt) return undefined
    // If the episode has no line in the lock, what other episodes name decides again.
    const {picturesAt} = result.kind === 'published' ? result : {}
    if (picturesAt !== undefined && picturesAt !== lockedPicturesAt(locked)) return undefined
    if (markOfLockedMedia({locked, probedByUrl}, planned.mediaOnServers) !== planned.lockedMedia) return undefined
  }
  return planned.inputs === undefined ? undefined : unchangedInputs(ready.opened, files, planned.inputs)
}

/** A published episode stays the same as time goes on. A scheduled episode does so until it is due. */
function isOfNow({planned: {result}, nowInMilliseconds}: EpisodeRecord, now: Date): boolean {
  if (result.kind === 'published') return now.getTime() >= nowInMilliseconds
  return result.kind !== 'held-back' || result.heldBack.state !== 'scheduled' || now < result.heldBack.at
}

/** Everything that is the same for all episodes: this program, and what the show's file and cover say. */
export function keyOf({opened, show, channel}: ReadyShow): string {
  const showFile = readFileSync(join(opened.folder, opened.showFile), 'base64')
  // Dates and words on pages are as this version of Node writes them.
  return hash('sha256', stableText([version, buildMark, process.version, showFile, opened.show, show, channel]), 'hex')
}
