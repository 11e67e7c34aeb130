import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {episodeFile} from '../temporary-show.ts'
import {longerSound} from './actions-on-episodes.ts'
import {type Action, all, andFeed, type Deed, edit, inShow, put, remove, rename, withLine} from './deeds.ts'

const lockName = 'castwright.lock.json'
const srt = '1\n00:00:00,000 --> 00:00:00,300\nKim: One.\n\n2\n00:00:00,300 --> 00:00:00,700\nKim: Two.\n'

/** What authors do to files without a thought of subscribers: other names, other forms of the same, and what `show.yaml` says of files. */
export const actionsOnFiles: readonly Action[] = [
  {
    what: 'the lock deleted, and the sound exported again',
    does: all(remove(lockName), put({'001-dawn.mp3': longerSound})),
    says: ['unrecorded-loss'],
  },
  {
    what: 'a line lost in a merge, and the sound exported again',
    does: all(edit(lockName, /^\{"slug":"001-dawn".*\n/m, ''), put({'001-dawn.mp3': longerSound})),
    says: ['unrecorded-loss'],
  },
  {
    what: 'the sound under another name, and named',
    does: all(rename('001-dawn.mp3', 'sound.mp3'), withLine('001-dawn.md', 'audio: sound.mp3')),
    says: [],
  },
  {what: 'the ending of the sound in capitals', does: rename('001-dawn.mp3', '001-dawn.MP3'), says: []},
  {
    what: 'the sound on another server, under the same name',
    does: all(
      remove('001-dawn.mp3'),
      withLine('001-dawn.md', 'audio: {url: https://media.example/001-dawn.mp3, size: 5000000, duration: 10:00}'),
    ),
    says: ['enclosure-moved'],
  },
  {what: 'a query behind an address', does: edit('003-dusk.md', 'dusk.mp3', 'dusk.mp3?v=2'), says: ['enclosure-moved']},
  {
    what: 'http instead of https',
    does: edit('003-dusk.md', 'https://media', 'http://media'),
    says: [],
  },
  {
    what: 'a transcript in another format',
    does: all(remove('001-dawn.vtt'), put({'001-dawn.srt': srt})),
    says: [],
  },
  {
    what: 'a transcript without times',
    does: all(remove('001-dawn.vtt'), put({'001-dawn.txt': 'Kim: One.\n\nKim: Two.\n'})),
    says: ['address-gone'],
  },
  {
    what: 'the chapters in the front matter',
    does: all(
      remove('001-dawn.chapters.txt'),
      withLine('001-dawn.md', 'chapters: ["00:00:00 Start", "00:00:00.400 Middle"]'),
    ),
    says: [],
  },
  {
    what: 'the picture by its name alone',
    does: all(rename('dawn.jpg', '001-dawn.jpg'), edit('001-dawn.md', 'image: dawn.jpg\n', '')),
    says: [],
  },
  {
    what: 'the date in the name of the file',
    does: all(edit('006-night.md', 'date: 2026-02-05\n', ''), rename('006-night.md', '2026-02-05-night.md')),
    says: [],
  },
  {
    what: 'an episode as the page of a folder',
    does: all(put({'006-night/note.txt': ''}), rename('006-night.md', '006-night/index.md')),
    says: [],
  },
  {what: 'a mark of Windows before the front matter', does: edit('002-noon.md', /^/, '\ufeff'), says: []},
  {what: 'line ends of Windows', does: edit('002-noon.md', /\n/g, '\r\n'), says: []},
  {what: 'line ends of Windows in the lock', does: edit(lockName, /\n/g, '\r\n'), says: []},
  {what: 'the lock in the form of an editor', does: reformattedLock, says: []},
  {what: 'show.yml', does: rename('show.yaml', 'show.yml'), says: []},
  {
    what: 'a site without its last slash',
    does: edit('show.yaml', 'https://trial.example/\n', 'https://trial.example\n'),
    says: [],
  },
  {what: 'published: false', does: withLine('003-dusk.md', 'published: false'), says: ['episode-withdrawn']},
  {what: 'not before next year', does: withLine('003-dusk.md', 'not_before: 2027-01-01'), says: ['episode-withdrawn']},
  {what: 'left out by the show', does: inShow('leave_out: {"003-dusk.md": bad sound}'), says: ['episode-withdrawn']},
  {
    what: 'a guid that the show corrects',
    does: inShow('corrections: {"002-noon.md": {guid: midday, reason: a slip}}'),
    says: ['guid-changed'],
  },
  {
    what: 'a date that the show corrects',
    does: inShow('corrections: {"003-dusk.md": {date: 2026-03-01, reason: a slip}}'),
    says: ['publication-moved'],
  },
  {
    what: 'media that the show takes away',
    does: inShow('corrections: {"003-dusk.md": {audio: null, reason: a slip}}'),
    says: ['enclosure-removed'],
  },
  {what: 'fewer files that are episodes', does: inShow('episodes: "0*.md"'), says: ['episode-removed']},
  {what: 'a key of its own for the guid', does: inShow('fields: {guid: number_of_the_archive}'), says: []},
  {what: 'the zone of the other side of the earth', does: inShow('timezone: Pacific/Kiritimati'), says: []},
  {what: 'a trailer', does: withLine('003-dusk.md', 'type: trailer'), says: []},
  {
    what: 'the media of another in a new episode',
    does: put({'007-again.md': episodeFile('dusk', ['date: 2026-03-01'])}),
    says: [],
  },
  {what: 'a feed from its first episode on', does: andFeed('best', 'order: oldest'), says: []},
  {what: 'another language of the show', does: edit('show.yaml', 'language: en', 'language: de'), says: []},
  {
    what: 'a member in other letters',
    does: edit('members.txt', 'kim@', 'Kim@'),
    says: ['member-respelt'],
  },
  {
    what: 'a slip in the name of a member',
    does: edit('members.txt', 'kim@', 'kin@'),
    says: ['member-respelt'],
  },
  {
    what: 'members in another order, with an empty line',
    does: edit('members.txt', /^.*$/s, 'jo\n\nkim@trial.example\n'),
    says: [],
  },
]

function reformattedLock(folder: string): ReturnType<Deed> {
  const path = join(folder, lockName)
  writeFileSync(path, JSON.stringify(JSON.parse(readFileSync(path, 'utf8')), null, 2))
  return true
}
