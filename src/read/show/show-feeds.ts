import {feedKinds} from '../../file-kinds/feed-kinds.ts'
import type {AbsoluteUrl} from '../../model/absolute-url.ts'
import {
  type FeedFormatName,
  type FeedPaths,
  type FeedQuery,
  type FeedSettings,
  feedFormatNames,
  firstOfFormats,
} from '../../model/feed-settings.ts'
import {present} from '../../model/present.ts'
import {type Place, type Problem, withSeverity} from '../../model/problem.ts'
import type {Authored} from '../../tags/kinds/value-kind.ts'
import {nearName} from '../../text/near-name.ts'
import {type FrontMatter, isAuthoredMap} from '../data/authored-data.ts'
import type {AuthoredMap} from '../data/data-syntaxes.ts'
import {podcastGuidOf} from '../episode/identity.ts'
import {type FeedFields, feedFields} from '../fields/feed-fields.ts'
import {fieldReader} from '../fields/fields.ts'
import type {ShowFields} from '../fields/show-fields.ts'
import {feedPath} from '../fields/show-kinds.ts'
import {problem} from './show-problems.ts'

export type ShowFeeds = {
  /** The main feed is the first. */
  readonly feeds: readonly FeedSettings[]
  readonly problems: readonly Problem[]
}

type Context = {
  readonly fields: ShowFields
  readonly siteUrl: AbsoluteUrl
  /** The place of a value below `feeds`. */
  readonly locate: (path: readonly string[]) => Place
  readonly source: FrontMatter
}

const mainName = 'main'
const mainPaths = pathsOf(({mainPath}) => mainPath)

/**
 * A feed should not be larger, because every poll fetches the whole feed: JSON Feed calls 1 MB heavy, and a feed of 3.5 MB is still
 * 400 kB on the wire. No directory is known to have a limit.
 */
const usualBudgetInBytes = 2_000_000

const readFeedFields = fieldReader({
  table: feedFields,
  tags: [],
  fieldNames: new Map(),
  otherKeys: [],
  isDecisive: true,
})

/**
 * The feeds of a show: its main feed, whose paths may be written as `feeds: {rss: …}`, and a feed for every other key of
 * `feeds`. Problems: `value-invalid`, `key-misspelt`, `feed-path-taken`.
 */
export function showFeeds(fields: ShowFields, source: FrontMatter, key: string, siteUrl: AbsoluteUrl): ShowFeeds {
  const context: Context = {fields, siteUrl, source, locate: (path) => source.locate([key, ...path])}
  const written = fields.feeds ?? {}
  const problems: Problem[] = []
  const paths: {[F in FeedFormatName]?: string} = {}
  const others: FeedSettings[] = []
  let options: FeedFields = {}
  for (const [name, value] of Object.entries(written)) {
    const format = feedFormatNames.find((each) => each === name.toLowerCase())
    if (format !== undefined) {
      const reading = isAuthoredMap(value) ? notPath(name) : feedPath.read(value, {timeZone: 'UTC'})
      if ('value' in reading) paths[format] = reading.value
      if ('wrong' in reading)
        problems.push(wrong(`feeds ${name} ${reading.wrong}`, context.locate([name]), reading.hint))
      continue
    }
    const read = readFeed(name, value, context)
    problems.push(...read.problems)
    if (read.fields === undefined) continue
    const {members, early} = read.fields
    if (early !== undefined && members === undefined) problems.push(publicEarly(name, context.locate([name, 'early'])))
    if (name === mainName && members !== undefined) problems.push(publicMain(context.locate([name, 'members'])))
    else if (name === mainName) options = read.fields
    else others.push(feedPlan(name, read.fields, context))
  }
  const main = mainFeed(paths, options, context)
  return {feeds: [main, ...others], problems: [...problems, ...pathProblems([main, ...others])]}
}

function notPath(name: string) {
  return {
    wrong: 'is a map, but stands for the path of the main feed',
    hint: `Write main: {…} for what the main feed holds, and ${name}: feed.xml for its path`,
  }
}

function publicMain(place: Place): Problem {
  const hint = 'Write a feed of its own: feeds: {members: {members: members.txt}}'
  return wrong('The main feed is on every page, so it cannot be for members alone', place, hint)
}

function publicEarly(name: string, place: Place): Problem {
  const hint = `Write who it is for: feeds: {${name === mainName ? 'supporters' : name}: {members: members.txt, early: 3 days}}`
  const message = `The feed ${name} is public, so an episode that is early in it is published for everybody`
  return wrong(message, place, hint)
}

function wrong(message: string, place: Place, hint?: string): Problem {
  // Subscribers depend on what is in a feed and on where the feed is, so a wrong value is an error.
  return withSeverity(problem('value-invalid', place, message, hint), 'error')
}

type FeedReading = {readonly fields?: FeedFields; readonly problems: readonly Problem[]}

function readFeed(name: string, value: Authored, {locate, source}: Context): FeedReading {
  if (!/^[a-z\d](?:[\w-]{0,62}[a-z\d])?$/i.test(name)) {
    const hint = 'It becomes part of an address: letters, digits and hyphens, as in season-1'
    return {problems: [wrong(`"${name.slice(0, 60)}" cannot be the name of a feed`, locate([name]), hint)]}
  }
  const data = value ?? {}
  if (!isAuthoredMap(data)) {
    const near = nearName(name, feedFormatNames)
    const hint = near === undefined ? `Write ${name}: {media: video}, or {tag: …}` : `Did you mean "${near}"?`
    return {problems: [wrong(`feeds ${name} must be a map that says what the feed holds`, locate([name]), hint)]}
  }
  const reading = readFeedFields(feedSource(name, data, source, locate), {timeZone: 'UTC'})
  const known = Object.keys(feedFields).join(', ')
  const unknown = reading.unknownKeys.map(({key}) => {
    const near = nearName(key, Object.keys(feedFields))
    const hint = near === undefined ? `Known keys: ${known}` : `Did you mean "${near}"?`
    return wrong(`feeds ${name} has an unknown key "${key.slice(0, 60)}"`, locate([name, key]), hint)
  })
  // No other tool reads the fields of a feed, so the hint need not say how to allow a key.
  const misspelt = reading.problems.map((each) =>
    each.code === 'key-misspelt' ? {...each, ...present({hint: each.hint?.replace(/\?.*/s, '?')})} : each,
  )
  const problems = [...misspelt, ...unknown].sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  return {fields: reading.fields, problems}
}

