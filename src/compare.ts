import {compareFeeds, type EpisodeChange} from './compare/compare-feeds.ts'
import {readSubscriberFeed} from './compare/subscriber-feed.ts'
import {hasErrors, type Outcome} from './model/problem.ts'
import {publishedProblems} from './model/problems/lock.ts'
import {type PlanOptions, plan} from './plan/plan.ts'
import {decodeText} from './text/encoding.ts'

/**
 * What subscribers of a feed (its bytes, of any maker) will see once the show in `folder` is built. No value where `old` is no
 * feed, or where the show cannot be built.
 */
export async function compare(
  old: Uint8Array,
  folder: string,
  options: PlanOptions,
): Promise<Outcome<readonly EpisodeChange[] | undefined>> {
  let text = ''
  const take = async (file: Parameters<Parameters<typeof plan>[2]['take']>[0]) => {
    // Feeds come last and the RSS first of them: podcast apps read that one.
    if (
      text === '' &&
      file.rank === 'feed' &&
      file.isPrivate !== true &&
      file.mimeType.includes('rss') &&
      'pieces' in file
    ) {
      text = [...file.pieces].join('')
    }
    return []
  }
  // What the lock would stop is the very thing that is asked here.
  const planned = await plan(folder, {...options, accept: Object.keys(publishedProblems)}, {take})
  if (!planned.ok || hasErrors(planned.problems)) return {ok: false, problems: planned.problems}
  const [before, after] = [readSubscriberFeed(decodeText(old).text), readSubscriberFeed(text)]
  const value = before === undefined || after === undefined ? undefined : compareFeeds(before, after)
  return {ok: true, value, problems: []}
}
