import {type AbsoluteUrl, absoluteUrl} from '../model/absolute-url.ts'
import type {TextPicture} from '../model/episode.ts'
import {present} from '../model/present.ts'
import type {Problem} from '../model/problem.ts'
import type {FileCopy} from '../model/rendered-episode.ts'
import type {Show} from '../model/show.ts'
import {isOwnFolder, siteAddress} from '../model/site-paths.ts'
import type {OwnPage} from '../model/theme.ts'
import {probeTextPictures} from '../probe/images/text-pictures.ts'
import {readFrontMatter} from '../read/data/front-matter.ts'
import {readText} from '../read/data/source-text.ts'
import {picturesOfNotes} from '../read/episode/text-pictures.ts'
import {markdownOf} from '../read/files/episode-files.ts'
import type {FileIndex} from '../read/files/file-index.ts'
import {renderNotes} from '../render/notes/notes.ts'
import {pictureAddresses, pictureCopies, pictureSizes} from '../render/text-pictures.ts'
import {slugOf} from '../text/addresses/slug.ts'
import {type BlockToken, blockText, links} from '../text/markdown/block-text.ts'
import {type Block, lexMarkdown} from '../text/markdown/markdown.ts'
import {parseDate} from '../text/time/dates.ts'
import {problem} from './theme-problems.ts'

export type OwnPages = {
  readonly pages: readonly OwnPage[]
  /** Pictures that they show. */
  readonly copies: readonly FileCopy[]
  /** The addresses of the pages, by their files. */
  readonly addresses: ReadonlyMap<string, AbsoluteUrl>
  readonly problems: readonly Problem[]
}

type PagesSource = {
  readonly folder: string
  readonly show: Pick<Show, 'siteUrl' | 'timeZone' | 'ownPageGlobs' | 'file' | 'places'>
  readonly files: readonly string[]
  readonly index: FileIndex
  readonly now: Date
}

type Written = {
  readonly file: string
  readonly path: string
  readonly title: string
  readonly description?: string
  readonly blocks: readonly Block[]
}

const noOwnPages: OwnPages = {pages: [], copies: [], addresses: new Map(), problems: []}

function noPage(glob: string, {show}: PagesSource): Problem {
  const message = `own_pages names ${glob.slice(0, 80)}, and there is no Markdown file, so it makes no page`
  const hint = 'Write the path of Markdown files below the show folder: own_pages: pages/*.md'
  return problem('own-page-left-out', {file: show.file, ...show.places.get('own_pages')}, message, hint)
}

/** Reads and renders the pages of the author's own. A draft, and a page of a later date, leave no trace. */
export async function readOwnPages(source: PagesSource): Promise<OwnPages> {
  const problems: Problem[] = source.show.ownPageGlobs
    .filter((glob) => markdownOf(source.files, [glob]).length === 0)
    .map((glob) => noPage(glob, source))
  if (source.files.length === 0) return {...noOwnPages, problems}
  const written: Written[] = []
  const taken = new Map<string, string>()
  for (const file of source.files) {
    const page = await readPage(source, file, problems)
    if (page === undefined) continue
    const why = isOwnFolder(page.path) ? 'pages of the show are at that address' : taken.get(page.path)
    if (why === undefined) {
      taken.set(page.path, `${file} has that address`)
      written.push(page)
    } else problems.push(leftOut(file, page.path, why))
  }
  const addresses = new Map(written.map(({file, path}) => [file, siteAddress(source.show.siteUrl, path)]))
  const rendered: RenderedPage[] = []
  for (const page of written) rendered.push(await renderPage(page, source, addresses))
  return {
    pages: rendered.map(({page}) => page),
    copies: rendered.flatMap(({pictures}) => pictureCopies(pictures)),
    addresses,
    problems: [...problems, ...rendered.flatMap((each) => each.problems)],
  }
}

function leftOut(file: string, path: string, why: string): Problem {
  const message = `The page would be at ${path === '' ? 'the address of the site' : path}, but ${why}`
  const hint =
    path === '' ? 'The page of the show can have a template of yours: theme/show.liquid' : 'Give the file another name'
  return problem('own-page-left-out', {file, line: 1}, message, hint)
}

