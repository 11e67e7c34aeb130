/** A media type as podcast apps write it, and the file names that go with it. */
export type MediaType = {
  readonly mimeType: string
  /** The first is the one to recommend. */
  readonly extensions: readonly [`.${string}`, ...`.${string}`[]]
  /**
   * Whether Apple Podcasts takes it as an enclosure. It goes by the extension in the URL and leaves other episodes out.
   * https://podcasters.apple.com/support/823-podcast-requirements
   */
  readonly isForApple: boolean
  /** Other spellings in real feeds and front matter. */
  readonly aliases: readonly string[]
}

export const mediaTypes: readonly MediaType[] = [
  {
    mimeType: 'audio/mpeg',
    extensions: ['.mp3'],
    isForApple: true,
    aliases: ['audio/mp3', 'audio/x-mp3', 'audio/mpeg3', 'audio/x-mpeg', 'audio/mpg'],
  },
  {
    mimeType: 'audio/x-m4a',
    extensions: ['.m4a', '.m4b', '.mp4'],
    isForApple: true,
    aliases: ['audio/mp4', 'audio/m4a', 'audio/x-mp4', 'audio/mp4a-latm', 'audio/x-m4b'],
  },
  {mimeType: 'video/mp4', extensions: ['.mp4', '.m4v'], isForApple: true, aliases: ['video/mpeg4']},
  {mimeType: 'video/x-m4v', extensions: ['.m4v', '.mp4'], isForApple: true, aliases: ['video/m4v']},
  {mimeType: 'video/quicktime', extensions: ['.mov', '.qt'], isForApple: true, aliases: ['video/mov']},
  {
    mimeType: 'audio/ogg',
    extensions: ['.ogg', '.oga', '.opus'],
    isForApple: false,
    aliases: ['audio/opus', 'audio/vorbis', 'application/ogg', 'audio/x-ogg', 'audio/x-opus+ogg'],
  },
  {mimeType: 'video/ogg', extensions: ['.ogv', '.ogg'], isForApple: false, aliases: []},
  {mimeType: 'audio/webm', extensions: ['.webm', '.weba'], isForApple: false, aliases: []},
  {mimeType: 'video/webm', extensions: ['.webm'], isForApple: false, aliases: []},
  {mimeType: 'audio/flac', extensions: ['.flac'], isForApple: false, aliases: ['audio/x-flac']},
  {
    mimeType: 'audio/wav',
    extensions: ['.wav', '.wave'],
    isForApple: false,
    aliases: ['audio/x-wav', 'audio/wave', 'audio/vnd.wave'],
  },
  {mimeType: 'audio/aac', extensions: ['.aac'], isForApple: false, aliases: ['audio/aacp', 'audio/x-aac']},
  {mimeType: 'audio/aiff', extensions: ['.aiff', '.aif'], isForApple: false, aliases: ['audio/x-aiff']},
  {mimeType: 'audio/x-matroska', extensions: ['.mka'], isForApple: false, aliases: ['audio/matroska']},
  {mimeType: 'video/x-matroska', extensions: ['.mkv'], isForApple: false, aliases: ['video/matroska']},
  {
    mimeType: 'application/vnd.apple.mpegurl',
    extensions: ['.m3u8'],
    isForApple: false,
    aliases: ['application/x-mpegurl', 'audio/mpegurl', 'audio/x-mpegurl'],
  },
]

const bySpelling = new Map(mediaTypes.flatMap((type) => [type.mimeType, ...type.aliases].map((name) => [name, type])))

/** The row for a MIME type in any spelling, with or without parameters. */
export function mediaTypeNamed(mimeType: string): MediaType | undefined {
  const [name = ''] = mimeType.split(';', 1)
  return bySpelling.get(name.trim().toLowerCase())
}

/** The row that a file name stands for; of two (`.mp4`, `.webm`) the one of `kind`. */
export function mediaTypeOfExtension(extension: string, kind: 'audio' | 'video'): MediaType | undefined {
  const rows = mediaTypes.filter((type) => type.extensions.some((each) => each === extension))
  return rows.find((type) => type.extensions[0] === extension && type.mimeType.startsWith(kind)) ?? rows[0]
}

/** `.mp3` of a path or URL, in lower case; empty if there is none. A query or fragment is no part of the name. */
export function extensionOf(location: string): string {
  const [path = ''] = location.split(/[?#]/, 1)
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return dot < 1 ? '' : name.slice(dot).toLowerCase()
}
