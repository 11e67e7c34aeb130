import {join, relative} from 'node:path'
import {type BuildReport, hasErrors, type NetworkReport, type Problem} from '../../index.ts'

type Change = BuildReport['lock']

/** More names than this are counted: the first build of a network makes a lock for each of its shows. */
const mostNamed = 3
/** The same for new episodes. */
const mostListed = 5

/** What became of each show of a network, and of the network itself, as lines for a terminal. */
export function describeNetwork(
  report: NetworkReport,
  output: string,
  problems: readonly Problem[],
): readonly string[] {
  const {shows, network, removedShows} = report
  const newEpisodes = shows.flatMap(({outcome}) => (outcome.ok ? outcome.value.newEpisodes : []))
  const listed = newEpisodes.length > mostListed ? [] : newEpisodes
  return [
    ...shows.map(({name, outcome: built}) => `${name}: ${built.ok ? builtLine(built.value) : refused(built.problems)}`),
    ...removedShows.map((name) => `${name}: removed, and its files are deleted`),
    ...(network === undefined ? [] : [`network: ${network.written.length} files written`]),
    ...leftLines(report, problems),
    ...listed.map(({title, url}) => `  new: ${title}  ${url}`),
    ...locksOf(report),
    ...(hasPages(network)
      ? ['', `  ${at(output, 'index.html').padEnd(28)} open this one in a browser to look at the network`]
      : []),
  ]
}

function builtLine({published, newEpisodes, written}: BuildReport): string {
  const ofThemNew = newEpisodes.length === 0 ? '' : `, ${newEpisodes.length} of them new`
  return `${published} published${ofThemNew}, ${written.length} files written`
}

function refused(problems: readonly Problem[]): string {
  const isHalfDone = problems.some(({code}) => code === 'output-incomplete')
  return isHalfDone ? 'not finished: its output or its lock has changed in part' : 'not built: its output is as it was'
}

/** Why the network itself was not built. One shard of several does not build it, and has nothing to say of that. */
function leftLines({shows, network}: NetworkReport, problems: readonly Problem[]): readonly string[] {
  if (network !== undefined) return []
  if (shows.some(({outcome}) => !outcome.ok)) return ['network: not built, since a show is missing in it']
  return hasErrors(problems) ? [`network: ${refused(problems)}`] : []
}

const lockLines: {readonly [C in Exclude<Change, 'unchanged'>]: (where: string) => string} = {
  created: (where) => `castwright.lock.json created in ${where}: it keeps the identity of what is published. Commit it`,
  updated: (where) => `castwright.lock.json updated in ${where}: commit it`,
  behind: (where) =>
    `castwright.lock.json in ${where} does not know all of this yet: build without --frozen and commit it`,
}

/** What happened to the locks, which the author commits: a line for each kind of change. */
function locksOf({shows, network}: NetworkReport): readonly string[] {
  const changes = [
    ...shows.flatMap(({name, outcome}) => (outcome.ok ? [{name, lock: outcome.value.lock}] : [])),
    ...(network === undefined ? [] : [{name: 'the network', lock: network.lock}]),
  ]
  return (['created', 'updated', 'behind'] as const).flatMap((change) => {
    const names = changes.filter(({lock}) => lock === change).map(({name}) => name)
    return names.length === 0 ? [] : [lockLines[change](listOf(names))]
  })
}

function listOf(names: readonly string[]): string {
  const more = names.length - mostNamed
  if (more > 1) return `${names.slice(0, mostNamed).join(', ')} and ${more} more`
  return names.length === 1 ? String(names[0]) : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function hasPages(network: NetworkReport['network']): boolean {
  return network !== undefined && [network.written, network.unchanged].some((paths) => paths.includes('index.html'))
}

function at(output: string, path: string): string {
  return relative(process.cwd(), join(output, path)) || path
}
