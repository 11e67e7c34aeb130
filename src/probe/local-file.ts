import {readdir, realpath, stat} from 'node:fs/promises'
import {basename, dirname, isAbsolute, join, relative, sep} from 'node:path'
import {fileKinds} from '../file-kinds/all-kinds.ts'
import type {ProblemCode} from '../model/problem.ts'
import {nearName} from '../text/near-name.ts'

export type LocalFile =
  | {readonly ok: true /** Absolute, links resolved. */; readonly path: string; readonly sizeInBytes: number}
  | {readonly ok: false; readonly fault: LocalFileFault}

export type LocalFileFault = {
  readonly code: Extract<
    ProblemCode,
    'media-missing' | 'file-outside-show' | 'media-not-a-file' | 'media-empty' | 'media-unreadable'
  >
  /** Continues the sentence "FILE ...". */
  readonly what: string
  readonly hint?: string
}

/**
 * The file that an author named, if we can use it. It must be below `folder`, also after links are resolved (a link could
 * publish any file of the machine that builds). It must be a regular file (opening a pipe would wait for ever) and not empty.
 */
export async function findLocalFile(folder: string, location: string): Promise<LocalFile> {
  try {
    const root = await realpath(folder)
    const path = await realpath(join(root, location))
    if (!isInside(root, path)) return {ok: false, fault: outside}
    const facts = await stat(path)
    if (!facts.isFile())
      return {ok: false, fault: {code: 'media-not-a-file', what: 'is a folder or a device, not a file'}}
    if (facts.size === 0)
      return {ok: false, fault: {code: 'media-empty', what: 'is empty (0 bytes)', hint: 'Export or copy it again'}}
    return {ok: true, path, sizeInBytes: facts.size}
  } catch (error) {
    const code = systemErrorCode(error)
    if (code === undefined) throw error
    return {ok: false, fault: await accessFault(folder, location, code)}
  }
}

const outside: LocalFileFault = {
  code: 'file-outside-show',
  what: 'lies outside the show folder; nothing from there is read or published',
  hint: 'Move the file into the show folder and name it from there',
}

async function accessFault(folder: string, location: string, code: string): Promise<LocalFileFault> {
  if (code !== 'ENOENT' && code !== 'ENOTDIR') return {code: 'media-unreadable', what: `cannot be read (${code})`}
  const near = await nearFile(folder, location)
  return {
    code: 'media-missing',
    what: 'does not exist',
    hint:
      near === undefined
        ? 'Put it into the show folder, or write its whole address if it is on a server'
        : `Did you mean \`${near}\`?`,
  }
}

/**
 * A file in the folder that `location` points to, with nearly the same name: it differs in case, in the form of its accents
 * (macOS decomposes them), in one typing mistake, or in its extension.
 */
async function nearFile(folder: string, location: string): Promise<string | undefined> {
  const parent = join(folder, dirname(location))
  if (!isInside(folder, parent)) return undefined
  const listed = await readdir(parent).catch(() => [])
  // Nobody plays or shows the text of the same name.
  const names = listed.filter((name) => ['media', 'picture'].includes(fileKinds.ofName(name)?.role ?? 'media'))
  const wanted = basename(location)
  const near =
    names.find((name) => comparable(name) === comparable(wanted)) ??
    nearName(wanted, names) ??
    names.find((name) => comparable(stem(name)) === comparable(stem(wanted)))
  return near === undefined ? undefined : join(dirname(location), near).split(sep).join('/')
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way.split(sep)[0] !== '..' && !isAbsolute(way)
}

function stem(name: string): string {
  return name.replace(/\.[^.]*$/, '')
}

function comparable(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

/** `ENOENT`, `EACCES` and similar codes; `undefined` for an error that no file caused. */
export function systemErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
