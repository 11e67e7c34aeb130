import {resolve} from 'node:path'
import {
  type BuildOptions,
  type BuildReport,
  buildNetwork,
  hasErrors,
  mergeNetwork,
  type NetworkOptions,
  type NetworkReport,
  type Problem,
  type Shard,
} from '../../index.ts'
import {type Arguments, exitCodes} from '../command.ts'
import {tellGithubJobOfNetwork} from '../print/github-job.ts'
import {reportProblems} from '../print/report-problems.ts'

/** `2/5` as the second of five parts. Everything if nothing is given; `undefined` if it is no such part. */
export function shardOf(given: string | boolean | undefined): Shard | undefined {
  if (given === undefined) return {number: 1, of: 1}
  const match = /^(\d{1,4})\/(\d{1,4})$/.exec(String(given))
  const shard = {number: Number(match?.[1]), of: Number(match?.[2])}
  return shard.number >= 1 && shard.number <= shard.of ? shard : undefined
}

/** What `--first` asks for. */
export function firstPublication(values: Arguments['values']): Pick<BuildOptions, 'first'> {
  return values.first === true ? {first: {allowPrivate: values['allow-private'] === true}} : {}
}

/**
 * Builds the shows of a network, and the feed and the page of the network; with `--merge` these alone. A show that fails is named, and the
 * others are built.
 */
export async function buildShows(
  folder: string,
  output: string,
  values: Arguments['values'],
  options: Pick<NetworkOptions, 'now' | 'maxWarnings' | 'shard' | 'audience' | 'accept'>,
): Promise<number> {
  const given = {
    ...options,
    frozen: values.frozen === true,
    ...firstPublication(values),
    cache: values['no-cache'] !== true,
    probe: values.probe === true,
  }
  const isMerge = typeof values.merge === 'string'
  const outcome = await (isMerge
    ? mergeNetwork(folder, resolve(String(values.merge)), output, given)
    : buildNetwork(folder, output, given))
  const {problems} = outcome
  if (outcome.ok) tellGithubJobOfNetwork(outcome.value)
  const failed = !outcome.ok || hasErrors(problems) || outcome.value.shows.some((show) => !show.outcome.ok)
  const json = {ok: !failed, problems, report: outcome.ok ? outcome.value : undefined}
  const {isForPrograms} = reportProblems(problems, {folder, briefNotes: true}, values.format, json)
  if (!isForPrograms && outcome.ok) {
    for (const {name, outcome: built} of outcome.value.shows) {
      console.log(`${name}: ${built.ok ? builtLine(built.value) : refusedLine(built.problems)}`)
    }
    const {network} = outcome.value
    if (network !== undefined) console.log(`network: ${network.written.length} files written`)
    else if (failed) console.log(`network: ${leftLine(outcome.value, problems)}`)
  }
  return failed ? exitCodes.problems : exitCodes.clean
}

function leftLine({shows}: NetworkReport, problems: readonly Problem[]): string {
  const isShort = shows.some(({outcome}) => !outcome.ok)
  return isShort ? 'not built, since a show is missing in it' : refusedLine(problems)
}

function builtLine({published, written}: BuildReport): string {
  return `${published} published, ${written.length} files written`
}

function refusedLine(problems: readonly Problem[]): string {
  const isHalfDone = problems.some(({code}) => code === 'output-incomplete')
  return isHalfDone ? 'not finished: its output or its lock has changed in part' : 'not built: its output is as it was'
}
