import {describe, expect, it} from 'vitest'
import {isla, parsed} from './every-tag-as-feedsmith-has-it.ts'

const [lamp, signal, trailer, ...others] = parsed.items ?? []

describe('the feed with every tag gives feedsmith back what its author wrote', () => {
  it('for a film', () => {
    expect(lamp).toEqual({
      title: 'The lamp, filmed',
      link: 'https://fog.example/episodes/002-the-lamp/',
      description:
        '<p>How it is lit.</p>\n<p><a href="https://www.youtube.com/watch?v=Fg1-aMp_q3Z">Watch on YouTube</a></p>',
      comments: 'https://forum.example/t/the-lamp/12',
      enclosures: [{url: 'https://fog.example/media/002-the-lamp.mp4', length: 5205, type: 'video/mp4'}],
      guid: {value: 'fog-002', isPermaLink: false},
      pubDate: 'Mon, 02 Feb 2026 08:00:00 GMT',
      content: {
        encoded:
          '<p>How it is lit.</p>\n<p><a href="https://www.youtube.com/watch?v=Fg1-aMp_q3Z">Watch on YouTube</a></p>',
      },
      itunes: {
        duration: 1,
        image: 'https://pictures.example/fog/002.jpg',
        explicit: false,
        title: 'The lamp, filmed',
        episode: 2,
        season: 1,
        episodeType: 'full',
      },
      podcast: {
        persons: [isla],
        season: {number: 1},
        episode: {number: 2},
        alternateEnclosures: [
          {
            type: 'video/mp4',
            length: 5188,
            bitrate: 49059,
            height: 36,
            codecs: 'avc1.64000a, mp4a.40.2',
            sources: [{uri: 'https://fog.example/media/002-the-lamp-2.mp4'}],
            integrity: {type: 'sri', value: 'sha256-Yz5HzdLo7vp7I2ZK0pRSm3SKZZpXj++bcUJmVAho8bk='},
          },
        ],
      },
      media: {
        groups: [
          {
            contents: [
              {
                url: 'https://fog.example/media/002-the-lamp-2.mp4',
                fileSize: 5188,
                type: 'video/mp4',
                medium: 'video',
                bitrate: 49,
                duration: 1,
                height: 36,
                width: 64,
                title: {value: 'The lamp, filmed', type: 'plain'},
                thumbnails: [{url: 'https://pictures.example/fog/002.jpg'}],
              },
              {
                url: 'https://fog.example/media/002-the-lamp.mp4',
                fileSize: 5205,
                type: 'video/mp4',
                medium: 'video',
                isDefault: true,
                bitrate: 49,
                duration: 1,
                height: 72,
                width: 128,
                title: {value: 'The lamp, filmed', type: 'plain'},
                thumbnails: [{url: 'https://pictures.example/fog/002.jpg'}],
              },
              {
                medium: 'video',
                title: {value: 'The lamp, filmed', type: 'plain'},
                thumbnails: [{url: 'https://pictures.example/fog/002.jpg'}],
                player: {url: 'https://www.youtube-nocookie.com/embed/Fg1-aMp_q3Z'},
              },
            ],
          },
        ],
      },
    })
  })
  it('for an episode', () => {
    const {podcast: _, ...item} = signal ?? {}
    expect(item).toEqual({
      title: 'The fog signal',
      link: 'https://fog.example/episodes/001-the-fog-signal/',
      description:
        '<p>What it was to live beside a horn.</p>\n<p>The horn blew twice a minute, and nobody slept.</p>\n<ul>\n<li><a href="https://harbour.example/log?id=7&amp;size=l">The log of the horn</a></li>\n</ul>',
      categories: [{name: 'horns'}, {name: 'weather & sea'}],
      comments: 'https://social.example/@isla/113024800000000002',
      enclosures: [{url: 'https://fog.example/media/001-the-fog-signal.mp3', length: 2788, type: 'audio/mpeg'}],
      guid: {value: 'fog-001', isPermaLink: false},
      pubDate: 'Mon, 19 Jan 2026 08:00:00 GMT',
      dc: {creators: ['Ewan Doyle']},
      content: {
        encoded:
          '<p>The horn blew <strong>twice a minute</strong>, and nobody slept.</p>\n<ul>\n<li><a href="https://harbour.example/log?id=7&amp;size=l">The log of the horn</a></li>\n</ul>',
      },
      itunes: {
        duration: 1,
        image: 'https://pictures.example/fog/001.jpg',
        explicit: true,
        title: 'The fog signal',
        episode: 1,
        season: 1,
        episodeType: 'full',
        block: true,
        subtitle: 'Twice a minute, for three days',
      },
      psc: {
        chapters: [
          {start: '00:00:00.000', title: 'The horn'},
          {start: '00:00:00.400', title: 'The silence'},
        ],
      },
    })
  })
  it('for a trailer', () => {
    expect(trailer).toEqual({
      title: 'What it is',
      link: 'https://fog.example/episodes/what-it-is/',
      description: '<p>Six keepers, one lamp.</p>',
      enclosures: [{url: 'https://fog.example/media/what-it-is.mp3', length: 2788, type: 'audio/mpeg'}],
      guid: {value: 'fog-000', isPermaLink: false},
      pubDate: 'Mon, 05 Jan 2026 08:00:00 GMT',
      content: {encoded: '<p>Six keepers, one lamp.</p>'},
      itunes: {duration: 1, explicit: false, title: 'What it is', season: 1, episodeType: 'trailer'},
      podcast: {persons: [isla], season: {number: 1}},
    })
    expect(others).toEqual([])
  })
})

