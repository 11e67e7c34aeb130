import {hash} from 'node:crypto'
import {closeSync, fstatSync, openSync, readFileSync, readSync, renameSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {deserialize, serialize} from 'node:v8'
import type {TextStore} from '../../engine/memory/text-store.ts'
import type {Channel, ItemChannel} from '../../model/feed.ts'
import {buildMark, version} from '../../version.ts'
import {type OpenItems, openItems, type PackedItems, packItems} from './digest-items.ts'
import {openDigestTexts, removeOthers} from './digest-texts.ts'
import {markOf, marksOfItem, type ShowDigest} from './show-digest.ts'
import {writtenItems} from './written-items.ts'

/**
 * The digest of a show lies beside its output, so that it goes wherever the output is carried: a job that builds the network itself needs
 * no more of a show than its output. Hosts may serve it, so no name of a file of the author's is in it.
 */
const ownFolder = '.castwright'
const digestName = 'digest.cache'

/** The first line of the file. Another version of this program, or of Node, may have other values in what follows. */
const key = `digest ${version} ${buildMark} ${process.version}`
type FirstLine = {readonly key: string; readonly madeFrom: string; readonly sha1: string}

type Stored = Omit<ShowDigest, 'items' | 'name'> & {
  readonly items: PackedItems
  /** What the items are written with, and when they were judged: a date that is no fault at this clock may be one at an earlier one. */
  readonly writtenFor: ItemChannel
  readonly judgedAtInMilliseconds: number
  readonly texts: string
  readonly textsInBytes: number
}

/** The main feed of the network, for which the items are written, and the clock of the build. */
export type WrittenFor = {readonly channel: Channel; readonly now: Date}

/** Leaves the digest in the output of its show. Untouched if it says the same already. */
export function writeDigest(
  output: string,
  {items, name: _name, ...head}: ShowDigest,
  {channel, now}: WrittenFor,
): void {
  const folder = join(output, ownFolder)
  const {author, guid, language, prefixes, feedUrls} = channel
  const writtenFor = {author, guid, language, prefixes}
  const marks = items.map(marksOfItem)
  const madeFrom = markOf([head, marks.map(({item}) => item), writtenFor, Object.keys(feedUrls)])
  if (isWritten(folder, madeFrom)) return
  const {add, finish} = openDigestTexts(folder)
  const stored = packItems(writtenItems(items, channel, now, add), marks, add)
  const named = finish()
  const judgedAtInMilliseconds = now.getTime()
  const payload = serialize({...head, items: stored, writtenFor, judgedAtInMilliseconds, ...named} satisfies Stored)
  const line: FirstLine = {key, madeFrom, sha1: hash('sha1', payload, 'hex')}
  replace(join(folder, digestName), Buffer.concat([Buffer.from(`${JSON.stringify(line)}\n`), payload]))
  removeOthers(folder, named.texts)
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

/** A digest that was read. */
export type ReadDigest = {readonly digest: ShowDigest; readonly open: OpenItems}

/** What a digest is read for: `fileOf` tells the file of an episode, below the folder of the network. */
export type DigestUse = {
  readonly name: string
  readonly fileOf: (slug: string) => string
  readonly store: TextStore
  readonly now: Date
}

/**
 * The digest in the output of a show; `undefined` if there is none, or if it is of another version, or damaged. Long texts are read from
 * the store when they are asked for.
 */
export function readDigest(output: string, {name, fileOf, store, now}: DigestUse): ReadDigest | undefined {
  const folder = join(output, ownFolder)
  const stored = storedIn(folder)
  if (stored === undefined) return undefined
  const {items, texts, textsInBytes: _size, writtenFor: channel, judgedAtInMilliseconds, ...head} = stored
  const isJudged = judgedAtInMilliseconds <= now.getTime()
  const open = openItems(items, {store, path: join(folder, texts), fileOf, channel, isJudged})
  return {digest: {name, ...head, items: open.items}, open}
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
    return stored
  } catch {
    // It is not there, or it is no digest.
    return undefined
  }
}
