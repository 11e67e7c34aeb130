import {existsSync, realpathSync} from 'node:fs'
import {lstat, mkdir, readFile, rename, writeFile} from 'node:fs/promises'
import {basename, dirname, join, relative, resolve} from 'node:path'
import {hostAutomations, type InitHost, type InitHostName} from '../../init/hosts.ts'
import type {InitFile, InitSettings} from '../../init/init-file.ts'
import {showFiles} from '../../init/show-files.ts'
import {isAsWritten} from '../../init/written-mark.ts'
import {present} from '../../model/present.ts'
import {type Outcome, withSeverity} from '../../model/problem.ts'
import {hostNames} from '../../model/serving.ts'
import {type Timed, timed} from '../../plan/timed.ts'
import {podcastGuidOf} from '../../read/episode/identity.ts'
import {findShowFile} from '../../read/show/show-file.ts'
import {formatInZone} from '../../text/time/date-formats.ts'
import {isTimeZone} from '../../text/time/dates.ts'
import {version} from '../../version.ts'
import {homeFolder} from '../home-folder.ts'
import {isNetwork, readNetwork} from '../network/network-shows.ts'
import {problem} from '../use-problems.ts'
import {copiesIn, copySourceOf, importByHand} from './copy-source.ts'
import {episodesHere} from './episodes-here.ts'

/** The name of the new show, and where it will be published. */
export type InitOptions = {
  /** Absent: the show gets no automation. */
  readonly host?: InitHostName
  readonly title?: string
  readonly author?: string
  readonly description?: string
  /** Where the show will be published. */
  readonly siteUrl?: string
  readonly language?: string
  readonly timeZone?: string
  /** By how many jobs a network is built side by side. Absent: one for every ten shows. */
  readonly shards?: number
  /** The date of the first episode; without it, today. */
  readonly now?: Date
}

/**
 * What happened to each file, by its path from the folder. Automation stands at the root of the repository, which may be above the
 * folder.
 */
export type InitReport = {
  readonly created: readonly string[]
  /** Files that an earlier `init` wrote, and that were now brought up to date. */
  readonly updated: readonly string[]
  readonly unchanged: readonly string[]
  /** Files that somebody else wrote, or that were edited since. They are not touched. */
  readonly kept: readonly string[]
  /** Where `show.yaml` is, below the folder. */
  readonly showFolder: string
  /** What the author must set up at the host by hand. */
  readonly toDo: readonly string[]
}

/**
 * Makes a show in `folder` that builds at once, and the automation that publishes it. If the folder already has a show, only the
 * automation is made. If the show is a copy that `import` made with `only: 'enrich'`, the automation imports again, every hour, before it
 * publishes. A file is overwritten only if `init` wrote it and nobody edited it. Problems: `output-unwritable`,
 * `value-invalid`.
 */
export async function init(folder: string, options: InitOptions = {}): Promise<Outcome<InitReport>> {
  const given = settingsOf(folder, timed(options))
  if (!given.ok) return given
  const there = hasShow(folder) ? undefined : await episodesHere(folder)
  const settings = {value: {...given.value, ...there}}
  const host: InitHost | undefined = hostAutomations.find(({name}) => name === options.host)
  const isThere = isNetwork(folder) || findShowFile(join(folder, settings.value.showFolder)) !== undefined
  const show = isThere ? [] : showFiles(settings.value, host?.toDo ?? [])
  const repository = host === undefined ? folder : repositoryOf(folder)
  const showFolder = belowRepository(repository, folder, settings.value.showFolder)
  const copyOf = copySourceOf(join(folder, settings.value.showFolder))
  const network = isNetwork(folder) ? await readNetwork(folder) : undefined
  const copies = network?.ok === true ? copiesIn(folder, network.value.names) : []
  const byHand = host?.importsByHand === true ? copies.map(importByHand) : []
  const shards = options.shards ?? shardsFor(network?.ok === true ? network.value.names.length : 1)
  const isOfNetwork = network === undefined ? {isNetwork: false} : {isNetwork: true, shards, copies}
  const automation = host?.files({...settings.value, showFolder, ...isOfNetwork, ...present({copyOf})}) ?? []
  const files = [...show.map((file) => ({file, base: folder})), ...automation.map((file) => ({file, base: repository}))]
  const done: Record<FileFate, string[]> = {created: [], updated: [], unchanged: [], kept: []}
  try {
    // All files are looked at before the first one is written. So a file that cannot be made is known while nothing is written yet.
    const fates = await Promise.all(files.map(async (each) => ({...each, fate: await fateOf(each.base, each.file)})))
    for (const {file, base, fate} of fates) {
      if (fate === 'created' || fate === 'updated') await put(base, file, fate)
      done[fate].push(slashed(relative(realPath(folder), join(realPath(base), file.path))))
    }
  } catch (error) {
    const message = `The show could not be made: ${error instanceof Error ? error.message : error}`
    return {ok: false, problems: [problem('output-unwritable', {}, message, 'Name a folder that you may write to')]}
  }
  return {
    ok: true,
    value: {...done, showFolder: settings.value.showFolder, toDo: [...(host?.toDo ?? []), ...byHand]},
    problems: [],
  }
}

