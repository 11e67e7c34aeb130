import type {Command} from '../command.ts'

export const membersCommand: Command = {
  name: 'members',
  aliases: [],
  usage: '[FOLDER]',
  summary:
    'Prints the address that each member of a private feed subscribes to: a line each, with tabs between feed, member and address. Keep it out of logs that others can read.',
  examples: [['castwright members', 'a line for each member']],
  topic: 'feeds-for-members',
  maxPositionals: 1,
  options: {},
  load: async () => (await import('../runs/run-members.ts')).runMembers,
}
