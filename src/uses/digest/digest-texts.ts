import {createHash} from 'node:crypto'
import {closeSync, openSync, readdirSync, renameSync, rmSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import type {TextSpan} from '../../engine/memory/text-store.ts'

const textsName = /^digest-[\da-f]{16}\.texts$/

/** The long texts of a digest and other parts of its items, in a file of their own that is named by what it holds. */
export type DigestTexts = {
  readonly add: (part: string | Uint8Array) => TextSpan
  /** Makes the file, and gives its name. The files of earlier digests stay until `removeOthers`. */
  readonly finish: () => {readonly texts: string; readonly textsInBytes: number}
}

const writtenAtOnceInBytes = 1 << 20

/** Texts are written as they come: with their feeds, those of a large show would fill the memory. */
export function openDigestTexts(folder: string): DigestTexts {
  const aside = join(folder, 'digest.texts.new')
  const file = openSync(aside, 'w')
  const sha1 = createHash('sha1')
  let pending: Uint8Array[] = []
  let pendingInBytes = 0
  let textsInBytes = 0
  const flush = () => {
    const bytes = Buffer.concat(pending)
    sha1.update(bytes)
    for (let offset = 0; offset < bytes.length; ) offset += writeSync(file, bytes, offset)
    pending = []
    pendingInBytes = 0
  }
  return {
    add: (part) => {
      const bytes = typeof part === 'string' ? Buffer.from(part) : part
      const span = {at: textsInBytes, length: bytes.length}
      pending.push(bytes)
      pendingInBytes += bytes.length
      textsInBytes += bytes.length
      if (pendingInBytes >= writtenAtOnceInBytes) flush()
      return span
    },
    finish: () => {
      flush()
      closeSync(file)
      const texts = `digest-${sha1.digest('hex').slice(0, 16)}.texts`
      renameSync(aside, join(folder, texts))
      return {texts, textsInBytes}
    },
  }
}

/** To be called once no digest names the others any more. */
export function removeOthers(folder: string, kept: string): void {
  for (const name of readdirSync(folder))
    if (textsName.test(name) && name !== kept) rmSync(join(folder, name), {force: true})
}
