import type {Command} from '../command.ts'

export const compareCommand: Command = {
  name: 'compare',
  aliases: ['diff'],
  usage: 'OLD [FOLDER]',
  summary:
    'Says what subscribers of OLD (the address or the file of a feed, or an output folder) will see of the show in FOLDER. --format markdown is for a pull request.',
  examples: [
    ['castwright compare https://example.org/feed.xml', 'what subscribers of the live feed will see'],
    ['castwright compare output', 'what changed since the last build'],
  ],
  topic: 'before-you-publish',
  maxPositionals: 2,
  otherFormats: ['markdown'],
  options: {
    'allow-private': {type: 'boolean', summary: 'let OLD be in a private network'},
    now: {type: 'string', value: 'TIME', summary: 'compare with what is due at TIME instead of now'},
  },
  load: async () => (await import('../runs/run-compare.ts')).runCompare,
}
