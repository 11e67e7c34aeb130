import {mediaKindOfType} from '../file-kinds/all-kinds.ts'
import {extensionOf} from '../file-kinds/endings.ts'
import type {MediaKind} from '../file-kinds/media-kinds.ts'
import type {ContainerFacts} from './container-facts.ts'
import {readAdts} from './containers/adts-media.ts'
import {readAiff} from './containers/aiff-media.ts'
import {latin1} from './containers/big-endian.ts'
import {readFlac} from './containers/flac-media.ts'
import {hlsSignature, readHls} from './containers/hls-media.ts'
import {readMp3} from './containers/mp3/mp3-media.ts'
import {id3v2LengthInBytes} from './containers/mp3/mp3-tags.ts'
import {readMp4} from './containers/mp4/mp4-media.ts'
import {readOgg} from './containers/ogg-media.ts'
import {readWav} from './containers/wav-media.ts'
import {readWebm} from './containers/webm-media.ts'
import type {MediaSource} from './media-source.ts'
import type {RandomAccessReader} from './random-access-file.ts'

export type Container = {
  /** The names that `file-type` gives it, without parameters. */
  readonly detected: readonly string[]
  readonly read: (source: MediaSource) => Promise<ContainerFacts | undefined>
  readonly audio: string
  readonly video: string
}

/** The type of HLS has several names. RFC 8216 registers this one. */
const hls = 'application/vnd.apple.mpegurl'

export const containers: readonly Container[] = [
  {detected: ['audio/mpeg'], read: ({reader}) => readMp3(reader), audio: 'audio/mpeg', video: 'audio/mpeg'},
  {
    detected: ['video/mp4', 'audio/x-m4a', 'audio/mp4', 'video/x-m4v', 'audio/x-m4b'],
    read: ({reader}) => readMp4(reader),
    audio: 'audio/x-m4a',
    video: 'video/mp4',
  },
  {
    detected: ['video/quicktime'],
    read: ({reader}) => readMp4(reader),
    audio: 'video/quicktime',
    video: 'video/quicktime',
  },
  {detected: ['video/webm'], read: ({reader}) => readWebm(reader), audio: 'audio/webm', video: 'video/webm'},
  {
    detected: ['video/matroska', 'video/x-matroska'],
    read: ({reader}) => readWebm(reader),
    audio: 'audio/x-matroska',
    video: 'video/x-matroska',
  },
  {
    detected: ['audio/ogg', 'video/ogg', 'application/ogg'],
    read: ({reader}) => readOgg(reader),
    audio: 'audio/ogg',
    video: 'video/ogg',
  },
  {
    detected: ['audio/flac', 'audio/x-flac'],
    read: ({reader}) => readFlac(reader),
    audio: 'audio/flac',
    video: 'audio/flac',
  },
  {
    detected: ['audio/wav', 'audio/vnd.wave', 'audio/x-wav'],
    read: ({reader}) => readWav(reader),
    audio: 'audio/wav',
    video: 'audio/wav',
  },
  {detected: ['audio/aac'], read: ({reader}) => readAdts(reader), audio: 'audio/aac', video: 'audio/aac'},
  {detected: ['audio/aiff'], read: ({reader}) => readAiff(reader), audio: 'audio/aiff', video: 'audio/aiff'},
  {detected: [hls], read: readHls, audio: hls, video: hls},
]

export type MediaContent =
  | {readonly ok: true; readonly type: MediaKind; readonly facts: ContainerFacts}
  /** `instead` continues "it is ...". It is empty if we do not know what the file is. */
  | {readonly ok: false; readonly instead: string}

/** The type and the duration of a media file, by its bytes. Its name decides only between spellings of one type. */
export async function readMediaContent(
  source: MediaSource,
  rows: readonly Container[] = containers,
): Promise<MediaContent> {
  const {reader, name} = source
  const detected = (await detectedType(reader)) ?? 'audio/mpeg'
  const container = rows.find((row) => row.detected.includes(detected))
  if (container === undefined) return {ok: false, instead: `a file of type ${detected}`}
  const facts = await container.read(source)
  const type = facts === undefined ? undefined : mediaKindOfType(container[facts.kind])
  if (facts === undefined || type === undefined) return {ok: false, instead: await textInstead(reader)}
  // An MP4 with Apple's own extension is declared as Apple declares it.
  const isM4v = type.mimeType === 'video/mp4' && extensionOf(name) === '.m4v'
  return {ok: true, type: (isM4v ? mediaKindOfType('video/x-m4v') : undefined) ?? type, facts}
}

/** More than any signature has. `file-type` itself reads so many bytes. */
const signatureInBytes = 4100

/**
 * The type, by the first bytes after an ID3 tag: FLAC and AAC may have such a tag, too. If the type is unknown, the file is
 * no media, or it is an MP3 with junk before its first frame. Players skip such junk.
 */
async function detectedType(reader: RandomAccessReader): Promise<string | undefined> {
  const start = id3v2LengthInBytes(await reader.read(0, 10))
  const head = await reader.read(start, signatureInBytes)
  const [first, sixth] = [latin1(head, 0, 4), latin1(head, 8, 4)]
  // `file-type` knows neither WAV above 4 GiB nor playlists.
  if ((first === 'RF64' || first === 'BW64') && sixth === 'WAVE') return 'audio/wav'
  if (new TextDecoder().decode(head.subarray(0, 16)).startsWith(hlsSignature)) return hls
  // Loaded when we look into the first file: shows whose media lie on a server never need it.
  const {fileTypeFromBuffer} = await import('file-type')
  try {
    return (await fileTypeFromBuffer(head))?.mime.split(';', 1)[0]
  } catch {
    // `file-type` follows a damaged header to a wrong offset, and throws there.
    return undefined
  }
}

/** Two kinds of text often have the name of a media file. */
async function textInstead(reader: RandomAccessReader): Promise<string> {
  const head = new TextDecoder('latin1')
    .decode(await reader.read(0, 200))
    .trimStart()
    .toLowerCase()
  if (head.startsWith('version https://git-lfs'))
    return 'a Git LFS pointer, not the file it stands for (run `git lfs pull`)'
  if (/^(\.\.\/)*\.git\/annex\//.test(head) || head.startsWith('/annex/'))
    return 'a git-annex pointer (run `git annex get`)'
  return head.startsWith('<!doctype html') || head.startsWith('<html')
    ? 'a web page, probably an error page saved by a download'
    : ''
}
