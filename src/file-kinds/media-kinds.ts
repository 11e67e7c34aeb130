import type {FileKind} from './file-kind.ts'

/** Sound and film, as podcast apps write their types. */
export type MediaKind = FileKind & {
  readonly role: 'media'
  readonly kind: 'audio' | 'video'
  /**
   * Whether Apple Podcasts takes it as an enclosure. It goes by the extension in the URL and leaves other episodes out.
   * https://podcasters.apple.com/support/823-podcast-requirements
   */
  readonly isForApple: boolean
}

type Row = Pick<MediaKind, 'name' | 'title' | 'extensions' | 'mimeType'> &
  Partial<Pick<MediaKind, 'aliases' | 'isForApple' | 'refused'>>

function media(kind: MediaKind['kind'], row: Row): MediaKind {
  return {aliases: [], isForApple: false, role: 'media', form: 'bytes', kind, ...row}
}

/** Apple's recommendation first, then by how many apps play it: of several files beside an episode apps download the first. */
export const mediaKinds: readonly MediaKind[] = [
  media('audio', {
    name: 'mp3',
    title: 'MP3',
    extensions: ['.mp3'],
    mimeType: 'audio/mpeg',
    aliases: ['audio/mp3', 'audio/x-mp3', 'audio/mpeg3', 'audio/x-mpeg', 'audio/mpg'],
    isForApple: true,
  }),
  media('audio', {
    name: 'm4a',
    title: 'MPEG-4 (sound)',
    extensions: ['.m4a', '.m4b', '.mp4'],
    mimeType: 'audio/x-m4a',
    aliases: ['audio/mp4', 'audio/m4a', 'audio/x-mp4', 'audio/mp4a-latm', 'audio/x-m4b'],
    isForApple: true,
  }),
  media('audio', {
    name: 'aac',
    title: 'AAC',
    extensions: ['.aac'],
    mimeType: 'audio/aac',
    aliases: ['audio/aacp', 'audio/x-aac'],
  }),
  media('video', {
    name: 'mp4',
    title: 'MPEG-4 (film)',
    extensions: ['.mp4', '.m4v'],
    mimeType: 'video/mp4',
    aliases: ['video/mpeg4'],
    isForApple: true,
  }),
  media('video', {
    name: 'm4v',
    title: 'MPEG-4 as Apple names it',
    extensions: ['.m4v', '.mp4'],
    mimeType: 'video/x-m4v',
    aliases: ['video/m4v'],
    isForApple: true,
  }),
  media('video', {
    name: 'quicktime',
    title: 'QuickTime',
    extensions: ['.mov', '.qt'],
    mimeType: 'video/quicktime',
    aliases: ['video/mov'],
    isForApple: true,
  }),
  media('audio', {
    name: 'ogg',
    title: 'Ogg (sound)',
    extensions: ['.ogg', '.oga', '.opus'],
    mimeType: 'audio/ogg',
    aliases: ['audio/opus', 'audio/vorbis', 'application/ogg', 'audio/x-ogg', 'audio/x-opus+ogg'],
  }),
  media('video', {name: 'ogv', title: 'Ogg (film)', extensions: ['.ogv', '.ogg'], mimeType: 'video/ogg'}),
  media('video', {name: 'webm', title: 'WebM (film)', extensions: ['.webm'], mimeType: 'video/webm'}),
  media('audio', {name: 'weba', title: 'WebM (sound)', extensions: ['.webm', '.weba'], mimeType: 'audio/webm'}),
  media('video', {
    name: 'mkv',
    title: 'Matroska (film)',
    extensions: ['.mkv'],
    mimeType: 'video/x-matroska',
    aliases: ['video/matroska'],
  }),
  media('audio', {
    name: 'mka',
    title: 'Matroska (sound)',
    extensions: ['.mka'],
    mimeType: 'audio/x-matroska',
    aliases: ['audio/matroska'],
  }),
  media('audio', {
    name: 'flac',
    title: 'FLAC',
    extensions: ['.flac'],
    mimeType: 'audio/flac',
    aliases: ['audio/x-flac'],
  }),
  media('audio', {
    name: 'wav',
    title: 'WAV',
    extensions: ['.wav', '.wave'],
    mimeType: 'audio/wav',
    aliases: ['audio/x-wav', 'audio/wave', 'audio/vnd.wave'],
  }),
  media('audio', {
    name: 'aiff',
    title: 'AIFF',
    extensions: ['.aiff', '.aif'],
    mimeType: 'audio/aiff',
    aliases: ['audio/x-aiff'],
  }),
  media('video', {
    name: 'hls',
    title: 'HLS playlist',
    extensions: ['.m3u8'],
    // The one of its names that RFC 8216 registers.
    mimeType: 'application/vnd.apple.mpegurl',
    aliases: ['application/x-mpegurl', 'audio/mpegurl', 'audio/x-mpegurl'],
  }),
]

const noApp = 'no podcast app plays it'

/** Media that recorders and editors make, and nothing that listeners use can play. */
export const refusedMediaKinds: readonly MediaKind[] = [
  media('audio', {
    name: 'wma',
    title: 'Windows Media',
    extensions: ['.wma'],
    mimeType: 'audio/x-ms-wma',
    refused: noApp,
  }),
  media('audio', {name: 'amr', title: 'AMR', extensions: ['.amr'], mimeType: 'audio/amr', refused: noApp}),
  media('audio', {name: 'caf', title: 'Core Audio', extensions: ['.caf'], mimeType: 'audio/x-caf', refused: noApp}),
  media('audio', {name: 'ac3', title: 'Dolby Digital', extensions: ['.ac3'], mimeType: 'audio/ac3', refused: noApp}),
  media('video', {
    name: 'wmv',
    title: 'Windows Media',
    extensions: ['.wmv'],
    mimeType: 'video/x-ms-wmv',
    refused: noApp,
  }),
  media('video', {name: 'avi', title: 'AVI', extensions: ['.avi'], mimeType: 'video/x-msvideo', refused: noApp}),
  media('video', {name: 'flv', title: 'Flash', extensions: ['.flv'], mimeType: 'video/x-flv', refused: noApp}),
  media('video', {
    name: 'mpeg',
    title: 'MPEG-2',
    extensions: ['.mpg', '.mpeg'],
    mimeType: 'video/mpeg',
    refused: noApp,
  }),
  media('video', {name: '3gp', title: '3GPP', extensions: ['.3gp'], mimeType: 'video/3gpp', refused: noApp}),
]
