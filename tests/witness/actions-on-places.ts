import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {episodeFile} from '../temporary-show.ts'
import {longerSound} from './actions-on-episodes.ts'
import {type Action, all, andFeed, type Deed, edit, feed, inShow, put, remove, rename, withLine} from './deeds.ts'

/** A further feed, before the others. */
const further = (line: string): Deed => edit('show.yaml', 'feeds:\n', `feeds:\n  ${line}\n`)
const main = (says: string): Deed => further(`main: {${says}}`)

/** What an author does to addresses, to the parts of a site, and to the list of members. */
export const actionsOnPlaces: readonly Action[] = [
  {
    what: 'another site, and the sound exported again',
    does: all(edit('show.yaml', 'https://trial.example/', 'https://new.example/'), put({'001-dawn.mp3': longerSound})),
    says: ['feed-guid-changed', 'item-guids-changed', 'media-bytes-changed', 'site-moved'],
  },
  {
    what: 'a feed at another path, for another season',
    does: feed('season-1', 'season: 2, path: elsewhere.xml'),
    says: ['feed-episodes-gone', 'feed-moved'],
  },
  {
    what: 'the sound deleted, and a tag taken off',
    does: all(remove('001-dawn.mp3'), edit('001-dawn.md', 'tags: [best]\n', '')),
    says: ['enclosure-removed', 'feed-episodes-gone'],
  },
  {
    what: 'two episodes swap their media',
    does: all(withLine('001-dawn.md', 'audio: 002-noon.m4a'), withLine('002-noon.md', 'audio: 001-dawn.mp3')),
    says: ['enclosure-moved'],
  },
  {
    what: 'two episodes swap their media on a server',
    does: all(
      edit('003-dusk.md', 'dusk.mp3', 'x.mp3'),
      edit('005-both.md', 'both.mp3', 'dusk.mp3'),
      edit('003-dusk.md', 'x.mp3', 'both.mp3'),
    ),
    says: ['enclosure-moved'],
  },
  {what: 'an alias at the page of another', does: alias('/episodes/001-dawn/'), says: []},
  {what: 'an alias at the feed', does: alias('/feed.xml'), says: []},
  {what: 'an alias at a further feed', does: alias('/video.xml'), says: []},
  {what: 'an alias at the first page', does: alias('/'), says: []},
  {what: 'an alias that another has', does: alias('/2019/noon.html'), says: []},
  {what: 'an alias that another has in other letters', does: alias('/2019/Noon.html'), says: []},
  {what: 'an alias at a file of another', does: alias('/media/001-dawn.mp3'), says: []},
  {what: 'an alias at a transcript', does: alias('/episodes/001-dawn/transcript.vtt'), says: []},
  {
    what: 'an alias that moves to another episode',
    does: all(edit('002-noon.md', 'aliases: [/2019/noon.html]\n', ''), alias('/2019/noon.html')),
    says: [],
  },
  {
    what: 'a further feed at a path that differs in letters',
    does: further('other: {path: Video.xml, tag: best}'),
    says: ['feed-path-taken', 'output-collision'],
  },
  {
    what: 'a further feed at the first page',
    does: further('other: {path: index.html, tag: best}'),
    says: ['output-collision'],
  },
  {
    what: 'a further feed at the name of an archive',
    does: further('other: {path: long-archive-1.xml, tag: best}'),
    says: ['output-collision'],
  },
  {
    what: 'a feed under another name, at its path',
    does: edit('show.yaml', '  video: {media: video}', '  films: {media: video, path: video.xml}'),
    says: [],
  },
  {what: 'the main feed at a path in other letters', does: main('path: Feed.xml'), says: ['feed-moved']},
  {what: 'the main feed at the same path, with a slash', does: main('path: /feed.xml'), says: []},
  {what: 'a feed of all for members', does: feed('best', 'tag: best, members: members.txt'), says: ['feed-moved']},
  {what: 'the feed for members for all', does: feed('supporters', 'order: newest'), says: ['feed-moved']},
  {what: 'members on a site of their own', does: inShow('members_url: https://m.example/'), says: ['members-moved']},
  {
    what: 'the list of members under another name',
    does: all(rename('members.txt', 'list.txt'), edit('show.yaml', 'members: members.txt', 'members: list.txt')),
    says: [],
  },
  {what: 'the list of members emptied', does: put({'members.txt': '\n'}), says: ['members-moved']},
  {what: 'all members as remarks', does: edit('members.txt', /^(?=\w)/gm, '# '), says: ['members-moved']},
  {what: 'a member in quotes', does: edit('members.txt', /^kim.*$/m, '"$&"'), says: ['member-respelt']},
  {what: 'commas behind members', does: edit('members.txt', /\n/g, ',\n'), says: ['member-respelt']},
  {what: 'the list of members from Windows', does: fromWindows, says: []},
  {what: 'archives that begin later', does: feed('long', 'items_per_feed: 12'), says: []},
  {
    what: 'a show that is complete, with a new episode',
    does: all(inShow('complete: true'), put({'009-new.md': episodeFile('new', ['date: 2026-05-01'])})),
    says: [],
    warns: [],
  },
  {
    what: 'a show that directories may not list',
    does: inShow('block: true'),
    says: [],
    meant: /^(?:robots\.txt|sitemap\.xml) is gone$/,
  },
  {what: 'the host in capitals', does: edit('show.yaml', '//trial.', '//Trial.'), says: []},
  {what: 'a port that is the usual one', does: edit('show.yaml', /(site_url: .*example)\//, '$1:443/'), says: []},
  {what: 'the podcast guid in capitals', does: edit('show.yaml', 'guid: 0d5a', 'guid: 0D5A'), says: []},
  {what: 'no pages', does: inShow('pages: false'), says: ['site-part-gone']},
  {what: 'data for other programs', does: inShow('data: true'), says: []},
  {
    what: 'media that another program puts on the site',
    does: inShow('media_url: https://trial.example/media/'),
    says: ['site-part-gone'],
  },
  {what: 'a feed in more formats', does: andFeed('best', 'formats: [rss, atom, json]'), says: []},
  {what: 'a feed in another format only', does: andFeed('best', 'formats: [atom]'), says: ['feed-moved']},
  {
    what: 'an episode in a folder of drafts',
    does: rename('003-dusk.md', '_drafts/003-dusk.md'),
    says: ['episode-removed'],
  },
  {what: 'an episode under a hidden name', does: rename('003-dusk.md', '.003-dusk.md'), says: ['episode-removed']},
  {what: 'an episode as text', does: rename('003-dusk.md', '003-dusk.txt'), says: ['episode-removed']},
  {what: 'an episode with another ending', does: rename('003-dusk.md', '003-dusk.markdown'), says: []},
  {what: 'an episode in capitals', does: rename('003-dusk.md', '003-Dusk.md'), says: []},
  {what: 'a slug in capitals', does: withLine('003-dusk.md', 'slug: 003-Dusk'), says: ['slug-changed']},
  {what: 'a permalink', does: withLine('003-dusk.md', 'permalink: /dusk/'), says: ['slug-changed']},
  {what: 'a slug that the show corrects', does: corrects('003-dusk.md', 'slug: twilight'), says: ['slug-changed']},
  {what: 'aliases that the show takes away', does: corrects('002-noon.md', 'aliases: null'), says: ['address-gone']},
  {what: 'tags that the show takes away', does: corrects('001-dawn.md', 'tags: null'), says: ['feed-episodes-gone']},
  {what: 'a season that the show corrects', does: corrects('001-dawn.md', 'season: 2'), says: ['feed-episodes-gone']},
  {
    what: 'the chapters on a server',
    does: withLine('001-dawn.md', 'chapters: https://media.example/c.json'),
    says: ['address-gone'],
  },
  {
    what: 'the lock of another show',
    does: edit('castwright.lock.json', /0d5a3d0e/g, '1d5a3d0e'),
    says: ['podcast-guid-changed'],
  },
  {what: 'an empty lock', does: put({'castwright.lock.json': ''}), says: ['lock-unreadable']},
  {what: 'the list of what was built deleted', does: remove('output/.castwright/manifest.json'), says: []},
  {
    what: 'the list of what was built deleted, with the lock, and an episode',
    does: all(remove('output/.castwright', 'castwright.lock.json'), remove('003-dusk.md')),
    says: ['output-not-ours'],
  },
  {
    what: 'the new address of the feed is its own',
    does: inShow('new_feed_url: https://trial.example/feed.xml'),
    says: [],
  },
  {what: 'music', does: inShow('medium: music'), says: []},
  {what: 'a second file for the show', does: put({'show.yml': 'title: Other\n'}), says: []},
]

function alias(path: string): Deed {
  return withLine('003-dusk.md', `aliases: [${path}]`)
}

function corrects(file: string, says: string): Deed {
  return inShow(`corrections: {${file}: {${says}, reason: so}}`)
}

function fromWindows(folder: string): ReturnType<Deed> {
  const path = join(folder, 'members.txt')
  const text = readFileSync(path, 'utf8').replaceAll('\n', '\r\n')
  writeFileSync(path, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))
  return true
}
