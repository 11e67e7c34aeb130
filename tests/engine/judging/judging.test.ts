import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {feedPartOf, feedParts} from '../../../src/engine/judging/feed-parts.ts'
import {judgeParts} from '../../../src/engine/judging/judge-parts.ts'
import {type JudgingThread, openJudging, type Verdicts} from '../../../src/engine/judging/judging.ts'
import {sharedQueue} from '../../../src/engine/judging/shared-queue.ts'
import {isJudgedType} from '../../../src/file-kinds/feed-kinds.ts'
import type {Feed} from '../../../src/model/feed.ts'
import {feedFormats, type WrittenFeedFormat} from '../../../src/serialise/serialise.ts'
import {textOfPiece} from '../../../src/text/text-piece.ts'
import {anyFeed} from '../../serialise/any-feed.ts'
import {parseStrictly} from '../../serialise/strict-xml.ts'
import {ofSeries, runs} from '../../series.ts'

const now = new Date('2026-06-01T00:00:00Z')
const itemsPerPart = 2

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'castwright-judging-'))
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

/** A feed in a file of its own, as `spoilt` leaves its pieces. */
function written(feed: Feed, {format, separator}: WrittenFeedFormat, spoilt: (piece: string, index: number) => string) {
  const pieces = [...format(feed)].map(textOfPiece).map(spoilt)
  const file = join(mkdtempSync(join(folder, 'feed-')), 'feed')
  writeFileSync(file, pieces.join(''))
  let sizeInBytes = 0
  const pieceEndsInBytes = pieces.map((piece) => {
    sizeInBytes += Buffer.byteLength(piece)
    return sizeInBytes
  })
  const authors = {items: feed.items, showFile: 'show.yaml'}
  const found = feedParts({authors, pieceEndsInBytes, separator}, itemsPerPart)
  return {file, ...(found === undefined ? {} : {parts: found})}
}

const asItWas = (piece: string) => piece

/** Takes its parts as a thread does: when it comes to it. */
function thread(asked: string[], failing = false): JudgingThread {
  return {
    judgeParts: async (feed, at) => {
      asked.push(feed.file)
      await new Promise(setImmediate)
      if (failing) throw new Error('out of memory')
      return judgeParts(feed, at)
    },
  }
}

const threads = (count: number, asked: string[] = []) => Array.from({length: count}, () => thread(asked))

/** What one build found sound, for the next one. */
function remembered(): Verdicts {
  const kept = new Map<string, readonly string[]>()
  return {of: (path) => kept.get(path) ?? [], keep: (path, sound) => kept.set(path, sound)}
}

const severalItems = anyFeed.filter(({items}) => items.length > itemsPerPart)

const judgedFormats = feedFormats.filter(({mimeType}) => isJudgedType(mimeType))

