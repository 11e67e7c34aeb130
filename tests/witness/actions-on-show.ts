import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {type Action, all, andFeed, type Deed, edit, feed, inShow, put, remove, rename} from './deeds.ts'

/** Each further feed with what it says at first. */
const feeds = {
  video: 'media: video',
  'season-1': 'season: 1',
  best: 'tag: best',
  newest: 'latest: 5',
  long: 'items_per_feed: 10',
  own: 'item_guids: own, tag: best',
} as const

const names = Object.keys(feeds) as (keyof typeof feeds)[]
const uuid = '917393e3-1b1e-5cef-ace4-edaa54e1f810'

/** What may be done to any feed, and does the same to all. */
const onEveryFeed: readonly Action[] = names.flatMap((name): readonly Action[] => [
  {
    what: `${name} is taken away`,
    does: edit('show.yaml', new RegExp(`^  ${name}: .*\\n`, 'm'), ''),
    says: ['feed-moved'],
  },
  {what: `${name} at another path`, does: andFeed(name, 'path: elsewhere.xml'), says: ['feed-moved']},
  {
    what: `${name} under another name, at its old path`,
    does: all(
      andFeed(name, `path: ${name}.xml`),
      edit('show.yaml', new RegExp(`^  ${name}: `, 'm'), `  other-${name}: `),
    ),
    says: [],
  },
  {
    what: `${name} with another guid`,
    does: andFeed(name, `guid: ${uuid}`),
    says: name === 'own' ? ['feed-guid-changed', 'item-guids-changed'] : ['feed-guid-changed'],
  },
  {
    what: `${name} and its items' own guids`,
    does: name === 'own' ? feed('own', 'tag: best') : andFeed(name, 'item_guids: own'),
    says: ['item-guids-changed'],
  },
  {what: `${name} with a title`, does: andFeed(name, 'title: Another title'), says: []},
  {what: `${name} from the oldest on`, does: andFeed(name, 'order: oldest'), says: []},
  {what: `${name} with transcripts`, does: andFeed(name, 'transcript: true'), says: []},
  {what: `${name} in JSON as well`, does: andFeed(name, 'formats: [rss, json]'), says: []},
  {what: `${name} without a service that counts`, does: andFeed(name, 'prefixes: none'), says: []},
  {what: `${name} kept out of directories`, does: andFeed(name, 'block: true'), says: []},
])

const otherShow = (folder: string) => {
  for (const file of ['castwright.lock.json', 'show.yaml']) rmSync(join(folder, file))
  return true
}

const itemsOfMain = /^(?:feed\.xml|atom\.xml|feed\.json) lost the item/

const withoutLock: Deed = remove('castwright.lock.json')

