import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {openJudgingInSteps} from '../../../src/engine/judging/judging-in-steps.ts'
import {isJudgedType} from '../../../src/file-kinds/feed-kinds.ts'
import type {AbsoluteUrl} from '../../../src/model/absolute-url.ts'
import type {Feed, FeedItem} from '../../../src/model/feed.ts'
import {judgeFeed} from '../../../src/plan/feeds/judge-feeds.ts'
import {feedFormats, type WrittenFeedFormat} from '../../../src/serialise/serialise.ts'
import {textOfPiece} from '../../../src/text/text-piece.ts'
import {anyFeed} from '../../serialise/any-feed.ts'
import {runs} from '../../series.ts'

const now = new Date('2026-06-01T00:00:00Z')
const always = async () => true

function taken(feed: Feed, {format, mimeType, separator}: WrittenFeedFormat, spoilt = (piece: string) => piece) {
  const pieces = [...format(feed)].map(textOfPiece).map(spoilt)
  const file = {path: 'feed', mimeType, rank: 'feed', source: 'show.yaml', pieces} as const
  const authors = {items: feed.items, showFile: 'show.yaml'}
  return {file, reportedPath: 'feed', authors, pieceEndsInBytes: [], separator}
}

/** A feed of more than one part. */
const longFeed = fc.tuple(anyFeed, fc.integer({min: 0, max: 25})).map(([feed, count]): Feed => {
  const [item] = feed.items
  if (item === undefined) return feed
  const items = Array.from({length: count}, (_, at): FeedItem => {
    const own = {...item, guid: `${item.guid}-${at}` as FeedItem['guid']}
    if (item.enclosure === undefined) return own
    return {...own, enclosure: {...item.enclosure, url: `${item.enclosure.url}?${at}` as AbsoluteUrl}}
  })
  return {...feed, items}
})

describe.each(feedFormats.filter(({mimeType}) => isJudgedType(mimeType)))('$title, judged in steps', (format) => {
  it('comes to what judging all of it comes to, again and again', async () => {
    const check = async (feed: Feed, spoils: boolean, at: number) => {
      const judge = openJudgingInSteps()
      const spoilt = (piece: string) => (spoils && piece.includes(`-${at}`) ? piece.replace(/[<{]/, '$&<') : piece)
      const found = taken(feed, format, spoilt)
      const whole = judgeFeed(found, now)
      if (spoils && feed.items.length > at) expect(whole).not.toEqual([])
      for (const each of [taken(feed, format), found, found]) {
        const expected = each === found ? whole : judgeFeed(each, now)
        expect(await judge(each, now, always)).toEqual(expected)
      }
    }
    await fc.assert(fc.asyncProperty(longFeed, fc.boolean(), fc.integer({min: 0, max: 24}), check), runs(200))
  })

  it('ends when it is told', async () => {
    const [feed] = fc.sample(
      longFeed.filter(({items}) => items.length > 0),
      1,
    )
    if (feed === undefined) throw new Error('no feed')
    const judge = openJudgingInSteps()
    expect(await judge(taken(feed, format), now, async () => false)).toBeUndefined()
  })
})
