import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseFeed} from 'podcast-partytime'
import {describe, expect, it} from 'vitest'

/*
 * What podcast-partytime 5.0.0 returns, held against what stands in show.yaml and in the episodes of the fixture. Of its own it
 * adds: people's roles in capitals, the value of the show for items that have none, the show's title for a soundbite without
 * one, the season's name from another episode, the type of an enclosure for its sources, and application/srt, as the transcript's
 * old type was. It decodes entities of HTML twice, and reads neither podcast:image, podcast:updateFrequency and podcast:podping
 * nor the medium of a publisher.
 */
const feed = readFileSync(join(import.meta.dirname, '../fixtures/shows/every-tag/expected/feed.xml'), 'utf8')
/** Dates as text. */
const found = JSON.parse(JSON.stringify(parseFeed(feed)))
const [lamp, signal, trailer, ...others] = found.items

const isla = {
  name: 'Isla Brannoch',
  role: 'Host',
  group: 'Cast',
  img: 'https://pictures.example/fog/isla.jpg',
  href: 'https://fog.example/isla',
}
const value = {
  type: 'lightning',
  method: 'keysend',
  suggested: 5e-8,
  recipients: [
    {name: 'Isla Brannoch', type: 'lnaddress', address: 'isla@getalby.com', split: 95, fee: false},
    {
      name: 'The app',
      customKey: '696969',
      customValue: 'fog',
      type: 'node',
      address: '030a58b8653d32b99200a2334cfe913e51dc7d155aa0116c176657a4f1722677a3',
      split: 5,
      fee: true,
    },
  ],
}

describe('the feed with every tag gives podcast-partytime back what its author wrote of the show', () => {
  it('for the show', () => {
    expect(found).toMatchObject({
      title: 'Fog & Lamp',
      description: 'Keepers, lamps & foghorns, told by those who were there.',
      link: 'https://fog.example/',
      explicit: false,
      itunesBlock: true,
      itunesComplete: true,
      itunesImage: 'https://fog.example/images/cover.png',
      language: 'en-GB',
      itunesCategory: ['Society & Culture > Documentary', 'History'],
      generator: 'Castwright',
      pubDate: '2026-02-02T08:00:00.000Z',
      lastBuildDate: '2026-02-02T08:00:00.000Z',
      itunesType: 'serial',
      itunesNewFeedUrl: 'https://fog.example/feed.xml',
      pubsub: {self: 'https://fog.example/feed.xml'},
      author: 'Isla Brannoch',
      owner: {name: 'Isla Brannoch', email: 'post@fog.example'},
      image: {url: 'https://fog.example/images/cover.png', title: 'Fog & Lamp', link: 'https://fog.example/'},
      subtitle: 'Lighthouses < 1950 and the people in them',
      copyright: 'Isla Brannoch',
      locked: true,
      podcastOwner: 'post@fog.example',
      podcastFunding: [{message: 'Buy us a wick', url: 'https://fog.example/support?from=feed&kind=once'}],
      podcastPeople: [isla],
      podcastLocation: {name: 'Bell Rock, Scotland', osm: 'N1594857034', geo: 'geo:56.4342,-2.3872'},
      trailers: [
        {
          title: 'What it is',
          url: 'https://fog.example/media/what-it-is.mp3',
          pubdate: '2026-01-05T08:00:00.000Z',
          type: 'audio/mpeg',
          length: 2788,
          season: 1,
        },
      ],
      license: {identifier: 'CC-BY-SA-4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/'},
      guid: '6f1d2d0e-4c3b-5a69-9f0e-7a1b2c3d4e5f',
      value,
      medium: 'podcast',
      podcastBlockedPlatforms: {apple: true, spotify: false, amazon: true},
      podcastTxt: [
        {value: '50ff3d32-6b1e-4d7c-9a5e-0c2c2f1f9a41', purpose: 'applepodcastsverify'},
        {value: 'S6lpp-7ZCn8-dZfGc-OoyaG', purpose: 'verify'},
        {value: 'Thank you for listening.'},
      ],
      podroll: [
        {feedGuid: '9b024349-ccf0-5f69-a609-6b82873eab3c', feedUrl: 'https://podnews.net/rss', title: 'Podnews'},
        {feedGuid: '917393e3-1b1e-5cef-ace4-edaa54e1f810', feedUrl: 'https://songs.example/album.xml', medium: 'music'},
      ],
      chat: {phase: '7', protocol: 'irc', server: 'irc.libera.chat', accountId: 'isla', space: '#fog'},
      podcastPublisher: {
        feedGuid: '003af0a0-6a45-55cf-b765-68e3d349551a',
        feedUrl: 'https://press.example/publisher.xml',
      },
      newestItemPubDate: '2026-02-02T08:00:00.000Z',
      oldestItemPubDate: '2026-01-05T08:00:00.000Z',
      lastPubDate: '2026-02-02T08:00:00.000Z',
      podcastSeasons: {'1': {number: 1, name: 'The Rock'}},
    })
  })
  it('for what is to be live', () => {
    expect(found.podcastLiveItems).toEqual([
      {
        status: 'pending',
        start: '2026-06-21T20:30:00.000Z',
        end: '2026-06-21T22:00:00.000Z',
        guid: 'fog-live-2026',
        enclosure: {url: 'https://stream.example/fog.mp3', length: 0, type: 'audio/mpeg'},
        title: 'The shortest night, live',
        description: '<p>From the gallery of the lamp, if the weather holds.</p>',
        link: 'https://fog.example/live',
        image: 'https://pictures.example/fog/live.jpg',
        podcastPeople: [isla, {name: 'Una Rae', role: 'Narrator', group: 'Cast'}],
        alternativeEnclosures: [
          {
            type: 'application/x-mpegURL',
            length: 0,
            source: [{uri: 'https://stream.example/fog.m3u8', contentType: 'application/x-mpegURL'}],
            default: false,
            title: 'Video',
          },
        ],
        chat: {phase: '7', protocol: 'irc', server: 'irc.libera.chat', space: '#foglive'},
        contentLinks: [{title: 'Watch on our site', url: 'https://fog.example/live'}],
      },
    ])
  })
})

