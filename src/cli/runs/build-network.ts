import {resolve} from 'node:path'
import {type BuildOptions, buildNetwork, hasErrors, mergeNetwork, type NetworkOptions, type Shard} from '../../index.ts'
import {type Arguments, exitCodes} from '../command.ts'
import {describeNetwork} from '../print/describe-network.ts'
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
  if (!isForPrograms && outcome.ok) console.log(describeNetwork(outcome.value, output, problems).join('\n'))
  return failed ? exitCodes.problems : exitCodes.clean
}
