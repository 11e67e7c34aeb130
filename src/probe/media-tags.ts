/** The title in the tags of a media file (ID3, MP4, Vorbis comments, Matroska); none if there is none that can be read. */
export async function mediaTitle(path: string): Promise<string | undefined> {
  // Loaded for this alone: nothing else in Castwright needs what is in tags.
  const {parseFile} = await import('music-metadata')
  // What it throws is about the bytes, and those are the author's.
  const title = await parseFile(path, {skipCovers: true}).then(
    ({common}) => common.title?.trim(),
    () => undefined,
  )
  return title === '' ? undefined : title
}
