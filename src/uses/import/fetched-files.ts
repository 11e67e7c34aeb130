import {createHash} from 'node:crypto'
import {createReadStream, existsSync} from 'node:fs'
import {copyFile, rename} from 'node:fs/promises'
import {join} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {type Downloaded, downloadFile} from '../../downloads/download-file.ts'
import type {Connection} from '../../probe/remote/open-address.ts'

/** A file of the show that an import has downloaded, as the committed record remembers it. */
export type FetchedFile = {
  /** The path below the show folder. */
  readonly file: string
  /** Its address at the source. */
  readonly from: string
  /** Of its content, in hexadecimal: a file that the author has changed since has another one. */
  readonly sha256: string
}

export type WantedFile = {readonly url: string; readonly file: string; readonly mostBytes: number}

/** `kept`: both the source and the author have changed the file, and the author's file stays. */
export type FetchState = Downloaded | {readonly state: 'kept'}

export type FetchedFiles = {
  readonly fetch: (wanted: WantedFile) => Promise<FetchState>
  /** What the next import must know, in the order of the names. */
  readonly record: () => readonly FetchedFile[]
}

/**
 * The files of a source, each address asked for once: a second file with the same address is a copy. A file whose address has changed
 * since the last import is fetched again, unless the author has changed it.
 */
export function fetchedFiles(
  folder: string,
  connection: Connection,
  before: readonly FetchedFile[] = [],
): FetchedFiles {
  const known = new Map(before.map((each) => [each.file, each]))
  const firstOf = new Map<string, {readonly file: string; readonly result: Promise<FetchState>}>()

  const fetchAnew = async ({url, file, mostBytes}: WantedFile): Promise<FetchState> => {
    const path = join(folder, file)
    const earlier = known.get(file)
    const isReplaced = earlier !== undefined && earlier.from !== url && existsSync(path)
    if (isReplaced && (await hashOf(path)) !== earlier.sha256) {
      // It is reported once. From now on this is the address that the author did not want.
      known.set(file, {...earlier, from: url})
      return {state: 'kept'}
    }
    const got = await downloadFile(connection, {url, path, mostBytes, isReplaced})
    if (got.state === 'fetched') known.set(file, {file, from: url, sha256: await hashOf(path)})
    return got
  }

  const copyOf = async (first: string, result: FetchState, wanted: WantedFile): Promise<FetchState> => {
    const {file, url} = wanted
    const isThere = existsSync(join(folder, file)) || !existsSync(join(folder, first))
    if (isThere || result.state === 'failed') return isThere ? fetchAnew(wanted) : result
    const path = join(folder, file)
    await copyFile(join(folder, first), `${path}.new`)
    await rename(`${path}.new`, path)
    const sha256 = await hashOf(path)
    known.set(file, {file, from: url, sha256})
    return {state: 'fetched', sizeInBytes: 'sizeInBytes' in result ? result.sizeInBytes : 0}
  }

  return {
    fetch: async (wanted) => {
      const first = firstOf.get(wanted.url)
      if (first?.file === wanted.file) return first.result
      const result =
        first === undefined ? fetchAnew(wanted) : first.result.then((got) => copyOf(first.file, got, wanted))
      if (first === undefined) firstOf.set(wanted.url, {file: wanted.file, result})
      return result
    },
    record: () => [...known.values()].sort((one, other) => (one.file < other.file ? -1 : 1)),
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