describe('the feed with every tag gives podcast-partytime back what its author wrote of an episode', () => {
  it('for an episode', () => {
    expect(signal).toMatchObject({
      guid: 'fog-001',
      enclosure: {url: 'https://fog.example/media/001-the-fog-signal.mp3', length: 2788, type: 'audio/mpeg'},
      duration: 1,
      explicit: true,
      title: 'The fog signal',
      link: 'https://fog.example/episodes/001-the-fog-signal/',
      itunesImage: 'https://pictures.example/fog/001.jpg',
      itunesEpisode: 1,
      itunesEpisodeType: 'full',
      itunesSeason: 1,
      pubDate: '2026-01-19T08:00:00.000Z',
      image: 'https://pictures.example/fog/001.jpg',
      subtitle: 'Twice a minute, for three days',
      podcastTranscripts: [
        {
          url: 'https://fog.example/episodes/001-the-fog-signal/transcript.vtt',
          type: 'text/vtt',
          language: 'en-GB',
          rel: 'captions',
        },
        {
          url: 'https://fog.example/episodes/001-the-fog-signal/transcript.srt',
          type: 'application/srt',
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
      podcastChapters: {
        url: 'https://fog.example/episodes/001-the-fog-signal/chapters.json',
        type: 'application/json+chapters',
      },
      podcastSoundbites: [
        {duration: 0.5, startTime: 0.1, title: 'The horn'},
        {duration: 0.6, startTime: 0.2, title: 'Fog & Lamp'},
      ],
      podcastPeople: [
        {name: 'Ewan Doyle', role: 'Host', group: 'Cast', href: 'https://doyle.example/'},
        {name: 'Una Rae', role: 'Guest', group: 'Cast'},
        {name: 'Wren Adeyemi', role: 'Audio Editor', group: 'Audio Post-Production'},
        {name: 'Lou Sand', role: 'Editor', group: 'Video Post-Production'},
      ],
      podcastLocation: {name: 'Bell Rock', osm: 'N1594857034', geo: 'geo:56.4342,-2.3872;u=50'},
      podcastSeason: {number: 1, name: 'The Rock'},
      podcastEpisode: {number: 1, display: 'Ch. 1'},
      license: {identifier: 'Harbour Licence 1.0', url: 'https://harbour.example/licence'},
      alternativeEnclosures: [
        {
          type: 'audio/x-m4a',
          length: 3480,
          source: [{uri: 'https://fog.example/media/001-the-fog-signal.m4a', contentType: 'audio/x-m4a'}],
          default: false,
          integrity: {type: 'sri', value: 'sha256-QG5ilIWs5rULV98o5eM4iRbRU7L++sji/vASOpZaoiU='},
          bitrate: 32908,
          codecs: 'mp4a.40.2',
        },
        {
          type: 'application/x-mpegURL',
          length: 0,
          source: [
            {uri: 'https://stream.example/fog/001.m3u8', contentType: 'application/x-mpegURL'},
            {uri: 'ipfs://bafybeihdwdcefgh4/001.mp4', contentType: 'video/mp4'},
          ],
          default: false,
          bitrate: 900000,
          height: 720,
          lang: 'en-GB',
          title: 'Video stream',
          rel: 'video',
          codecs: 'avc1.64001f, mp4a.40.2',
        },
        {
          type: 'audio/mpeg',
          length: 2788,
          source: [{uri: 'https://mirror.example/001.mp3', contentType: 'audio/mpeg'}],
          default: true,
          integrity: {type: 'sri', value: 'sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC'},
        },
      ],
      value: {
        type: 'lightning',
        method: 'keysend',
        suggested: 5e-8,
        recipients: [
          {
            name: 'Ewan Doyle',
            type: 'node',
            address: '02d5c1bf8b940dc9cadca86d1b0a3c37fbe39cee4c7e839e33bef9174531d27f52',
            split: 1,
            fee: false,
          },
        ],
        valueTimeSplits: [
          {
            type: 'remoteItem',
            startTime: 0.2,
            duration: 0.5,
            remoteStartTime: 60,
            remotePercentage: 90,
            remoteItem: {
              feedGuid: '917393e3-1b1e-5cef-ace4-edaa54e1f810',
              itemGuid: 'song-3',
              feedUrl: 'https://songs.example/album.xml',
              medium: 'music',
            },
          },
          {
            type: 'recipients',
            startTime: 0.8,
            duration: 0.1,
            recipients: [{name: 'Una Rae', type: 'lnaddress', address: 'una@getalby.com', split: 100, fee: false}],
          },
        ],
      },
      podcastSocialInteraction: [
        {
          platform: 'activitypub',
          id: '@isla',
          url: 'https://social.example/@isla/113024800000000002',
          profileUrl: 'https://social.example/@isla',
        },
        {platform: 'atproto', id: '', url: 'at://did:plc:isla/app.bsky.feed.post/3kfog'},
      ],
      chat: {phase: '7', protocol: 'matrix', server: 'fog.example', space: '#horn:fog.example'},
    })
  })
})

describe('the feed with every tag gives podcast-partytime back what its author wrote of a film and a trailer', () => {
  it('for a film', () => {
    expect(lamp).toMatchObject({
      guid: 'fog-002',
      enclosure: {url: 'https://fog.example/media/002-the-lamp.mp4', length: 5205, type: 'video/mp4'},
      duration: 1,
      explicit: false,
      title: 'The lamp, filmed',
      link: 'https://fog.example/episodes/002-the-lamp/',
      itunesImage: 'https://pictures.example/fog/002.jpg',
      itunesEpisode: 2,
      itunesEpisodeType: 'full',
      itunesSeason: 1,
      pubDate: '2026-02-02T08:00:00.000Z',
      image: 'https://pictures.example/fog/002.jpg',
      podcastPeople: [isla],
      podcastSeason: {number: 1, name: 'The Rock'},
      podcastEpisode: {number: 2},
      alternativeEnclosures: [
        {
          type: 'video/mp4',
          length: 5188,
          source: [{uri: 'https://fog.example/media/002-the-lamp-2.mp4', contentType: 'video/mp4'}],
          default: false,
          integrity: {type: 'sri', value: 'sha256-Yz5HzdLo7vp7I2ZK0pRSm3SKZZpXj++bcUJmVAho8bk='},
          bitrate: 49059,
          height: 36,
          codecs: 'avc1.64000a, mp4a.40.2',
        },
      ],
      value,
    })
  })
  it('for a trailer', () => {
    expect(trailer).toMatchObject({
      guid: 'fog-000',
      enclosure: {url: 'https://fog.example/media/what-it-is.mp3', length: 2788, type: 'audio/mpeg'},
      duration: 1,
      explicit: false,
      title: 'What it is',
      link: 'https://fog.example/episodes/what-it-is/',
      itunesEpisodeType: 'trailer',
      itunesSeason: 1,
      pubDate: '2026-01-05T08:00:00.000Z',
      podcastPeople: [isla],
      podcastSeason: {number: 1},
      value,
    })
    expect(others).toEqual([])
  })
})
