import {probedMedia, withProbes} from '../lock/probed-media.ts'
import type {Episode} from '../model/episode.ts'
import type {Lock, LockedMedia} from '../model/lock.ts'
import type {MediaReference} from '../model/media.ts'
import {present} from '../model/present.ts'
import {hasErrors, type Outcome, type Place, type Problem} from '../model/problem.ts'
import {type LockChange, writeLock} from '../plan/identity/lock-file.ts'
import {isOnServer} from '../plan/identity/locked-media.ts'
import {type ReadyShow, readyShow} from '../plan/ready-show.ts'
import {type Timed, timed} from '../plan/timed.ts'
import type {MediaPlaces} from '../probe/media-description.ts'
import {mediaPlaces} from '../probe/probe.ts'
import type {ProbedFacts} from '../probe/remote/probe-remote-media.ts'
import {type Manners, type RemoteProber, remoteFilesAtOnce, remoteProber} from '../probe/remote/remote-prober.ts'
import {readEpisode} from '../read/read.ts'
import {severalAtOnce} from '../text/several-at-once.ts'
import {version} from '../version.ts'
import {askEachShow, isNetwork} from './network/network-shows.ts'

/** Which media are asked about, and how. */
export type ProbeOptions = {
  /** Its day is what the lock records for the facts; without it, today. */
  readonly now?: Date
  /** Asks only about media that were never looked at, and not about those of drafts. */
  readonly onlyUnknown?: boolean
  /** Changes of published files that are intended: `media-bytes-changed:SLUG`, or the code alone for all of them. */
  readonly accept?: readonly string[]
  /** Called after each file. */
  readonly onProgress?: (progress: {readonly done: number; readonly total: number}) => void
  /** How servers are treated. There are few reasons to change this. */
  readonly manners?: Manners
}

/** What a server said about one media file. */
export type MediaProbe = {
  /** The episode's file. */
  readonly file: string
  readonly url: string
  /** `unchanged`: the server says that the file did not change. `failed`: a problem says why. */
  readonly status: 'probed' | 'unchanged' | 'failed'
  /** What is known about the file now, also where this probe failed. */
  readonly facts?: LockedMedia
}

/** What a probe learned, and what it cost. */
export type ProbeReport = {
  /** In the order of the episodes. Every address is there once. */
  readonly media: readonly MediaProbe[]
  readonly requests: number
  readonly receivedInBytes: number
  readonly lock: LockChange
}

/**
 * Asks the servers of a show, or of all shows of a network, about its media, and writes their answers into the lock. It asks by
 * ranges, for eight files at a time. A file that was asked about before takes one conditional request. A build uses the network
 * only through this function. There is no value if the show or its lock cannot be read. Trouble with one file is a problem, and the
 * facts of all others are kept.
 */
export async function probeMedia(folder: string, given: ProbeOptions = {}): Promise<Outcome<ProbeReport>> {
  const options = timed(given)
  return isNetwork(folder) ? probeNetwork(folder, options) : probeShow(folder, options)
}

/** The strongest change first, for reporting on several locks at once. */
const lockChanges: readonly LockChange[] = ['created', 'updated', 'behind', 'unchanged']

async function probeNetwork(folder: string, options: Timed<ProbeOptions>): Promise<Outcome<ProbeReport>> {
  const asked = await askEachShow(folder, (show) => probeShow(show, options))
  if (!asked.ok) return asked
  const {shows} = asked.value
  const reports = shows.flatMap(({name, outcome}) => (outcome.ok ? [{name, ...outcome.value}] : []))
  const sum = (of: (report: ProbeReport) => number) => reports.reduce((total, report) => total + of(report), 0)
  const value = {
    media: reports.flatMap(({name, media}) => media.map((each) => ({...each, file: `${name}/${each.file}`}))),
    requests: sum(({requests}) => requests),
    receivedInBytes: sum(({receivedInBytes}) => receivedInBytes),
    lock: lockChanges.find((change) => reports.some(({lock}) => lock === change)) ?? 'unchanged',
  }
  return {...asked, value}
}

