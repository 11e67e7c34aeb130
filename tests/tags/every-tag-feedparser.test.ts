import {execFileSync, spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'

const feed = readFileSync(join(import.meta.dirname, '../fixtures/shows/every-tag/expected/feed.xml'), 'utf8')
const python = '/usr/bin/python3'
const hasFeedparser = spawnSync(python, ['-c', 'import feedparser']).status === 0

const script = `
import feedparser, json, sys
feed = feedparser.parse(sys.stdin.buffer.read())
def some(found, names): return {name: found.get(name) for name in names.split() if name in found}
print(json.dumps({
  'bozo': int(feed.bozo),
  'show': some(feed.feed, 'title language rights generator author author_detail itunes_type itunes_complete itunes_block itunes_new-feed-url podcast_guid podcast_medium spotify_limit spotify_countryoforigin'),
  'words': [tag.term for tag in feed.feed.tags],
  'live': some(feed.feed, 'link subtitle id'),
  'entries': [some(e, 'title link id guidislink published summary comments author subtitle itunes_duration itunes_season itunes_episode itunes_episodetype itunes_block image psc_chapters media_content media_player media_thumbnail') for e in feed.entries],
  'words of entries': [[tag.term for tag in e.get('tags', [])] for e in feed.entries],
  'enclosures': [[[e.href, e.length, e.type] for e in each.enclosures] for each in feed.entries],
  'contents': [[c.value for c in e.content] for e in feed.entries],
}, default=str))
`

/** Of one tag that stands several times it keeps the last, so only what stands once is asked for. */
describe.skipIf(!hasFeedparser)('the feed with every tag (skipped without python3-feedparser)', () => {
  const found = hasFeedparser ? JSON.parse(execFileSync(python, ['-c', script], {input: feed, encoding: 'utf8'})) : {}

  it('is well-formed', () => {
    expect(found.bozo).toBe(0)
  })

  it('gives feedparser back what its author wrote for the show', () => {
    expect(found.show).toEqual({
      title: 'Fog & Lamp',
      language: 'en-GB',
      rights: 'Isla Brannoch',
      generator: 'Castwright',
      author: 'Isla Brannoch',
      author_detail: {name: 'Isla Brannoch', email: 'post@fog.example'},
      itunes_type: 'serial',
      itunes_complete: 'Yes',
      itunes_block: 1,
      'itunes_new-feed-url': 'https://fog.example/feed.xml',
      podcast_guid: '6f1d2d0e-4c3b-5a69-9f0e-7a1b2c3d4e5f',
      podcast_medium: 'podcast',
      spotify_limit: {recentcount: '50'},
      spotify_countryoforigin: 'gb ie',
    })
    expect(found.words).toEqual(['Society & Culture', 'Documentary', 'History', 'lighthouses', 'foghorns', 'keepers'])
  })

  // feedparser 6 knows no podcast:liveItem, and takes what stands in it for the show's. Before the show's own it would do no harm to
  // feedparser, and to readers that take the first title they meet for that of the show: those are more.
  it('has what is to be live after what the show says of itself', () => {
    expect(found.live).toEqual({
      link: 'https://fog.example/live',
      subtitle: '<p>From the gallery of the lamp, if the weather holds.</p>',
      id: 'fog-live-2026',
    })
    expect(feed.indexOf('<podcast:liveItem')).toBeGreaterThan(feed.indexOf('<itunes:new-feed-url>'))
    expect(feed.indexOf('<podcast:liveItem')).toBeLessThan(feed.indexOf('<item>'))
  })

  it('gives feedparser back what its author wrote for the episodes', () => {
    const episode = {guidislink: false, itunes_duration: '1', itunes_season: '1'}
    const lamp = 'https://pictures.example/fog/002.jpg'
    const file = {type: 'video/mp4', medium: 'video', bitrate: '49', duration: '1'}
    const media = 'https://fog.example/media'
    expect(found.entries).toEqual([
      {
        ...episode,
        title: 'The lamp, filmed',
        link: 'https://fog.example/episodes/002-the-lamp/',
        id: 'fog-002',
        published: 'Mon, 02 Feb 2026 08:00:00 GMT',
        summary: expect.stringMatching(/^<p>How it is lit\.<\/p>/),
        comments: 'https://forum.example/t/the-lamp/12',
        itunes_episode: '2',
        itunes_episodetype: 'full',
        image: {href: lamp},
        media_content: [
          {...file, url: `${media}/002-the-lamp-2.mp4`, filesize: '5188', width: '64', height: '36'},
          {...file, url: `${media}/002-the-lamp.mp4`, filesize: '5205', isdefault: 'true', width: '128', height: '72'},
          {medium: 'video'},
        ],
        media_player: {url: 'https://www.youtube-nocookie.com/embed/Fg1-aMp_q3Z', content: ''},
        media_thumbnail: [{url: lamp}, {url: lamp}, {url: lamp}],
      },
      {
        ...episode,
        title: 'The fog signal',
        link: 'https://fog.example/episodes/001-the-fog-signal/',
        id: 'fog-001',
        published: 'Mon, 19 Jan 2026 08:00:00 GMT',
        summary: expect.stringMatching(/^<p>What it was to live beside a horn\.<\/p>/),
        comments: 'https://social.example/@isla/113024800000000002',
        author: 'Ewan Doyle',
        subtitle: 'Twice a minute, for three days',
        itunes_episode: '1',
        itunes_episodetype: 'full',
        itunes_block: 1,
        image: {href: 'https://pictures.example/fog/001.jpg'},
        psc_chapters: {
          version: '1.2',
          chapters: [
            {start: '00:00:00.000', title: 'The horn', start_parsed: '0:00:00'},
            {start: '00:00:00.400', title: 'The silence', start_parsed: '0:00:00.400000'},
          ],
        },
      },
      {
        ...episode,
        title: 'What it is',
        link: 'https://fog.example/episodes/what-it-is/',
        id: 'fog-000',
        published: 'Mon, 05 Jan 2026 08:00:00 GMT',
        summary: '<p>Six keepers, one lamp.</p>',
        itunes_episodetype: 'trailer',
      },
    ])
    expect(found['words of entries']).toEqual([[], ['horns', 'weather & sea'], []])
    expect(found.enclosures).toEqual([
      [[`${media}/002-the-lamp.mp4`, '5205', 'video/mp4']],
      [[`${media}/001-the-fog-signal.mp3`, '2788', 'audio/mpeg']],
      [[`${media}/what-it-is.mp3`, '2788', 'audio/mpeg']],
    ])
    expect(found.contents.flat().map((html: string) => html.slice(0, 20))).toEqual([
      '<p>How it is lit.</p',
      '<p>The horn blew <st',
      '<p>Six keepers, one ',
    ])
  })
})
