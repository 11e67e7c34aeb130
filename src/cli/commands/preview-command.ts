import type {Command} from '../command.ts'

export const previewCommand: Command = {
  name: 'preview',
  aliases: ['serve', 'dev'],
  usage: '[FOLDER]',
  summary:
    'Shows the show in FOLDER in the browser while you write: drafts, problems and what apps will show. It writes nothing, and is no server for listeners.',
  examples: [
    ['castwright preview', 'the show of this folder, at http://localhost:4321/'],
    ['castwright preview --host', 'for a phone as well, with a QR code'],
  ],
  topic: 'look-while-you-write',
  maxPositionals: 1,
  options: {
    port: {type: 'string', short: 'p', value: 'PORT', summary: 'the first port to try (default: 4321)'},
    host: {
      type: 'boolean',
      summary: 'open it to the network, for a phone; everybody in the network then sees drafts as well',
    },
    now: {type: 'string', value: 'TIME', summary: 'show what is published at TIME instead of now'},
  },
  runsUntilStopped: true,
  load: async () => (await import('../runs/run-preview.ts')).runPreview,
}
