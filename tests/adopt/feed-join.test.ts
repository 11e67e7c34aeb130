import {describe, expect, it} from 'vitest'
import {joinFeed} from '../../src/adopt/feed-join.ts'
import {type Joinable, plainTitle} from '../../src/adopt/joinable.ts'

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

  it('at last by a title or a name of a file that is alike, of nearly the same time', () => {
    const day = (number: number) => new Date(`2026-01-0${number}T10:00:00Z`)
    const items = [
      thing('a', {title: 'Ep. 12: First light', publishedAt: day(1)}),
      thing('b', {title: 'Renamed', mediaUrls: ['https://host.example/x/B.mp3?y=1'], publishedAt: day(3)}),
      thing('c', {title: '#3 | Dawn', publishedAt: day(5)}),
      thing('d', {title: 'Night 9', publishedAt: day(9)}),
    ]
    const episodes = [
      thing('A', {title: 'First light', publishedAt: day(2)}),
      thing('B', {title: 'Other', mediaFiles: ['sound/b.mp3'], publishedAt: day(3)}),
      thing('C', {title: 'Dawn', publishedAt: day(8)}),
      thing('D', {title: '9', publishedAt: day(9)}),
    ]
    expect(joined(items, episodes)).toEqual({
      pairs: ['a=A by title', 'b=B by media'],
      items: ['c', 'd'],
      episodes: ['C', 'D'],
    })
    const twice = [
      thing('x', {title: 'One: Dawn', publishedAt: day(5)}),
      thing('y', {title: 'Two: Dawn', publishedAt: day(5)}),
    ]
    expect(joined(twice, [thing('X', {title: 'Dawn', publishedAt: day(5)})]).pairs).toEqual([])
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
