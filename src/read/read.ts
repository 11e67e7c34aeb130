import type {Episode} from '../model/episode.ts'
import {present} from '../model/present.ts'
import {hasErrors, type Outcome, type Problem, problem} from '../model/problem.ts'
import type {Show} from '../model/show.ts'
import {authoredTags} from '../tags/all-tags.ts'
import {nearName} from '../text/near-name.ts'
import {type EpisodeContext, readEpisodeFiles} from './episode.ts'
import {episodeFields} from './episode-fields.ts'
import {type EpisodeFiles, findEpisodeFiles} from './episode-files.ts'
import {fieldReader, findField, type UnknownKey} from './fields.ts'
import {type FileIndex, indexFiles} from './file-index.ts'
import {listFiles} from './file-listing.ts'
import {type PeopleFiles, peopleFiles} from './people-files.ts'
import type {AuthoredPerson} from './person-kinds.ts'
import {personOf} from './person-of.ts'
import {readShowFile} from './show-file.ts'
import {matchTranscripts} from './transcript-matches.ts'

export type {EpisodeFiles} from './episode-files.ts'
export type {UnknownKey} from './fields.ts'

/** A show whose file was read and whose folder was listed. Its episodes are read one at a time, and nothing of them is kept. */
export type OpenedShow = {
  readonly folder: string
  readonly show: Show
  /** Name of the show's file in the folder. */
  readonly showFile: string
  readonly episodes: readonly EpisodeFiles[]
  readonly context: EpisodeContext
  /** Keys that no field owns, each at the first place it was met; grows while episodes are read. */
  readonly unknownKeys: Map<string, UnknownKey>
}

/** Opens the show in `folder`: reads its file, lists the folder, and sorts files to episodes. No episode is read yet. */
export async function openShow(folder: string): Promise<Outcome<OpenedShow>> {
  const showFile = await readShowFile(folder)
  if (!showFile.ok) return showFile
  const listing = await listFiles(folder)
  const {show: written, file, hosts, otherKeys} = showFile.value
  const index = indexFiles(listing.files)
  const people = peopleFiles(folder, listing.files, index)
  const hosting = await showPeople(hosts, people, {show: written, file}, index)
  const show = {...written, people: hosting.people}
  const episodes = findEpisodeFiles(listing.files, show.episodeGlobs)
  const transcripts = await matchTranscripts(folder, listing.files, episodes)
  const fields = fieldReader({table: episodeFields, tags: episodeTags, fieldNames: show.fieldNames, otherKeys})
  const context: EpisodeContext = {
    folder,
    show,
    fields,
    index,
    peopleFiles: people,
    transcriptsOf: (path) => transcripts.byEpisode.get(path) ?? [],
  }
  const problems = [
    ...showFile.problems,
    ...listing.problems,
    ...hosting.problems,
    ...transcripts.problems,
    ...emptyGlobs(show, episodes, file),
    ...unknownFieldNames(show, file),
  ]
  const value: OpenedShow = {folder, show, showFile: file, episodes, context, unknownKeys: new Map()}
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
      return problem(
        'value-invalid',
        {file, line: 1},
        `\`fields\` has "${name.slice(0, 60)}", which is none of our fields`,
        hint,
      )
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

function emptyGlobs({episodeGlobs}: Show, episodes: readonly EpisodeFiles[], file: string): readonly Problem[] {
  if (episodeGlobs.length === 0 || episodes.length > 0) return []
  const message = `\`episodes\` (${episodeGlobs.join(', ').slice(0, 200)}) names no Markdown file below this folder`
  return [problem('reference-missing', {file, line: 1}, message, 'Write a glob such as episodes: _episodes/**/*.md')]
}

/**
 * Reads one episode with what lies beside it. There is no value where the file is no episode (an `info` problem says why), or
 * where an error keeps it out of the feed; the other episodes are not touched by that.
 */
export async function readEpisode(
  opened: OpenedShow,
  files: EpisodeFiles,
  /** Under which the episode was published, where it was. Its author's own `slug` comes before it. */
  publishedSlug?: string,
): Promise<Outcome<Episode>> {
  const {outcome, unknownKeys} = await readEpisodeFiles(files, opened.context, publishedSlug)
  if (opened.show.strict) return withProblems(outcome, unknownKeys.map(refusedKey))
  for (const each of unknownKeys) rememberUnknownKey(opened, each)
  return outcome
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

/** So many different keys are no longer read by anybody. */
const mostKeys = 1000

/** By file name and not by who came first: episodes are read side by side, and two runs must say the same. */
export function rememberUnknownKey({unknownKeys: keys}: OpenedShow, unknown: UnknownKey): void {
  const known = keys.get(unknown.key)
  if (known === undefined ? keys.size < mostKeys : (unknown.place.file ?? '') < (known.place.file ?? ''))
    keys.set(unknown.key, unknown)
}

/** Each key of the episodes read so far that Castwright does not use, named once (`key-unknown`). */
export function unknownKeyProblems({unknownKeys}: OpenedShow): readonly Problem[] {
  return [...unknownKeys.values()]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({key, place}) =>
      problem(
        'key-unknown',
        present(place),
        `"${key}" is not used by Castwright (named once, whatever the number of episodes)`,
      ),
    )
}
