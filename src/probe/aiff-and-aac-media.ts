import type {ContainerFacts} from './container-facts.ts'
import type {RandomAccessReader} from './random-access-file.ts'

/**
 * AIFF and bare AAC, by music-metadata. Containers with a reader of their own are those where it is wrong (MP3 with a stale
 * header, cut files, FLAC and WebM without a duration, fragmented MP4), tells too little (pictures) or reads the whole file (Ogg).
 */
export async function readByMusicMetadata(
  _reader: RandomAccessReader,
  path: string,
): Promise<ContainerFacts | undefined> {
  // Loaded on demand: most shows never need it, and it costs more to load than an MP3 to probe.
  const {parseFile} = await import('music-metadata')
  // What it throws is about the bytes, and those are the author's: the file is no media, we are not broken.
  const format = await parseFile(path, {duration: true, skipCovers: true}).then(
    (metadata) => metadata.format,
    () => undefined,
  )
  if (format === undefined) return undefined
  return {
    kind: format.hasVideo === true ? 'video' : 'audio',
    ...(format.duration === undefined || !(format.duration > 0) ? {} : {durationInSeconds: format.duration}),
  }
}
