import {episodeFile, media} from '../temporary-show.ts'
import {type Action, all, edit, put, remove, rename, withLine} from './deeds.ts'

export const longerSound = Buffer.concat([media.mp3, media.mp3.subarray(media.mp3.length / 2)])

/** What authors do to published episodes and their files. */
export const actionsOnEpisodes: readonly Action[] = [
  {what: 'a word in the notes', does: edit('001-dawn.md', 'One.', 'One, mended.'), says: []},
  {what: 'another title', does: edit('001-dawn.md', 'title: Dawn', 'title: The Dawn'), says: []},
  {what: 'another minute', does: edit('001-dawn.md', 'date: 2026-01-01', 'date: 2026-01-01 06:00'), says: []},
  {what: 'another day', does: edit('001-dawn.md', 'date: 2026-01-01', 'date: 2026-01-05'), says: ['publication-moved']},
  {what: 'a day to come', does: edit('003-dusk.md', '2026-01-15', '2027-01-15'), says: ['episode-withdrawn']},
  {what: 'a draft', does: withLine('003-dusk.md', 'draft: true'), says: ['episode-withdrawn']},
  {what: 'an episode deleted', does: remove('003-dusk.md'), says: ['episode-removed']},
  {what: 'an old episode deleted, which is in an archive', does: remove('old-01.md'), says: ['episode-removed']},
  {what: 'an episode deleted with its media', does: remove('001-dawn.md', '001-dawn.mp3'), says: ['episode-removed']},
  {what: 'a file renamed', does: rename('003-dusk.md', 'evening.md'), says: []},
  {
    what: 'a file renamed with all that is beside it',
    does: all(
      rename('001-dawn.md', 'daybreak.md'),
      rename('001-dawn.mp3', 'daybreak.mp3'),
      rename('001-dawn.vtt', 'daybreak.vtt'),
      rename('001-dawn.chapters.txt', 'daybreak.chapters.txt'),
    ),
    says: [],
  },
  {what: 'a file without media renamed', does: rename('006-night.md', 'late.md'), says: []},
  {
    what: 'a file renamed, with other media',
    does: all(rename('003-dusk.md', 'evening.md'), edit('evening.md', 'dusk.mp3', 'evening.mp3')),
    says: ['episode-removed'],
  },
  {what: 'a slug', does: withLine('001-dawn.md', 'slug: daybreak'), says: ['slug-changed']},
  {
    what: 'a slug, and the old page leads on',
    does: withLine('001-dawn.md', 'slug: daybreak\naliases: [/episodes/001-dawn/]'),
    says: [],
  },
  {
    what: 'a slug of an episode with media elsewhere, and the old page leads on',
    does: withLine('003-dusk.md', 'slug: evening\naliases: [/episodes/003-dusk/]'),
    says: [],
  },
  {
    what: 'the slug of another',
    does: withLine('003-dusk.md', 'slug: 001-dawn'),
    says: ['slug-duplicate'],
  },
  {what: 'another alias more', does: edit('002-noon.md', '[/2019/noon.html]', '[/2019/noon.html, /noon/]'), says: []},
  {what: 'an alias gone', does: edit('002-noon.md', 'aliases: [/2019/noon.html]\n', ''), says: ['address-gone']},
  {
    what: 'an alias spelt otherwise',
    does: edit('002-noon.md', '/2019/noon.html', '/2019/noon/'),
    says: ['address-gone'],
  },
  {what: 'another guid', does: edit('002-noon.md', 'guid: noon', 'guid: midday'), says: ['guid-changed']},
  {what: 'no guid any more', does: edit('002-noon.md', 'guid: noon\n', ''), says: []},
  {what: 'a guid of its own', does: withLine('003-dusk.md', 'guid: dusk'), says: ['guid-changed']},
  {
    what: 'a new episode with the guid of another',
    does: put({'007-copy.md': episodeFile('copy', ['guid: noon', 'date: 2026-03-01'])}),
    says: ['guid-duplicate'],
  },
  {
    what: 'a new episode instead of a deleted one, with its guid',
    does: all(
      remove('002-noon.md', '002-noon.m4a'),
      put({'007-copy.md': episodeFile('copy', ['guid: noon', 'date: 2026-03-01'])}),
    ),
    says: ['episode-removed', 'guid-reused'],
  },
  {
    what: 'another episode in the same file',
    does: all(
      edit('003-dusk.md', 'dusk.mp3', 'other.mp3'),
      edit('003-dusk.md', 'date: 2026-01-15', 'date: 2026-04-15'),
    ),
    says: ['episode-replaced'],
  },
  {
    what: 'two episodes swap their files',
    does: all(rename('old-15.md', 'x.md'), rename('old-16.md', 'old-15.md'), rename('x.md', 'old-16.md')),
    says: ['enclosure-moved'],
  },
  {
    what: 'media at another address',
    does: edit('003-dusk.md', 'media.example', 'cdn.example'),
    says: ['enclosure-moved'],
  },
  {
    what: 'a service that counts, in the address',
    does: edit('003-dusk.md', 'https://media.example', 'https://op3.dev/e/media.example'),
    says: [],
  },
  {what: 'the sound deleted', does: remove('001-dawn.mp3'), says: ['enclosure-removed']},
  {what: 'the film of an episode deleted', does: remove('004-film.mp4'), says: ['enclosure-removed']},
  {what: 'the sound exported again', does: put({'001-dawn.mp3': longerSound}), says: ['media-bytes-changed']},
  {
    what: 'the sound in another format',
    does: all(remove('001-dawn.mp3'), put({'001-dawn.m4a': media.m4a})),
    says: ['enclosure-moved'],
  },
  {
    what: 'the sound in another format, with an alias that github pages cannot follow',
    does: all(
      remove('001-dawn.mp3'),
      put({'001-dawn.m4a': media.m4a}),
      withLine('001-dawn.md', 'aliases: [/media/001-dawn.mp3]'),
    ),
    says: ['enclosure-moved'],
  },
  {
    what: 'another size of a file elsewhere',
    does: edit('003-dusk.md', '5000000', '6000000'),
    says: ['media-bytes-changed'],
  },
  {what: 'a film added', does: put({'001-dawn.mp4': media.mp4}), says: []},
  {
    what: 'a film added to an episode with a film elsewhere',
    does: edit(
      '005-both.md',
      'video: {url: https://media.example/both.mp4',
      'video: {url: https://media.example/again.mp4',
    ),
    says: ['feed-enclosures-moved'],
  },
  {what: 'the film of two media gone', does: edit('005-both.md', /^video: .*\n/m, ''), says: ['feed-episodes-gone']},
  {what: 'the sound of two media gone', does: edit('005-both.md', /^audio: .*\n/m, ''), says: ['enclosure-moved']},
  {what: 'a tag taken off', does: edit('001-dawn.md', 'tags: [best]\n', ''), says: ['feed-episodes-gone']},
  {
    what: 'a tag spelt otherwise',
    does: edit('001-dawn.md', 'tags: [best]', 'tags: [bset]'),
    says: ['feed-episodes-gone'],
  },
  {what: 'a tag in capitals', does: edit('001-dawn.md', 'tags: [best]', 'tags: [Best]'), says: []},
  {what: 'a tag more', does: withLine('002-noon.md', 'tags: [best]'), says: []},
  {what: 'another season', does: edit('001-dawn.md', 'season: 1', 'season: 2'), says: ['feed-episodes-gone']},
  {what: 'no season', does: edit('001-dawn.md', 'season: 1\n', ''), says: ['feed-episodes-gone']},
  {what: 'a season more', does: withLine('006-night.md', 'season: 1'), says: []},
  {what: 'another language', does: withLine('001-dawn.md', 'language: de'), says: []},
  {what: 'the transcript deleted', does: remove('001-dawn.vtt'), says: ['address-gone']},
  {what: 'the transcript mended', does: edit('001-dawn.vtt', 'One.', 'One!'), says: []},
  {what: 'a transcript added', does: put({'002-noon.vtt': 'WEBVTT\n\n00:00.000 --> 00:00.500\nNoon.\n'}), says: []},
  {
    what: 'a transcript in another language',
    does: put({'001-dawn.de.vtt': 'WEBVTT\n\n00:00.000 --> 00:00.500\nEins.\n'}),
    says: [],
  },
  {what: 'the chapters deleted', does: remove('001-dawn.chapters.txt'), says: ['address-gone']},
  {what: 'the chapters mended', does: edit('001-dawn.chapters.txt', 'Middle', 'The middle'), says: []},
  {what: 'the picture taken off', does: edit('001-dawn.md', 'image: dawn.jpg\n', ''), says: ['address-gone']},
  {
    what: 'another picture of the same kind',
    does: all(rename('dawn.jpg', 'sun.jpg'), edit('001-dawn.md', 'dawn.jpg', 'sun.jpg')),
    says: [],
  },
  {
    what: 'the picture on another server',
    does: edit('001-dawn.md', 'image: dawn.jpg', 'image: https://pictures.example/dawn.jpg'),
    says: ['address-gone'],
  },
  {what: 'a guest less', does: edit('001-dawn.md', 'guests: [Mara Winter]\n', ''), says: []},
  {what: 'a new episode', does: put({'007-new.md': episodeFile('new', ['date: 2026-03-01'])}), says: []},
  {
    what: 'a new episode in every feed',
    does: put({'007-new.md': episodeFile('new', ['date: 2026-03-01', 'season: 1', 'tags: [best]'])}),
    says: [],
  },
  {what: 'a new episode of long ago', does: put({'old-00.md': episodeFile('old-00', ['date: 2024-12-01'])}), says: []},
  {what: 'a scheduled episode', does: put({'007-new.md': episodeFile('new', ['date: 2027-03-01'])}), says: []},
  {
    what: 'twenty new episodes',
    does: put(
      Object.fromEntries(
        Array.from({length: 20}, (_, index) => {
          const name = `new-${String(index + 10)}`
          return [`${name}.md`, episodeFile(name, [`date: 2026-03-${index + 10}`])]
        }),
      ),
    ),
    says: [],
  },
  {
    what: 'episodes in a folder of their own',
    does: all(rename('old-01.md', 'x.md'), put({'2025/note.txt': ''}), rename('x.md', '2025/old-01.md')),
    says: [],
  },
]
