import type {Command} from '../command.ts'
import {maxWarningsOption, problemFormats} from './problem-options.ts'

export const checkCommand: Command = {
  name: 'check',
  aliases: ['lint', 'validate'],
  usage: '[FOLDER|FEED]',
  summary:
    'Says everything that build would say, and writes nothing unless --fix is given; or judges any FEED: a file, an address, or - for standard input.',
  examples: [
    ['castwright check', 'everything that a build would say'],
    ['castwright check --fix', 'mend what is certain, and print the diff'],
    ['castwright check https://example.org/feed.xml', 'judge any feed'],
  ],
  topic: 'before-you-publish',
  maxPositionals: 1,
  otherFormats: problemFormats,
  options: {
    now: {type: 'string', value: 'TIME', summary: 'check what is due at TIME instead of now'},
    fix: {type: 'boolean', summary: 'mend what is certain in the files of the show, and print the diff'},
    'dry-run': {type: 'boolean', summary: 'with --fix: print the diff and write nothing'},
    'max-warnings': maxWarningsOption,
    'allow-private': {type: 'boolean', summary: 'fetch a FEED from this machine or a private network'},
    profile: {
      type: 'string',
      value: 'NAMES',
      summary: 'whose rules a FEED is held to: apple,spotify,podcast2,w3c,psp1',
    },
  },
  load: async () => (await import('../runs/run-check.ts')).runCheck,
}
