import {XMLParser} from 'fast-xml-parser'
import {chapterKinds} from '../file-kinds/text-kinds.ts'
import type {Chapter} from '../model/chapter.ts'
import {present} from '../model/present.ts'
import type {Problem} from '../model/problem.ts'
import {isJsonObject} from '../text/json-object.ts'
import {decodeCharacterReferences} from '../text/markup/character-references.ts'
import {formatXml, xml} from '../text/markup/xml.ts'
import {formatTimestamp} from '../text/time/durations.ts'
import {listedChapters} from './chapter-ends.ts'
import {readChapterEntry} from './chapter-entry.ts'
import type {ChapterFormat, ChapterReadOptions, ReadChapters} from './chapter-format.ts'
import {problem} from './chapter-problems.ts'
import {cleanTitle} from './chapter-title.ts'

const namespaceUri = 'http://podlove.org/simple-chapters'

/** A `psc:chapter` as its attributes. */
export type PodloveChapterRow = {
  readonly start: string
  readonly title: string
  readonly href?: string
  readonly image?: string
}

/**
 * Rows of Podlove Simple Chapters 1.2 (https://podlove.org/simple-chapters/), for feeds and files. This format cannot express silent
 * markers. Times are always `HH:MM:SS.mmm`, because AntennaPod takes bare seconds for 0.
 */
export function podloveChapterRows(chapters: readonly Chapter[]): readonly PodloveChapterRow[] {
  return listedChapters(chapters).map((chapter) =>
    present({
      start: formatTimestamp(chapter.startInSeconds),
      title: cleanTitle(chapter.title),
      href: chapter.url,
      image: chapter.image,
    }),
  )
}

/** Writes the chapters as a separate file, as audio editors import and export it. */
function formatPodloveXml(chapters: readonly Chapter[]): string {
  const rows = podloveChapterRows(chapters).map((row) => xml('psc:chapter', row))
  const root = xml('psc:chapters', {version: '1.2', 'xmlns:psc': namespaceUri}, ...rows)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${formatXml(root)}\n`
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  removeNSPrefix: true,
  // References are resolved below. With entities that a file declares itself, a few bytes can grow into gigabytes.
  processEntities: false,
  isArray: (name) => name === 'chapter',
})

function parsePodloveXml(text: string, {file}: ChapterReadOptions = {}): ReadChapters {
  const place = file === undefined ? {} : {file}
  const rows = chapterRows(text)
  if (rows === undefined) {
    const message = 'The XML holds no Podlove chapters that can be read'
    const hint =
      '`<psc:chapters version="1.2" xmlns:psc="http://podlove.org/simple-chapters">` with `<psc:chapter start="00:00:00.000" title="Intro"/>` in it'
    return {chapters: [], problems: [problem('chapters-unreadable', place, message, hint)]}
  }
  const chapters: Chapter[] = []
  const problems: Problem[] = []
  for (const [index, row] of rows.entries()) {
    const reading = readChapterEntry(withoutReferences(row))
    if ('chapter' in reading) chapters.push(reading.chapter)
    else
      problems.push(
        problem('chapter-unreadable', place, `Chapter ${index + 1} ${reading.wrong}; it is left out`, reading.hint),
      )
  }
  return {chapters, problems}
}

function chapterRows(text: string): readonly unknown[] | undefined {
  const root = field(parseXml(text), 'chapters')
  const rows = field(root, 'chapter')
  if (Array.isArray(rows)) return rows
  return root === undefined ? undefined : []
}

function parseXml(text: string): unknown {
  try {
    return parser.parse(text)
  } catch {
    // The parser throws if the text is not well-formed. Its recursion fails if thousands of elements are nested.
    return undefined
  }
}

function field(value: unknown, name: string): unknown {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

function withoutReferences(row: unknown): unknown {
  if (!isJsonObject(row)) return row
  const decode = (value: unknown): unknown => (typeof value === 'string' ? decodeCharacterReferences(value) : value)
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, decode(value)]))
}

export const podloveXml: ChapterFormat = {
  name: 'psc',
  title: 'Podlove Simple Chapters (XML)',
  file: chapterKinds.podlove,
  sniff: (text) => /<(?:[\w.-]{1,40}:)?chapters[\s>/]/.test(text.slice(0, 4096)),
  read: parsePodloveXml,
  write: formatPodloveXml,
}