/** One job builds ten thousand episodes in a minute. A further job needs half a minute to begin. */
function shardsFor(shows: number): number {
  return Math.min(mostShards, Math.ceil(shows / showsPerShard))
}

const showsPerShard = 10
/** A free account of GitHub runs a few more jobs than this at once, so other workflows can run beside it. */
const mostShards = 16

/**
 * The folder of the git repository that `folder` is in, where hosts look for automation; otherwise `folder` itself. The home folder
 * does not count: it may be a repository, but one of settings.
 */
function repositoryOf(folder: string): string {
  const home = homeFolder()
  for (let at = realPath(folder); at !== dirname(at) && at !== home; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at
  }
  return folder
}

function belowRepository(repository: string, folder: string, showFolder: string): string {
  const between = slashed(relative(realPath(repository), realPath(folder)))
  return between === '' ? showFolder : `${between}/${showFolder}`
}

/** The real path of a folder that may not exist yet. */
function realPath(folder: string): string {
  const absolute = resolve(folder)
  if (existsSync(absolute)) return realpathSync(absolute)
  return absolute === dirname(absolute) ? absolute : join(realPath(dirname(absolute)), basename(absolute))
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/')
}

function settingsOf(folder: string, options: Timed<InitOptions>): Outcome<InitSettings> {
  const {title, author, description, siteUrl, language = 'en', timeZone = 'UTC', now} = options
  const wrong = (message: string, hint: string): Outcome<InitSettings> => ({
    ok: false,
    problems: [withSeverity(problem('value-invalid', {}, message, hint), 'error')],
  })
  if (!isTimeZone(timeZone)) return wrong(`"${timeZone}" is no time zone`, 'Write an IANA name: Europe/Berlin')
  if (!/^[a-z]{2,3}(?:-[\da-z]{2,8})*$/i.test(language))
    return wrong(`"${language}" is no language`, 'Write en, or pt-BR')
  const site = siteUrl === undefined ? undefined : siteOf(siteUrl)
  if (siteUrl !== undefined && site === undefined) {
    return wrong(`"${siteUrl}" is no address of a site`, 'Write https://example.org/night-trains/')
  }
  const guid = site === undefined ? undefined : podcastGuidOf(new URL('feed.xml', site).href)
  const showFolder = isNetwork(folder) || findShowFile(folder) !== undefined ? '' : 'episodes/'
  const day = formatInZone(now, timeZone).slice(0, 10)
  const hosting = hostNames.find((name) => name === options.host)
  const written = present({title, author, description, siteUrl: site, guid, hosting})
  return {ok: true, value: {...written, language, timeZone, day, showFolder, version}, problems: []}
}

/** The address with a final `/`. */
function siteOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const {protocol, origin, pathname} = new URL(text)
  return /^https?:$/.test(protocol) ? `${origin}${pathname.replace(/\/?$/, '/')}` : undefined
}

type FileFate = 'created' | 'updated' | 'unchanged' | 'kept'

async function fateOf(folder: string, {path, content, isUpdated, isOf = ''}: InitFile): Promise<FileFate> {
  const target = join(folder, path)
  // This is not `existsSync`, because a link that leads nowhere also belongs to somebody.
  const found = await lstat(target).catch(() => undefined)
  if (found === undefined) return 'created'
  if (!found.isFile()) return 'kept'
  const now = await readFile(target)
  if (now.equals(Buffer.from(content))) return 'unchanged'
  const text = now.toString('utf8')
  return isUpdated && isAsWritten(text) && text.includes(isOf) ? 'updated' : 'kept'
}

async function put(folder: string, {path, content}: InitFile, fate: 'created' | 'updated'): Promise<void> {
  const target = join(folder, path)
  await mkdir(dirname(target), {recursive: true})
  if (fate === 'created') {
    await writeFile(target, content, {flag: 'wx'})
    return
  }
  const aside = `${target}.${process.pid}.new`
  await writeFile(aside, content)
  await rename(aside, target)
}

/** Whether `folder` holds a show, or a show in `episodes/` below it, or a network of shows. */
export function hasShow(folder: string): boolean {
  return (
    existsSync(folder) &&
    (isNetwork(folder) || [folder, join(folder, 'episodes')].some((each) => findShowFile(each) !== undefined))
  )
}
