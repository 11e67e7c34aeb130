import {existsSync, statSync} from 'node:fs'
import {basename, join} from 'node:path'
import {type AbsoluteUrl, absoluteUrl} from '../../model/absolute-url.ts'
import {showPlaceholders} from '../../model/placeholders.ts'
import {present} from '../../model/present.ts'
import {hasErrors, type Outcome, type Problem} from '../../model/problem.ts'
import {defaultHosts} from '../../model/serving.ts'
import type {Show} from '../../model/show.ts'
import {authoredTags} from '../../tags/all-tags.ts'
import {isTimeZone} from '../../text/time/dates.ts'
import {type FrontMatter, readDataFile} from '../data/authored-data.ts'
import type {DataSyntax} from '../data/data-syntaxes.ts'
import {readText} from '../data/source-text.ts'
import {placeholdersLeft} from '../episode/placeholders.ts'
import type {ReadFields, UnknownKey} from '../fields/field-table.ts'
import {fieldReader} from '../fields/fields.ts'
import {comparableKey} from '../fields/key-owners.ts'
import type {NetworkListName} from '../fields/network-kinds.ts'
import type {AuthoredPerson} from '../fields/person-kinds.ts'
import {type ShowFields, showFields} from '../fields/show-fields.ts'
import {noOwner} from '../fields/show-kinds.ts'
import type {WrittenCorrections} from './corrections.ts'
import {isNetwork} from './network-file.ts'
import {showFeeds} from './show-feeds.ts'
import {problem} from './show-problems.ts'
import {assumedFields, authorOf, missingFields} from './unwritten-fields.ts'

/** The names that the file of a show may have. The best is the first. */
export const showFileNames: ReadonlyMap<string, DataSyntax> = new Map([
  ['show.yaml', 'yaml'],
  ['show.yml', 'yaml'],
  ['show.json', 'json'],
  ['show.toml', 'toml'],
])

export type ShowFile = {
  readonly show: Show
  /** Its name in the show folder. */
  readonly file: string
  /** Hosts as they were written. Their names may be the names of files about them. */
  readonly hosts: readonly AuthoredPerson[]
  readonly otherKeys: readonly string[]
  readonly corrections: WrittenCorrections
  /** A folder outside the show, as it was written. */
  readonly transcriptsFrom?: string
  /** In a network, the folders of its shows, as they were written. */
  readonly shows: readonly string[]
  /** In a network, the lists that name a show, by the show's folder. */
  readonly lists: ReadonlyMap<string, readonly NetworkListName[]>
}

/** The name of the file that makes `folder` the folder of a show, if there is one. */
export function findShowFile(folder: string): string | undefined {
  return [...showFileNames.keys()].find((name) => existsSync(join(folder, name)))
}

const readFields = fieldReader({
  table: showFields,
  tags: authoredTags.filter(({level}) => level !== 'episode'),
  fieldNames: new Map(),
  otherKeys: [],
})

/** Reads `show.yaml`. All of its mistakes are reported at once. Only a file that cannot be read at all gives no value. */
export async function readShowFile(folder: string, file = findShowFile(folder)): Promise<Outcome<ShowFile>> {
  if (file === undefined) {
    return {ok: false, problems: [noShowFile(folder)]}
  }
  const text = await readText(folder, file)
  if (!text.ok) return text
  const source = readDataFile(text.value, file, showFileNames.get(file) ?? 'yaml')
  if (hasErrors(source.problems)) return {ok: false, problems: source.problems}
  const zone = source.data.timezone ?? source.data.time_zone
  const reading = readFields(source, {timeZone: typeof zone === 'string' && isTimeZone(zone) ? zone : 'UTC'})
  const problems = [
    ...text.problems,
    ...source.problems,
    ...reading.problems,
    ...reading.unknownKeys.map(unknownShowKey),
  ]
  const missing = missingFields(reading, file)
  const {site_url: siteUrl = nowhere, title = '', description = ''} = reading.fields
  // A show with mistakes is opened all the same. Its episodes may have mistakes, too, and the author wants to hear of all at once.
  const {feeds, problems: feedProblems} = showFeeds(reading.fields, source, keyOf(source, 'feeds'), siteUrl)
  const show = showFrom(reading, {file, siteUrl, title, description, feeds})
  const value = {
    show,
    file,
    hosts: reading.fields.hosts ?? [],
    otherKeys: reading.fields.other_keys ?? [],
    corrections: {
      leaveOut: reading.fields.leave_out ?? new Map(),
      corrections: reading.fields.corrections ?? new Map(),
      additions: reading.fields.additions ?? new Map(),
      locate: source.locate,
    },
    shows: reading.fields.shows ?? [],
    lists: reading.fields.lists ?? new Map(),
    ...present({transcriptsFrom: reading.fields.transcripts_from}),
  }
  const open = placeholdersLeft(reading, showFields, showPlaceholders)
  // If the show has no real address, the author need not write down the values that follow from it.
  const assumed = siteUrl === nowhere || siteUrl === showPlaceholders.site_url ? [] : assumedFields(reading, show, file)
  return {ok: true, value, problems: [...problems, ...feedProblems, ...missing, ...assumed, ...open]}
}

