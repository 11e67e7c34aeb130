import {resolve} from 'node:path'
import type {Episode} from '../model/episode.ts'
import {present} from '../model/present.ts'
import {hasErrors, type Outcome, type Problem, withSeverity} from '../model/problem.ts'
import type {Show} from '../model/show.ts'
import {themeFolder} from '../model/site-paths.ts'
import {authoredTags} from '../tags/all-tags.ts'
import {nearName} from '../text/near-name.ts'
import {readEpisodeFiles} from './episode/episode.ts'
import type {EpisodeContext} from './episode/episode-context.ts'
import {problem} from './episode/episode-problems.ts'
import {type PeopleFiles, peopleFiles} from './episode/people-files.ts'
import {personOf} from './episode/person-of.ts'
import {episodeFields} from './fields/episode-fields.ts'
import type {UnknownKey} from './fields/field-table.ts'
import {fieldReader} from './fields/fields.ts'
import {findField, keyOwners} from './fields/key-owners.ts'
import type {AuthoredPerson} from './fields/person-kinds.ts'
import {type EpisodeFiles, findEpisodeFiles, isPassedOver, markdownOf} from './files/episode-files.ts'
import {type FileIndex, indexFiles} from './files/file-index.ts'
import {listFiles} from './files/file-listing.ts'
import {listOutsideTranscripts} from './files/outside-transcripts.ts'
import {spareFiles, unclaimedFiles} from './files/spare-files.ts'
import {matchTranscripts} from './files/transcript-matches.ts'
import {findCorrections} from './show/corrections.ts'
import {readShowFile} from './show/show-file.ts'

export type {UnknownKey} from './fields/field-table.ts'
export type {EpisodeFiles} from './files/episode-files.ts'

/** A show whose file was read and whose folder was listed. Its episodes are read one at a time, and their contents are not kept. */
export type OpenedShow = {
  readonly folder: string
  readonly show: Show
  /** Name of the show's file in the folder. */
  readonly showFile: string
  readonly episodes: readonly EpisodeFiles[]
  readonly context: EpisodeContext
  /** Keys that no field owns, each with its first place. The map grows while episodes are read. */
  readonly unknownKeys: Map<string, UnknownKey>
  /** Files that episodes name. The set grows while episodes are read. */
  readonly claimed: Set<string>
  /** Folders outside the show's that were listed. */
  readonly otherFolders: readonly string[]
  /** Files that are of the site, and of no episode. */
  readonly siteFiles: SiteFiles
}

/** Those of the folder `theme/`, and Markdown files that are pages of the author's own. */
export type SiteFiles = {readonly theme: readonly string[]; readonly pages: readonly string[]}

/** Opens the show in `folder`: reads its file, lists the folder, and sorts files to episodes. No episode is read yet. */
export async function openShow(folder: string): Promise<Outcome<OpenedShow>> {
  const showFile = await readShowFile(folder)
  if (!showFile.ok) return showFile
  const listing = await listFiles(folder)
  const {show: written, file, hosts, otherKeys, corrections: said, transcriptsFrom} = showFile.value
  const index = indexFiles(listing.files)
  const people = peopleFiles(folder, listing.files, index)
  const hosting = await showPeople(hosts, people, {show: written, file}, index)
  const show = {...written, people: hosting.people}
  const siteFiles = {
    theme: listing.files.filter((path) => path.startsWith(themeFolder)),
    pages: show.ownPageGlobs.length === 0 ? [] : markdownOf(listing.files, show.ownPageGlobs),
  }
  const ownPages = new Set(siteFiles.pages)
  const candidates = ownPages.size === 0 ? listing.files : listing.files.filter((path) => !ownPages.has(path))
  const episodes = findEpisodeFiles(candidates, show.episodeGlobs)
  const outside = await listOutsideTranscripts(folder, transcriptsFrom, {file, ...show.places.get('transcripts_from')})
  const transcripts = await matchTranscripts(folder, listing.files, episodes, outside.files)
  const settings = {table: episodeFields, tags: episodeTags, fieldNames: show.fieldNames, otherKeys}
  const corrections = findCorrections(said, episodes, keyOwners(settings))
  const context: EpisodeContext = {
    folder,
    show,
    fields: fieldReader(settings),
    corrections,
    index,
    peopleFiles: people,
    transcriptsOf: (path) => transcripts.byEpisode.get(path) ?? [],
    // What lies in the folder of the theme is missed by no episode.
    spare: spareFiles(
      listing.files.filter((path) => !path.startsWith(themeFolder)),
      episodes,
      transcripts.byEpisode,
    ),
  }
  const problems = [
    ...showFile.problems,
    ...listing.problems,
    ...hosting.problems,
    ...outside.problems,
    ...transcripts.problems,
    ...corrections.problems,
    ...noFiles(show, episodes, listing.files, file),
    ...unknownFieldNames(show, file),
  ]
  const value: OpenedShow = {
    folder,
    show,
    showFile: file,
    episodes,
    context,
    unknownKeys: new Map(),
    claimed: new Set(show.feeds.flatMap(({members}) => members?.replace(/^(?:\.\/)+/, '') ?? [])),
    otherFolders: transcriptsFrom === undefined ? [] : [resolve(folder, transcriptsFrom)],
    siteFiles,
  }
  return {ok: true, value, problems}
}

const episodeTags = authoredTags.filter(({level}) => level !== 'show')

