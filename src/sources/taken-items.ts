import {atomEpisode} from './atom.ts'
import {packedEpisode} from './packed-episode.ts'
import {rssItem} from './rss-item.ts'
import type {SourceElement, TakeElement} from './source-document.ts'
import type {LeftPosts, SourceEpisode} from './source-show.ts'
import {isWordPressExport, wordPressEpisode} from './wordpress.ts'
import {filmOf} from './youtube.ts'

export type TakenItems = {
  readonly take: TakeElement
  readonly episodes: readonly SourceEpisode[]
  /** How many of the entries in Atom are films of YouTube. */
  readonly filmCount: () => number
  /** How many posts of a WordPress export are no episodes, and why. */
  readonly leftPosts: () => LeftPosts
}

/** The items of a document in XML, made episodes one by one as they are read. */
export function takenItems(): TakenItems {
  const episodes: SourceEpisode[] = []
  let films = 0
  // Asked once: in a channel of a million elements, each item would look at all of them.
  let isExport: boolean | undefined
  const takeEntry = (entry: SourceElement) => {
    const film = filmOf(entry)
    if (film !== undefined) films += 1
    episodes.push(packedEpisode(film ?? atomEpisode(entry)))
  }
  const left = {withoutMedia: 0, unpublished: 0}
  const takeItem = (item: SourceElement, parent: SourceElement) => {
    isExport ??= isWordPressExport(parent)
    const episode = isExport ? wordPressEpisode(item) : rssItem(item)
    if (typeof episode !== 'string') episodes.push(packedEpisode(episode))
    else if (episode !== 'other') left[episode] += 1
  }
  const take: TakeElement = (element, around) => {
    const parent = around.at(-1)
    if (parent === undefined) return false
    if (element.name === 'atom:entry' && around.length === 1 && parent.name === 'atom:feed') takeEntry(element)
    else if (element.name === 'item' && isOfItems(around)) takeItem(element, parent)
    else return false
    return true
  }
  return {take, episodes, filmCount: () => films, leftPosts: () => left}
}

/** In RSS 1.0, the items stand beside the channel. */
function isOfItems([root, channel]: readonly SourceElement[]): boolean {
  if (root?.name !== 'rss' && root?.name !== 'rdf:RDF') return false
  return channel === undefined ? root.name === 'rdf:RDF' : channel.name === 'channel'
}
