import {expect, it} from 'vitest'
import {episodeFile, feedsOf} from '../temporary-show.ts'

it('alternate_enclosures are in every feed', async () => {
  const lines = [
    'alternate_enclosures:',
    '  - {url: https://b.example/one.m3u8, type: application/x-mpegURL, title: Video stream}',
    '  - {type: audio/opus, size: 900000, sources: [https://b.example/one.opus, "magnet:?xt=urn:btih:abc"]}',
    '  - {url: https://media.example/one.mp3, type: audio/mpeg}',
  ]
  const {rss, atom, json} = await feedsOf({'one.md': episodeFile('one', [lines.join('\n')])})
  expect(rss.match(/<podcast:alternateEnclosure /g)).toHaveLength(3)
  expect(rss).toContain('uri="magnet:?xt=urn:btih:abc"')
  expect([...atom.matchAll(/<link rel="enclosure"[^>]*>/g)].map(([link]) => link)).toEqual([
    expect.stringContaining('href="https://media.example/one.mp3"'),
    '<link rel="enclosure" type="application/x-mpegURL" title="Video stream" href="https://b.example/one.m3u8"/>',
    '<link rel="enclosure" type="audio/opus" length="900000" href="https://b.example/one.opus"/>',
  ])
  expect(json.items[0]?.attachments).toMatchObject([
    {url: 'https://media.example/one.mp3', title: 'one'},
    {url: 'https://b.example/one.m3u8', mime_type: 'application/x-mpegURL', title: 'Video stream'},
    {url: 'https://b.example/one.opus', mime_type: 'audio/opus', size_in_bytes: 900_000, title: 'one'},
  ])
})
