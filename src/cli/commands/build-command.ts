import {keepAnswer} from '../../answer/keep-answer.ts'
import {type BuildReport, build, type IdleBuild, isNetwork, type Outcome} from '../../index.ts'
import {type Arguments, type Command, exitCodes} from '../command.ts'
import {questionOf} from '../early-answer.ts'
import {describeBuild} from '../print/describe-build.ts'
import {tellGithubJob} from '../print/github-job.ts'
import {printing, refuseTime, refuseUsage} from '../print/print-result.ts'
import {startProgress} from '../print/progress.ts'
import {
  maxWarningsOption,
  problemFormats,
  refuseWarningLimit,
  reportProblems,
  warningLimit,
} from '../print/report-problems.ts'
import {audienceOf, audienceOption, refuseAudience} from './audience-option.ts'
import {buildShows, firstPublication, shardOf} from './build-network.ts'
import {clock, outputFolder, showFolder} from './show-folder.ts'

async function run(given: Arguments): Promise<number> {
  const {positionals, values} = given
  const folder = showFolder(positionals[0])
  const output = outputFolder(values.out)
  const now = clock(values.now)
  if (now === undefined) return refuseTime(values.now)
  const maxWarnings = warningLimit(values['max-warnings'])
  if (maxWarnings === undefined) return refuseWarningLimit(values['max-warnings'])
  if (values.probe === true && values.frozen === true) {
    return refuseUsage('--probe writes what it learns into castwright.lock.json, which --frozen forbids')
  }
  if (values.first === true && values.frozen !== true)
    return refuseUsage('--first is for --frozen: every other build makes the lock itself')
  const shard = shardOf(values.shard)
  if (shard === undefined)
    return refuseUsage(`--shard ${values.shard} names no part`, 'Write --shard 2/5: the second of five')
  const audience = audienceOf(values.for)
  if (audience === 'unknown') return refuseAudience(values.for)
  const forWhom = audience === undefined ? {} : {audience}
  if (isNetwork(folder)) return buildShows(folder, output, values, {now, maxWarnings, shard, ...forWhom})
  if (values.shard !== undefined) return refuseUsage(`--shard is for a network: ${folder} has no network.yaml`)
  const begunInMilliseconds = Date.now()
  let idle: IdleBuild | undefined
  const probing = startProgress('media files')
  const progress = startProgress()
  const outcome = await build(folder, output, {
    now,
    ...forWhom,
    onProgress: progress.report,
    onIdle: (told) => {
      idle = told
    },
    frozen: values.frozen === true,
    ...firstPublication(values),
    maxWarnings,
    cache: values['no-cache'] !== true,
    probe: values.probe === true && {onProgress: probing.report},
    accept: typeof values.accept === 'string' ? values.accept.split(',') : [],
  })
  probing.end()
  progress.end()
  tellGithubJob(outcome)
  const json = {ok: outcome.ok, problems: outcome.problems, report: outcome.ok ? outcome.value : undefined}
  const {print, printed} = printing()
  const {isForPrograms} = reportProblems(outcome.problems, {folder, briefNotes: true}, values.format, json, print)
  if (!isForPrograms)
    print(outcome.ok ? `\n${describeBuild(outcome.value, output).join('\n')}` : refusal(outcome, output))
  const question = idle === undefined ? undefined : questionOf(given)
  if (idle && question) keepAnswer({...question, ...idle, begunInMilliseconds, printed: printed()})
  return outcome.ok ? exitCodes.clean : exitCodes.problems
}

function refusal({problems}: Outcome<BuildReport>, output: string): string {
  if (problems.some(({code}) => code === 'output-incomplete'))
    return `The build is not finished: ${output} or the lock has changed in part`
  const hasError = problems.some(({severity}) => severity === 'error')
  const tooMany = hasError ? '' : ' (more warnings than --max-warnings allows)'
  return `Nothing was written: ${output} is as it was${tooMany}`
}

export const buildCommand: Command = {
  name: 'build',
  aliases: [],
  usage: '[FOLDER]',
  summary: 'Builds the show in FOLDER: feeds, pages, transcripts and chapters.',
  examples: [
    ['castwright build', 'build the show of this folder into output/'],
    ['castwright build my-show --out public', 'another folder, another output'],
    ['castwright build --frozen', 'in CI: stop if the lock does not know all of it'],
  ],
  topic: 'a-folder-is-a-show',
  maxPositionals: 1,
  otherFormats: problemFormats,
  options: {
    out: {type: 'string', short: 'o', value: 'FOLDER', summary: 'where to write (default: output)'},
    accept: {
      type: 'string',
      isList: true,
      value: 'CODE:SLUG',
      summary:
        'accept a change that subscribers would notice; several with commas between them; CODE alone accepts all of a kind',
    },
    frozen: {
      type: 'boolean',
      summary: 'leave castwright.lock.json alone; fail if what it has recorded would change (for CI)',
    },
    first: {
      type: 'boolean',
      summary:
        'with --frozen, for the first run in CI: if there is no lock, build if nothing is live at the address of the feed (404 or 410)',
    },
    'allow-private': {type: 'boolean', summary: 'with --first: let the feed be in a private network'},
    'max-warnings': maxWarningsOption,
    'no-cache': {type: 'boolean', summary: 'make everything anew, and take nothing from .castwright/ beside the show'},
    probe: {
      type: 'boolean',
      summary: 'ask servers about media that were never looked at (else a build uses no network)',
    },
    shard: {
      type: 'string',
      value: 'I/N',
      summary: 'build only the I-th of N parts of a network (network.yaml), for jobs of CI',
    },
    for: audienceOption,
    now: {type: 'string', value: 'TIME', summary: 'publish what is due at TIME instead of now'},
  },
  run,
}
