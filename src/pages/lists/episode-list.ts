import type {ListedShow} from '../../model/rendered-show.ts'
import {ownEpisodes} from '../topics.ts'

/** Every episode with its path and title, newest first: what the script asks for the one before and the one after. */
export function* episodeList({channel, items}: ListedShow): Generator<string> {
  yield '['
  for (const [index, {url, title}] of ownEpisodes(channel.siteUrl, items).entries())
    yield `${index === 0 ? '' : ','}\n${JSON.stringify([url.slice(channel.siteUrl.length), title])}`
  yield '\n]\n'
}
