import {describe, expect, it} from 'vitest'
import {type Joinable, joinFeed, plainTitle} from '../../src/adopt/feed-join.ts'

type Named = Joinable & {readonly name: string}

function thing(name: string, facts: Partial<Joinable> = {}): Named {
  return {name, title: `Title ${name}`, mediaUrls: [], ...facts}
}

function joined(items: readonly Named[], episodes: readonly Named[]) {
  const {pairs, ...left} = joinFeed(items, episodes)
  return {
    pairs: pairs.map(({item, episode, by}) => `${item.name}=${episode.name} by ${by}`),
    items: left.items.map(({name}) => name),
    episodes: left.episodes.map(({name}) => name),
  }
}

describe('the items of a live feed and the episodes of a repository are joined', () => {
  it('by media first, whatever guids and titles say', () => {
    const url = 'https://media.example/one.mp3'
    const item = thing('a', {mediaUrls: [`https://op3.dev/e/${url.slice(8)}?x=1`], guid: 'g', title: 'Same'})
    const episodes = [thing('b', {guid: 'g', title: 'Same'}), thing('c', {mediaUrls: [url.replace('https', 'http')]})]
    expect(joined([item], episodes)).toEqual({pairs: ['a=c by media'], items: [], episodes: ['b']})
  })

  it('then by guid, then by title and day, then by a title that nothing else has', () => {
    const day = new Date('2026-01-01T10:00:00Z')
    const items = [
      thing('a', {guid: ' g '}),
      thing('b', {title: 'News', publishedAt: day}),
      thing('c', {title: 'News', publishedAt: new Date('2026-02-01')}),
      thing('d', {title: 'Dawn – at last!'}),
    ]
    const episodes = [
      thing('A', {guid: 'g', title: 'x'}),
      thing('B', {title: 'News', publishedAt: new Date('2026-01-01T22:00:00Z')}),
      thing('D', {title: 'dawn at LAST', publishedAt: day}),
    ]
    expect(joined(items, episodes)).toEqual({
      pairs: ['a=A by guid', 'b=B by title', 'd=D by title'],
      items: ['c'],
      episodes: [],
    })
  })

  it('never by what two of one side share', () => {
    const twice = [thing('a', {title: 'Trailer'}), thing('b', {title: 'Trailer'})]
    expect(joined(twice, [thing('A', {title: 'Trailer'})])).toEqual({pairs: [], items: ['a', 'b'], episodes: ['A']})
    expect(joined([thing('x', {guid: 'g'})], [thing('A', {guid: 'g'}), thing('B', {guid: 'g'})]).pairs).toEqual([])
  })

  it('never by a title that is too short to mean anything, and not at all where there is nothing', () => {
    expect(joined([thing('a', {title: '1!'})], [thing('A', {title: '1'})]).pairs).toEqual([])
    expect(joined([], [thing('A')])).toEqual({pairs: [], items: [], episodes: ['A']})
  })
})

it('a title is plain without its typography', () => {
  expect(plainTitle('  “Ｆirst” light — No. 1 ')).toBe('first light no 1')
})
