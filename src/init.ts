import {existsSync} from 'node:fs'
import {lstat, mkdir, readFile, rename, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {type Host, hosts, type InitHostName} from './init/hosts.ts'
import type {InitFile, InitSettings} from './init/init-file.ts'
import {showFiles} from './init/show-files.ts'
import {isAsWritten} from './init/written-mark.ts'
import {present} from './model/present.ts'
import {type Outcome, problem} from './model/problem.ts'
import {hostNames} from './model/serving.ts'
import {podcastGuidOf} from './read/identity.ts'
import {findShowFile} from './read/show-file.ts'
import {formatInZone} from './text/date-formats.ts'
import {isTimeZone} from './text/dates.ts'
import {version} from './version.ts'

export type InitOptions = {
  /** None: a show without automation. */
  readonly host?: InitHostName
  readonly title?: string
  readonly author?: string
  readonly description?: string
  /** Where the show will be published. */
  readonly siteUrl?: string
  readonly language?: string
  readonly timeZone?: string
  /** The first episode is of this day. */
  readonly now: Date
}

/** What became of each file, by its path below the folder. */
export type InitReport = {
  readonly created: readonly string[]
  /** Written by an earlier `init`, and brought up to date. */
  readonly updated: readonly string[]
  readonly unchanged: readonly string[]
  /** Somebody else's, or edited since: not touched. */
  readonly kept: readonly string[]
  /** Where `show.yaml` is, below the folder. */
  readonly showFolder: string
  /** What is to be set up at the host by hand. */
  readonly toDo: readonly string[]
}

/**
 * Makes a show in `folder` that builds at once, and the automation that publishes it. In the folder of a show there is, only the
 * automation. No file is overwritten but one that `init` wrote and nobody edited. Problems: `output-unwritable`, `value-invalid`.
 */
export async function init(folder: string, options: InitOptions): Promise<Outcome<InitReport>> {
  const settings = settingsOf(folder, options)
  if (!settings.ok) return settings
  const host: Host | undefined = hosts.find(({name}) => name === options.host)
  const isThere = findShowFile(join(folder, settings.value.showFolder)) !== undefined
  const show = isThere ? [] : showFiles(settings.value, host?.toDo ?? [])
  const files = [...show, ...(host?.files(settings.value) ?? [])]
  const done: Record<FileFate, string[]> = {created: [], updated: [], unchanged: [], kept: []}
  try {
    // Looked at before the first is written: what cannot be made is to be known while nothing is.
    const fates = await Promise.all(files.map(async (file) => [file, await fateOf(folder, file)] as const))
    for (const [file, fate] of fates) {
      if (fate === 'created' || fate === 'updated') await put(folder, file, fate)
      done[fate].push(file.path)
    }
  } catch (error) {
    const message = `The show could not be made: ${error instanceof Error ? error.message : error}`
    return {ok: false, problems: [problem('output-unwritable', {}, message, 'Name a folder that you may write to')]}
  }
  const {showFolder} = settings.value
  return {ok: true, value: {...done, showFolder, toDo: host?.toDo ?? []}, problems: []}
}

function settingsOf(folder: string, options: InitOptions): Outcome<InitSettings> {
  const {title, author, description, siteUrl, language = 'en', timeZone = 'UTC', now} = options
  const wrong = (message: string, hint: string): Outcome<InitSettings> => ({
    ok: false,
    problems: [problem('value-invalid', {}, message, hint)],
  })
  if (!isTimeZone(timeZone)) return wrong(`"${timeZone}" is no time zone`, 'Write an IANA name: Europe/Berlin')
  if (!/^[a-z]{2,3}(?:-[\da-z]{2,8})*$/i.test(language))
    return wrong(`"${language}" is no language`, 'Write en, or pt-BR')
  const site = siteUrl === undefined ? undefined : siteOf(siteUrl)
  if (siteUrl !== undefined && site === undefined) {
    return wrong(`"${siteUrl}" is no address of a site`, 'Write https://example.org/night-trains/')
  }
  const guid = site === undefined ? undefined : podcastGuidOf(new URL('feed.xml', site).href)
  const showFolder = findShowFile(folder) === undefined ? 'episodes/' : ''
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

async function fateOf(folder: string, {path, content, isUpdated}: InitFile): Promise<FileFate> {
  const target = join(folder, path)
  // Not `existsSync`: a link to nowhere is somebody's as well.
  const found = await lstat(target).catch(() => undefined)
  if (found === undefined) return 'created'
  if (!found.isFile()) return 'kept'
  const now = await readFile(target)
  if (now.equals(Buffer.from(content))) return 'unchanged'
  return isUpdated && isAsWritten(now.toString('utf8')) ? 'updated' : 'kept'
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

/** Whether a show is in `folder`, or in `episodes/` below it. */
export function hasShow(folder: string): boolean {
  return existsSync(folder) && [folder, join(folder, 'episodes')].some((each) => findShowFile(each) !== undefined)
}
