import {readAdts} from './adts-media.ts'
import {readAiff} from './aiff-media.ts'
import {latin1} from './big-endian.ts'
import type {ContainerFacts} from './container-facts.ts'
import {readFlac} from './flac-media.ts'
import {hlsSignature, readHls} from './hls-media.ts'
import type {MediaSource} from './media-source.ts'
import {extensionOf, type MediaType, mediaTypeNamed} from './media-types.ts'
import {readMp3} from './mp3-media.ts'
import {id3v2LengthInBytes} from './mp3-tags.ts'
import {readMp4} from './mp4-media.ts'
import {readOgg} from './ogg-media.ts'
import type {RandomAccessReader} from './random-access-file.ts'
import {readWav} from './wav-media.ts'
import {readWebm} from './webm-media.ts'

type Container = {
  /** What `file-type` calls it, parameters left off. */
  readonly detected: readonly string[]
  readonly read: (source: MediaSource) => Promise<ContainerFacts | undefined>
  readonly audio: string
  readonly video: string
}

/** The one of its names that RFC 8216 registers. */
const hls = 'application/vnd.apple.mpegurl'

const containers: readonly Container[] = [
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

const byDetected = new Map(containers.flatMap((row) => row.detected.map((mimeType) => [mimeType, row])))

export type MediaContent =
  | {readonly ok: true; readonly type: MediaType; readonly facts: ContainerFacts}
  /** `instead` continues "it is ..."; empty if nobody knows. */
  | {readonly ok: false; readonly instead: string}

/** What a media file is and how long, by its bytes; its name decides only between spellings of one type. */
export async function readMediaContent(source: MediaSource): Promise<MediaContent> {
  const {reader, name} = source
  const detected = (await detectedType(reader)) ?? 'audio/mpeg'
  const container = byDetected.get(detected)
  if (container === undefined) return {ok: false, instead: `a file of type ${detected}`}
  const facts = await container.read(source)
  const type = facts === undefined ? undefined : mediaTypeNamed(container[facts.kind])
  if (facts === undefined || type === undefined) return {ok: false, instead: await textInstead(reader)}
  // An MP4 with Apple's own extension is declared as Apple declares it.
  const isM4v = type.mimeType === 'video/mp4' && extensionOf(name) === '.m4v'
  return {ok: true, type: (isM4v ? mediaTypeNamed('video/x-m4v') : undefined) ?? type, facts}
}

/** More than any signature; what `file-type` asks for itself. */
const signatureInBytes = 4100

/**
 * By the first bytes that are no ID3 tag, which stands before FLAC and AAC as well. Unknown: an MP3 with junk before its
 * first frame, which players skip, or no media.
 */
async function detectedType(reader: RandomAccessReader): Promise<string | undefined> {
  const start = id3v2LengthInBytes(await reader.read(0, 10))
  const head = await reader.read(start, signatureInBytes)
  const [first, sixth] = [latin1(head, 0, 4), latin1(head, 8, 4)]
  // WAV above 4 GiB, and playlists: `file-type` knows neither.
  if ((first === 'RF64' || first === 'BW64') && sixth === 'WAVE') return 'audio/wav'
  if (new TextDecoder().decode(head.subarray(0, 16)).startsWith(hlsSignature)) return hls
  // Loaded with the first file that is looked into: shows whose media lie on a server never need it.
  const {fileTypeFromBuffer} = await import('file-type')
  try {
    return (await fileTypeFromBuffer(head))?.mime.split(';', 1)[0]
  } catch {
    // It reads on where a damaged header points, and throws there.
    return undefined
  }
}

/** Two kinds of text are often found under a media file's name. */
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
