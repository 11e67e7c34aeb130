import {join, relative} from 'node:path'
import type {BuildReport, PlannedFeed} from '../index.ts'

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

const lockLines = {
  created: ['castwright.lock.json created: it keeps the identity of what is published. Commit it beside show.yaml'],
  updated: ['castwright.lock.json updated: commit it'],
  unchanged: [],
  behind: ['castwright.lock.json does not know all of this yet: build without --frozen and commit it'],
} as const

/** More new episodes than this are counted: the first build of an archive has hundreds. */
const mostListed = 5

/** What a build did, as lines for a terminal. */
export function describeBuild(report: BuildReport, output: string): readonly string[] {
  const {title, published, newEpisodes, drafts, scheduled, written, unchanged, deleted, feeds, lock} = report
  const next = scheduled[0]
  const held = [
    ...(drafts === 0 ? [] : [plural(drafts, 'draft')]),
    ...(next === undefined ? [] : [`${scheduled.length} scheduled, the next for ${next.toISOString()}`]),
  ]
  const listed = newEpisodes.slice(0, mostListed).map(({title: name, url}) => `  new: ${name}  ${url}`)
  const more = newEpisodes.length - listed.length
  const at = (path: string) => relative(process.cwd(), join(output, path)) || path
  return [
    `${title}: ${plural(published, 'episode')} published${held.length === 0 ? '' : `; ${held.join('; ')}`}`,
    ...listed,
    ...(more > 0 ? [`  and ${more} more that the lock did not know`] : []),
    `${plural(written.length, 'file')} written, ${unchanged.length} unchanged, ${deleted.length} deleted in ${at('.')}`,
    report.changed ? `Changed feeds: ${report.changedFeeds.join(', ') || 'none'}` : 'Nothing changed',
    ...lockLines[lock],
    '',
    ...feeds.flatMap((feed) => describeFeed(feed, at)),
    `  ${at('index.html').padEnd(28)} open this one in a browser to look at the show`,
    '',
  ]
}

const purposes = {
  rss: 'for podcast apps (RSS)',
  atom: 'for feed readers (Atom)',
  json: 'for feed readers (JSON Feed)',
} as const

/** Where a feed is, and what is in it where that is not every episode: nothing is left out in silence. */
function describeFeed(
  {name, title, paths, episodes, archives, members}: PlannedFeed,
  at: (path: string) => string,
): readonly string[] {
  // Not one address: logs of CI are public.
  if (members !== undefined)
    return [
      `  ${title}: for ${plural(members, 'member')}, with ${plural(episodes, 'episode')}. castwright members prints the addresses`,
    ]
  const lines = (['rss', 'atom', 'json'] as const).flatMap((format) => {
    const path = paths[format]
    return path === undefined
      ? []
      : [`  ${at(path).padEnd(28)} ${purposes[format]}${name === 'main' ? '' : `: ${title}`}`]
  })
  const oldest = archives[0]
  const newest = archives.at(-1)
  if (oldest === undefined || newest === undefined) return lines
  const archived = archives.reduce((sum, each) => sum + each.episodes, 0)
  const [first, last] = [oldest, newest].map((each) => each.paths.rss ?? each.paths.atom ?? each.paths.json ?? '')
  const where = first === last ? first : `${first} to ${last}`
  return [
    ...lines,
    `    ${plural(episodes, 'episode')} in it, ${archived} older in ${plural(archives.length, 'archive')} (${where})`,
  ]
}
