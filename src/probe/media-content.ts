import {readByMusicMetadata} from './aiff-and-aac-media.ts'
import {latin1} from './big-endian.ts'
import type {ContainerFacts} from './container-facts.ts'
import {readFlac} from './flac-media.ts'
import {extensionOf, type MediaType, mediaTypeNamed} from './media-types.ts'
import {readMp3} from './mp3-media.ts'
import {readMp4} from './mp4-media.ts'
import {readOgg} from './ogg-media.ts'
import type {RandomAccessReader} from './random-access-file.ts'
import {readWav} from './wav-media.ts'
import {readWebm} from './webm-media.ts'

type Container = {
  /** What `file-type` calls it, parameters left off. */
  readonly detected: readonly string[]
  readonly read: (reader: RandomAccessReader, path: string) => Promise<ContainerFacts | undefined>
  readonly audio: string
  readonly video: string
}

const containers: readonly Container[] = [
  {detected: ['audio/mpeg'], read: readMp3, audio: 'audio/mpeg', video: 'audio/mpeg'},
  {
    detected: ['video/mp4', 'audio/x-m4a', 'audio/mp4', 'video/x-m4v', 'audio/x-m4b'],
    read: readMp4,
    audio: 'audio/x-m4a',
    video: 'video/mp4',
  },
  {detected: ['video/quicktime'], read: readMp4, audio: 'video/quicktime', video: 'video/quicktime'},
  {detected: ['video/webm'], read: readWebm, audio: 'audio/webm', video: 'video/webm'},
  {
    detected: ['video/matroska', 'video/x-matroska'],
    read: readWebm,
    audio: 'video/x-matroska',
    video: 'video/x-matroska',
  },
  {
    detected: ['audio/ogg', 'video/ogg', 'application/ogg'],
    read: readOgg,
    audio: 'audio/ogg',
    video: 'video/ogg',
  },
  {detected: ['audio/flac', 'audio/x-flac'], read: readFlac, audio: 'audio/flac', video: 'audio/flac'},
  {detected: ['audio/wav', 'audio/vnd.wave', 'audio/x-wav'], read: readWav, audio: 'audio/wav', video: 'audio/wav'},
  {detected: ['audio/aac'], read: readByMusicMetadata, audio: 'audio/aac', video: 'audio/aac'},
  {detected: ['audio/aiff'], read: readByMusicMetadata, audio: 'audio/aiff', video: 'audio/aiff'},
]

const byDetected = new Map(containers.flatMap((row) => row.detected.map((mimeType) => [mimeType, row])))

export type MediaContent =
  | {readonly ok: true; readonly type: MediaType; readonly facts: ContainerFacts}
  /** `instead` continues "it is ..."; empty if nobody knows. */
  | {readonly ok: false; readonly instead: string}

/** What a media file is and how long, by its bytes; its name decides only between spellings of one type. */
export async function readMediaContent(reader: RandomAccessReader, path: string): Promise<MediaContent> {
  const detected = (await detectedType(path)) ?? (await undetectedType(reader))
  const container = byDetected.get(detected)
  if (container === undefined) return {ok: false, instead: `a file of type ${detected}`}
  const facts = await container.read(reader, path)
  const type = facts === undefined ? undefined : mediaTypeNamed(container[facts.kind])
  if (facts === undefined || type === undefined) return {ok: false, instead: await textInstead(reader)}
  // An MP4 with Apple's own extension is declared as Apple declares it.
  const isM4v = type.mimeType === 'video/mp4' && extensionOf(path) === '.m4v'
  return {ok: true, type: (isM4v ? mediaTypeNamed('video/x-m4v') : undefined) ?? type, facts}
}

async function detectedType(path: string): Promise<string | undefined> {
  // Loaded with the first local file: shows whose media lie on a server never need it.
  const {fileTypeFromFile} = await import('file-type')
  try {
    return (await fileTypeFromFile(path))?.mime.split(';', 1)[0]
  } catch {
    // It reads on where a damaged header points, and throws there.
    return undefined
  }
}

/** Two forms that `file-type` does not know: WAV above 4 GiB, and MP3 with junk before the first frame, which players skip. */
async function undetectedType(reader: RandomAccessReader): Promise<string> {
  const name = latin1(await reader.read(0, 4))
  return name === 'RF64' || name === 'BW64' ? 'audio/wav' : 'audio/mpeg'
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
