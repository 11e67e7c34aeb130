import type {Command} from '../command.ts'

export const moveCommand: Command = {
  name: 'move',
  aliases: [],
  usage: 'OLD_FEED_URL [FOLDER]',
  summary:
    'Checks over the network whether the show in FOLDER can replace its old feed, and says what is still to do. Exits with 0 only if no listener can be lost. --format markdown is for an issue.',
  examples: [
    ['castwright move https://old-host.example/feed.xml', 'the checklist of the move'],
    ['castwright move https://old-host.example/feed.xml --format markdown', 'the same for an issue'],
  ],
  topic: 'moving-a-show-here',
  maxPositionals: 2,
  otherFormats: ['markdown'],
  options: {
    old: {
      type: 'string',
      value: 'FILE',
      summary: 'a copy of the old feed; written there while the old address still serves it',
    },
    'allow-private': {type: 'boolean', summary: 'let the servers be in a private network'},
    now: {type: 'string', value: 'TIME', summary: 'check what is due at TIME instead of now'},
  },
  load: async () => (await import('../runs/run-move.ts')).runMove,
}
