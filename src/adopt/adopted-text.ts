import type {AdoptedShow} from './adopted-show.ts'
import type {EpisodeFacts, LiveFacts} from './live-facts.ts'
import type {Sourced} from './repository.ts'

/** What only the author or the live feed knows. */
export type Missing = {
  /** The key of `show.yaml` to write it under. */
  readonly field: string
  readonly why: string
  readonly example: string
  /** The option of `adoptShow` that gives it. */
  readonly option: 'title' | 'description' | 'siteUrl' | 'mediaUrl' | 'feedUrl'
  /** How a person is asked for it. */
  readonly question: string
}

export type Identity = {
  /** The guid of the show, from its live feed. */
  readonly guid?: Sourced<string>
  readonly feedPath?: Sourced<string>
  readonly oldFeedUrl?: Sourced<string>
}

/** Everything that `show.yaml` is to say. */
export type AdoptedText = {
  readonly show: AdoptedShow
  readonly identity: Identity
  readonly missing: readonly Missing[]
  /** Known once the show was built and joined to its live feed. */
  readonly live?: LiveFacts
}

const order = [
  'title',
  'subtitle',
  'description',
  'author',
  'site_url',
  'language',
  'owner_name',
  'email',
  'copyright',
  'categories',
  'explicit',
  'image',
  'timezone',
]

type Section = {readonly field: string; readonly lines: readonly string[]}

/** `show.yaml` of an adopted show: each line with a comment that says where it was found. */
export function adoptedText({show, identity, missing, live}: AdoptedText): string {
  return [
    '# Written by `castwright adopt`. Each line says where it was found; change whatever is wrong.',
    '',
    ...factSections(show).flatMap(({lines}) => lines),
    ...missing.flatMap(({field, why, example}) => [`# ${field}: ${why}`, `# ${field}: ${example}`]),
    '',
    ...[...identitySections(identity), ...fileSections(show, live), ...episodeSections(show, live)].flatMap(
      ({lines}) => lines,
    ),
    '',
  ].join('\n')
}

/** What a show cannot be without. */
const needed = ['title', 'description', 'site_url']

/**
 * `existing` is a `show.yaml` that the author has. What it lacks is added at its end: what no show can be without, the identity
 * that subscribers have, and where the media are. Nothing in it is changed.
 */
export function completedText(existing: string, text: AdoptedText, has: (field: string) => boolean): string {
  const {show, identity, live} = text
  const sections = [
    ...factSections(show).filter(({field}) => needed.includes(field)),
    ...identitySections(identity),
    ...fileSections(show, live).filter(({field}) => field === 'media_url' || field === 'prefixes'),
    ...episodeSections(show, live),
  ]
  const lacking = sections.filter(({field}) => !has(field))
  if (lacking.length === 0) return existing
  return `${existing.replace(/\s*$/, '\n')}\n# Added by \`castwright adopt\`.\n${lacking.flatMap(({lines}) => lines).join('\n')}\n`
}

function factSections({facts}: AdoptedShow): readonly Section[] {
  return order.flatMap((field): readonly Section[] => {
    const fact = facts[field]
    if (fact === undefined) return []
    return [section(field, field === 'language' ? {...fact, value: fact.value.replace('_', '-')} : fact)]
  })
}

function identitySections({guid, feedPath, oldFeedUrl}: Identity): readonly Section[] {
  const never = '# What subscribers know the show by. Never change it.'
  return [
    ...(guid === undefined ? [] : [{field: 'guid', lines: [never, ...section('guid', guid).lines]}]),
    ...(feedPath === undefined ? [] : [section('feeds', feedPath, `{rss: ${inFlow(feedPath.value)}}`)]),
    ...(oldFeedUrl === undefined ? [] : [section('old_feed_urls', oldFeedUrl, `[${inFlow(oldFeedUrl.value)}]`)]),
  ]
}

function fileSections(
  {glob, mediaUrl, prefixes, others, mapped}: AdoptedShow,
  live: LiveFacts | undefined,
): readonly Section[] {
  const left = others.map((file) => `  ${quoted(file)}: a page, not an episode`)
  const why = '# Pages beside the episodes that are none: no media, and no number.'
  const counting =
    live?.prefix === undefined ? prefixes : {value: [live.prefix], from: 'the live feed: enclosures go by way of it'}
  return [
    section('episodes', glob),
    ...(mediaUrl === undefined ? [] : [section('media_url', mediaUrl)]),
    ...(counting === undefined ? [] : [section('prefixes', counting, `[${counting.value.map(inFlow).join(', ')}]`)]),
    ...(others.length === 0 ? [] : [{field: 'leave_out', lines: [why, 'leave_out:', ...left]}]),
    ...mappedSection(mapped),
  ]
}

function mappedSection(mapped: AdoptedShow['mapped']): readonly Section[] {
  if (mapped.length === 0) return []
  const lines = mapped.flatMap(({field, key: {value, from}}) => [
    `  # ${from.replace(/\s+/g, ' ')}`,
    `  ${field}: ${quoted(value)}`,
  ])
  return [
    {
      field: 'fields',
      lines: [
        '# Left: the field of Castwright. Right: the key under which the episodes here have it.',
        'fields:',
        ...lines,
      ],
    },
  ]
}

function episodeSections({played = new Map()}: AdoptedShow, live: LiveFacts | undefined): readonly Section[] {
  const additions = new Map<string, EpisodeFacts>(live?.additions)
  for (const [file, audio] of played) additions.set(file, {audio, ...additions.get(file)})
  const ofFeed = '# What only the live feed says of these episodes.'
  const ofTexts = '# Recordings that a player in the text names. Apps download what is named here.'
  const why = [...(played.size === 0 ? [] : [ofTexts]), ...((live?.additions.size ?? 0) === 0 ? [] : [ofFeed])]
  return [
    ...ofFiles('additions', why.join('\n'), additions),
    ...ofFiles(
      'corrections',
      '# Where the live feed and a file differ, the feed counts: subscribers have that.',
      live?.corrections,
    ),
  ]
}

function ofFiles(
  field: string,
  why: string,
  facts: ReadonlyMap<string, EpisodeFacts> | undefined = new Map(),
): readonly Section[] {
  if (facts.size === 0) return []
  return [
    {field, lines: [why, `${field}:`, ...[...facts].map(([file, each]) => `  ${quoted(file)}: ${inOneLine(each)}`)]},
  ]
}

function inOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{${Object.entries(value)
    .map(([key, each]) => `${key}: ${inOneLine(each)}`)
    .join(', ')}}`
}

function section(field: string, {from, value}: Sourced<unknown>, written = quoted(String(value))): Section {
  return {field, lines: [`# ${from.replace(/\s+/g, ' ')}`, `${field}: ${written}`]}
}

/** A text as YAML. It has quotes, unless every version of YAML reads it as the same text without them. */
function quoted(value: string): string {
  const isPlain =
    /^[A-Za-z][\w .,/()&–—-]*$/.test(value) &&
    !/^(?:y|n|yes|no|true|false|on|off|null)$/i.test(value) &&
    !/\s$/.test(value)
  const isAddress = /^https?:\/\/[\w./~%?=&+-]+$/.test(value)
  if (isPlain || isAddress || /^(?:true|false|yes|no)$/.test(value)) return value
  return JSON.stringify(value)
}

/** The same between brackets, where a comma divides values. */
function inFlow(value: string): string {
  return value.includes(',') ? JSON.stringify(value) : quoted(value)
}
