/** What the system says, in words. All of it is for a person to mend: rights, room, or something else that lies there. */
const reasons: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EROFS', 'the file system is read-only'],
  ['ENOSPC', 'no room is left on the disk'],
  ['EDQUOT', 'no room is left for you on the disk'],
  ['ENOTDIR', 'a part of the path is a file, where a folder is needed'],
  ['EISDIR', 'it is a folder, where a file is needed'],
  ['EEXIST', 'something else is there already'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['ELOOP', 'links lead in a circle'],
  ['EMFILE', 'too many files are open'],
  ['ENFILE', 'too many files are open'],
  ['EBUSY', 'another program uses it'],
  ['EIO', 'the disk cannot be read or written'],
])

/** Why the system refused to read or write a file: `notes.md: permission denied`. `undefined` for every other error, which may be our own. */
export function systemRefusal(error: unknown): string | undefined {
  const reason = refusalReason(error)
  if (reason === undefined || !(error instanceof Error) || !('path' in error)) return undefined
  // A rename fails because of the place that the file was to have.
  const path = 'dest' in error && error.dest !== undefined ? error.dest : error.path
  return `${path}: ${reason}`
}

/** The same without the path, which the error may not have: `permission denied`. */
export function refusalReason(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? reasons.get(String(error.code)) : undefined
}
