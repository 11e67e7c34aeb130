/** Folders that hold no source: what `build` writes, and what package managers install. */
const passedFolders: ReadonlySet<string> = new Set(['node_modules', 'output'])

/** Whether a folder of this name below a show is not looked into. Nor are files seen whose names begin with a dot. */
export function isPassedFolder(name: string): boolean {
  return name.startsWith('.') || passedFolders.has(name)
}
