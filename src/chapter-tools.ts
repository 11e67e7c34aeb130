import {type ConvertChaptersOptions, chapterFormatNames, convertChapters} from './chapters/convert.ts'
import {formatPodcastChapters} from './chapters/podcast-json.ts'
import {present} from './model/present.ts'
import type {Outcome} from './model/problem.ts'
import {readMediaChapters} from './probe/media-chapters.ts'
import {withRandomAccessFile} from './probe/random-access-file.ts'
import {decodeText} from './text/encoding.ts'
import type {NamedBytes} from './transcript-tools.ts'

export {chapterFormatNames}

type Target = Pick<ConvertChaptersOptions, 'from' | 'to' | 'durationInSeconds'>

/** A chapter file of any known format as text of another (`json psc vtt ffmetadata description ...`). */
export function convertChapterFile({bytes, name}: NamedBytes, options: Target): Outcome<string> {
  return convertChapters(decodeText(bytes).text, {...options, ...present({file: name === '' ? undefined : name})})
}

/** The chapters inside a media file (MP3, M4A, MP4, Ogg, FLAC, Matroska) as text of a format. */
export async function convertMediaChapters(path: string, options: Omit<Target, 'from'>): Promise<Outcome<string>> {
  const chapters = await withRandomAccessFile(path, readMediaChapters)
  return convertChapters(formatPodcastChapters(chapters), {...options, from: 'json'})
}
