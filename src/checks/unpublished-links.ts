import {present} from '../model/present.ts'
import type {Place, Problem} from '../model/problem.ts'
import {decodeCharacterReferences} from '../text/markup/character-references.ts'
import {problem} from './check-problems.ts'
import type {FindLink} from './page-links.ts'

/** What everybody can read of an episode. */
export type ReadNotes = {readonly file: string; readonly notesHtml: string}

const address = /\s(?:href|src)="([^"]*)"/g

type Seen = {
  readonly notes: Iterable<ReadNotes>
  readonly unpublished: readonly {readonly slug: string; readonly file: string}[]
  readonly findLink: FindLink
}

/** Finds links in public notes to files of episodes that are not published. Such a link names what nobody should know yet. */
export function unpublishedLinks(siteUrl: string, {notes, unpublished, findLink}: Seen): readonly Problem[] {
  if (unpublished.length === 0) return []
  const files = new Map(unpublished.map(({slug, file}) => [slug, file]))
  const problems: Problem[] = []
  for (const {file, notesHtml} of notes) {
    const links = new Set([...notesHtml.matchAll(address)].map(([, link = '']) => decodeCharacterReferences(link)))
    for (const link of links) {
      const other = files.get(slugIn(link, siteUrl) ?? '')
      if (other === undefined) continue
      problems.push(leadsAhead({file, ...present({line: findLink(file, link)?.line})}, link, other))
    }
  }
  return problems
}

/** The episode whose page or file is at an address of the site. */
function slugIn(link: string, siteUrl: string): string | undefined {
  if (!URL.canParse(link, siteUrl)) return undefined
  const {href} = new URL(link, siteUrl)
  if (!href.startsWith(siteUrl)) return undefined
  const path = href.slice(siteUrl.length)
  return (/^episodes\/([^/?#]+)/.exec(path) ??
    /^(?:media|images)\/([^/?#]+?)(?:\.[a-z0-9]+)?(?:[/?#]|$)/i.exec(path))?.[1]
}

function leadsAhead(place: Place, link: string, other: string): Problem {
  const message = `The notes lead to ${link}, a file of ${other}, which is not published yet: everybody reads its name before its time, and the link leads nowhere until then`
  const hint = `Take the link out until ${other} is published`
  return problem('link-unpublished', place, message, hint)
}
