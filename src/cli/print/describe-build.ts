import {join, relative, resolve} from 'node:path'
import {type BuildReport, feedKinds, type PlannedFeed} from '../../index.ts'

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
export function describeBuild(report: BuildReport, folder: string, output: string): readonly string[] {
  const {title, published, newEpisodes, drafts, scheduled, written, unchanged, deleted, feeds, leftForMembers, lock} =
    report
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
    ...(more > 0 ? [`  and ${more} more that are new in the lock`] : []),
    `${plural(written.length, 'file')} written, ${unchanged.length} unchanged, ${deleted.length} deleted in ${at('.')}`,
    report.changed ? `Changed feeds: ${report.changedFeeds.join(', ') || 'none'}` : 'Nothing changed',
    ...lockLines[lock],
    ...(lock === 'created' ? offerCompare(report, folder) : []),
    '',
    ...feeds.flatMap((feed) => describeFeed(feed, at)),
    ...leftForMembers.map((name) => `  ${name}: for members, and left as it is (castwright build --for members)`),
    ...(hasPages(report) ? [`  ${at('index.html').padEnd(28)} open this one in a browser to look at the show`] : []),
    '',
  ]
}

/** Another generator may make them (`pages: false`). */
function hasPages({written, unchanged}: BuildReport): boolean {
  return [written, unchanged].some((paths) => paths.includes('index.html'))
}

/** The program does not know whether the show has subscribers already, from another tool or another machine. */
function offerCompare({siteUrl, oldFeedUrls, feeds: [main]}: BuildReport, folder: string): readonly string[] {
  const path = main === undefined ? undefined : Object.values(main.paths)[0]
  // A show that moves has its subscribers at the old address, and nobody is at the new one yet.
  const delivered = oldFeedUrls[0] ?? (path === undefined ? undefined : `${siteUrl}${path}`)
  if (delivered === undefined) return []
  const here = relative(process.cwd(), resolve(folder)) || '.'
  const condition = oldFeedUrls.length > 0 ? 'Before you publish this' : 'If the show is live already'
  return [`${condition}, see what its subscribers would notice: npx castwright compare ${delivered} ${here}`]
}

/** Where a feed is. If the feed does not hold every episode, also which ones it holds: nothing is left out in silence. */
function describeFeed(
  {name, title, paths, episodes, archives, members}: PlannedFeed,
  at: (path: string) => string,
): readonly string[] {
  // Addresses of members are not printed: logs of CI are public.
  if (members !== undefined)
    return [
      `  ${title}: for ${plural(members, 'member')}, with ${plural(episodes, 'episode')}. castwright members prints the addresses`,
    ]
  const lines = feedKinds.flatMap(({name: format, purpose, label}) => {
    const path = paths[format]
    return path === undefined
      ? []
      : [`  ${at(path).padEnd(28)} ${purpose} (${label})${name === 'main' ? '' : `: ${title}`}`]
  })
  const oldest = archives[0]
  const newest = archives.at(-1)
  if (oldest === undefined || newest === undefined) return lines
  const archived = archives.reduce((sum, each) => sum + each.episodes, 0)
  const [first, last] = [oldest, newest].map(
    ({paths: each}) => feedKinds.map((kind) => each[kind.name]).find((path) => path !== undefined) ?? '',
  )
  const where = first === last ? first : `${first} to ${last}`
  return [
    ...lines,
    `    ${plural(episodes, 'episode')} in it, ${archived} older in ${plural(archives.length, 'archive')} (${where})`,
  ]
}
