import type {Problem} from '../../model/problem.ts'
import {problem} from '../../sources/source-problems.ts'
import type {SourceShow, UnknownElement} from '../../sources/source-show.ts'
import {isKnownTag} from '../../sources/tag-values.ts'
import {insertingHost} from '../../text/addresses/inserting-hosts.ts'

/** Hosts often cut a feed at one of these numbers of items. */
const usualLimits: ReadonlySet<number> = new Set([10, 15, 20, 25, 30, 50, 100, 150, 200, 250, 300, 500, 1000])

export type ImportRights = {readonly owner?: string; readonly takesMedia: boolean}

/** Whether the show may be imported as the author asks: `source-locked`, `source-private`. */
export function refusals(show: SourceShow, {owner, takesMedia}: ImportRights): readonly Problem[] {
  const problems: Problem[] = []
  const owners = [show.locked?.owner, show.ownerEmail].flatMap((each) =>
    each === undefined ? [] : [each.toLowerCase()],
  )
  if (show.locked?.isLocked === true && (owner === undefined || !owners.includes(owner.toLowerCase()))) {
    const message = 'The feed asks not to be imported (podcast:locked): only its owner may'
    const hint =
      owners.length === 0
        ? 'The feed names no owner, so no address can prove it: let its host take the lock off, then import again'
        : owner === undefined
          ? 'If the show is yours, give the mail address that the feed names as its owner: --owner ADDRESS'
          : `${owner} is not the address in the feed; unlock the feed at its host, or give the address it names`
    problems.push(problem('source-locked', {}, message, hint))
  }
  if (show.isPrivate && !takesMedia) {
    const message = 'The feed is private, and the addresses of its media hold secrets that would stand in the files'
    problems.push(problem('source-private', {}, message, 'Download the media as well: --media'))
  }
  return problems
}

/** What the author must know about a source that was read: dates that are missing, and episodes that are not in it. */
export function remarksOn(show: SourceShow, now: Date): readonly Problem[] {
  const undated = show.episodes
    .filter(({publishedAt}) => publishedAt === undefined)
    .map(({title}) => {
      const message = `"${title}" has no date that can be read, so it is imported as a draft`
      return problem('source-date-missing', {}, message, 'Write its date into its file and take `draft` out')
    })
  const {numbers, insertingHosts, unknownCounts} = talliesOf(show)
  return [
    ...undated,
    ...show.episodes.flatMap(({title, publishedAt}) => ofFuture(title, publishedAt, now)),
    ...incompleteness(show, numbers),
    ...moved(show),
    ...leftPosts(show),
    ...ofInsertingHosts(insertingHosts),
    ...unknownNames(unknownCounts, show.isPrivate),
  ]
}

/** Whoever subscribes to the source may have the episode already. */
function ofFuture(title: string, publishedAt: Date | undefined, now: Date): readonly Problem[] {
  if (publishedAt === undefined || publishedAt <= now) return []
  const day = publishedAt.toISOString().slice(0, 10)
  const message = `"${title}" is dated ${day}, which is still to come: a build publishes it on that day, and until then whoever has it loses it`
  return [problem('source-date-future', {}, message, 'If it is out, write the date on which it came out into its file')]
}

/** What remarks need of the episodes, which are unpacked once for all of them. */
function talliesOf(show: SourceShow) {
  const numbers: number[] = []
  const insertingHosts: string[] = []
  const unknownCounts = new Map<string, number>()
  const count = ({name}: UnknownElement) => unknownCounts.set(name, (unknownCounts.get(name) ?? 0) + 1)
  show.unknown.forEach(count)
  for (const {fields, media, unknown} of show.episodes) {
    if (typeof fields.episode === 'number') numbers.push(fields.episode)
    const host = insertingHost(media[0]?.url ?? '')
    if (host !== undefined) insertingHosts.push(host)
    unknown.forEach(count)
  }
  return {numbers, insertingHosts, unknownCounts}
}

