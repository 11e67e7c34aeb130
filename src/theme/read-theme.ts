import {absoluteUrl} from '../model/absolute-url.ts'
import {present} from '../model/present.ts'
import type {Place, Problem} from '../model/problem.ts'
import type {FileCopy} from '../model/rendered-episode.ts'
import type {Show} from '../model/show.ts'
import {siteAddress} from '../model/site-paths.ts'
import type {Logo, PolicySources, SiteLink, Theme, ThemeSettings, ThemeTemplate, WrittenLink} from '../model/theme.ts'
import {readPicture} from '../probe/images/image-art.ts'
import {readText} from '../read/data/source-text.ts'
import {type HeadSlot, noSources, readHeadHtml} from './head-html.ts'
import {headFileProblems, templateFileProblems} from './named-files.ts'
import {styleAddressProblems} from './style-addresses.ts'
import {headFile, styleFile, templateName, themeCopies, themeFile, unreadThemeFiles} from './theme-files.ts'
import {problem} from './theme-problems.ts'
import {contrastProblems, settingsStyle} from './theme-style.ts'

/** What a theme adds to a site, except what every page has of it. */
export type ThemeFiles = {
  /** The style sheet: what show.yaml says, then `theme/style.css`. */
  readonly style?: string
  readonly copies: readonly FileCopy[]
}

export type ReadTheme = {readonly theme?: Theme; readonly files: ThemeFiles; readonly problems: readonly Problem[]}

type ThemeSource = {
  readonly folder: string
  readonly show: Pick<Show, 'theme' | 'siteUrl' | 'file' | 'places'>
  /** The files of the folder `theme/`. */
  readonly paths: readonly string[]
  /** The addresses of the author's own pages, by their files. */
  readonly pages: ReadonlyMap<string, string>
}

/** Reads what the author makes of the pages: `theme` of show.yaml, and the folder `theme/`. */
export async function readTheme({folder, show, paths, pages}: ThemeSource): Promise<ReadTheme> {
  const {theme: settings, siteUrl} = show
  if (settings === undefined && paths.length === 0) return {files: {copies: []}, problems: []}
  const place = {file: show.file, ...show.places.get('theme')}
  const known = new Set(paths)
  const problems: Problem[] = []
  const copies = themeCopies(paths)
  // The style sheet is no copy: what show.yaml says is in it as well.
  const published = new Set([...copies.map(({path}) => path), styleFile])
  const head = await headSlot(folder, known, problems)
  const templates = await templatesOf(folder, paths, problems)
  problems.push(...headFileProblems(head.addresses, published, siteUrl))
  problems.push(...templates.flatMap((template) => templateFileProblems(template, published)))
  const style = await styleOf({folder, settings, known, place, policy: head.policy}, problems)
  const logo = await logoOf({folder, show, known, place}, problems)
  const texts = [head.html ?? '', style ?? '', ...templates.map(({text}) => text)]
  problems.push(...unreadThemeFiles(paths, texts).map(unread))
  const link = (written: WrittenLink) => siteLink(written, siteUrl, pages)
  const theme: Theme = {
    policy: head.policy,
    hasStyle: style !== undefined,
    navigation: settings?.navigation.flatMap(link) ?? [],
    footer: settings?.footer.flatMap(link) ?? [],
    templates,
    ...present({headHtml: head.html, logo}),
  }
  return {theme, files: {copies, ...present({style})}, problems}
}

async function headSlot(folder: string, known: ReadonlySet<string>, problems: Problem[]): Promise<HeadSlot> {
  const text = await textOf(folder, headFile, known, problems)
  if (text === undefined || text.trim() === '') return {policy: noSources, addresses: [], problems: []}
  const slot = readHeadHtml(text, headFile)
  problems.push(...slot.problems)
  return slot
}