/** Makes the map of one feed look like a file of its own. The places of its values are those in the show's file. */
function feedSource(name: string, data: AuthoredMap, source: FrontMatter, locate: Context['locate']): FrontMatter {
  const keyPlaces = Object.keys(data).map((key) => {
    const {line = 1, column = 1} = locate([name, key])
    return [key, {line, column, keyColumn: column}] as const
  })
  return {...source, data, keyPlaces: new Map(keyPlaces), locate: (path) => locate([name, ...path])}
}

function mainFeed(paths: FeedPaths, options: FeedFields, context: Context): FeedSettings {
  const {fields, siteUrl} = context
  const own = askedPaths(options)
  const usual = {...mainPaths, ...present({rss: fields.feed_path}), ...paths, ...present(own)}
  const formats = options.formats ?? feedFormatNames
  const written = Object.fromEntries(formats.map((format) => [format, usual[format]]))
  // Without a guid of its own, a show is known by the address that its RSS feed has, or would have.
  const guid = options.guid ?? fields.guid ?? podcastGuidOf(addressOf(usual.rss, siteUrl))
  return {...common(mainName, options, context), paths: written, guid, isLinked: true}
}

function feedPlan(name: string, own: FeedFields, context: Context): FeedSettings {
  const usual = pathsOf(({extensions: [extension]}) => `${name}${extension}`)
  const asked = askedPaths(own)
  const named = feedFormatNames.filter((format) => asked[format] !== undefined)
  const formats = own.formats ?? ['rss', ...named.filter((format) => format !== 'rss')]
  const paths = Object.fromEntries([...formats, ...named].map((format) => [format, asked[format] ?? usual[format]]))
  const {fields, siteUrl, locate} = context
  const settings = common(name, own, context)
  return {
    ...settings,
    title: own.title ?? `${fields.title ?? ''} (${labelOf(name)})`,
    paths,
    guid: own.guid ?? podcastGuidOf(addressOf(firstOfFormats(paths) ?? '', siteUrl)),
    isLinked: own.block !== true && own.members === undefined,
    place: locate([name]),
  }
}

function pathsOf(pathOf: (kind: (typeof feedKinds)[number]) => string): Readonly<Record<FeedFormatName, string>> {
  return Object.fromEntries(feedKinds.map((kind) => [kind.name, pathOf(kind)])) as Record<FeedFormatName, string>
}

/** The paths that the author gives a feed. */
function askedPaths({path, ...fields}: FeedFields): FeedPaths {
  return Object.fromEntries(feedKinds.map(({name}) => [name, name === 'rss' ? path : fields[name]]))
}

type Common = Omit<FeedSettings, 'paths' | 'guid' | 'isLinked'>

function common(name: string, own: FeedFields, {fields, locate}: Context): Common {
  const [language, ...otherLanguages] = own.language ?? []
  return {
    name,
    query: queryOf(own),
    itemGuids: own.item_guids ?? 'same',
    order: own.order ?? 'newest',
    hasTranscripts: own.transcript ?? false,
    budgetInBytes: own.feed_budget ?? fields.feed_budget ?? usualBudgetInBytes,
    blocked: own.members !== undefined || (own.block ?? fields.block ?? false),
    place: locate([]),
    ...present({
      title: own.title,
      subtitle: own.subtitle,
      description: own.description,
      image: own.image,
      // The logs of these services may be public, and only its unknown address keeps an early file from the public.
      prefixes: own.prefixes ?? (own.early === undefined ? undefined : []),
      language: otherLanguages.length > 0 ? undefined : language,
      members: own.members,
      earlyInSeconds: own.members === undefined ? undefined : own.early,
      itemsPerDocument: own.items_per_feed ?? fields.items_per_feed,
    }),
  }
}

function queryOf({media, season, tag, language, type, person, first, latest}: FeedFields): FeedQuery {
  return present({
    media: media === 'all' ? undefined : media,
    seasons: season,
    tags: tag,
    languages: language,
    types: type,
    people: person,
    first,
    latest,
  })
}

/** Makes a part of a title from a feed's name: `season-1` gives `Season 1`. */
function labelOf(name: string): string {
  const words = name.replace(/[-_]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function addressOf(path: string, siteUrl: AbsoluteUrl): string {
  return new URL(path, siteUrl).href
}

/** Reports two feeds at one address: only one could be written. Some disks keep only one of two names that differ only in case. */
function pathProblems(feeds: readonly FeedSettings[]): readonly Problem[] {
  const owners = new Map<string, string>()
  const problems: Problem[] = []
  for (const {name, paths, place} of feeds) {
    for (const path of Object.values(paths)) {
      const owner = owners.get(path.toLowerCase())
      owners.set(path.toLowerCase(), owner ?? name)
      if (owner === undefined) continue
      const message = `The feeds ${owner} and ${name} would both be written to ${path}`
      problems.push(problem('feed-path-taken', place, message, `Give one of them a path: ${name}: {path: ${name}.xml}`))
    }
  }
  return problems
}
