import type {Command} from '../command.ts'

export const nextCommand: Command = {
  name: 'next',
  aliases: [],
  usage: '[FOLDER]',
  summary:
    'Says when the next episode is due, and exits with 3 if none is waiting. --format cron is a line for a scheduler (UTC), --format ics a calendar.',
  examples: [
    ['castwright next', 'when the next episode is due'],
    ['castwright next --wait 600', 'wait up to ten minutes for it'],
  ],
  topic: 'in-ci',
  maxPositionals: 1,
  otherFormats: ['cron', 'ics'],
  options: {
    wait: {
      type: 'string',
      value: 'SECONDS',
      summary: 'if the next episode is due within SECONDS, wait until then: for a job that runs too early',
    },
    now: {type: 'string', value: 'TIME', summary: 'ask as of TIME instead of now'},
  },
  load: async () => (await import('../runs/run-next.ts')).runNext,
}
