import {keepAnswer} from '../../answer/keep-answer.ts'
import {type BuildReport, build, type IdleBuild, isNetwork, type Outcome} from '../../index.ts'
import {type Arguments, exitCodes} from '../command.ts'
import {questionOf} from '../early-answer.ts'
import {describeBuild} from '../print/describe-build.ts'
import {tellGithubJob} from '../print/github-job.ts'
import {printing} from '../print/print-result.ts'
import {startProgress} from '../print/progress.ts'
import {refuseTime, refuseUsage} from '../print/refuse-usage.ts'
import {refuseWarningLimit, reportProblems, warningLimit} from '../print/report-problems.ts'
import {clock, outputFolder, showFolder} from '../show-folder.ts'
import {acceptedOf} from './accepted.ts'
import {audienceOf, refuseAudience} from './audience.ts'
import {buildShows, firstPublication, shardOf} from './build-network.ts'

export async function runBuild(given: Arguments): Promise<number> {
  const {positionals, values} = given
  const folder = showFolder(positionals[0])
  const output = outputFolder(values.out)
  const now = clock(values.now)
  if (now === undefined) return refuseTime(values.now)
  const maxWarnings = warningLimit(values['max-warnings'])
  if (maxWarnings === undefined) return refuseWarningLimit(values['max-warnings'])
  const contradiction = contradictionIn(values)
  if (contradiction !== undefined) return refuseUsage(contradiction)
  const shard = shardOf(values.shard)
  if (shard === undefined)
    return refuseUsage(`--shard ${values.shard} names no part`, 'Write --shard 2/5: the second of five')
  if (values.merge !== undefined && values.shard !== undefined)
    return refuseUsage('--shard builds shows, and --merge what the network itself publishes: one of them at a time')
  const audience = audienceOf(values.for)
  if (audience === 'unknown') return refuseAudience(values.for)
  const accept = acceptedOf(values.accept)
  if (typeof accept === 'number') return accept
  const forWhom = audience === undefined ? {} : {audience}
  if (isNetwork(folder)) return buildShows(folder, output, values, {now, maxWarnings, shard, accept, ...forWhom})
  const ofNetwork = ['shard', 'merge'].find((option) => values[option] !== undefined)
  if (ofNetwork !== undefined) return refuseUsage(`--${ofNetwork} is for a network: ${folder} has no network.yaml`)
  const begunInMilliseconds = Date.now()
  let idle: IdleBuild | undefined
  const probing = startProgress('media files')
  const progress = startProgress()
  let drawing: ReturnType<typeof startProgress> | undefined
  const outcome = await build(folder, output, {
    now,
    ...forWhom,
    onProgress: progress.report,
    onPicture: (done) => {
      drawing ??= startProgress('pictures')
      drawing.report(done)
    },
    onIdle: (told) => {
      idle = told
    },
    frozen: values.frozen === true,
    ...firstPublication(values),
    maxWarnings,
    cache: values['no-cache'] !== true,
    probe: values.probe === true && {onProgress: probing.report},
    accept,
  })
  probing.end()
  progress.end()
  drawing?.end()
  tellGithubJob(outcome)
  const json = {ok: outcome.ok, problems: outcome.problems, report: outcome.ok ? outcome.value : undefined}
  const {print, printed} = printing()
  const {isForPrograms} = reportProblems(outcome.problems, {folder, briefNotes: true}, values.format, json, print)
  if (!isForPrograms)
    print(outcome.ok ? `\n${describeBuild(outcome.value, folder, output).join('\n')}` : refusal(outcome, output))
  const question = idle === undefined ? undefined : questionOf(given)
  if (idle && question) keepAnswer({...question, ...idle, begunInMilliseconds, printed: printed()})
  return outcome.ok ? exitCodes.clean : exitCodes.problems
}

/** Two options of which one forbids what the other asks for. */
function contradictionIn({probe, frozen, first}: Arguments['values']): string | undefined {
  if (probe === true && frozen === true)
    return '--probe writes what it learns into castwright.lock.json, which --frozen forbids'
  if (first === true && frozen !== true) return '--first is for --frozen: every other build makes the lock itself'
  return undefined
}

function refusal({problems}: Outcome<BuildReport>, output: string): string {
  if (problems.some(({code}) => code === 'output-incomplete'))
    return `The build is not finished: ${output} or the lock has changed in part`
  const hasError = problems.some(({severity}) => severity === 'error')
  const tooMany = hasError ? '' : ' (more warnings than --max-warnings allows)'
  return `Nothing was written: ${output} is as it was${tooMany}`
}
