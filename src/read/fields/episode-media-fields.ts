import type {Authored, ValueKind} from '../../tags/kinds/value-kind.ts'
import {booleanKind, isAbsent, oneOf, text} from '../../tags/kinds/value-kinds.ts'
import {duration, durationInMinutes} from '../../tags/kinds/value-numbers.ts'
import {parseHostedVideo, type VideoPage} from '../../text/addresses/hosted-video.ts'
import {type FieldTable, row} from './field-table.ts'
import {fileSizes, mediaFiles, picture} from './media-kinds.ts'
import {pictureList} from './picture-kinds.ts'
import {transcriptList} from './transcript-kinds.ts'

/** The value is kept as it is written. `chapters/` reads it when its format is known. */
function asWritten(name: string, jsonSchema: ValueKind<Authored>['jsonSchema']): ValueKind<Authored> {
  return {name, jsonSchema, read: (authored) => (isAbsent(authored) ? {absent: true} : {value: authored})}
}

/** The video that the author names, by the address of its page or by its id at YouTube. */
export function hostedVideoOf(written: unknown): VideoPage | undefined {
  if (typeof written !== 'string') return undefined
  return parseHostedVideo(/^[\w-]{11}$/.test(written) ? `https://www.youtube.com/watch?v=${written}` : written)
}

/** A size in megabytes and a length in minutes are rounded, so they may differ a little from the value in bytes or seconds. */
function isNearlySame(one: unknown, other: unknown, share: number): boolean {
  return typeof one === 'number' && typeof other === 'number' && Math.abs(one - other) <= share * Math.max(one, other)
}

/** The fields for the files that belong to an episode, and for facts about these files. */
export const episodeMediaFields = {
  audio: row({
    keys: [
      'media_override',
      'audio',
      'podcast_file',
      'file',
      'audio_url',
      'audio_file',
      'enclosure',
      'podcast_link',
      'podcast.mp3',
      'podcast.file',
      'podcast.audio',
      'podcast.m4a',
      'podcast.ogg',
      'podcast.opus',
      'episode.filename',
      'episode.url',
      'episode.audio',
      'episode.file',
      'episode.mp3',
      'filename',
      'asset_url',
      'mp3_url',
      'mp3',
      'm4a',
      'podcast_alt_file',
      'podcast_ogg_file',
      'ogg',
    ],
    kind: mediaFiles,
    joins: true,
    summary:
      'The sound: a file of the show, or a web address. It is only needed if no media file beside the episode has the same name. Apps download the first file. The others are alternatives.',
    example: 'audio: 001-first-light.mp3',
  }),
  video: row({
    keys: ['video', 'video_file', 'video_hd_file', 'video_url'],
    kind: mediaFiles,
    joins: true,
    summary: 'The film: a file, or the page of a hosted video.',
    example: 'video: 001-first-light.mp4',
  }),
  youtube: row({
    keys: ['youtube', 'youtube_url', 'youtube_link', 'youtube_id', 'video_id', 'vimeo', 'peertube'],
    kind: text(),
    agree: (one, other) => hostedVideoOf(one)?.pageUrl === hostedVideoOf(other)?.pageUrl,
    summary: 'A hosted video: its address, or its id on YouTube.',
    example: 'youtube: https://youtu.be/abcdefghijk',
  }),
  alternate_video: row({
    keys: ['alternate_video', 'mix_media'],
    kind: booleanKind,
    summary: 'Whether RSS names the film in addition to the sound.',
    example: 'alternate_video: true',
    default: 'the value of the show',
  }),
  size: row({
    keys: [
      'size',
      'length',
      'bytes',
      'podcast_bytes',
      'podcast_length',
      'podcast_file_size',
      'filesize',
      'byte_size',
      'enclosure_length',
      'podcast.size',
      'podcast.length',
      'podcast.bytes',
      'podcast.filesize',
      'episode.size',
      'episode.length',
    ],
    kind: fileSizes,
    agree: (one, other) => isNearlySame(one, other, 0.05),
    summary: 'The size of the media file in bytes. It is only needed for a file on a server that is never probed.',
    example: 'size: 50603073',
  }),
  duration: row({
    keys: [
      'duration',
      'podcast_duration',
      'duration_seconds',
      'episode.duration',
      'podcast.duration',
      'duration_in_seconds',
      'runtime',
    ],
    kind: duration,
    agree: (one, other) => isNearlySame(one, other, 0.05),
    summary: 'How long the sound or the film is. It is only needed for a file on a server that is never probed.',
    example: 'duration: 1:02:03',
  }),
  duration_minutes: row({
    keys: ['duration_minutes', 'duration_min'],
    kind: durationInMinutes,
    summary: 'The duration in minutes.',
    example: 'duration_minutes: 62',
  }),
  image: row({
    keys: [
      'image',
      'thumbnail',
      'image_url',
      'image_href',
      'episode_image',
      'episode.image',
      'podcast.image',
      'episode_cover',
      'cover',
      'artwork',
      'poster',
      'cover_image',
      'header_image',
      'social_background',
    ],
    kind: picture,
    mayDiffer: true,
    summary: 'The cover art of the episode.',
    example: 'image: 001-first-light.jpg',
  }),
  images: row({
    keys: ['images', 'pictures'],
    kind: pictureList,
    joins: true,
    summary:
      'Further pictures. Each has a `purpose` (`banner`, `social`, `canvas`) and an `alt` text, which says what the picture shows. If there is no `image`, the first picture that is only a name is the cover.',
    example: 'images: [{url: card.jpg, purpose: social, alt: A train in snow}]',
  }),
  chapters: row({
    keys: ['chapters', 'podcast_chapters', 'episode.chapters', 'chapters_json', 'chapter'],
    kind: asWritten('chapters', {type: ['array', 'object', 'string']}),
    summary: 'A list of lines `0:00 Title`, a list of maps with `start` and `title`, or a file.',
    example: 'chapters: ["0:00 Welcome", "2:10 The timetable"]',
  }),
  transcript: row({
    keys: [
      'transcript',
      'transcripts',
      'episode.transcript',
      'podcast_transcript',
      'transcript_file',
      'transcript_url',
    ],
    kind: transcriptList,
    joins: true,
    summary: 'Transcripts that are not beside the episode, or that have another name.',
    example: 'transcript: transcripts/one.vtt',
  }),
  body: row({
    keys: ['body'],
    kind: oneOf(['transcript', 'notes']),
    summary:
      'What the text below the front matter is. `transcript`: all of it was said in the episode. `notes`: nothing of it was said.',
    example: 'body: transcript',
    default: '`notes`, except for an interview, and for the text below a heading `## Transcript`',
  }),
} as const satisfies FieldTable
