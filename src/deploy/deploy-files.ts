import {createHash} from 'node:crypto'
import {ranks} from '../model/output.ts'
import {type Deployed, type DeployRecord, hashedPath, parseRecord, recordName, recordText} from './deploy-record.ts'
import {type DeployFile, objectMarkOf} from './local-files.ts'
import {isStoreFault, type ObjectStore, reasonOf, type StoredObject, type StoreFault, unquoted} from './object-store.ts'

/** What a deploy does to a store, or would do. Paths are below the prefix. */
export type StoreChanges = {
  readonly uploads: readonly DeployFile[]
  readonly deletions: readonly string[]
  readonly unchanged: readonly string[]
  /** What deploys have already put there, in any state: everything that is unchanged, deleted or replaced. */
  readonly before: readonly string[]
}

export type DeployTarget = {
  readonly store: ObjectStore
  /** The prefix is empty, or it ends with `/`. */
  readonly prefix: string
  /** A canned ACL, for a store that wants one for objects that everybody may read. */
  readonly acl?: string
}

type PreparedDeploy = StoreChanges & {
  /** The planned files that the store already has, and what was put there before. */
  readonly record: DeployRecord
  readonly storedRecord: string | undefined
  /** Whether the record in the store is behind: an object is there that a killed deploy had no time to note. */
  readonly isBehind: boolean
}

const atOnce = 8
/** The mark of an object is also on the object itself. A deploy that is killed before it can write its record leaves it there. */
const markHeader = 'x-amz-meta-castwright'

/**
 * Compares the files of an output with what is in the store. Nothing is changed. Only paths that `holds` knows as those of the output
 * are ever deleted.
 */
export async function prepareDeploy(
  {store, prefix}: DeployTarget,
  files: readonly DeployFile[],
  holds: (path: string) => boolean,
): Promise<PreparedDeploy | StoreFault> {
  const [listed, stored] = await Promise.all([store.list(prefix), store.get(`${prefix}${recordName}`)])
  if (isStoreFault(listed)) return listed
  if (isStoreFault(stored)) return stored
  if (stored.status !== 200 && stored.status !== 404) return {fault: reasonOf(stored), isFinal: true}
  const storedRecord = stored.status === 200 ? stored.body.toString('utf8') : undefined
  const before = parseRecord(storedRecord ?? '')
  const record = new Map(before)
  const {unchanged, replaced, uploads, inDoubt} = sortedOut(files, listed, before, prefix)
  const wanted = new Set(files.map(({path}) => path))
  const strangers = [...listed].filter(([key]) => {
    const path = key.slice(prefix.length)
    return !wanted.has(path) && path !== recordName && holds(path)
  })
  const deletions: string[] = []
  let isBehind = false
  await severalAtOnce(inDoubt, async ({file, etag}) => {
    const {path} = file
    if (await hasMark(store, `${prefix}${path}`, file)) {
      record.set(hashedPath(path), {mark: objectMarkOf(file), etag})
      isBehind = true
      unchanged.push(path)
    } else {
      uploads.push(file)
      if (before.has(hashedPath(path))) replaced.push(path)
    }
  })
  await severalAtOnce(strangers, async ([key, object]) => {
    const path = key.slice(prefix.length)
    if (await isOurs(store, key, object, before.get(hashedPath(path)))) deletions.push(path)
  })
  uploads.sort((one, other) => (one.path < other.path ? -1 : 1))
  const known = [...unchanged, ...deletions, ...replaced]
  const changes = {uploads, deletions: deletions.sort(), unchanged: unchanged.sort(), before: known.sort()}
  return {...changes, record, storedRecord, isBehind}
}

/**
 * The files by what the record tells of their objects. Of a hundred thousand files nearly all are as they were: no promise is made for
 * them. The others are in doubt, and the store has to be asked for the object itself.
 */
function sortedOut(
  files: readonly DeployFile[],
  listed: ReadonlyMap<string, StoredObject>,
  before: DeployRecord,
  prefix: string,
) {
  const unchanged: string[] = []
  const replaced: string[] = []
  const uploads: DeployFile[] = []
  const inDoubt: {readonly file: DeployFile; readonly etag: string}[] = []
  for (const file of files) {
    const {path, sizeInBytes} = file
    const object = listed.get(`${prefix}${path}`)
    const known = before.get(hashedPath(path))
    const isAsKnown = object !== undefined && object.sizeInBytes === sizeInBytes && known?.etag === object.etag
    if (isAsKnown && known?.mark === objectMarkOf(file)) unchanged.push(path)
    else if (object !== undefined && object.sizeInBytes === sizeInBytes && !isAsKnown)
      inDoubt.push({file, etag: object.etag})
    else {
      uploads.push(file)
      if (object !== undefined && known !== undefined) replaced.push(path)
    }
  }
  return {unchanged, replaced, uploads, inDoubt}
}