export const actionsOnFeeds: readonly Action[] = [
  ...onEveryFeed,
  {what: 'only two in the feed of films', does: andFeed('video', 'latest: 1'), says: ['feed-episodes-gone']},
  {what: 'only the first of a season', does: andFeed('season-1', 'first: 2'), says: ['feed-episodes-gone']},
  {what: 'the feed of a season for the next one', does: feed('season-1', 'season: 2'), says: ['feed-episodes-gone']},
  {what: 'the feed of a season for both', does: feed('season-1', 'season: [1, 2]'), says: []},
  {what: 'the feed of a season for films', does: andFeed('season-1', 'media: video'), says: ['feed-episodes-gone']},
  {
    what: 'the feed of films for sound',
    does: feed('video', 'media: audio'),
    says: ['feed-enclosures-moved', 'feed-episodes-gone'],
  },
  {what: 'the feed of films for everything', does: feed('video', 'media: all'), says: ['feed-enclosures-moved']},
  {what: 'the feed of a tag for another', does: feed('best', 'tag: worst'), says: ['feed-episodes-gone']},
  {what: 'the feed of a tag for German', does: andFeed('best', 'language: de'), says: ['feed-episodes-gone']},
  {what: 'the feed of a tag for the language of all', does: andFeed('best', 'language: en'), says: []},
  {what: 'the feed of a tag for trailers', does: andFeed('best', 'type: trailer'), says: ['feed-episodes-gone']},
  {
    what: 'the feed of a tag for one person',
    does: andFeed('best', 'person: Mara Winter'),
    says: ['feed-episodes-gone'],
  },
  {what: 'a smaller window', does: feed('newest', 'latest: 3'), says: ['feed-episodes-gone']},
  {what: 'a larger window', does: feed('newest', 'latest: 8'), says: []},
  {what: 'no window any more', does: feed('newest', 'media: all'), says: []},
  {what: 'the oldest instead of the newest', does: feed('newest', 'first: 5'), says: ['feed-episodes-gone']},
  {what: 'a window of a season', does: andFeed('newest', 'season: 1'), says: ['feed-episodes-gone']},
  {what: 'fuller documents', does: feed('long', 'items_per_feed: 30'), says: []},
  {what: 'no archives any more', does: feed('long', 'media: all'), says: []},
  {
    what: 'archives of the main feed',
    does: edit('show.yaml', 'feeds:\n', 'feeds:\n  main: {items_per_feed: 10}\n'),
    says: ['feed-episodes-gone'],
    moves: itemsOfMain,
  },
  {
    what: 'a window of the main feed',
    does: edit('show.yaml', 'feeds:\n', 'feeds:\n  main: {latest: 5}\n'),
    says: ['feed-episodes-gone'],
    moves: itemsOfMain,
  },
  {
    what: 'own guids in the main feed',
    does: edit('show.yaml', 'feeds:\n', 'feeds:\n  main: {item_guids: own}\n'),
    says: ['item-guids-changed'],
  },
  {
    what: 'the main feed for films',
    does: edit('show.yaml', 'feeds:\n', 'feeds:\n  main: {media: video}\n'),
    says: ['feed-enclosures-moved', 'feed-episodes-gone'],
  },
  {
    what: 'the main feed at another path',
    does: edit('show.yaml', 'feeds:\n', 'feeds:\n  rss: podcast.xml\n'),
    says: ['feed-moved'],
  },
  {
    what: 'the main feed at another path, and left at the old one',
    does: all(
      edit('show.yaml', 'feeds:\n', 'feeds:\n  rss: podcast.xml\n'),
      inShow('old_feed_urls: [https://trial.example/feed.xml]'),
    ),
    says: [],
  },
  {
    what: 'the main feed in RSS only',
    does: edit('show.yaml', 'feeds:\n', 'feeds:\n  main: {formats: rss}\n'),
    says: ['feed-moved'],
  },
  {what: 'a new feed', does: edit('show.yaml', 'feeds:\n', 'feeds:\n  season-2: {season: 2}\n'), says: []},
  {
    what: 'two feeds swap their paths',
    does: all(andFeed('video', 'path: best.xml'), andFeed('best', 'path: video.xml')),
    says: ['feed-episodes-gone'],
  },
  {
    what: 'a member less',
    does: edit('members.txt', 'jo\n', ''),
    says: [],
    meant: /^supporters\/\w+\/supporters\.xml is gone$/,
  },
  {what: 'a member more', does: edit('members.txt', 'jo\n', 'jo\nmim\n'), says: []},
  {what: 'no feed for members any more', does: edit('show.yaml', /^ {2}supporters: .*\n?/m, ''), says: ['feed-moved']},
  {
    what: 'the feed for members under another name',
    does: edit('show.yaml', '  supporters:', '  friends:'),
    says: ['feed-moved'],
  },
  {what: 'own guids for members', does: andFeed('supporters', 'item_guids: own'), says: ['item-guids-changed']},
  {what: 'the newest for members', does: andFeed('supporters', 'latest: 2'), says: ['feed-episodes-gone']},
]

