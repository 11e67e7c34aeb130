import type {ChapterFormat} from './chapter-format.ts'
import {ffmetadata} from './ffmetadata.ts'
import {plainLines} from './plain-lines.ts'
import {podcastJson} from './podcast-json.ts'
import {podloveJson} from './podlove-json.ts'
import {podloveXml} from './podlove-xml.ts'
import {vorbisComments} from './vorbis-comments.ts'
import {webvttChapters} from './webvtt.ts'

/** Every chapter format, the surest signature first. To add one: its file, and a line here. */
export const chapterFormats: readonly ChapterFormat[] = [
  ffmetadata,
  webvttChapters,
  podcastJson,
  podloveJson,
  podloveXml,
  vorbisComments,
  plainLines,
]

export function chapterFormatNamed(name: string): ChapterFormat | undefined {
  return chapterFormats.find((format) => format.name === name)
}

/** Whether a file of this name holds chapters and nothing else, so that it may be taken for an episode's beside which it lies. */
export function isChapterFileName(fileName: string): boolean {
  return formatsByName(fileName).length > 0
}

/** The format of a chapter file: by what it holds, since `.txt` and `.json` say nothing, else by its name. */
export function detectChapterFormat(text: string, fileName = ''): ChapterFormat | undefined {
  const byName = formatsByName(fileName)
  return byName.find((format) => format.sniff(text)) ?? chapterFormats.find((format) => format.sniff(text)) ?? byName[0]
}

function formatsByName(fileName: string): readonly ChapterFormat[] {
  const lower = fileName.toLowerCase()
  return chapterFormats.filter((format) => format.extensions.some((extension) => lower.endsWith(extension)))
}
