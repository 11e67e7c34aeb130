import {dublinCore} from './dublin-core.ts'
import {feedHistory} from './feed-history.ts'
import {itunes} from './itunes.ts'
import {mediaRss} from './media-rss.ts'
import {podcast} from './podcast/podcast.ts'
import {liveItem} from './podcast/podcast-live.ts'
import {podlove} from './podlove.ts'
import {atom, content, rss} from './rss.ts'
import {spotify} from './spotify.ts'
import type {AuthoredKey, Namespace} from './tag.ts'

// These are among the namespaces that every feed declares: what is only in a live item must not need another one.
const podcastWithLive: Namespace = {...podcast, tags: [...podcast.tags, liveItem([rss, itunes, podcast])]}

/** Every tag that is written to RSS, in the order of writing. A new namespace is a file and its line here. */
export const namespaces: readonly Namespace[] = [
  rss,
  atom,
  feedHistory,
  itunes,
  podcastWithLive,
  spotify,
  dublinCore,
  podlove,
  mediaRss,
  content,
]

/** The keys that tags own in `show.yaml` and in front matter. */
export const authoredTags: readonly AuthoredKey[] = namespaces.flatMap(({tags}) =>
  tags.flatMap(({authored}) => (authored === undefined ? [] : [authored])),
)
