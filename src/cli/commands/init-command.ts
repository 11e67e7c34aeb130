import type {Command} from '../command.ts'

export const initCommand: Command = {
  name: 'init',
  aliases: ['setup'],
  usage: '[FOLDER]',
  summary:
    'Makes a show that builds at once, with the workflow that publishes it. Where there is a show already, it adds only the workflow. It asks at a terminal, and overwrites nothing that is yours.',
  examples: [
    ['castwright init my-show', 'ask, then make a show'],
    ['castwright init --host github-pages', 'add a workflow to the show of this folder'],
  ],
  topic: 'from-nothing-to-a-published-show',
  maxPositionals: 1,
  options: {
    host: {
      type: 'string',
      value: 'NAME',
      summary: 'who publishes it: {known}',
      known: async () => [...(await import('../../index.ts')).initHosts.map(({name}) => name), 'none'],
    },
    title: {type: 'string', value: 'TEXT', summary: 'the name of the podcast'},
    author: {type: 'string', value: 'NAME', summary: 'who makes it'},
    description: {type: 'string', value: 'TEXT', summary: 'what the podcast is about'},
    site: {type: 'string', value: 'URL', summary: 'where it will be published'},
    language: {type: 'string', value: 'TAG', summary: 'the language that is spoken (default: en)'},
    timezone: {
      type: 'string',
      value: 'ZONE',
      summary: 'the time zone of its dates (default: the zone of this machine)',
    },
    shards: {
      type: 'string',
      value: 'N',
      summary: 'by how many jobs a network is built side by side (default: one for every ten shows)',
    },
    yes: {type: 'boolean', short: 'y', summary: 'ask nothing; what no flag answers stays a placeholder'},
    now: {type: 'string', value: 'TIME', summary: 'the first episode is of TIME instead of today'},
  },
  load: async () => (await import('../runs/run-init.ts')).runInit,
}