function noShowFile(folder: string): Problem {
  const said = (message: string, hint: string) => problem('show-file-missing', {file: 'show.yaml'}, message, hint)
  if (!existsSync(folder))
    return said('This folder does not exist', 'Look for a slip in its name. castwright init makes a new show')
  if (!statSync(folder).isDirectory())
    return said(`${basename(folder)} is a file, and a show is a folder`, 'Name the folder that the file is in')
  if (isNetwork(folder))
    return said('This folder holds a network of shows, and is no show itself', 'Name the folder of one of its shows')
  const hint =
    'If your show is elsewhere, name its folder. Else make one of the episodes or recordings that are here: castwright adopt. Or make a new one: castwright init'
  return said('There is no show.yaml in this folder, so it is no show', hint)
}

/** This replaces an address that is missing or wrong. Such an address is an error, so nothing that holds this one is ever written. */
const nowhere = absoluteUrl('https://nowhere.invalid/') as AbsoluteUrl

function unknownShowKey({key, place, insteadOf}: UnknownKey): Problem {
  if (insteadOf !== undefined)
    return problem('key-passed-over', place, `"${key}" is not used where "${insteadOf}" is there`)
  return problem('key-unknown', place, `"${key}" is not used by Castwright`)
}

/** The key that this file has for the field: `feeds`, or another key that means the same. */
function keyOf({data}: FrontMatter, name: 'feeds'): string {
  const names = showFields[name].keys.map(comparableKey)
  return Object.keys(data).find((key) => names.includes(comparableKey(key))) ?? name
}

type RequiredFields = Pick<Show, 'file' | 'siteUrl' | 'title' | 'description' | 'feeds'>

function showFrom({fields, tagValues, places}: ReadFields<typeof showFields>, required: RequiredFields): Show {
  return present({
    ...required,
    subtitle: fields.subtitle,
    language: fields.language ?? 'en',
    author: authorOf(fields) ?? required.title,
    owner: ownerOf(fields),
    copyright: fields.copyright,
    categories: fields.categories ?? [],
    explicit: fields.explicit ?? false,
    image: fields.image ?? fields.images?.find(({purposes}) => purposes === undefined)?.location,
    pictures: fields.images?.flatMap(({purposes, ...picture}) =>
      purposes === undefined ? [] : [{...picture, purposes}],
    ),
    type: fields.type ?? 'episodic',
    complete: fields.complete ?? false,
    blocked: fields.block ?? false,
    timeZone: fields.timezone ?? 'UTC',
    schedule: {earlyInSeconds: fields.schedule?.early ?? 0, inLock: fields.schedule?.in_lock ?? false},
    // Hosts may have files of their own: `openShow` looks them up.
    people: [],
    // Until the author writes a guid down, it is the guid of the main feed, which follows from the address of that feed.
    guid: fields.guid ?? required.feeds[0]?.guid ?? '',
    mediaUrl: fields.media_url,
    membersUrl: fields.members_url,
    alternateVideo: fields.alternate_video ?? false,
    newFeedUrl: fields.new_feed_url,
    oldFeedUrls: fields.old_feed_urls ?? [],
    prefixes: fields.prefixes ?? [],
    appLinks: fields.links ?? new Map(),
    translations: fields.translations,
    editBase: fields.repository,
    hubs: fields.hubs ?? [],
    transcriptLinks: fields.transcript_links ?? false,
    hasPages: fields.pages ?? true,
    hasData: fields.data ?? false,
    hasEmbed: fields.embed ?? false,
    ownPageGlobs: fields.own_pages ?? [],
    theme: fields.theme,
    hosting: fields.hosting ?? defaultHosts,
    precompressed: fields.precompress ?? false,
    episodeGlobs: fields.episodes ?? [],
    fieldNames: fields.fields ?? new Map(),
    strict: fields.strict ?? false,
    probeHosts: (fields.probe_hosts ?? []).map((host) => host.toLowerCase()),
    checks: fields.checks ?? new Map(),
    tagValues,
    places,
  })
}

function ownerOf({owner, owner_name: name, email, author}: ShowFields): Show['owner'] {
  if (owner === noOwner) return undefined
  if (owner !== undefined) return present({name: owner.name ?? name, email: owner.email})
  return email === undefined ? undefined : present({name: name ?? author, email})
}
