import {type BuildReport, build, isNetwork, type Outcome} from '../index.ts'
import {buildShows, shardOf} from './build-network.ts'
import {type Arguments, type Command, exitCodes} from './command.ts'
import {describeBuild} from './describe-build.ts'
import {tellGithubJob} from './github-job.ts'
import {refuseUsage} from './print-result.ts'
import {startProgress} from './progress.ts'
import {maxWarningsOption, problemFormats, refuseWarningLimit, reportProblems, warningLimit} from './report-problems.ts'
import {clock, showFolder} from './show-folder.ts'

async function run({positionals, values}: Arguments): Promise<number> {
  const folder = showFolder(positionals[0])
  const output = typeof values.out === 'string' ? values.out : 'output'
  const now = clock(values.now)
  if (now === undefined) {
    console.error(`castwright: --now ${values.now} is no time; write it like 2026-11-22T18:00:00Z`)
    return exitCodes.usage
  }
  const maxWarnings = warningLimit(values['max-warnings'])
  if (maxWarnings === undefined) return refuseWarningLimit(values['max-warnings'])
  if (values.probe === true && values.frozen === true) {
    return refuseUsage('--probe writes what it learns into castwright.lock.json, which --frozen forbids')
  }
  const shard = shardOf(values.shard)
  if (shard === undefined)
    return refuseUsage(`--shard ${values.shard} is none`, 'Write --shard 2/5: the second of five')
  if (isNetwork(folder)) return buildShows(folder, output, values, {now, maxWarnings, shard})
  if (values.shard !== undefined) return refuseUsage(`--shard is for a network: ${folder} has no network.yaml`)
  const probing = startProgress('media files')
  const progress = startProgress()
  const outcome = await build(folder, output, {
    now,
    onProgress: progress.report,
    frozen: values.frozen === true,
    maxWarnings,
    cache: values['no-cache'] !== true,
    probe: values.probe === true && {onProgress: probing.report},
    accept: typeof values.accept === 'string' ? values.accept.split(',') : [],
  })
  probing.end()
  progress.end()
  tellGithubJob(outcome)
  const json = {ok: outcome.ok, problems: outcome.problems, report: outcome.ok ? outcome.value : undefined}
  const {isForPrograms} = reportProblems(outcome.problems, {folder}, values.format, json)
  if (!isForPrograms)
    console.log(outcome.ok ? `\n${describeBuild(outcome.value, output).join('\n')}` : refusal(outcome, output))
  return outcome.ok ? exitCodes.clean : exitCodes.problems
}

function refusal({problems}: Outcome<BuildReport>, output: string): string {
  const hasError = problems.some(({severity}) => severity === 'error')
  const tooMany = hasError ? '' : ' (more warnings than --max-warnings allows)'
  return `Nothing was written: ${output} is as it was${tooMany}`
}

export const buildCommand: Command = {
  name: 'build',
  aliases: [],
  usage: '[FOLDER]',
  summary: 'Builds the show in FOLDER: feeds, pages, transcripts and chapters.',
  maxPositionals: 1,
  otherFormats: problemFormats,
  options: {
    out: {type: 'string', short: 'o', value: 'FOLDER', summary: 'where to write (default: output)'},
    accept: {
      type: 'string',
      value: 'CODE:SLUG',
      summary: 'a change of what is published that is meant; several with commas, CODE alone for all of a kind',
    },
    frozen: {
      type: 'boolean',
      summary: 'leave castwright.lock.json alone; fail if what it has recorded would change (for CI)',
    },
    'max-warnings': maxWarningsOption,
    'no-cache': {type: 'boolean', summary: 'make everything anew, whatever .castwright/ beside the show knows'},
    probe: {
      type: 'boolean',
      summary: 'ask servers about media that were never looked at (else a build uses no network)',
    },
    shard: {
      type: 'string',
      value: 'I/N',
      summary: 'of a network (network.yaml) only the I-th of N parts, for jobs of CI',
    },
    now: {type: 'string', value: 'TIME', summary: 'publish what is due at TIME instead of now'},
  },
  run,
}
