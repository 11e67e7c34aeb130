import {endingsOf} from '../file-kinds/endings.ts'
import type {ChapterFormat} from './chapter-format.ts'
import {ffmetadata} from './ffmetadata.ts'
import {labelTrack} from './label-track.ts'
import {plainLines} from './plain-lines.ts'
import {podcastJsonChapters} from './podcast-json.ts'
import {podloveJsonChapters} from './podlove-json.ts'
import {podloveXml} from './podlove-xml.ts'
import {vorbisComments} from './vorbis-comments.ts'
import {webvttChapters} from './webvtt.ts'

/** Every chapter format. The format with the surest signature comes first. */
export const chapterFormats: readonly ChapterFormat[] = [
  ffmetadata,
  webvttChapters,
  podcastJsonChapters,
  podloveJsonChapters,
  podloveXml,
  vorbisComments,
  labelTrack,
  plainLines,
]

export function chapterFormatNamed(name: string): ChapterFormat | undefined {
  return chapterFormats.find((format) => format.name === name)
}

/** Finds the format of a chapter file by what the file holds, because `.txt` and `.json` say nothing, else by its name. */
export function detectChapterFormat(
  text: string,
  fileName = '',
  formats: readonly ChapterFormat[] = chapterFormats,
): ChapterFormat | undefined {
  const byName = formatsNamed(fileName, formats)
  return byName.find((format) => format.sniff(text)) ?? formats.find((format) => format.sniff(text)) ?? byName[0]
}

function formatsNamed(fileName: string, formats: readonly ChapterFormat[]): readonly ChapterFormat[] {
  const endings = endingsOf(fileName)
  return formats.filter(({file}) => file.extensions.some((extension) => endings.includes(extension)))
}
