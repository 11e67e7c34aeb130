import type {FileKind, FileRole} from './file-kind.ts'

type Row = Pick<FileKind, 'name' | 'title' | 'extensions' | 'mimeType'> & Partial<FileKind>

function kind<R extends Row>(role: FileRole, row: R): FileKind & R {
  return {aliases: [], form: 'text', role, ...row}
}

/** What people say, read or shown. Which format a file of these is in, its content decides (`src/transcripts/all-formats.ts`). */
export const transcriptKinds = {
  vtt: kind('transcript', {
    name: 'vtt',
    title: 'WebVTT',
    extensions: ['.vtt', '.webvtt'],
    mimeType: 'text/vtt',
    isWritten: true,
  }),
  srt: kind('transcript', {
    name: 'srt',
    title: 'SubRip',
    extensions: ['.srt'],
    mimeType: 'application/x-subrip',
    aliases: ['application/srt', 'text/srt', 'application/subrip'],
    isWritten: true,
  }),
  sbv: kind('transcript', {name: 'sbv', title: 'SubViewer', extensions: ['.sbv'], mimeType: 'text/x-subviewer'}),
  json: kind('transcript', {
    name: 'json',
    title: 'JSON',
    extensions: ['.json'],
    mimeType: 'application/json',
    aliases: ['application/x-json'],
    form: 'data',
    isWritten: true,
  }),
  youTubeJson: kind('transcript', {
    name: 'json3',
    title: 'YouTube’s JSON',
    extensions: ['.json3'],
    mimeType: 'application/json',
    form: 'data',
  }),
  html: kind('transcript', {
    name: 'html',
    title: 'HTML',
    extensions: ['.html', '.htm'],
    mimeType: 'text/html',
    isWritten: true,
  }),
  text: kind('transcript', {
    name: 'text',
    title: 'plain text',
    extensions: ['.txt', '.text'],
    mimeType: 'text/plain',
    isWritten: true,
  }),
  tsv: kind('transcript', {
    name: 'tsv',
    title: 'text with tabs',
    extensions: ['.tsv'],
    mimeType: 'text/tab-separated-values',
  }),
  markdown: kind('transcript', {
    name: 'markdown-transcript',
    title: 'Markdown',
    extensions: ['.transcript.md', '.transcript.markdown'],
    mimeType: 'text/markdown',
  }),
} as const

export const chapterKinds = {
  json: kind('chapters', {
    name: 'chapters-json',
    title: 'chapters in JSON',
    extensions: ['.chapters.json'],
    mimeType: 'application/json+chapters',
    form: 'data',
  }),
  vtt: kind('chapters', {
    name: 'chapters-vtt',
    title: 'chapters in WebVTT',
    extensions: ['.chapters.vtt'],
    mimeType: 'text/vtt',
  }),
  text: kind('chapters', {
    name: 'chapters-text',
    title: 'chapters in lines',
    extensions: ['.chapters.txt'],
    mimeType: 'text/plain',
  }),
  markdown: kind('chapters', {
    name: 'chapters-markdown',
    title: 'chapters in lines of Markdown',
    extensions: ['.chapters.md'],
    mimeType: 'text/markdown',
  }),
  podlove: kind('chapters', {
    name: 'podlove-xml',
    title: 'Podlove Simple Chapters',
    extensions: ['.psc', '.chapters.xml'],
    mimeType: 'application/xml',
    aliases: ['text/xml'],
  }),
  ffmetadata: kind('chapters', {
    name: 'ffmetadata',
    title: 'FFmpeg metadata',
    extensions: ['.ffmetadata', '.ffmeta'],
    mimeType: 'text/plain',
  }),
} as const

/** What we read elsewhere than beside an episode. */
export const sourceKinds = {
  markdown: kind('episode', {
    name: 'markdown',
    title: 'Markdown',
    extensions: ['.md', '.markdown', '.mdx'],
    mimeType: 'text/markdown',
  }),
  yaml: kind('data', {name: 'yaml', title: 'YAML', extensions: ['.yaml', '.yml'], mimeType: 'application/yaml'}),
  toml: kind('data', {name: 'toml', title: 'TOML', extensions: ['.toml'], mimeType: 'application/toml'}),
} as const

/** What pages are made of beside themselves. */
export const pageKinds = {
  css: kind('output', {name: 'css', title: 'style sheet', extensions: ['.css'], mimeType: 'text/css'}),
  script: kind('output', {name: 'script', title: 'script', extensions: ['.js'], mimeType: 'text/javascript'}),
} as const
