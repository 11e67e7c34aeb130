import type {Delivered, DeliveredItem} from './delivered.ts'
import type {Loss} from './losses.ts'

/** How the lock remembers a loss that was accepted, so that an older output is not taken for a newer one. */
function keyOfLoss({kind, of, what}: Loss): string {
  switch (kind) {
    case 'feed':
      return what === '' ? `members ${of}` : `feed ${what}`
    case 'feed-guid':
      return `show ${what}`
    case 'members':
      return `members ${of} ${what}`
    case 'item':
    case 'again':
      return `item ${of} ${what}`
    case 'archived':
      return `archived ${of} ${what}`
    case 'enclosure':
      return `enclosure ${what}`
    case 'address':
      return `path ${what}`
    case 'bytes':
      return `bytes ${what}`
  }
}

/** How the lock of a network remembers that all of a show may go: what is published of it is in a folder. */
export function keyOfFolder(folder: string): string {
  return `below ${folder}/`
}

/** The folders for which a lock remembers that. */
export function foldersTakenBack(keys: readonly string[]): readonly string[] {
  return keys.flatMap((key) => /^below (.+)\/$/s.exec(key)?.[1] ?? [])
}

/** Whether a loss was accepted by an earlier build. */
export function isTakenBack(loss: Loss, takenBack: ReadonlySet<string>): boolean {
  if (takenBack.has(keyOfLoss(loss)) || (isOfItem(loss) && takenBack.has(`guid ${loss.what}`))) return true
  const {kind, what} = loss
  const hasPath = kind === 'feed' || kind === 'address'
  return hasPath && foldersOf(what).some((folder) => takenBack.has(keyOfFolder(folder)))
}

/** `a` and `a/b` for `a/b/c.xml`. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

function isOfItem({kind}: Loss): boolean {
  return kind === 'item' || kind === 'again' || kind === 'archived'
}

/** What a lock must remember: everything that was taken back before and now, except what is there again. */
export function takenBackBy(
  before: readonly string[],
  losses: readonly Loss[],
  {feeds, addresses}: Delivered,
): readonly string[] {
  // In almost every build. To name all that is there takes a second where it is a network.
  if (before.length === 0 && losses.length === 0) return []
  const items = feeds.flatMap(({name, items: here = [], archived}) => {
    return [...here, ...archived].map((item): readonly [string, DeliveredItem] => [name, item])
  })
  const guids = new Set(items.map(([, {guid}]) => guid))
  const there = new Set([
    ...items.flatMap(([name, {guid, enclosure}]) => [`guid ${guid}`, `item ${name} ${guid}`, `enclosure ${enclosure}`]),
    ...feeds.flatMap(({paths}) => paths.map((path) => `feed ${path}`)),
    ...feeds.flatMap(({name, paths}) => (paths.length === 0 ? [`members ${name}`] : [])),
    ...feeds.map(({guid}) => `show ${guid}`),
    ...[...addresses.keys()].map((path) => `path ${path}`),
  ])
  // An episode that is in no feed any more gets one key, however many feeds it was in.
  // The lock has the hash of the new file: it needs no other word of it.
  const lasting = losses.filter(({kind}) => kind !== 'bytes')
  const keys = lasting.map((loss) => (isOfItem(loss) && !guids.has(loss.what) ? `guid ${loss.what}` : keyOfLoss(loss)))
  return [...new Set([...before, ...keys])].filter((key) => !there.has(key)).sort()
}
