import {describe, expect, it} from 'vitest'
import {type ItemMarks, marksOfResult, textMarks} from '../../../src/engine/memory/item-marks.ts'
import type {Feed, FeedItem} from '../../../src/model/feed.ts'
import type {EpisodeResult} from '../../../src/plan/episode-result.ts'
import {audioEpisode, channel, videoEpisode} from '../../pages/sample-show.ts'

type Show = {readonly items: readonly FeedItem[]; readonly words?: string; readonly title?: string}

const [one, other] = [audioEpisode.item, videoEpisode.item]

function marksOf(item: FeedItem, words: string): ItemMarks {
  const {source, slug, guid, title, type} = item
  const identity = {file: source.file, slug, guid, hasOwnGuid: false}
  const written = {file: source.file, title, type, places: {}}
  const lockFacts = {source: source.file, media: []}
  const result = {kind: 'published', problems: [], identity, written, item, lockFacts, words, portraits: []} as const
  const marks = marksOfResult(result satisfies EpisodeResult)
  if (marks === undefined) throw new Error('It is published')
  return marks
}

/** The marks of a feed, of a list and of a part of the search. */
function marksOfTexts({items, words = 'loom=!', title = channel.title}: Show, isNoted = true) {
  const marks = textMarks()
  if (isNoted) for (const item of items) marks.note(item, marksOf(item, words))
  const feed: Feed = {channel: {...channel, title}, items, updatedAt: new Date(0), trailers: []}
  return {
    feed: marks.markOf(feed),
    list: marks.markOf({items, hasWords: false}),
    search: marks.markOf({items, hasWords: true}),
  }
}

const before = marksOfTexts({items: [one, other]})

/** What differs from before. */
function changedBy(show: Show): readonly string[] {
  return Object.entries(marksOfTexts(show)).flatMap(([text, mark]) =>
    mark === before[text as keyof typeof before] ? [] : [text],
  )
}

describe('what a text of the show is made of', () => {
  it('is the same where every episode is', () => {
    expect(changedBy({items: [{...one}, {...other}]})).toEqual([])
  })

  it('is for a feed what feeds have of an episode, and for a list what lists have', () => {
    expect(changedBy({items: [{...one, notesHtml: '<p>Other notes.</p>'}, other]})).toEqual(['feed'])
    expect(changedBy({items: [{...one, descriptionHtml: '<p>Other.</p>'}, other]})).toEqual(['feed'])
    expect(changedBy({items: [{...one, transcriptHtml: '<p>Other.</p>'}, other]})).toEqual(['feed'])
    expect(changedBy({items: [one, other], title: 'Another title of the feed'})).toEqual(['feed'])
    expect(changedBy({items: [one, other], words: 'loom=1'})).toEqual(['search'])
    for (const change of [{title: 'Other'}, {summary: 'Other'}, {tags: ['other']}, {guid: one.guid.concat('2')}])
      expect(changedBy({items: [{...one, ...change} as FeedItem, other]}), JSON.stringify(change)).toEqual([
        'feed',
        'list',
        'search',
      ])
  })

  it('is which episodes there are, in their order', () => {
    expect(changedBy({items: [one]})).toEqual(['feed', 'list', 'search'])
    expect(changedBy({items: [other, one]})).toEqual(['feed', 'list', 'search'])
  })

  it('is known of an item that a feed has in another form than its episode', () => {
    const unnoted = marksOfTexts({items: [one, other]}, false)
    expect([unnoted.feed, unnoted.list]).toEqual([before.feed, before.list])
  })
})
