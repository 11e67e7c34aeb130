import type {ImageFacts} from '../model/media.ts'
import {escapeHtml} from '../text/markup/html.ts'
import type {Words} from '../words/words.ts'
import {isOwn, type LinkBase, pageLink} from './page-links.ts'

/**
 * A text of the author as a page has it: pictures of the show keep their place, and none is loaded from another host. `written` is
 * HTML of the allow-list, so its tags have one form.
 */
export function textOnPage(
  written: string,
  base: LinkBase,
  words: Words,
  sizes: ReadonlyMap<string, ImageFacts> = new Map(),
): string {
  return withOwnPictures(withoutForeignPictures(withAlignedCells(written), base, words), base, sizes)
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
