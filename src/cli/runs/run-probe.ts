import {hasErrors, type MediaProbe, type ProbeReport, probeMedia} from '../../index.ts'
import {byteSize} from '../../text/byte-sizes.ts'
import {type Arguments, exitCodes} from '../command.ts'
import {startProgress} from '../print/progress.ts'
import {refuseTime} from '../print/refuse-usage.ts'
import {reportProblems} from '../print/report-problems.ts'
import {clock, showFolder} from '../show-folder.ts'
import {acceptedOf} from './accepted.ts'

const lockLines = {
  created: ['castwright.lock.json created: commit it beside show.yaml, and builds know these facts without a network'],
  updated: ['castwright.lock.json updated: commit it'],
  unchanged: [],
  behind: [],
} as const

/** More lines than this tell a person nothing; `--format json` has all of them. */
const mostListed = 20

function describe({media, requests, receivedInBytes, lock}: ProbeReport): readonly string[] {
  if (media.length === 0) return ['No episode names a file on a server: there was nothing to ask']
  const count = (status: MediaProbe['status']) => media.filter((each) => each.status === status).length
  const fresh = media.filter(({status}) => status === 'probed')
  const more = fresh.length - mostListed
  return [
    ...fresh.slice(0, mostListed).map(describeMedia),
    ...(more > 0 ? [`  … and ${more} more (all of them: --format json)`] : []),
    `${media.length} media: ${count('probed')} read, ${count('unchanged')} unchanged, ${count('failed')} failed`,
    `${requests} requests, ${byteSize(receivedInBytes)} received`,
    ...lockLines[lock],
  ]
}

function describeMedia({url, facts}: MediaProbe): string {
  if (facts === undefined) return `  ${url}`
  const {type, sizeInBytes, durationInSeconds, widthInPixels, heightInPixels, chapters = []} = facts
  const parts = [
    type,
    `${sizeInBytes} bytes`,
    ...(durationInSeconds === undefined ? [] : [clockTime(durationInSeconds)]),
    ...(widthInPixels === undefined ? [] : [`${widthInPixels}x${heightInPixels}`]),
    ...(chapters.length === 0 ? [] : [`${chapters.length} chapters`]),
  ]
  return `  ${url}\n    ${parts.join(', ')}`
}

/** `1:02:03`, as in front matter. */
function clockTime(seconds: number): string {
  const whole = Math.round(seconds)
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}

export async function runProbe({positionals, values}: Arguments): Promise<number> {
  const folder = showFolder(positionals[0])
  const now = clock(values.now)
  if (now === undefined) return refuseTime(values.now)
  const progress = startProgress('media files')
  const accept = acceptedOf(values.accept)
  if (typeof accept === 'number') return accept
  const outcome = await probeMedia(folder, {now, accept, onProgress: progress.report})
  progress.end()
  const failed = !outcome.ok || hasErrors(outcome.problems)
  const json = {ok: !failed, problems: outcome.problems, report: outcome.ok ? outcome.value : undefined}
  const {isForPrograms} = reportProblems(outcome.problems, {folder}, values.format, json)
  if (!isForPrograms && outcome.ok) console.log(describe(outcome.value).join('\n'))
  return failed ? exitCodes.problems : exitCodes.clean
}
