import {readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {isFresh} from '../cache/file-mark.ts'
import {type Answer, type StampedGroup, writeAnswer} from './answer-file.ts'
import {answerKey, isForJob} from './answer-key.ts'
import {namesIn, type Question, targetOf} from './given-answer.ts'
import {lookAround, stampedGroup, timesIn} from './stamps.ts'

/** A build that had nothing to do. */
export type AnsweredBuild = Question & {
  /** Folders outside the show's that were looked into. */
  readonly otherFolders: readonly string[]
  /** The time from which there may be something to do, although no file has changed. */
  readonly until?: Date
  /** The clock before anything was read. */
  readonly begunInMilliseconds: number
  readonly printed: string
}

/** Where builds keep things beside a show, and in an output. */
const ownFolder = '.castwright'

/**
 * Keeps for `givenAnswer` what such a build printed, with stamps of everything that it looked at. The stamps are made after the
 * build. So nothing is kept if one of the files is younger than the build, because the build may have read another state of it. A
 * later build keeps the answer then.
 */
export function keepAnswer(build: AnsweredBuild): void {
  if (isForJob()) return
  try {
    const seen = whatWasSeen(build)
    const {begunInMilliseconds, folder, output} = build
    const begun = begunInMilliseconds - Math.max(delayOfDisk(folder), delayOfDisk(output))
    const isOld = seen?.groups.every((group) => timesIn(group).every((times) => !isFresh(times, begun)))
    if (seen === undefined || isOld !== true) return
    const {command, now, until, printed} = build
    const times = {fromInMilliseconds: now.getTime(), ...(until && {untilInMilliseconds: until.getTime()})}
    writeAnswer(folder, {key: answerKey(command), ...times, printed, ...seen})
  } catch {
    // Something is gone meanwhile, or cannot be read.
  }
}

function whatWasSeen({
  folder,
  output,
  otherFolders,
}: AnsweredBuild): Pick<Answer, 'groups' | 'targets' | 'names'> | undefined {
  const groups: StampedGroup[] = []
  const site = targetOf(output)
  const own = join(site, ownFolder)
  const published = filesOfOutput(own)
  if (published === undefined) return undefined
  const targets: (readonly [path: string, target: string])[] = [[output, site]]
  for (const path of [folder, ...otherFolders]) {
    const target = targetOf(path)
    const {paths, links} = lookAround(target)
    groups.push(stampedGroup(target, paths))
    targets.push([path, target], ...links.map((link) => [join(target, link), targetOf(join(target, link))] as const))
  }
  const led = targets.map(([, target]) => target).filter((target) => target !== '')
  groups.push(stampedGroup('', led), stampedGroup(site, published))
  // Another build may be at work there, or a build was killed: then the folder has other names.
  groups.push(stampedGroup(own, readdirSync(own)))
  return {groups, targets, names: [[own, namesIn(own)]]}
}

/** The files of an output, from its manifest. `undefined` if the manifest is not whole, or has only hashes of paths. */
function filesOfOutput(own: string): readonly string[] | undefined {
  const {files, underWay} = JSON.parse(readFileSync(join(own, 'manifest.json'), 'utf8')) as Partial<
    Record<'files' | 'underWay', readonly string[]>
  >
  return underWay === undefined ? files : undefined
}

/** By how much the clock of the disk is behind ours: it may be another machine's. */
function delayOfDisk(folder: string): number {
  const probe = join(folder, ownFolder, `clock.${process.pid}.new`)
  try {
    writeFileSync(probe, '')
    return Math.max(0, Date.now() - statSync(probe).mtimeMs)
  } finally {
    rmSync(probe, {force: true})
  }
}
