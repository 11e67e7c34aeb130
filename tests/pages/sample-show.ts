import {type AbsoluteUrl, absoluteUrl} from '../../src/model/absolute-url.ts'
import type {Guid} from '../../src/model/episode.ts'
import type {Channel, Feed, FeedItem} from '../../src/model/feed.ts'
import type {RenderedEpisode} from '../../src/model/rendered-episode.ts'
import type {Transcript} from '../../src/model/transcript.ts'
import {renderNotes} from '../../src/render/notes/notes.ts'
import {lexMarkdown} from '../../src/text/markdown/markdown.ts'

export function address(url: string): AbsoluteUrl {
  const parsed = absoluteUrl(url)
  if (parsed === undefined) throw new Error(`${url} is no address`)
  return parsed
}

export const siteUrl = address('https://loom.example/show/')

/** A show under a path, with a title and names that need escaping. */
const feedUrls = {
  rss: address('https://loom.example/show/feed.xml'),
  atom: address('https://loom.example/show/atom.xml'),
  json: address('https://loom.example/show/feed.json'),
}

export const channel: Channel = {
  title: 'Warp & Weft',
  subtitle: 'Conversations with people who make cloth',
  description:
    'Every other week Ada Lindqvist visits a workshop, a mill or a museum and asks the people there how cloth is made, and why they would not do anything else.\n\nFrom band looms to machines that fill a hall.',
  siteUrl,
  language: 'en-GB',
  timeZone: 'Europe/Lisbon',
  author: 'Ada Lindqvist',
  copyright: '© Ada Lindqvist, CC BY-SA 4.0',
  categories: [{name: 'Arts', subcategory: 'Design'}],
  explicit: false,
  image: {
    url: address('https://loom.example/show/images/cover.png'),
    facts: {mimeType: 'image/png', widthInPixels: 1400, heightInPixels: 1400, sizeInBytes: 90_000},
  },
  type: 'episodic',
  complete: false,
  blocked: false,
  people: [],
  prefixes: [],
  hubs: [],
  appLinks: new Map(),
  guid: '9b0e8f2c-0d5d-5a39-8d0a-6f2f4a5f9c11',
  feedUrls,
  publicFeeds: [{title: 'Warp & Weft', urls: feedUrls}],
  tagValues: new Map(),
}

const notes = `Bo Ekström has woven on the **same loom since 1974**. We talk about counting threads in the dark, why \`tabby\` is a verb, and
what a machine can not do.

### What we talk about

- [The band loom](https://looms.example/band), and how to build one from *a single plank*
- The [mill at Borås](https://mill.example/), which closed twice
- The moment at [2:05](#t=125)

> A thread is a promise. You can not see it in the cloth, but it holds.

| Thread | Ends per cm |
|--------|------------:|
| Linen  | 18 |
| Silk   | 42 |
`

const transcript: Transcript = {
  language: 'en',

  parts: [
    {kind: 'note', text: 'The transcript was lightly edited.'},
    {
      kind: 'turn',
      speaker: {label: 'Ada', name: 'Ada Lindqvist'},
      cues: [
        {
          spans: [
            {kind: 'speech', text: 'Bo, you have woven on one loom for fifty years. Do you still have to think?'},
          ],
          startInSeconds: 0,
          endInSeconds: 6,
        },
      ],
    },
    {
      kind: 'turn',
      speaker: {label: 'Bo', name: 'Bo Ekström'},
      cues: [
        {
          spans: [
            {kind: 'event', text: 'laughs'},
            {
              kind: 'speech',
              text: ' Only when somebody watches. The hands know it. If I think about the left foot, I lose the shed, and then I have to go back to where I was a child.',
            },
          ],
          startInSeconds: 6.5,
          endInSeconds: 20,
        },
        {
          spans: [
            {kind: 'speech', text: 'There is a word for it in '},
            {kind: 'speech', text: 'the old books', href: 'https://looms.example/books'},
            {kind: 'speech', text: ', '},
            {kind: 'speech', text: 'handminne', emphasis: 'em'},
            {kind: 'speech', text: '. The memory of the hand. '},
            {kind: 'gap', text: 'inaudible'},
          ],
          startInSeconds: 30,
          endInSeconds: 41,
        },
      ],
    },
    {kind: 'section', title: 'Counting in the dark', startInSeconds: 60},
    {
      kind: 'turn',
      speaker: {label: 'Ada', name: 'Ada Lindqvist'},
      cues: [{spans: [{kind: 'speech', text: 'And when the power goes?'}], startInSeconds: 61, endInSeconds: 63}],
    },
    {
      kind: 'turn',
      speaker: {label: 'Bo', name: 'Bo Ekström'},
      cues: Array.from({length: 12}, (_, at) => ({
        spans: [
          {
            kind: 'speech' as const,
            text: 'Then I count. Eight, sixteen, twenty-four, and the pattern turns. You do not need light for a pattern. You need light for mistakes, and for the tea afterwards.',
          },
        ],
        startInSeconds: 64 + at * 15,
        endInSeconds: 78 + at * 15,
        timing: 'aligned' as const,
      })),
    },
  ],
}

