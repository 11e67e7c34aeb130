import {hash} from 'node:crypto'
import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {deserialize, serialize} from 'node:v8'
import {type TextSpans, type WithoutTexts, withTexts} from '../../engine/memory/long-texts.ts'
import {shareValues} from '../../engine/memory/shared-values.ts'
import type {TextSpan, TextStore} from '../../engine/memory/text-store.ts'
import type {FeedItem} from '../../model/feed.ts'
import {buildMark, version} from '../../version.ts'
import {markOf, markOfItem, type ShowDigest} from './show-digest.ts'

/**
 * The digest of a show lies beside its output, so that it goes wherever the output is carried: a job that builds the network itself needs
 * no more of a show than its output. Hosts may serve it, so no name of a file of the author's is in it.
 */
const ownFolder = '.castwright'
const digestName = 'digest.cache'
const textsName = /^digest-[\da-f]{16}\.texts$/

/** The first line of the file. Another version of this program, or of Node, may have other values in what follows. */
const key = `digest ${version} ${buildMark} ${process.version}`
type FirstLine = {readonly key: string; readonly madeFrom: string; readonly sha1: string}

/** An item without its long texts, and where they are. */
type ShortItem = Omit<WithoutTexts, 'source'> & {readonly mark: string; readonly spans: TextSpans}
type Stored = Omit<ShowDigest, 'items' | 'name'> & {
  readonly items: readonly ShortItem[]
  readonly texts: string
  readonly textsInBytes: number
}

/** Leaves the digest in the output of its show. Untouched if it says the same already. */
export function writeDigest(output: string, {items, name: _name, ...head}: ShowDigest): void {
  const texts: Buffer[] = []
  let textsInBytes = 0
  const spanOf = (text: string): TextSpan => {
    const bytes = Buffer.from(text)
    texts.push(bytes)
    textsInBytes += bytes.length
    return {at: textsInBytes - bytes.length, length: bytes.length}
  }
  const short = items.map((item) => shortened(item, spanOf))
  const bytes = Buffer.concat(texts)
  const folder = join(output, ownFolder)
  const madeFrom = markOf([head, short.map(({mark}) => mark)])
  if (isWritten(folder, madeFrom)) return
  const textsFile = `digest-${hash('sha1', bytes, 'hex').slice(0, 16)}.texts`
  const before = readdirSync(folder).filter((each) => textsName.test(each))
  if (!before.includes(textsFile)) replace(join(folder, textsFile), bytes)
  const payload = serialize({...head, items: short, texts: textsFile, textsInBytes} satisfies Stored)
  const line: FirstLine = {key, madeFrom, sha1: hash('sha1', payload, 'hex')}
  replace(join(folder, digestName), Buffer.concat([Buffer.from(`${JSON.stringify(line)}\n`), payload]))
  for (const each of before) if (each !== textsFile) rmSync(join(folder, each), {force: true})
}

function isWritten(folder: string, madeFrom: string): boolean {
  try {
    return bytesIn(folder)?.line.madeFrom === madeFrom
  } catch {
    return false
  }
}

/** By rename: whoever reads it meanwhile has the old one. */
function replace(path: string, bytes: Uint8Array): void {
  writeFileSync(`${path}.new`, bytes)
  renameSync(`${path}.new`, path)
}

function shortened(item: FeedItem, spanOf: (text: string) => TextSpan): ShortItem {
  const {notesHtml, descriptionHtml, transcriptHtml, source: _source, ...short} = item
  const spans = {
    notesHtml: spanOf(notesHtml),
    ...(descriptionHtml === undefined ? {} : {descriptionHtml: spanOf(descriptionHtml)}),
    ...(transcriptHtml === undefined ? {} : {transcriptHtml: spanOf(transcriptHtml)}),
  }
  return {...short, mark: markOfItem(item), spans}
}

/** A digest that was read, and the mark of each of its items by their `source`, which an item keeps in every feed. */
export type ReadDigest = {readonly digest: ShowDigest; readonly marks: ReadonlyMap<object, string>}

/**
 * The digest in the output of a show; `undefined` if there is none, or if it is of another version, or damaged. `fileOf` tells the file of
 * an episode, below the folder of the network. Long texts are read from `store` when they are asked for.
 */
export function readDigest(
  output: string,
  name: string,
  fileOf: (slug: string) => string,
  store: TextStore,
): ReadDigest | undefined {
  const folder = join(output, ownFolder)
  const stored = storedIn(folder)
  if (stored === undefined) return undefined
  const {items, texts, textsInBytes: _size, ...head} = stored
  const path = join(folder, texts)
  const marks = new Map<object, string>()
  const textAt = (span: TextSpan) => store.textAt(path, span)
  const whole = items.map(({mark, spans, ...short}) => {
    const item = {...short, source: {file: fileOf(short.slug)}}
    marks.set(item.source, mark)
    return withTexts(item, {spans, textAt})
  })
  return {digest: {name, ...head, items: whole}, marks}
}

const longestFirstLineInBytes = 1000

/**
 * The first line of the digest in the output of a show, which tells one digest from another; `undefined` if there is none, or if it is of
 * another version. What follows the line is not read.
 */
export function markOfDigest(output: string): string | undefined {
  try {
    const file = openSync(join(output, ownFolder, digestName), 'r')
    try {
      const bytes = Buffer.alloc(longestFirstLineInBytes)
      const text = bytes.toString('utf8', 0, readSync(file, bytes))
      const end = text.indexOf('\n')
      const line: FirstLine = JSON.parse(text.slice(0, end))
      // A digest that was carried here in part has the same first line.
      return line.key === key ? `${fstatSync(file).size} ${text.slice(0, end)}` : undefined
    } finally {
      closeSync(file)
    }
  } catch {
    // It is not there, or it is no digest.
    return undefined
  }
}

type DigestBytes = {readonly line: FirstLine; readonly payload: Uint8Array}

/** The bytes of a digest that is whole, and of this version. */
function bytesIn(folder: string): DigestBytes | undefined {
  const bytes = readFileSync(join(folder, digestName))
  const end = bytes.indexOf('\n')
  const line: FirstLine = JSON.parse(bytes.toString('utf8', 0, end))
  const payload = bytes.subarray(end + 1)
  return line.key === key && line.sha1 === hash('sha1', payload, 'hex') ? {line, payload} : undefined
}

function storedIn(folder: string): Stored | undefined {
  try {
    const {payload} = bytesIn(folder) ?? {}
    if (payload === undefined) return undefined
    // What is stored under our key was written by this very version.
    const stored = deserialize(payload) as Stored
    if (statSync(join(folder, stored.texts)).size !== stored.textsInBytes) return undefined
    shareValues(stored.items)
    return stored
  } catch {
    // It is not there, or it is no digest.
    return undefined
  }
}
