import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {Feed} from '../../src/model/feed.ts'
import {countedPieces, textOfPart} from '../../src/plan/feed-parts.ts'
import {hasFault} from '../../src/plan/judge-feeds.ts'
import {type JudgingThread, openJudging} from '../../src/plan/judging.ts'
import {type FeedFormat, feedFormats} from '../../src/serialise/serialise.ts'
import {anyFeed} from '../serialise/any-feed.ts'
import {parseStrictly} from '../serialise/strict-xml.ts'

const now = new Date('2026-06-01T00:00:00Z')
const itemsPerPart = 2

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'castwright-judging-'))
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

/** A feed in a file of its own, as `spoilt` leaves its pieces. */
function written(feed: Feed, {format, separator}: FeedFormat, spoilt: (piece: string, index: number) => string) {
  const {pieces, parts} = countedPieces([...format(feed)].map(spoilt), itemsPerPart)
  const place = join(mkdtempSync(join(folder, 'feed-')), 'feed')
  writeFileSync(place, [...pieces].join(''))
  const found = parts(feed.items.length, separator)
  return {place, ...(found === undefined ? {} : {parts: found})}
}

const asItWas = (piece: string) => piece

/** Takes its parts as a thread does: when it comes to it. */
function thread(asked: string[], failing = false): JudgingThread {
  return {
    hasFault: async (feed, at) => {
      asked.push(feed.place)
      await new Promise(setImmediate)
      if (failing) throw new Error('out of memory')
      return hasFault(feed, at)
    },
  }
}

const threads = (count: number, asked: string[] = []) => Array.from({length: count}, () => thread(asked))

const severalItems = anyFeed.filter(({items}) => items.length > itemsPerPart)

describe.each(feedFormats)('$title, cut into parts', (format) => {
  it('is a whole document in each, and all of it in all', () => {
    const check = (feed: Feed) => {
      const {place, parts} = written(feed, format, asItWas)
      if (parts === undefined) throw new Error('it has no parts')
      const texts = parts.items.map((_, part) => textOfPart(place, parts, part))
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
    fc.assert(fc.property(severalItems, check), {numRuns: 200})
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
        const {place, ...divided} = written(feed, format, spoilt)
        const authors = {items: feed.items, showFile: 'show.yaml'}
        const expected = await openJudging(now, [])({place}, 'feed', authors)
        const found = await openJudging(now, threads(count))({place, ...divided}, 'feed', authors)
        expect(found).toEqual(expected)
        if (found.length > 0) faulty += 1
      }
      const fraction = fc.double({min: 0, max: 1, noNaN: true})
      const property = fc.asyncProperty(severalItems, fc.constantFrom(...faults), fc.nat(20), fraction, check)
      await fc.assert(property, {numRuns: 100})
      expect(faulty).toBeGreaterThan(10)
    },
    60_000,
  )
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

  it('are judged here where they are no files', async () => {
    const asked: string[] = []
    const judge = openJudging(now, threads(1, asked))
    expect(await judge({pieces: ['<rss ', 'version="2.0">']}, 'feed.xml', authors)).not.toEqual([])
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
