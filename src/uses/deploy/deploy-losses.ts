import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {DeployTarget, StoreChanges} from '../../deploy/deploy-files.ts'
import {isStoreFault, type StoreFault} from '../../deploy/object-store.ts'
import {parseLock} from '../../lock/parse-lock.ts'
import type {Lock} from '../../model/lock.ts'
import type {Problem} from '../../model/problem.ts'
import {deliveredByLock} from '../../witness/delivered-by-lock.ts'
import {lossesOfOutput} from '../../witness/guard.ts'
import {guidOfOther} from '../../witness/other-show.ts'
import {lossGroupsOf} from '../../witness/second-witness.ts'
import {isTakenBack} from '../../witness/taken-back.ts'
import {outputOf} from '../../write/write.ts'
import {deliveredBy, lockCopy} from '../earlier-output.ts'
import {takenBackInShows, withoutMovedFiles} from '../network/network-items.ts'
import {problem} from '../use-problems.ts'

/**
 * What people have from a store and would not have any more. The output may be of an older commit than the last deploy, or of
 * another show. Losses that its lock records as taken back are intended. Problems: `deploy-takes-back`, `deploy-of-another-show`.
 */
export async function deployLosses(
  {folder, outputs}: BuiltOutputs,
  target: DeployTarget,
  changes: StoreChanges,
  accepted: readonly string[],
): Promise<readonly Problem[] | StoreFault> {
  const all: Keyed[] = []
  const locks = new Map<string, Lock>()
  for (const below of outputs) {
    const lock = await readLockCopy(join(folder, below))
    // An earlier version of Castwright built an output that has none.
    if (lock !== undefined) locks.set(below, lock)
  }
  const changesOf = changesByOutput(changes, new Set(outputs))
  for (const [below, lock] of locks) {
    const ofShows = [...locks].flatMap(([other, each]) => (other !== below && other.startsWith(below) ? [each] : []))
    const found = await lossesBelow(below, {target, changes: changesOf(below), lock, ofShows})
    if (isStoreFault(found)) return found
    all.push(...found)
  }
  const isAccepted = ({key, found}: Keyed) => accepted.includes(key) || accepted.includes(found.code)
  return all.filter((each) => !isAccepted(each)).map(({found}) => found)
}

/** A folder that is deployed, and the outputs in it (`outputsIn`). */
type BuiltOutputs = {readonly folder: string; readonly outputs: readonly string[]}

/** What was in the store before, and what will be there. Paths are below one output. */
type OutputChanges = {readonly before: string[]; readonly unchanged: Set<string>; readonly uploads: Set<string>}

/** Of the innermost output that each path belongs to. In one pass: a network may have a hundred shows, and each a thousand files. */
function changesByOutput(
  {before, unchanged, uploads}: StoreChanges,
  outputs: ReadonlySet<string>,
): (output: string) => OutputChanges {
  const found = new Map([...outputs].map((output) => [output, noChanges()]))
  const sortIn = (path: string, into: (own: OutputChanges, below: string) => void) => {
    const owner = outputOf(path, outputs)
    const own = owner === undefined ? undefined : found.get(owner)
    if (owner !== undefined && own !== undefined) into(own, path.slice(owner.length))
  }
  for (const path of before) sortIn(path, (own, below) => own.before.push(below))
  for (const path of unchanged) sortIn(path, (own, below) => own.unchanged.add(below))
  for (const {path} of uploads) sortIn(path, (own, below) => own.uploads.add(below))
  return (output) => found.get(output) ?? noChanges()
}

function noChanges(): OutputChanges {
  return {before: [], unchanged: new Set(), uploads: new Set()}
}

/** A problem with the key by which it is accepted. */
type Keyed = {readonly key: string; readonly found: Problem}

async function readLockCopy(output: string): Promise<Lock | undefined> {
  const text = await readFile(join(output, lockCopy), 'utf8').catch(() => undefined)
  const parsed = text === undefined ? undefined : parseLock(text)
  return parsed?.ok === true ? parsed.value : undefined
}

type Deployment = {
  readonly target: DeployTarget
  readonly changes: OutputChanges
  readonly lock: Lock
  /** For a network: the locks of the shows that are in the same output. */
  readonly ofShows: readonly Lock[]
}

async function lossesBelow(
  below: string,
  {target, changes, lock, ofShows}: Deployment,
): Promise<readonly Keyed[] | StoreFault> {
  const {before, unchanged, uploads} = changes
  const faults: StoreFault[] = []
  const stored = await deliveredBy({
    entries: before.map(asEntry),
    site: lock.show.site,
    isUnchanged: (path) => unchanged.has(path),
    textAt: async (path) => {
      const answer = await target.store.get(`${target.prefix}${below}${path}`)
      if (isStoreFault(answer)) faults.push(answer)
      return isStoreFault(answer) || answer.status !== 200 ? '' : answer.body.toString('utf8')
    },
  })
  const [fault] = faults
  if (fault !== undefined) return fault
  const leadsOn = (path: string) => unchanged.has(path) || uploads.has(path)
  const served = {...deliveredByLock(lock), site: lock.show.site, leadsOn}
  const inShows = takenBackInShows(
    ofShows.flatMap((each) => each.takenBack ?? []),
    lock.feeds,
  )
  const takenBack = new Set([...(lock.takenBack ?? []), ...inShows])
  const files = ofShows.flatMap(({episodes}) => episodes)
  const urls = new Map(files.map(({guid, media}): [string, Set<string>] => [guid, new Set(media.map(({url}) => url))]))
  const losses = lossesOfOutput(
    withoutMovedFiles(stored, (guid, url) => urls.get(guid)?.has(url)),
    lock,
    served,
  ).filter((loss) => !isTakenBack(loss, takenBack))
  if (losses.length === 0) return []
  const guid = guidOfOther(stored, served)
  return guid === undefined
    ? lossGroupsOf(losses, served).map(({name, text}) => takesBack(name, text))
    : [ofAnotherShow(guid)]
}

/** The path as manifests write files of members: it tells only the name of their feed. */
function asEntry(path: string): string {
  return path.replace(/^([^/]+)\/[\da-f]{48}\/.*$/, '$1/…#')
}

function takesBack(name: string, text: string): Keyed {
  const key = `deploy-takes-back:${name}`
  const message = `The store has what this deploy would take back, and the lock of the output knows nothing of it: ${text}`
  const hint = `Build the newest commit and deploy that; or, if it is meant: castwright deploy --accept ${key}`
  return {key, found: problem('deploy-takes-back', {}, message, hint)}
}

function ofAnotherShow(guid: string): Keyed {
  const key = 'deploy-of-another-show'
  const message = `The store holds another show, with the podcast guid ${guid}: its subscribers would get this one instead`
  const hint = `Deploy to a prefix of its own: --to s3://BUCKET/PREFIX; or, if it is meant: castwright deploy --accept ${key}`
  return {key, found: problem(key, {}, message, hint)}
}
