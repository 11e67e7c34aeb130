import type {Command} from '../command.ts'

export const notifyCommand: Command = {
  name: 'notify',
  aliases: ['ping'],
  usage: '[OUTPUT]',
  summary:
    'Tells WebSub hubs, Podping (PODPING_TOKEN) and Podcast Index which feeds changed, once these are live. It tells nobody twice.',
  examples: [['castwright notify output', 'tell who asked to be told']],
  topic: 'telling-the-world',
  maxPositionals: 1,
  options: {
    to: {
      type: 'string',
      value: 'NAMES',
      summary: 'whom to tell: {known} (default: all of them)',
      known: async () => (await import('../../index.ts')).serviceNames,
    },
    wait: {
      type: 'string',
      value: 'SECONDS',
      summary: 'how long to wait for the live feed (default: {known})',
      known: async () => [String((await import('../runs/run-notify.ts')).usualWaitInSeconds)],
    },
    state: {
      type: 'string',
      value: 'FILE',
      summary: 'the file that remembers who was told of what (default: .castwright/notified.json)',
    },
    podping: {
      type: 'string',
      value: 'URL',
      summary: 'another Podping server (default: {known})',
      known: async () => [(await import('../../index.ts')).usualServices.podpingUrl],
    },
    podcastindex: {type: 'string', value: 'URL', summary: 'another address of Podcast Index'},
  },
  load: async () => (await import('../runs/run-notify.ts')).runNotify,
}
