import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {deserialize, serialize} from 'node:v8'
import fc from 'fast-check'
import {describe, expect, it, onTestFinished} from 'vitest'
import {holdResults} from '../../../src/engine/memory/held-results.ts'
import {shareValues} from '../../../src/engine/memory/shared-values.ts'
import type {FeedItem} from '../../../src/model/feed.ts'
import type {EpisodeResult} from '../../../src/plan/episode-result.ts'
import {anyFeed} from '../../serialise/any-feed.ts'
import {runs} from '../../series.ts'

/** Three of these are more than a block of bytes, and one is more than what is left in it. */
const longNotes = 'Words. '.repeat(900_000)

function resultOf(item: FeedItem, index: number): EpisodeResult {
  const {file} = item.source
  const message = `Said of ${item.title}`
  const problems = [{code: 'transcript-inferred', severity: 'info', file, line: 3, message, hint: 'As it is'}] as const
  const notes = index < 3 ? {notesHtml: longNotes} : {}
  const identity = {file, slug: item.slug, guid: item.guid, hasOwnGuid: false}
  if (index % 5 === 3) return {kind: 'failed', problems, identity}
  const written = {file, title: item.title, type: item.type, places: {}}
  if (index % 5 === 4)
    return {kind: 'held-back', problems, identity, written, heldBack: {state: 'scheduled', at: item.publishedAt}}
  const lockFacts = {source: file, media: []}
  return {
    kind: 'published',
    problems,
    identity,
    written,
    item: {...item, ...notes},
    lockFacts,
    words: 'night=!',
    portraits: [],
  }
}

const read = (result: EpisodeResult) => deserialize(serialize(result)) as EpisodeResult

describe('results that are held while others are planned', () => {
  it.each([
    ['small', 100],
    ['large', 10_000],
  ])('come out as they were, in their order, of a %s show', (_size, episodes) => {
    const folder = mkdtempSync(join(tmpdir(), 'castwright-held-'))
    onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
    const check = ({items}: {readonly items: readonly FeedItem[]}) => {
      const results = items.map(resultOf)
      const held = holdResults(episodes, join(folder, 'texts'))
      for (const [index, result] of [...results.entries()].reverse()) {
        expect(held.has(index)).toBe(false)
        held.add(index, read(result))
        expect(held.has(index)).toBe(true)
      }
      expect(held.takeAll()).toEqual(results)
      held.close()
    }
    fc.assert(fc.property(anyFeed, check), runs(20))
  })
})

describe('values that episodes share', () => {
  it('are equal to what they were', () => {
    const check = ({items}: {readonly items: readonly FeedItem[]}) => {
      for (const result of items.map(resultOf)) {
        const value = read(result)
        shareValues(value)
        expect(value).toEqual(result)
      }
    }
    fc.assert(fc.property(anyFeed, check), runs(100))
  })

  it('are nobody else’s to change', () => {
    const value = {tags: [], people: [{name: 'Ida', role: 'Host'}]}
    shareValues(value)
    expect(() => value.tags.push('more' as never)).toThrow(TypeError)
    expect(value.people).toEqual([{name: 'Ida', role: 'Host'}])
  })
})
