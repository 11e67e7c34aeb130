import type {Command} from '../command.ts'
import {problemFormats} from './problem-options.ts'

export const importCommand: Command = {
  name: 'import',
  aliases: [],
  usage: 'SOURCE [FOLDER]',
  summary:
    'Makes a show of a feed (address or file), a WordPress export, or the feed of a YouTube channel. Run it again: it brings what is new and merges what changed.',
  examples: [
    ['castwright import https://example.org/feed.xml my-show', 'a show of a feed, with its media where they are'],
    ['castwright import https://example.org/feed.xml my-show --media', 'with its media in the folder'],
    [
      'castwright import https://example.org/feed.xml my-show --only enrich --site https://example.org/my-show/',
      'a richer copy of a feed that stays at its host',
    ],
  ],
  topic: 'i-have-a-host',
  maxPositionals: 2,
  otherFormats: problemFormats,
  options: {
    media: {type: 'boolean', summary: 'download the media files as well; else episodes name their addresses'},
    only: {
      type: 'string',
      value: 'enrich',
      summary:
        'keep the feed of the host as the source, and make a copy to which you add transcripts, people and chapters',
    },
    site: {type: 'string', value: 'URL', summary: 'where the show will be published (default: the site in the source)'},
    owner: {
      type: 'string',
      value: 'ADDRESS',
      summary: 'your mail address as the feed has it, which unlocks a locked feed',
    },
    'allow-private': {type: 'boolean', summary: 'let SOURCE be in a private network'},
  },
  load: async () => (await import('../runs/run-import.ts')).runImport,
}
