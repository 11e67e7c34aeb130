import {hash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {readEntries, writeEntries} from '../../cache/cache-file.ts'
import {largestTextHashedInBytes, markOfPublished, outputMark} from '../../cache/file-mark.ts'
import {lockFileName} from '../../model/lock.ts'
import type {Outcome, Problem} from '../../model/problem.ts'
import type {Timed} from '../../plan/timed.ts'
import {buildMark, version} from '../../version.ts'
import type {BuildOptions} from '../build.ts'
import {markOfDigest} from '../digest/digest-file.ts'
import type {Network} from './network-shows.ts'
import type {BuiltShows, OwnBuild, OwnReport} from './own-report.ts'

/** What the last build of the network itself left, and all that it was made from. */
type Left = {
  readonly madeFrom: string
  readonly lock: string
  readonly nowInMilliseconds: number
  /** By path below the output: the published files, and what builds note beside them. */
  readonly marks: ReadonlyMap<string, string>
  readonly paths: readonly string[]
  readonly lockChange: 'unchanged' | 'behind'
  readonly takenBack: readonly string[]
  readonly problems: readonly Problem[]
}

/** Knows whether a network has to be built at all. Like all memory it only ever saves time. */
export type UnchangedNetwork = {
  /** What a build would report, where everything that it is made from and all that it left is as it was: no digest is read for that. */
  readonly known: () => Outcome<OwnBuild> | undefined
  /** To be called with what a build did, and the marks of published files that are known already: to hash a file takes time. */
  readonly keep: (built: Outcome<OwnBuild>, known: ReadonlyMap<string, string>) => void
}

const nothingKnown: UnchangedNetwork = {known: () => undefined, keep: () => {}}

/** To be opened before anything is read, so that what changes meanwhile is not taken for what was built. */
export function openUnchanged(
  network: Network,
  built: BuiltShows,
  output: string,
  options: Timed<BuildOptions>,
): UnchangedNetwork {
  const {folder, show} = network
  const {now, cache, audience, first, frozen} = options
  // Who the members are is in the environment, a trial has nothing to keep, and of a first publication a server is asked.
  const isForMembers = audience === 'members' || show.feeds.some(({members}) => members !== undefined)
  if (cache === false || isForMembers || built.isTrial || first !== undefined) return nothingKnown
  const path = join(folder, '.castwright', 'unchanged-network.cache')
  const key = `unchanged network ${version} ${buildMark} ${process.version}`
  const madeFrom = markOfSources(network, built, options)
  return {
    known: () => {
      const [entry] = readEntries(path, key)
      // What is stored under our key was written by this very version.
      const left = entry?.value as Left | undefined
      if (left?.madeFrom !== madeFrom || left.lock !== markOfLock(folder)) return undefined
      // A date that was no fault at a later clock may be one now.
      if (left.nowInMilliseconds > now.getTime()) return undefined
      const marks = marksNow(left.marks, output)
      if (marks === undefined) return undefined
      if (marks !== left.marks) writeEntries(path, key, [{value: {...left, marks} satisfies Left}])
      const report: OwnReport = {written: [], unchanged: left.paths, deleted: [], lock: left.lockChange}
      return {ok: true, value: {report, takenBack: left.takenBack}, problems: left.problems}
    },
    keep: ({ok, problems, ...outcome}, known) => {
      if (!ok || !('value' in outcome) || madeFrom !== markOfSources(network, built, options)) return
      // What is said of a show may be said at another place tomorrow.
      if (problems.some(({file}) => file !== undefined && file !== show.file)) return
      const {report, takenBack} = outcome.value
      const {written, unchanged, lock} = report
      const paths = [...written, ...unchanged].toSorted()
      const marks = new Map<string, string>()
      for (const below of [...paths, ...notesOfBuilds]) {
        const mark = known.get(below) ?? outputMark(join(output, below), largestTextHashedInBytes)
        if (mark === undefined) return
        marks.set(below, mark)
      }
      const lockChange = frozen === true && lock === 'behind' ? lock : 'unchanged'
      const left = {marks, paths, lockChange, takenBack, problems, nowInMilliseconds: now.getTime()} as const
      writeEntries(path, key, [{value: {madeFrom, lock: markOfLock(folder), ...left} satisfies Left}])
    },
  }
}

/** What builds leave beside the files: a build that was killed leaves another manifest. */
const notesOfBuilds = ['manifest.json', 'scope.json', 'lock.json'].map((name) => `.castwright/${name}`)

/** A mark of everything but the lock: `network.yaml` and the pictures that it names, the digests of the shows, and the options. */
function markOfSources({folder, show, names}: Network, built: BuiltShows, options: Timed<BuildOptions>): string {
  const {accept = [], frozen = false, audience = ''} = options
  const pictures = [
    show.image,
    ...(show.pictures ?? []).map(({location}) => location),
    ...show.feeds.map((feed) => feed.image),
  ]
  const files = [show.file, ...pictures.filter((each) => each !== undefined)]
  const digests = names.map((name) => {
    const place = built.outputOf(name)
    return place === undefined ? '' : (markOfDigest(place) ?? '')
  })
  const ofFiles = files.map((file) => bytesMark(join(folder, file)))
  return hash('sha1', JSON.stringify([names, digests, files, ofFiles, [...accept].sort(), frozen, audience]), 'base64')
}

function markOfLock(folder: string): string {
  return bytesMark(join(folder, lockFileName))
}

/** Of the bytes of a file; empty where none can be read, as for the address of a picture on a server. */
function bytesMark(path: string): string {
  try {
    return hash('sha1', readFileSync(path), 'base64')
  } catch {
    return ''
  }
}

/** The same object if all files are as noted; `undefined` if one holds something else. */
function marksNow(marks: Left['marks'], output: string): Left['marks'] | undefined {
  const now = new Map<string, string>()
  let isNoted = true
  for (const [below, mark] of marks) {
    const found = markOfPublished(join(output, below), mark)
    if (found === undefined) return undefined
    isNoted &&= found === mark
    now.set(below, found)
  }
  return isNoted ? marks : now
}
