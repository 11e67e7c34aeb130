import {mkdir, readdir, readFile, rename, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {OutputFile} from '../model/output.ts'

import {present} from '../model/present.ts'
import {entryOf, pathsOf} from './private-entries.ts'

/** Our own folder inside the output. Dot-prefixed: hosts do not serve it, and no half-written file has a public name. */
export const privateFolder = '.castwright'

/**
 * Paths that Castwright has written, or is about to. Nothing outside this list is ever deleted or overwritten.
 * It lies in the output folder because it is true of that folder alone.
 */
export type Manifest = {
  readonly version: 1
  readonly files: readonly string[]
  /** What is published of them, for who carries it elsewhere; absent while a build is under way. */
  readonly published?: readonly PublishedFile[]
}

export type PublishedFile = Pick<OutputFile, 'path' | 'mimeType' | 'rank' | 'isPrivate'>

function manifestPath(folder: string): string {
  return join(folder, privateFolder, 'manifest.json')
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null || !('files' in value) || !('version' in value)) return false
  return value.version === 1 && Array.isArray(value.files) && value.files.every((each) => typeof each === 'string')
}

/** The last manifest; an unreadable one is as none, since it only ever permits, and then permits nothing. */
export async function readManifest(folder: string): Promise<ReadonlySet<string>> {
  try {
    const value: unknown = JSON.parse(await readFile(manifestPath(folder), 'utf8'))
    return new Set(isManifest(value) ? value.files : [])
  } catch {
    return new Set()
  }
}

/**
 * What the last build published in `folder`, with what it published in folders below it that are outputs of their own (the shows of a
 * network); `undefined` if there was no build, or one did not come to its end.
 */
export async function readPublished(folder: string): Promise<readonly PublishedFile[] | undefined> {
  const name = `${privateFolder}/manifest.json`
  const paths = await readdir(folder, {recursive: true}).catch(() => [])
  const manifests = paths.map((path) => path.replaceAll('\\', '/')).filter((path) => path.endsWith(name))
  const all: PublishedFile[] = []
  for (const path of manifests.sort()) {
    const below = path.slice(0, -name.length)
    const published = await publishedIn(join(folder, below))
    if (published === undefined) return undefined
    all.push(...published.map((file) => ({...file, path: `${below}${file.path}`})))
  }
  return manifests.length === 0 ? undefined : all
}

async function publishedIn(folder: string): Promise<readonly PublishedFile[] | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(manifestPath(folder), 'utf8'))
    return isManifest(value) && value.published !== undefined ? await withPaths(folder, value.published) : undefined
  } catch {
    return undefined
  }
}

async function withPaths(folder: string, published: readonly PublishedFile[]): Promise<readonly PublishedFile[]> {
  const paths = await pathsOf(
    folder,
    published.map(({path}) => path),
  )
  return published.map((file) => {
    const path = paths.get(file.path) ?? file.path
    return path === file.path ? file : {...file, path, isPrivate: true}
  })
}

/** Replaces the manifest by rename; leaves it alone when it says the same already. */
export async function writeManifest(
  folder: string,
  files: Iterable<string>,
  published?: readonly PublishedFile[],
): Promise<void> {
  const lines = published?.map(({mimeType, rank, ...file}) => ({path: entryOf(file), mimeType, rank}))
  const inOrder = lines?.sort((one, other) => (one.path < other.path ? -1 : 1))
  const manifest: Manifest = {version: 1, files: [...files].sort(), ...present({published: inOrder})}
  const text = `${JSON.stringify(manifest, null, 1)}\n`
  const path = manifestPath(folder)
  if ((await readFile(path, 'utf8').catch(() => '')) === text) return
  await mkdir(join(folder, privateFolder), {recursive: true})
  await writeFile(`${path}.new`, text)
  await rename(`${path}.new`, path)
}
