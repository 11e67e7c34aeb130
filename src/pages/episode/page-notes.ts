import type {FeedItem} from '../../model/feed.ts'
import type {ImageFacts} from '../../model/media.ts'
import {escapeHtml} from '../../text/markup/html.ts'
import {clockTime, parseClockTime} from '../../text/time/clock-times.ts'
import type {Words} from '../../words/words.ts'
import {isOwn, type LinkBase, pageLink} from '../page-links.ts'
import {seekAddress} from './episode-media.ts'

/**
 * Show notes for a page: times seek, a list of chapters stands only once (beside the text), and no picture is loaded from another
 * host. `notes` is HTML of the allow-list, so its tags have one form.
 */
export function pageNotes(
  notes: string,
  item: FeedItem,
  base: LinkBase,
  words: Words,
  sizes: ReadonlyMap<string, ImageFacts> = new Map(),
): string {
  const own = withOwnPictures(withoutForeignPictures(withAlignedCells(notes), base, words), base, sizes)
  return withTimes(withoutChapterList(own, item), item)
}

/**
 * Pictures of the show keep their place before they come, where their size is known. Their addresses are relative: the policy
 * lets a page of a copy, or of a preview, load what lies beside it, and nothing of the host that the site is made for.
 */
function withOwnPictures(notes: string, base: LinkBase, sizes: ReadonlyMap<string, ImageFacts>): string {
  return notes.replace(picture, (tag) => {
    const address = unescaped(attribute(tag, 'src'))
    const {widthInPixels: width, heightInPixels: height} = sizes.get(address) ?? {}
    const isSized = width === undefined || height === undefined || /\s(?:width|height)=/.test(tag)
    const size = isSized ? '' : ` width="${Math.round(width)}" height="${Math.round(height)}"`
    return tag.replace(/<img|\ssrc="[^"]*"/g, (part) => {
      if (part === '<img') return part + size
      return address.startsWith(base.siteUrl) ? ` src="${escapeHtml(pageLink(address, base))}"` : part
    })
  })
}

/** HTML has dropped the attribute that Markdown writes for tables, and the policy of pages allows no style instead. */
function withAlignedCells(notes: string): string {
  return notes.includes('<t')
    ? notes.replace(/(<t[dh]\b[^>]*?) align="(left|center|right)"/g, '$1 class="to-$2"')
    : notes
}

const picture = /<img\b[^>]*>/g
const linkedPicture = /<a\b([^>]*)>\s*(<img\b[^>]*>)\s*<\/a>/g

function withoutForeignPictures(notes: string, base: LinkBase, words: Words): string {
  if (!notes.includes('<img')) return notes
  const isForeign = (tag: string) => !isOwn(new URL(unescaped(attribute(tag, 'src')), base.url).href, base)
  return notes
    .replace(linkedPicture, (all, attributes: string, tag: string) =>
      isForeign(tag) ? `<a${silence(tag)}${attributes}>${labelOf(tag, words)}</a>` : all,
    )
    .replace(picture, (tag) =>
      isForeign(tag)
        ? `<a${silence(tag)} href="${attribute(tag, 'src')}" rel="noopener noreferrer">${labelOf(tag, words)}</a>`
        : tag,
    )
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
}

function unescaped(value: string): string {
  return value.replaceAll('&amp;', '&')
}

/** For `check`, which asks for the text of every picture. */
function silence(tag: string): string {
  return attribute(tag, 'alt').trim() === '' ? ' data-silent' : ''
}

function labelOf(tag: string, words: Words): string {
  return attribute(tag, 'alt').trim() || escapeHtml(words.picture)
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