async function probeShow(folder: string, options: Timed<ProbeOptions>): Promise<Outcome<ProbeReport>> {
  const ready = await readyShow(folder, options.now)
  if (!ready.ok) return ready
  const {opened, stored} = ready.value
  const {targets, problems: unread} = await findTargets(ready.value)
  const known = stored.lock === undefined ? new Map<string, LockedMedia>() : probedMedia(stored.lock)
  const isUnknown = ({episode, media}: Target) => episode.publication.state !== 'draft' && !known.has(media.location)
  const wanted = options.onlyUnknown === true ? targets.filter(isUnknown) : targets
  const prober = remoteProber(version, new Set(opened.show.probeHosts), options.manners)
  try {
    const probes = await probeAll(prober, wanted, known, options)
    const found = new Map(
      probes.flatMap(({url, status, facts}) => (status === 'probed' && facts ? [[url, facts]] : [])),
    )
    const named = new Map(targets.map(({media, places}) => [media.location, places.name]))
    const locked = await keepProbes(ready.value, {found, named, accepted: new Set(options.accept)})
    const problems = [...unread, ...probes.flatMap((each) => each.problems), ...locked.problems]
    if (!locked.ok) return {ok: false, problems}
    const media = probes.map(({problems: _, ...probe}) => probe)
    return {ok: true, value: {media, ...prober.traffic(), lock: locked.value}, problems}
  } finally {
    prober.close()
  }
}

type Target = {readonly episode: Episode; readonly media: MediaReference; readonly places: MediaPlaces}

/** The files on servers that episodes name. An episode that cannot be read reports why, and the servers of the others are still asked. */
async function findTargets({
  opened,
  slugs,
}: ReadyShow): Promise<{readonly targets: readonly Target[]; readonly problems: readonly Problem[]}> {
  const read = await severalAtOnce(opened.episodes, (files) => readEpisode(opened, files, slugs.get(files.file)))
  const targets = new Map<string, Target>()
  for (const outcome of read) {
    if (!outcome.ok) continue
    for (const each of outcome.value.media) {
      if (!isOnServer(each.location) || targets.has(each.location)) continue
      targets.set(each.location, {episode: outcome.value, media: each, places: mediaPlaces(outcome.value, each)})
    }
  }
  const problems = read.flatMap((outcome) => (!outcome.ok && hasErrors(outcome.problems) ? outcome.problems : []))
  return {targets: [...targets.values()], problems}
}

async function probeAll(
  prober: RemoteProber,
  targets: readonly Target[],
  known: ReadonlyMap<string, LockedMedia>,
  {now, onProgress}: Timed<ProbeOptions>,
): Promise<readonly (MediaProbe & {readonly problems: readonly Problem[]})[]> {
  let done = 0
  return severalAtOnce(
    targets,
    async ({episode, media, places}) => {
      const before = known.get(media.location)
      const {status, found, problems} = await prober.probe(media, places, before)
      done += 1
      onProgress?.({done, total: targets.length})
      const facts = found === undefined ? before : lockedMedia(media.location, found, now)
      // A draft may name files that do not exist yet.
      const isExpected = ({code}: Problem) => episode.publication.state === 'draft' && code === 'media-not-found'
      const told = problems.filter((each) => !isExpected(each))
      return {file: episode.file, url: media.location, status, ...present({facts}), problems: told}
    },
    remoteFilesAtOnce,
  )
}

function lockedMedia(url: string, {kind, facts, chapters, etag, lastModified}: ProbedFacts, now: Date): LockedMedia {
  const {mimeType: type, sizeInBytes, durationInSeconds, widthInPixels, heightInPixels, codecs} = facts
  return {
    url,
    kind,
    type,
    sizeInBytes,
    ...present({durationInSeconds, widthInPixels, heightInPixels, codecs, etag, lastModified}),
    probed: now.toISOString().slice(0, 10),
    ...(chapters.length === 0 ? {} : {chapters}),
  }
}

type Probes = {
  readonly found: ReadonlyMap<string, LockedMedia>
  readonly named: ReadonlyMap<string, Place>
  readonly accepted: ReadonlySet<string>
}

async function keepProbes({opened, stored}: ReadyShow, probes: Probes): Promise<Outcome<LockChange>> {
  const {show, folder} = opened
  const before: Lock = stored.lock ?? {show: {guid: show.guid, site: show.siteUrl}, feeds: [], episodes: []}
  const {lock, problems} = withProbes(before, probes)
  const isEmpty = stored.lock === undefined && lock.awaiting === undefined
  const written: Outcome<LockChange> = isEmpty
    ? {ok: true, value: 'unchanged', problems: []}
    : await writeLock(folder, {lock, before: stored})
  return {...written, problems: [...problems, ...written.problems]}
}
