import type {Command} from '../command.ts'

export const themeCommand: Command = {
  name: 'theme',
  aliases: [],
  usage: 'export [FOLDER]',
  summary: 'Writes the templates of the pages into the folder theme/ of a show, as a start for your own.',
  examples: [
    ['castwright theme export --only episode', 'the template of the page of an episode, as theme/episode.liquid'],
  ],
  topic: 'theme',
  maxPositionals: 2,
  options: {
    only: {
      type: 'string',
      value: 'NAMES',
      summary: 'some of them, with commas: {known}',
      known: async () => (await import('../../index.ts')).templateNames,
    },
  },
  load: async () => (await import('../runs/run-theme.ts')).runTheme,
}
