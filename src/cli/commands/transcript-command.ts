import type {Command} from '../command.ts'

export const transcriptCommand: Command = {
  name: 'transcript',
  aliases: [],
  usage: 'convert|align FILE…',
  summary: 'Converts a transcript, or gives an edited TEXT the times of CAPTIONS. A FILE of - is standard input.',
  examples: [
    ['castwright transcript convert talk.srt --to vtt > talk.vtt', 'another format'],
    ['castwright transcript align talk.md talk.srt --to vtt > talk.vtt', 'an edited text with the times of captions'],
  ],
  topic: 'transcripts',
  maxPositionals: 3,
  options: {
    to: {
      type: 'string',
      value: 'FORMAT',
      summary: '{known} (default: vtt)',
      known: async () => (await import('../../index.ts')).transcriptFormatNames.written,
    },
    from: {
      type: 'string',
      value: 'FORMAT',
      summary: 'the format of FILE, where its content does not tell: {known}',
      known: async () => (await import('../../index.ts')).transcriptFormatNames.read,
    },
  },
  load: async () => (await import('../runs/run-transcript.ts')).runTranscript,
}
