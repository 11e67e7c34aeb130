import {chapterFormatNames, convertChapters} from '../chapters/convert.ts'
import {formatPodcastChapters} from '../chapters/podcast-json.ts'
import {fileKinds} from '../file-kinds/all-kinds.ts'
import {present} from '../model/present.ts'
import type {Outcome} from '../model/problem.ts'
import {readMediaChapters} from '../probe/media-chapters.ts'
import {withRandomAccessFile} from '../probe/random-access-file.ts'
import {decodingProblems} from '../read/data/source-text.ts'
import {decodeText} from '../text/encoding.ts'
import {type NamedBytes, withProblems} from './transcript-tools.ts'

export {chapterFormatNames}

/** From which format to which. */
export type ChapterTarget = {
  /** Name of a format. Where it is absent, the text and the name of the file decide. */
  readonly from?: string
  /** Name of a format, or `description`: lines for the description of an episode on a platform. */
  readonly to: string
  /** How long the episode is. The last chapter ends there, in formats that give chapters an end. */
  readonly durationInSeconds?: number
}

/** A chapter file of any known format as text of another (`json psc vtt ffmetadata description ...`). */
export function convertChapterFile({bytes, name}: NamedBytes, options: ChapterTarget): Outcome<string> {
  const decoded = decodeText(bytes)
  const converted = convertChapters(decoded.text, {...options, ...present({file: name === '' ? undefined : name})})
  return withProblems(converted, decodingProblems(decoded, name))
}

/** Whether a file is audio or video by its name, and so may hold chapters. */
export function isMediaFile(path: string): boolean {
  return fileKinds.mediaOf(path) !== undefined
}

/** The chapters inside a media file (MP3, M4A, MP4, Ogg, FLAC, Matroska) as text of a format. */
export async function convertMediaChapters(
  path: string,
  options: Omit<ChapterTarget, 'from'>,
): Promise<Outcome<string>> {
  const chapters = await withRandomAccessFile(path, readMediaChapters)
  return convertChapters(formatPodcastChapters(chapters), {...options, from: 'json', file: path})
}