async function readPage(
  {folder, show, now}: PagesSource,
  file: string,
  problems: Problem[],
): Promise<Written | undefined> {
  const text = await readText(folder, file)
  problems.push(...text.problems)
  if (!text.ok) return undefined
  const source = readFrontMatter(text.value, file)
  problems.push(...source.problems)
  const said = (key: string) => {
    const value = source.data[key]
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
  }
  const no = /^(?:false|no|off|0)$/i
  // A page that is not clearly public is not published.
  if (!no.test(said('draft') ?? 'no') || no.test(said('published') ?? '')) return undefined
  const date = said('date')
  const begins = date === undefined ? undefined : parseDate(date, show.timeZone)
  if (begins !== undefined && 'wrong' in begins) {
    const message = `\`date\` ${begins.wrong}, so nobody knows whether the page is to be published already`
    problems.push(problem('own-page-left-out', {file, ...source.locate(['date'])}, message, begins.hint))
    return undefined
  }
  if (begins !== undefined && begins.at > now) return undefined
  const {blocks, title} = withoutTitle(lexMarkdown(source.body, {firstLine: source.bodyLine}).blocks)
  const path = pathOf(file, show.ownPageGlobs)
  return {
    file,
    path,
    title: said('title') ?? title ?? path.split('/').at(-2) ?? '',
    blocks: said('title') === undefined ? blocks : withoutTitle(blocks, said('title')).blocks,
    ...present({description: said('description') ?? said('summary')}),
  }
}

/** A heading above everything else is the title of the page, unless front matter says another one. */
function withoutTitle(
  blocks: readonly Block[],
  known?: string,
): {readonly blocks: readonly Block[]; readonly title?: string} {
  const [first, ...rest] = blocks
  const token = first?.token as BlockToken | undefined
  if (token?.type !== 'heading' || token.depth !== 1) return {blocks}
  const title = blockText(token).trim()
  return known === undefined || known === title ? {blocks: rest, title} : {blocks}
}

/** `about/` for `pages/about.md`: the folder at the beginning of the pattern is left out. */
function pathOf(file: string, globs: readonly string[]): string {
  const starts = globs.map((glob) => {
    const clean = glob.replace(/^(?:\.?\/)+/, '')
    const fixed = /[*?{]/.test(clean)
      ? clean.replace(/[*?{].*$/, '')
      : clean.replace(/\/*$/, /\.[a-z]+$/i.test(clean) ? '' : '/')
    return fixed.slice(0, fixed.lastIndexOf('/') + 1)
  })
  const start = starts.filter((each) => file.startsWith(each)).sort((a, b) => b.length - a.length)[0] ?? ''
  const names = file
    .slice(start.length)
    .replace(/\.[a-z]+$/i, '')
    .split('/')
  if (names.at(-1) === 'index') names.pop()
  return names.map((name) => `${slugOf(name)}/`).join('')
}

type RenderedPage = {
  readonly page: OwnPage
  readonly pictures: readonly TextPicture[]
  readonly problems: readonly Problem[]
}

async function renderPage(
  {file, path, title, description, blocks}: Written,
  {folder, show: {siteUrl}, index}: PagesSource,
  addresses: ReadonlyMap<string, AbsoluteUrl>,
): Promise<RenderedPage> {
  const url = siteAddress(siteUrl, path)
  const found = picturesOfNotes(blocks, file, index)
  const probed = await probeTextPictures(folder, found.pictures)
  const {html, problems} = renderNotes(blocks, {
    base: url,
    policy: 'page',
    highestHeading: 2,
    file,
    pictures: pictureAddresses({siteUrl}, probed.pictures),
    episodes: linksTo(blocks, file, index, addresses),
  })
  const pictures = pictureSizes({siteUrl}, probed.pictures)
  return {
    page: {path, url, title, html, pictures, source: file, ...present({description})},
    pictures: probed.pictures,
    problems: [...found.problems, ...probed.problems, ...problems],
  }
}

/** Links to files of other pages lead to their addresses. */
function linksTo(
  blocks: readonly Block[],
  file: string,
  index: FileIndex,
  addresses: ReadonlyMap<string, AbsoluteUrl>,
): ReadonlyMap<string, AbsoluteUrl | undefined> {
  const found = new Map<string, AbsoluteUrl | undefined>()
  for (const {href} of blocks.flatMap(({token}) => links(token as BlockToken))) {
    if (!/^(?![a-z][a-z\d+.-]*:|\/\/|#)[^?]*\.(?:md|markdown)(?:#.*)?$/i.test(href)) continue
    const [reference = '', fragment] = href.split('#')
    const target = index.find(reference, file)
    const address = 'path' in target ? addresses.get(target.path) : undefined
    if (address !== undefined) found.set(href, absoluteUrl(fragment === undefined ? address : `${address}#${fragment}`))
  }
  return found
}