async function hasMark(store: ObjectStore, key: string, file: DeployFile): Promise<boolean> {
  const answer = await store.head(key)
  return !isStoreFault(answer) && answer.status === 200 && answer.headers[markHeader] === objectMarkOf(file)
}

/** A deploy deletes only what a deploy has put there. It does not delete what somebody else has put there since. */
async function isOurs(store: ObjectStore, key: string, {etag}: StoredObject, known: Deployed | undefined) {
  if (known === undefined) return false
  if (known.etag !== undefined) return known.etag === etag
  const answer = await store.head(key)
  return !isStoreFault(answer) && answer.headers[markHeader] === known.mark
}

/** The progress of a deploy. `path` is the file that was sent or deleted last. */
export type DeployProgress = {readonly done: number; readonly total: number; readonly path: string}

/**
 * Makes the store hold what is planned. Files that feeds refer to are sent first, then the feeds. After that, the files that no
 * feed names any more are deleted. So at every instant, even after a stop, every address in a feed that can be read has its file.
 * The result is `undefined` when all went well.
 */
export async function applyDeploy(
  target: DeployTarget,
  prepared: PreparedDeploy,
  onProgress: (progress: DeployProgress) => void = () => undefined,
): Promise<StoreFault | undefined> {
  const {uploads, deletions} = prepared
  const total = uploads.length + deletions.length
  if (total === 0 && !prepared.isBehind) return undefined
  const record = new Map(prepared.record)
  const saved = {text: prepared.storedRecord}
  const save = () => saveRecord(target, record, saved)
  let done = 0
  const tell = (path: string) => {
    done += 1
    onProgress({done, total, path})
  }
  for (const file of uploads) record.set(hashedPath(file.path), {mark: objectMarkOf(file)})
  // Each file is in the record before it is in the store. So the next deploy knows whatever a killed deploy leaves behind.
  const unsaved = await save()
  if (unsaved !== undefined || total === 0) return unsaved
  const put = async (file: DeployFile): Promise<StoreFault | undefined> => {
    const etag = await putFile(target, file)
    if (typeof etag !== 'string') return etag
    record.set(hashedPath(file.path), {mark: objectMarkOf(file), etag})
    tell(file.path)
    return undefined
  }
  const remove = async (path: string): Promise<StoreFault | undefined> => {
    const answer = await target.store.remove(`${target.prefix}${path}`)
    if (isStoreFault(answer)) return answer
    record.delete(hashedPath(path))
    tell(path)
    return undefined
  }
  const fault = (await inTurn(uploadsInOrder(uploads), put)) ?? (await inTurn(deletionsInOrder(deletions), remove))
  return fault ?? (await save())
}

/** A file that others refer to is sent before the files that refer to it. */
function uploadsInOrder(uploads: readonly DeployFile[]): readonly (readonly DeployFile[])[] {
  return ranks.map((rank) => uploads.filter((file) => file.rank === rank))
}

/** A file that refers to others is deleted before the files it refers to. Only its name still says what kind of file it was. */
function deletionsInOrder(paths: readonly string[]): readonly (readonly string[])[] {
  const isDocument = (path: string) =>
    /\.(?:xml|rss|atom|json)$/.test(path) && !/^(?:episodes|media|images)\//.test(path)
  const isPage = (path: string) => /\.html$/.test(path)
  const archive = /-archive-\d+\./
  return [
    paths.filter((path) => isDocument(path) && !archive.test(path)),
    paths.filter((path) => isDocument(path) && archive.test(path)),
    paths.filter((path) => isPage(path)),
    paths.filter((path) => !isDocument(path) && !isPage(path)),
  ]
}

async function inTurn<T>(
  groups: readonly (readonly T[])[],
  work: (input: T) => Promise<StoreFault | undefined>,
): Promise<StoreFault | undefined> {
  for (const group of groups) {
    const fault = await untilFault(group, work)
    if (fault !== undefined) return fault
  }
  return undefined
}

async function putFile({store, prefix, acl}: DeployTarget, file: DeployFile): Promise<string | StoreFault> {
  const {path, sizeInBytes, sha256, contentType, cacheControl} = file
  const answer = await store.put(
    `${prefix}${path}`,
    {file: file.file, sizeInBytes, sha256},
    {
      'Content-Type': contentType,
      'Cache-Control': cacheControl,
      [markHeader]: objectMarkOf(file),
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

/** Runs several at once. After a fault no more are begun. */
async function untilFault<T>(
  inputs: readonly T[],
  work: (input: T) => Promise<StoreFault | undefined>,
): Promise<StoreFault | undefined> {
  let fault: StoreFault | undefined
  await severalAtOnce(inputs, async (input) => {
    if (fault !== undefined) return
    const found = await work(input)
    // Another one may have failed meanwhile, and what went well takes nothing back.
    fault ??= found
  })
  return fault
}
