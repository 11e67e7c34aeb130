import type {Problem} from '../../../model/problem.ts'
import type {SourceShow} from '../../../sources/source-show.ts'
import type {GatheredShow} from '../gather-source.ts'
import {problem} from './enrich-problems.ts'

/** The copy as it stands before an import. */
export type CopyState = {
  /** Where the copy is published. Absent: nobody has said so yet. */
  readonly siteUrl: string | undefined
  /** Addresses of the feeds of the copy. */
  readonly feedUrls: readonly string[]
  /** Episodes of the last import. */
  readonly guids: ReadonlySet<string>
}

const feedFormats: readonly SourceShow['format'][] = ['rss', 'atom', 'json']

/** Why no copy can be made of this source. Nobody watches a schedule, so a doubtful source changes nothing. */
export function enrichRefusals(source: string, show: GatheredShow, copy: CopyState): readonly Problem[] {
  const found = [kindRefusal(source, show), ownRefusal(source, show, copy), cutRefusal(source, show)]
  const fatal = found.flatMap((each) => each ?? [])
  if (fatal.length > 0) return fatal
  return [otherRefusal(source, show, copy), siteRefusal(source, copy)].flatMap((each) => each ?? [])
}

function kindRefusal(source: string, {format, isPrivate}: SourceShow): Problem | undefined {
  const hint =
    'Give the address of the feed that podcast apps have; without --only enrich, any source can become a show'
  if (!feedFormats.includes(format)) {
    return problem('enrich-source-kind', {}, `${source} is no feed of a podcast, so no copy can follow it`, hint)
  }
  const message =
    'The feed hides from directories (itunes:block), so its addresses may be secrets: a copy would publish them'
  return isPrivate ? problem('enrich-source-kind', {}, message, 'Take the public feed of the show') : undefined
}

function ownRefusal(source: string, {servedFrom}: GatheredShow, {feedUrls}: CopyState): Problem | undefined {
  const own = [source, servedFrom].find(
    (each) => each !== undefined && feedUrls.some((url) => isSameAddress(url, each)),
  )
  if (own === undefined) return undefined
  const way = own === source ? 'is' : 'leads to'
  const hint = 'Let the host serve its feed itself, with itunes:new-feed-url in it instead of a redirect'
  return problem('enrich-source-own', {}, `${source} ${way} the feed of this very copy`, hint)
}

function cutRefusal(source: string, {isCutOff}: SourceShow): Problem | undefined {
  const message = `${source} ends in the middle: its last element is never closed`
  return isCutOff === true
    ? problem('enrich-source-cut', {}, message, 'Nothing was changed; run the same import again later')
    : undefined
}

function otherRefusal(source: string, {title, episodes}: SourceShow, {guids}: CopyState): Problem | undefined {
  if (guids.size === 0 || episodes.some(({guid}) => guids.has(guid))) return undefined
  const message = `${source} ("${title}") has none of the ${guids.size} episodes of this copy`
  const hint = 'Nothing was changed. If the host has changed the guids, ask it to take that back'
  return problem('enrich-source-other', {}, message, hint)
}

function siteRefusal(source: string, {siteUrl}: CopyState): Problem | undefined {
  const hint = 'Write the address of its site: --site https://example.org/my-show/'
  return siteUrl === undefined
    ? problem('enrich-site-missing', {}, `Nobody has said where the copy of ${source} will be published`, hint)
    : undefined
}

/** Whether two addresses are the same for a server: `http` or `https`, and a host in capitals or not. */
function isSameAddress(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false
  const plain = (url: string) => new URL(url).href.replace(/^http:/, 'https:').replace(/#.*$/, '')
  return plain(one) === plain(other)
}
