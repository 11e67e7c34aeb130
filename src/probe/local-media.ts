import {dirname, join} from 'node:path'
import type {MediaReference} from '../model/media.ts'
import {percentDecoded} from '../text/addresses/percent-decoded.ts'
import {findLocalFile, systemErrorCode} from './local-file.ts'
import {readMediaChapters} from './media-chapters.ts'
import {readMediaContent} from './media-content.ts'
import {describeMedia, type MediaPlaces, type MediaReading, notMedia} from './media-description.ts'
import type {MediaSource} from './media-source.ts'
import {problem} from './probe-problems.ts'
import {withRandomAccessFile} from './random-access-file.ts'

/** A media file below `folder`, with the facts that its bytes tell. Without `asset` there is nothing to publish. */
export async function readLocalMedia(
  folder: string,
  media: MediaReference,
  places: MediaPlaces,
): Promise<MediaReading> {
  const file = await findLocalFile(folder, media.location)
  if (!file.ok) {
    const {code, what, hint} = file.fault
    return {problems: [problem(code, places.name, `\`${media.location}\` ${what}`, hint)]}
  }
  try {
    return await withRandomAccessFile(file.path, async (reader) => {
      const content = await readMediaContent({reader, name: file.path, sibling: siblingsOf(folder, media.location)})
      if (!content.ok) return {problems: [notMedia(media, content.instead, places.name)]}
      const {problems, ...found} = describeMedia(media, content, reader.sizeInBytes, places)
      const asset =
        found.asset === undefined ? {} : {asset: {...found.asset, chapters: await readMediaChapters(reader)}}
      return {...asset, problems}
    })
  } catch (error) {
    const code = systemErrorCode(error)
    if (code === undefined) throw error
    return {problems: [problem('media-unreadable', places.name, `\`${media.location}\` cannot be read (${code})`)]}
  }
}

/** The files that a playlist names, relative to the playlist. Like the playlist, they must be below the show folder. */
function siblingsOf(folder: string, location: string): NonNullable<MediaSource['sibling']> {
  return async (uri, use) => {
    const path = uri.split(/[?#]/, 1)[0] ?? ''
    const isPath = !/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(path)
    const file = isPath ? await findLocalFile(folder, join(dirname(location), percentDecoded(path))) : undefined
    return file?.ok ? withRandomAccessFile(file.path, use) : undefined
  }
}