export const actionsOnShow: readonly Action[] = [
  {what: 'another title', does: edit('show.yaml', 'title: Trial Run', 'title: Trial'), says: []},
  {what: 'another author', does: edit('show.yaml', 'author: Kim Vale', 'author: Jo Lund'), says: []},
  {what: 'services that count', does: inShow('prefixes: op3'), says: []},
  {what: 'another podcast guid', does: edit('show.yaml', '0d5a3d0e', '1d5a3d0e'), says: ['podcast-guid-changed']},
  {what: 'no podcast guid', does: edit('show.yaml', /^guid: .*\n?/m, ''), says: ['podcast-guid-changed']},
  {
    what: 'another site',
    does: edit('show.yaml', 'site_url: https://trial.example/', 'site_url: https://new.example/'),
    says: ['feed-guid-changed', 'item-guids-changed', 'site-moved'],
  },
  {
    what: 'another site, with the old address of the main feed',
    does: all(
      edit('show.yaml', 'site_url: https://trial.example/', 'site_url: https://new.example/'),
      inShow('old_feed_urls: [https://trial.example/feed.xml]'),
    ),
    says: ['feed-guid-changed', 'item-guids-changed', 'site-moved'],
  },
  {
    what: 'another cover of the same kind',
    does: all(rename('cover.jpg', 'art.jpg'), edit('show.yaml', 'cover.jpg', 'art.jpg')),
    says: [],
  },
  {
    what: 'the cover on another server',
    does: edit('show.yaml', 'image: cover.jpg', 'image: https://pictures.example/cover.jpg'),
    says: ['address-gone'],
  },
  {what: 'a cover of a feed', does: andFeed('video', 'image: dawn.jpg'), says: []},
  {what: 'media on a server of their own', does: inShow('media_url: https://cdn.example/'), says: ['enclosure-moved']},
  {what: 'one host that redirects', does: inShow('hosting: netlify'), says: [], redirects: true},
  {what: 'a host without redirects', does: inShow('hosting: github-pages'), says: []},
  {what: 'compressed copies', does: inShow('precompress: true'), says: []},
  {what: 'a hub', does: inShow('hubs: [https://hub.example/]'), says: []},
  {what: 'the show leaves', does: inShow('new_feed_url: https://elsewhere.example/feed.xml'), says: []},
  {what: 'films beside sound', does: inShow('alternate_video: true'), says: []},
  {what: 'no further feeds', does: edit('show.yaml', /^feeds:\n(?: {2}.*\n?)*/m, ''), says: ['feed-moved']},
  {
    what: 'a show of its own in the same output',
    does: all(otherShow, put({'show.yaml': otherShowFile()}), remove('002-noon.md')),
    says: ['output-of-another-show'],
  },
  {what: 'the lock deleted', does: withoutLock, says: []},
  {
    what: 'the lock deleted, and a file renamed',
    does: all(withoutLock, rename('003-dusk.md', 'evening.md')),
    says: ['unrecorded-loss'],
  },
  {what: 'the lock deleted, and an episode', does: all(withoutLock, remove('003-dusk.md')), says: ['unrecorded-loss']},
  {
    what: 'the lock deleted, and a feed for another season',
    does: all(withoutLock, feed('season-1', 'season: 2')),
    says: ['unrecorded-loss'],
  },
  {
    what: 'the lock deleted, and a feed gone',
    does: all(withoutLock, edit('show.yaml', /^ {2}best: .*\n/m, '')),
    says: ['unrecorded-loss'],
  },
  {
    what: 'the lock deleted, and a transcript',
    does: all(withoutLock, remove('001-dawn.vtt')),
    says: ['unrecorded-loss'],
  },
  {
    what: 'the lock deleted, and a smaller window',
    does: all(withoutLock, feed('newest', 'latest: 3')),
    says: ['unrecorded-loss'],
  },
  {what: 'a line lost in a merge', does: edit('castwright.lock.json', /^\{"slug":"003-dusk".*\n/m, ''), says: []},
  {
    what: 'a line lost in a merge, and the file renamed',
    does: all(edit('castwright.lock.json', /^\{"slug":"003-dusk".*\n/m, ''), rename('003-dusk.md', 'evening.md')),
    says: ['unrecorded-loss'],
  },
  {
    what: 'a line lost in a merge, and the episode deleted',
    does: all(edit('castwright.lock.json', /^\{"slug":"003-dusk".*\n/m, ''), remove('003-dusk.md')),
    says: ['unrecorded-loss'],
  },
  {
    what: 'a guid edited in the lock',
    does: edit('castwright.lock.json', /("slug":"003-dusk".*?"guid":")[^"]*/, '$1edited'),
    says: ['unrecorded-loss'],
  },
  {
    what: 'the guid of a feed edited in the lock, and in the show',
    does: all(
      edit('castwright.lock.json', /("name":"video".*?"guid":")[^"]*/, `$1${uuid}`),
      andFeed('video', `guid: ${uuid}`),
    ),
    says: ['unrecorded-loss'],
  },
  {what: 'a lock of the first format', does: asFirstFormat, says: []},
  {
    what: 'a lock of the first format, and a feed for another season',
    does: all(asFirstFormat, feed('season-1', 'season: 2')),
    says: ['unrecorded-loss'],
  },
  {
    what: 'a lock of the first format, and an episode deleted',
    does: all(asFirstFormat, remove('003-dusk.md')),
    says: ['episode-removed'],
  },
  {
    what: 'a lock of the first format, and a feed gone',
    does: all(asFirstFormat, edit('show.yaml', /^ {2}best: .*\n/m, '')),
    says: ['feed-moved'],
  },
  {
    what: 'a lock of the first format, and no feed for members any more',
    does: all(asFirstFormat, edit('show.yaml', /^ {2}supporters: .*\n?/m, '')),
    says: ['unrecorded-loss'],
  },
  {
    what: 'show and lock from an older backup',
    does: all(edit('castwright.lock.json', /^\{"slug":"005-both".*\n/m, ''), remove('005-both.md')),
    says: ['unrecorded-loss'],
  },
]

function otherShowFile(): string {
  return [
    'title: Another Show',
    'description: Of somebody else.',
    'site_url: https://trial.example/',
    'language: en',
    'author: Somebody',
    'owner: none',
    'explicit: false',
    'categories: [Technology]',
    'image: cover.jpg',
    'guid: 5d0e5c0a-1d7e-5b0e-9a53-0d3c2f1b7a44',
    '',
  ].join('\n')
}

/** As versions of before wrote it. */
function asFirstFormat(folder: string): boolean {
  return all(
    edit('castwright.lock.json', '"castwrightLock": 2', '"castwrightLock": 1'),
    edit(
      'castwright.lock.json',
      /"show": \{"guid":"([^"]*)","site":"([^"]*)".*\},\n"feeds": \[[\s\S]*?\n\],\n/,
      '"show": {"guid":"$1","site":"$2","feeds":["feed.xml","atom.xml","feed.json","video.xml","season-1.xml","best.xml","newest.xml","long.xml","own.xml"]},\n',
    ),
    edit('castwright.lock.json', /,"feeds":\["main"[^\]]*\]/g, ''),
    edit('castwright.lock.json', /,"also":\[[^\]]*\]/g, ''),
  )(folder)
}