function moved({fields: {new_feed_url: url}}: SourceShow): readonly Problem[] {
  if (typeof url !== 'string') return []
  const message = `The feed sends its subscribers to ${url} (itunes:new-feed-url)`
  const hint =
    'With `new_feed_url` in show.yaml, your feed does the same: take it out, unless your feed will be at that address'
  return [problem('source-moved', {}, message, hint)]
}

function leftPosts({leftPosts: left}: SourceShow): readonly Problem[] {
  const count = (number: number, one: string, several: string) =>
    number === 0 ? [] : [number === 1 ? `1 post ${one}` : `${number} posts ${several}`]
  const parts = [
    ...count(left?.withoutMedia ?? 0, 'has no recording', 'have no recording'),
    ...count(left?.unpublished ?? 0, 'with a recording is not published', 'with a recording are not published'),
  ]
  if (parts.length === 0) return []
  const isOne = (left?.withoutMedia ?? 0) + (left?.unpublished ?? 0) === 1
  const message = `${parts.join(', and ')}: ${isOne ? 'it became no episode' : 'they became no episodes'}`
  return [problem('source-post-left', {}, message)]
}

/** Reports that the host changes the media of the show at each request. */
export function changingMedia({episodes}: SourceShow): readonly Problem[] {
  return ofInsertingHosts(episodes.flatMap(({media}) => insertingHost(media[0]?.url ?? '') ?? []))
}

function ofInsertingHosts(names: readonly string[]): readonly Problem[] {
  const [name] = names
  if (name === undefined) return []
  const count = names.length === 1 ? '1 episode' : `${names.length} episodes`
  const message = `The media of ${count} are at ${name}, which inserts ads: each answer has another size, so no size is held against an earlier one`
  return [problem('source-media-varies', {}, message)]
}

function incompleteness({episodes, format}: SourceShow, numbers: readonly number[]): readonly Problem[] {
  const lowest = numbers.length < episodes.length / 2 ? undefined : least(numbers.filter((each) => each > 0))
  const misses = lowest !== undefined && lowest > 1 ? lowest - 1 : 0
  const hint =
    format === 'youtube'
      ? 'YouTube’s feeds hold fifteen films; give the feeds of several playlists one after the other'
      : 'Lift the limit of the feed at the host (often called "episodes in feed"), then import again: what is here stays'
  if (misses > 0) {
    const message = `The oldest of ${episodes.length} episodes is number ${lowest}: at least ${misses} older ones seem to be missing`
    return [problem('source-incomplete', {}, message, hint)]
  }
  const highest = numbers.reduce((most, each) => Math.max(most, each), 0)
  if (lowest === 1 && highest > 2 * episodes.length) {
    const message = `The newest episode is number ${highest}, and the source has ${episodes.length}: many seem to be missing`
    return [problem('source-incomplete', {}, message, hint)]
  }
  if (lowest === 1 || !usualLimits.has(episodes.length)) return []
  const message = `The feed has exactly ${episodes.length} episodes, which is where many hosts cut it off: older ones may be missing`
  return [problem('source-incomplete', {}, message, hint)]
}

/** Not `Math.min(...numbers)`: a call takes some hundred thousand arguments, and a hostile source has more. */
function least(numbers: readonly number[]): number {
  return numbers.reduce((lowest, each) => Math.min(lowest, each), Number.POSITIVE_INFINITY)
}

function unknownNames(counts: ReadonlyMap<string, number>, isPrivate: boolean): readonly Problem[] {
  return [...counts].sort().map(([name, count]) => {
    const times = count === 1 ? 'once' : `${count} times`
    const fate = isPrivate ? 'it may hold secrets, so it is not kept' : 'it is kept, and not published'
    const why = isKnownTag(name) ? 'has a value that its field does not take' : 'has no field here'
    return problem('source-element-unknown', {}, `<${name}> (${times}) ${why}: ${fate}`)
  })
}
