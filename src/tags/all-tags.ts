import {feedHistory} from './feed-history.ts'
import {itunes} from './itunes.ts'
import {podcast} from './podcast.ts'
import {podlove} from './podlove.ts'
import {atom, content, rss} from './rss.ts'
import type {AuthoredKey, Namespace} from './tag.ts'

/** Every tag that is written to RSS, in the order of writing. A new namespace is a file and its line here. */
export const namespaces: readonly Namespace[] = [rss, atom, feedHistory, itunes, podcast, podlove, content]

/** The keys that tags own in `show.yaml` and in front matter. */
export const authoredTags: readonly AuthoredKey[] = namespaces.flatMap(({tags}) =>
  tags.flatMap(({authored}) => (authored === undefined ? [] : [authored])),
)