const url = address('https://loom.example/show/episodes/012-fifty-years/')

const item: FeedItem = {
  guid: 'urn:uuid:0f1c7a52-6f7e-4a0b-9f43-3a6d5c1f2b11' as Guid,
  slug: '012-fifty-years',
  url,
  aliases: [],
  title: 'Fifty years on one loom: Bo Ekström & the memory of the hand',
  subtitle: 'A weaver who does not look at his hands',
  summary:
    'Bo Ekström has woven on the same loom since 1974. We talk about counting threads in the dark, why tabby is a verb, and what a machine can not do.',
  notesHtml: '',
  publishedAt: new Date('2026-03-12T06:00:00Z'),
  updatedAt: new Date('2026-03-12T06:00:00Z'),
  enclosure: {
    url: address('https://loom.example/show/media/012-fifty-years.mp3'),
    kind: 'audio',
    facts: {mimeType: 'audio/mpeg', sizeInBytes: 41_286_144, durationInSeconds: 2_581},
  },
  otherMedia: [],
  alternates: [],
  people: [
    {name: 'Ada Lindqvist', role: 'host', group: 'cast', url: 'https://ada.example/'},
    {name: 'Bo Ekström', role: 'guest', group: 'cast'},
  ],
  type: 'full',
  season: 2,
  number: 12,
  explicit: false,
  blocked: false,
  tags: [],
  transcripts: ['vtt', 'srt', 'json', 'html', 'txt'].map((extension, at) => ({
    url: address(`${url}transcript.${extension}`),
    mimeType: ['text/vtt', 'application/x-subrip', 'application/json', 'text/html', 'text/plain'][at] ?? '',
    language: 'en',
    captions: at < 2,
  })),
  chapters: [
    {startInSeconds: 0, title: 'A loom in the kitchen'},
    {startInSeconds: 60, title: 'Counting in the dark', url: 'https://looms.example/dark'},
    {startInSeconds: 125, title: 'Why “tabby” is a verb, and what the mill at Borås has to do with it'},
    {startInSeconds: 130, title: 'Silent marker', hidden: true},
    {startInSeconds: 1_915.5, title: 'What a machine can not do'},
  ],
  chaptersUrl: address(`${url}chapters.json`),
  tagValues: new Map(),
  source: {file: '012-fifty-years.md'},
}

/** An episode with all that a page can show. */
export const audioEpisode: RenderedEpisode = {
  item,
  pageNotesHtml: renderNotes(lexMarkdown(notes).blocks, {base: url, policy: 'page', file: '012-fifty-years.md'}).html,
  transcripts: [{transcript, source: 'one.vtt', language: 'en', files: []}],
  copies: [],
  mediaUrls: [],
  portraits: [],
  captionsUrl: address(`${url}transcript.vtt`),
}

const {enclosure: _audio, chaptersUrl: _chapters, season: _season, ...withoutMedia} = item

/** An episode that lives at a video service, with next to nothing beside it. */
export const videoEpisode: RenderedEpisode = {
  item: {
    ...withoutMedia,
    slug: '011-the-mill',
    url: address('https://loom.example/show/episodes/011-the-mill/'),
    title: 'The mill that closed twice',
    number: 11,
    publishedAt: new Date('2026-02-26T06:00:00Z'),
    people: [],
    transcripts: [],
    hostedVideo: {
      service: 'youtube',
      id: 'aaaaaaaaaaa',
      pageUrl: 'https://www.youtube.com/watch?v=aaaaaaaaaaa',
      embedUrl: 'https://www.youtube-nocookie.com/embed/aaaaaaaaaaa',
    },
    chapters: [{startInSeconds: 90, title: 'The gate'}],
  },
  pageNotesHtml: '<p>A walk through the halls.</p>',
  transcripts: [],
  copies: [],
  mediaUrls: [],
  portraits: [],
}

export const feed: Feed = {
  channel,
  items: [
    item,
    videoEpisode.item,
    {
      ...item,
      slug: '000-trailer',
      title: 'Trailer: what this is',
      type: 'trailer',
      url: address('https://loom.example/show/episodes/000-trailer/'),
    },
  ],
  updatedAt: item.updatedAt,
  trailers: [],
}
