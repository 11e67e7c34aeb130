import {existsSync} from 'node:fs'
import {mkdir, open, readFile, rename, rm, stat, writeFile} from 'node:fs/promises'
import {dirname} from 'node:path'
import {type Connection, openAddress} from '../probe/remote/open-address.ts'
import {faultOf, type RemoteFault} from '../probe/remote/remote-fault.ts'

export type Download = {
  readonly url: string
  /** Where the file is to be; what is there already is left. */
  readonly path: string
  readonly mostBytes: number
  /** Whether a file that is there is another one by now, and makes room once the new one is whole. */
  readonly isReplaced?: boolean
}

export type Downloaded =
  | {readonly state: 'there' | 'fetched'; readonly sizeInBytes: number}
  /** `isOfHost`: the fault is likely to be that of every file there. */
  | {readonly state: 'failed'; readonly what: string; readonly isOfHost?: true}

/**
 * Fetches a file whole or not at all: it grows beside its path under another name and goes on there where an earlier run was cut off, if
 * the server can send a part and the file is still the same.
 */
export async function downloadFile(connection: Connection, download: Download): Promise<Downloaded> {
  const {url, path, mostBytes, isReplaced = false} = download
  if (!isReplaced && existsSync(path)) return {state: 'there', sizeInBytes: (await stat(path)).size}
  const unfinished = `${path}.part`
  await mkdir(dirname(path), {recursive: true})
  const {begun, version} = await unfinishedState(unfinished)
  const ask = begun > 0 ? {range: `bytes=${begun}-`, 'if-range': version} : {}
  try {
    await openAddress(connection, new URL(url), ask, async (answer) => {
      // Without a 206 for our very range it is the whole file from its beginning.
      const goesOn = answer.status === 206 && begun > 0 && startsAt(answer.headers['content-range'], begun)
      if (!goesOn && answer.status !== 200) {
        answer.discard()
        throw new OtherAnswer(`answers ${answer.status}`)
      }
      if (!goesOn) await writeFile(versionFile(unfinished), strongVersion(answer.headers.etag))
      let sizeInBytes = goesOn ? begun : 0
      // Not a stream: one that fails before its file is open makes the file after it was removed.
      const file = await open(unfinished, goesOn ? 'a' : 'w')
      try {
        for await (const piece of answer.body) {
          sizeInBytes += piece.length
          if (sizeInBytes > mostBytes) throw new TooLarge()
          await file.appendFile(piece)
        }
      } finally {
        await file.close()
      }
      const whole = Number(answer.headers['content-length'] ?? Number.NaN) + (goesOn ? begun : 0)
      if (!Number.isNaN(whole) && whole !== sizeInBytes) throw new CutShort()
    })
  } catch (error) {
    if (error instanceof TooLarge || error instanceof OtherAnswer) await removeUnfinished(unfinished)
    // 416: nothing is missing any more, or the file has become shorter. The beginning alone cannot tell which.
    if (error instanceof OtherAnswer && begun > 0) return downloadFile(connection, download)
    const what = describe(error, mostBytes)
    if (what === undefined) throw error
    const isOfHost = faultsOfHosts.has(faultOf(error)?.code ?? '')
    return {state: 'failed', what, ...(isOfHost ? {isOfHost} : {})}
  }
  await rename(unfinished, path)
  await rm(versionFile(unfinished), {force: true})
  return {state: 'fetched', sizeInBytes: (await stat(path)).size}
}

const faultsOfHosts: ReadonlySet<string> = new Set(['media-address-refused', 'media-unreachable', 'media-insecure'])

/** Only with a strong validator can a server say that the rest belongs to what is there (RFC 9110, 13.1.5). */
async function unfinishedState(unfinished: string): Promise<{readonly begun: number; readonly version: string}> {
  const version = await readFile(versionFile(unfinished), 'utf8').catch(() => '')
  const begun = version !== '' && existsSync(unfinished) ? (await stat(unfinished)).size : 0
  return {begun, version}
}

function versionFile(unfinished: string): string {
  return `${unfinished}.version`
}

function strongVersion(etag: string | undefined): string {
  return etag === undefined || etag.startsWith('W/') ? '' : etag
}

async function removeUnfinished(unfinished: string): Promise<void> {
  await rm(unfinished, {force: true})
  await rm(versionFile(unfinished), {force: true})
}

// Classes, so that they are told from faults of the network.
class TooLarge extends Error {}
class CutShort extends Error {}
class OtherAnswer extends Error {}

function describe(error: unknown, mostBytes: number): string | undefined {
  if (error instanceof TooLarge) return `has more than ${Math.round(mostBytes / 1024 / 1024)} MB`
  if (error instanceof CutShort) return 'was cut off before its end'
  if (error instanceof OtherAnswer) return error.message
  const fault: RemoteFault | undefined = faultOf(error)
  return fault?.what
}

function startsAt(contentRange: string | undefined, first: number): boolean {
  return new RegExp(`^bytes ${first}-`, 'i').test(contentRange ?? '')
}
