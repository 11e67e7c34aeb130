import type {Command} from '../command.ts'

export const chaptersCommand: Command = {
  name: 'chapters',
  aliases: [],
  usage: 'FILE',
  summary: 'Converts chapters; FILE may be a chapter file, a media file, or - for standard input.',
  examples: [['castwright chapters talk.mp3 --to json', 'the chapters inside a recording, as a chapter file']],
  topic: 'chapters',
  maxPositionals: 1,
  options: {
    to: {
      type: 'string',
      value: 'FORMAT',
      summary: '{known} (default: json)',
      known: async () => (await import('../../index.ts')).chapterFormatNames.written,
    },
    from: {
      type: 'string',
      value: 'FORMAT',
      summary: 'the format of FILE, where its content does not tell: {known}',
      known: async () => (await import('../../index.ts')).chapterFormatNames.read,
    },
  },
  load: async () => (await import('../runs/run-chapters.ts')).runChapters,
}
