import type {Authored, ValueKind} from '../tags/value-kind.ts'
import {booleanKind, isAbsent, text} from '../tags/value-kinds.ts'
import {duration, durationInMinutes} from '../tags/value-numbers.ts'
import {type FieldTable, row} from './fields.ts'
import {fileSizes, mediaFiles, picture} from './media-kinds.ts'
import {pictureList} from './picture-kinds.ts'

/** Read by the format it is in, once that is known (`chapters/`, `transcripts/`). */
function asWritten(name: string, jsonSchema: ValueKind<Authored>['jsonSchema']): ValueKind<Authored> {
  return {name, jsonSchema, read: (authored) => (isAbsent(authored) ? {absent: true} : {value: authored})}
}

/** The files that belong to an episode, and what may be said of them. */
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
      'episode.filename',
      'episode.url',
      'episode.audio',
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
      'The sound: a file of the show or a web address. Only needed where no file beside the episode has its name. The first is what apps download, the others are alternatives.',
    example: 'audio: 001-first-light.mp3',
  }),
  video: row({
    keys: ['video', 'video_file', 'video_hd_file', 'video_url'],
    kind: mediaFiles,
    joins: true,
    summary: 'The moving picture: a file, or the page of a hosted video.',
    example: 'video: 001-first-light.mp4',
  }),
  youtube: row({
    keys: ['youtube', 'youtube_url', 'youtube_link', 'youtube_id', 'video_id', 'vimeo', 'peertube'],
    kind: text(),
    summary: 'A hosted video: its address, or its id on YouTube.',
    example: 'youtube: https://youtu.be/abcdefghijk',
  }),
  alternate_video: row({
    keys: ['alternate_video', 'mix_media'],
    kind: booleanKind,
    summary: 'Whether RSS names the film beside the sound.',
    example: 'alternate_video: true',
    default: 'that of the show',
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
      'episode.size',
      'episode.length',
    ],
    kind: fileSizes,
    summary: 'Size of the media file in bytes. Only needed for a remote file that is never probed.',
    example: 'size: 50603073',
  }),
  duration: row({
    keys: ['duration', 'podcast_duration', 'duration_seconds', 'episode.duration', 'duration_in_seconds', 'runtime'],
    kind: duration,
    summary: 'How long it is. Only needed for a remote file that is never probed.',
    example: 'duration: 1:02:03',
  }),
  duration_minutes: row({
    keys: ['duration_minutes', 'duration_min'],
    kind: durationInMinutes,
    summary: 'The same in minutes.',
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
      'episode_cover',
      'cover',
      'artwork',
      'poster',
      'cover_image',
      'header_image',
      'social_background',
    ],
    kind: picture,
    summary: 'Cover art of the episode.',
    example: 'image: 001-first-light.jpg',
  }),
  images: row({
    keys: ['images', 'pictures'],
    kind: pictureList,
    summary:
      'Further pictures, each with what it is for (`banner`, `social`, `canvas`) and what is to be seen in it. The first of plain names is the cover where there is no `image`.',
    example: 'images: [{url: card.jpg, purpose: social, alt: A train in snow}]',
  }),
  chapters: row({
    keys: ['chapters', 'podcast_chapters', 'episode.chapters', 'chapters_json', 'chapter'],
    kind: asWritten('chapters', {type: ['array', 'object', 'string']}),
    summary: 'A list of `0:00 Title`, of maps with `start` and `title`, or a file.',
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
    kind: asWritten('file, web address, or a list of them', {type: ['array', 'object', 'string']}),
    summary: 'Transcripts that do not lie beside the episode under its name.',
    example: 'transcript: transcripts/one.vtt',
  }),
} as const satisfies FieldTable
