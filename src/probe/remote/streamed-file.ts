import {type FileHandle, mkdtemp, open, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {RandomAccessReader} from '../random-access-file.ts'
import type {HttpAnswer} from './http-client.ts'
import {faultOf, type RemoteFault, remoteFailure} from './remote-fault.ts'
import type {CountedReader} from './thrifty-reader.ts'

/** If a file does not say its length, we read no more of it than this: it may be a live stream, which never ends. */
const mostBytesOfUnknownLength = 2 ** 30

/**
 * A file from a server that sends only the whole file. We read it only as far as a reader asks. A temporary file keeps the
 * bytes, because an index may come after an hour of sound. Afterwards `fault` tells if the length was wrong.
 */
export async function withStreamedFile<T>(
  answer: HttpAnswer,
  announcedInBytes: number | undefined,
  use: (reader: CountedReader, fault: () => RemoteFault | undefined) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'castwright-probe-'))
  const handle = await open(join(folder, 'media'), 'w+')
  const pieces = answer.body[Symbol.asyncIterator]()
  try {
    const stream = {pieces, handle, receivedInBytes: 0, isOver: false}
    // The answer gives no length, so we know the size only after all bytes have arrived.
    if (announcedInBytes === undefined) await receive(stream, mostBytesOfUnknownLength)
    const sizeInBytes = announcedInBytes ?? wholeLength(stream)
    let fault: RemoteFault | undefined
    const read: RandomAccessReader['read'] = async (offset, length) => {
      const end = Math.min(offset + length, sizeInBytes)
      if (!(offset >= 0 && end > offset)) return new Uint8Array(0)
      try {
        await receive(stream, end)
      } catch (error) {
        if (faultOf(error) === undefined) throw error
        fault = tooShort(sizeInBytes, stream.receivedInBytes)
      }
      const bytes = new Uint8Array(Math.max(0, Math.min(end, stream.receivedInBytes) - offset))
      const {bytesRead} = await handle.read(bytes, 0, bytes.length, offset)
      return bytes.subarray(0, bytesRead)
    }
    return await use(
      {sizeInBytes, seeking: 'all-between', read, fetchedInBytes: () => stream.receivedInBytes},
      () => fault,
    )
  } finally {
    await pieces.return?.()
    // If nobody has read from the body, the lines above do not release it.
    answer.discard()
    await handle.close()
    await rm(folder, {recursive: true, force: true})
  }
}

type Stream = {
  readonly pieces: AsyncIterator<Uint8Array>
  readonly handle: FileHandle
  receivedInBytes: number
  isOver: boolean
}

async function receive(stream: Stream, untilInBytes: number): Promise<void> {
  while (!stream.isOver && stream.receivedInBytes < untilInBytes) {
    const step = await stream.pieces.next()
    if (step.done === true) {
      stream.isOver = true
      return
    }
    await stream.handle.write(step.value, 0, step.value.length, stream.receivedInBytes)
    stream.receivedInBytes += step.value.length
  }
}

function wholeLength({isOver, receivedInBytes}: Stream): number {
  if (isOver) return receivedInBytes
  throw remoteFailure({
    code: 'media-unreachable',
    what: `does not say how long it is, and did not end within ${receivedInBytes} bytes: a live stream is no episode`,
  })
}

function tooShort(announcedInBytes: number, receivedInBytes: number): RemoteFault {
  const what = `ends after ${receivedInBytes} bytes, though its server announces ${announcedInBytes}: downloads fail or lack their end`
  return {code: 'media-length-wrong', what, hint: 'Upload the file again'}
}
