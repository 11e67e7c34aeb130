import {hash} from 'node:crypto'
import type {Feed, FeedItem, ListedItem} from '../../model/feed.ts'
import type {PageSource} from '../../model/rendered-show.ts'
import type {EpisodeResult} from '../../plan/episode-result.ts'
import type {ItemMarking} from './item-texts.ts'
import {stableText} from './stable-text.ts'

/**
 * What an episode gives to the texts of the show as a whole, a mark for each part: as long as a mark is the same, so is the part.
 */
export type ItemMarks = {
  /** What feeds have of it. */
  readonly item: string
  /** What lists have of it. */
  readonly listed: string
  /** By what the search finds it. */
  readonly words: string
}

/** `undefined` for an episode that is not published. */
export function marksOfResult(result: EpisodeResult): ItemMarks | undefined {
  return result.kind === 'published' ? {words: markOf(result.words), ...marksOfItem(result.item)} : undefined
}

function marksOfItem({notesHtml, descriptionHtml, transcriptHtml, ...listed}: FeedItem): Omit<ItemMarks, 'words'> {
  const mark = markOf(stableText(listed))
  return {listed: mark, item: markOf(JSON.stringify([mark, notesHtml, descriptionHtml, transcriptHtml]))}
}

/** Marks of what texts of a show are made of, from those of its episodes. */
export type TextMarks = {
  /** To be called for each published episode. */
  readonly note: (item: FeedItem, marks: ItemMarks) => void
  readonly markOf: (madeOf: Feed | PageSource) => string
  readonly ofItems: ItemMarking
}

/** An item that was not noted, because a feed has it in another form than its episode, is marked when somebody asks. */
export function textMarks(): TextMarks {
  const noted = new WeakMap<ListedItem, ItemMarks>()
  const wordsBySlug = new Map<string, string>()
  const ofFeeds = new WeakMap<Feed, string>()
  /** Many pages are made of the same list. */
  const ofLists = new WeakMap<PageSource['items'], string>()
  const ofWords = new WeakMap<PageSource['items'], string>()
  const made = new WeakMap<FeedItem, string>()
  const ofItem = (item: FeedItem) => noted.get(item)?.item ?? once(made, item, (each) => marksOfItem(each).item)
  const frames = new WeakMap<Feed, string>()
  const ofListed = (item: ListedItem) => noted.get(item)?.listed ?? markOf(stableText(withoutTexts(item)))
  return {
    note: (item, marks) => {
      noted.set(item, marks)
      wordsBySlug.set(item.slug, marks.words)
    },
    markOf: (madeOf) => {
      if ('channel' in madeOf) return once(ofFeeds, madeOf, ofFeed)
      const {items, hasWords} = madeOf
      const listed = once(ofLists, items, () => markOf(items.map(ofListed).join('\n')))
      return hasWords ? `${listed} ${once(ofWords, items, wordsIn)}` : listed
    },
    ofItems: {markOf: ofItem, frameOf: (document) => once(frames, document, frameOf)},
  }

  function ofFeed({items, trailers, ...head}: Feed): string {
    return markOf([markOf(stableText(head)), ...trailers.map(ofItem), '', ...items.map(ofItem)].join('\n'))
  }

  function frameOf({items: _items, updatedAt: _time, trailers, ...frame}: Feed): string {
    return markOf([markOf(stableText(frame)), ...trailers.map(ofItem)].join('\n'))
  }

  function wordsIn(items: PageSource['items']): string {
    return markOf(items.map(({slug}) => wordsBySlug.get(slug) ?? '').join('\n'))
  }
}

function once<K extends object>(known: WeakMap<K, string>, key: K, make: (key: K) => string): string {
  const mark = known.get(key) ?? make(key)
  known.set(key, mark)
  return mark
}

/** An item may have more members than its type tells of. */
function withoutTexts(item: ListedItem & Partial<FeedItem>): ListedItem {
  const {notesHtml: _notes, descriptionHtml: _description, transcriptHtml: _transcript, ...listed} = item
  return listed
}

function markOf(value: string | Uint8Array): string {
  return hash('sha1', value, 'base64')
}