describe.each(judgedFormats)('$title, cut into parts', (format) => {
  it('is a whole document in each, and all of it in all', () => {
    const check = (feed: Feed) => {
      const {file, parts} = written(feed, format, asItWas)
      if (parts === undefined) throw new Error('it has no parts')
      const all = ({start, end}: {start: number; end: number}) => [...Array(end - start).keys()]
      const texts = parts.parts.map((each, part) => feedPartOf(file, parts, part).textOf(all(each)))
      const count = (text: string) => {
        if (format.name === 'json') return JSON.parse(text).items.length
        const root = parseStrictly(text)
        const inner = format.name === 'rss' ? root.children[0] : root
        return inner?.children.filter(({name}) => /(?:item|entry)$/.test(name)).length
      }
      const counts = texts.map(count)
      expect(counts.slice(0, -1).every((each) => each === itemsPerPart)).toBe(true)
      expect(counts.reduce((sum, each) => sum + each, 0)).toBe(feed.items.length)
    }
    fc.assert(fc.property(severalItems, check), runs(200))
  }, 60_000)

  it.each([0, 1, 3])(
    'is judged as the whole is, whatever is wrong and where, with %i threads',
    async (count) => {
      const faults = ['&', '<b>', '\u0001', '</item>', '"', '{', '2026-02-30', '']
      let faulty = 0
      const check = async (feed: Feed, fault: string, at: number, within: number) => {
        const spoilt = (piece: string, index: number) => {
          if (index !== at) return piece
          const cut = Math.floor(within * piece.length)
          return piece.slice(0, cut) + fault + piece.slice(cut)
        }
        const {file, ...divided} = written(feed, format, spoilt)
        const authors = {items: feed.items, showFile: 'show.yaml'}
        const expected = await openJudging(now, [])({file}, 'feed', authors)
        const found = await openJudging(now, threads(count))({file, ...divided}, 'feed', authors)
        expect(found).toEqual(expected)
        if (found.length > 0) faulty += 1
      }
      const fraction = fc.double({min: 0, max: 1, noNaN: true})
      const property = fc.asyncProperty(severalItems, fc.constantFrom(...faults), fc.nat(20), fraction, check)
      await fc.assert(property, runs(100))
      expect(faulty).toBeGreaterThan(ofSeries(10, 2))
    },
    60_000,
  )
})

describe.each(judgedFormats)('$title, of which parts were found sound before', (format) => {
  it('is judged as the whole is, whatever changed', async () => {
    const faults = ['', '', '&', '<b>', '</item>', '"', '{']
    let faulty = 0
    const check = async (feed: Feed, fault: string, at: number, within: number) => {
      const verdicts = remembered()
      const authors = {items: feed.items, showFile: 'show.yaml'}
      await openJudging(now, threads(1), verdicts)(written(feed, format, asItWas), 'feed', authors)
      const [, ...fewer] = feed.items
      const later = {...feed, items: at % 2 === 0 ? fewer : feed.items, updatedAt: new Date('2026-05-31T00:00:00Z')}
      const spoilt = (piece: string, index: number) => {
        const cut = Math.floor(within * piece.length)
        return index === at ? piece.slice(0, cut) + fault + piece.slice(cut) : piece
      }
      const {file, ...divided} = written(later, format, spoilt)
      const laterAuthors = {...authors, items: later.items}
      const expected = await openJudging(now, [])({file}, 'feed', laterAuthors)
      const found = await openJudging(now, threads(1), verdicts)({file, ...divided}, 'feed', laterAuthors)
      expect(found).toEqual(expected)
      if (found.length > 0) faulty += 1
    }
    const fraction = fc.double({min: 0, max: 1, noNaN: true})
    await fc.assert(fc.asyncProperty(severalItems, fc.constantFrom(...faults), fc.nat(20), fraction, check), runs(100))
    expect(faulty).toBeGreaterThan(ofSeries(5, 1))
  }, 60_000)

  it('is judged only where it changed, and in its first item', async () => {
    const [feed] = fc.sample(severalItems, {numRuns: 1, seed: 3})
    if (feed === undefined) throw new Error('nothing to judge')
    const {file, parts} = written(feed, format, asItWas)
    if (parts === undefined) throw new Error('it has no parts')
    const marksNow = () => parts.parts.flatMap((_, part) => feedPartOf(file, parts, part).marks())
    const marks = marksNow()
    const judged = (knownAsSound: readonly string[]) =>
      judgeParts({file, parts, queue: sharedQueue([...parts.parts.keys()]), knownAsSound}, now)
    expect(judged([])).toEqual({isFaulty: false, sound: marks})
    expect(new Set(marks).size).toBe(marks.length)
    const bytes = readFileSync(file)
    const spoil = (item: number) => {
      const start = parts.items[item]?.start ?? 0
      bytes.fill('&', start, start + 3)
      writeFileSync(file, bytes)
    }
    // A fault that nobody looks for again is not found: so the item was not judged, and its neighbours were not either.
    spoil(1)
    const spoilt = marksNow()
    expect(judged(marks).isFaulty).toBe(true)
    expect(judged(spoilt)).toEqual({isFaulty: false, sound: spoilt})
    expect(judged(spoilt.filter((_, item) => item !== 2)).isFaulty).toBe(false)
    expect(judged(spoilt.filter((_, item) => item !== 1)).isFaulty).toBe(true)
    spoil(0)
    expect(judged(marksNow()).isFaulty).toBe(true)
  })

  it('knows an item again in another place, and not below another head', () => {
    const check = (feed: Feed) => {
      const marksOf = (each: Feed) => {
        const {file, parts} = written(each, format, asItWas)
        return parts?.parts.flatMap((_, part) => feedPartOf(file, parts, part).marks())
      }
      const [, ...fewer] = feed.items
      const later = {...feed, updatedAt: new Date('2026-05-31T00:00:00Z')}
      expect(marksOf(later)).toEqual(marksOf(feed))
      const renamed = {...feed, channel: {...feed.channel, title: `${feed.channel.title}, renamed`}}
      const known = new Set(marksOf(feed))
      expect(marksOf(renamed)?.some((mark) => known.has(mark))).toBe(false)
      // Namespaces that only the first item used are not declared any more.
      if (format.name === 'json') expect(marksOf({...feed, items: fewer})).toEqual(marksOf(feed)?.slice(1))
    }
    fc.assert(fc.property(severalItems, check), runs(50))
  })
})

