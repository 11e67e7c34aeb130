import {relative, sep} from 'node:path'
import type {EpisodeFiles} from '../../read/read.ts'
import {renewedAhead} from './ahead-site.ts'
import type {ShowNow} from './show-now.ts'

/**
 * The show with the pages of an episode as its files are now, without asking what that changes anywhere else: planning all of a large show
 * takes longer than somebody who writes wants to wait. What is not certain stays as it was until the next plan: other files than texts of
 * episodes, an episode with an error, and an episode that nobody has looked at.
 */
export async function glanceAt(shown: ShowNow, changedFiles: readonly string[], now: Date): Promise<ShowNow> {
  const {ready, texts, ahead} = shown
  const {folder, episodes} = ready.opened
  const changed = changedFiles.map((path) => relative(folder, path).split(sep).join('/'))
  const edited = episodes.filter((each) => changed.some((path) => isTextOf(each, path)))
  if (edited.length !== 1 || !changed.every((path) => edited.some((each) => isTextOf(each, path)))) return shown
  const [episode] = edited
  if (episode === undefined) return shown
  await texts.renew(episode.file)
  const isHeldBack = ahead.items.some(({source}) => source.file === episode.file) && !isPublished(shown, episode)
  if (!isHeldBack) return shown
  return {...shown, ahead: await renewedAhead(ahead, {ready, channel: shown.plan.channel}, episode, now)}
}

function isTextOf({file, transcripts, chapters}: EpisodeFiles, path: string): boolean {
  return path === file || transcripts.includes(path) || chapters.includes(path)
}

function isPublished({plan}: ShowNow, {file}: EpisodeFiles): boolean {
  return plan.items.some(({source}) => source.file === file)
}
