import type {Chapter} from '../../model/chapter.ts'
import {buffered, type RandomAccessReader} from '../random-access-file.ts'
import {type EbmlElement, ebmlContent, ebmlElement, ebmlUint} from './ebml-elements.ts'

// Identifiers of RFC 9559.
const ids = {
  segment: 0x18538067,
  cluster: 0x1f43b675,
  seekHead: 0x114d9b74,
  seek: 0x4dbb,
  seekId: 0x53ab,
  seekPosition: 0x53ac,
  chapters: 0x1043a770,
  edition: 0x45b9,
  editionHidden: 0x45bd,
  atom: 0xb6,
  start: 0x91,
  end: 0x92,
  atomHidden: 0x98,
  display: 0x80,
  title: 0x85,
} as const

const mostElements = 20_000

/** Chapters of the first edition that players show, in a Matroska or WebM file, without sub-chapters. RFC 9559 section 5.1.7 */
export async function readMatroskaChapters(file: RandomAccessReader): Promise<readonly Chapter[]> {
  const reader = buffered(file, 1 << 16)
  const budget = {elements: mostElements}
  const all: EbmlElement = {id: 0, start: 0, end: reader.sizeInBytes}
  const segment = await firstChild(reader, all, ids.segment, budget)
  const chapters = segment === undefined ? undefined : await findChapters(reader, segment, budget)
  for (const edition of chapters === undefined ? [] : await children(reader, chapters, ids.edition, budget)) {
    if (await isSet(reader, edition, ids.editionHidden, budget)) continue
    const read: Chapter[] = []
    for (const atom of await children(reader, edition, ids.atom, budget))
      read.push(...(await readAtom(reader, atom, budget)))
    if (read.length > 0) return read
  }
  return []
}

/** How many elements we may still look at in this file. */
type Budget = {elements: number}

/** Finds the chapters before the first cluster, or at the offset that the seek head names. */
async function findChapters(
  reader: RandomAccessReader,
  segment: EbmlElement,
  budget: Budget,
): Promise<EbmlElement | undefined> {
  let sought: number | undefined
  for await (const element of elementsIn(reader, segment, budget)) {
    if (element.id === ids.chapters) return element
    if (element.id === ids.seekHead) sought ??= await seekPosition(reader, element, budget)
    if (element.id === ids.cluster) break
  }
  if (sought === undefined) return undefined
  const element = await ebmlElement(reader, segment.start + sought)
  return element?.id === ids.chapters ? element : undefined
}

async function seekPosition(
  reader: RandomAccessReader,
  seekHead: EbmlElement,
  budget: Budget,
): Promise<number | undefined> {
  for (const seek of await children(reader, seekHead, ids.seek, budget)) {
    const id = await firstChild(reader, seek, ids.seekId, budget)
    const position = await firstChild(reader, seek, ids.seekPosition, budget)
    if (id === undefined || position === undefined || (await ebmlUint(reader, id)) !== ids.chapters) continue
    return ebmlUint(reader, position)
  }
  return undefined
}

async function readAtom(reader: RandomAccessReader, atom: EbmlElement, budget: Budget): Promise<readonly Chapter[]> {
  const start = await firstChild(reader, atom, ids.start, budget)
  if (start === undefined) return []
  const end = await firstChild(reader, atom, ids.end, budget)
  const display = await firstChild(reader, atom, ids.display, budget)
  const title = display === undefined ? undefined : await firstChild(reader, display, ids.title, budget)
  return [
    {
      // Times are in nanoseconds here. The time scale of the file does not matter.
      startInSeconds: (await ebmlUint(reader, start)) / 1e9,
      ...(end === undefined ? {} : {endInSeconds: (await ebmlUint(reader, end)) / 1e9}),
      title: title === undefined ? '' : new TextDecoder().decode(await ebmlContent(reader, title)),
      ...((await isSet(reader, atom, ids.atomHidden, budget)) ? {hidden: true} : {}),
    },
  ]
}

async function isSet(reader: RandomAccessReader, parent: EbmlElement, id: number, budget: Budget): Promise<boolean> {
  const flag = await firstChild(reader, parent, id, budget)
  return flag !== undefined && (await ebmlUint(reader, flag)) === 1
}

async function firstChild(
  reader: RandomAccessReader,
  parent: EbmlElement,
  id: number,
  budget: Budget,
): Promise<EbmlElement | undefined> {
  for await (const element of elementsIn(reader, parent, budget)) if (element.id === id) return element
  return undefined
}

async function children(
  reader: RandomAccessReader,
  parent: EbmlElement,
  id: number,
  budget: Budget,
): Promise<readonly EbmlElement[]> {
  const found: EbmlElement[] = []
  for await (const element of elementsIn(reader, parent, budget)) if (element.id === id) found.push(element)
  return found
}

/** The elements directly inside `parent`, up to the first that does not know where it ends. */
async function* elementsIn(
  reader: RandomAccessReader,
  parent: EbmlElement,
  budget: Budget,
): AsyncGenerator<EbmlElement> {
  const end = Math.min(parent.end ?? reader.sizeInBytes, reader.sizeInBytes)
  let offset = parent.start
  while (offset < end && budget.elements > 0) {
    budget.elements -= 1
    const element = await ebmlElement(reader, offset)
    if (element === undefined) return
    yield element
    if (element.end === undefined) return
    offset = element.end
  }
}