describe('the feed with every tag gives feedsmith back what its author wrote in the podcast namespace', () => {
  it('for an episode, in the podcast namespace', () => {
    expect(signal?.podcast).toEqual({
      transcripts: [
        {
          url: 'https://fog.example/episodes/001-the-fog-signal/transcript.vtt',
          type: 'text/vtt',
          language: 'en-GB',
          rel: 'captions',
        },
        {
          url: 'https://fog.example/episodes/001-the-fog-signal/transcript.srt',
          type: 'application/x-subrip',
          language: 'en-GB',
          rel: 'captions',
        },
        {
          url: 'https://fog.example/episodes/001-the-fog-signal/transcript.json',
          type: 'application/json',
          language: 'en-GB',
          rel: 'captions',
        },
        {url: 'https://fog.example/episodes/001-the-fog-signal/transcript.html', type: 'text/html', language: 'en-GB'},
        {url: 'https://fog.example/episodes/001-the-fog-signal/transcript.txt', type: 'text/plain', language: 'en-GB'},
      ],
      chapters: {
        url: 'https://fog.example/episodes/001-the-fog-signal/chapters.json',
        type: 'application/json+chapters',
      },
      soundbites: [
        {startTime: 0.1, duration: 0.5, display: 'The horn'},
        {startTime: 0.2, duration: 0.6},
      ],
      persons: [
        {display: 'Ewan Doyle', role: 'host', group: 'cast', href: 'https://doyle.example/'},
        {display: 'Una Rae', role: 'guest', group: 'cast'},
        {display: 'Wren Adeyemi', role: 'audio editor', group: 'audio post-production'},
        {display: 'Lou Sand', role: 'editor', group: 'video post-production'},
      ],
      locations: [{display: 'Bell Rock', rel: 'subject', geo: 'geo:56.4342,-2.3872;u=50', osm: 'N1594857034'}],
      season: {number: 1, name: 'The Rock'},
      episode: {number: 1, display: 'Ch. 1'},
      license: {display: 'Harbour Licence 1.0', url: 'https://harbour.example/licence'},
      alternateEnclosures: [
        {
          type: 'audio/x-m4a',
          length: 3480,
          bitrate: 32908,
          codecs: 'mp4a.40.2',
          sources: [{uri: 'https://fog.example/media/001-the-fog-signal.m4a'}],
          integrity: {type: 'sri', value: 'sha256-QG5ilIWs5rULV98o5eM4iRbRU7L++sji/vASOpZaoiU='},
        },
        {
          type: 'application/x-mpegURL',
          length: 0,
          bitrate: 900000,
          height: 720,
          lang: 'en-GB',
          title: 'Video stream',
          rel: 'video',
          codecs: 'avc1.64001f, mp4a.40.2',
          sources: [
            {uri: 'https://stream.example/fog/001.m3u8'},
            {uri: 'ipfs://bafybeihdwdcefgh4/001.mp4', contentType: 'video/mp4'},
          ],
        },
        {
          type: 'audio/mpeg',
          length: 2788,
          default: true,
          sources: [{uri: 'https://mirror.example/001.mp3'}],
          integrity: {type: 'sri', value: 'sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC'},
        },
      ],
      values: [
        {
          type: 'lightning',
          method: 'keysend',
          suggested: 5e-8,
          valueRecipients: [
            {
              name: 'Ewan Doyle',
              type: 'node',
              address: '02d5c1bf8b940dc9cadca86d1b0a3c37fbe39cee4c7e839e33bef9174531d27f52',
              split: 1,
            },
          ],
          valueTimeSplits: [
            {
              startTime: 0.2,
              duration: 0.5,
              remoteStartTime: 60,
              remotePercentage: 90,
              remoteItem: {
                feedGuid: '917393e3-1b1e-5cef-ace4-edaa54e1f810',
                feedUrl: 'https://songs.example/album.xml',
                itemGuid: 'song-3',
                medium: 'music',
              },
            },
            {
              startTime: 0.8,
              duration: 0.1,
              valueRecipients: [{name: 'Una Rae', type: 'lnaddress', address: 'una@getalby.com', split: 100}],
            },
          ],
        },
      ],
      images: [
        {
          href: 'https://fog.example/images/001-the-fog-signal/horn-card.png',
          aspectRatio: '60/31',
          width: 120,
          height: 62,
          type: 'image/png',
          purpose: 'social',
        },
      ],
      socialInteracts: [
        {
          uri: 'https://social.example/@isla/113024800000000002',
          protocol: 'activitypub',
          accountId: '@isla',
          accountUrl: 'https://social.example/@isla',
        },
        {uri: 'at://did:plc:isla/app.bsky.feed.post/3kfog', protocol: 'atproto'},
      ],
      txts: [{display: 'false', purpose: 'ai-content'}],
      chat: {server: 'fog.example', protocol: 'matrix', space: '#horn:fog.example'},
    })
  })
})
