/** What the tags of a media file say (ID3, MP4, Vorbis comments, Matroska). Each value is there if it can be read. */
export type MediaTags = {
  readonly title?: string
  /** Podcasts write the name of the show here. */
  readonly album?: string
  readonly artist?: string
  /** A day in full: `2026-01-31`. */
  readonly day?: string
  /** The number of the track. */
  readonly track?: number
}

/** The tags of the file at `path`; an empty object if it has none. */
export async function mediaTags(path: string): Promise<MediaTags> {
  // Loaded here, because nothing else in Castwright needs the tags.
  const {parseFile} = await import('music-metadata')
  // The library throws if it cannot read the bytes. That is no fault of Castwright, so the file counts as one without tags.
  const common = await parseFile(path, {skipCovers: true}).then(
    (parsed) => parsed.common,
    () => undefined,
  )
  const [title, album, artist] = [common?.title, common?.album, common?.artist].map((text) => text?.trim())
  const day = /^\d{4}-\d\d-\d\d/.exec(common?.date ?? '')?.[0]
  const track = common?.track.no ?? undefined
  return {
    ...(title ? {title} : {}),
    ...(album ? {album} : {}),
    ...(artist ? {artist} : {}),
    ...(day === undefined ? {} : {day}),
    ...(track === undefined ? {} : {track}),
  }
}
