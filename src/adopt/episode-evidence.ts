import {fileKinds} from '../file-kinds/all-kinds.ts'
import {type ContentFile, type Data, type DataMap, fileNameOf, isDataMap, plainKey} from './repository.ts'

/** Fields whose keys are evidence, by the table of fields of front matter. Dots reach into maps. */
export type EvidenceKeys = {
  readonly media: readonly string[]
  readonly number: readonly string[]
  readonly date: readonly string[]
  readonly length: readonly string[]
}

export type Evidence =
  | 'media'
  | 'number'
  | 'date'
  | 'name'
  | 'dated name'
  | 'duration'
  | 'kind'
  | 'player'
  | 'conversation'

/** Pages of a site, whatever else they say. */
const otherNames =
  /^(?:_index|readme|licen[cs]e|contributing|changelog|code[-_]of[-_]conduct|security|about|contact|subscribe|search|faq|404|index|home|privacy|imprint|impressum|yyyy-mm-dd.*|template|.*-template)\.(?:md|markdown|mdx)$/i

/** `layout` and `type` of what plays, as the makers of sites call it. */
const episodeKinds = /^(?:episodes?|podcasts?|podcast-episode|audio|show-?notes)$/i

/** Whether a file is the page of its folder, in whatever language: `first-light/index.md`, `first-light/index.de.md`. */
export function isBundle(file: string): boolean {
  return /^index(?:\.[a-z]{2}(?:-[a-z]{2})?)?\.(?:md|markdown|mdx)$/i.test(fileNameOf(file)) && file.includes('/')
}

/** What speaks for a page being an episode; nothing for a page that is one by its name. A folder's `index.md` has the folder's name. */
export function evidenceOf(
  {file, data, hasPlayer, hasRecording, isConversation}: ContentFile,
  keys: EvidenceKeys,
): ReadonlySet<Evidence> {
  const found = new Set<Evidence>()
  const isBundled = isBundle(file)
  if (!isBundled && otherNames.test(fileNameOf(file))) return found
  if (hasPlayer) found.add('player')
  if (isConversation) found.add('conversation')
  // A text without any field is what somebody wrote about a recording: a file of the episode is yet to be made.
  const isRecorded = hasRecording === true && Object.keys(data).length > 0
  if (isRecorded || has(data, keys.media) || namesSound(data)) found.add('media')
  if (has(data, keys.number)) found.add('number')
  if (has(data, keys.date)) found.add('date')
  if (has(data, keys.length)) found.add('duration')
  const kind = ['layout', 'type', 'kind', 'content_type'].map((key) => data[key])
  if (kind.some((each) => typeof each === 'string' && episodeKinds.test(each))) found.add('kind')
  const name = isBundled ? (file.split('/').at(-2) ?? '') : fileNameOf(file)
  if (/^\d{4}-\d\d-\d\d(?:[-_. ]|$)/.test(name)) found.add('dated name')
  else if (/^(?:ep(?:isode)?[-_ ]?|s\d+e)?\d{1,5}(?:[-_. ]|$)/i.test(name)) found.add('name')
  return found
}

/** Media, or a date together with something that only episodes have. */
export function isEpisodeByEvidence(evidence: ReadonlySet<Evidence>): boolean {
  if (evidence.has('media')) return true
  return evidence.has('date') && (ofEpisodesAlone.some((each) => evidence.has(each)) || evidence.has('dated name'))
}

const ofEpisodesAlone = ['number', 'duration', 'kind', 'name'] as const

/** Posts of a blog have a date in their names as well. Among pages with media, such a page without any is a post. */
export function isPostByEvidence(evidence: ReadonlySet<Evidence>): boolean {
  return !evidence.has('media') && !evidence.has('player') && !ofEpisodesAlone.some((each) => evidence.has(each))
}

/**
 * Where no page says that it is an episode, a page with a player in its text is one, and a page in which people talk by turns: an
 * interview in a magazine, for example.
 */
export function isArticle(evidence: ReadonlySet<Evidence>): boolean {
  return evidence.has('player') || evidence.has('conversation')
}

/** Zola has what is no field of its own under `extra`, and there may be a map of the file. */
const deepestSound = 3

/** Under whatever key: a page that names a sound file is about something to hear. */
function namesSound(data: Data, depth = 0): boolean {
  if (typeof data === 'string') return depth > 0 && fileKinds.mediaOf(data)?.kind === 'audio'
  return isDataMap(data) && depth < deepestSound && Object.values(data).some((value) => namesSound(value, depth + 1))
}

function has(data: DataMap, keys: readonly string[]): boolean {
  return keys.some((key) => valueAt(data, key.split('.')) !== undefined)
}

function valueAt(data: DataMap, [key = '', ...rest]: readonly string[]): unknown {
  const wanted = plainKey(key)
  const name = Object.keys(data).find((each) => plainKey(each) === wanted)
  const value = name === undefined ? undefined : data[name]
  if (value === undefined || value === null || value === '') return undefined
  if (rest.length === 0) return value
  return isDataMap(value) ? valueAt(value, rest) : undefined
}
