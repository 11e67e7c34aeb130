import type {CheckedEpisode} from '../checks/checked-show.ts'
import type {FindLink} from '../checks/page-links.ts'
import {type ReadNotes, unpublishedLinks} from '../checks/unpublished-links.ts'
import {numbersTwice} from '../checks/whole-show.ts'
import {withCheckSettings} from '../model/check-settings.ts'
import {present} from '../model/present.ts'
import type {Problem} from '../model/problem.ts'
import type {EpisodeResult} from '../plan/episode-result.ts'
import type {Plan} from '../plan/plan.ts'
import {linkFinder} from './link-finder.ts'

/** Problems that show only when all episodes are seen together, and that every build reports. */
export function saidByBuilds({show, episodes}: Pick<Plan, 'show' | 'episodes'>, folder: string): readonly Problem[] {
  const problems = [
    ...numbersTwice(episodes.flatMap(checkedEpisode)),
    ...leadingAhead({show, episodes}, linkFinder(folder)),
  ]
  return withCheckSettings(problems, show.checks)
}

/** Problems of links that lead to a draft or to a scheduled episode. */
export function leadingAhead(
  {show, episodes}: Pick<Plan, 'show' | 'episodes'>,
  findLink: FindLink,
): readonly Problem[] {
  const unpublished = episodes.flatMap((each) => (each.kind === 'held-back' ? [each.identity] : []))
  return unpublishedLinks(show.siteUrl, {notes: notesOf(episodes), unpublished, findLink})
}

/** One by one: those of a large show are too many to be held. */
function* notesOf(episodes: readonly EpisodeResult[]): Generator<ReadNotes> {
  for (const each of episodes)
    if (each.kind === 'published') yield {file: each.item.source.file, notesHtml: each.item.notesHtml}
}

export function checkedEpisode(result: EpisodeResult): readonly CheckedEpisode[] {
  if (result.kind === 'failed' || result.kind === 'left-out') return []
  const {places, ...facts} = result.written
  const item = result.kind === 'published' ? result.item : undefined
  const date = present({publishedAt: item?.publishedAt})
  const hasText = item === undefined || item.summary !== '' || item.notesHtml !== ''
  return [{hasText, hasPeople: (item?.people.length ?? 0) > 0, places, ...facts, ...date}]
}
