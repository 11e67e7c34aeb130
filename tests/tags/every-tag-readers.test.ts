import {execFileSync, spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseRssFeed} from 'feedsmith'
import {parseFeed as parseWithPartytime} from 'podcast-partytime'
import {describe, expect, it} from 'vitest'

const feed = readFileSync(join(import.meta.dirname, '../fixtures/shows/every-tag/expected/feed.xml'), 'utf8')
const python = '/usr/bin/python3'
const hasFeedparser = spawnSync(python, ['-c', 'import feedparser']).status === 0

describe('the feed with every tag', () => {
  it('gives feedsmith back what its author wrote for the show', () => {
    const {podcast, itunes, spotify} = parseRssFeed(feed)
    expect(podcast).toMatchObject({
      guid: '6f1d2d0e-4c3b-5a69-9f0e-7a1b2c3d4e5f',
      locked: {value: true, owner: 'post@fog.example'},
      medium: 'podcast',
      license: {display: 'CC-BY-SA-4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/'},
      fundings: [{display: 'Buy us a wick', url: 'https://fog.example/support?from=feed&kind=once'}],
      updateFrequency: {
        display: 'Every other Monday',
        rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=12',
        complete: true,
      },
      podping: {usesPodping: true},
      blocks: [
        {id: 'apple', value: true},
        {id: 'spotify', value: false},
        {id: 'amazon', value: true},
      ],
      podroll: {remoteItems: [{title: 'Podnews'}, {medium: 'music'}]},
      publisher: {remoteItem: {medium: 'publisher', feedUrl: 'https://press.example/publisher.xml'}},
    })
    expect(podcast?.values?.[0]?.valueRecipients?.map(({address, split, fee}) => [address, split, fee])).toEqual([
      ['isla@getalby.com', 95, undefined],
      ['030a58b8653d32b99200a2334cfe913e51dc7d155aa0116c176657a4f1722677a3', 5, true],
    ])
    expect(podcast?.liveItems?.[0]).toMatchObject({status: 'pending'})
    expect(itunes).toMatchObject({newFeedUrl: 'https://fog.example/feed.xml', complete: true, block: true})
    expect(spotify).toMatchObject({limit: {recentCount: 50}})
  })

  it('gives feedsmith back what its author wrote for an episode', () => {
    const item = parseRssFeed(feed).items?.find(({guid}) => guid?.value === 'fog-001')
    const podcast = item?.podcast
    expect(podcast?.soundbites).toMatchObject([
      {startTime: 0.1, duration: 0.5, display: 'The horn'},
      {startTime: 0.2, duration: 0.6},
    ])
    expect(podcast?.persons?.map(({display, role, group}) => [display, role, group])).toEqual([
      ['Ewan Doyle', 'host', 'cast'],
      ['Una Rae', 'guest', 'cast'],
      ['Wren Adeyemi', 'audio editor', 'audio post-production'],
      ['Lou Sand', 'editor', 'video post-production'],
    ])
    expect(podcast?.alternateEnclosures?.map(({type, sources}) => [type, sources?.length])).toEqual([
      ['audio/x-m4a', 1],
      ['application/x-mpegURL', 2],
      ['audio/mpeg', 1],
    ])
    expect(podcast?.socialInteracts?.map(({protocol}) => protocol)).toEqual(['activitypub', 'atproto'])
    expect(podcast?.episode).toMatchObject({number: 1, display: 'Ch. 1'})
    expect(podcast?.locations).toMatchObject([{display: 'Bell Rock', geo: 'geo:56.4342,-2.3872;u=50'}])
  })

  it('gives podcast-partytime back what it reads', () => {
    const found = parseWithPartytime(feed)
    expect(found).toMatchObject({
      guid: '6f1d2d0e-4c3b-5a69-9f0e-7a1b2c3d4e5f',
      itunesComplete: true,
    })
    expect(found?.items.map(({guid}) => guid)).toEqual(['fog-002', 'fog-001', 'fog-000'])
  })

  it.skipIf(!hasFeedparser)('is well-formed to Python’s feedparser (skipped without python3-feedparser)', () => {
    const script = `
import feedparser, json, sys
feed = feedparser.parse(sys.stdin.buffer.read())
print(json.dumps({'bozo': int(feed.bozo), 'ids': [e.id for e in feed.entries], 'authors': [e.get('author') for e in feed.entries], 'comments': feed.entries[0].comments, 'media': [m['url'] for m in feed.entries[0].media_content if 'url' in m]}))
`
    expect(JSON.parse(execFileSync(python, ['-c', script], {input: feed, encoding: 'utf8'}))).toEqual({
      bozo: 0,
      ids: ['fog-002', 'fog-001', 'fog-000'],
      authors: [null, 'Ewan Doyle', null],
      comments: 'https://forum.example/t/the-lamp/12',
      media: ['https://fog.example/media/002-the-lamp.mp4', 'https://fog.example/media/002-the-lamp-2.mp4'],
    })
  })
})
