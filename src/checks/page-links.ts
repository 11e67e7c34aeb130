import {present} from '../model/present.ts'
import type {Problem} from '../model/problem.ts'
import {percentDecoded} from '../text/addresses/percent-decoded.ts'
import {decodeCharacterReferences} from '../text/markup/character-references.ts'
import {problem} from './check-problems.ts'

/** What the check of links must know of a page of the output. */
export type CheckedPage = {
  readonly path: string
  /** The author's file that the page was made from. */
  readonly source: string
  /** Addresses as they stand in the page. */
  readonly links: readonly string[]
  readonly ids: ReadonlySet<string>
  /** Addresses of pictures in the notes that have no text. */
  readonly silentPictures: readonly string[]
}

const tag = /<(?:a|area|img|audio|video|source|track|link|script|iframe)\b[^>]*>/g
const address = /\s(?:href|src|poster)="([^"]*)"/g
const anchor = /\s(?:id|name)="([^"]*)"/g
/** A picture of another host stands on a page as a link, which says whether the picture has a text. */
const picture = /<(?:img|a data-silent)\b[^>]*>/g

/** Reads a page that we wrote: attributes have double quotes, and no `>` in their values. */
export function readPage(path: string, source: string, html: string): CheckedPage {
  const links = [...html.matchAll(tag)].flatMap(([element]) => [...element.matchAll(address)].map(attributeValue))
  const notes = /<section class="notes"[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''
  const silent = [...notes.matchAll(picture)]
    .map(([element]) => element)
    .filter((each) => !/\salt="[^"]*[^"\s][^"]*"/.test(each))
  return {
    path,
    source,
    links: [...new Set(links)],
    ids: new Set([...html.matchAll(anchor)].map(attributeValue)),
    silentPictures: silent.flatMap((element) => [...element.matchAll(address)].map(attributeValue)),
  }
}

function attributeValue(match: RegExpMatchArray): string {
  return decodeCharacterReferences(match[1] ?? '')
}

/** The line that an address was written in. */
export type LinkInSource = {readonly line: number; readonly text: string}

/** Finds an address in the author's file, if it was written there. */
export type FindLink = (file: string, address: string) => LinkInSource | undefined

/** Reports links of pages that lead nowhere below `siteUrl`, and pictures without text. `paths` is all that the build writes. */
export function pageProblems(
  pages: readonly CheckedPage[],
  paths: ReadonlySet<string>,
  siteUrl: string,
  findLink: FindLink,
): readonly Problem[] {
  const byPath = new Map(pages.map((page) => [page.path, page]))
  const folders = new Set([...paths].map(folderOf))
  return pages.flatMap((page) => {
    const broken = page.links.flatMap((link) => {
      const fault = faultOf(link, page, {byPath, paths, siteUrl})
      // Other links are ours, and authors cannot correct them. Tests check the navigation.
      const written = fault === undefined ? undefined : findLink(page.source, link)
      if (fault === undefined || written === undefined) return []
      // The site may hold more than this show. A whole address into one of our folders means this show.
      if (written.text.includes(siteUrl) && !folders.has(folderOf(fault.path))) return []
      return [problem(fault.code, {file: page.source, line: written.line}, fault.message, fault.hint)]
    })
    const silent = page.silentPictures.map((link) => {
      const place = {file: page.source, ...present({line: findLink(page.source, link)?.line})}
      const hint = '![What is to be seen](platform.jpg)'
      return problem('alt-missing', place, `The picture ${shown(link)} has no text`, hint)
    })
    return [...broken, ...silent]
  })
}

type Site = {
  readonly byPath: ReadonlyMap<string, CheckedPage>
  readonly paths: ReadonlySet<string>
  readonly siteUrl: string
}

type Fault = {
  readonly path: string
  readonly code: 'link-broken' | 'anchor-missing'
  readonly message: string
  readonly hint?: string
}

function faultOf(link: string, page: CheckedPage, {byPath, paths, siteUrl}: Site): Fault | undefined {
  const base = new URL(page.path.replace(/(^|\/)index\.html$/, '$1'), siteUrl)
  if (!URL.canParse(link, base.href)) return undefined
  const url = new URL(link, base)
  const fragment = percentDecoded(url.hash.slice(1))
  url.hash = ''
  url.search = ''
  if (!url.href.startsWith(siteUrl)) return undefined
  const path = percentDecoded(url.href.slice(siteUrl.length))
  const target = [path, `${path}index.html`, `${path}/index.html`, `${path}.html`].find((each) => paths.has(each))
  if (target === undefined) {
    const hint = 'Correct the address, or write what leads elsewhere with its whole address'
    return {
      path,
      code: 'link-broken',
      message: `${shown(link)} leads to /${path}, which the build does not write`,
      hint,
    }
  }
  const ids = byPath.get(target)?.ids
  // A time in the player (`#t=90`) and a text fragment are no anchors.
  if (fragment === '' || fragment === 'top' || ids === undefined || ids.has(fragment)) return undefined
  if (/^(?:t=|:~:)/.test(fragment)) return undefined
  return {path, code: 'anchor-missing', message: `${shown(link)} leads to #${fragment}, which ${target} does not have`}
}

/** The first folder of a path. */
function folderOf(path: string): string {
  return path.split('/')[0] ?? ''
}

function shown(link: string): string {
  return link.length > 120 ? `${link.slice(0, 120)}…` : link
}
