import {escapeHtml} from '../text/markup/html.ts'
import {ownPaths} from './own-paths.ts'

/** The mark by which the page is known, its path below the site, and the path of the site. */
type PlacedPage = {readonly mark: string; readonly path: string; readonly base: string}

/** A page with what keeps it up to date: a script from the same host, which the policy of every page allows. */
export function livePage(page: string, {mark, path, base}: PlacedPage): string {
  const tags = `<link rel="stylesheet" href="${ownPaths.style}">\n<script src="${ownPaths.script}" data-mark="${mark}" data-path="${escapeHtml(path)}" data-base="${escapeHtml(base)}" defer></script>\n`
  const head = /<\/head\s*>/i.exec(page)
  return head === null ? `${tags}${page}` : `${page.slice(0, head.index)}${tags}${page.slice(head.index)}`
}