function unknownFieldNames({fieldNames}: Show, file: string): readonly Problem[] {
  return [...fieldNames.keys()]
    .filter((name) => findField(name, episodeFields, episodeTags) === undefined)
    .map((name) => {
      const near = nearName(name, Object.keys(episodeFields))
      const hint =
        near === undefined ? `The names are: ${Object.keys(episodeFields).join(', ')}` : `Did you mean "${near}"?`
      const message = `\`fields\` has "${name.slice(0, 60)}", which is none of our fields`
      // The field that is then read of no episode may be `date`, or `draft`.
      return withSeverity(problem('value-invalid', {file, line: 1}, message, hint), 'error')
    })
}

async function showPeople(
  hosts: readonly AuthoredPerson[],
  people: PeopleFiles,
  {show, file}: {readonly show: Show; readonly file: string},
  index: FileIndex,
): Promise<{readonly people: Show['people']; readonly problems: readonly Problem[]}> {
  const place = {file, ...show.places.get('hosts')}
  const found = await Promise.all(
    hosts.map(async (host) =>
      personOf(host, await people.find(host.name, 'host'), {defaultRole: 'Host', place, index}),
    ),
  )
  return {people: found.map(({person}) => person), problems: found.flatMap(({problems}) => problems)}
}

/** The problem of a show in which no file may be an episode, although there are Markdown files. */
function noFiles(
  {episodeGlobs, places}: Show,
  episodes: readonly EpisodeFiles[],
  files: readonly string[],
  file: string,
): readonly Problem[] {
  if (episodes.length > 0) return []
  const place = {file, line: 1, ...places.get('episodes')}
  const hint = 'Write where the episodes are: episodes: _episodes/**/*.md'
  if (episodeGlobs.length > 0) {
    const message = `\`episodes\` (${episodeGlobs.join(', ').slice(0, 200)}) names no Markdown file below this folder`
    return [problem('episodes-missing', place, message, hint)]
  }
  const passed = files.filter(isPassedOver)
  const [first] = passed
  if (first === undefined) return []
  const folder = first.slice(0, first.lastIndexOf('/') + 1)
  const message = `There is no episode, but ${passed.length} Markdown files lie in folders that are not looked into, as ${folder}`
  return [problem('episodes-missing', place, message, `If they are episodes: episodes: ${folder}*.md`)]
}

/**
 * Reads one episode with what lies beside it. There is no value where the file is no episode (an `info` problem says why), or
 * where an error keeps the episode out of the feed. Neither case touches the other episodes.
 */
export async function readEpisode(
  opened: OpenedShow,
  files: EpisodeFiles,
  /** The slug under which the episode was published, if it was. The author's own `slug` comes before it. */
  publishedSlug?: string,
): Promise<Outcome<Episode>> {
  const {outcome, unknownKeys, claimed} = await readEpisodeFiles(files, opened.context, publishedSlug)
  for (const path of claimed) opened.claimed.add(path)
  const isRefused = ({insteadOf, mark}: UnknownKey) =>
    opened.show.strict && insteadOf === undefined && mark === undefined
  for (const each of unknownKeys) if (!isRefused(each)) rememberUnknownKey(opened, each)
  return opened.show.strict ? withProblems(outcome, unknownKeys.filter(isRefused).map(refusedKey)) : outcome
}

function withProblems(outcome: Outcome<Episode>, more: readonly Problem[]): Outcome<Episode> {
  const problems = [...outcome.problems, ...more]
  return hasErrors(problems) || !outcome.ok ? {ok: false, problems} : {...outcome, problems}
}

function refusedKey({key, place}: UnknownKey): Problem {
  return problem(
    'key-refused',
    place,
    `"${key}" is no known key, and the show is strict`,
    `If another tool reads it, write other_keys: [${key}] in show.yaml`,
  )
}

/** Nobody reads a list of more keys than this. */
const mostKeys = 1000

/** The order of file names decides which place is kept. Episodes are read side by side, and two runs must say the same. */
export function rememberUnknownKey({unknownKeys: keys}: OpenedShow, unknown: UnknownKey): void {
  const known = keys.get(unknown.key)
  if (known === undefined ? keys.size < mostKeys : (unknown.place.file ?? '') < (known.place.file ?? ''))
    keys.set(unknown.key, unknown)
}

/** Files that somebody would miss, and that belong to none of the episodes read so far (`file-unclaimed`). */
export function unclaimedProblems({context, claimed}: OpenedShow): readonly Problem[] {
  return unclaimedFiles(context.spare, claimed)
}

const namedOnce = 'named once, whatever the number of episodes'

/** Names each key of the episodes read so far that Castwright does not use, once for the show (`key-unknown`). */
export function unknownKeyProblems({unknownKeys}: OpenedShow): readonly Problem[] {
  return [...unknownKeys.values()].sort((a, b) => (a.key < b.key ? -1 : 1)).map(unknownKeyProblem)
}

function unknownKeyProblem({key, place, insteadOf, mark}: UnknownKey): Problem {
  if (mark !== undefined) {
    const message = `${key.slice(0, 1).toUpperCase()}${key.slice(1)} means nothing here, so it is left out of the text: ${mark} (${namedOnce})`
    return problem('mark-left-out', present(place), message, 'Write in Markdown what readers should see')
  }
  if (insteadOf === undefined)
    return problem('key-unknown', present(place), `"${key}" is not used by Castwright (${namedOnce})`)
  const message = `"${key}" is not used where "${insteadOf}" is there (${namedOnce})`
  return problem('key-passed-over', present(place), message)
}
