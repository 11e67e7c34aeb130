import type {Command} from '../command.ts'

export const showCommand: Command = {
  name: 'show',
  aliases: [],
  usage: 'EPISODE [FOLDER]',
  summary:
    'Prints what an app shows of an episode (its file, or a part of the name): title, notes, chapters, artwork, limits.',
  examples: [['castwright show 012 --as apple', 'episode 12, as Apple Podcasts shows it']],
  topic: 'show-notes-in-apps',
  maxPositionals: 2,
  options: {
    as: {
      type: 'string',
      value: 'APP',
      summary: '{known} (default: apple)',
      known: async () => (await import('../../index.ts')).appNames,
    },
    now: {type: 'string', value: 'TIME', summary: 'the date of a draft that has none, instead of now'},
  },
  load: async () => (await import('../runs/run-show.ts')).runShow,
}