describe('documents judged in several threads', () => {
  const [feed] = fc.sample(severalItems, {numRuns: 1, seed: 1})
  const [rss, , json] = feedFormats
  if (feed === undefined || rss === undefined || json === undefined) throw new Error('nothing to judge')
  const authors = {items: feed.items, showFile: 'show.yaml'}
  /** A fault that tells the document from the others. */
  const named = (name: string) => written(feed, rss, (piece, index) => (index === 0 ? `${piece}<${name}>` : piece))

  it.each([0, 1, 3])('each have their own answer, with %i threads', async (count) => {
    const asked: string[] = []
    const judge = openJudging(now, threads(count, asked))
    const names = ['a', 'b', 'c', 'd', 'e']
    const answers = await Promise.all(names.map((name) => judge(named(name), `${name}.xml`, authors)))
    for (const [index, name] of names.entries())
      expect(answers[index]?.map(({message}) => message)).toContainEqual(
        expect.stringMatching(new RegExp(`^${name}\\.xml would be invalid`)),
      )
    expect(asked.length).toBe(names.length * count)
  })

  it('are judged here where nothing is known of their parts', async () => {
    const asked: string[] = []
    const judge = openJudging(now, threads(1, asked))
    const {file} = named('a')
    expect(await judge({file}, 'feed.xml', authors)).not.toEqual([])
    expect(asked).toEqual([])
  })

  it('are judged as a whole where two items that no part has together are the same to readers', async () => {
    const [first, ...others] = feed.items
    if (first === undefined) throw new Error('no item')
    const twice = {...feed, items: [first, ...others, first]}
    const found = await openJudging(now, threads(1))(written(twice, json, asItWas), 'feed.json', {
      items: twice.items,
      showFile: 'show.yaml',
    })
    expect(found.map(({code}) => code)).toContain('json-feed-id-twice')
  })

  it('have the show as the place of what is wrong in the very identity of an item', async () => {
    const spoilt = (piece: string) => piece.replace('"id": "', '"id": "\u0001')
    const found = await openJudging(now, threads(1))(written(feed, json, spoilt), 'feed.json', authors)
    expect(found).toContainEqual(expect.objectContaining({code: 'json-feed-not-json', file: 'show.yaml'}))
  })

  it('fail as the thread fails', async () => {
    const judge = openJudging(now, [thread([], true)])
    await expect(judge(named('a'), 'a.xml', authors)).rejects.toThrow('out of memory')
  })
})
