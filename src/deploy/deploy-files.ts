import {createHash} from 'node:crypto'
import {type Deployed, type DeployRecord, parseRecord, pathKey, recordName, recordText} from './deploy-record.ts'
import {type DeployFile, markOf} from './local-files.ts'
import {isStoreFault, type ObjectStore, reasonOf, type StoredObject, type StoreFault, unquoted} from './object-store.ts'

/** What a deploy does to a store, or would do. Paths are below the prefix. */
export type DeployPlan = {
  readonly uploads: readonly DeployFile[]
  readonly deletions: readonly string[]
  readonly unchanged: readonly string[]
}

export type DeployTarget = {
  readonly store: ObjectStore
  /** Empty, or with a final `/`. */
  readonly prefix: string
  /** A canned ACL, where the store wants one for objects that everybody may read. */
  readonly acl?: string
}

type PlannedDeploy = DeployPlan & {
  /** What is in the store already of what is planned, and what was put there before. */
  readonly record: DeployRecord
  readonly storedRecord: string | undefined
}

const atOnce = 8
/** The mark of an object, on the object itself: for a deploy that was killed before it could write its record. */
const markHeader = 'x-amz-meta-castwright'

/** Holds the files of an output against what is in the store. Nothing is changed. */
export async function planDeploy(
  {store, prefix}: DeployTarget,
  files: readonly DeployFile[],
): Promise<PlannedDeploy | StoreFault> {
  const [listed, stored] = await Promise.all([store.list(prefix), store.get(`${prefix}${recordName}`)])
  if (isStoreFault(listed)) return listed
  if (isStoreFault(stored)) return stored
  if (stored.status !== 200 && stored.status !== 404) return {fault: reasonOf(stored), isFinal: true}
  const storedRecord = stored.status === 200 ? stored.body.toString('utf8') : undefined
  const before = parseRecord(storedRecord ?? '')
  const record = new Map(before)
  const uploads: DeployFile[] = []
  const unchanged: string[] = []
  const deletions: string[] = []
  const look = async (file: DeployFile) => {
    const object = listed.get(`${prefix}${file.path}`)
    if (object !== undefined && (await isSame(store, `${prefix}${file.path}`, file, object, before))) {
      record.set(pathKey(file.path), {mark: markOf(file), etag: object.etag})
      unchanged.push(file.path)
    } else uploads.push(file)
  }
  const wanted = new Set(files.map(({path}) => path))
  const judge = async ([key, object]: readonly [string, StoredObject]) => {
    const path = key.slice(prefix.length)
    if (wanted.has(path) || path === recordName) return
    if (await isOurs(store, key, object, before.get(pathKey(path)))) deletions.push(path)
  }
  await severalAtOnce(files, look)
  await severalAtOnce([...listed], judge)
  uploads.sort((one, other) => (one.path < other.path ? -1 : 1))
  return {uploads, deletions: deletions.sort(), unchanged: unchanged.sort(), record, storedRecord}
}

async function isSame(
  store: ObjectStore,
  key: string,
  file: DeployFile,
  {etag, sizeInBytes}: StoredObject,
  before: DeployRecord,
): Promise<boolean> {
  const known = before.get(pathKey(file.path))
  if (sizeInBytes !== file.sizeInBytes) return false
  if (known?.etag === etag) return known.mark === markOf(file)
  const answer = await store.head(key)
  return !isStoreFault(answer) && answer.status === 200 && answer.headers[markHeader] === markOf(file)
}

/** Only what a deploy has put there is ever deleted; not what somebody has put in its place. */
async function isOurs(store: ObjectStore, key: string, {etag}: StoredObject, known: Deployed | undefined) {
  if (known === undefined) return false
  if (known.etag !== undefined) return known.etag === etag
  const answer = await store.head(key)
  return !isStoreFault(answer) && answer.headers[markHeader] === known.mark
}

export type DeployProgress = {readonly done: number; readonly total: number; readonly path: string}

/**
 * Makes the store hold what is planned. What feeds refer to comes first, then the feeds, and only then goes what no feed names any
 * more: stopped at any instant, every address in a feed that can be read has its file. `undefined` when all went well.
 */
export async function applyDeploy(
  target: DeployTarget,
  plan: PlannedDeploy,
  onProgress: (progress: DeployProgress) => void = () => undefined,
): Promise<StoreFault | undefined> {
  const {uploads, deletions} = plan
  const record = new Map(plan.record)
  const saved = {text: plan.storedRecord}
  const save = () => saveRecord(target, record, saved)
  const total = uploads.length + deletions.length
  let done = 0
  const tell = (path: string) => {
    done += 1
    onProgress({done, total, path})
  }
  for (const file of uploads) record.set(pathKey(file.path), {mark: markOf(file)})
  // Named before it is there, so that whatever a kill leaves behind is known to the next deploy.
  const unsaved = await save()
  if (unsaved !== undefined) return unsaved
  const put = async (file: DeployFile): Promise<StoreFault | undefined> => {
    const etag = await putFile(target, file)
    if (typeof etag !== 'string') return etag
    record.set(pathKey(file.path), {mark: markOf(file), etag})
    tell(file.path)
    return undefined
  }
  const remove = async (path: string): Promise<StoreFault | undefined> => {
    const answer = await target.store.remove(`${target.prefix}${path}`)
    if (isStoreFault(answer)) return answer
    record.delete(pathKey(path))
    tell(path)
    return undefined
  }
  const fault =
    (await untilFault(
      uploads.filter(({isFeed}) => !isFeed),
      put,
    )) ??
    (await untilFault(
      uploads.filter(({isFeed}) => isFeed),
      put,
    )) ??
    (await untilFault(deletions, remove))
  return fault ?? (await save())
}

async function putFile({store, prefix, acl}: DeployTarget, file: DeployFile): Promise<string | StoreFault> {
  const {path, sizeInBytes, sha256, contentType, cacheControl} = file
  const answer = await store.put(
    `${prefix}${path}`,
    {file: file.file, sizeInBytes, sha256},
    {
      'Content-Type': contentType,
      'Cache-Control': cacheControl,
      [markHeader]: markOf(file),
      ...(acl === undefined ? {} : {'x-amz-acl': acl}),
    },
  )
  return isStoreFault(answer) ? answer : unquoted(answer.headers.etag ?? '')
}

async function saveRecord(
  {store, prefix}: DeployTarget,
  record: DeployRecord,
  saved: {text: string | undefined},
): Promise<StoreFault | undefined> {
  const text = recordText(record)
  if (text === saved.text) return undefined
  const sha256 = createHash('sha256').update(text).digest('hex')
  const headers = {'Content-Type': 'application/json', 'Cache-Control': 'no-store'}
  const answer = await store.put(`${prefix}${recordName}`, {text, sha256}, headers)
  if (isStoreFault(answer)) return answer
  saved.text = text
  return undefined
}

async function severalAtOnce<T>(inputs: readonly T[], work: (input: T) => Promise<void>): Promise<void> {
  const left = inputs.values()
  await Promise.all(
    Array.from({length: atOnce}, async () => {
      for (const input of left) await work(input)
    }),
  )
}

/** Several at once; after a fault no more are begun. */
async function untilFault<T>(
  inputs: readonly T[],
  work: (input: T) => Promise<StoreFault | undefined>,
): Promise<StoreFault | undefined> {
  let fault: StoreFault | undefined
  await severalAtOnce(inputs, async (input) => {
    if (fault === undefined) fault = await work(input)
  })
  return fault
}
