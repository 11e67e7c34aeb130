import type {Chapter} from '../../model/chapter.ts'
import type {MediaFacts, MediaReference} from '../../model/media.ts'
import {present} from '../../model/present.ts'
import {hasErrors, type Problem} from '../../model/problem.ts'
import {readMediaChapters} from '../media-chapters.ts'
import {readMediaContent} from '../media-content.ts'
import {describeMedia, type MediaPlaces, notMedia} from '../media-description.ts'
import type {RandomAccessReader} from '../random-access-file.ts'
import {contentRange} from './content-range.ts'
import type {HttpAnswer} from './http-client.ts'
import {type Connection, openAddress} from './open-address.ts'
import {blockInBytes, partOfAnswer, rangedFile} from './ranged-file.ts'
import {faultOf, type RemoteFault, remoteFailure} from './remote-fault.ts'
import {problem} from './remote-problems.ts'
import {withStreamedFile} from './streamed-file.ts'
import {type CountedReader, thriftyReader} from './thrifty-reader.ts'

/** What the server told an earlier probe. With it we ask whether the file is still the same. */
export type Validators = {readonly sizeInBytes: number; readonly etag?: string; readonly lastModified?: string}

export type ProbedFacts = {
  readonly kind: MediaReference['kind']
  readonly facts: MediaFacts
  readonly chapters: readonly Chapter[]
  readonly etag?: string
  readonly lastModified?: string
}

export type RemoteProbe = {
  /** `unchanged`: the server says that the file is still the same, and nothing was read. */
  readonly status: 'probed' | 'unchanged' | 'failed'
  readonly found?: ProbedFacts
  readonly problems: readonly Problem[]
}

/** Chapters lie in the head or in the index. Pictures beside them may make it large. */
const mostBytesForChapters = 1 << 17

/**
 * Facts of a media file on a server, from as few of its bytes as its container allows. With `known`, one conditional request tells
 * whether the known facts still hold. A network fault becomes a problem at the place where the author named the file.
 */
export async function probeRemoteMedia(
  connection: Connection,
  media: MediaReference,
  places: MediaPlaces,
  known?: Validators,
): Promise<RemoteProbe> {
  try {
    return await openAddress(connection, new URL(media.location), openingHeaders(known), (answer) =>
      takeAnswer(connection, answer, media, places, known),
    )
  } catch (error) {
    const fault = faultOf(error)
    if (fault === undefined) throw error
    return {status: 'failed', problems: [faultProblem(media, fault, places)]}
  }
}

function openingHeaders(known: Validators | undefined): Readonly<Record<string, string>> {
  const {etag, lastModified} = known ?? {}
  return {
    // No statistics count so few bytes as a download: a minute of sound has ten times as much.
    range: `bytes=0-${blockInBytes - 1}`,
    ...present({'if-none-match': etag, 'if-modified-since': etag === undefined ? lastModified : undefined}),
  }
}

async function takeAnswer(
  connection: Connection,
  answer: HttpAnswer,
  media: MediaReference,
  places: MediaPlaces,
  known: Validators | undefined,
): Promise<RemoteProbe> {
  const {totalInBytes} = contentRange(answer)
  if (answer.status === 304 || (known !== undefined && isSame(answer, totalInBytes, known))) {
    answer.discard()
    return {status: 'unchanged', problems: []}
  }
  if (totalInBytes === 0) {
    answer.discard()
    throw remoteFailure({code: 'media-empty', what: 'is empty (0 bytes)', hint: 'Upload it again'})
  }
  const encoding = answer.headers['content-encoding']
  if (encoding !== undefined && encoding !== 'identity') {
    answer.discard()
    const what = `is sent compressed (${encoding}), so its length is not that of the file and no part of it can be asked for`
    throw remoteFailure({code: 'media-length-wrong', what, hint: 'Turn compression off for media on the server'})
  }
  const inspectIt = (reader: CountedReader) => inspect(connection, reader, answer, media, places)
  if (answer.status === 206 && totalInBytes !== undefined) {
    const head = await partOfAnswer(answer, 0, Math.min(blockInBytes, totalInBytes), totalInBytes)
    const address = new URL(media.location)
    return inspectIt(rangedFile({connection, address, target: answer.url, sizeInBytes: totalInBytes, head}))
  }
  if (answer.status === 206) {
    // The answer is a part, and it does not say how large the whole file is.
    answer.discard()
    return openAddress(connection, answer.url, {}, (whole) => streamed(whole, media, places, inspectIt))
  }
  return streamed(answer, media, places, inspectIt)
}

async function streamed(
  answer: HttpAnswer,
  media: MediaReference,
  places: MediaPlaces,
  inspectIt: (reader: CountedReader) => Promise<RemoteProbe>,
): Promise<RemoteProbe> {
  return withStreamedFile(answer, contentRange(answer).totalInBytes, async (reader, fault) => {
    const probe = await inspectIt(reader)
    const wrong = fault()
    if (wrong !== undefined) return {status: 'failed', problems: [faultProblem(media, wrong, places)]}
    const message = `${media.location} is sent whole whatever part is asked for: Apple Podcasts asks for byte ranges, and nobody can seek in it`
    const hint = 'Turn byte ranges on at the server, or host the file elsewhere'
    return {...probe, problems: [...probe.problems, problem('media-without-ranges', places.name, message, hint)]}
  })
}

/** Compares validators in the weak sense, because a proxy may have compressed or split what it passed on. */
function isSame({headers, status}: HttpAnswer, totalInBytes: number | undefined, known: Validators): boolean {
  const hasSameSize = totalInBytes !== undefined && totalInBytes === known.sizeInBytes
  if (!hasSameSize || status === 416) return false
  const plain = (etag: string | undefined) => etag?.replace(/^W\//, '')
  if (headers.etag !== undefined && plain(headers.etag) === plain(known.etag)) return true
  // A server may be several machines, and each may give the file its own ETag.
  return (
    headers['last-modified'] === known.lastModified && (known.lastModified !== undefined || known.etag === undefined)
  )
}

async function inspect(
  connection: Connection,
  reader: CountedReader,
  {headers, url}: HttpAnswer,
  media: MediaReference,
  places: MediaPlaces,
): Promise<RemoteProbe> {
  const sibling = <T>(uri: string, use: (inner: RandomAccessReader) => Promise<T>) => {
    if (!URL.canParse(uri, url.href)) return Promise.resolve(undefined)
    return openAddress(connection, new URL(uri, url), {}, (answer) =>
      withStreamedFile(answer, undefined, (inner) => use(inner)),
    )
  }
  const content = await readMediaContent({reader, name: media.location, sibling})
  if (!content.ok) return {status: 'failed', problems: [notMedia(media, content.instead, places.name)]}
  const {asset, problems} = describeMedia(media, content, reader.sizeInBytes, places)
  if (asset === undefined || hasErrors(problems)) return {status: 'failed', problems}
  const chapters = await readMediaChapters(thriftyReader(reader, mostBytesForChapters))
  const validators = present({etag: headers.etag, lastModified: headers['last-modified']})
  return {status: 'probed', found: {kind: asset.kind, facts: asset.facts, chapters, ...validators}, problems}
}

function faultProblem(media: MediaReference, {code, what, hint}: RemoteFault, places: MediaPlaces): Problem {
  return problem(code, places.name, `${media.location} ${what}`, hint)
}
