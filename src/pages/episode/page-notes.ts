import type {FeedItem} from '../../model/feed.ts'
import type {ImageFacts} from '../../model/media.ts'
import {escapeHtml} from '../../text/markup/html.ts'
import {clockTime, parseClockTime} from '../../text/time/clock-times.ts'
import type {Words} from '../../words/words.ts'
import type {LinkBase} from '../page-links.ts'
import {textOnPage} from '../text-on-page.ts'
import {seekAddress} from './episode-media.ts'

/** Show notes for a page: a text of the author, in which times seek and a list of chapters stands only once (beside the text). */
export function pageNotes(
  notes: string,
  item: FeedItem,
  base: LinkBase,
  words: Words,
  sizes: ReadonlyMap<string, ImageFacts> = new Map(),
): string {
  return withTimes(withoutChapterList(textOnPage(notes, base, words, sizes), item), item)
}

/** A time at the beginning of a line, also in bold or in brackets, or a time in brackets at its end. */
const timeAtStart = new RegExp(
  String.raw`(<(?:p|li|td|br)\b[^>]*>\s*(?:<(?:strong|em)>)?\s*)([[(]?)(${clockTime})(?![\d:.,]\d|[\p{L}])([\])]?)`,
  'gu',
)
const timeAtEnd = new RegExp(
  String.raw`([[(])(${clockTime})([\])])(?=\s*(?:</(?:strong|em)>)?\s*(?:</(?:p|li|td)>|<br))`,
  'gu',
)

function withTimes(notes: string, item: FeedItem): string {
  if (!/\d:\d/.test(notes)) return notes
  const end = item.enclosure?.facts.durationInSeconds ?? Number.POSITIVE_INFINITY
  const linked = (written: string) => {
    const seconds = parseClockTime(written)
    const address = seconds === undefined || seconds > end ? undefined : seekAddress(item, seconds)
    return address === undefined ? written : `<a class="time" href="${escapeHtml(address)}">${written}</a>`
  }
  return notes
    .replace(timeAtStart, (_, before, opening, time, closing) => `${before}${opening}${linked(time)}${closing}`)
    .replace(timeAtEnd, (_, opening, time, closing) => `${opening}${linked(time)}${closing}`)
}

const list = /(?:<h([2-6])\b[^>]*>(?:(?!<\/h\1>).){0,80}<\/h\1>\s*)?<(ul|ol)\b[^>]*>((?:(?!<\/?[uo]l\b).)*)<\/\2>/gs
const fewestChapters = 3

/** A list that says nothing but the chapters. The chapters stand beside the text, and follow the voice there. */
function withoutChapterList(notes: string, {chapters}: FeedItem): string {
  const starts = new Set(chapters.filter(({hidden}) => hidden !== true).map(({startInSeconds}) => startInSeconds))
  if (starts.size < fewestChapters || !notes.includes('<li')) return notes
  return notes.replace(list, (all, _depth, _tag, content: string) => {
    const rows = content.split(/<li\b[^>]*>/).slice(1)
    const isChapters = rows.length >= fewestChapters && rows.every((row) => isChapter(row, starts))
    return isChapters ? '' : all
  })
}

function isChapter(row: string, starts: ReadonlySet<number>): boolean {
  const text = row.replace(/<[^>]*>/g, '').trim()
  const time = new RegExp(`^[[(]?(${clockTime})|[[(](${clockTime})[\\])]$`).exec(text)
  const seconds = time === null ? undefined : parseClockTime(time[1] ?? time[2] ?? '')
  // A link that leads elsewhere is more than a chapter.
  return seconds !== undefined && starts.has(seconds) && !/href="(?!#t=)/.test(row)
}
