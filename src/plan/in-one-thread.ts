import {severalAtOnce} from '../text/several-at-once.ts'
import type {Engine} from './engine.ts'
import {judgeFeed} from './feeds/judge-feeds.ts'
import {planEpisode} from './plan-episode.ts'

/** Plans all episodes in this thread and remembers none; judges each feed as soon as it is taken. */
export const inOneThread: Engine = async ({ready, now, take, onEpisode}) => {
  const results = await severalAtOnce(ready.opened.episodes, async (files) => {
    const {result} = await planEpisode(ready, files, now, take)
    onEpisode()
    return result
  })
  return {
    results,
    judge: async (feed) => judgeFeed(feed, now),
    unchangedSizeInBytes: () => undefined,
    close: () => {},
  }
}
