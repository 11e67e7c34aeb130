export type Found = {readonly path: string} | {readonly outside: true} | {readonly missing: true}

/** Finds the files that authors name, among those of the show folder and nowhere else. */
export type FileIndex = {
  /**
   * The file that `reference` names, as it stands in `fromFile`: beside that file, below the show folder, or, for the site paths of
   * other generators (`/static/transcripts/one.md`), the only file whose path ends so.
   */
  readonly find: (reference: string, fromFile: string) => Found
}

export function indexFiles(files: readonly string[]): FileIndex {
  // macOS decomposes accented letters in file names, editors do not.
  const paths = new Map(files.map((path) => [path.normalize('NFC'), path]))
  const byName = new Map<string, string[]>()
  for (const path of files) {
    const name = lastName(path).normalize('NFC')
    const same = byName.get(name)
    if (same === undefined) byName.set(name, [path])
    else same.push(path)
  }
  const find = (reference: string, fromFile: string): Found => {
    for (const spelling of spellings(reference)) {
      const beside = spelling.startsWith('/') ? undefined : joined(folderOf(fromFile), spelling)
      const below = joined('', spelling)
      if (below === undefined && beside === undefined) return {outside: true}
      for (const path of [beside, below]) {
        const found = path === undefined ? undefined : paths.get(path.normalize('NFC'))
        if (found !== undefined) return {path: found}
      }
      const ending = onlyEnding(byName.get(lastName(spelling).normalize('NFC')) ?? [], spelling)
      if (ending !== undefined) return {path: ending}
    }
    return {missing: true}
  }
  return {find}
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** As written, then percent-decoded: `The%20night.mp3` is an address made of a file name. */
function spellings(reference: string): readonly string[] {
  const path = reference.replaceAll('\\', '/')
  try {
    const decoded = decodeURIComponent(path)
    return decoded === path ? [path] : [path, decoded]
  } catch {
    return [path]
  }
}

/** `folder` and `path` with `.` and `..` resolved; `undefined` if that leads out of the show folder. */
function joined(folder: string, path: string): string | undefined {
  const names: string[] = []
  for (const name of `${folder}${path}`.split('/')) {
    if (name === '' || name === '.') continue
    if (name !== '..') names.push(name)
    else if (names.pop() === undefined) return undefined
  }
  return names.join('/')
}

/** At least one folder must agree: equal names in different folders are different files. */
function onlyEnding(candidates: readonly string[], reference: string): string | undefined {
  const names = reference.split('/').filter((name) => name !== '' && name !== '.')
  if (names.length < 2 || names.includes('..')) return undefined
  for (let from = 0; from < Math.min(names.length - 1, 16); from += 1) {
    const ending = `/${names.slice(from).join('/')}`.normalize('NFC')
    const matches = candidates.filter((path) => `/${path}`.normalize('NFC').endsWith(ending))
    if (matches.length === 1) return matches[0]
  }
  return undefined
}
