import type {Command} from '../command.ts'

export const helpCommand: Command = {
  name: 'help',
  aliases: [],
  usage: '[TOPIC]',
  summary:
    'Prints a part of the guide, what a field or a tag means, or why a problem matters. castwright help topics lists the parts of the guide.',
  examples: [
    ['castwright help the-lock', 'a part of the guide'],
    ['castwright help timezone', 'a field'],
    ['castwright help guid-changed', 'a problem'],
  ],
  topic: 'a-folder-is-a-show',
  maxPositionals: 8,
  options: {},
  load: async () => (await import('../runs/run-help.ts')).runHelp,
}
