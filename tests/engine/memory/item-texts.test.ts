import {mkdtempSync, rmSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {outputMark} from '../../../src/cache/file-mark.ts'
import {textMarks} from '../../../src/engine/memory/item-marks.ts'
import {itemTexts} from '../../../src/engine/memory/item-texts.ts'
import type {Feed} from '../../../src/model/feed.ts'
import {feedFormats, type WrittenFeedFormat} from '../../../src/serialise/serialise.ts'
import {joinedPieces, type TextPiece, textOfPiece} from '../../../src/text/text-piece.ts'
import {anyFeed} from '../../serialise/any-feed.ts'
import {ofSeries, runs} from '../../series.ts'

let output: string
beforeAll(() => {
  output = mkdtempSync(join(tmpdir(), 'castwright-items-'))
})
afterAll(() => rmSync(output, {recursive: true, force: true}))

const path = 'feed'

/** Publishes a feed, and gives what the next build knows of its items. */
function published(feed: Feed, {format, separator}: WrittenFeedFormat) {
  const pieces = [...format(feed)].map(textOfPiece)
  writeFileSync(join(output, path), pieces.join(''))
  let sizeInBytes = 0
  const pieceEndsInBytes = pieces.map((piece) => {
    sizeInBytes += Buffer.byteLength(piece)
    return sizeInBytes
  })
  const first = itemTexts(() => undefined, output, textMarks().ofItems)
  first.wrote(path, feed, {pieceEndsInBytes, separator})
  const before = {mark: outputMark(join(output, path)) ?? '', items: first.written.get(path)}
  return itemTexts(() => before, output, textMarks().ofItems)
}

/** A character for each byte: of bytes themselves, every one would be compared by a call. */
function bytesOf(pieces: Iterable<TextPiece>): string {
  return Buffer.from(joinedPieces(pieces)).toString('latin1')
}

/** How many items of `feed` are copied. */
function copied(texts: ReturnType<typeof published>, feed: Feed, {name}: WrittenFeedFormat): number {
  const known = texts.textsIn(path, feed, name)
  return feed.items.filter((item) => known.textOf(item) !== undefined).length
}

const [one] = fc.sample(
  anyFeed.filter(({items}) => items.length > 2),
  {numRuns: 1, seed: 5},
)
if (one === undefined) throw new Error('no feed')

describe.each(feedFormats)('$title, written again', (format) => {
  it('has the same bytes with items that are copied as without them', () => {
    let copies = 0
    const check = (feed: Feed, other: Feed, at: number) => {
      const texts = published(feed, format)
      const [added] = other.items
      const item = feed.items[at % Math.max(1, feed.items.length)]
      const later = [
        feed,
        {...feed, updatedAt: new Date('2026-05-31T00:00:00Z')},
        {...feed, items: feed.items.slice(1)},
        {...feed, items: [...(added === undefined ? [] : [added]), ...feed.items]},
        {...feed, items: [...feed.items].reverse()},
        {...feed, items: feed.items.map((each) => (each === item ? {...each, title: `${each.title}, again`} : each))},
        {...feed, channel: other.channel},
        {...feed, trailers: feed.items},
        other,
      ]
      for (const each of later) {
        copies += copied(texts, each, format)
        const known = texts.textsIn(path, each, format.name)
        expect(bytesOf(format.format(each, known))).toBe(bytesOf(format.format(each)))
      }
    }
    fc.assert(fc.property(anyFeed, anyFeed, fc.nat(9), check), runs(200))
    expect(copies).toBeGreaterThan(ofSeries(200, 10))
  }, 240_000)

  it('has all items copied but the one that changed', () => {
    const texts = published(one, format)
    expect(copied(texts, {...one, updatedAt: new Date(0)}, format)).toBe(one.items.length)
    const [first, ...others] = one.items
    if (first === undefined) throw new Error('no item')
    for (const change of [{title: 'Other'}, {notesHtml: '<p>Other.</p>'}, {explicit: !first.explicit}])
      expect(copied(texts, {...one, items: [{...first, ...change}, ...others]}, format), JSON.stringify(change)).toBe(
        others.length,
      )
    expect(copied(texts, {...one, channel: {...one.channel, title: 'Other'}}, format)).toBe(0)
  })

  it('has none copied from a file that is not the one that was published', () => {
    const texts = published(one, format)
    const file = join(output, path)
    writeFileSync(file, 'x'.repeat(1000))
    expect(copied(texts, one, format)).toBe(0)
    rmSync(file)
    expect(copied(texts, one, format)).toBe(0)
    const again = published(one, format)
    utimesSync(file, 1, 1)
    // The same bytes, as after a checkout.
    expect(copied(again, one, format)).toBe(one.items.length)
  })
})
