import {statSync} from 'node:fs'
import {basename, resolve} from 'node:path'
import {watch} from 'chokidar'

/** When editors save a file, they write, rename and touch it within some milliseconds. One plan is enough for that. */
const quietInMilliseconds = 15

/** chokidar tells nothing of a second change of a file within 50 ms. So the file is looked at once more after that. */
const deafInMilliseconds = 60

/** What lies here is written by builds and package managers, and nothing of it is the author's. */
const passedFolders: ReadonlySet<string> = new Set(['node_modules', 'output'])

export type FileWatch = {
  /** Further folders, such as that of transcripts outside the show. Those that are watched already stay so. */
  readonly also: (folders: readonly string[]) => void
  readonly close: () => Promise<void>
}

/** Calls `changed` with the paths when files of a folder changed, also while an earlier call has not ended. */
export async function watchFiles(
  folder: string,
  changed: (paths: readonly string[]) => Promise<void>,
): Promise<FileWatch> {
  const roots = new Set([resolve(folder)])
  const isPassed = (path: string) =>
    !roots.has(path) && (basename(path).startsWith('.') || passedFolders.has(basename(path)))
  const watcher = watch([...roots], {ignored: isPassed, ignoreInitial: true})
  let pending = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const looks = new Set<NodeJS.Timeout>()
  const read = new Map<string, string>()
  const run = () => {
    const paths = [...pending]
    pending = new Set()
    for (const path of paths) read.set(path, stampOf(path))
    void changed(paths)
  }
  const note = (path: string) => {
    pending.add(path)
    clearTimeout(timer)
    timer = setTimeout(run, quietInMilliseconds)
  }
  watcher.on('all', (_event, path) => {
    note(path)
    const look = setTimeout(() => {
      looks.delete(look)
      if (!pending.has(path) && read.get(path) !== stampOf(path)) note(path)
    }, deafInMilliseconds)
    looks.add(look)
  })
  await new Promise<void>((ready, failed) => {
    watcher.once('ready', ready)
    watcher.once('error', failed)
  })
  return {
    also: (folders) => {
      const added = folders.map((each) => resolve(each)).filter((each) => !roots.has(each))
      for (const each of added) roots.add(each)
      if (added.length > 0) watcher.add(added)
    },
    close: async () => {
      clearTimeout(timer)
      for (const look of looks) clearTimeout(look)
      await watcher.close()
    },
  }
}

/** What is there tells one state of a file from the next. A file that nobody may look at has no other one. */
function stampOf(path: string): string {
  try {
    const facts = statSync(path, {throwIfNoEntry: false})
    return facts === undefined ? 'gone' : `${facts.size} ${facts.mtimeMs}`
  } catch {
    return 'closed'
  }
}
