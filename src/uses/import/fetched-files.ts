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
  const askHost = patience()
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
    const got = await askHost(url, () => downloadFile(connection, {url, path, mostBytes, isReplaced}))
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

/** After so many files in a row that a host does not give, it is asked for no other in this import. */
const mostFailures = 3

/** A source may name a hundred thousand files of a host that is down, or that keeps us waiting for each. */
function patience(): (url: string, ask: () => Promise<Downloaded>) => Promise<Downloaded> {
  const failures = new Map<string, number>()
  return async (url, ask) => {
    const {host} = new URL(url)
    const before = failures.get(host)
    if (before !== undefined && before >= mostFailures)
      return {state: 'failed', what: 'was not asked for: its host gave none of the files before'}
    const got = await ask()
    failures.set(host, got.state === 'failed' && got.isOfHost === true ? (failures.get(host) ?? 0) + 1 : 0)
    return got
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
