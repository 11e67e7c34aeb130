import type {Command} from '../command.ts'
import {problemFormats} from './problem-options.ts'

export const probeCommand: Command = {
  name: 'probe',
  aliases: [],
  usage: '[FOLDER]',
  summary: 'Asks the servers of media about size, type, duration and chapters, and keeps the answers in the lock.',
  examples: [['castwright probe', 'ask the servers of all media that the lock does not know']],
  topic: 'media-on-a-server',
  maxPositionals: 1,
  otherFormats: problemFormats,
  options: {
    accept: {
      type: 'string',
      isList: true,
      value: 'CODE:SLUG',
      summary: 'accept that a published file has changed: media-bytes-changed:SLUG; several with commas between them',
    },
    now: {type: 'string', value: 'TIME', summary: 'the day that is written beside the facts, instead of today'},
  },
  load: async () => (await import('../runs/run-probe.ts')).runProbe,
}
