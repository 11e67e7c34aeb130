import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {DeployTarget, StoreChanges} from '../../deploy/deploy-files.ts'
import {isStoreFault, type StoreFault} from '../../deploy/object-store.ts'
import {parseLock} from '../../lock/parse-lock.ts'
import type {Lock} from '../../model/lock.ts'
import type {Problem} from '../../model/problem.ts'
import {deliveredByLock} from '../../witness/delivered-by-lock.ts'
import {lossesOfOutput} from '../../witness/guard.ts'
import {guidOfOther, lossGroupsOf} from '../../witness/second-witness.ts'
import {isTakenBack} from '../../witness/taken-back.ts'
import {outputsIn} from '../../write/write.ts'
import {deliveredBy, lockCopy} from '../earlier-output.ts'
import {takenBackInShows, withoutMovedFiles} from '../network/network-items.ts'
import {problem} from '../use-problems.ts'

/**
 * What people have from a store and would not have any more. The output may be of an older commit than the last deploy, or of
 * another show. Losses that its lock records as taken back are intended. Problems: `deploy-takes-back`, `deploy-of-another-show`.
 */
export async function deployLosses(
  output: string,
  target: DeployTarget,
  changes: StoreChanges,
  accepted: readonly string[],
): Promise<readonly Problem[] | StoreFault> {
  const all: Keyed[] = []
  const outputs = await outputsIn(output)
  const locks = new Map<string, Lock>()
  for (const below of outputs) {
    const lock = await readLockCopy(join(output, below))
    // An earlier version of Castwright built an output that has none.
    if (lock !== undefined) locks.set(below, lock)
  }
  for (const [below, lock] of locks) {
    const inner = outputs.filter((other) => other !== below && other.startsWith(below))
    const isOurs = (path: string) => path.startsWith(below) && !inner.some((other) => path.startsWith(other))
    const ofShows = [...locks].flatMap(([other, each]) => (inner.includes(other) ? [each] : []))
    const found = await lossesBelow(below, isOurs, {target, changes, lock, ofShows})
    if (isStoreFault(found)) return found
    all.push(...found)
  }
  const isAccepted = ({key, found}: Keyed) => accepted.includes(key) || accepted.includes(found.code)
  return all.filter((each) => !isAccepted(each)).map(({found}) => found)
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
  readonly changes: StoreChanges
  readonly lock: Lock
  /** For a network: the locks of the shows that are in the same output. */
  readonly ofShows: readonly Lock[]
}

async function lossesBelow(
  below: string,
  isOurs: (path: string) => boolean,
  {target, changes, lock, ofShows}: Deployment,
): Promise<readonly Keyed[] | StoreFault> {
  const own = (paths: readonly string[]) => paths.filter(isOurs).map((path) => path.slice(below.length))
  const unchanged = new Set(own(changes.unchanged))
  const paths = new Set([...unchanged, ...own(changes.uploads.map(({path}) => path))])
  const faults: StoreFault[] = []
  const stored = await deliveredBy({
    entries: own(changes.before).map(asEntry),
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
  const served = {...deliveredByLock(lock), site: lock.show.site, leadsOn: (path: string) => paths.has(path)}
  const inShows = takenBackInShows(
    ofShows.flatMap((each) => each.takenBack ?? []),
    lock.feeds,
  )
  const takenBack = new Set([...(lock.takenBack ?? []), ...inShows])
  const files = ofShows.flatMap(({episodes}) => episodes)
  const urls = new Map(files.map(({guid, media}): [string, Set<string>] => [guid, new Set(media.map(({url}) => url))]))
  const losses = lossesOfOutput(withoutMovedFiles(stored, urls), lock, served).filter(
    (loss) => !isTakenBack(loss, takenBack),
  )
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
