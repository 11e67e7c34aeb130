import type {Command} from '../command.ts'

export const newCommand: Command = {
  name: 'new',
  aliases: ['episode'],
  usage: '[FILE]',
  summary:
    'Begins an episode: with the next number, date, guid, and the title from the tags of the media FILE. It overwrites nothing.',
  examples: [
    ['castwright new first-light.mp3', 'the next episode, with this recording'],
    ['castwright new --title "First light" --edit', 'without a recording yet, and open the text'],
  ],
  topic: 'a-folder-is-a-show',
  maxPositionals: 1,
  options: {
    show: {type: 'string', value: 'FOLDER', summary: 'the folder of the show (default: as for build)'},
    title: {type: 'string', value: 'TEXT', summary: 'its title (default: from the tags of FILE, or from its name)'},
    edit: {type: 'boolean', short: 'e', summary: 'open it in $VISUAL or $EDITOR'},
    now: {type: 'string', value: 'TIME', summary: 'date the episode on the day of TIME instead of today'},
  },
  load: async () => (await import('../runs/run-new.ts')).runNew,
}