async function textOf(
  folder: string,
  file: string,
  known: ReadonlySet<string>,
  problems: Problem[],
): Promise<string | undefined> {
  if (!known.has(file)) return undefined
  const text = await readText(folder, file)
  problems.push(...text.problems)
  return text.ok ? text.value : undefined
}

async function templatesOf(
  folder: string,
  paths: readonly string[],
  problems: Problem[],
): Promise<readonly ThemeTemplate[]> {
  const templates: ThemeTemplate[] = []
  for (const file of paths) {
    const name = templateName(file)
    const text = name === undefined ? undefined : await textOf(folder, file, new Set([file]), problems)
    if (name !== undefined && text !== undefined) templates.push({name, file, text})
  }
  return templates
}

type StyleSource = {
  readonly folder: string
  readonly settings: ThemeSettings | undefined
  readonly known: ReadonlySet<string>
  /** Where show.yaml has the theme. */
  readonly place: Place
  readonly policy: PolicySources
}

async function styleOf(
  {folder, settings, known, place, policy}: StyleSource,
  problems: Problem[],
): Promise<string | undefined> {
  const pathOf = (written: string) => {
    const file = themeFile(written, known)
    if (file === undefined) problems.push(missing(written, place))
    // The path as seen from the style sheet, which lies in the same folder.
    return file
      ?.slice(file.indexOf('/') + 1)
      .split('/')
      .map(encodeURIComponent)
      .join('/')
  }
  const said = settings === undefined ? '' : settingsStyle(settings, pathOf)
  if (settings !== undefined) problems.push(...contrastProblems(settings, place))
  const own = (await textOf(folder, styleFile, known, problems)) ?? ''
  problems.push(...styleAddressProblems(own, known, policy))
  const style = said + own
  return style.trim() === '' ? undefined : style
}

function unread(file: string): Problem {
  const name = file.slice(file.lastIndexOf('/') + 1)
  const hint = name.endsWith('.liquid')
    ? `Put the template into theme/ itself: theme/${name}`
    : 'Pages read style.css, head.html and templates (episode.liquid), and what these name'
  return problem('theme-file-unread', {file}, 'No page reads this file of the theme, so it changes nothing', hint)
}

function missing(written: string, place: Place): Problem {
  const message = `There is no \`${written.slice(0, 100)}\` in the folder theme/, so pages are without it`
  return problem('theme-file-missing', place, message, 'Put the file into theme/, beside style.css')
}

type LogoSource = Pick<ThemeSource, 'folder' | 'show'> & {
  readonly known: ReadonlySet<string>
  readonly place: Place
}

/** Its size is written into pages, so that they do not jump when it is loaded. */
async function logoOf({folder, show, known, place}: LogoSource, problems: Problem[]): Promise<Logo | undefined> {
  const written = show.theme?.logo
  if (written === undefined) return undefined
  const file = themeFile(written, known)
  if (file === undefined) {
    problems.push(missing(written, place))
    return undefined
  }
  const {facts, problems: found} = await readPicture(folder, file, place)
  problems.push(...found)
  if (facts === undefined) return undefined
  const {widthInPixels, heightInPixels} = facts
  return {url: siteAddress(show.siteUrl, file), widthInPixels, heightInPixels}
}

/** A page of the author's own by its file, a place of the site by its path, anything else by its address. */
function siteLink(
  {text, url}: WrittenLink,
  siteUrl: Show['siteUrl'],
  pages: ReadonlyMap<string, string>,
): readonly SiteLink[] {
  const page = pages.get(url.replace(/^(?:\.?\/)+/, '').replace(/#.*$/, ''))
  if (page !== undefined) return [{text, url: page + (/#.*$/.exec(url)?.[0] ?? '')}]
  if (/^mailto:/i.test(url)) return [{text, url}]
  const isPath = !/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url)
  const address = isPath ? absoluteUrl(url.replace(/^\/+/, './'), siteUrl) : absoluteUrl(url)
  return address === undefined ? [] : [{text, url: address}]
}
