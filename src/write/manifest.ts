import {existsSync} from 'node:fs'
import {mkdir, readdir, readFile, rename, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {type OutputFile, type Rank, ranks} from '../model/output.ts'
import {isSitePath, privateFolder} from '../text/addresses/site-path.ts'
import {entryOf, pathsOf} from './private-entries.ts'

/**
 * The paths that Castwright has written or is about to write. Nothing outside this list is ever deleted or overwritten.
 * The list lies in the output folder, because it is about that folder alone.
 */
type Manifest = {
  readonly version: 1
  readonly files: readonly string[]
  /** The published files, for programs that copy them elsewhere. Absent while a build is running. */
  readonly published?: readonly ManifestFile[]
  /** Present only while a build is running: what the next build must know if it has to finish this one. */
  readonly underWay?: readonly ManifestFile[]
}

export type ManifestFile = Pick<OutputFile, 'path' | 'mimeType' | 'rank' | 'isPrivate'>

/** What kind of file it is, if the manifest says so. */
export type KnownFile = Pick<OutputFile, 'mimeType' | 'rank'>

function manifestPath(folder: string): string {
  return join(folder, privateFolder, 'manifest.json')
}

async function storedManifest(folder: string): Promise<Manifest | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(manifestPath(folder), 'utf8'))
    return isManifest(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isManifest(value: unknown): value is Manifest {
  if (!isRecord(value) || value.version !== 1 || !isListOf(value.files, isString)) return false
  return [value.published, value.underWay].every((list) => list === undefined || isListOf(list, isManifestFile))
}

function isManifestFile(value: unknown): boolean {
  if (!isRecord(value) || !ranks.some((rank) => rank === value.rank)) return false
  return isString(value.path) && isString(value.mimeType)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isString(value: unknown): boolean {
  return typeof value === 'string'
}

function isListOf(value: unknown, isMember: (member: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isMember)
}

/**
 * The entries of the last manifest. A manifest that cannot be read counts as none: a manifest only gives permission, so then nothing is
 * permitted. An entry that leads out of the folder counts as none, too.
 */
export async function readManifest(folder: string): Promise<ReadonlyMap<string, KnownFile>> {
  const {files = [], published, underWay} = (await storedManifest(folder)) ?? {}
  const known = new Map((published ?? underWay ?? []).map(({path, mimeType, rank}) => [path, {mimeType, rank}]))
  const unknown = {mimeType: '', rank: 'referred'} as const
  return new Map(files.filter(isSitePath).map((entry) => [entry, known.get(entry) ?? unknown]))
}

/** What was published below a folder: the outputs in it, as `outputsIn` has them, and the files of all. */
export type Outputs = {readonly outputs: readonly string[]; readonly files: readonly ManifestFile[]}

/**
 * What the last build published in `folder`, and in the folders below it that are outputs of their own (the shows of a network).
 * `undefined` if there was no build, or if one did not reach its end.
 */
export async function readOutputs(folder: string): Promise<Outputs | undefined> {
  const manifests = await manifestsIn(folder)
  const files: ManifestFile[] = []
  for (const [below, manifest] of manifests) {
    const own = await filesIn(join(folder, below), manifest)
    if (own === undefined) return undefined
    for (const file of own) files.push(below === '' ? file : {...file, path: `${below}${file.path}`})
  }
  return manifests.size === 0 ? undefined : {outputs: [...manifests.keys()], files}
}

export async function readOutputFiles(folder: string): Promise<readonly ManifestFile[] | undefined> {
  return (await readOutputs(folder))?.files
}

/** The outputs in a folder, as paths below it with a final `/`: an empty path for the folder itself, or those of the shows of a network. */
export async function outputsIn(folder: string): Promise<readonly string[]> {
  return [...(await manifestsIn(folder)).keys()]
}

/** The innermost of `outputs` that a path belongs to. */
export function outputOf(path: string, outputs: {readonly has: (output: string) => boolean}): string | undefined {
  for (let end = path.lastIndexOf('/'); end !== -1; end = path.lastIndexOf('/', end - 1)) {
    const folder = path.slice(0, end + 1)
    if (outputs.has(folder)) return folder
    if (end === 0) break
  }
  return outputs.has('') ? '' : undefined
}

async function manifestsIn(folder: string): Promise<ReadonlyMap<string, Manifest | undefined>> {
  const found = new Map<string, Manifest | undefined>()
  const visit = async (below: string): Promise<void> => {
    const here = join(folder, below)
    const manifest = isOutput(here) ? await storedManifest(here) : undefined
    if (isOutput(here)) found.set(below, manifest)
    // In the folders of an output no other output is looked for: a large show has a hundred thousand folders.
    const own = new Set(manifest?.files.map((path) => path.slice(0, path.indexOf('/'))))
    const entries = await readdir(here, {withFileTypes: true}).catch(() => [])
    for (const entry of entries)
      if (entry.isDirectory() && entry.name !== privateFolder && !own.has(entry.name))
        await visit(`${below}${entry.name}/`)
  }
  await visit('')
  return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** Whether a build has written to `folder`. */
export function isOutput(folder: string): boolean {
  return existsSync(manifestPath(folder))
}

async function filesIn(folder: string, manifest: Manifest | undefined): Promise<readonly ManifestFile[] | undefined> {
  const files = manifest?.published
  if (files?.every(({path}) => isSitePath(path)) !== true) return undefined
  const paths = await pathsOf(
    folder,
    files.map(({path}) => path),
  )
  return files.map((file) => {
    const path = paths.get(file.path) ?? file.path
    return path === file.path ? file : {...file, path, isPrivate: true}
  })
}

/** The manifest of a build that has reached its end. */
export function writeManifest(
  folder: string,
  files: readonly ManifestFile[],
  left: ReadonlyMap<string, KnownFile> = new Map(),
): Promise<void> {
  const made = files.map(({mimeType, rank, ...file}) => ({path: entryOf(file), mimeType, rank}))
  const lines = [...made, ...[...left].map(([path, {mimeType, rank}]) => ({path, mimeType, rank}))]
  return replaceManifest(folder, {version: 1, files: pathsIn(lines), published: inOrder(lines)})
}

/** The manifest of a build that is about to change what is published. It names the old files and the new ones. */
export function writeManifestUnderWay(
  folder: string,
  before: ReadonlyMap<string, KnownFile>,
  planned: readonly ManifestFile[],
): Promise<void> {
  const known = new Map(before)
  for (const {mimeType, rank, ...file} of planned) known.set(entryOf(file), {mimeType, rank})
  const lines = [...known].map(([path, {mimeType, rank}]) => ({path, mimeType, rank}))
  return replaceManifest(folder, {version: 1, files: pathsIn(lines), underWay: inOrder(lines)})
}

type Line = {readonly path: string; readonly mimeType: string; readonly rank: Rank}

function pathsIn(lines: readonly Line[]): readonly string[] {
  return lines.map(({path}) => path).toSorted()
}

function inOrder(lines: readonly Line[]): readonly Line[] {
  return lines.toSorted((one, other) => (one.path < other.path ? -1 : 1))
}

/** Writes by rename. A manifest that already says the same is not touched. */
async function replaceManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 1)}\n`
  const path = manifestPath(folder)
  if ((await readFile(path, 'utf8').catch(() => '')) === text) return
  await mkdir(join(folder, privateFolder), {recursive: true})
  await writeFile(`${path}.new`, text)
  await rename(`${path}.new`, path)
}
