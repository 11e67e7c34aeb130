import {describe, expect, it} from 'vitest'
import {isla, parsed} from './every-tag-as-feedsmith-has-it.ts'

const {items: _, podcast, ...channel} = parsed
const {liveItems, ...show} = podcast ?? {}

describe('the feed with every tag gives feedsmith back what its author wrote of the show', () => {
  it('for the show', () => {
    expect(channel).toEqual({
      title: 'Fog & Lamp',
      link: 'https://fog.example/',
      description: 'Keepers, lamps & foghorns, told by those who were there.',
      language: 'en-GB',
      copyright: 'Isla Brannoch',
      lastBuildDate: 'Mon, 02 Feb 2026 08:00:00 GMT',
      generator: 'Castwright',
      image: {url: 'https://fog.example/images/cover.png', title: 'Fog & Lamp', link: 'https://fog.example/'},
      atom: {
        links: [
          {href: 'https://fog.example/feed.xml', rel: 'self', type: 'application/rss+xml'},
          {href: 'https://fog.example/atom.xml', rel: 'alternate', type: 'application/atom+xml'},
          {href: 'https://fog.example/feed.json', rel: 'alternate', type: 'application/feed+json'},
        ],
      },
      itunes: {
        image: 'https://fog.example/images/cover.png',
        explicit: false,
        author: 'Isla Brannoch',
        type: 'serial',
        newFeedUrl: 'https://fog.example/feed.xml',
        block: true,
        complete: true,
        applePodcastsVerify: '50ff3d32-6b1e-4d7c-9a5e-0c2c2f1f9a41',
        categories: [{text: 'Society & Culture', categories: [{text: 'Documentary'}]}, {text: 'History'}],
        owner: {name: 'Isla Brannoch', email: 'post@fog.example'},
        subtitle: 'Lighthouses < 1950 and the people in them',
        keywords: ['lighthouses', 'foghorns', 'keepers'],
      },
      spotify: {limit: {recentCount: 50}, countryOfOrigin: 'gb ie'},
    })
  })
  it('for the show, in the podcast namespace', () => {
    expect(show).toEqual({
      locked: {value: true, owner: 'post@fog.example'},
      fundings: [{url: 'https://fog.example/support?from=feed&kind=once', display: 'Buy us a wick'}],
      persons: [isla],
      locations: [
        {display: 'Bell Rock, Scotland', rel: 'subject', geo: 'geo:56.4342,-2.3872', osm: 'N1594857034', country: 'GB'},
        {display: 'Arbroath', rel: 'creator', country: 'GB'},
      ],
      trailers: [
        {
          display: 'What it is',
          url: 'https://fog.example/media/what-it-is.mp3',
          pubDate: 'Mon, 05 Jan 2026 08:00:00 GMT',
          length: 2788,
          type: 'audio/mpeg',
          season: 1,
        },
      ],
      license: {display: 'CC-BY-SA-4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/'},
      guid: '6f1d2d0e-4c3b-5a69-9f0e-7a1b2c3d4e5f',
      values: [
        {
          type: 'lightning',
          method: 'keysend',
          suggested: 5e-8,
          valueRecipients: [
            {name: 'Isla Brannoch', type: 'lnaddress', address: 'isla@getalby.com', split: 95},
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
        },
      ],
      medium: 'podcast',
      images: [
        {
          href: 'https://fog.example/images/cover/banner.png',
          alt: 'A lighthouse in fog',
          aspectRatio: '16/9',
          width: 320,
          height: 180,
          type: 'image/png',
          purpose: 'banner',
        },
        {
          href: 'https://pictures.example/fog/hero.jpg',
          aspectRatio: '16/9',
          width: 4320,
          purpose: 'apple/showcase-hero canvas',
        },
      ],
      blocks: [
        {value: true, id: 'apple'},
        {value: false, id: 'spotify'},
        {value: true, id: 'amazon'},
      ],
      txts: [
        {display: '50ff3d32-6b1e-4d7c-9a5e-0c2c2f1f9a41', purpose: 'applepodcastsverify'},
        {display: 'S6lpp-7ZCn8-dZfGc-OoyaG', purpose: 'verify'},
        {display: 'Thank you for listening.'},
      ],
      podroll: {
        remoteItems: [
          {feedGuid: '9b024349-ccf0-5f69-a609-6b82873eab3c', feedUrl: 'https://podnews.net/rss', title: 'Podnews'},
          {
            feedGuid: '917393e3-1b1e-5cef-ace4-edaa54e1f810',
            feedUrl: 'https://songs.example/album.xml',
            medium: 'music',
          },
        ],
      },
      updateFrequency: {
        display: 'Every other Monday',
        complete: true,
        dtstart: '2026-01-05',
        rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=12',
      },
      podping: {usesPodping: true},
      chat: {server: 'irc.libera.chat', protocol: 'irc', accountId: 'isla', space: '#fog'},
      publisher: {
        remoteItem: {
          feedGuid: '003af0a0-6a45-55cf-b765-68e3d349551a',
          feedUrl: 'https://press.example/publisher.xml',
          medium: 'publisher',
          title: 'Press of the Coast',
        },
      },
    })
  })
})

describe('the feed with every tag gives feedsmith back what its author wrote', () => {
  it('for what is to be live', () => {
    expect(liveItems).toEqual([
      {
        persons: [isla, {display: 'Una Rae', role: 'narrator', group: 'cast'}],
        alternateEnclosures: [
          {
            type: 'application/x-mpegURL',
            length: 0,
            title: 'Video',
            sources: [{uri: 'https://stream.example/fog.m3u8'}],
          },
        ],
        chat: {server: 'irc.libera.chat', protocol: 'irc', space: '#foglive'},
        status: 'pending',
        start: '2026-06-21T20:30:00Z',
        end: '2026-06-21T22:00:00Z',
        contentLinks: [{href: 'https://fog.example/live', display: 'Watch on our site'}],
      },
    ])
  })
})
