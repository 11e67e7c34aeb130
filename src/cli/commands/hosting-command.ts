import type {Command} from '../command.ts'
import {audienceOption} from './audience-option.ts'

export const hostingCommand: Command = {
  name: 'hosting',
  aliases: [],
  usage: 'HOST [FOLDER]',
  summary:
    'Prints the configuration that a web server needs: content types, caching, CORS, redirects. HOST is one of {known}.',
  known: async () => (await import('../../index.ts')).hostNames.filter((name) => name !== 'none'),
  examples: [['castwright hosting nginx', 'the configuration for nginx']],
  topic: 'hosting',
  maxPositionals: 2,
  options: {
    for: {...audienceOption, summary: 'print it for the site of members (`members_url`)', value: 'members'},
    now: {type: 'string', value: 'TIME', summary: 'print it for what is due at TIME instead of now'},
  },
  load: async () => (await import('../runs/run-hosting.ts')).runHosting,
}
