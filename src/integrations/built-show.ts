import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type BuildOptions, build, type EpisodeData, hasErrors, type Problem, type ShowData} from '../index.ts'
import {readShowFile} from '../read/show/show-file.ts'

/** What an integration depends on: the show, where its files are made, and the options of a build. */
export type ShowOptions = Omit<BuildOptions, 'trial' | 'onIdle'> & {
  /** The folder of the show, from the current folder. Its `show.yaml` says `pages: false` and `data: true`. */
  readonly show: string
  /** A folder for what Castwright makes, which git does not see. The files for the site are copied from it. */
  readonly into?: string
}

/** What the pages of a site are made of. */
export type BuiltShow = {
  readonly show: ShowData
  /** The newest first, each with its notes, media, people, chapters and transcripts. */
  readonly episodes: readonly EpisodeData[]
}

/** The folder for what Castwright makes. */
export function workFolder({into = '.castwright-site'}: ShowOptions): string {
  return into
}

/** Where the files of the show are, for the site that is published, or for one that only its author looks at. */
export function filesFolder(options: ShowOptions, isTrial: boolean): string {
  return join(workFolder(options), isTrial ? 'preview' : 'site')
}

/** Whether a file is copied to the site. What a build keeps beside its output is only for later builds. */
export function isForSite(path: string): boolean {
  return !/(?:^|[\\/])\.castwright(?:[\\/]|$)/.test(path)
}

/**
 * Builds the show, and reads what was made of it. Throws if the show has an error, with the text of its errors, so that the
 * generator publishes nothing. Each warning goes to `warn` as a text.
 */
export async function buildShow(
  options: ShowOptions,
  isTrial: boolean,
  warn: (text: string) => void,
): Promise<BuiltShow> {
  const {show: folder, into: _into, ...rest} = options
  await refusePages(folder)
  const output = filesFolder(options, isTrial)
  const built = await build(folder, output, {...rest, trial: isTrial})
  const told = (severity: Problem['severity']) =>
    built.problems.filter((each) => each.severity === severity).map((each) => describe(folder, each))
  if (!built.ok || hasErrors(built.problems)) throw new Error(told('error').join('\n'))
  for (const text of told('warning')) warn(text)
  writeFileSync(join(workFolder(options), '.gitignore'), '*\n')
  const show: ShowData = read(join(output, 'data.json'))
  const episodes = show.episodes.map(({slug}): EpisodeData => read(join(output, 'episodes', slug, 'data.json')))
  return {show, episodes}
}

/** This is said before anything is built. Otherwise the lock would record the pages, and a later build would miss them. */
async function refusePages(folder: string): Promise<void> {
  const found = await readShowFile(folder)
  if (!found.ok) throw new Error(found.problems.map((each) => describe(folder, each)).join('\n'))
  const {show, file} = found.value
  const lines = [...(show.hasPages ? ['pages: false'] : []), ...(show.hasData ? [] : ['data: true'])]
  if (lines.length === 0) return
  throw new Error(
    `Write ${lines.join(' and ')} into ${join(folder, file)}: another generator makes the pages of this show`,
  )
}

/** Our own JSON, which was just written. */
function read<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8'))
}

function describe(folder: string, {file, line, column, severity, message, hint, code}: Problem): string {
  const place = [file === undefined ? folder : join(folder, file), line, column].filter((part) => part !== undefined)
  return `${place.join(':')} ${severity}: ${message}${hint === undefined ? '' : `. ${hint}`} (${code})`
}
