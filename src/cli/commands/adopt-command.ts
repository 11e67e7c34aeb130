import type {Command} from '../command.ts'
import {problemFormats} from './problem-options.ts'

export const adoptCommand: Command = {
  name: 'adopt',
  aliases: [],
  usage: '[FOLDER]',
  summary:
    'Makes a show of a repository as it is: finds the episodes and what the site says of the show, and writes show.yaml. With --feed, subscribers keep the guids that they have. It edits no episode.',
  examples: [
    ['castwright adopt --dry-run', 'print what it finds, and write nothing'],
    ['castwright adopt --feed https://example.org/feed.xml', 'keep the guids that subscribers have'],
  ],
  topic: 'i-have-a-repository',
  maxPositionals: 1,
  otherFormats: problemFormats,
  options: {
    feed: {type: 'string', value: 'SOURCE', summary: 'the feed that subscribers have today: its address, or a file'},
    show: {type: 'string', value: 'FOLDER', summary: 'only this one, in a tree of several shows'},
    'dry-run': {type: 'boolean', summary: 'only print what would be written'},
    title: {type: 'string', value: 'TEXT', summary: 'the name of the podcast, where no file says it'},
    description: {type: 'string', value: 'TEXT', summary: 'what the podcast is about'},
    site: {type: 'string', value: 'URL', summary: 'where it will be published'},
    'media-url': {type: 'string', value: 'URL', summary: 'the address that stands before the names of media files'},
    'feed-url': {
      type: 'string',
      value: 'URL',
      summary: 'where subscribers have the feed, if --feed is a file that does not say so',
    },
    'allow-private': {type: 'boolean', summary: 'let the feed be in a private network'},
    now: {type: 'string', value: 'TIME', summary: 'what is due at TIME instead of now'},
  },
  load: async () => (await import('../runs/run-adopt.ts')).runAdopt,
}
